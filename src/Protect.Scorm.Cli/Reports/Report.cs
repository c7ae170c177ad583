using Protect.Scorm.Inspecting.Verdicts;

namespace Protect.Scorm.Cli.Reports;

/// <summary>Report of a build or check: findings and packages.</summary>
internal abstract class Report
{
    /// <summary>Creates a report for a value of <c>--format</c>.</summary>
    /// <param name="format">The value.</param>
    /// <param name="findings">Receives the findings of a report for people.</param>
    public static Report For(string format, TextWriter findings) =>
        format switch
        {
            "json" => new JsonReport(),
            "sarif" => new SarifReport(),
            _ => new TextReport(findings),
        };

    /// <summary>Inspected packages, for the formats JSON and SARIF.</summary>
    public IReadOnlyList<PackageReport> Packages { get; set; } = [];

    /// <summary>Adds the result of one package.</summary>
    /// <param name="course">Course as messages show it.</param>
    /// <param name="result">Result of the compilation.</param>
    /// <param name="path">Path of the written package; null if none was written.</param>
    /// <param name="time">Duration of the compilation.</param>
    public abstract void Add(string course, CompileResult result, string? path, TimeSpan time);

    /// <summary>Writes the end of the report, after all results were added.</summary>
    public abstract void Finish();
}
