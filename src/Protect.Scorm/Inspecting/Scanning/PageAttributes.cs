namespace Protect.Scorm.Inspecting.Scanning;

/// <summary>Collects the references and scripts in the attributes of one tag.</summary>
internal static class PageAttributes
{
    private static readonly HashSet<string> Links = ["a", "area"];

    // HTML, 4.6.7: relations whose file the browser loads.
    private static readonly HashSet<string> LoadedRelations =
    [
        "icon",
        "shortcut",
        "apple-touch-icon",
        "apple-touch-icon-precomposed",
        "apple-touch-startup-image",
        "mask-icon",
        "preload",
        "prefetch",
        "modulepreload",
        "manifest",
        "prerender",
    ];

    private static readonly HashSet<string> PreparedRelations = ["preconnect", "dns-prefetch"];

    // HTML, 16.2: elements that had this attribute.
    private static readonly HashSet<string> WithBackground =
    [
        "body",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
    ];

    private static readonly string[] PluginWords =
    [
        "shockwave-flash",
        "futuresplash",
        "silverlight",
        "java-applet",
        "x-java",
        "x-director",
        "authorware",
        "d27cdb6e-ae6d-11cf-96b8-444553540000",
        "dfeaf541-f3e1-4c24-acac-99c30715084a",
        "166b1bca-3f9c-11cf-8075-444553540000",
        "8ad9c840-044e-11d1-b3e9-00805f499d93",
    ];

    public static void Read(HtmlTag tag, int shift, ContentNotes notes)
    {
        foreach (HtmlAttribute attribute in tag.Attributes)
            One(tag, attribute, shift, notes);
        if (tag.Name == "applet" || tag.Name is "object" or "embed" && IsPlugin(tag))
            notes.Note(TraitKind.Plugin, $"<{tag.Name}>", shift + tag.Offset);
    }

    private static void One(HtmlTag tag, HtmlAttribute attribute, int shift, ContentNotes notes)
    {
        (string name, string value, int at) = (attribute.Name, attribute.Value, shift + attribute.Offset);
        if (name == "style")
        {
            notes.Note(TraitKind.InlineStyle, tag.Name, at);
            StyleScanner.Read(value, at, notes);
        }
        else if (ActiveContent.IsHandler(name))
            Handler(tag, attribute, at, notes);
        else if (name is "srcset" or "imagesrcset")
            foreach (string address in Candidates(value))
                notes.Refer(ReferenceKind.Loads, address, at, tag.Name);
        else if (name == "target" && value.Trim().Equals("_top", StringComparison.OrdinalIgnoreCase) && !IsWayOut(tag))
            notes.Note(TraitKind.TopWindow, "target=\"_top\"", at);
        else if (KindOf(tag, name) is { } kind)
            notes.Refer(kind, value, at, tag.Name);
    }

    /// <summary>Scans an event handler, which is a script like the script element.</summary>
    private static void Handler(HtmlTag tag, HtmlAttribute attribute, int at, ContentNotes notes)
    {
        notes.Note(TraitKind.InlineHandler, $"{tag.Name} {attribute.Name}", at);
        if (attribute.Name == "onunload" && !string.IsNullOrWhiteSpace(attribute.Value))
            notes.Note(TraitKind.UnloadHandler, "onunload", at);
        ScriptScanner.Read(
            attribute.Value,
            at,
            notes,
            isLeaving: attribute.Name is "onunload" or "onbeforeunload" or "onpagehide"
        );
    }

    private static ReferenceKind? KindOf(HtmlTag tag, string name) =>
        name switch
        {
            // Attributes of a custom element mean what its script makes of them.
            _ when tag.Name.Contains('-') => null,
            "src" => tag.Name switch
            {
                "script" => ReferenceKind.Script,
                "iframe" or "frame" => ReferenceKind.Frame,
                _ => ReferenceKind.Loads,
            },
            "href" or "xlink:href" => tag.Name switch
            {
                "base" => null,
                "script" => ReferenceKind.Script,
                "link" => Relation(tag["rel"] ?? ""),
                _ when Links.Contains(tag.Name) => ReferenceKind.Link,
                _ => ReferenceKind.Loads,
            },
            "background" when WithBackground.Contains(tag.Name) => ReferenceKind.Loads,
            "poster" when tag.Name == "video" => ReferenceKind.Loads,
            "manifest" when tag.Name == "html" => ReferenceKind.Loads,
            "data" when tag.Name == "object" => ReferenceKind.Loads,
            "action" or "formaction" or "ping" => ReferenceKind.Sends,
            _ => null,
        };

    private static ReferenceKind Relation(string relations)
    {
        string[] words = relations.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Contains("stylesheet") ? ReferenceKind.Style
            : words.Any(LoadedRelations.Contains) ? ReferenceKind.Loads
            : words.Any(PreparedRelations.Contains) ? ReferenceKind.Connects
            : ReferenceKind.Link;
    }

    /// <summary>
    /// Splits a srcset (HTML, 4.8.4.3.10): addresses separated by commas, which an address may also contain.
    /// </summary>
    private static IEnumerable<string> Candidates(string value)
    {
        for (int at = 0; at < value.Length; )
        {
            while (at < value.Length && (char.IsWhiteSpace(value[at]) || value[at] == ','))
                at++;
            int start = at;
            while (at < value.Length && !char.IsWhiteSpace(value[at]))
                at++;
            string address = value[start..at];
            if (address.EndsWith(','))
                address = address.TrimEnd(',');
            else
                while (at < value.Length && value[at] != ',')
                    at++;
            if (address.Length > 0)
                yield return address;
        }
    }

    /// <summary>
    /// Returns true for a link with which a learner leaves the LMS for another site on purpose, without a trace of
    /// where they came from.
    /// </summary>
    private static bool IsWayOut(HtmlTag tag) =>
        Links.Contains(tag.Name)
        && (tag["href"] ?? "").TrimStart().StartsWith("https:", StringComparison.OrdinalIgnoreCase)
        && (tag["rel"] ?? "").Contains("noreferrer", StringComparison.OrdinalIgnoreCase);

    private static bool IsPlugin(HtmlTag tag)
    {
        string all = string.Join(' ', tag["type"], tag["classid"], tag["src"], tag["data"], tag["codetype"]);
        return all.Length < 10_000
            && (
                PluginWords.Any(word => all.Contains(word, StringComparison.OrdinalIgnoreCase))
                || all.Contains(".swf", StringComparison.OrdinalIgnoreCase)
            );
    }
}
