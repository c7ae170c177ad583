using System.Globalization;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>
/// Prepares the fields of a block for its template: Markdown as HTML, files as addresses, properties of files as text.
/// </summary>
internal sealed class BlockView(
    SourceFolder course,
    UiStrings strings,
    PackageSize size,
    IReadOnlyList<CastMember> cast
)
{
    /// <param name="block">Any block.</param>
    /// <param name="texts">Renders Markdown.</param>
    /// <param name="inner">The blocks inside it, rendered.</param>
    public IReadOnlyDictionary<string, object?> Of(Block block, Func<RichText, Html> texts, Html inner)
    {
        bool isInWords = TextAlternatives.Is(block, size);
        var view = new Dictionary<string, object?>();
        foreach ((string name, object? value) in BlockKinds.Of(block).Show(block))
            view[name] = Convert(value, texts, inner, isInWords);
        BlockData.InWords.AddTo(view, isInWords);
        return view;
    }

    private object? Convert(object? value, Func<RichText, Html> texts, Html inner, bool isInWords) =>
        value switch
        {
            RichText text => texts(text),
            AssetRef or FileFact when isInWords => null,
            Speaker speaker => cast.FirstOrDefault(person => person.Id.Value == speaker.Id.Value) is { } person
                ? Convert(Cast.Person.Show(person), texts, inner, size == PackageSize.Text)
                : null,
            AssetRef asset => AssetNames.InPackage(course.Resolve(asset.Path)),
            UiString text => strings.Page[text.Key],
            FileFact fact => Read(fact),
            IReadOnlyDictionary<string, object?> map => map.ToDictionary(
                field => field.Key,
                field => Convert(field.Value, texts, inner, isInWords)
            ),
            IReadOnlyList<object?> { Count: > 0 } blocks when blocks.All(item => item is Block) => inner,
            string => value,
            System.Collections.IEnumerable list => list.Cast<object?>()
                .Select(item => Convert(item, texts, inner, isInWords))
                .ToList(),
            _ => value,
        };

    private object? Read(FileFact fact)
    {
        IEnumerable<string> paths = fact.Files.OfType<AssetRef>().Select(file => file.Path);
        return fact.Property switch
        {
            FileProperty.Width => Measure(paths)?.Width,
            FileProperty.Height => Measure(paths)?.Height,
            FileProperty.Size => Size(course.Read(paths.First()).Length),
            FileProperty.Name => Path.GetFileName(paths.First()),
            FileProperty.Format => Path.GetExtension(paths.First()).TrimStart('.').ToUpperInvariant(),
            FileProperty.Lettering => paths.Any(HasText),
            _ => course.Text(paths.First()) is { } captions
                ? WebVtt.Read(captions, out _).Select(FileFacts.Cue.Show).ToList()
                : null,
        };
    }

    private bool HasText(string path) =>
        path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase)
        && course.Text(path)?.Text.Contains("<text", StringComparison.Ordinal) == true;

    private (int Width, int Height)? Measure(IEnumerable<string> paths) =>
        paths
            .Select(course.Read)
            .Select(bytes => VideoSize.Read(bytes) ?? PictureSize.Read(bytes))
            .FirstOrDefault(size => size is not null);

    private string Size(int bytes) =>
        bytes < 1_000_000
            ? $"{Math.Max(1, (bytes + 500) / 1000)} {strings.Page["kilobytes"]}"
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.0} {strings.Page["megabytes"]}")
                .Replace(".", strings.Page["decimal_mark"]);
}
