using System.Text;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Formulas;

/// <summary>
/// Reads the TeX of a formula. The commands are those of AMS-LaTeX that have one meaning in MathML; an author cannot
/// define others, so the work grows with the length of the formula only.
/// </summary>
internal sealed partial class FormulaParser
{
    /// <summary>Most characters of one formula.</summary>
    public const int MostCharacters = 2_000;

    /// <summary>Most parts inside each other.</summary>
    public const int MostNested = 40;

    private readonly string _tex;
    private int _at,
        _nested;

    private FormulaParser(string tex) => _tex = tex;

    /// <summary>Reads a formula.</summary>
    /// <exception cref="FormulaException">The formula has a mistake.</exception>
    public static FormulaNode Parse(string tex)
    {
        if (tex.Length > MostCharacters)
            throw new FormulaException(
                new FormulaFault(
                    0,
                    tex.Length,
                    $"it has {tex.Length} characters, and at most {MostCharacters} are read",
                    "Split it into several formulas."
                )
            );
        var parser = new FormulaParser(tex);
        FormulaNode formula = parser.Row();
        if (!parser.IsAtEnd)
            throw parser.Unexpected();
        return formula is FormulaRow { Parts.Count: 0 }
            ? throw parser.Fault(0, tex.Length, "it is empty", "Write the formula between the dollar signs.")
            : formula;
    }

    private bool IsAtEnd => _at >= _tex.Length;

    private char Now => _at < _tex.Length ? _tex[_at] : '\0';

    private FormulaException Fault(int at, int length, string what, string cure) =>
        new(new FormulaFault(Math.Min(at, Math.Max(0, _tex.Length - 1)), Math.Max(1, length), what, cure));

    /// <summary>Reports what ends a part without having started it.</summary>
    private FormulaException Unexpected() =>
        Now switch
        {
            '}' => Fault(_at, 1, "“}” closes nothing", "Remove it, or add “{”; to show a brace, write \\}."),
            '&' => Fault(
                _at,
                1,
                "“&” is for tables only",
                "Put it between \\begin{…} and \\end{…}; to show it, write \\&."
            ),
            ']' => Fault(_at, 1, "“]” closes nothing", "Remove it."),
            _ => PeekCommand() switch
            {
                "\\" => Fault(
                    _at,
                    2,
                    "“\\\\” is for tables only",
                    "Use \\begin{aligned} … \\end{aligned} for several lines."
                ),
                var name => Fault(_at, name.Length + 1, $"“\\{name}” ends nothing", Partner(name)),
            },
        };

    private static string Partner(string name) =>
        name == "right" ? "Add \\left before it, as in \\left( … \\right)." : "Add \\begin{…} before it.";

    /// <summary>Returns the name of the command at this place without reading it; empty for none.</summary>
    private string PeekCommand()
    {
        if (Now != '\\' || _at + 1 >= _tex.Length)
            return "";
        int end = _at + 1;
        while (end < _tex.Length && char.IsAsciiLetter(_tex[end]))
            end++;
        return _tex[(_at + 1)..Math.Max(end, _at + 2)];
    }

    private void SkipSpaces()
    {
        while (!IsAtEnd && char.IsWhiteSpace(Now))
            _at++;
    }

    /// <summary>Returns true at what ends a row: the end, a closing brace, and the marks of a table.</summary>
    private bool IsRowEnd(bool inSquare) =>
        IsAtEnd || Now is '}' or '&' || (inSquare && Now == ']') || PeekCommand() is "\\" or "right" or "end" or "cr";

    private FormulaNode Row(bool inSquare = false)
    {
        var parts = new List<FormulaNode>();
        for (SkipSpaces(); !IsRowEnd(inSquare); SkipSpaces())
            if (PeekCommand() is ("displaystyle" or "textstyle" or "scriptstyle" or "scriptscriptstyle") and var size)
            {
                Enter();
                _at += size.Length + 1;
                FormulaNode rest = Row(inSquare);
                _nested--;
                parts.Add(new FormulaStyled(rest, size == "displaystyle" ? FormulaLook.Large : FormulaLook.Small));
            }
            else
                parts.Add(Scripted());
        return parts is [var only] ? only : new FormulaRow(parts);
    }

