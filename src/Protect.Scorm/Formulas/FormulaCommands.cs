using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Formulas;

internal sealed partial class FormulaParser
{
    private static readonly string[] WordCommands = ["text", "textrm", "textit", "textbf", "textnormal", "mbox"];

    private static readonly string[] Structures =
    [
        .. "frac dfrac tfrac cfrac binom dbinom tbinom sqrt left begin not overset underset stackrel substack".Split(
            ' '
        ),
        .. "operatorname phantom hphantom vphantom boxed fbox pmod pod mod middle displaystyle textstyle".Split(' '),
        .. "limits nolimits".Split(' '),
    ];

    /// <summary>Commands that are left out on purpose: the name, the reason, and what to write instead.</summary>
    private static readonly (string[] Names, string Why, string Cure)[] Refused =
    [
        (
            ["def", "newcommand", "renewcommand", "providecommand", "let", "gdef", "edef", "DeclareMathOperator"],
            "a formula defines no commands",
            "Write the formula without it; \\operatorname{name} writes a function."
        ),
        (
            ["color", "textcolor", "colorbox", "fcolorbox", "definecolor"],
            "the theme decides the colours, so that everybody can read them",
            "Remove the colour."
        ),
        (
            ["href", "url", "class", "id", "style", "htmlClass", "htmlId", "htmlStyle", "htmlData", "includegraphics"],
            "a formula has no links, pictures or HTML",
            "Put them into the text around it."
        ),
        (["over", "atop", "choose", "above"], "its parts have no braces", "Write \\frac{a}{b}, or \\binom{n}{k}."),
        (
            ["rm", "bf", "it", "cal", "sf", "tt", "frak"],
            "it changes the letters up to the end",
            "Write \\mathrm{…}, \\mathbf{…}, \\mathit{…} or \\mathcal{…}."
        ),
        (
            ["cancel", "bcancel", "xcancel", "cancelto", "sout"],
            "not all browsers draw the stroke",
            "Say in words what cancels out, or use \\underbrace{…}_{=0}."
        ),
        (
            ["ce", "pu", "cf"],
            "chemical notation is not read",
            "Write \\mathrm{H_2O}, and \\rightarrow or \\rightleftharpoons."
        ),
        (["si", "SI", "qty", "num", "unit"], "the package siunitx is not read", "Write 5\\,\\mathrm{kg}."),
        (["tag", "label", "ref", "eqref", "notag", "nonumber"], "formulas have no numbers here", "Remove it."),
        (
            ["hline", "hspace", "vspace", "kern", "mkern", "hskip", "raisebox", "rule", "hfill"],
            "lines and distances are decided by the theme",
            "Remove it, or use \\quad for a space."
        ),
        (
            ["hbox", "vbox", "mathchoice", "mathop", "mathbin", "mathrel", "tiny", "small", "large", "Large", "huge"],
            "it is about the look on paper only",
            "Remove it, and keep what is inside its braces."
        ),
    ];

    private FormulaNode Command()
    {
        int start = _at;
        string name = PeekCommand();
        if (name.Length == 0)
            throw Fault(start, 1, "it ends with a backslash", "Remove it.");
        _at += name.Length + 1;
        if (FormulaSymbols.Letters.TryGetValue(name, out string? letter))
            return Letters(letter);
        if (FormulaSymbols.Upright.TryGetValue(name, out letter))
            return new FormulaLetters(letter, letter, IsUpright: true);
        if (Sign(name) is { } sign)
            return sign;
        if (FormulaSymbols.Spaces.TryGetValue(name, out string? space))
            return new FormulaSpace(space);
        if (FormulaSymbols.Functions.Contains(name))
            return new FormulaFunction(name, HasLimits: false);
        if (FormulaSymbols.Limits.TryGetValue(name, out string? function))
            return new FormulaFunction(function, HasLimits: true);
        if (FormulaSymbols.Accents.TryGetValue(name, out (string Mark, bool IsBelow, bool IsWide) accent))
            return new FormulaAccent(Argument("\\" + name), accent.Mark, accent.IsBelow, accent.IsWide);
        if (FormulaSymbols.LabelledArrows.TryGetValue(name, out string? arrow))
        {
            FormulaNode? below = Optional();
            return new FormulaStack(
                new FormulaSign(arrow, SignRole.Relation, IsStretched: true),
                Argument("\\" + name),
                below
            );
        }
        if (FormulaAlphabet.IsFont(name))
            return FormulaAlphabet.Map(Argument("\\" + name), name);
        if (WordCommands.Contains(name))
            return new FormulaText(Words(name));
        if (SizeOf(name) is { } size)
            return Delimiter(name) with { Size = size };
        return Structure(name, start) ?? throw Unknown(name, start);
    }

