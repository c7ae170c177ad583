using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Protect.Scorm.Cli.Packages;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli.Reports;

/// <summary>Report for machines: one JSON document on standard output.</summary>
internal sealed class JsonReport : Report
{
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<CourseEntry> _courses = [];

    public override void Add(string course, CompileResult result, string? path, TimeSpan time)
    {
        _diagnostics.AddRange(result.Diagnostics);
        _courses.Add(CourseEntry.Of(course, result, path, (long)time.TotalMilliseconds));
    }

    public override void Finish() =>
        Print(
            new ReportDocument(
                [.. _diagnostics.Select(DiagnosticEntry.Of)],
                _courses,
                Packages.Count == 0 ? null : [.. Packages.Select(PackageEntry.Of)]
            ),
            ReportJson.Unescaped.ReportDocument
        );

    /// <summary>Writes a document to standard output.</summary>
    public static void Print<T>(T document, JsonTypeInfo<T> type)
    {
        using Stream output = Console.OpenStandardOutput();
        output.Write([.. JsonSerializer.SerializeToUtf8Bytes(document, type), (byte)'\n']);
    }
}
