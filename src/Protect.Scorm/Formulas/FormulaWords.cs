using System.Text;

namespace Protect.Scorm.Formulas;

/// <summary>
/// Writes a formula in one line of text, such as “x² + 1/2”: for browsers without MathML, the search, and files that
/// hold plain text. Brackets keep its meaning.
/// </summary>
internal static class FormulaWords
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹",
        Lowered = "₀₁₂₃₄₅₆₇₈₉";

    /// <summary>Returns the line of a formula.</summary>
    public static string Of(FormulaNode formula)
    {
        var line = new StringBuilder();
        Write(formula, line);
        return string.Join(' ', line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Write(FormulaNode node, StringBuilder line)
    {
        switch (node)
        {
            case FormulaRow row:
                Row(row, line);
                break;
            case FormulaLetters letters:
                line.Append(letters.Plain);
                break;
            case FormulaNumber number:
                line.Append(number.Plain);
                break;
            case FormulaText text:
                line.Append(text.Text);
                break;
            case FormulaFunction function:
                line.Append(' ').Append(function.Name).Append(' ');
                break;
            case FormulaSign sign:
                line.Append(Sign(sign));
                break;
            case FormulaSpace:
                line.Append(' ');
                break;
            case FormulaFraction { HasLine: true } fraction:
                line.Append(Inside(fraction.Over)).Append('/').Append(Inside(fraction.Under));
                break;
            case FormulaFraction pair:
                line.Append(Of(pair.Over)).Append("; ").Append(Of(pair.Under));
                break;
            case FormulaRoot root:
                if (root.Index is { } index)
                    line.Append(Number(index) is { } digits ? Moved(digits, Raised) : $"({Of(index)})");
                line.Append('√').Append(Inside(root.Body));
                break;
            case FormulaScripts scripts:
                Scripts(scripts, line);
                break;
            case FormulaFence fence:
                line.Append(fence.Open).Append(Of(fence.Body)).Append(fence.Close);
                break;
            case FormulaTable table:
                line.AppendJoin("; ", table.Rows.Select(row => Cells(row, table.IsAligned)));
                break;
            default:
                Marked(node, line);
                break;
        }
    }

    private static void Marked(FormulaNode node, StringBuilder line)
    {
        switch (node)
        {
            case FormulaAccent { Mark: "¯" or "_" } accent:
                line.Append(Inside(accent.Body)).Append(accent.IsBelow ? '\u0332' : '\u0304');
                break;
            case FormulaAccent { Mark: "→", IsBelow: false } accent:
                line.Append(Inside(accent.Body)).Append('\u20D7');
                break;
            case FormulaAccent { Mark: "⏞" or "⏟" } brace:
                line.Append(Inside(brace.Body));
                break;
            case FormulaAccent accent:
                line.Append(Inside(accent.Body)).Append(Combining(accent.Mark));
                break;
            case FormulaStack stack:
                line.Append(Of(stack.Body).Length > 0 ? $" {Of(stack.Body)}" : "");
                if (stack.Above is not null)
                    line.Append($"^({Of(stack.Above)})");
                if (stack.Below is not null)
                    line.Append($"_({Of(stack.Below)})");
                line.Append(' ');
                break;
            case FormulaStyled { Look: not FormulaLook.Hidden } styled:
                Write(styled.Body, line);
                break;
        }
    }

    private static string Combining(string mark) =>
        mark switch
        {
            "^" => "\u0302",
            "˙" => "\u0307",
            "¨" => "\u0308",
            "~" => "\u0303",
            "ˇ" => "\u030C",
            "˘" => "\u0306",
            "´" => "\u0301",
            "`" => "\u0300",
            "˚" => "\u030A",
            "←" => "\u20D6",
            "↔" => "\u20E1",
            _ => "",
        };

    private static void Row(FormulaRow row, StringBuilder line)
    {
        for (int at = 0; at < row.Parts.Count; at++)
        {
            FormulaNode part = row.Parts[at];
            FormulaNode? before = at > 0 ? row.Parts[at - 1] : null,
                after = at + 1 < row.Parts.Count ? row.Parts[at + 1] : null;
            if (part is FormulaFraction { HasLine: true } && (IsOperand(before) || IsOperand(after)))
                line.Append('(').Append(Of(part)).Append(')');
            else if (part is FormulaSign { Role: SignRole.Binary } sign && IsStart(before))
                line.Append(sign.Text);
            else
                Write(part, line);
            if (part is FormulaNumber && after is FormulaNumber)
                line.Append(' ');
            if (
                part is FormulaScripts { Base: FormulaSign or FormulaFunction } or FormulaScripts { Base: FormulaStack }
            )
                line.Append(' ');
        }
    }

    private static bool IsOperand(FormulaNode? node) =>
        node
            is not (
                null
                or FormulaSign
                or FormulaSpace
                or FormulaText
                or FormulaFunction
                or FormulaScripts { Base: FormulaSign or FormulaFunction }
            );

    /// <summary>Returns true where a plus or minus belongs to the part after it.</summary>
    private static bool IsStart(FormulaNode? before) =>
        before
            is null
                or FormulaSign { Role: SignRole.Binary or SignRole.Relation or SignRole.Open or SignRole.Punctuation };

    private static string Sign(FormulaSign sign) =>
        sign.Role switch
        {
            SignRole.Binary or SignRole.Relation => $" {sign.Text} ",
            SignRole.Punctuation => $"{sign.Text} ",
            _ => sign.Text,
        };

    private static void Scripts(FormulaScripts scripts, StringBuilder line)
    {
        bool isWord = scripts.Base is FormulaFunction;
        line.Append(isWord ? $" {Of(scripts.Base)}" : Inside(scripts.Base));
        if (scripts.Sub is { } sub)
            line.Append(Number(sub) is { } digits ? Moved(digits, Lowered) : $"_{Inside(sub)}");
        if (scripts.Sup is { } sup)
            line.Append(
                Number(sup) is { } digits ? Moved(digits, Raised)
                : Of(sup) is "′" or "″" or "‴" or "°" ? Of(sup)
                : $"^{Inside(sup)}"
            );
    }

    /// <summary>Returns the digits of a whole number, with its minus; null for another part.</summary>
    private static string? Number(FormulaNode node) =>
        node switch
        {
            FormulaNumber number when number.Plain.All(char.IsAsciiDigit) => number.Plain,
            FormulaRow { Parts: [FormulaSign { Text: "−" }, FormulaNumber number] }
                when number.Plain.All(char.IsAsciiDigit) => "−" + number.Plain,
            _ => null,
        };

    private static string Moved(string digits, string to) =>
        string.Concat(digits.Select(digit => digit == '−' ? (to == Raised ? '⁻' : '₋') : to[digit - '0']));

    /// <summary>Returns a part in brackets, unless it is a single one.</summary>
    private static string Inside(FormulaNode node)
    {
        string line = Of(node);
        return
            node
                is FormulaLetters
                    or FormulaNumber
                    or FormulaSign
                    or FormulaAccent
                    or FormulaFence { Open.Length: > 0, Close.Length: > 0 }
                    or FormulaRow { Parts: [] }
            || (node is FormulaScripts { Sub: null, Base: FormulaLetters or FormulaNumber })
            || (node is FormulaText && !line.Contains(' '))
            ? line
            : $"({line})";
    }

    private static string Cells(IReadOnlyList<FormulaNode> row, bool isAligned) =>
        string.Join(isAligned ? " " : ", ", row.Select(Of).Where(cell => cell.Length > 0));
}
