using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Exporting;

/// <summary>Lists the parts of a course that a document can show, in order.</summary>
internal static class ReadingCopy
{
    /// <summary>Returns the complete course.</summary>
    public static IEnumerable<CopyPart> Of(Course course) =>
        course
            .Modules.SelectMany(module => Of(course, module))
            .Prepend(new CopyHeading(1, course.Title.Value, course.Id.Value));

    /// <summary>Returns a module: its title and summary, and its pages.</summary>
    public static IEnumerable<CopyPart> Of(Course course, Module module)
    {
        yield return new CopyHeading(2, module.Title.Value, module.Id.Value);
        if (module.Summary is { } summary)
            yield return new CopyText(summary);
        foreach (Page page in module.Pages)
        {
            yield return new CopyHeading(3, page.Title.Value, page.Id.Value);
            if (page.Sentence is { } sentence)
                yield return new CopyLine(sentence.Value);
            foreach (Block block in page.Blocks)
            foreach (CopyPart part in Of(course, block, module, page))
                yield return part;
            foreach (Question question in page.Assessment?.Questions ?? [])
                yield return new CopyQuestion(new PlacedQuestion(question, module, page));
        }
        if (module.Takeaway is { } takeaway)
            yield return new CopyLine(takeaway.Value, IsBold: true);
    }

    private static IEnumerable<CopyPart> Of(Course course, Block block, Module module, Page page) =>
        block is Question question ? [new CopyQuestion(new PlacedQuestion(question, module, page))] : Of(course, block);

    /// <summary>Returns a block that is no question.</summary>
    public static IEnumerable<CopyPart> Of(Course course, Block block) =>
        block switch
        {
            ImageBlock image =>
            [
                new CopyPicture(image.Src, image.Alt?.Value ?? "", image.Caption, image.Credit?.Value),
            ],
            TableBlock table => [Line(table.Caption), new CopyTable(table.Columns, table.Rows)],
            SceneBlock scene =>
            [
                .. Heading(scene.Title),
                .. scene.Turns.Select(turn => new CopyText(turn.Text, SpeakerOf(course, turn.Speaker?.Value))),
            ],
            FlowBlock flow =>
            [
                .. Heading(flow.Title),
                new CopyList(
                    IsNumbered: true,
                    [.. flow.Boxes.Select(box => new CopyItem(box.Text, ArrowsOf(flow, box)))]
                ),
            ],
            ToolBlock tool => [Line(course.Tools.FirstOrDefault(own => own.Id.Value == tool.Tool.Value)?.Title)],
            ToolsBlock or SourcesBlock or CountryBlock or SupportBoxBlock or BeforeAfterBlock or CardBlock =>
            [
                .. Generic(course, block),
                .. Listed(course, block),
            ],
            _ => Generic(course, block),
        };

    /// <summary>Reports the files of a course that a document has no player for.</summary>
    /// <param name="course">The course.</param>
    /// <param name="format">The name of the format.</param>
    /// <param name="bag">Receives the report.</param>
    public static void ReportFiles(Course course, string format, DiagnosticBag bag)
    {
        foreach (Page page in course.Pages)
        foreach (Block block in BlockParts.Blocks(page))
            switch (block)
            {
                case VideoBlock video:
                    Changed(video.Src, "its transcript");
                    break;
                case AudioBlock audio:
                    Changed(audio.Src, "its transcript");
                    break;
                case DownloadBlock download:
                    Changed(download.Src, "its name");
                    break;
            }

        void Changed(AssetRef file, string how) =>
            bag.Add(
                ExportingRules.PartChanged,
                file.Span,
                course.Pages.First(page => BlockParts.Assets(page).Any(asset => asset.Span == file.Span)).Id.Value,
                format,
                $"the file “{file.Path}”",
                how
            );
    }

    private static CopyLine Line(Located<string>? text) => new(text?.Value ?? "", IsBold: true);

    private static IEnumerable<CopyPart> Heading(Located<string>? title) =>
        title is null ? [] : [new CopyHeading(4, title.Value, null)];

