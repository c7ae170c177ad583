namespace Protect.Scorm.Inspecting.Scanning;

/// <summary>Part of a page that can run a script or load another page.</summary>
/// <param name="What">The tag as an author would recognise it, such as "&lt;iframe&gt;".</param>
internal sealed record ActivePart(string What)
{
    /// <summary>Text of an inline script; null for all other parts.</summary>
    public string? Script { get; init; }

    /// <summary>Address of a script file; null for all other parts.</summary>
    public string? Source { get; init; }

    /// <summary>Names of the tag and its event attribute; null for all other parts.</summary>
    public EventAttribute? Handler { get; init; }
}

/// <summary>Event attribute of a tag, such as onclick.</summary>
internal sealed record EventAttribute(string Tag, string Attribute);

/// <summary>
/// Finds all parts of an HTML page that can run: script elements, event attributes, "javascript:" addresses, and
/// elements
/// that load another page. Text that only some browsers read as markup is read as markup.
/// </summary>
internal static class ActiveContent
{
    private static readonly HashSet<string> Pages = new(StringComparer.Ordinal)
    {
        "iframe",
        "frame",
        "object",
        "embed",
        "applet",
        "portal",
        "fencedframe",
    };

    // Attributes whose value is an address (HTML, Indices, Attributes); in SVG, animations set one in "to" and
    // "values".
    private static readonly HashSet<string> Addresses = new(StringComparer.Ordinal)
    {
        "href",
        "xlink:href",
        "src",
        "action",
        "formaction",
        "data",
        "to",
        "from",
        "values",
        "by",
    };

    /// <summary>Returns the active parts in the order of the page.</summary>
    public static IReadOnlyList<ActivePart> Find(string html)
    {
        var found = new List<ActivePart>();
        var tags = new HtmlTags(html);
        int foreign = 0;
        while (tags.Next() is { } tag)
        {
            if (tag.Name is "svg" or "math" && !tag.IsSelfClosing)
                foreign += tag.IsEnd ? -1 : 1;
            if (tag.IsEnd)
                continue;
            if (tag.Name == "script")
            {
                // No browser runs a data block (HTML, 4.12.1). Inside SVG, its text is markup all the same.
                bool isData = tag["type"] == "application/json";
                if (!isData)
                    found.Add(Script(html, tags, tag));
                else if (foreign <= 0)
                    tags.RawText("script");
            }
            else if (Pages.Contains(tag.Name))
                found.Add(new ActivePart($"<{tag.Name}>"));
            else if (tag.Name == "meta" && tag["http-equiv"]?.Trim().ToLowerInvariant() is "refresh")
                found.Add(new ActivePart("<meta http-equiv=\"refresh\">"));
            foreach (HtmlAttribute attribute in tag.Attributes)
                if (IsHandler(attribute.Name))
                    found.Add(
                        new ActivePart($"<{tag.Name} {attribute.Name}>")
                        {
                            Handler = new EventAttribute(tag.Name, attribute.Name),
                        }
                    );
                else if (Addresses.Contains(attribute.Name) && IsProgram(attribute.Value))
                    found.Add(new ActivePart($"<{tag.Name} {attribute.Name}=\"javascript:\">"));
        }
        return found;
    }

    /// <summary>
    /// Returns the text of the script element with this id, such as a data block; null when there is none.
    /// </summary>
    public static string? DataBlock(string html, string id)
    {
        var tags = new HtmlTags(html);
        while (tags.Next() is { } tag)
        {
            if (tag.Name != "script" || tag.IsEnd)
                continue;
            (int start, int length) = tags.RawText("script");
            if (tag["id"] == id)
                return html.Substring(start, length);
        }
        return null;
    }

    /// <summary>Returns true for an event attribute, whose text a browser runs.</summary>
    public static bool IsHandler(string attribute) =>
        attribute.Length > 2 && attribute.StartsWith("on", StringComparison.Ordinal);

    /// <summary>
    /// Returns true for a javascript: address. Tabs, line ends and leading controls are ignored (URL standard).
    /// </summary>
    public static bool IsProgram(string address)
    {
        ReadOnlySpan<char> scheme = "javascript:";
        int matched = 0;
        foreach (char c in address)
        {
            if (c is '\t' or '\n' or '\r' || (matched == 0 && c <= ' '))
                continue;
            if (char.ToLowerInvariant(c) != scheme[matched])
                return false;
            if (++matched == scheme.Length)
                return true;
        }
        return false;
    }

    private static ActivePart Script(string html, HtmlTags tags, HtmlTag tag)
    {
        (int start, int length) = tags.RawText("script");
        string? source = tag["src"] ?? tag["href"] ?? tag["xlink:href"];
        string what = source is null ? "<script>" : $"<script src=\"{source}\">";
        return new ActivePart(what) { Script = source is null ? html.Substring(start, length) : null, Source = source };
    }
}
