using System.Text;

namespace Protect.Scorm.Formulas;

/// <summary>
/// Writes a formula as MathML Core: only elements and attributes that all browsers draw alike, no style attribute, and
/// no mark that a screen reader would read as something else.
/// </summary>
internal sealed class MathMl
{
    private const char ApplyFunction = '\u2061';

    /// <summary>
    /// Class of a table of equations, of a frame, of a part with a line, and of cells that are not centred.
    /// </summary>
    public const string Equations = "equations",
        Frame = "frame",
        Above = "line-above",
        Below = "line-below",
        Start = "align-start",
        End = "align-end";

    private readonly StringBuilder _html = new();

    /// <summary>Writes a formula.</summary>
    /// <param name="isDisplay">True for a formula on a line of its own.</param>
    public static string Write(FormulaNode formula, bool isDisplay)
    {
        var writer = new MathMl();
        string words = Encode(FormulaWords.Of(formula));
        writer._html.Append($"<math{(isDisplay ? " display=\"block\"" : "")} alttext=\"{words}\">");
        writer.Row(formula);
        return writer._html.Append("</math>").ToString();
    }

    private static string Encode(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");

    private void Leaf(string name, string text, string attributes = "") =>
        _html.Append($"<{name}{attributes}>{Encode(text)}</{name}>");

    private void Element(string name, string attributes, params Action[] inside)
    {
        _html.Append($"<{name}{attributes}>");
        foreach (Action part in inside)
            part();
        _html.Append($"</{name}>");
    }

    /// <summary>Writes the parts of a row without an element around them.</summary>
    private void Row(FormulaNode node)
    {
        if (node is not FormulaRow row)
        {
            Part(node, null, null);
            return;
        }
        for (int at = 0; at < row.Parts.Count; at++)
            Part(row.Parts[at], at > 0 ? row.Parts[at - 1] : null, at + 1 < row.Parts.Count ? row.Parts[at + 1] : null);
    }

    /// <summary>Writes a part as one element.</summary>
    private void One(FormulaNode node)
    {
        if (node is FormulaRow { Parts: [var only] })
            One(only);
        else if (node is FormulaRow or FormulaFence or FormulaFunction)
            Element("mrow", "", () => Row(node));
        else
            Part(node, null, null);
    }

    private void Part(FormulaNode node, FormulaNode? before, FormulaNode? after)
    {
        switch (node)
        {
            case FormulaLetters letters:
                // A single letter is slanted by itself.
                bool isOne = letters.Text.EnumerateRunes().Count() == 1;
                Leaf("mi", letters.Text, letters.IsUpright && isOne ? " mathvariant=\"normal\"" : "");
                break;
            case FormulaNumber number:
                Leaf("mn", number.Text);
                break;
            case FormulaText text:
                // Spaces at the ends of an element are not drawn.
                Leaf("mtext", text.Text.Replace(' ', '\u00A0'));
                break;
            case FormulaFunction function:
                Leaf("mi", function.Name, function.Name.Length == 1 ? " mathvariant=\"normal\"" : "");
                Apply(after);
                break;
            case FormulaSign sign:
                Sign(sign, before);
                break;
            case FormulaSpace space:
                _html.Append($"<mspace width=\"{space.Width}em\"></mspace>");
                break;
            case FormulaScripts scripts:
                Scripts(scripts);
                if (scripts.Base is FormulaFunction)
                    Apply(after);
                break;
            case FormulaRow:
                Element("mrow", "", () => Row(node));
                break;
            case FormulaFence fence:
                Element("mrow", "", () => Fence(fence));
                break;
            case FormulaTable table:
                Table(table);
                break;
            default:
                Structure(node);
                break;
        }
    }

    private void Structure(FormulaNode node)
    {
        switch (node)
        {
            case FormulaFraction fraction:
                string style = fraction.IsDisplay switch
                {
                    true => " displaystyle=\"true\"",
                    false => " displaystyle=\"false\"",
                    null => "",
                };
                string line = fraction.HasLine ? "" : " linethickness=\"0\"";
                Element("mfrac", line + style, () => One(fraction.Over), () => One(fraction.Under));
                break;
            case FormulaRoot { Index: null } root:
                Element("msqrt", "", () => Row(root.Body));
                break;
            case FormulaRoot root:
                Element("mroot", "", () => One(root.Body), () => One(root.Index!));
                break;
            case FormulaAccent accent:
                string mark = accent.IsStretched ? " stretchy=\"true\"" : " stretchy=\"false\"";
                // The style sheet draws the line: few fonts have one that grows.
                string drawn = accent is { IsStretched: true, Mark: "¯" or "_" }
                    ? $" class=\"{(accent.IsBelow ? Below : Above)}\""
                    : "";
                Element(
                    accent.IsBelow ? "munder" : "mover",
                    (accent.IsBelow ? " accentunder=\"true\"" : " accent=\"true\"") + drawn,
                    () => One(accent.Body),
                    () => Leaf("mo", accent.Mark, mark)
                );
                break;
            case FormulaStack { Above: null } stack:
                Element("munder", "", () => One(stack.Body), () => One(stack.Below!));
                break;
            case FormulaStack { Below: null } stack:
                Element("mover", "", () => One(stack.Body), () => One(stack.Above!));
                break;
            case FormulaStack stack:
                Element("munderover", "", () => One(stack.Body), () => One(stack.Below!), () => One(stack.Above!));
                break;
            case FormulaStyled styled:
                Styled(styled);
                break;
        }
    }

    private void Styled(FormulaStyled styled) =>
        Element(
            styled.Look == FormulaLook.Hidden ? "mphantom" : "mrow",
            styled.Look switch
            {
                FormulaLook.Framed => $" class=\"{Frame}\"",
                FormulaLook.Large => " displaystyle=\"true\"",
                FormulaLook.Small => " displaystyle=\"false\"",
                _ => "",
            },
            () => Row(styled.Body)
        );

    /// <summary>Joins a function with its argument: screen readers then say “of”.</summary>
    private void Apply(FormulaNode? after)
    {
        if (after is null or FormulaSign { Role: not (SignRole.Open or SignRole.Bar) } or FormulaSpace)
            return;
        Leaf("mo", ApplyFunction.ToString());
        if (after is not (FormulaSign or FormulaFence))
            _html.Append("<mspace width=\"0.167em\"></mspace>");
    }

    private void Sign(FormulaSign sign, FormulaNode? before)
    {
        if (sign.Text.Length == 0)
            return;
        bool isFirst =
            before is null or FormulaSign { Role: not (SignRole.Close or SignRole.Bar or SignRole.Ordinary) };
        string attributes = sign.Role switch
        {
            SignRole.Open => " form=\"prefix\"",
            SignRole.Close => " form=\"postfix\"",
            SignRole.Bar => " lspace=\"0\" rspace=\"0\"",
            SignRole.Binary when isFirst => " form=\"prefix\"",
            SignRole.Relation when before is null => " form=\"infix\"",
            SignRole.Ordinary when sign.Text is "/" or "." or "\\" => " lspace=\"0\" rspace=\"0\"",
            _ => "",
        };
        if (sign.Size is { } size)
            attributes += $" minsize=\"{size}em\" maxsize=\"{size}em\"";
        else if (sign.IsStretched)
            attributes += " stretchy=\"true\"";
        else if (sign.Role is SignRole.Open or SignRole.Close or SignRole.Bar)
            attributes += " stretchy=\"false\"";
        Leaf("mo", sign.Text, attributes);
    }

    private void Scripts(FormulaScripts scripts)
    {
        bool isAround =
            scripts.Place == LimitPlace.Around
            || (
                scripts.Place == LimitPlace.Usual
                && scripts.Base
                    is FormulaSign { Role: SignRole.Sum }
                        or FormulaFunction { HasLimits: true }
                        or FormulaStack { Body: FormulaSign }
                        or FormulaAccent { Mark: "⏞" or "⏟" }
            );
        string name = (scripts.Sub, scripts.Sup) switch
        {
            (_, null) => isAround ? "munder" : "msub",
            (null, _) => isAround ? "mover" : "msup",
            _ => isAround ? "munderover" : "msubsup",
        };
        _html.Append($"<{name}>");
        Base(scripts.Base, isAround, scripts.Place);
        if (scripts.Sub is not null)
            One(scripts.Sub);
        if (scripts.Sup is not null)
            One(scripts.Sup);
        _html.Append($"</{name}>");
    }

    /// <summary>Writes a sum or a function whose limits move to the side in a line of text.</summary>
    private void Base(FormulaNode node, bool isAround, LimitPlace place)
    {
        bool isFixed = place == LimitPlace.Around;
        if (node is FormulaFunction { HasLimits: true } function && isAround)
            Leaf(
                "mo",
                function.Name,
                $" form=\"prefix\" movablelimits=\"{(isFixed ? "false" : "true")}\" lspace=\"0\" rspace=\"0\""
            );
        else if (node is FormulaFunction plain)
            Leaf("mi", plain.Name);
        else if (node is FormulaSign { Role: SignRole.Sum } sum && isFixed)
            Leaf("mo", sum.Text, " movablelimits=\"false\"");
        else
            One(node);
    }

    private void Fence(FormulaFence fence)
    {
        if (fence.Open.Length > 0)
            Leaf("mo", fence.Open, " form=\"prefix\" fence=\"true\" stretchy=\"true\"");
        if (fence.Body is FormulaTable)
            Part(fence.Body, null, null);
        else
            Element("mrow", "", () => Row(fence.Body));
        if (fence.Close.Length > 0)
            Leaf("mo", fence.Close, " form=\"postfix\" fence=\"true\" stretchy=\"true\"");
    }

    private void Table(FormulaTable table)
    {
        string attributes =
            table.IsAligned ? $" displaystyle=\"true\" class=\"{Equations}\""
            : table.IsSmall ? " scriptlevel=\"1\" displaystyle=\"false\""
            : "";
        Element(
            "mtable",
            attributes,
            [.. table.Rows.Select<IReadOnlyList<FormulaNode>, Action>(row => () => Row(row, table))]
        );
    }

    private void Row(IReadOnlyList<FormulaNode> row, FormulaTable table)
    {
        _html.Append("<mtr>");
        for (int column = 0; column < row.Count; column++)
        {
            char side = table.Alignment.Length == 0 ? 'c' : table.Alignment[column % table.Alignment.Length];
            string attributes = side switch
            {
                'l' => $" class=\"{Start}\"",
                'r' => $" class=\"{End}\"",
                _ => "",
            };
            FormulaNode cell = row[column];
            Element("mtd", attributes, () => Row(cell));
        }
        _html.Append("</mtr>");
    }
}
