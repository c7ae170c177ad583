using System.Xml;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>SVG pictures hold no program and ask for nothing from elsewhere.</summary>
internal sealed class SvgFiles : ICourseCheck
{
    private static readonly string[] Forbidden = ["script", "foreignObject", "iframe", "object", "embed", "audio", "video", "handler", "listener"];

    public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        foreach (string path in BlockParts.Assets(course).Select(asset => asset.Path).Where(p => p.EndsWith(".svg", StringComparison.OrdinalIgnoreCase)).Distinct())
        {
            if (!folder.Exists(path)) continue;
            SourceFile? file = folder.Text(path);
            if (file is null) bag.Add(CheckingRules.BrokenSvg, SourceFile.WithoutText(folder.Display(path)).Start, "it is not UTF-8 text.");
            else CheckOne(file, bag);
        }
    }

    internal static void CheckOne(SourceFile file, DiagnosticBag bag)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = 5_000_000 };
        try
        {
            using var reader = XmlReader.Create(new StringReader(file.Text), settings);
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element) CheckElement(file, reader, bag);
                else if (reader.NodeType == XmlNodeType.ProcessingInstruction) Add(file, reader, "a processing instruction", bag);
                else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && FetchesByStyle(reader.Value)) Add(file, reader, "a style that fetches another file", bag);
            }
        }
        catch (XmlException e)
        {
            bag.Add(CheckingRules.BrokenSvg, file.At(Math.Max(1, e.LineNumber), Math.Max(1, e.LinePosition)), e.Message);
        }
    }

    private static void CheckElement(SourceFile file, XmlReader reader, DiagnosticBag bag)
    {
        if (Forbidden.Contains(reader.LocalName, StringComparer.OrdinalIgnoreCase)) Add(file, reader, $"a <{reader.LocalName}> element", bag);
        while (reader.MoveToNextAttribute())
        {
            string value = reader.Value.Trim();
            if (reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)) Add(file, reader, $"a program in “{reader.Name}”", bag);
            else if (reader.LocalName is "href" or "src" && !value.StartsWith('#') && !IsInlinePicture(value)) Add(file, reader, $"a link to “{value}”", bag);
            else if (FetchesByStyle(value)) Add(file, reader, "a style that fetches another file", bag);
        }
        reader.MoveToElement();
    }

    private static bool IsInlinePicture(string value) =>
        value.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) && !value.StartsWith("data:image/svg", StringComparison.OrdinalIgnoreCase);

    private static bool FetchesByStyle(string value)
    {
        string dense = string.Concat(value.Where(c => !char.IsWhiteSpace(c) && c is not ('"' or '\''))).ToLowerInvariant();
        if (dense.Contains("@import") || dense.Contains("expression(") || dense.Contains("javascript:")) return true;
        for (int at = dense.IndexOf("url(", StringComparison.Ordinal); at >= 0; at = dense.IndexOf("url(", at + 4, StringComparison.Ordinal))
        {
            if (!dense.AsSpan(at + 4).StartsWith("#") && !dense.AsSpan(at + 4).StartsWith("data:image/")) return true;
        }
        return dense.Contains('\\') && dense.Contains('(');
    }

    private static void Add(SourceFile file, XmlReader reader, string what, DiagnosticBag bag)
    {
        var place = (IXmlLineInfo)reader;
        bag.Add(CheckingRules.UnsafeSvg, file.At(place.LineNumber, place.LinePosition, Math.Max(1, reader.Name.Length)), what);
    }
}
