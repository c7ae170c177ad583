using System.Xml.Linq;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;
using Protect.Scorm.Rendering;
using Protect.Scorm.Rendering.Tools;
using static Protect.Scorm.Rendering.Tools.WordXml;

namespace Protect.Scorm.Exporting;

/// <summary>
/// Writes the complete course as a document for word processors (DOCX, ECMA-376): modules, pages and blocks as
/// headings, with their ids, so that a remark names its place.
/// </summary>
internal sealed class WordCopy(ExportCourse course, DiagnosticBag bag)
{
    private readonly List<(AssetRef Src, WordPicture Picture)> _pictures = [];
    private readonly WordReferences _references = new();
    private readonly bool _isRightToLeft = Script.Direction(course.Course.Language.Value) == "rtl";
    private int _shown;

    /// <summary>Returns the file.</summary>
    public byte[] Write()
    {
        var body = new WordBody(_references, new WordFields(""), _isRightToLeft, null);
        Course own = course.Course;
        XElement[] blocks =
        [
            .. ReadingCopy.Of(own).SelectMany(WithQuestions).SelectMany(part => Of(part, body)),
            Section(),
        ];
        string language = own.Language.Value;
        PackageFile[] parts =
        [
            Part("[Content_Types].xml", WordParts.ContentTypes(_pictures.Select(picture => picture.Picture.Ending))),
            Part("_rels/.rels", WordParts.Relations(("document", "officeDocument", "word/document.xml"))),
            Part("docProps/core.xml", WordParts.Core(own.Title.Value, own.Id.Value, language)),
            Part(
                "word/_rels/document.xml.rels",
                WordParts.Relations(
                    [
                        ("styles", "styles", "styles.xml"),
                        ("lists", "numbering", "numbering.xml"),
                        ("settings", "settings", "settings.xml"),
                        ("footer", "footer", "footer1.xml"),
                        .. _pictures.Select((picture, index) => (Relation(index), "image", $"media/{FileOf(index)}")),
                    ],
                    _references.Links
                )
            ),
            Part("word/document.xml", WordParts.Document(El("body", blocks))),
            Part(
                "word/footer1.xml",
                El(
                    "ftr",
                    new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
                    body.Paragraph(
                        WordStyles.Foot,
                        body.Words($"{own.Title.Value} {own.Version.Value}, {own.Licence.Value}")
                    )
                )
            ),
            .. _pictures.Select(
                (picture, index) => new PackageFile($"word/media/{FileOf(index)}", picture.Picture.Bytes, IsText: false)
            ),
            WordStyles.Lists(_references.Starts),
            Part("word/settings.xml", WordParts.Settings(language, _isRightToLeft)),
            WordStyles.Styles(language, _isRightToLeft),
        ];
        return ZipWriter.WriteParts(parts).ToArray();
    }

    private IEnumerable<CopyPart> WithQuestions(CopyPart part)
    {
        if (part is not CopyQuestion { Question: var placed })
            return [part];
        FormatTables.Document.Report(placed.Question, bag);
        return QuestionCopy.Of(course.Course, placed);
    }

    private static string Relation(int index) => $"picture{index + 1}";

    private string FileOf(int index) => $"picture{index + 1}.{_pictures[index].Picture.Ending}";

    private IEnumerable<XElement> Of(CopyPart part, WordBody body) =>
        part switch
        {
            CopyHeading { Level: 1 } title =>
            [
                body.Paragraph(WordStyles.From, body.Words($"{title.Text} {course.Course.Version.Value} ({title.Id})")),
            ],
            CopyHeading heading =>
            [
                body.HeadingOf(heading.Level - 1, heading.Text),
                .. heading.Id is null ? [] : (XElement[])[body.Paragraph(WordStyles.From, body.Words(heading.Id))],
            ],
            CopyPicture picture => PictureOf(picture, body),
            _ => body.Write(ParsedHtml.OfPart(CopyHtml.Of(part, course.Texts)).Document!.Body!),
        };

    private IEnumerable<XElement> PictureOf(CopyPicture picture, WordBody body)
    {
        string path = course.Folder.Resolve(picture.Src.Path);
        int known = _pictures.FindIndex(other => course.Folder.Resolve(other.Src.Path) == path);
        if (known < 0 && WordPicture.Of(course.Folder.Read(picture.Src.Path), picture.Alt) is { } read)
        {
            known = _pictures.Count;
            _pictures.Add((picture.Src, read));
        }
        if (known < 0)
        {
            bag.Add(ExportingRules.PictureFormat, picture.Src.Span, course.Course.Id.Value, picture.Src.Path, "Word");
            if (picture.Alt.Length > 0)
                yield return body.Paragraph(null, body.Words($"[{picture.Alt}]"));
        }
        else
            yield return body.Paragraph(
                null,
                (_pictures[known].Picture with { Alt = picture.Alt }).Figure(Relation(known), ++_shown)
            );
        if (picture.Caption is { } caption)
            foreach (XElement line in body.Write(course.Texts.Tree(caption)))
                yield return line;
        if (picture.Credit is { } credit)
            yield return body.Paragraph(WordStyles.From, body.Words(credit));
    }

    // A4 with margins of 20 mm.
    private XElement Section() =>
        El(
            "sectPr",
            El("footerReference", At("type", "default"), new XAttribute(R + "id", "footer")),
            El("pgSz", At("w", 11906), At("h", 16838)),
            El(
                "pgMar",
                At("top", 1134),
                At("right", 1134),
                At("bottom", 1134),
                At("left", 1134),
                At("header", 567),
                At("footer", 567),
                At("gutter", 0)
            ),
            _isRightToLeft ? El("bidi") : null
        );
}
