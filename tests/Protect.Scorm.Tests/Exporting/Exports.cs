using System.Text;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Exporting;
using Protect.Scorm.Model;

namespace Protect.Scorm.Tests.Exporting;

/// <summary>Exports courses for tests.</summary>
internal static class Exports
{
    public static readonly ExportFormat[] Formats =
    [
        ExportFormat.MoodleXml,
        ExportFormat.Gift,
        ExportFormat.Csv,
        ExportFormat.Xlsx,
        ExportFormat.Docx,
        ExportFormat.Markdown,
    ];

    public static string EveryPart => Repository.At("tests", "fixtures", "export", "every-part", "course");

    public static CourseSource Open(string folder) => new(SourceFolder.Course(folder, "course"));

    public static Exported Write(string folder, ExportFormat format, string? language = null) =>
        CourseExport.Write(Open(folder), new EditionRequest { Language = language }, format);

    public static Exported Write(IReadOnlyDictionary<string, byte[]> files, ExportFormat format) =>
        CourseExport.Write(new CourseSource(SourceFolder.InMemory(files)), new EditionRequest(), format);

    public static Course Read(string folder) =>
        EditionReader.Read(Open(folder), new EditionRequest(), new DiagnosticBag())!;

    public static Course Read(IReadOnlyDictionary<string, byte[]> files) =>
        EditionReader.Read(new CourseSource(SourceFolder.InMemory(files)), new EditionRequest(), new DiagnosticBag())!;

    public static string Text(this Exported exported) => Encoding.UTF8.GetString(exported.Files[0].Bytes.Span);
}
