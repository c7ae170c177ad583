using System.Text;
using System.Xml.Linq;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;

namespace Protect.Scorm.Tests.Packaging;

/// <summary>A course and files to pack, without a folder on disk.</summary>
internal static class Sample
{
    private static readonly SourceSpan Nowhere = SourceFile.WithoutText("course.yaml").Start;

    public static Course Plain { get; } =
        new(
            new CourseHead
            {
                Id = At("night-walk"),
                Version = At("1.2.0"),
                Language = At("fr"),
                Title = At("Marche de nuit"),
                Description = At("Une marche, pas à pas."),
                Minutes = At(45),
                Licence = At("CC-BY-SA-4.0"),
                Authors = [At("Anna Muller"), At("Léo Weber")],
            },
            [],
            Tracked(VerdictBy.Course)
        );

    public static IReadOnlyList<PackageFile> Files { get; } =
    [
        Text("print.html", "<p>x</p>"),
        Media("media/video.mp4"),
        Text("index.html", "<p>y</p>"),
        Text("module-end.js", "protect.module({})"),
        Text("credits.txt", "z"),
    ];

    public static Located<T> At<T>(T value) => new(value, Nowhere);

    public static RichText Markdown(string text) => new(text, Nowhere, IsBlock: false);

    public static PackageFile Text(string name, string text) => new(name, Encoding.UTF8.GetBytes(text), IsText: true);

    public static PackageFile Media(string name) =>
        new(name, Enumerable.Repeat((byte)7, 5000).ToArray(), IsText: false);

    public static Tracking Tracked(VerdictBy by, int passMark = 80) =>
        new()
        {
            CompletedBy = [At(CompletionPart.Assessment)],
            Score = At(ScoreSource.Assessment),
            Report = ReportStyle.PassedFailed,
            DecidedBy = At(by),
            PassMark = passMark,
            Interactions = true,
            Lms = "any",
            Span = Nowhere,
        };

    public static Package Package(params PackageFile[] more) =>
        new()
        {
            FileName = "night-walk-fr-1.2.0-scorm12.zip",
            Files = [.. Files, ManifestWriter.Write(Plain, Files), .. more],
        };

    public static string ManifestText(Course course) =>
        Encoding.UTF8.GetString(ManifestWriter.Write(course, Files).Bytes.Span);

    public static XElement Manifest(Course course) => XDocument.Parse(ManifestText(course)).Root!;

    public static string TextOf(this IEnumerable<PackageFile> files, string name) =>
        Encoding.UTF8.GetString(files.Single(file => file.Name == name).Bytes.Span);

    /// <summary>Returns an official schema embedded in the library.</summary>
    public static byte[] Schema(string name)
    {
        using Stream stream =
            typeof(ManifestWriter).Assembly.GetManifestResourceStream("bundle/" + name)
            ?? throw new FileNotFoundException(name);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
