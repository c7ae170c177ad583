using System.Text;
using System.Xml;
using System.Xml.Linq;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Translating;

/// <summary>
/// Reads and writes XLIFF 1.2 (OASIS, 2008): one trans-unit per text. Codes to keep are in <c>ph</c> elements (2.4),
/// state and hash in attributes.
/// </summary>
internal static class XliffFile
{
    private const long Most = 20_000_000;

    /// <summary>Most levels of elements inside each other; files of translation tools have about ten.</summary>
    private const int MostNested = 100;

    /// <summary>Type of an alternative: the text and translation before a change (2.3).</summary>
    private const string Previous = "previous-version";

    private static readonly XNamespace Ns = "urn:oasis:names:tc:xliff:document:1.2";

    private static readonly XName Space = XNamespace.Xml + "space";

    /// <summary>Reads a file. Reports it and returns null when the file is not XLIFF.</summary>
    public static TranslationFile? Read(SourceFile file, DiagnosticBag bag)
    {
        XElement? root = Parse(file, bag);
        if (root is null)
            return null;
        if (root.Name != Ns + "xliff" || root.Element(Ns + "file") is not { } body)
        {
            bag.Add(
                TranslatingRules.MalformedXliff,
                PlaceOf(root, file),
                "it has no “file” element of the namespace " + Ns.NamespaceName + "."
            );
            return null;
        }
        var units = new List<TranslationUnit>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (XElement unit in body.Descendants(Ns + "trans-unit"))
        {
            string id = (string?)unit.Attribute("resname") ?? (string?)unit.Attribute("id") ?? "";
            if (!ids.Add(id))
                bag.Add(TranslatingRules.RepeatedUnit, PlaceOf(unit, file), id);
            else
                units.Add(ReadUnit(unit, id, file));
        }
        return new TranslationFile(
            (string?)body.Attribute("source-language") ?? "",
            (string?)body.Attribute("target-language") ?? "",
            units
        );
    }

    private static XElement? Parse(SourceFile file, DiagnosticBag bag)
    {
        try
        {
            if (TooDeep(file) is { } place)
            {
                bag.Add(
                    TranslatingRules.MalformedXliff,
                    place,
                    $"more than {MostNested} elements are inside each other here."
                );
                return null;
            }
            using XmlReader reader = ReaderOf(file);
            return XElement.Load(reader, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo);
        }
        catch (XmlException e)
        {
            bag.Add(
                TranslatingRules.MalformedXliff,
                file.At(Math.Max(1, e.LineNumber), Math.Max(1, e.LinePosition)),
                e.Message.Contains("DTD", StringComparison.Ordinal)
                    ? "it has a DOCTYPE, which no XLIFF needs and which may be hostile."
                    : e.Message
            );
            return null;
        }
    }

