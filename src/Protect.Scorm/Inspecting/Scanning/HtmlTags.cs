using System.Net;

namespace Protect.Scorm.Inspecting.Scanning;

/// <param name="Name">Name in lower case.</param>
/// <param name="Value">Value with entities decoded.</param>
/// <param name="Offset">Start of the value, or of the name when there is no value.</param>
internal readonly record struct HtmlAttribute(string Name, string Value, int Offset);

/// <param name="Name">Name in lower case; !doctype for a document type.</param>
internal sealed record HtmlTag(
    string Name,
    bool IsEnd,
    bool IsSelfClosing,
    int Offset,
    IReadOnlyList<HtmlAttribute> Attributes
)
{
    /// <summary>Returns the first attribute with this name, as browsers do; null when there is none.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (HtmlAttribute attribute in Attributes)
                if (attribute.Name == name)
                    return attribute.Value;
            return null;
        }
    }
}

/// <summary>
/// Reads the tags of a page in order (HTML, 13.2.5 tokenization) and skips text and comments. It builds no tree and
/// does not recurse: time and memory
/// are linear in the length of the page, also for pages made to break parsers.
/// </summary>
internal sealed class HtmlTags(string text)
{
    /// <summary>Most attributes kept of a tag.</summary>
    public const int MostAttributes = 500;

    private int _at;

    /// <summary>Returns the next tag; null at the end.</summary>
    public HtmlTag? Next()
    {
        while (_at < text.Length && text.IndexOf('<', _at) is >= 0 and int open)
        {
            char after = At(open + 1);
            if (char.IsAsciiLetter(after))
                return Tag(open, open + 1, isEnd: false);
            if (after == '/' && char.IsAsciiLetter(At(open + 2)))
                return Tag(open, open + 2, isEnd: true);
            if (after == '!' && Has("<!--", open))
                Comment(open + 4);
            else if (after == '!' && Has("<!doctype", open))
                return Tag(open, open + 1, isEnd: false);
            else if (after is '!' or '?' or '/')
                _at = EndOf('>', open + 2);
            else
                _at = open + 1;
        }
        return null;
    }

    /// <summary>
    /// Reads the raw text after a start tag such as script, style or title. <see cref="Next"/> then returns the end
    /// tag.
    /// </summary>
    public (int Start, int Length) RawText(string name)
    {
        int start = _at;
        bool isScript = name == "script",
            isEscaped = false,
            isTwice = false;
        while (_at < text.Length)
        {
            // Inside a script, "<!-- <script>" hides one end tag (script data double escaped state).
            int mark = text.AsSpan(_at).IndexOfAny('<', '-');
            if (mark < 0)
                break;
            _at += mark;
            if (isScript && Has("<!--", _at))
                (isEscaped, _at) = (true, _at + 4);
            else if (isEscaped && Has("-->", _at))
                (isEscaped, isTwice, _at) = (false, false, _at + 3);
            else if (isEscaped && Has("<script", _at) && EndsName(_at + 7))
                (isTwice, _at) = (true, _at + 7);
            else if (Has("</", _at) && Has(name, _at + 2) && EndsName(_at + 2 + name.Length))
            {
                if (!isTwice)
                    return (start, _at - start);
                (isTwice, _at) = (false, _at + 2);
            }
            else
                _at++;
        }
        _at = text.Length;
        return (start, _at - start);
    }

    private char At(int index) => index < text.Length ? text[index] : '\0';

    private bool Has(string words, int index) =>
        string.Compare(text, index, words, 0, words.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private bool EndsName(int index) => At(index) is '>' or '/' or ' ' or '\t' or '\n' or '\r' or '\f' or '\0';

    private int EndOf(char end, int from) =>
        from < text.Length && text.IndexOf(end, from) is >= 0 and int found ? found + 1 : text.Length;

    private void Comment(int from)
    {
        if (At(from) == '>' || Has("->", from))
        {
            _at = EndOf('>', from);
            return;
        }
        for (
            int dashes = from;
            dashes < text.Length && (dashes = text.IndexOf("--", dashes, StringComparison.Ordinal)) >= 0;
            dashes++
        )
        {
            int close = At(dashes + 2) == '!' ? dashes + 3 : dashes + 2;
            if (At(close) != '>')
                continue;
            _at = close + 1;
            return;
        }
        _at = text.Length;
    }

    private HtmlTag Tag(int open, int nameStart, bool isEnd)
    {
        for (_at = nameStart; !IsSpace(At(_at)) && At(_at) is not ('>' or '/') && _at < text.Length; )
            _at++;
        string name = text[nameStart..Math.Min(_at, nameStart + 100)].ToLowerInvariant();
        List<HtmlAttribute>? attributes = null;
        bool closes = false;
        while (_at < text.Length && text[_at] != '>')
        {
            closes = text[_at] == '/';
            if (closes || IsSpace(text[_at]))
                _at++;
            else
            {
                HtmlAttribute attribute = Attribute();
                if ((attributes ??= []).Count < MostAttributes)
                    attributes.Add(attribute);
            }
        }
        _at = Math.Min(_at + 1, text.Length);
        return new HtmlTag(name, isEnd, closes, open, attributes ?? (IReadOnlyList<HtmlAttribute>)[]);
    }

    private HtmlAttribute Attribute()
    {
        int start = _at++; // a name may begin with "="
        while (_at < text.Length && !IsSpace(text[_at]) && text[_at] is not ('=' or '>' or '/'))
            _at++;
        string name = text[start..Math.Min(_at, start + 100)].ToLowerInvariant();
        int after = _at;
        while (IsSpace(At(after)))
            after++;
        if (At(after) != '=')
            return new HtmlAttribute(name, "", start);
        for (_at = after + 1; IsSpace(At(_at)); )
            _at++;
        char quote = At(_at);
        int from = quote is '"' or '\'' ? ++_at : _at;
        if (quote is '"' or '\'')
            _at = _at < text.Length && text.IndexOf(quote, _at) is >= 0 and int close ? close : text.Length;
        else
            while (_at < text.Length && !IsSpace(text[_at]) && text[_at] != '>')
                _at++;
        string value = text[from.._at];
        if (quote is '"' or '\'')
            _at = Math.Min(_at + 1, text.Length);
        return new HtmlAttribute(name, value.Contains('&') ? WebUtility.HtmlDecode(value) : value, from);
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';
}