    private static string? SpeakerOf(Course course, string? id) =>
        id is null ? null : course.Cast.FirstOrDefault(person => person.Id.Value == id)?.Name.Value ?? id;

    /// <summary>Returns where the arrows of a box lead, by the numbers of the boxes: “Yes → 3, No → 4”.</summary>
    private static string? ArrowsOf(FlowBlock flow, FlowBox box) =>
        box.Arrows.Count == 0
            ? null
            : string.Join(
                ", ",
                box.Arrows.Select(arrow =>
                    $"{(arrow.Label is { } label ? label.Value + " " : "")}→ "
                    + (flow.Boxes.ToList().FindIndex(other => other.Id.Value == arrow.To.Value) + 1)
                )
            );

    /// <summary>Returns what a block lists from other places of the course.</summary>
    private static IEnumerable<CopyPart> Listed(Course course, Block block) =>
        block switch
        {
            ToolsBlock => course.Tools.Select(tool => new CopyLine(tool.Title.Value)),
            SourcesBlock => course.Cited.Select(source => new CopyLine(
                string.Join(
                    ", ",
                    new[]
                    {
                        source.Title.Value,
                        source.Publisher.Value,
                        source.Year?.Value,
                        source.Url?.Value,
                    }.OfType<string>()
                )
            )),
            SupportBoxBlock when course.Support is { } support => [new CopyText(support.Body)],
            _ => [],
        };

    /// <summary>Fields of words that say how a block looks or works, and not what people read.</summary>
    private static readonly HashSet<string> s_settings = new(
        "tone width size shape id name type speaker poster captions keep icon side url left top".Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>Returns the texts and pictures of a block in the order of its fields.</summary>
    private static IEnumerable<CopyPart> Generic(Course course, Block block)
    {
        IReadOnlyDictionary<string, object?> values = BlockKinds.Of(block).Show(block);
        string[] fields = [.. BlockKinds.Of(block).Shape.Fields.Select(field => field.Name).Where(values.ContainsKey)];
        return fields.SelectMany(field => Part(course, field, values[field], values, isTop: true));
    }

    private static IEnumerable<CopyPart> Part(
        Course course,
        string name,
        object? value,
        IReadOnlyDictionary<string, object?> around,
        bool isTop
    )
    {
        switch (value)
        {
            case RichText text:
                return [new CopyText(text)];
            case string words
                when words.Length > 0 && !s_settings.Contains(name) && !(name is "alt" && IsPictured(around)):
                return name is "title" && isTop
                    ? [new CopyHeading(4, words, null)]
                    : [new CopyLine(words, IsBold: name is "title" or "name" or "number" or "when" or "label")];
            case Picture picture:
                return [new CopyPicture(picture.Src, picture.Alt?.Value ?? "", null, picture.Credit?.Value)];
            case AssetRef asset when AssetRules.Pictures.Contains(Path.GetExtension(asset.Path).ToLowerInvariant()):
                return [new CopyPicture(asset, around.GetValueOrDefault("alt") as string ?? "", null, null)];
            case AssetRef asset when !s_settings.Contains(name):
                return [new CopyLine(asset.Path)];
            case IReadOnlyDictionary<string, object?> group:
                return group.SelectMany(field => Part(course, field.Key, field.Value, group, isTop: false));
            case IEnumerable<Block> blocks:
                return blocks.SelectMany(block => Of(course, block));
            case System.Collections.IEnumerable list and not string:
                object?[] items = [.. list.Cast<object?>()];
                return items.Length > 0 && items.All(item => item is RichText)
                    ? [new CopyList(IsNumbered: false, [.. items.Cast<RichText>().Select(item => new CopyItem(item))])]
                    : items.SelectMany(item => Part(course, name, item, around, isTop: false));
            case Block inner:
                return Of(course, inner);
            default:
                return [];
        }
    }

    private static bool IsPictured(IReadOnlyDictionary<string, object?> around) =>
        around.Values.Any(value => value is AssetRef);
}
