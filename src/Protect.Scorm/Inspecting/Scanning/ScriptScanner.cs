using System.Text.RegularExpressions;

namespace Protect.Scorm.Inspecting.Scanning;

/// <summary>
/// Finds what a script uses by short sequences of tokens. It follows no variables and no calls: a use that it finds is
/// real, one that it misses may be
/// there under another name; <see cref="ScriptUse.CannotTell"/> marks scripts where that is likely.
/// </summary>
internal sealed partial class ScriptScanner
{
    private const int Window = 12,
        HidingReach = 400,
        LongLine = 2000;

    private readonly string _text;
    private readonly int _shift;
    private readonly ContentNotes _notes;
    private readonly ScriptLexer _lexer;
    private readonly ScriptToken[] _last = new ScriptToken[Window]; // ring buffer: the newest is at _count % Window
    private readonly LeavingWatch _leaving = new();
    private int _count,
        _lastHiding = -2 * HidingReach,
        _topBefore = -HidingReach;

    private ScriptScanner(string text, int shift, ContentNotes notes) =>
        (_text, _shift, _notes, _lexer) = (text, shift, notes, new ScriptLexer(text));

    /// <summary>Scans a script. With <c>isLeaving</c>, all of it runs while the page is being left.</summary>
    public static void Read(string text, int shift, ContentNotes notes, bool isLeaving = false)
    {
        var scanner = new ScriptScanner(text, shift, notes);
        if (isLeaving)
            scanner._leaving.All();
        scanner.Run();
    }

    private void Run()
    {
        while (_lexer.Next() is { Kind: not ScriptTokenKind.End } token)
        {
            _last[++_count % Window] = token;
            Look(token);
        }
        if (_lexer.IsBroken)
            _notes.Uses |= ScriptUse.Unreadable;
        if (_text.Length > 5000 && HasLongLine(_text))
            _notes.Uses |= ScriptUse.Minified;
        if (
            _text.Contains("PRIVATE KEY-----", StringComparison.Ordinal)
            || _text.Contains("AKIA", StringComparison.Ordinal)
            || _text.Contains("ghp_", StringComparison.Ordinal)
        )
            foreach (ValueMatch match in Secret().EnumerateMatches(_text))
                _notes.Note(TraitKind.Secret, string.Concat(_text.AsSpan(match.Index, 8), "…"), _shift + match.Index);
    }

    private void Look(ScriptToken token)
    {
        if (token.Kind == ScriptTokenKind.Sign)
            LookAtSign();
        else if (token.Kind is ScriptTokenKind.Text or ScriptTokenKind.Template)
            LookAtText(token);
        else if (Word(0, "top") && IsGlobal(0))
            _topBefore = _count;
        else if (token.Kind == ScriptTokenKind.Name)
        {
            ScriptNames.Name(_lexer.Of(token), Sign(1, '.'), _notes);
            if (Word(0, "document") && Sign(1, '.') && (Word(2, "top") || Word(2, "parent")) && IsGlobal(2))
                Note(TraitKind.OuterDocument, Word(2, "top") ? "top.document" : "parent.document");
        }
        AfterParenthesis(token);
        AfterEquals(token);
        if (
            _leaving.IsOn
            && Sign(1, ',')
            && (Word(0, "false") || token.Kind == ScriptTokenKind.Number && Sign(1, '!'))
            && _leaving.IsOpenCall
        )
            Note(TraitKind.BlockedLeaving, "open(…, false)");
    }

    // ---- tokens by distance: 0 is the newest ----

    private ScriptToken Back(int distance) => distance < _count ? _last[(_count - distance) % Window] : default;

    private bool Word(int distance, ReadOnlySpan<char> word) =>
        Back(distance) is { Kind: ScriptTokenKind.Name } token && _lexer.Of(token).SequenceEqual(word);

    private bool Sign(int distance, char sign) =>
        Back(distance) is { Kind: ScriptTokenKind.Sign, Length: 1 } token && _text[token.Start] == sign;

    private bool Is(int distance, ScriptTokenKind kind) => distance < _count && Back(distance).Kind == kind;

    /// <summary>Returns true for a global name: with nothing or the window object in front of it.</summary>
    private bool IsGlobal(int distance) =>
        !Sign(distance + 1, '.')
            ? !Word(distance + 1, "function")
            : Word(distance + 2, "window")
                || Word(distance + 2, "self")
                || Word(distance + 2, "globalThis")
                || Word(distance + 2, "top")
                || Word(distance + 2, "parent");

    private void Note(TraitKind kind, string words) => _notes.Note(kind, words, _shift + Back(0).Start);

    private void LookAtSign()
    {
        _leaving.Sign(_text[Back(0).Start], Back(1) is { Kind: ScriptTokenKind.Name } name ? _lexer.Of(name) : default);
        if (!Sign(0, '('))
            return;
        if (_leaving.IsOn && IsGlobal(1) && (Word(1, "alert") || Word(1, "confirm") || Word(1, "prompt")))
            Note(TraitKind.BlockedLeaving, _lexer.Of(Back(1)).ToString() + "()");
        if (Word(1, "register") && Word(3, "serviceWorker"))
            Note(TraitKind.ServiceWorker, "serviceWorker.register()");
        bool moves = Word(1, "replace") || Word(1, "assign") || Word(1, "reload");
        if (Word(1, "close") && Sign(2, '.') && Word(3, "top") && IsGlobal(3))
            Top("top.close()");
        else if (
            moves
            && Word(3, "location")
            && Sign(4, '.')
            && (Word(5, "top") && IsGlobal(5) || Sign(5, ')') && _count - _topBefore < 12)
        )
            Top("top.location");
    }

