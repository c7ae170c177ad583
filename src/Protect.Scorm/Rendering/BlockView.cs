using System.Globalization;
using System.Text;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>Renders the parts of a block for one variant of the page.</summary>
/// <param name="Texts">Renders Markdown.</param>
/// <param name="Pictures">Renders pictures in questions.</param>
/// <param name="Inner">The blocks inside it, rendered.</param>
internal sealed record PartRenderers(Func<RichText, Html> Texts, Func<Picture, Html> Pictures, Html Inner);

/// <summary>
/// Prepares the fields of a block for its template: Markdown as HTML, files as addresses, properties of files as text.
/// </summary>
internal sealed class BlockView(
    SourceFolder course,
    UiStrings strings,
    PackageSize size,
    IReadOnlyList<CastMember> cast,
    DiagnosticBag bag
)
{
    /// <param name="block">Any block.</param>
    /// <param name="parts">Renders its parts.</param>
    public IReadOnlyDictionary<string, object?> Of(Block block, PartRenderers parts)
    {
        bool isInWords = TextAlternatives.Is(block, size);
        var view = new Dictionary<string, object?>();
        foreach ((string name, object? value) in BlockKinds.Of(block).Show(block))
            view[name] = Convert(value, parts, isInWords);
        BlockData.InWords.AddTo(view, isInWords);
        return view;
    }

    /// <summary>Prepares a picture in a question for its template.</summary>
    public PictureView Of(Picture picture, bool isPrint) =>
        new(
            picture,
            AssetNames.InPackage(course.Resolve(picture.Src.Path)),
            Measure([picture.Src.Path]),
            size == PackageSize.Text,
            isPrint
        );

    private object? Convert(object? value, PartRenderers parts, bool isInWords) =>
        value switch
        {
            RichText text => parts.Texts(text),
            ListText text => FormulaWriter.InWords(parts.Texts(text.Text)),
            Picture picture => parts.Pictures(picture),
            GappedText gapped => Cut(gapped, parts),
            AssetRef or FileFact when isInWords => null,
            Speaker speaker => cast.FirstOrDefault(person => person.Id.Value == speaker.Id.Value) is { } person
                ? Convert(Cast.Person.Show(person), parts, size == PackageSize.Text)
                : null,
            AssetRef asset => AssetNames.InPackage(course.Resolve(asset.Path)),
            UiString text => strings.Page[text.Key],
            FileFact fact => Read(fact),
            IReadOnlyDictionary<string, object?> map => map.ToDictionary(
                field => field.Key,
                field => Convert(field.Value, parts, isInWords)
            ),
            IReadOnlyList<object?> { Count: > 0 } blocks when blocks.All(item => item is Block) => parts.Inner,
            string => value,
            System.Collections.IEnumerable list => list.Cast<object?>()
                .Select(item => Convert(item, parts, isInWords))
                .ToList(),
            _ => value,
        };

    /// <summary>Cuts the HTML of a text at its gaps. Reports gaps inside a tag or an address.</summary>
    private List<object?> Cut(GappedText gapped, PartRenderers parts)
    {
        var segments = new List<object?>();
        var found = new HashSet<int>();
        var text = new StringBuilder();
        bool isTag = false;
        foreach (char character in parts.Texts(gapped.Text).Text)
        {
            if (character is '<' or '>')
                isTag = character == '<';
            if (character == GappedText.Filler)
                continue;
            if (gapped.GapOf(character) is not { } gap)
                text.Append(character);
            else if (!isTag && found.Add(gap))
            {
                AddText();
                Add(null, Convert(gapped.Gaps[gap].Names, parts, isInWords: false));
            }
        }
        AddText();
        for (int gap = 0; gap < gapped.Gaps.Count; gap++)
            if (!found.Contains(gap))
                bag.Add(
                    RenderingRules.GapInTag,
                    gapped.Text.Locate(gapped.Gaps[gap].At, gapped.Gaps[gap].Length),
                    gapped.Gaps[gap].Name
                );
        return segments;

        void Add(Html? html, object? gap) =>
            segments.Add(new Dictionary<string, object?> { ["text"] = html, ["gap"] = gap });

        void AddText()
        {
            if (text.Length > 0)
                Add(new Html(text.ToString()), null);
            text.Clear();
        }
    }

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