    private static XmlReader ReaderOf(SourceFile file) =>
        XmlReader.Create(
            new StringReader(file.Text),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = Most,
            }
        );

    /// <summary>Returns the first element that is nested too deep; null when there is none.</summary>
    private static SourceSpan? TooDeep(SourceFile file)
    {
        using XmlReader reader = ReaderOf(file);
        while (reader.Read())
        {
            if (reader.Depth > MostNested)
                return reader is IXmlLineInfo at ? file.At(at.LineNumber, at.LinePosition) : file.Start;
        }
        return null;
    }

    private static TranslationUnit ReadUnit(XElement unit, string id, SourceFile file)
    {
        XElement? source = unit.Element(Ns + "source"),
            target = unit.Element(Ns + "target");
        string text = target is null ? "" : TextOf(target, CodesOf(source));
        return new TranslationUnit
        {
            Id = id,
            Source = source is null ? "" : TextOf(source, null),
            Target = text,
            State = StateOf(unit, (string?)target?.Attribute("state"), text),
            PreviousSource = unit.Elements(Ns + "alt-trans")
                .FirstOrDefault(other => (string?)other.Attribute("alttranstype") == Previous)
                ?.Element(Ns + "source")
                is { } previous
                ? TextOf(previous, null)
                : null,
            Review = unit.Elements(Ns + "note")
                .FirstOrDefault(note => (string?)note.Attribute("from") == "reviewer")
                ?.Value,
            About = unit.Elements(Ns + "note")
                .FirstOrDefault(note => (string?)note.Attribute("from") == "developer")
                ?.Value,
            Span = PlaceOf(target ?? unit, file),
        };
    }

    // States of XLIFF 1.2, 3.2. Some tools only set "approved" on the unit.
    private static TranslationState StateOf(XElement unit, string? state, string text) =>
        state switch
        {
            _ when string.IsNullOrWhiteSpace(text) => TranslationState.New,
            "final" or "signed-off" => TranslationState.Reviewed,
            "new" or "needs-translation" => TranslationState.New,
            "needs-review-translation"
            or "needs-adaptation"
            or "needs-l10n"
            or "needs-review-adaptation"
            or "needs-review-l10n" => TranslationState.Stale,
            _ => (string?)unit.Attribute("approved") == "yes" ? TranslationState.Reviewed : TranslationState.Translated,
        };

    // Codes are copied from the source by id, whatever a tool changed inside them.
    private static Dictionary<(XName, string?), string> CodesOf(XElement? source)
    {
        var codes = new Dictionary<(XName, string?), string>();
        foreach (XElement code in source?.Descendants() ?? [])
            codes.TryAdd((code.Name, (string?)code.Attribute("id")), code.Value);
        return codes;
    }

    private static string TextOf(XElement element, Dictionary<(XName, string?), string>? codes)
    {
        var text = new StringBuilder();
        foreach (XNode node in element.Nodes())
        {
            if (node is XText words)
                text.Append(words.Value);
            else if (node is XElement { Name.LocalName: "mrk" or "g" } inner)
                text.Append(TextOf(inner, codes));
            else if (node is XElement code)
                text.Append(
                    codes is not null
                    && codes.TryGetValue((code.Name, (string?)code.Attribute("id")), out string? known)
                        ? known
                        : code.Value
                );
        }
        return text.ToString();
    }

    private static SourceSpan PlaceOf(XElement element, SourceFile file) =>
        element is IXmlLineInfo info && info.HasLineInfo()
            ? file.At(info.LineNumber, Math.Max(1, info.LinePosition - 1), element.Name.LocalName.Length + 2)
            : file.Start;

    /// <summary>Returns the text of the file; the same units give the same text.</summary>
    public static string Write(TranslationFile file, string original)
    {
        var body = new XElement(
            Ns + "body",
            file.Units.SelectMany(unit => new XNode[] { new XText("\n      "), Write(unit) }),
            new XText("\n    ")
        );
        var root = new XElement(
            Ns + "xliff",
            new XAttribute("version", "1.2"),
            new XText("\n  "),
            new XElement(
                Ns + "file",
                new XAttribute("original", original),
                new XAttribute("datatype", "x-markdown"),
                new XAttribute("source-language", file.Source),
                new XAttribute("target-language", file.Target),
                new XText("\n    "),
                body,
                new XText("\n  ")
            ),
            new XText("\n")
        );
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    private static XElement Write(TranslationUnit unit)
    {
        var codes = new List<string>();
        var source = new XElement(Ns + "source", Inline(unit.Source, unit.IsMarkdown, codes, isSource: true));
        var target = new XElement(
            Ns + "target",
            new XAttribute("state", Word(unit.State)),
            Inline(unit.Target, unit.IsMarkdown, codes, isSource: false)
        );
        const string next = "\n        ";
        var element = new XElement(
            Ns + "trans-unit",
            new XAttribute("id", unit.Id),
            new XAttribute("approved", unit.State == TranslationState.Reviewed ? "yes" : "no"),
            new XAttribute(Space, "preserve"),
            new XAttribute("extradata", "sha256:" + TranslationUnit.HashOf(unit.Source)),
            new XText(next),
            source,
            new XText(next),
            target
        );
        if (unit is { State: TranslationState.Stale, PreviousSource: { } before })
            element.Add(new XText(next), WritePrevious(unit, before, next));
        if (unit.Review is not null)
            element.Add(new XText(next), new XElement(Ns + "note", new XAttribute("from", "reviewer"), unit.Review));
        if (unit.About is not null)
            element.Add(new XText(next), new XElement(Ns + "note", new XAttribute("from", "developer"), unit.About));
        element.Add(new XText("\n      "));
        return element;
    }

    private static XElement WritePrevious(TranslationUnit unit, string before, string next)
    {
        var codes = new List<string>();
        return new XElement(
            Ns + "alt-trans",
            new XAttribute("alttranstype", Previous),
            new XText(next + "  "),
            new XElement(Ns + "source", Inline(before, unit.IsMarkdown, codes, isSource: true)),
            new XText(next + "  "),
            new XElement(Ns + "target", Inline(unit.Target, unit.IsMarkdown, codes, isSource: false)),
            new XText(next)
        );
    }

    private static string Word(TranslationState state) =>
        state switch
        {
            TranslationState.New => "new",
            TranslationState.Stale => "needs-review-translation",
            TranslationState.Translated => "translated",
            _ => "final",
        };

    private static IEnumerable<XNode> Inline(string text, bool isMarkdown, List<string> codes, bool isSource)
    {
        // The numbers of each code that are still free; of several codes with the same text, the first one comes first.
        var free = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (int at = 0; !isSource && at < codes.Count; at++)
        {
            if (!free.TryGetValue(codes[at], out Queue<int>? numbers))
                free[codes[at]] = numbers = new Queue<int>();
            numbers.Enqueue(at + 1);
        }
        foreach (Segment segment in MarkupCodes.Split(text, isMarkdown))
        {
            if (!segment.IsCode)
            {
                yield return new XText(segment.Text);
                continue;
            }
            if (isSource)
                codes.Add(segment.Text);
            int number =
                isSource ? codes.Count
                : free.TryGetValue(segment.Text, out Queue<int>? left) && left.TryDequeue(out int next) ? next
                : 0;
            yield return number == 0
                ? new XText(segment.Text)
                : new XElement(Ns + "ph", new XAttribute("id", number), segment.Text);
        }
    }
}
