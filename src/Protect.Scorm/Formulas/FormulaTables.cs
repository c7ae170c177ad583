namespace Protect.Scorm.Formulas;

internal sealed partial class FormulaParser
{
    /// <summary>An environment: brackets around its table, the alignment of its columns, and its kind.</summary>
    private sealed record TableKind(
        string Open,
        string Close,
        string Alignment,
        bool IsAligned = false,
        bool IsSmall = false
    );

    private static readonly Dictionary<string, TableKind> Environments = new(StringComparer.Ordinal)
    {
        ["matrix"] = new("", "", ""),
        ["pmatrix"] = new("(", ")", ""),
        ["bmatrix"] = new("[", "]", ""),
        ["Bmatrix"] = new("{", "}", ""),
        ["vmatrix"] = new("|", "|", ""),
        ["Vmatrix"] = new("‖", "‖", ""),
        ["smallmatrix"] = new("", "", "", IsSmall: true),
        ["cases"] = new("{", "", "l"),
        ["rcases"] = new("", "}", "l"),
        ["array"] = new("", "", ""),
        ["aligned"] = new("", "", "rl", IsAligned: true),
        ["align"] = new("", "", "rl", IsAligned: true),
        ["align*"] = new("", "", "rl", IsAligned: true),
        ["split"] = new("", "", "rl", IsAligned: true),
        ["gathered"] = new("", "", "c", IsAligned: true),
        ["gather"] = new("", "", "c", IsAligned: true),
        ["gather*"] = new("", "", "c", IsAligned: true),
        ["equation"] = new("", "", "c", IsAligned: true),
        ["equation*"] = new("", "", "c", IsAligned: true),
    };

    private FormulaNode Environment(int start)
    {
        string name = NameInBraces("begin");
        if (!Environments.TryGetValue(name, out TableKind? kind))
            throw Fault(
                start,
                _at - start,
                $"the environment “{name}” is not known",
                $"Use one of {string.Join(", ", Environments.Keys.Where(known => !known.EndsWith('*')))}."
            );
        string alignment = kind.Alignment;
        if (name == "array")
            alignment = Columns();
        List<IReadOnlyList<FormulaNode>> rows = Rows();
        if (PeekCommand() != "end")
            throw IsAtEnd ? Fault(start, 6, $"“\\begin{{{name}}}” has no end", $"Add \\end{{{name}}}.") : Unexpected();
        int end = _at;
        _at += "\\end".Length;
        if (NameInBraces("end") is var closed && closed != name)
            throw Fault(
                end,
                _at - end,
                $"“\\end{{{closed}}}” does not match “\\begin{{{name}}}”",
                $"Write \\end{{{name}}}."
            );
        var table = new FormulaTable(rows, alignment, kind.IsAligned, kind.IsSmall);
        return kind is { Open: "", Close: "" } ? table : new FormulaFence(kind.Open, table, kind.Close);
    }

    private string NameInBraces(string after)
    {
        SkipSpaces();
        int end = Now == '{' ? _tex.IndexOf('}', _at) : -1;
        if (end < 0)
            throw Fault(
                Math.Max(0, _at - 1),
                1,
                $"a name is missing after “\\{after}”",
                $"Write \\{after}{{pmatrix}}."
            );
        string name = _tex[(_at + 1)..end];
        _at = end + 1;
        return name;
    }

    /// <summary>Reads the columns of an array, such as {lcr}.</summary>
    private string Columns()
    {
        int start = _at;
        string columns = NameInBraces("begin{array}").Replace(" ", "").Replace("|", "");
        return columns.All(column => column is 'l' or 'c' or 'r')
            ? columns
            : throw Fault(
                start,
                _at - start,
                $"“{columns}” are no columns",
                "Write l, c or r for each column, as in {lcr}."
            );
    }

    /// <summary>Reads rows up to \end or a closing brace.</summary>
    private List<IReadOnlyList<FormulaNode>> Rows()
    {
        var rows = new List<IReadOnlyList<FormulaNode>>();
        var cells = new List<FormulaNode>();
        while (true)
        {
            cells.Add(Row());
            if (Now == '&')
            {
                _at++;
                continue;
            }
            bool goesOn = PeekCommand() is ("\\" or "cr") and var line && (_at += line.Length + 1) > 0;
            // An empty row after the last \\ is none.
            if (goesOn || cells is not [FormulaRow { Parts.Count: 0 }])
                rows.Add([.. cells]);
            cells.Clear();
            if (!goesOn)
                return rows;
            SkipDistance();
        }
    }

    /// <summary>Skips the distance after a row, as in \\[2pt].</summary>
    private void SkipDistance()
    {
        if (Now == '[' && _tex.IndexOf(']', _at) is > 0 and int end && end - _at <= 12)
            _at = end + 1;
    }

    private FormulaTable Substack(string typed)
    {
        SkipSpaces();
        int start = _at;
        if (Now != '{')
            throw Fault(
                Math.Max(0, _at - 1),
                1,
                $"something is missing after “{typed}”",
                "Write \\substack{i<n \\\\ j<m}."
            );
        _at++;
        List<IReadOnlyList<FormulaNode>> rows = Rows();
        if (Now != '}')
            throw IsAtEnd ? Fault(start, 1, "this brace is not closed", "Add “}” where the part ends.") : Unexpected();
        _at++;
        return new FormulaTable(rows, "c", IsAligned: false, IsSmall: true);
    }
}