    /// <summary>Reads a part with its subscript, superscript and primes.</summary>
    private FormulaNode Scripted()
    {
        FormulaNode part = Now is '^' or '_' or '\'' ? FormulaRow.Empty : Atom();
        FormulaNode? sub = null,
            sup = null;
        var place = LimitPlace.Usual;
        bool hasPrimes = false;
        while (true)
        {
            SkipSpaces();
            int start = _at;
            if (PeekCommand() is ("limits" or "nolimits") and var limits)
            {
                _at += limits.Length + 1;
                place = limits == "limits" ? LimitPlace.Around : LimitPlace.Side;
            }
            else if (Now == '\'')
            {
                if (sup is not null)
                    throw Fault(start, 1, "a prime follows another superscript", "Write the prime first, as in f'^2.");
                while (Now == '\'')
                    _at++;
                sup = new FormulaSign(Primes(_at - start), SignRole.Ordinary);
                hasPrimes = true;
            }
            else if (Now == '^')
            {
                _at++;
                if (sup is not null && !hasPrimes)
                    throw Fault(start, 1, "this is a second superscript", "Group them with braces, as in {x^a}^b.");
                FormulaNode more = Script("^");
                sup = sup is null ? more : new FormulaRow([sup, more]);
                hasPrimes = false;
            }
            else if (Now == '_')
            {
                _at++;
                if (sub is not null)
                    throw Fault(start, 1, "this is a second subscript", "Group them with braces, as in {x_a}_b.");
                sub = Script("_");
            }
            else
                return sub is null && sup is null ? part : new FormulaScripts(part, sub, sup, place);
        }
    }

    /// <summary>Reads a subscript or superscript. TeX takes one digit only, which nobody means.</summary>
    private FormulaNode Script(string sign)
    {
        SkipSpaces();
        int start = _at;
        FormulaNode script = Argument(sign);
        if (script is not FormulaNumber || _at != start + 1 || !char.IsAsciiDigit(Now))
            return script;
        while (char.IsAsciiDigit(Now))
            _at++;
        string number = _tex[start.._at];
        throw Fault(
            start,
            number.Length,
            $"only the first digit of “{sign}{number}” belongs to it",
            $"Write {sign}{{{number}}}."
        );
    }

    private static string Primes(int count) =>
        count switch
        {
            1 => "′",
            2 => "″",
            3 => "‴",
            _ => string.Concat(Enumerable.Repeat("′", count)),
        };

    /// <summary>Reads an argument: a group in braces, one character or one command.</summary>
    private FormulaNode Argument(string of)
    {
        SkipSpaces();
        if (IsAtEnd || Now is '}' or '&' or '^' or '_')
            throw Fault(
                Math.Max(0, _at - 1),
                1,
                $"something is missing after “{of}”",
                $"Write it in braces, as in {Example(of)}."
            );
        if (char.IsAsciiDigit(Now))
            return new FormulaNumber(Now.ToString(), _tex[_at++].ToString());
        return Atom();
    }

    private static string Example(string of) =>
        of switch
        {
            "^" => "x^{2}",
            "_" => "x_{1}",
            "\\frac" or "\\dfrac" or "\\tfrac" => of + "{1}{2}",
            _ => of + "{x}",
        };

    private FormulaNode Group()
    {
        int start = _at++;
        FormulaNode inside = Row();
        if (Now != '}')
            throw IsAtEnd ? Fault(start, 1, "this brace is not closed", "Add “}” where the part ends.") : Unexpected();
        _at++;
        return inside;
    }

    /// <summary>Counts a part inside the others.</summary>
    private void Enter()
    {
        if (++_nested > MostNested)
            throw Fault(
                _at,
                1,
                $"more than {MostNested} parts are inside each other",
                "Split it into several formulas."
            );
    }

