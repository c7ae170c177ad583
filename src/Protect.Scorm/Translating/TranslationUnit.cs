using System.Security.Cryptography;
using System.Text;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Translating;

/// <summary>State of a translation, in ascending order. Stale is found only by comparison with the source.</summary>
public enum TranslationState
{
    /// <summary>Not translated.</summary>
    New,

    /// <summary>Translated from a text that has changed since.</summary>
    Stale,

    /// <summary>Translated.</summary>
    Translated,

    /// <summary>Translated, and reviewed by a second person.</summary>
    Reviewed,
}

/// <summary>Text and its translation.</summary>
internal sealed record TranslationUnit
{
    /// <summary>Address of the text (<see cref="Yaml.TextPlace.Address"/>).</summary>
    public required string Id { get; init; }

    /// <summary>Text from which the translation was made, according to the file.</summary>
    public required string Source { get; init; }

    /// <summary>Translation; empty when there is none.</summary>
    public required string Target { get; init; }

    public required TranslationState State { get; init; }

    /// <summary>For a stale translation, the text from which it was made; null when unknown.</summary>
    public string? PreviousSource { get; init; }

    /// <summary>Reviewer and date: <c>Maria N., 2026-11-24</c>; null when not reviewed.</summary>
    public string? Review { get; init; }

    /// <summary>Purpose of the field, as a note to translators.</summary>
    public string? About { get; init; }

    public bool IsMarkdown { get; init; }

    /// <summary>Place of the translation in its file.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>Returns the first 12 hexadecimal digits of the source's SHA-256.</summary>
    public static string HashOf(string source) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)))[..12];
}

/// <summary>Content of a translation file such as <c>languages/pl.xlf</c>.</summary>
/// <param name="Source">Language of the source.</param>
/// <param name="Target">Language of the translations.</param>
/// <param name="Units">Units in the order of the course.</param>
internal sealed record TranslationFile(string Source, string Target, IReadOnlyList<TranslationUnit> Units);
