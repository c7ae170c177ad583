namespace Protect.Scorm.Inspecting.Checks;

/// <summary>
/// Parses prerequisites of an item in AICC script: <c>expr := term { "|" term }</c>, <c>term := factor { "&amp;" factor
/// }</c>,
/// <c>factor := "~" factor | "(" expr ")" | N "*" "{" id { "," id } "}" | id [ ("=" | "&lt;>") status ]</c>.
/// </summary>
internal sealed class Prerequisites
{
    public const int MostCharacters = 4000,
        MostDepth = 50;

    private static readonly HashSet<string> Statuses =
    [
        "passed",
        "completed",
        "failed",
        "incomplete",
        "browsed",
        "not attempted",
        "p",
        "c",
        "f",
        "i",
        "b",
        "n",
    ];

    private readonly string _text;
    private readonly List<string> _ids = [];
    private int _at,
        _depth;

    private Prerequisites(string text) => _text = text;

    /// <summary>Ids in their order; after a fault, those before it.</summary>
    public IReadOnlyList<string> Ids => _ids;

    /// <summary>Fault in the text; null when there is none.</summary>
    public string? Fault { get; private set; }

    public static Prerequisites Parse(string text)
    {
        var parser = new Prerequisites(text);
        if (text.Length > MostCharacters)
            parser.Fault = $"it has more than {MostCharacters} characters";
        else
        {
            parser.Expression();
            if (parser.Fault is null && parser.Peek != '\0')
                parser.Fail($"“{parser.Peek}” is not expected");
        }
        return parser;
    }

    private char Peek
    {
        get
        {
            while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
                _at++;
            return _at < _text.Length ? _text[_at] : '\0';
        }
    }

    private bool Take(char sign)
    {
        if (Fault is not null || Peek != sign)
            return false;
        _at++;
        return true;
    }

    private void Fail(string why) => Fault ??= $"{why} at character {_at + 1}";

    private void Expect(char sign)
    {
        if (!Take(sign))
            Fail($"“{sign}” is expected");
    }

    private void Expression()
    {
        do
        {
            do Factor();
            while (Take('&'));
        } while (Take('|'));
    }

    private void Factor()
    {
        while (Take('~')) { }
        if (Fault is not null)
            return;
        if (Take('('))
        {
            if (++_depth > MostDepth)
                Fail("brackets are nested too deep");
            else
                Expression();
            _depth--;
            Expect(')');
            return;
        }
        string name = Name();
        if (name.Length == 0)
            Fail(Peek == '\0' ? "an id is expected" : $"an id is expected, not “{Peek}”,");
        else if (name.All(char.IsAsciiDigit) && Take('*'))
            Set();
        else
        {
            _ids.Add(name);
            Test();
        }
    }

    private void Set()
    {
        Expect('{');
        do
        {
            string name = Name();
            if (name.Length == 0)
                Fail("an id is expected");
            else
                _ids.Add(name);
        } while (Take(','));
        Expect('}');
    }

    private void Test()
    {
        if (Take('<'))
            Expect('>');
        else if (!Take('='))
            return;
        char quote = Peek is '"' or '\'' ? Peek : '\0';
        if (quote != '\0')
            _at++;
        int start = _at;
        while (_at < _text.Length && (quote == '\0' ? !IsSign(_text[_at]) : _text[_at] != quote))
            _at++;
        string status = _text[start.._at].Trim();
        if (quote != '\0')
            Expect(quote);
        if (Fault is null && !Statuses.Contains(status.ToLowerInvariant()))
            Fail($"“{status}” is not a status");
    }

    private string Name()
    {
        if (Fault is not null || Peek == '\0')
            return "";
        int start = _at;
        while (_at < _text.Length && !IsSign(_text[_at]) && !char.IsWhiteSpace(_text[_at]))
            _at++;
        return _text[start.._at];
    }

    private static bool IsSign(char c) =>
        c is '&' or '|' or '~' or '(' or ')' or '{' or '}' or ',' or '=' or '<' or '>' or '*' or '"' or '\'';
}
