using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Translating;

namespace Protect.Scorm.Editions;

/// <summary>
/// Properties of one package of a course. Together with the folder of the course they decide every
/// text of the package.
/// </summary>
internal sealed record EditionRequest
{
    /// <summary>BCP 47; null for the language of the source.</summary>
    public string? Language { get; init; }

    /// <summary>ISO 3166-1 alpha-2; null for none.</summary>
    public string? Country { get; init; }

    /// <summary>The folder that contains the file of the organisation; null for none.</summary>
    public SourceFolder? OrganisationFolder { get; init; }

    /// <summary>The path of the file of the organisation in its folder.</summary>
    public string OrganisationFile { get; init; } = "";

    /// <summary>The id of an edition; null for the course with all modules.</summary>
    public string? Edition { get; init; }

    public PackageSize Size { get; init; }

    /// <summary>The id of the LMS; null for the one in course.yaml.</summary>
    public string? Lms { get; init; }

    /// <summary>Percent needed to pass; null for the course's own pass mark.</summary>
    public int? PassMark { get; init; }

    /// <summary>For a release, the current date; null for an ordinary build.</summary>
    public DateOnly? ReleaseDate { get; init; }

    /// <summary>The state that every translated text must have reached.</summary>
    public TranslationState Require { get; init; } = TranslationState.Translated;

    /// <summary>False for a file of the course that only packages in other languages or countries read.</summary>
    /// <param name="path">The path in the folder of the course.</param>
    /// <param name="languages">All languages of the package.</param>
    public bool Reads(string path, IReadOnlyList<string> languages) =>
        Path.GetDirectoryName(path) switch
        {
            "languages" => languages.Contains(Path.GetFileNameWithoutExtension(path)),
            "countries" => Path.GetFileNameWithoutExtension(path) == Country,
            _ => true,
        };

    /// <summary>Describes the request in one line, the same for equal requests.</summary>
    public override string ToString() =>
        string.Join(
            '|',
            Language,
            Country,
            OrganisationFolder?.DisplayPath,
            OrganisationFile,
            Edition,
            Size,
            Lms,
            PassMark,
            ReleaseDate?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            Require
        );
}
