using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Importing.Html;

namespace Protect.Scorm.Importing.Documents;

/// <summary>A line of <c>SUMMARY.md</c>.</summary>
/// <param name="Title">The title.</param>
/// <param name="Path">The file; null for a draft without one.</param>
/// <param name="Depth">0 for a chapter, 1 for one inside it, and so on; -1 for the title of a part.</param>
/// <param name="Line">The line, from 1.</param>
internal sealed record MarkdownChapter(string Title, string? Path, int Depth, int Line);

/// <summary>A Markdown file of a folder.</summary>
internal sealed partial class MarkdownPage
{
    private readonly Dictionary<string, string> _front;

    /// <param name="path">The path in the folder.</param>
    /// <param name="file">The text.</param>
    /// <param name="number">The number among all files, for links.</param>
    public MarkdownPage(string path, SourceFile file, int number)
    {
        (Path, File) = (path, file);
        LinkName = string.Create(CultureInfo.InvariantCulture, $"file-{number}");
        Lines = file.Text.Replace("\r", "").Split('\n');
        _front = [];
        if (
            Lines[0].TrimEnd() == "---"
            && Array.FindIndex(Lines, 1, line => line.TrimEnd() is "---" or "...") is > 0 and var end
        )
        {
            _front = FrontMatter.Read(Lines[1..end]);
            First = end + 1;
        }
        string? heading = Lines.Skip(First).FirstOrDefault(line => TopHeading().IsMatch(line));
        Title =
            heading is not null && HtmlReader.Plain(MarkdownHtml.Of(heading)) is { Length: > 0 } words
                ? words
                : FrontTitle ?? Words(System.IO.Path.GetFileNameWithoutExtension(path));
    }

    /// <summary>The path in the folder.</summary>
    public string Path { get; }

    /// <summary>The text.</summary>
    public SourceFile File { get; }

    /// <summary>The lines of the text.</summary>
    public string[] Lines { get; }

    /// <summary>The index of the first line after the front matter.</summary>
    public int First { get; }

    /// <summary>The title: the first heading, the front matter, or the name of the file.</summary>
    public string Title { get; }

    /// <summary>The name by which links lead here.</summary>
    public string LinkName { get; }

    /// <summary>The title in the front matter; null for none.</summary>
    public string? FrontTitle =>
        _front.GetValueOrDefault("title") is { Length: > 0 } title ? MarkdownText.Plain(title) : null;

    /// <summary>The position in the sidebar of Docusaurus; null for none.</summary>
    public double? Position =>
        double.TryParse(
            _front.GetValueOrDefault("sidebar_position"),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out double position
        )
            ? position
            : null;

    /// <summary>True for the page of a folder itself.</summary>
    public bool IsIndex =>
        System.IO.Path.GetFileNameWithoutExtension(Path) is var name
        && (
            name.Equals("index", StringComparison.OrdinalIgnoreCase)
            || name.Equals("readme", StringComparison.OrdinalIgnoreCase)
            || Path.Split('/') is [.., var folder, _] && folder.Equals(name, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>The chapters that <c>SUMMARY.md</c> lists.</summary>
    public IReadOnlyList<MarkdownChapter> Chapters =>
        [
            .. Lines
                .Select((line, index) => (Match: Chapter().Match(line), Line: line, Number: index + 1))
                .Select(row =>
                    row.Match.Success
                        ? new MarkdownChapter(
                            HtmlReader.Plain(MarkdownHtml.Of(row.Match.Groups["title"].Value)),
                            row.Match.Groups["path"].Value.Trim() is { Length: > 0 } path
                                ? path.TrimStart('<').TrimEnd('>')
                                : null,
                            row.Match.Groups["mark"].Success ? Depth(row.Match.Groups["indent"].Value) : 0,
                            row.Number
                        )
                    : row.Number > 1
                    && TopHeading().Match(row.Line) is { Success: true } part
                    && !row.Line.Contains("Summary", StringComparison.OrdinalIgnoreCase)
                        ? new MarkdownChapter(MarkdownText.Plain(part.Groups[1].Value), null, -1, row.Number)
                    : null
                )
                .OfType<MarkdownChapter>()
                .Where(chapter => chapter.Title.Length > 0),
        ];

    private static int Depth(string indent) => Math.Min(indent.Replace("\t", "    ").Length / 2, 8);

    /// <summary>Returns the number that a name begins with, as in <c>02-rules.md</c>; null for none.</summary>
    public static double? NumberOf(string name) =>
        NumberPrefix().Match(name) is { Success: true } number
            ? double.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture)
            : null;

    /// <summary>Returns a name of a file or folder as a title: without number, hyphens and underlines.</summary>
    public static string Words(string name)
    {
        string words = MarkdownText.Plain(NumberPrefix().Replace(name, "").Replace('-', ' ').Replace('_', ' '));
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex(@"^# +(.+?)\s*#*\s*$")]
    private static partial Regex TopHeading();

    [GeneratedRegex(
        @"^(?<indent>\s*)(?<mark>[-*+]\s+)?\[(?<title>(?:\\.|[^\]\\]){1,300})\]\((?<path>[^)]{0,500})\)\s*$"
    )]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^(\d{1,4})\s*[-_.]+\s*(?=\D)")]
    private static partial Regex NumberPrefix();
}

/// <summary>Reads the plain values of front matter: <c>title: Words</c>. Lists and groups are left out.</summary>
internal static partial class FrontMatter
{
    /// <summary>Returns the values by name.</summary>
    public static Dictionary<string, string> Read(IEnumerable<string> lines)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in lines)
            if (Value().Match(line) is { Success: true } value)
            {
                string text = value.Groups[2].Value.Trim();
                if (text.Length > 1 && text[0] is '"' or '\'' && text[^1] == text[0])
                    text = text[1..^1];
                values.TryAdd(value.Groups[1].Value, text);
            }
        return values;
    }

    [GeneratedRegex(@"^([A-Za-z_][A-Za-z0-9_-]{0,40}):\s+(\S.{0,400})$")]
    private static partial Regex Value();
}

/// <summary>Reads a text or number of the first level of a JSON file.</summary>
internal static class JsonField
{
    /// <summary>Returns the value; null when there is none or the file is no JSON.</summary>
    public static string? Of(string json, string field)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(
                json,
                new JsonDocumentOptions
                {
                    MaxDepth = 20,
                    AllowTrailingCommas = true,
                    CommentHandling = JsonCommentHandling.Skip,
                }
            );
            return
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty(field, out JsonElement value)
                ? value.ValueKind == JsonValueKind.String
                    ? value.GetString()
                    : value.GetRawText()
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
