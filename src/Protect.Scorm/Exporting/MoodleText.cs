using System.Xml.Linq;
using Protect.Scorm.Model;
using Protect.Scorm.Rendering.Tools;

namespace Protect.Scorm.Exporting;

/// <summary>A text of Moodle XML: HTML, and the pictures in it.</summary>
internal sealed class MoodleText(ExportCourse course, ExportPictures pictures)
{
    private readonly List<AssetRef> _files = [];
    private readonly List<string> _parts = [];

    /// <summary>True when nothing was added.</summary>
    public bool IsEmpty => _parts.Count == 0;

    /// <summary>Adds texts, one block after the other.</summary>
    public MoodleText Add(params RichText?[] texts)
    {
        foreach (RichText text in texts.OfType<RichText>())
            _parts.Add(course.Texts.Block(text));
        return this;
    }

    /// <summary>Adds HTML.</summary>
    public MoodleText Add(string html)
    {
        _parts.Add(html);
        return this;
    }

    /// <summary>Adds a line of Markdown without a paragraph around it.</summary>
    public MoodleText AddLine(RichText line) => Add(course.Texts.Html(line));

    /// <summary>Adds a picture; null for none.</summary>
    public MoodleText Add(Picture? picture) =>
        picture is null ? this : Add(picture.Src, picture.Alt?.Value ?? "", picture.Credit?.Value);

    /// <summary>Adds a picture.</summary>
    public MoodleText Add(AssetRef src, string alt, string? credit)
    {
        _files.Add(src);
        string name = ExportText.Encode(Uri.EscapeDataString(pictures.NameOf(src)));
        _parts.Add($"<p><img src=\"@@PLUGINFILE@@/{name}\" alt=\"{ExportText.Encode(alt)}\"></p>");
        if (credit is not null)
            _parts.Add($"<p><small>{ExportText.Encode(credit)}</small></p>");
        return this;
    }

    /// <summary>Adds the material above a question.</summary>
    public MoodleText Add(IEnumerable<Model.Block> blocks)
    {
        foreach (CopyPart part in blocks.SelectMany(block => ReadingCopy.Of(course.Course, block)))
            if (part is CopyPicture picture)
                Add(picture.Src, picture.Alt, picture.Credit).Add(picture.Caption);
            else
                Add(CopyHtml.Of(part, course.Texts));
        return this;
    }

    /// <summary>Writes the text with its pictures as the content of an element.</summary>
    public XElement Element(string name, params object?[] more) =>
        new(
            name,
            new XAttribute("format", "html"),
            new XElement("text", IsEmpty ? null : new XCData(WordXml.Clean(string.Join("\n", _parts)))),
            _files
                .DistinctBy(pictures.NameOf)
                .Select(file => new XElement(
                    "file",
                    new XAttribute("name", pictures.NameOf(file)),
                    new XAttribute("path", "/"),
                    new XAttribute("encoding", "base64"),
                    Convert.ToBase64String(pictures.Read(file))
                )),
            more
        );

    /// <summary>Writes words without markup.</summary>
    public static XElement Words(string name, string words) => new(name, new XElement("text", WordXml.Clean(words)));
}
