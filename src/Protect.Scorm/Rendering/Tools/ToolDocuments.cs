using System.Xml.Linq;
using Protect.Scorm.Content;
using Protect.Scorm.Model;
using static Protect.Scorm.Rendering.Tools.WordXml;

namespace Protect.Scorm.Rendering.Tools;

/// <summary>Writes tools as documents for word processors (DOCX, ECMA-376).</summary>
internal sealed class ToolDocuments(RenderTools tools)
{
    private const string Logo = "logo",
        Footer = "footer";

    private readonly Course _course = tools.Input.Course;
    private readonly bool _isRightToLeft = Script.Direction(tools.Input.Course.Language.Value) == "rtl";

    /// <summary>The paper of a section, in twentieths of a point, and the size of its text in half points.</summary>
    private sealed record Paper(int Width, int Height, int Margin, int? Text);

    private static Paper PaperOf(SheetFormat format) =>
        format switch
        {
            SheetFormat.Poster => new Paper(16838, 23811, 850, 34),
            SheetFormat.Cards => new Paper(5953, 8391, 454, 19),
            SheetFormat.Slides => new Paper(16838, 11906, 680, 42),
            _ => new Paper(11906, 16838, 680, null),
        };

    /// <summary>Returns the parts of the document, in the order of the zip.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="logo">The logo of the organisation; null for none.</param>
    public IReadOnlyList<PackageFile> Parts(RenderedTool tool, WordPicture? logo)
    {
        string language = _course.Language.Value;
        var references = new WordReferences();
        XElement body = Body(tool, logo, references);
        return
        [
            Part("[Content_Types].xml", WordParts.ContentTypes(logo is null ? [] : [logo.Ending])),
            Part("_rels/.rels", WordParts.Relations(("document", "officeDocument", "word/document.xml"))),
            Part(
                "docProps/core.xml",
                WordParts.Core(tool.Tool.Title.Value, tool.Tool.IsDiscreet ? "" : _course.Title.Value, language)
            ),
            Part(
                "word/_rels/document.xml.rels",
                WordParts.Relations(
                    [
                        ("styles", "styles", "styles.xml"),
                        ("lists", "numbering", "numbering.xml"),
                        ("settings", "settings", "settings.xml"),
                        (Footer, "footer", "footer1.xml"),
                        .. logo is null
                            ? ((string, string, string)[])[]
                            : [(Logo, "image", $"media/logo.{logo.Ending}")],
                    ],
                    references.Links
                )
            ),
            Part("word/document.xml", WordParts.Document(body)),
            Part("word/footer1.xml", FooterPart(tool.Tool.IsDiscreet)),
            .. logo is null
                ? (PackageFile[])[]
                : [new PackageFile($"word/media/logo.{logo.Ending}", logo.Bytes, IsText: false)],
            WordStyles.Lists(references.Starts),
            Part("word/settings.xml", WordParts.Settings(language, _isRightToLeft)),
            WordStyles.Styles(language, _isRightToLeft),
        ];
    }

    private XElement Body(RenderedTool tool, WordPicture? logo, WordReferences references)
    {
        var fields = new WordFields(tools.Input.Strings.Page["tool_write"]);
        var blocks = new List<XElement>();
        for (int index = 0; index < tool.Sheets.Count; index++)
        {
            RenderedSheet sheet = tool.Sheets[index];
            Paper paper = PaperOf(sheet.Sheet.Format.Value);
            var body = new WordBody(references, fields, _isRightToLeft, paper.Text);
            if (index == 0)
                blocks.AddRange(About(tool.Tool, logo, body));
            blocks.AddRange(Sheet(tool, sheet, body, isFirst: index == 0));
            // The last section belongs to the body, each other one to its last paragraph.
            XElement section = Section(paper, isFirst: index == 0);
            blocks.Add(index == tool.Sheets.Count - 1 ? section : SectionEnd(section));
        }
        return El("body", blocks);
    }

    private IEnumerable<XElement> About(Tool tool, WordPicture? logo, WordBody body)
    {
        UiStrings strings = tools.Input.Strings;
        if (tool.Sheets[0].IsDiscreet)
        {
            yield return body.HeadingOf(1, tool.Title.Value);
            yield break;
        }
        string from = _course.Organisation?.Name.Value ?? _course.Title.Value;
        yield return body.Paragraph(WordStyles.From, logo?.Run(Logo), body.Words((logo is null ? "" : " ") + from));
        yield return body.HeadingOf(1, tool.Title.Value);
        yield return Named(strings.Page["tool_for"], tool.Audience.Value);
        yield return Named(strings.Page["tool_when"], tool.When.Value);
        if (tool.DoesNotReplace is { } instead)
            yield return body.Paragraph(null, body.Words(instead.Value, isBold: true));

        XElement Named(string name, string text) =>
            body.Paragraph(null, body.Words(name, isBold: true), body.Words(" " + text));
    }

    private IEnumerable<XElement> Sheet(RenderedTool tool, RenderedSheet sheet, WordBody body, bool isFirst)
    {
        bool isHeaded = tool.Tool.Sheets.Count > 1 || sheet.IsExample;
        string[] title =
        [
            .. sheet.IsExample ? [tools.Input.Strings.Page["tool_example"]] : (string[])[],
            .. sheet.Sheet.Title is { } own ? [own.Value] : (string[])[],
        ];
        if (isHeaded && title.Length > 0)
            yield return body.HeadingOf(2, string.Join($"{tools.Input.Strings.Page["colon"]} ", title));
        for (int index = 0; index < sheet.Parts.Count; index++)
        {
            RenderedPart part = sheet.Parts[index];
            // Each card and slide has a page of its own; the first follows what the tool says about itself.
            if (sheet.Sheet.IsSet && (index > 0 || isFirst))
                yield return El("p", El("r", El("br", At("type", "page"))));
            if (part.Title is not null)
                yield return body.HeadingOf(isHeaded ? 3 : 2, part.Title);
            foreach (XElement block in body.Write(part.Body))
                yield return block;
        }
    }

    private XElement Section(Paper paper, bool isFirst) =>
        El(
            "sectPr",
            isFirst ? El("footerReference", At("type", "default"), new XAttribute(R + "id", Footer)) : null,
            El(
                "pgSz",
                At("w", paper.Width),
                At("h", paper.Height),
                paper.Width > paper.Height ? At("orient", "landscape") : null
            ),
            El(
                "pgMar",
                At("top", paper.Margin),
                At("right", paper.Margin),
                At("bottom", paper.Margin),
                At("left", paper.Margin),
                At("header", paper.Margin / 2),
                At("footer", paper.Margin / 2),
                At("gutter", 0)
            ),
            _isRightToLeft ? El("bidi") : null
        );

    private static XElement SectionEnd(XElement section) =>
        El(
            "p",
            El(
                "pPr",
                El("spacing", At("after", 0), At("line", 20), At("lineRule", "exact")),
                El("rPr", Val("sz", 2), Val("szCs", 2)),
                section
            )
        );

    /// <summary>Returns the footer of all sheets. It says nothing when one of them must not.</summary>
    private XElement FooterPart(bool isDiscreet)
    {
        string text = isDiscreet
            ? ""
            : (_course.Notice is { } notice ? notice.Value + " " : "")
                + $"{_course.Title.Value} {_course.Version.Value}, {_course.Licence.Value}";
        var body = new WordBody(new WordReferences(), new WordFields(""), _isRightToLeft, null);
        return El(
            "ftr",
            new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
            body.Paragraph(WordStyles.Foot, body.Words(text))
        );
    }
}
