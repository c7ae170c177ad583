using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Importing;

/// <summary>Result of reading a foreign file.</summary>
/// <param name="Draft">The course, without ids.</param>
/// <param name="Losses">
/// The loss report, in source order. With an error nothing can be imported; warnings say what was lost, notes what was
/// changed.
/// </param>
internal sealed record ImportResult(DraftCourse Draft, IReadOnlyList<Diagnostic> Losses)
{
    /// <summary>True when nothing can be imported.</summary>
    public bool HasErrors => Losses.Any(loss => loss.IsError);
}

/// <summary>Choices of a person about an import.</summary>
internal sealed record ImportOptions
{
    /// <summary>The language of the texts, such as <c>fr</c>; null for that of the source.</summary>
    public string? Language { get; init; }
}
