using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Inspecting.Scanning;

/// <summary>Collects the references and traits of a page, including its inline styles and scripts.</summary>
internal sealed class PageScanner
{
    private const int MostScripts = 200;

    private static readonly HashSet<string> RawText =
    [
        "script",
        "style",
        "title",
        "textarea",
        "xmp",
        "iframe",
        "noembed",
        "noframes",
    ];

    private readonly string _text;
    private readonly int _shift;
    private readonly ContentNotes _notes;
    private readonly List<(int Start, int Length)> _scripts = [];
    private readonly List<string> _policies = [];
    private int _svgDepth;
    private PageHead _head = new(false, false, null, false, false, "");

    private PageScanner(string text, int shift, ContentNotes notes) => (_text, _shift, _notes) = (text, shift, notes);

    public static void Read(string text, int shift, ContentNotes notes) => new PageScanner(text, shift, notes).Run();

    private void Run()
    {
        var tags = new HtmlTags(_text);
        while (tags.Next() is { } tag)
        {
            if (tag.Name == "svg")
                _svgDepth +=
                    tag.IsEnd ? -1
                    : tag.IsSelfClosing ? 0
                    : 1;
            if (tag.IsEnd)
                continue;
            Head(tag);
            PageAttributes.Read(tag, _shift, _notes);
            bool isEmpty = tag.IsSelfClosing && _svgDepth > 0;
            if (!isEmpty && RawText.Contains(tag.Name) && (_svgDepth <= 0 || tag.Name is "script" or "style"))
                Inside(tag, tags.RawText(tag.Name));
        }
        _notes.Page = _head;
        foreach ((int start, int length) in _scripts)
        {
            if (!SecurityPolicy.Holds(_policies, _text.AsSpan(start, length)))
                _notes.Note(TraitKind.InlineScript, "script", _shift + start);
        }
    }

    private void Head(HtmlTag tag)
    {
        switch (tag.Name)
        {
            case "!doctype":
                _head = _head with { IsPage = true, HasDoctype = true };
                break;
            case "html":
                _head = _head with
                {
                    IsPage = true,
                    HasLanguage = !string.IsNullOrWhiteSpace(tag["lang"] ?? tag["xml:lang"]),
                };
                break;
            case "head" or "body" or "frameset":
                _head = _head with { IsPage = true };
                break;
            case "base" when _head.Base.Length == 0:
                _head = _head with { Base = (tag["href"] ?? "").Trim() };
                break;
            case "meta":
                Meta(tag);
                break;
        }
    }

    private void Meta(HtmlTag tag)
    {
        string content = tag["content"] ?? "";
        if (tag["charset"] is { Length: > 0 } charset)
            _head = _head with { Charset = charset.Trim().ToLowerInvariant() };
        switch (tag["http-equiv"]?.Trim().ToLowerInvariant())
        {
            case "content-type" when content.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) is >= 0 and int at:
                _head = _head with { Charset = content[(at + 8)..].Trim(' ', '"', '\'', ';').ToLowerInvariant() };
                break;
            case "content-security-policy":
                _policies.Add(content);
                break;
            case "refresh" when content.IndexOf("url=", StringComparison.OrdinalIgnoreCase) is >= 0 and int at:
                _notes.Refer(
                    ReferenceKind.Frame,
                    content[(at + 4)..].Trim(' ', '"', '\''),
                    _shift + tag.Offset,
                    "meta"
                );
                break;
        }
    }

    private void Inside(HtmlTag tag, (int Start, int Length) text)
    {
        if (tag.Name == "title")
            _head = _head with { HasTitle = _head.HasTitle || !_text.AsSpan(text.Start, text.Length).IsWhiteSpace() };
        else if (tag.Name == "style")
            StyleScanner.Read(_text.Substring(text.Start, text.Length), _shift + text.Start, _notes);
        else if (
            tag.Name == "script"
            && IsProgram(tag)
            && tag["src"] is null
            && !_text.AsSpan(text.Start, text.Length).IsWhiteSpace()
        )
        {
            if (_scripts.Count < MostScripts)
                _scripts.Add(text);
            ScriptScanner.Read(_text.Substring(text.Start, text.Length), _shift + text.Start, _notes);
        }
    }

    /// <summary>Returns true for a script that browsers run; other types are data blocks (HTML, 4.12.1).</summary>
    private static bool IsProgram(HtmlTag tag) =>
        (tag["type"] ?? "").Trim().ToLowerInvariant()
            is ""
                or "module"
                or "text/javascript"
                or "application/javascript"
                or "text/ecmascript"
                or "application/ecmascript"
                or "application/x-javascript"
                or "text/jscript"
                or "text/x-javascript";
}
