using System.Text;
using Protect.Scorm.Checking;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Model;

namespace Protect.Scorm.Exporting;

/// <summary>A format in which a course leaves.</summary>
internal enum ExportFormat
{
    MoodleXml,
    Gift,
    Csv,
    Xlsx,
    Docx,
    Markdown,
}

/// <summary>The result of an export.</summary>
/// <param name="Files">The files; empty when there is an error.</param>
/// <param name="Questions">The number of questions in the course.</param>
/// <param name="Diagnostics">The loss report, or the errors of the course.</param>
internal sealed record Exported(IReadOnlyList<PackageFile> Files, int Questions, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Writes a course in a format of others, with a report of what that format cannot hold.</summary>
internal static class CourseExport
{
    /// <summary>
    /// Exports a course. The same folder gives the same bytes on every machine. A course with errors is not exported.
    /// </summary>
    public static Exported Write(CourseSource source, EditionRequest request, ExportFormat format)
    {
        var checks = new DiagnosticBag();
        Course? course = EditionReader.Read(source, request, checks);
        if (course is not null && !checks.HasErrors)
            CourseChecks.Run(course, source.Folder, checks);
        if (course is null || checks.HasErrors)
            return Refused(checks, 0);
        var bag = new DiagnosticBag();
        var content = new ExportCourse(
            course,
            source.Folder,
            new ExportText(course, checks, keepsTex: format != ExportFormat.Docx)
        );
        foreach (RichText text in BlockParts.AllTexts(course))
            content.Texts.Check(text);
        if (checks.HasErrors)
            return Refused(checks, course.Questions.Count());
        IReadOnlyList<PackageFile>? files = FilesOf(content, format, bag);
        int questions = course.Questions.Count();
        if (checks.HasErrors)
            return Refused(checks, questions);
        if (format is ExportFormat.Docx or ExportFormat.Markdown)
            ReadingCopy.ReportFiles(course, NameOf(format), bag);
        if (files is null)
            bag.Add(ExportingRules.NoQuestions, course.Title.Span, NameOf(format));
        ReportSlots(source, request, course, bag);
        return new Exported(files ?? [], questions, bag.Sorted);
    }

    private static Exported Refused(DiagnosticBag checks, int questions) =>
        new([], questions, [.. checks.Sorted.Where(finding => finding.IsError)]);

    private static IReadOnlyList<PackageFile>? FilesOf(ExportCourse course, ExportFormat format, DiagnosticBag bag)
    {
        string id = course.Course.Id.Value;
        return format switch
        {
            ExportFormat.MoodleXml => One($"{id}.xml", new MoodleXml(course, bag).Write()),
            ExportFormat.Gift => One($"{id}.gift.txt", Utf8(new Gift(course, bag).Write())),
            ExportFormat.Csv => One($"{id}.csv", new SheetExport(course, bag).Csv()),
            ExportFormat.Xlsx => One($"{id}.xlsx", new SheetExport(course, bag).Xlsx()),
            ExportFormat.Docx => One($"{id}.docx", new WordCopy(course, bag).Write()),
            ExportFormat.Markdown => new MarkdownCopy(course, bag).Write(),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
    }

    private static byte[]? Utf8(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);

    private static IReadOnlyList<PackageFile>? One(string name, byte[]? bytes) =>
        bytes is null ? null : [new PackageFile(name, bytes, IsText: !name.EndsWith('x'))];

    /// <summary>Returns the name of a format in messages.</summary>
    public static string NameOf(ExportFormat format) =>
        format switch
        {
            ExportFormat.MoodleXml => FormatTables.MoodleXml.Name,
            ExportFormat.Gift => FormatTables.Gift.Name,
            ExportFormat.Csv or ExportFormat.Xlsx => FormatTables.Sheet.Name,
            ExportFormat.Docx => FormatTables.Document.Name,
            _ => FormatTables.Markdown.Name,
        };

    /// <summary>Reports the questions whose slots and citations were filled in.</summary>
    private static void ReportSlots(CourseSource source, EditionRequest request, Course course, DiagnosticBag bag)
    {
        if (source.Read(new DiagnosticBag(), request.Edition) is not { } written)
            return;
        foreach ((_, Question question, _) in written.Questions)
            if (
                BlockParts.Texts(question).FirstOrDefault(text => Braces.Leftover(text.Markdown) is not null)
                    is { } text
                && course.Questions.Any(other => other.Question.Id.Value == question.Id.Value)
            )
            {
                (int at, int length) = Braces.Leftover(text.Markdown)!.Value;
                bag.Add(
                    ExportingRules.SlotsFilled,
                    text.Locate(at, length),
                    question.Id.Value,
                    text.Markdown.Substring(at, length)
                );
            }
    }
}
