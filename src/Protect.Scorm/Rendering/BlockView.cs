using System.Globalization;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>
/// Prepares the fields of a block for its template: Markdown as HTML, files as addresses with size and type.
/// </summary>
internal sealed class BlockView(SourceFolder course, Markdown markdown, UiStrings strings, PackageSize size)
{
    private readonly Dictionary<string, (int Width, int Height)?> _sizes = new(StringComparer.Ordinal);

    /// <param name="block">Any block.</param>
    /// <param name="inner">Renders the blocks inside it.</param>
    public IReadOnlyDictionary<string, object?> Of(Block block, Func<IReadOnlyList<Block>, Html> inner)
    {
        bool words = TextAlternatives.Is(block, size);
        IReadOnlyDictionary<string, object?> fields = BlockKinds.Of(block).Show(block);
        Dictionary<string, object?> view = Map(
            words
                ? fields.ToDictionary(field => field.Key, field => field.Value is AssetRef ? null : field.Value)
                : fields,
            inner
        );
        view["in_words"] = words;
        return view;
    }

    private Dictionary<string, object?> Map(
        IReadOnlyDictionary<string, object?> fields,
        Func<IReadOnlyList<Block>, Html> inner
    )
    {
        var view = fields.ToDictionary(field => field.Key, field => Convert(field.Value, inner));
        foreach (AssetRef asset in fields.Values.OfType<AssetRef>())
            Describe(asset, view);
        return view;
    }

    private object? Convert(object? value, Func<IReadOnlyList<Block>, Html> inner) =>
        value switch
        {
            RichText text => markdown.Render(text),
            AssetRef asset => AssetNames.InPackage(course.Resolve(asset.Path)),
            UiString text => strings.Page[text.Key],
            IReadOnlyDictionary<string, object?> map => Map(map, inner),
            IReadOnlyList<object?> { Count: > 0 } blocks when blocks.All(item => item is Block) => inner([
                .. blocks.Cast<Block>(),
            ]),
            string => value,
            System.Collections.IEnumerable list => list.Cast<object?>().Select(item => Convert(item, inner)).ToList(),
            _ => value,
        };

    private void Describe(AssetRef asset, Dictionary<string, object?> view)
    {
        byte[] bytes = course.Read(asset.Path);
        if (asset.Path.EndsWith(".vtt", StringComparison.OrdinalIgnoreCase) && course.Text(asset.Path) is { } captions)
        {
            view["cues"] = WebVtt
                .Read(captions, out _)
                .Select(cue => new Dictionary<string, object?>
                {
                    ["start"] = Number(cue.Start),
                    ["end"] = Number(cue.End),
                    ["text"] = cue.Text,
                })
                .ToList();
            return;
        }
        view["size"] = Size(bytes.Length);
        view["format"] = Path.GetExtension(asset.Path).TrimStart('.').ToUpperInvariant();
        if (view.GetValueOrDefault("width") is not null)
            return; // keep the size of the video, not of its still picture
        if (!_sizes.TryGetValue(asset.Path, out (int Width, int Height)? measured))
            _sizes[asset.Path] = measured = VideoSize.Read(bytes) ?? PictureSize.Read(bytes);
        view["width"] = measured?.Width;
        view["height"] = measured?.Height;
    }

    private static string Number(double seconds) => seconds.ToString("0.###", CultureInfo.InvariantCulture);

    private string Size(int bytes) =>
        bytes < 1_000_000
            ? $"{Math.Max(1, (bytes + 500) / 1000)} {strings.Page["kilobytes"]}"
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.0} {strings.Page["megabytes"]}")
                .Replace(".", strings.Page["decimal_mark"]);
}
