using System.Globalization;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Cli.Reports;

/// <summary>Report for people: packages on standard output, findings as well or on standard error.</summary>
/// <param name="findings">Receives the findings.</param>
internal sealed class TextReport(TextWriter findings) : Report
{
    /// <summary>The findings written so far: packages of one course often have the same ones.</summary>
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private int _errors;
    private int _warnings;

    public override void Add(string course, CompileResult result, string? path, TimeSpan time)
    {
        foreach (Diagnostic diagnostic in result.Diagnostics)
        {
            string text = DiagnosticText.Format(diagnostic);
            if (!_written.Add(text))
                continue;
            findings.WriteLine(text);
            _errors += diagnostic.Rule.Severity == Severity.Error ? 1 : 0;
            _warnings += diagnostic.Rule.Severity == Severity.Warning ? 1 : 0;
        }
        if (result.Summary is not { } facts)
            return;
        Console.Out.WriteLine(
            path is null
                ? $"{course}: no errors"
                : $"{path}  {Size(result.Image!.Length)}  {Invariant($"{time.TotalSeconds:0.00} s")}"
        );
        Console.Out.WriteLine(
            $"  {facts.Title} ({facts.Language}): {Count(facts.Pages, "page")}, {Count(facts.Questions, "question")}, "
                + (facts.PassMark is { } mark ? $"pass mark {mark} %" : "no pass mark")
        );
        Console.Out.WriteLine($"  {Plurals.Count(facts.Minutes, "minute")}{Minutes(facts.Durations)}");
        Console.Out.WriteLine(
            Invariant($"  saved progress of a learner: at most {facts.State.Characters:#,0} of ")
                + Invariant($"{facts.Target.SuspendData.Value:#,0} characters{Parts(facts.State)}")
        );
        if (path is null)
            return;
        foreach (string advice in facts.Advice)
            Console.Out.WriteLine($"  {advice}");
    }

    /// <summary>Lists the minutes of each module, and the estimate where another duration is written.</summary>
    private static string Minutes(IReadOnlyList<ModuleDuration> modules)
    {
        IEnumerable<string> each = modules.Select(module =>
            module.Minutes == module.Estimate
                ? Invariant($"{module.Id} {module.Minutes}")
                : Invariant($"{module.Id} {module.Minutes}, estimated {module.Estimate}")
        );
        return $" ({string.Join("; ", each)})";
    }

    private static string Parts(StateBudget state)
    {
        IEnumerable<string> modules = state
            .Modules.OrderByDescending(module => module.Bits)
            .Take(3)
            .Select(module => Invariant($"{module.Id} {module.Characters:#,0}"));
        string largest = state.LargestQuestion is { } question
            ? Invariant($"; largest question: {question.Id}, {question.Bits} bits")
            : "";
        return $" (largest modules: {string.Join(", ", modules)}{largest})";
    }

    public override void Finish()
    {
        if (_errors + _warnings > 0)
            findings.WriteLine($"{Count(_errors, "error")}, {Count(_warnings, "warning")}");
    }

    private static string Count(int number, string noun) => Plurals.Count(number, noun);

    private static string Size(long bytes) =>
        bytes < 1_000_000 ? Invariant($"{bytes / 1000.0:0.0} KB") : Invariant($"{bytes / 1_000_000.0:0.0} MB");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
