using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Model;
using Protect.Scorm.Translating;

namespace Protect.Scorm;

/// <summary>Options of one compilation. Everything else comes from the course.</summary>
/// <example>
/// A French package for France, built for a release:
/// <code>
/// var options = new CompileOptions { Language = "fr", Country = "FR", ReleaseDate = new DateOnly(2026, 11, 29) };
/// </code>
/// </example>
public sealed record CompileOptions
{
    /// <summary>
    /// A folder whose files override those of the course's theme and of the built-in theme; null for none.
    /// </summary>
    public SourceFolder? Theme { get; init; }

    /// <summary>
    /// The id of an <see cref="Targets.LmsTarget"/>, which overrides the course's <c>tracking.lms</c>; null to keep
    /// that.
    /// </summary>
    public string? Lms { get; init; }

    /// <summary>
    /// The language of the package, BCP 47: one with a file in <c>languages/</c>, or one of
    /// <see cref="PseudoLanguage.All"/>; null for the language of the source.
    /// </summary>
    public string? Language { get; init; }

    /// <summary>The id of an edition of the course; null for the course with all modules.</summary>
    public string? Edition { get; init; }

    /// <summary>Whether media are included, replaced by smaller files, or replaced by text.</summary>
    public PackageSize Size { get; init; }

    /// <summary>
    /// Further languages in the same package, BCP 47. Learners can switch between them and keep their answers.
    /// </summary>
    public IReadOnlyList<string> MoreLanguages { get; init; } = [];

    /// <summary>
    /// Percent needed to pass, within the course's <c>tracking.pass_mark_range</c>; null for the course's own pass
    /// mark.
    /// </summary>
    public int? PassMark { get; init; }

    /// <summary>
    /// The country of the package, ISO 3166-1 alpha-2, with a file in <c>countries/</c>; null for none.
    /// </summary>
    public string? Country { get; init; }

    /// <summary>The organisation that offers the course; null for none.</summary>
    public OrganisationSource? Organisation { get; init; }

    /// <summary>
    /// For a release, the current date: every required slot of the country must then have been checked recently enough.
    /// Null for an ordinary build, which only marks drafts.
    /// </summary>
    public DateOnly? ReleaseDate { get; init; }

    /// <summary>True to produce the files of the package but neither a zip nor booklets, as a preview needs.</summary>
    public bool FilesOnly { get; init; }

    /// <summary>The printable booklets to produce in addition to the package.</summary>
    public IReadOnlyList<Rendering.Booklet> Booklets { get; init; } = [];

    /// <summary>True to produce the zip of the course's tools to print and fill in.</summary>
    public bool Toolbox { get; init; }

    /// <summary>
    /// The state that every translated text must have reached. With <see cref="TranslationState.New"/>, untranslated
    /// texts appear in the language of the source and are marked.
    /// </summary>
    public TranslationState Require { get; init; } = TranslationState.Translated;

    /// <summary>These options as far as they decide the texts of the package.</summary>
    internal EditionRequest Request =>
        new()
        {
            Language = Language,
            Country = Country,
            OrganisationFolder = Organisation?.Folder,
            OrganisationFile = Organisation?.File ?? "",
            Edition = Edition,
            Size = Size,
            Lms = Lms,
            PassMark = PassMark,
            ReleaseDate = ReleaseDate,
            Require = Require,
        };
}

/// <summary>The file that describes an organisation: name, logo, contact.</summary>
/// <param name="Folder">The folder that contains the file and the logo.</param>
/// <param name="File">The path of the file in the folder.</param>
public sealed record OrganisationSource(SourceFolder Folder, string File);
