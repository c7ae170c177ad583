using System.Buffers;
using System.Text;

namespace Protect.Scorm.Reporting;

/// <summary>A row of a table, with the line of the file in which it begins.</summary>
internal sealed record CsvRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>Returns a cell without surrounding white space; empty when the row is shorter.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column].Trim() : "";
}

/// <summary>
/// Reads and writes tables for spreadsheets: comma-separated values (RFC 4180), with semicolons, commas or tabs.
/// </summary>
internal static class CsvTable
{
    public const int MostBytes = 1_000_000,
        MostRows = 2_000,
        LongestCell = 4_000;

    private const char Separator = ';';

    private static readonly SearchValues<char> Quoted = SearchValues.Create("\";,\t\r\n");

    /// <summary>Writes a table for a spreadsheet, with a byte order mark.</summary>
    public static string Write(IEnumerable<IReadOnlyList<string>> rows) =>
        "\uFEFF"
        + string.Concat(
            rows.Select(cells => string.Join(Separator, cells.Select(cell => Quote(Guard(cell)))) + "\r\n")
        );

    /// <summary>Reads a table; null with a reason when it is not one.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="why">The line and the reason.</param>
    /// <param name="mostRows">Most rows.</param>
    /// <param name="longestCell">Most characters of a cell.</param>
    public static IReadOnlyList<CsvRow>? Read(
        string text,
        out (int Line, string Reason) why,
        int mostRows = MostRows,
        int longestCell = LongestCell
    )
    {
        why = (1, "");
        text = text.TrimStart('\uFEFF');
        char separator = SeparatorOf(text);
        var rows = new List<CsvRow>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        int line = 1,
            first = 1;
        bool isQuoted = false;
        for (int at = 0; at <= text.Length; at++)
        {
            char c = at < text.Length ? text[at] : '\n';
            if (at == text.Length && isQuoted)
            {
                why = (first, "A quotation mark is not closed.");
                return null;
            }
            if (isQuoted && c == '"' && at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else if (c == '"' && (isQuoted || cell.Length == 0))
                isQuoted = !isQuoted;
            else if (!isQuoted && (c == separator || c == '\n'))
            {
                cells.Add(Unguard(cell.ToString().Trim('\r', ' ')));
                cell.Clear();
                if (c == '\n')
                {
                    if (cells.Any(value => value.Length > 0))
                        rows.Add(new CsvRow(first, [.. cells]));
                    cells.Clear();
                    first = line + 1;
                }
            }
            else
                cell.Append(c);
            if (c == '\n')
                line++;
            if (cell.Length > longestCell)
            {
                why = (first, $"A cell is longer than {longestCell} characters.");
                return null;
            }
            if (rows.Count > mostRows)
            {
                why = (line, $"The table has more than {mostRows} rows.");
                return null;
            }
        }
        return rows;
    }

    /// <summary>
    /// Returns text that a spreadsheet takes for text: not for a formula, and not for a number that loses its zeros.
    /// </summary>
    public static string Guard(string cell) => IsRisky(cell) ? "'" + cell : cell;

    private static string Unguard(string cell) => cell.StartsWith('\'') && IsRisky(cell[1..]) ? cell[1..] : cell;

    private static bool IsRisky(string cell) =>
        cell.Length > 0
        && (
            cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\''
            || cell.All(c => char.IsDigit(c) || " /.:-+()".Contains(c))
        );

    private static string Quote(string cell) =>
        cell.AsSpan().ContainsAny(Quoted) || cell.Trim() != cell
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;

    // Spreadsheets write the separator of their country.
    private static char SeparatorOf(string text)
    {
        string line = text.Split('\n', 2)[0];
        return new[] { Separator, ',', '\t' }.MaxBy(c => line.Count(other => other == c));
    }
}
