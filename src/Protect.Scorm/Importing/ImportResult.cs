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

    /// <summary>Makes the result of a source that cannot be imported.</summary>
    public static ImportResult Failed(ImportSource source, DiagnosticRule rule, params string[] values)
    {
        var losses = new LossReport();
        losses.Add(rule, source.Start, source.Path, values);
        return new ImportResult(new DraftCourse(), losses.All);
    }
}

/// <summary>Choices of a person about an import.</summary>
internal sealed record ImportOptions
{
    /// <summary>The language of the texts, such as <c>fr</c>; null for that of the source.</summary>
    public string? Language { get; init; }

    /// <summary>Where questions go; null for the choice of the format.</summary>
    public QuestionPlace? Questions { get; init; }
}
