using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Exporting;

/// <summary>
/// Writes the complete course as a folder of Markdown: one file per module, with its pages as headings of level 2, and
/// the pictures. Ids are attributes of headings, <c>{#id}</c>. A question has the form that an import reads, or else a
/// heading of level 4.
/// </summary>
internal sealed partial class MarkdownCopy(ExportCourse course, DiagnosticBag bag)
{
    private const string Media = "media/";

    private readonly ExportPictures _pictures = new(course.Folder);
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _modules = course
        .Course.Modules.Select((module, index) => (module, index))
        .SelectMany(item => item.module.Pages.Select(page => (page, item.module, item.index)))
        .ToDictionary(item => item.page.Id.Value, item => FileOf(item.module, item.index), StringComparer.Ordinal);

    /// <summary>Returns the files, below a folder with the id of the course.</summary>
    public IReadOnlyList<PackageFile> Write()
    {
        Course own = course.Course;
        var index = new StringBuilder($"# {Escape(own.Title.Value)}\n\n{Escape(own.Description.Value)}\n\n");
        var files = new List<PackageFile>();
        for (int at = 0; at < own.Modules.Count; at++)
        {
            string name = FileOf(own.Modules[at], at);
            index.Append($"{at + 1}. [{Escape(own.Modules[at].Title.Value)}]({name})\n");
            files.Add(File(name, TextOf(own.Modules[at])));
        }
        index.Append(
            $"\n{Escape(string.Join(", ", own.Authors.Select(author => author.Value)))}. {Escape(own.Licence.Value)}\n"
        );
        return
        [
            File("index.md", index.ToString()),
            .. files,
            .. _files
                .OrderBy(file => file.Key, StringComparer.Ordinal)
                .Select(file => new PackageFile($"{own.Id.Value}/{Media}{file.Key}", file.Value, IsText: false)),
        ];
    }

    private PackageFile File(string name, string text) => PackageFile.OfText($"{course.Course.Id.Value}/{name}", text);

    private static string FileOf(Module module, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{index + 1:00}-{module.Id.Value}.md");

    private string TextOf(Module module)
    {
        IEnumerable<string> parts = ReadingCopy
            .Of(course.Course, module)
            .SelectMany(part => part is CopyQuestion question ? QuestionOf(question.Question) : [part])
            .Select(Of)
            .Where(part => part.Length > 0);
        return string.Join("\n\n", parts) + "\n";
    }

    private IEnumerable<CopyPart> QuestionOf(PlacedQuestion placed)
    {
        Question question = placed.Question;
        FormatTables.Markdown.Report(question, bag);
        if (new MarkdownQuestions(Text).Of(question) is not { } written)
            return QuestionCopy.Of(course.Course, placed);
        return
        [
            .. question.Core.Blocks.SelectMany(block => ReadingCopy.Of(course.Course, block)),
            .. QuestionCopy.Pictures(question.Core.Picture),
            new CopyMarkdown(written),
            .. QuestionCopy.Pictures(
                question.Core.Feedback.RightPicture,
                question.Core.Feedback.WrongPicture,
                question.Core.Feedback.PartlyPicture
            ),
        ];
    }

    private string Of(CopyPart part) =>
        part switch
        {
            CopyHeading heading =>
                $"{new string('#', heading.Id is null ? 3 : heading.Level is 4 ? 4 : heading.Level - 1)} "
                    + Escape(heading.Text)
                    + (heading.Id is null ? "" : $" {{#{heading.Id}}}"),
            CopyText { Label: { } label } text => $"**{Escape(label)}:** {Text(text.Text)}",
            CopyText text => Text(text.Text),
            CopyLine { Text: "" } => "",
            CopyLine { IsBold: true } line => $"**{Escape(line.Text)}**",
            CopyLine line => Escape(line.Text),
            CopyList list => string.Join(
                "\n",
                list.Items.Select((item, index) => ItemOf(item, list.IsNumbered ? $"{index + 1}." : "-"))
            ),
            CopyTable table => TableOf(table),
            CopyPicture picture => PictureOf(picture),
            CopyMarkdown written => written.Markdown,
            _ => "",
        };

    private string ItemOf(CopyItem item, string mark)
    {
        string box = item.IsRight is { } isRight ? (isRight ? "[x] " : "[ ] ") : "";
        string words = item.Mark is null ? "" : Escape(item.Mark) + " ";
        string indent = new(' ', mark.Length + 1);
        string text = $"{mark} {box}{words}{Text(item.Text).Replace("\n", "\n" + indent, StringComparison.Ordinal)}";
        if (item.Note is null)
            return text;
        return text + string.Concat(Text(item.Note).Split('\n').Select(line => $"\n{indent}> {line}".TrimEnd()));
    }

    private string TableOf(CopyTable table)
    {
        // A bar in a cell of a table block is a word; Markdown would end the cell there.
        string Cell(RichText cell) => Text(cell).Replace("|", @"\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
        string Row(IEnumerable<RichText> cells) => $"| {string.Join(" | ", cells.Select(Cell))} |";
        string rule = $"|{string.Concat(table.Columns.Select(_ => "---|"))}";
        return string.Join("\n", table.Rows.Select(Row).Prepend(rule).Prepend(Row(table.Columns)));
    }

    private string PictureOf(CopyPicture picture)
    {
        string name = _pictures.NameOf(picture.Src);
        _files[name] = _pictures.Read(picture.Src);
        string image = $"![{Escape(picture.Alt)}]({Media}{Uri.EscapeDataString(name)})";
        return string.Join(
            "\n\n",
            new[]
            {
                image,
                picture.Caption is { } caption ? Text(caption) : null,
                picture.Credit is { } credit ? $"*{Escape(credit)}*" : null,
            }.OfType<string>()
        );
    }

    /// <summary>
    /// Returns a text as it is, with headings below those of its page, and links to pages as links to their files.
    /// </summary>
    private string Text(RichText text)
    {
        string markdown = PageLinks()
            .Replace(
                text.Markdown.Trim('\n').TrimEnd(),
                link =>
                    _modules.TryGetValue(link.Groups[1].Value, out string? file)
                        ? $"]({file}#{link.Groups[1].Value})"
                        : link.Value
            );
        bool isInCode = false;
        return string.Join(
            '\n',
            markdown
                .Split('\n')
                .Select(line =>
                {
                    if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
                        isInCode = !isInCode;
                    return !isInCode && line.StartsWith("##", StringComparison.Ordinal) ? "#" + line : line;
                })
        );
    }

    /// <summary>Escapes words that are no Markdown.</summary>
    private static string Escape(string words) => Marks().Replace(words.ReplaceLineEndings(" "), @"\$0");

    [GeneratedRegex(@"[\\`*_\[\]<>$~^|#{}&]|^[-+]|^\d+(?=[.)])")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\]\(page:([a-z0-9-]+)\)")]
    private static partial Regex PageLinks();
}
