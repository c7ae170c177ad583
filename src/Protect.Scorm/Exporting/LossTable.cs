using System.Text;

namespace Protect.Scorm.Exporting;

/// <summary>Writes the table of the documentation about the parts that each format keeps and loses.</summary>
internal static class LossTable
{
    /// <summary>Returns Markdown: a table of the kinds of questions, and one of their parts.</summary>
    public static string Write()
    {
        var text = new StringBuilder("| Kind of question |");
        Head(text);
        foreach (string kind in FormatTable.AllKinds)
            Row(text, $"`{kind}`", table => Cell(table.Kinds[kind]));
        text.Append("\n| Part of a question |");
        Head(text);
        foreach (Feature feature in Feature.All)
            Row(text, feature.Name, table => Cell(table, feature));
        return text.ToString();
    }

    private static void Head(StringBuilder text)
    {
        foreach (FormatTable table in FormatTables.All)
            text.Append($" {table.Name} |");
        text.Append("\n|---|").Insert(text.Length, "---|", FormatTables.All.Count).Append('\n');
    }

    private static void Row(StringBuilder text, string name, Func<FormatTable, string> cell)
    {
        text.Append($"| {name} |");
        foreach (FormatTable table in FormatTables.All)
            text.Append($" {cell(table)} |");
        text.Append('\n');
    }

    private static string Cell(Fate fate) =>
        fate switch
        {
            { Kind: FateKind.Lost } => "–",
            { Kind: FateKind.Kept, How: "" } => "yes",
            { Kind: FateKind.Kept } => $"yes, as {fate.How}",
            _ => $"becomes {fate.How}",
        };

    private static string Cell(FormatTable table, Feature feature)
    {
        string common = Cell(table.Parts[feature]);
        string[] own =
        [
            .. table
                .Exceptions.Where(entry => entry.Key.Feature == feature && Cell(entry.Value) != common)
                .GroupBy(entry => Cell(entry.Value), entry => $"`{entry.Key.Kind}`")
                .Select(group => $"{string.Join(", ", group)}: {group.Key}"),
        ];
        return own.Length == 0 ? common : $"{common}; {string.Join("; ", own)}";
    }
}