    private static FormulaSign? Sign(string name) =>
        FormulaSymbols.Binary.TryGetValue(name, out string? text) ? new FormulaSign(text, SignRole.Binary)
        : FormulaSymbols.Relations.TryGetValue(name, out text) ? new FormulaSign(text, SignRole.Relation)
        : FormulaSymbols.Sums.TryGetValue(name, out text) ? new FormulaSign(text, SignRole.Sum)
        : FormulaSymbols.Integrals.TryGetValue(name, out text) ? new FormulaSign(text, SignRole.Integral)
        : FormulaSymbols.Opening.TryGetValue(name, out text) ? new FormulaSign(text, SignRole.Open)
        : FormulaSymbols.Closing.TryGetValue(name, out text) ? new FormulaSign(text, SignRole.Close)
        : name switch
        {
            "|" or "Vert" => new FormulaSign("‖", SignRole.Bar),
            "vert" => new FormulaSign("|", SignRole.Bar),
            "backslash" => new FormulaSign("\\", SignRole.Ordinary),
            _ => null,
        };

    private FormulaNode? Structure(string name, int start)
    {
        string typed = "\\" + name;
        switch (name)
        {
            case "frac" or "dfrac" or "tfrac" or "cfrac":
                return new FormulaFraction(Argument(typed), Argument(typed), HasLine: true, DisplayOf(name));
            case "binom" or "dbinom" or "tbinom":
                var parts = new FormulaFraction(Argument(typed), Argument(typed), HasLine: false, DisplayOf(name));
                return new FormulaFence("(", parts, ")");
            case "sqrt":
                FormulaNode? index = Optional();
                return new FormulaRoot(Argument(typed), index);
            case "left":
                return Fence(start);
            case "middle":
                return Delimiter(name) with { IsStretched = true };
            case "begin":
                return Environment(start);
            case "not":
                SkipSpaces();
                int at = _at;
                return !IsAtEnd && Argument(typed) is FormulaSign { Role: SignRole.Relation or SignRole.Bar } sign
                    ? sign with
                    {
                        Text = FormulaSymbols.Negated.GetValueOrDefault(sign.Text, sign.Text + "\u0338"),
                    }
                    : throw Fault(
                        at,
                        1,
                        "“\\not” strikes out relations only",
                        "Write it before =, \\in, \\subset and others."
                    );
            case "overset" or "stackrel":
                FormulaNode above = Argument(typed);
                return new FormulaStack(Argument(typed), above, null);
            case "underset":
                FormulaNode below = Argument(typed);
                return new FormulaStack(Argument(typed), null, below);
            case "substack":
                return Substack(typed);
            case "operatorname":
                bool hasLimits = Now == '*';
                _at += hasLimits ? 1 : 0;
                return new FormulaFunction(Words(name).Trim(), hasLimits);
            case "phantom" or "hphantom" or "vphantom":
                return new FormulaStyled(Argument(typed), FormulaLook.Hidden);
            case "boxed" or "fbox":
                return new FormulaStyled(Argument(typed), FormulaLook.Framed);
            case "pmod" or "pod" or "mod":
                return Modulo(name, Argument(typed));
            default:
                return null;
        }
    }

    private static bool? DisplayOf(string name) =>
        name[0] switch
        {
            'd' or 'c' => true,
            't' => false,
            _ => null,
        };

    private static FormulaRow Modulo(string name, FormulaNode of)
    {
        FormulaNode word = new FormulaFunction("mod", HasLimits: false);
        FormulaNode open = new FormulaSign("(", SignRole.Open),
            close = new FormulaSign(")", SignRole.Close),
            space = new FormulaSpace("1");
        return new FormulaRow(
            name switch
            {
                "pmod" => [space, open, word, of, close],
                "pod" => [space, open, of, close],
                _ => [space, word, of],
            }
        );
    }

