using System.Text;
using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Checks;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Verdicts;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Cli.Reports;

/// <summary>Explanation of a rule for the terminal.</summary>
internal static partial class RuleText
{
    private const int FewestWords = 5;

    /// <summary>Explains a rule for packages of any tool.</summary>
    public static string Of(PackageRule rule)
    {
        RuleGroup group = PackageInspector.Groups.First(group => group.Rules.Any(own => own.Slug == rule.Slug));
        var text = new StringBuilder();
        Line(text, $"{rule.Slug} ({Word(rule)}, {group.Title})");
        Line(text, $"  Rule: {rule.Requirement}");
        Line(text, $"  Meaning: {group.About}");
        if (Message(rule) is { } message)
            Line(text, $"  Typical finding: {message}");
        Line(text, "  Affected:");
        foreach (string affected in Affected(rule))
            Line(text, $"    {affected}");
        Line(text, "  If you received the package:");
        Line(
            text,
            $"    1. Write a report: protect-scorm check package.zip{(rule.Group == 'T' ? " --run" : "")} "
                + "--html report.html"
        );
        Line(
            text,
            $"    2. Send the report to the maker of the package, and ask for a new package without {rule.Slug}."
        );
        Line(text, $"    3. The maker needs to do this: {Remedy(rule)}");
        Line(text, "    4. Check the new package. If learners have begun with the old one, add --previous old.zip");
        Line(text, "  If you made the package:");
        Line(
            text,
            "    1. Open the place that the finding names in your authoring tool, or in the files of the package."
        );
        Line(text, $"    2. {Remedy(rule)}");
        Line(text, "    3. Export the package again, and check it again.");
        Line(
            text,
            rule.Source == RuleSource.Standard
                ? $"  Source: required by the standard or its test suite ({rule.Basis})."
                : $"  Source: observed in practice ({rule.Basis})."
        );
        return text.ToString();
    }

    /// <summary>Explains a rule for courses.</summary>
    public static string Of(DiagnosticRule rule)
    {
        var text = new StringBuilder();
        Line(text, $"{rule.Slug} ({Word(rule)} in a course)");
        if (Message(rule) is { } message)
            Line(text, $"  Typical finding: {message}");
        Line(
            text,
            rule.Severity switch
            {
                Severity.Error => "  Affected: no package is built until it is fixed.",
                Severity.Warning =>
                    $"  Affected: the package is built. If it is right as it is, list {rule.Slug} under “allow:” "
                        + "with a reason.",
                _ => "  Affected: nothing; it is information.",
            }
        );
        Line(text, $"  Fix: {Remedy(rule)}");
        return text.ToString();
    }

    public static string Word(DiagnosticRule rule) => rule.Severity.ToString().ToLowerInvariant();

    /// <summary>Names the LMSs in which a violation has consequences, from the table of the verdicts.</summary>
    private static IEnumerable<string> Affected(PackageRule rule)
    {
        Consequence[] rows = [.. Consequences.All.Where(row => row.Rule == rule.Slug)];
        foreach ((VerdictOutcome outcome, string words) in Outcomes)
            if (rows.Where(row => row.Outcome == outcome).ToArray() is { Length: > 0 } same)
                yield return $"{words} {Lmss(same)}.";
        if (rows.Length == 0)
            yield return "No LMS is known to refuse a package or to lose data because of it.";
        if (rule.IsFormal)
            yield return "It breaks the standard: an error with --profile adl, otherwise a warning.";
    }

    private static readonly (VerdictOutcome Outcome, string Words)[] Outcomes =
    [
        (VerdictOutcome.Fails, "The package may not work in"),
        (VerdictOutcome.PlaysBut, "Something may be missing or lost in"),
        (VerdictOutcome.Opens, "It may be unknown whether results are recorded in"),
        (VerdictOutcome.CannotTell, "It may be unknown whether the package works in"),
    ];

    private static string Lmss(Consequence[] rows)
    {
        if (rows.Any(row => row is { Trait: null, Unless: null }))
            return "every LMS";
        string[] names =
        [
            .. LmsTargets
                .All.Where(target =>
                    rows.Any(row =>
                        row.Trait is { } trait
                            ? target.Traits.Any(known => known.Value == trait)
                            : !target.IsAny && target.Traits.All(known => known.Value != row.Unless)
                    )
                )
                .Select(target => target.IsAny ? "some other LMSs" : target.Name)
                .Order(StringComparer.Ordinal),
        ];
        return names.Length == 0 ? "LMSs that behave so (none is known)" : string.Join(", ", names);
    }

    /// <summary>Returns the message with “…” for its values; null when little else is left.</summary>
    private static string? Message(DiagnosticRule rule) =>
        Words().Count(Placeholders().Replace(rule.Message, " ")) >= FewestWords ? Plain(rule.Message) : null;

    private static string Remedy(DiagnosticRule rule) => Plain(rule.Help);

    private static string Plain(string pattern) =>
        Placeholders().Replace(Plurals.Choose(pattern, isOne: false), "…").Replace("{{", "{").Replace("}}", "}");

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');

    [GeneratedRegex(@"(?<!\{)\{\d+(:[^}]*)?\}")]
    private static partial Regex Placeholders();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Words();
}
