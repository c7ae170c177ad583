namespace Protect.Scorm.Importing;

/// <summary>Reader of a foreign format.</summary>
/// <param name="Name">The name of <c>--from</c>, such as <c>moodle-xml</c>.</param>
/// <param name="Title">The name in messages, such as “Moodle XML”.</param>
/// <param name="Knows">Recognises a source by its content, and by its extension only where content is not enough.</param>
/// <param name="Read">Reads a source. Throws nothing; what it cannot read is in the loss report.</param>
internal sealed record Importer(
    string Name,
    string Title,
    Func<ImportSource, bool> Knows,
    Func<ImportSource, ImportOptions, ImportResult> Read
);

/// <summary>All readers of foreign formats. A new format is one line here.</summary>
internal static class Importers
{
    /// <summary>The readers, the most certain first: the first that knows a source reads it.</summary>
    public static readonly IReadOnlyList<Importer> All = [];

    /// <summary>Returns the reader of a source; null when none knows it.</summary>
    public static Importer? Of(ImportSource source) => All.FirstOrDefault(importer => importer.Knows(source));
}
