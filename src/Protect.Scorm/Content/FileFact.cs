using System.Globalization;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>Property of a file that templates can print.</summary>
internal enum FileProperty
{
    /// <summary>Width in pixels.</summary>
    Width,

    /// <summary>Height in pixels.</summary>
    Height,

    /// <summary>Size with its unit, in the language of the course.</summary>
    Size,

    /// <summary>Type by the ending of the name: PDF.</summary>
    Format,

    /// <summary>Name of the file in the course.</summary>
    Name,

    /// <summary>The captions of a WebVTT file.</summary>
    Cues,

    /// <summary>Whether an SVG has text.</summary>
    Lettering,
}

/// <summary>Property of the first of some files that has it. Rendering reads the files.</summary>
internal sealed record FileFact(FileProperty Property, params IReadOnlyList<AssetRef?> Files);

/// <summary>Names of the properties of files for templates.</summary>
internal static class FileFacts
{
    public static View<Cue> Cue { get; } =
        new View<Cue>()
            .Text("start", cue => Number(cue.Start), "The start, in seconds.")
            .Text("end", cue => Number(cue.End), "The end, in seconds.")
            .Text("text", cue => cue.Text, "The words.");

    public static View<T> Measures<T>(this View<T> view, Func<T, IReadOnlyList<AssetRef?>> files) =>
        view.Add(
                new("width", Shown.Number, "The width in pixels; empty when it is unknown."),
                block => new FileFact(FileProperty.Width, files(block))
            )
            .Add(
                new("height", Shown.Number, "The height in pixels; empty when it is unknown."),
                block => new FileFact(FileProperty.Height, files(block))
            );

    public static View<T> Download<T>(this View<T> view, Func<T, AssetRef> file) =>
        view.Add(
                new("size", Shown.Text, "The size of the file with its unit."),
                block => new FileFact(FileProperty.Size, file(block))
            )
            .Add(
                new("format", Shown.Text, "The type of the file, such as PDF."),
                block => new FileFact(FileProperty.Format, file(block))
            )
            .Add(
                new("file_name", Shown.Text, "The name of the file in the course, for the saved copy."),
                block => new FileFact(FileProperty.Name, file(block))
            );

    public static View<T> Cues<T>(this View<T> view, Func<T, AssetRef> file) =>
        view.Add(
            new("cues", Shown.List, "The captions, in order of time.") { Inner = Cue.Names },
            block => new FileFact(FileProperty.Cues, file(block))
        );

    private static string Number(double seconds) => seconds.ToString("0.###", CultureInfo.InvariantCulture);
}
