using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Manifests;

namespace Protect.Scorm.Inspecting.Opening;

/// <summary>Row of the assignable units of an AICC course.</summary>
/// <param name="Table">Name of the file.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Id">System_ID; empty when it is missing.</param>
/// <param name="File">Address to open; empty when it is missing.</param>
internal sealed record AiccUnit(string Table, int Line, string Id, string File);

/// <summary>Member of the structure of an AICC course.</summary>
/// <param name="Table">Name of the file.</param>
/// <param name="Line">Line from 1.</param>
internal sealed record AiccMember(string Table, int Line, string Id);

/// <summary>
/// Description of an AICC course (CMI001, appendix A): tables with commas, whose first row names the columns.
/// </summary>
/// <param name="Missing">Extensions of the files that describe a course and are not in the package.</param>
/// <param name="Described">System_ID of every row of the descriptor.</param>
internal sealed record AiccFiles(
    IReadOnlyList<string> Missing,
    IReadOnlyList<AiccUnit> Units,
    IReadOnlyList<string> Described,
    IReadOnlyList<AiccMember> Members
)
{
    private const int MostRows = 5000,
        MostTables = 20;

    private static readonly string[] Needed = ["crs", "au", "des", "cst"];

    public static AiccFiles Of(InspectedPackage package)
    {
        ILookup<string, string> names = package
            .Files.Select(file => file.Name)
            .Where(name => Needed.Contains(PackagePath.Extension(name)))
            .Take(MostTables)
            .ToLookup(PackagePath.Extension);
        return new AiccFiles(
            [.. Needed.Where(kind => !names.Contains(kind))],
            [
                .. names["au"]
                    .SelectMany(name =>
                        Rows(package, name)
                            .Select(row => new AiccUnit(name, row.Line, row["system_id"], row["file_name"]))
                    ),
            ],
            [.. names["des"].SelectMany(name => Rows(package, name)).Select(row => row["system_id"])],
            [
                .. names["cst"]
                    .SelectMany(name =>
                        Rows(package, name).SelectMany(row => row.All.Select(id => new AiccMember(name, row.Line, id)))
                    ),
            ]
        );
    }

    private static IEnumerable<Row> Rows(InspectedPackage package, string name)
    {
        if (package.Text(name) is not { } text)
            yield break;
        string[]? columns = null;
        int number = 0;
        foreach (string line in text.Text.Split('\n').Take(MostRows))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            string[] cells = Cells(line);
            if (columns is null)
                columns = [.. cells.Select(cell => cell.ToLowerInvariant())];
            else
                yield return new Row(columns, cells, number);
        }
    }

    /// <summary>Splits a row at its commas. Quotation marks around a value may contain commas.</summary>
    private static string[] Cells(string line)
    {
        var cells = new List<string>();
        int start = 0;
        bool isQuoted = false;
        for (int at = 0; at <= line.Length; at++)
        {
            if (at < line.Length && line[at] == '"')
                isQuoted = !isQuoted;
            if (at < line.Length && (isQuoted || line[at] != ','))
                continue;
            cells.Add(line[start..at].Trim().Trim('"').Trim());
            start = at + 1;
        }
        return [.. cells];
    }

    private sealed record Row(string[] Columns, string[] Cells, int Line)
    {
        public string this[string column] =>
            Array.IndexOf(Columns, column) is >= 0 and int at && at < Cells.Length ? Cells[at] : "";

        public IEnumerable<string> All => Cells.Where(cell => cell.Length > 0);
    }
}
