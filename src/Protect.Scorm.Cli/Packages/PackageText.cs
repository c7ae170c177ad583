using System.Globalization;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Verdicts;

namespace Protect.Scorm.Cli.Packages;

/// <summary>Report about packages for the terminal, on standard output: answer, verdicts, findings.</summary>
internal static class PackageText
{
    private const int MostPlaces = 3,
        MostRemedies = 3;

    public static void Write(PackageReport report)
    {
        Console.Out.WriteLine($"{report.Name}: {PackageAnswer.Of(report)}");
        string title = report.Title.Length == 0 ? "" : $"“{report.Title}”, ";
        Console.Out.WriteLine(
            $"  {title}{PackageKinds.Words(report.Kind)}, {Size(report.Bytes)}, {Count(report.Files, "file")}; "
                + Tally(report)
        );
        foreach (IGrouping<string, Verdict> same in report.Verdicts.GroupBy(verdict => verdict.Sentence))
            Console.Out.WriteLine($"  {string.Join(", ", same.Select(verdict => verdict.Target.Name))}: {same.Key}");
        if (report.NotPlayed is { } why)
            Console.Out.WriteLine($"  Not played: {why}");
        if (report.Run is { } run)
        {
            Console.Out.WriteLine("  Behaviour when played:");
            foreach ((string question, string answer) in RunSummary.Lines(run))
                Console.Out.WriteLine($"    {question + ":", -34}{answer}");
        }
        foreach (FindingGroup group in FindingGroup.Of(report))
            Write(group);
        Console.Out.WriteLine();
    }

    private static void Write(FindingGroup group)
    {
        Console.Out.WriteLine();
        Console.Out.WriteLine($"  {Word(group.Severity)} {group.Rule.Slug}: {group.Summary}");
        string[] places = [.. group.Places(MostPlaces)];
        foreach (string place in places)
            Console.Out.WriteLine($"    {place}");
        if (group.Count > MostPlaces)
            Console.Out.WriteLine($"    and {group.Count - MostPlaces} more");
        foreach (string remedy in group.Remedies.Take(MostRemedies))
            Console.Out.WriteLine($"    Fix: {remedy}");
    }

    public static void Summary(IReadOnlyList<PackageReport> reports)
    {
        if (reports.Count < 2)
            return;
        Console.Out.WriteLine($"{Count(reports.Count, "package")}: {Totals(reports)}");
        foreach (
            var rule in reports
                .SelectMany(report =>
                    report
                        .Findings.Select(finding => (finding.Rule.Slug, finding.Rule.Requirement, report))
                        .DistinctBy(found => found.Slug)
                )
                .GroupBy(found => found.Slug)
                .OrderByDescending(rule => rule.Count())
                .ThenBy(rule => rule.Key, StringComparer.Ordinal)
                .Take(5)
        )
            Console.Out.WriteLine($"  {rule.Key} in {Count(rule.Count(), "package")}: {rule.First().Requirement}");
    }

    /// <summary>Returns how many packages have errors, only warnings, or neither.</summary>
    public static string Totals(IReadOnlyList<PackageReport> reports)
    {
        int errors = reports.Count(HasErrors),
            warnings = reports.Count(report => !HasErrors(report) && report.Warnings > 0),
            neither = reports.Count - errors - warnings;
        return $"{errors} with errors, {warnings} with warnings only, {neither} without either";
    }

    private static bool HasErrors(PackageReport report) => report.Errors > 0 || report.WillNotWork;

    /// <summary>Returns the number of errors, warnings and notes of a package.</summary>
    public static string Tally(PackageReport report) =>
        report.Findings.Count == 0
            ? report.WillNotWork
                ? "no fault in its files"
                : "no problem found"
            : $"{Count(report.Errors, "error")}, {Count(report.Warnings, "warning")}, {Count(report.Notes, "note")}";

    public static string Word(Severity severity) => severity.ToString().ToLowerInvariant();

    public static string Size(long bytes) =>
        bytes < 1_000_000 ? Invariant($"{bytes / 1000.0:0.0} KB") : Invariant($"{bytes / 1_000_000.0:0.0} MB");

    public static string Count(int number, string noun) => Plurals.Count(number, noun);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
