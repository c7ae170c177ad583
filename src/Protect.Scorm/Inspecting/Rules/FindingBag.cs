using System.Globalization;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Inspecting.Rules;

/// <summary>
/// Collects the findings of one package. Of each rule the first <see cref="MostOfARule"/> are kept and the rest only
/// counted, because a hostile package may have endless faults.
/// </summary>
internal sealed class FindingBag(RuleProfile profile = RuleProfile.Portable)
{
    public const int MostOfARule = 20,
        MostNames = 10,
        MostWords = 300;

    private readonly List<Finding> _all = [],
        _judged = [];
    private readonly HashSet<Finding> _seen = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal),
        _judgedCounts = new(StringComparer.Ordinal);

    public bool HasErrors { get; private set; }

    /// <summary>Findings by severity, most severe first, then by rule, file and line.</summary>
    public IReadOnlyList<Finding> Sorted => Ordered(_all);

    /// <summary>
    /// Findings for a verdict, in the same order. They do not depend on the profile, which only chooses what is listed.
    /// </summary>
    public IReadOnlyList<Finding> Judged => Ordered(_judged);

    private static IReadOnlyList<Finding> Ordered(IEnumerable<Finding> findings) =>
        [
            .. findings
                .OrderByDescending(finding => finding.Severity)
                .ThenBy(finding => finding.Rule.Slug, StringComparer.Ordinal)
                .ThenBy(finding => finding.File, StringComparer.Ordinal)
                .ThenBy(finding => finding.Line)
                .ThenBy(finding => finding.Column),
        ];

    /// <summary>Number of findings of each rule by id, including those not kept.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>Adds a finding at a place in a file of the package.</summary>
    public void At(PackageRule rule, SourceSpan place, params object?[] args) =>
        Add(rule, place.File.Path, place.Line, place.Column, args);

    /// <summary>Adds a finding at a place in a file of the package, with what it is about for a verdict.</summary>
    public void About(string subject, Affects affects, PackageRule rule, SourceSpan place, params object?[] args) =>
        Add(Made(rule, place.File.Path, place.Line, place.Column, args), subject, affects);

    /// <summary>Adds a finding with what it is about for a verdict.</summary>
    public void Add(Finding found, string subject, Affects affects) =>
        Add(found with { Subject = Short(subject), Affects = affects });

    /// <summary>Adds a finding about a file of the package.</summary>
    public void In(PackageRule rule, string file, params object?[] args) => Add(rule, Short(file), 0, 0, args);

    /// <summary>Adds a finding about the package.</summary>
    public void Whole(PackageRule rule, params object?[] args) => Add(rule, "", 0, 0, args);

    /// <summary>
    /// Adds one finding for many names: {0} is their number, {1} the first ten. Adds none when there are no names.
    /// </summary>
    public void Names(PackageRule rule, string file, IEnumerable<string> names)
    {
        string[] all = [.. names];
        if (all.Length == 0)
            return;
        string more = all.Length > MostNames ? $" and {all.Length - MostNames} more" : "";
        In(rule, file, all.Length, string.Join(", ", all.Take(MostNames).Select(name => $"“{Short(name)}”")) + more);
    }

    public void Add(Finding found)
    {
        Judge(found);
        if (profile.Apply(found) is not { } finding || _seen.Contains(finding))
            return;
        HasErrors |= finding.Severity == Severity.Error;
        int count = _counts[finding.Rule.Slug] = _counts.GetValueOrDefault(finding.Rule.Slug) + 1;
        if (count > MostOfARule)
            return;
        _seen.Add(finding);
        _all.Add(finding);
    }

    private void Judge(Finding found)
    {
        if (_judgedCounts.GetValueOrDefault(found.Rule.Slug) is var count && count >= MostOfARule)
            return;
        _judgedCounts[found.Rule.Slug] = count + 1;
        _judged.Add(RuleProfile.Portable.Apply(found) ?? found);
    }

    private void Add(PackageRule rule, string file, int line, int column, object?[] args) =>
        Add(Made(rule, file, line, column, args));

    /// <summary>Creates a finding with its message filled in, for a known line and column.</summary>
    internal static Finding Made(PackageRule rule, string file, int line, int column, params object?[] args)
    {
        object?[] shown = [.. args.Select(arg => arg is string text ? Short(text) : arg)];
        return new Finding(rule, Short(file), line, column, Filled(rule.Message, shown), Filled(rule.Help, shown));
    }

    /// <summary>
    /// Fills a pattern: its plurals follow the first number, and a quoted value that is empty is named as such.
    /// </summary>
    private static string Filled(string pattern, object?[] args)
    {
        for (int i = 0; i < args.Length; i++)
            if (string.IsNullOrWhiteSpace(args[i]?.ToString()))
                pattern = pattern.Replace($"“{{{i}}}”", "(empty)", StringComparison.Ordinal);
        return string.Format(
            CultureInfo.InvariantCulture,
            Plurals.Choose(pattern, args.FirstOrDefault(arg => arg is int or long) is 1 or 1L),
            args
        );
    }

    /// <summary>
    /// Cuts text of an untrusted file, and replaces control characters (terminals obey them) and marks that change the
    /// direction of text.
    /// </summary>
    private static string Short(string text) =>
        string.Create(
            Math.Min(text.Length, MostWords * 4),
            text,
            static (span, from) =>
            {
                for (int i = 0; i < span.Length; i++)
                    span[i] =
                        char.IsControl(from[i])
                        || from[i] is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
                        || char.IsSurrogate(from[i]) && !IsPaired(from, i)
                            ? '\uFFFD'
                            : from[i];
            }
        );

    private static bool IsPaired(string text, int i) =>
        char.IsHighSurrogate(text[i])
            ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
            : i > 0 && char.IsHighSurrogate(text[i - 1]);
}