    /// <summary>Reads a part in square brackets; null when there is none.</summary>
    private FormulaNode? Optional()
    {
        SkipSpaces();
        if (Now != '[')
            return null;
        int start = _at++;
        FormulaNode inside = Row(inSquare: true);
        if (Now != ']')
            throw IsAtEnd
                ? Fault(start, 1, "this bracket is not closed", "Add “]” where the part ends.")
                : Unexpected();
        _at++;
        return inside;
    }

    private static string? SizeOf(string name) =>
        FormulaSymbols.Sizes.TryGetValue(name, out string? size) ? size
        : name.Length > 3 && name[^1] is 'l' or 'r' or 'm' ? FormulaSymbols.Sizes.GetValueOrDefault(name[..^1])
        : null;

    /// <summary>Reads a bracket after \left, \right, \big and others; a full stop is none.</summary>
    private FormulaSign Delimiter(string after)
    {
        SkipSpaces();
        int start = _at;
        string command = PeekCommand();
        if (command.Length > 0)
        {
            _at += command.Length + 1;
            if (Sign(command) is { Role: SignRole.Open or SignRole.Close or SignRole.Bar or SignRole.Ordinary } sign)
                return sign;
            if (command.EndsWith("arrow", StringComparison.Ordinal) && Sign(command) is { } upright)
                return upright with { Role = SignRole.Ordinary };
        }
        else if (!IsAtEnd)
        {
            char now = _tex[_at++];
            if (now == '.')
                return new FormulaSign("", SignRole.Ordinary);
            if ("()[]|/<>".Contains(now))
                return now switch
                {
                    '(' or '[' => new FormulaSign(now.ToString(), SignRole.Open),
                    ')' or ']' => new FormulaSign(now.ToString(), SignRole.Close),
                    '<' => new FormulaSign("⟨", SignRole.Open),
                    '>' => new FormulaSign("⟩", SignRole.Close),
                    '/' => new FormulaSign("/", SignRole.Ordinary),
                    _ => new FormulaSign("|", SignRole.Bar),
                };
        }
        throw Fault(
            start,
            Math.Max(1, _at - start),
            $"a bracket is missing after “\\{after}”",
            "Use one of ( ) [ ] \\{ \\} | \\langle \\rangle, or a full stop for none."
        );
    }

    private FormulaFence Fence(int start)
    {
        FormulaSign open = Delimiter("left");
        FormulaNode body = Row();
        if (PeekCommand() != "right")
            throw IsAtEnd
                ? Fault(start, 5, "“\\left” has no “\\right”", "Add \\right), or \\right. for no bracket.")
                : Unexpected();
        _at += "\\right".Length;
        return new FormulaFence(open.Text, body, Delimiter("right").Text);
    }

    private FormulaException Unknown(string name, int start)
    {
        foreach ((string[] names, string why, string cure) in Refused)
            if (names.Contains(name))
                return Fault(start, name.Length + 1, $"“\\{name}” is not used here: {why}", cure);
        IEnumerable<string> known =
        [
            .. FormulaSymbols.Letters.Keys,
            .. FormulaSymbols.Upright.Keys,
            .. FormulaSymbols.Binary.Keys,
            .. FormulaSymbols.Relations.Keys,
            .. FormulaSymbols.Sums.Keys,
            .. FormulaSymbols.Integrals.Keys,
            .. FormulaSymbols.Opening.Keys,
            .. FormulaSymbols.Closing.Keys,
            .. FormulaSymbols.Functions,
            .. FormulaSymbols.Limits.Keys,
            .. FormulaSymbols.Accents.Keys,
            .. FormulaSymbols.LabelledArrows.Keys,
            .. WordCommands,
            .. Structures,
        ];
        string? near =
            name.Length is > 1 and <= 30 && char.IsAsciiLetter(name[0])
                ? Nearest.Name(name, known.Where(other => other.Length > 1 && char.IsAsciiLetter(other[0])))
                : null;
        return Fault(
            start,
            name.Length + 1,
            $"“\\{name}” is not known",
            near is null ? "Use another command; docs/formulas.md lists them." : $"Did you mean “\\{near}”?"
        );
    }
}
