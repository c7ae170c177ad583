namespace Protect.Scorm.Inspecting.Scanning;

internal enum ScriptTokenKind
{
    End,

    /// <summary>Identifier or keyword.</summary>
    Name,

    Number,

    /// <summary>String without its quotes.</summary>
    Text,

    /// <summary>Part of a template string, without its delimiters.</summary>
    Template,

    Regex,

    /// <summary>Punctuator of one character.</summary>
    Sign,
}

internal readonly record struct ScriptToken(ScriptTokenKind Kind, int Start, int Length);

/// <summary>
/// Splits JavaScript into tokens (ECMA-262, 12), as far as possible without a grammar. Comments are skipped. The token
/// before a slash decides whether it is a division or a regular
/// expression. One pass, no backtracking.
/// </summary>
internal sealed class ScriptLexer(string text)
{
    /// <summary>
    /// Longest regular expression, in characters. Without it every unpaired slash is searched to the end of the file.
    /// </summary>
    private const int LongestRegex = 5000;

    /// <summary>
    /// Most characters scanned in total for slashes that turn out to be divisions; only hostile scripts need more.
    /// </summary>
    private const int MostWasted = 5_000_000;

    private static readonly HashSet<string> BeforeRegex =
    [
        "return",
        "typeof",
        "case",
        "in",
        "of",
        "delete",
        "void",
        "throw",
        "new",
        "else",
        "do",
        "instanceof",
        "yield",
        "await",
    ];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsBeforeRegex =
        BeforeRegex.GetAlternateLookup<ReadOnlySpan<char>>();

    // Open brackets: "`" for an expression in a template, "c" for the condition of if, while, for or with, else the
    // bracket.
    private readonly Stack<char> _open = new();
    private ScriptToken _last = new(ScriptTokenKind.Sign, 0, 0);
    private bool _afterCondition;
    private int _at,
        _wasted;

    /// <summary>True when a string, comment or template did not end, or a closing bracket had no opening one.</summary>
    public bool IsBroken { get; private set; }

    public ReadOnlySpan<char> Of(ScriptToken token) => text.AsSpan(token.Start, token.Length);

