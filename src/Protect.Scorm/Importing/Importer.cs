using Protect.Scorm.Importing.Moodle;

namespace Protect.Scorm.Importing;

/// <summary>Reader of a foreign format.</summary>
/// <param name="Name">The name of <c>--from</c>, such as <c>moodle-xml</c>.</param>
/// <param name="Title">The name in messages, such as “Moodle XML”.</param>
/// <param name="Knows">Recognises a source by its content, by its extension only where that is not enough.</param>
/// <param name="Read">Reads a source. Throws nothing; what it cannot read is in the loss report.</param>
internal sealed record Importer(
    string Name,
    string Title,
    Func<ImportSource, bool> Knows,
    Func<ImportSource, ImportOptions, ImportResult> Read
)
{
    /// <summary>True for pages of text, whose questions stay where they are; false for a list of questions.</summary>
    public bool IsDocument { get; init; }
}

/// <summary>All readers of foreign formats. A new format is one line here.</summary>
internal static class Importers
{
    /// <summary>The readers, the most certain first: the first that knows a source reads it.</summary>
    public static readonly IReadOnlyList<Importer> All =
    [
        new("moodle-xml", "Moodle XML", MoodleXml.Knows, MoodleXml.Read),
        new("csv", "Question sheet (CSV)", QuestionSheet.IsCsv, QuestionSheet.ReadCsv),
        new("xlsx", "Question sheet (XLSX)", QuestionSheet.IsXlsx, QuestionSheet.ReadXlsx),
        new("aiken", "Aiken", Aiken.Knows, Aiken.Read),
        new("gift", "GIFT", Gift.Knows, Gift.Read),
    ];

    /// <summary>Returns the reader of a source; null when none knows it.</summary>
    public static Importer? Of(ImportSource source) => All.FirstOrDefault(importer => importer.Knows(source));
}