    private FormulaNode Atom()
    {
        char now = Now;
        if (now is '{' or '\\')
        {
            Enter();
            FormulaNode inside = now == '{' ? Group() : Command();
            _nested--;
            return inside;
        }
        if (char.IsAsciiDigit(now) || (now == '.' && _at + 1 < _tex.Length && char.IsAsciiDigit(_tex[_at + 1])))
            return Number();
        if (char.IsSurrogate(now))
        {
            int length = char.IsSurrogatePair(_tex, _at) ? 2 : 1;
            _at += length;
            return Letters(_tex.Substring(_at - length, length));
        }
        _at++;
        return now switch
        {
            '+' or '*' or '-' or '−' or '×' or '÷' or '·' or '±' => new FormulaSign(Binary(now), SignRole.Binary),
            '=' or '<' or '>' or ':' or '≤' or '≥' or '≠' or '≈' or '→' or '∈' or '⇒' or '⇔' => new FormulaSign(
                now.ToString(),
                SignRole.Relation
            ),
            '(' or '[' => new FormulaSign(now.ToString(), SignRole.Open),
            ')' or ']' => new FormulaSign(now.ToString(), SignRole.Close),
            '|' => new FormulaSign("|", SignRole.Bar),
            ',' or ';' => new FormulaSign(now.ToString(), SignRole.Punctuation),
            '/' or '!' or '?' or '.' or '"' or '@' or '`' => new FormulaSign(now.ToString(), SignRole.Ordinary),
            '~' => new FormulaSpace(FormulaSymbols.Spaces["~"]),
            '%' => throw Fault(_at - 1, 1, "“%” starts a comment in TeX", "Write \\%."),
            '#' => throw Fault(_at - 1, 1, "“#” has a meaning of its own in TeX", "Write \\#."),
            '$' => throw Fault(_at - 1, 1, "it contains a dollar sign", "Write \\$ to show it."),
            _ when char.IsControl(now) => throw Fault(_at - 1, 1, "it has an invisible character", "Remove it."),
            _ => Letters(now.ToString()),
        };
    }

    private static string Binary(char sign) =>
        sign switch
        {
            '-' => "−",
            '*' => "∗",
            '·' => "⋅",
            _ => sign.ToString(),
        };

    private static FormulaLetters Letters(string text) => new(text, text, IsUpright: false);

    /// <summary>Reads a number; “{,}” is a decimal comma.</summary>
    private FormulaNumber Number()
    {
        var digits = new StringBuilder();
        while (!IsAtEnd)
            if (char.IsAsciiDigit(Now))
                digits.Append(_tex[_at++]);
            else if (Now == '.' && _at + 1 < _tex.Length && char.IsAsciiDigit(_tex[_at + 1]))
                digits.Append(_tex[_at++]);
            else if (_at + 3 < _tex.Length && _tex.AsSpan(_at, 3) is "{,}" && char.IsAsciiDigit(_tex[_at + 3]))
            {
                digits.Append(',');
                _at += 3;
            }
            else
                break;
        return new FormulaNumber(digits.ToString(), digits.ToString());
    }

    /// <summary>Reads the text in braces of a command such as \text, without formulas inside.</summary>
    private string Words(string command)
    {
        SkipSpaces();
        int start = _at;
        if (Now != '{')
            throw Fault(
                Math.Max(0, _at - 1),
                1,
                $"something is missing after “\\{command}”",
                $"Write \\{command}{{words}}."
            );
        var words = new StringBuilder();
        int open = 0;
        for (; !IsAtEnd; _at++)
            if (
                Now == '\\'
                && _at + 1 < _tex.Length
                && _tex[_at + 1] is '{' or '}' or '%' or '$' or '&' or '#' or '_' or ' '
            )
                words.Append(_tex[++_at]);
            else if (Now == '\\')
                throw Fault(
                    _at,
                    PeekCommand().Length + 1,
                    "words cannot contain a command",
                    "Close the brace before it."
                );
            else if (Now == '{')
                open++;
            else if (Now == '}' && --open == 0)
            {
                _at++;
                return words.ToString();
            }
            else if (Now != '}')
                words.Append(char.IsWhiteSpace(Now) || Now == '~' ? ' ' : Now);
        throw Fault(start, 1, "this brace is not closed", "Add “}” where the words end.");
    }
}