    public ScriptToken Next()
    {
        SkipBlanks();
        if (_at >= text.Length)
        {
            IsBroken |= _open.Count > 0;
            return new ScriptToken(ScriptTokenKind.End, text.Length, 0);
        }
        char c = text[_at];
        bool condition = _afterCondition;
        _afterCondition = false;
        return _last =
            c is '"' or '\'' ? String(c)
            : c == '`' ? Template(_at + 1)
            : IsNameStart(c) ? Run(ScriptTokenKind.Name, static c => IsNameStart(c) || char.IsAsciiDigit(c))
            : char.IsAsciiDigit(c)
                ? Run(ScriptTokenKind.Number, static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_')
            : c == '/' && (condition || MayBeRegex()) && Regex() is { } regex ? regex
            : c == '}' && _open.TryPeek(out char mark) && mark == '`' ? EndOfExpression()
            : Sign(c);
    }

    private char At(int index) => index < text.Length ? text[index] : '\0';

    private void SkipBlanks()
    {
        while (_at < text.Length)
        {
            if (text[_at] is <= ' ' or '\u00A0' or '\uFEFF' or '\u2028' or '\u2029')
                _at++;
            else if (
                text[_at] == '/' && At(_at + 1) == '/'
                || text[_at] == '<' && string.CompareOrdinal(text, _at, "<!--", 0, 4) == 0
            )
                _at = LineEnd(_at);
            else if (text[_at] == '/' && At(_at + 1) == '*')
            {
                int end = _at + 2 < text.Length ? text.IndexOf("*/", _at + 2, StringComparison.Ordinal) : -1;
                IsBroken |= end < 0;
                _at = end < 0 ? text.Length : end + 2;
            }
            else
                return;
        }
    }

    private int LineEnd(int from) =>
        text.AsSpan(from).IndexOfAny('\n', '\r') is >= 0 and int found ? from + found : text.Length;

    private ScriptToken Run(ScriptTokenKind kind, Func<char, bool> goesOn)
    {
        int start = _at++;
        while (_at < text.Length && goesOn(text[_at]))
            _at++;
        return new ScriptToken(kind, start, _at - start);
    }

    private ScriptToken String(char quote)
    {
        int start = ++_at;
        while (_at < text.Length && text[_at] != quote && text[_at] is not ('\n' or '\r'))
            _at +=
                text[_at] == '\\'
                    ? At(_at + 1) == '\r' && At(_at + 2) == '\n'
                        ? 3
                        : 2
                    : 1;
        int end = Math.Min(_at, text.Length);
        IsBroken |= At(end) != quote;
        _at = Math.Min(end + 1, text.Length);
        return new ScriptToken(ScriptTokenKind.Text, start, end - start);
    }

    private ScriptToken Template(int start)
    {
        for (_at = start; _at < text.Length; _at++)
        {
            if (text[_at] == '\\')
                _at++;
            else if (text[_at] == '`')
                return new ScriptToken(ScriptTokenKind.Template, start, _at++ - start);
            else if (text[_at] == '$' && At(_at + 1) == '{')
            {
                _open.Push('`');
                _at += 2;
                return new ScriptToken(ScriptTokenKind.Template, start, _at - 2 - start);
            }
        }
        IsBroken = true;
        _at = text.Length;
        return new ScriptToken(ScriptTokenKind.Template, start, text.Length - start);
    }

    private ScriptToken EndOfExpression()
    {
        _open.Pop();
        return Template(_at + 1);
    }

    private ScriptToken Sign(char c)
    {
        if (c is '(' or '[' or '{')
            _open.Push(
                c == '(' && _last.Kind == ScriptTokenKind.Name && Of(_last) is "if" or "while" or "for" or "with"
                    ? 'c'
                    : c
            );
        else if (c is ')' or ']' or '}')
        {
            char open = _open.TryPop(out char mark) ? mark : '\0';
            _afterCondition = open == 'c';
            IsBroken |=
                c
                != (
                    open is '(' or 'c' ? ')'
                    : open == '[' ? ']'
                    : open == '{' ? '}'
                    : '\0'
                );
        }
        return new ScriptToken(ScriptTokenKind.Sign, _at++, 1);
    }

    private bool MayBeRegex() =>
        _last.Kind switch
        {
            ScriptTokenKind.Name => IsBeforeRegex.Contains(Of(_last)),
            ScriptTokenKind.Sign when _last.Length == 0 => true,
            // "i++ / 2" divides.
            ScriptTokenKind.Sign => text[_last.Start] is var sign
                && sign is not (')' or ']')
                && !(sign is '+' or '-' && _last.Start > 0 && text[_last.Start - 1] == sign),
            _ => false,
        };

    /// <summary>Reads a regular expression. Returns null when the line ends first, which means a division.</summary>
    private ScriptToken? Regex()
    {
        if (_wasted > MostWasted)
            return null;
        bool inClass = false;
        int at = _at + 1;
        for (; at < Math.Min(text.Length, _at + LongestRegex) && text[at] is not ('\n' or '\r'); at++)
        {
            char c = text[at];
            if (c == '\\')
                at++;
            else if (c == '[')
                inClass = true;
            else if (c == ']')
                inClass = false;
            else if (c == '/' && !inClass)
            {
                int start = _at;
                for (_at = at + 1; _at < text.Length && char.IsAsciiLetter(text[_at]); )
                    _at++;
                return new ScriptToken(ScriptTokenKind.Regex, start, _at - start);
            }
        }
        _wasted += at - _at;
        IsBroken |= _wasted > MostWasted;
        return null;
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '$' or '_' or '\\' or '#' || c > '\x7F';
}
