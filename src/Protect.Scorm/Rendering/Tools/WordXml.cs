using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering.Tools;

/// <summary>Names and small elements of WordprocessingML (ECMA-376, part 1).</summary>
internal static class WordXml
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public static readonly XNamespace Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /// <summary>Returns an element of the main namespace; null parts are left out.</summary>
    public static XElement El(string name, params object?[] content) => new(W + name, content);

    /// <summary>Returns an element with a value: <c>&lt;w:jc w:val="center"/&gt;</c>.</summary>
    public static XElement Val(string name, object value) => new(W + name, At("val", value));

    public static XAttribute At(string name, object value) =>
        new(W + name, Convert.ToString(value, CultureInfo.InvariantCulture)!);

    /// <summary>Returns the text without characters that XML does not have.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (int at = 0; at < text.Length; at++)
            if (XmlConvert.IsXmlChar(text[at]))
                clean.Append(text[at]);
            else if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]))
                clean.Append(text, at++, 2);
        return clean.ToString();
    }

    /// <summary>Writes a part of a document: UTF-8 without a byte order mark, the same bytes everywhere.</summary>
    public static PackageFile Part(string name, XElement root)
    {
        using var bytes = new MemoryStream();
        using (
            var writer = XmlWriter.Create(
                bytes,
                new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }
            )
        )
        {
            writer.WriteStartDocument(standalone: true);
            root.WriteTo(writer);
        }
        return new PackageFile(name, bytes.ToArray(), IsText: true);
    }
}
