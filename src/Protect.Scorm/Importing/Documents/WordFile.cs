using System.Globalization;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Importing.Html;
using Protect.Scorm.Inspecting.Checks;

namespace Protect.Scorm.Importing.Documents;

/// <summary>Reads a Word document (ECMA-376, WordprocessingML): headings become modules and pages.</summary>
internal static class WordFile
{
    /// <summary>Returns true for a zip with the main part of a Word document.</summary>
    public static bool Knows(ImportSource source)
    {
        if (!source.IsZip)
            return false;
        using PackageZip? zip = Open(source, out _);
        return zip?.Size("word/document.xml") is not null
            || (source.Extension is ".docx" or ".docm" && zip?.Size("[Content_Types].xml") is not null);
    }

    /// <summary>Reads a document. A document with macros is refused.</summary>
    public static ImportResult Read(ImportSource source, ImportOptions options)
    {
        using PackageZip? zip = Open(source, out string? fault);
        if (zip is null)
            return ImportResult.Failed(source, ImportingRules.Unreadable, fault!);
        if (zip.Files.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            return ImportResult.Failed(
                source,
                ImportingRules.Unreadable,
                "it has macros; save it as a Word document without macros (.docx)"
            );
        var parts = new WordParts(zip);
        XmlItem? body = parts.Xml(parts.Main)?["body"];
        if (body is null)
            return ImportResult.Failed(
                source,
                ImportingRules.Unreadable,
                parts.Fault ?? "it has no text of a Word document"
            );
        var losses = new LossReport();
        var draft = new DraftCourse
        {
            Language = parts.Language,
            Description = parts.Property("description") ?? parts.Property("subject"),
        };
        if (parts.Property("creator") is { } author)
            draft.Authors.Add(author);
        SourceFile file = SourceFile.WithoutText(source.Path);
        var html = new WordHtml(parts, losses, source.Name, file);
        string text = html.Write(body);
        html.Report();
        var place = new HtmlPlace(source.Name, file.Start) { File = file, Picture = parts.Picture };
        List<HtmlPart> read = new HtmlReader(draft, losses).SingleParts(text, place);
        draft.Title = html.Title;
        new DocumentDraft(draft, losses).Add(read, html.Title ?? parts.Property("title") ?? source.Name);
        draft.Title ??= parts.Property("title");
        if (parts.Fault is not null)
            losses.Add(ImportingRules.PartLost, file.Start, source.Name, "a part of the document", parts.Fault);
        if (draft.Modules.Count == 0 && !losses.HasErrors)
            losses.Add(ImportingRules.Nothing, file.Start, source.Path);
        return new ImportResult(draft, losses.All);
    }

    private static PackageZip? Open(ImportSource source, out string? fault)
    {
        var bag = new DiagnosticBag();
        PackageZip? zip = PackageZip.Open(new MemoryStream(source.Bytes, writable: false), source.Path, bag);
        fault =
            zip is not null ? null
            : bag.Sorted.Count > 0 ? bag.Sorted[0].Message.TrimEnd('.')
            : "it is no zip";
        return zip;
    }
}

/// <summary>Parts of a Word document, by the relations between them.</summary>
internal sealed class WordParts
{
    private readonly PackageZip _zip;
    private readonly DiagnosticBag _bag = new();
    private readonly Dictionary<string, (string Target, bool IsOutside)> _relations;
    private readonly Dictionary<string, XmlItem> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<int, string>> _lists = new(StringComparer.Ordinal);
    private readonly XmlItem? _properties;

    public WordParts(PackageZip zip)
    {
        _zip = zip;
        Main =
            Relations("_rels/.rels", "")
                .Values.Select(relation => relation.Target)
                .FirstOrDefault(target =>
                    target.EndsWith("document.xml", StringComparison.Ordinal) && zip.Size(target) is not null
                )
            ?? "word/document.xml";
        Folder = Main.Contains('/') ? Main[..(Main.LastIndexOf('/') + 1)] : "";
        _relations = Relations($"{Folder}_rels/{Main[Folder.Length..]}.rels", Folder);
        XmlItem? styles = Xml(Folder + "styles.xml");
        foreach (XmlItem style in styles?.All("style") ?? [])
            if (style.Attribute("styleId") is { } id)
                _styles[id] = style;
        Language =
            styles?["docDefaults"]?["rPrDefault"]?["rPr"]?["lang"]?.Attribute("val")?.Split('-')[0]
                is { Length: 2 or 3 } language
            && language.All(char.IsAsciiLetterLower)
                ? language
                : null;
        ReadLists(Xml(Folder + "numbering.xml"));
        _properties = Xml("docProps/core.xml");
    }

    /// <summary>The name of the main part.</summary>
    public string Main { get; }

    /// <summary>The folder of the main part, with a slash at its end.</summary>
    public string Folder { get; }