    private void AfterParenthesis(ScriptToken token)
    {
        if (!Sign(1, '(') || !Is(2, ScriptTokenKind.Name))
            return;
        bool isText = token.Kind is ScriptTokenKind.Text or ScriptTokenKind.Template,
            isNothing = Sign(0, ')');
        ReadOnlySpan<char> value = isText ? _lexer.Of(token) : default;
        switch (_lexer.Of(Back(2)))
        {
            case "eval" when IsGlobal(2) && !isNothing:
                Note(TraitKind.Eval, "eval()");
                break;
            // Bundles use "return this", inside a try, to get the global object.
            case "Function" when IsGlobal(2) && !isNothing && value is not "return this":
                Note(TraitKind.Eval, "new Function()");
                break;
            case "setTimeout" or "setInterval" when isText && IsGlobal(2):
                Note(TraitKind.Eval, "a timer with text");
                break;
            case "addEventListener" or "attachEvent" or "on" or "one" or "bind" when isText:
                if (value is "unload" or "onunload")
                    Note(TraitKind.UnloadHandler, "unload");
                if (
                    value
                    is "unload"
                        or "onunload"
                        or "beforeunload"
                        or "onbeforeunload"
                        or "pagehide"
                        or "visibilitychange"
                )
                    _leaving.InCall();
                break;
            case "unload" when Sign(3, '.') && Word(0, "function"):
                Note(TraitKind.UnloadHandler, "unload");
                break;
            case "import" or "importScripts" or "fetch" or "Worker" or "WebSocket" or "EventSource" or "sendBeacon":
                Fetches(isText, value);
                break;
            case "write"
            or "writeln"
                when Word(4, "document") && (!isText || value.Contains("<scr", StringComparison.OrdinalIgnoreCase)):
                _notes.Uses |= ScriptUse.WritesScripts;
                break;
            case "createElement" when value.Equals("script", StringComparison.OrdinalIgnoreCase):
                _notes.Uses |= ScriptUse.WritesScripts;
                break;
        }
    }

    private void Fetches(bool isText, ReadOnlySpan<char> value)
    {
        string name = _lexer.Of(Back(2)).ToString();
        if (!isText && name is "import" or "importScripts")
            _notes.Uses |= ScriptUse.WritesScripts;
        // Paths are relative to the unknown page that runs the script; only imports are relative to the script.
        if (isText && (IsElsewhere(value) || name == "import" && value.StartsWith('.')))
            Refer(name == "import" ? ReferenceKind.Script : ReferenceKind.Loads, value, name + "()");
    }

    private void AfterEquals(ScriptToken token)
    {
        if (!Sign(1, '=') || Sign(0, '=') || Sign(0, '>') || !Is(2, ScriptTokenKind.Name))
            return;
        switch (_lexer.Of(Back(2)))
        {
            case "onunload" or "onbeforeunload" or "onpagehide":
                if (Word(2, "onunload") && !Word(0, "null"))
                    Note(TraitKind.UnloadHandler, "unload");
                _leaving.InFunction(Word(0, "function") || Sign(0, '(') || Word(0, "async"));
                break;
            case "location" when Sign(3, '.') && Word(4, "top") && IsGlobal(4):
                Top("top.location");
                break;
            case "href" when Word(4, "location") && Word(6, "top"):
                Top("top.location");
                break;
            case "cookie" when Word(4, "document"):
                Note(TraitKind.Cookie, "document.cookie");
                break;
            case "domain" when Word(4, "document"):
                Note(TraitKind.DocumentDomain, "document.domain");
                break;
            case "src" when token.Kind == ScriptTokenKind.Text && IsElsewhere(_lexer.Of(token)):
                Refer(ReferenceKind.Loads, _lexer.Of(token), "src");
                break;
            case "hidden":
                _lastHiding = _count;
                break;
            case "display" or "visibility" when token.Kind == ScriptTokenKind.Text:
                _lastHiding = _count;
                break;
        }
    }

    private void LookAtText(ScriptToken token)
    {
        ReadOnlySpan<char> value = _lexer.Of(token);
        if (
            Word(1, "import") && token.Kind == ScriptTokenKind.Text
            || Word(1, "from") && (Sign(2, '}') || Is(2, ScriptTokenKind.Name) || Sign(2, '*'))
        )
        {
            if (value is ['.', ..] or ['/', ..] || IsElsewhere(value))
                Refer(ReferenceKind.Import, value, "import");
        }
        else if (value is "_top" && Sign(1, ',') && _leaving.IsOpenCall)
            Top("_top");
        else if (_leaving.IsOpenCall && Sign(1, ',') && IsElsewhere(value))
            Refer(ReferenceKind.Loads, value, "open()");
        ScriptNames.Text(value, _notes);
    }

    private void Refer(ReferenceKind kind, ReadOnlySpan<char> value, string from) =>
        _notes.Refer(kind, value.ToString().Replace("\\/", "/"), _shift + Back(0).Start, from);

    /// <summary>
    /// Notes a redirect of the top window, unless the script hides the page first: that is a safety exit.
    /// </summary>
    private void Top(string words)
    {
        if (_count - _lastHiding > HidingReach)
            Note(TraitKind.TopWindow, words);
    }

    private static bool IsElsewhere(ReadOnlySpan<char> value) =>
        value.StartsWith("http:", StringComparison.OrdinalIgnoreCase)
        || value.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
        || value.StartsWith("ws:", StringComparison.OrdinalIgnoreCase)
        || value.StartsWith("wss:", StringComparison.OrdinalIgnoreCase)
        || value is ['/', '/', not '/', ..];

    private static bool HasLongLine(ReadOnlySpan<char> text)
    {
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
            if (line.Length > LongLine)
                return true;
        return false;
    }

    [GeneratedRegex(
        @"-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bghp_[A-Za-z0-9]{36}\b",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Secret();
}
