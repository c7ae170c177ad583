using System.Security.Cryptography;
using System.Text;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Translating;

/// <summary>How far a text is. In this order; stale is known only by comparing with the source.</summary>
public enum TranslationState
{
    /// <summary>Not translated.</summary>
    New,

    /// <summary>Translated from a text that has changed since.</summary>
    Stale,

    /// <summary>Translated.</summary>
    Translated,

    /// <summary>Translated, and read by somebody else.</summary>
    Reviewed,
}

/// <summary>One text and its translation.</summary>
internal sealed record TranslationUnit
{
    /// <summary>See <see cref="Yaml.TextPlace.Address"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The text the translation was made from, as the file says.</summary>
    public required string Source { get; init; }

    /// <summary>Empty when there is none.</summary>
    public required string Target { get; init; }

    public required TranslationState State { get; init; }

    /// <summary>Who read it, and when: <c>Maria N., 2026-11-24</c>; null for nobody.</summary>
    public string? Review { get; init; }

    /// <summary>What the field is for, as a note to translators.</summary>
    public string? About { get; init; }

    public bool IsMarkdown { get; init; }

    /// <summary>Where the translation stands.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>Of the source: 12 hexadecimal digits of its SHA-256.</summary>
    public static string HashOf(string source) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)))[..12];
}

/// <summary>A file of translations: what <c>languages/pl.xlf</c> holds.</summary>
/// <param name="Source">Language of the source.</param>
/// <param name="Target">Language of the translations.</param>
/// <param name="Units">In the order of the course.</param>
internal sealed record TranslationFile(string Source, string Target, IReadOnlyList<TranslationUnit> Units);