    /// <summary>The language of the texts; null when the document does not say.</summary>
    public string? Language { get; }

    /// <summary>Why a part cannot be read; null when all can.</summary>
    public string? Fault { get; private set; }

    /// <summary>Returns the root of a part; null when there is none or it cannot be read.</summary>
    public XmlItem? Xml(string name)
    {
        if (_zip.Size(name) is not { } size)
            return null;
        if (size > ImportLimits.MostTextBytes)
        {
            Fault ??= $"“{LossReport.Short(name)}” in it is larger than 16 MB";
            return null;
        }
        if (_zip.Read(name, _bag) is not { } bytes)
        {
            Fault ??= $"“{LossReport.Short(name)}” in it is damaged";
            return null;
        }
        XmlItem? root = ForeignXml.Read(bytes, out string? fault);
        Fault ??= fault;
        return root;
    }

    /// <summary>Returns a property such as <c>title</c>; null for none.</summary>
    public string? Property(string name) =>
        MarkdownText.Plain(_properties?[name]?.Text ?? "") is { Length: > 0 } text ? text : null;

    /// <summary>Returns the target of a relation of the main part; null for none.</summary>
    public (string Target, bool IsOutside)? Relation(string? id) =>
        id is not null && _relations.TryGetValue(id, out (string, bool) relation) ? relation : null;

    /// <summary>Returns the bytes of a picture inside the document; null for none.</summary>
    public byte[]? Picture(string name) =>
        _zip.Size(name) is <= ImportLimits.MostPictureBytes ? _zip.Read(name, _bag) : null;

    /// <summary>True when a header or footer has text.</summary>
    public bool HasHeaders =>
        _zip.Files.Any(name =>
            (
                name.StartsWith(Folder + "header", StringComparison.Ordinal)
                || name.StartsWith(Folder + "footer", StringComparison.Ordinal)
            )
            && Xml(name) is { } part
            && HasText(part)
        );

    private static bool HasText(XmlItem item) =>
        (item.Name == "t" && item.Text.Trim().Length > 0) || item.Children.Any(HasText);

    /// <summary>Returns the name of a style in small letters, which is English in documents of all languages.</summary>
    public string StyleName(string? id) =>
        id is not null && _styles.TryGetValue(id, out XmlItem? style)
            ? (style["name"]?.Attribute("val") ?? id).ToLowerInvariant()
            : (id ?? "").ToLowerInvariant();

    /// <summary>Returns a property of a paragraph, from itself or its style; null for none.</summary>
    public XmlItem? Inherited(XmlItem? properties, string name)
    {
        if (properties?[name] is { } own)
            return own;
        string? id = properties?["pStyle"]?.Attribute("val");
        for (int steps = 0; id is not null && steps < 20 && _styles.TryGetValue(id, out XmlItem? style); steps++)
        {
            if (style["pPr"]?[name] is { } inherited)
                return inherited;
            id = style["basedOn"]?.Attribute("val");
        }
        return null;
    }

    /// <summary>Returns true for a list with numbers.</summary>
    public bool IsNumbered(string list, int level) =>
        _lists.TryGetValue(list, out Dictionary<int, string>? formats)
        && formats.TryGetValue(level, out string? format)
        && format is not ("bullet" or "none");

    private void ReadLists(XmlItem? numbering)
    {
        if (numbering is null)
            return;
        var kinds = new Dictionary<string, Dictionary<int, string>>(StringComparer.Ordinal);
        foreach (XmlItem kind in numbering.All("abstractNum"))
        {
            var formats = new Dictionary<int, string>();
            foreach (XmlItem level in kind.All("lvl"))
                if (
                    int.TryParse(
                        level.Attribute("ilvl"),
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out int depth
                    )
                )
                    formats[depth] = level["numFmt"]?.Attribute("val") ?? "decimal";
            kinds[kind.Attribute("abstractNumId") ?? ""] = formats;
        }
        foreach (XmlItem list in numbering.All("num"))
            if (kinds.TryGetValue(list["abstractNumId"]?.Attribute("val") ?? "", out Dictionary<int, string>? formats))
                _lists[list.Attribute("numId") ?? ""] = formats;
    }

    private Dictionary<string, (string Target, bool IsOutside)> Relations(string part, string folder)
    {
        var relations = new Dictionary<string, (string, bool)>(StringComparer.Ordinal);
        foreach (XmlItem relation in Xml(part)?.All("Relationship") ?? [])
        {
            bool isOutside = relation.Attribute("TargetMode") == "External";
            string target = relation.Attribute("Target") ?? "";
            if (!isOutside)
                target = target.StartsWith('/') ? target[1..] : folder + target;
            if (relation.Attribute("Id") is { } id)
                relations[id] = (target, isOutside);
        }
        return relations;
    }
}
