using Protect.Scorm.Assembling;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;

namespace Protect.Scorm.Reporting;

/// <summary>Video or recording of a course, with its alternatives.</summary>
/// <param name="Kind">“Video” or “Recording”.</param>
/// <param name="Captions">Number of captions.</param>
/// <param name="TranscriptWords">Number of words of the transcript.</param>
/// <param name="IsReplaced">True when this package has the transcript instead of the media.</param>
internal sealed record MediaFact(
    string Kind,
    string Title,
    string Page,
    int Captions,
    int TranscriptWords,
    bool IsReplaced
);

/// <summary>Facts about the course of a package, for its accessibility statement.</summary>
internal sealed record AccessibilityFacts
{
    public required string Title { get; init; }

    public required string Version { get; init; }

    public DateOnly? ReleaseDate { get; init; }

    /// <summary>Languages of the package, the first one first.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    public required IReadOnlyList<MediaFact> Media { get; init; }

    /// <summary>Number of pictures that the pages show, without a logo.</summary>
    public required int Pictures { get; init; }

    /// <summary>True when a picture of the package is animated.</summary>
    public required bool HasMovingPicture { get; init; }

    /// <summary>True when the package shows the logo of an organisation.</summary>
    public required bool HasLogo { get; init; }

    /// <summary>Number of files that learners can download.</summary>
    public required int Downloads { get; init; }

    public required int Pages { get; init; }

    public required int Questions { get; init; }

    public required bool HasAssessment { get; init; }

    public required bool HasPrivateNotes { get; init; }

    public required bool HasSearch { get; init; }

    /// <summary>Title of the support note on every page; null for none.</summary>
    public string? Support { get; init; }

    /// <summary>True when files of another theme replace those of the default theme.</summary>
    public required bool HasOwnTheme { get; init; }

    public string? Organisation { get; init; }

    /// <summary>Contact of the organisation, as plain text; null when the course has none.</summary>
    public string? Contact { get; init; }

    /// <summary>Findings of the build by rule: all, and how many of them the author allowed.</summary>
    public required IReadOnlyDictionary<string, (int All, int Allowed)> Findings { get; init; }

    public bool HasVideo => Media.Any(media => media is { Kind: "Video", IsReplaced: false });

    public bool HasAudio => Media.Any(media => media is { Kind: "Recording", IsReplaced: false });

    /// <summary>True when the package plays anything.</summary>
    public bool HasMedia => HasVideo || HasAudio;

    /// <param name="course">The course in the first language of the package.</param>
    /// <param name="package">The package.</param>
    /// <param name="order">Properties that all languages of the package share.</param>
    /// <param name="all">The findings before suppression.</param>
    /// <param name="left">The findings after suppression.</param>
    internal static AccessibilityFacts Of(
        Course course,
        Package package,
        PackageOrder order,
        IEnumerable<Diagnostic> all,
        IEnumerable<Diagnostic> left
    )
    {
        string[] shown =
        [
            .. TextAlternatives
                .Others(course)
                .Where(block => block is not DownloadBlock)
                .SelectMany(block => TextAlternatives.Media(block, course.Size))
                .Select(asset => asset.Path)
                .Distinct(),
        ];
        Dictionary<string, int> reported = left.CountBy(finding => finding.Rule.Slug).ToDictionary();
        return new()
        {
            Title = course.Title.Value,
            Version = course.Version.Value,
            ReleaseDate = order.Request.ReleaseDate,
            Languages = [course.Language.Value, .. order.MoreLanguages],
            Media = [.. course.Pages.SelectMany(page => MediaOf(page, course.Size, order.Source.Folder))],
            Pictures = shown.Count(path => AssetRules.Pictures.Any(ending => EndsIn(path, ending))),
            HasMovingPicture = package.Files.Any(file => IsMoving(file.Name, file.Bytes.Span)),
            HasLogo = course.Organisation?.Logo is not null,
            Downloads = BlockParts.Blocks(course).Count(block => block is DownloadBlock),
            Pages = course.Pages.Count(),
            Questions = course.Questions.Count(),
            HasAssessment = course.AssessmentPage is not null,
            HasPrivateNotes = BlockParts.Blocks(course).Any(block => block is PrivateNote),
            HasSearch = course.HasSearch,
            Support = course.Support?.Title.Value,
            HasOwnTheme = course.Theme is not null || order.ThemeFolder is not null,
            Organisation = course.Organisation?.Name.Value,
            Contact = course.Organisation?.Contact is { } contact ? PlainText.Of(contact) : null,
            Findings = all.CountBy(finding => finding.Rule.Slug)
                .ToDictionary(
                    rule => rule.Key,
                    rule => (rule.Value, rule.Value - reported.GetValueOrDefault(rule.Key))
                ),
        };
    }

    private static bool EndsIn(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns true for an animated picture. Every GIF counts as animated.</summary>
    internal static bool IsMoving(string name, ReadOnlySpan<byte> bytes) =>
        Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".gif" => true,
            ".webp" => bytes.IndexOf("ANIM"u8) >= 0,
            ".png" => bytes.IndexOf("acTL"u8) >= 0,
            ".svg" => bytes.IndexOf("<animate"u8) >= 0
                || bytes.IndexOf("<set"u8) >= 0
                || bytes.IndexOf("@keyframes"u8) >= 0,
            _ => false,
        };

    private static IEnumerable<MediaFact> MediaOf(Page page, PackageSize size, SourceFolder folder)
    {
        foreach (Block block in BlockParts.Blocks(page))
        {
            (string Kind, string Title, AssetRef Captions, RichText Transcript)? found = block switch
            {
                VideoBlock video => ("Video", video.Title.Value, video.Captions, video.Transcript),
                AudioBlock audio => ("Recording", audio.Title.Value, audio.Captions, audio.Transcript),
                _ => null,
            };
            if (found is { } media)
                yield return new(
                    media.Kind,
                    media.Title,
                    page.Title.Value,
                    folder.Text(media.Captions.Path) is { } file ? WebVtt.Read(file, out _).Count : 0,
                    PlainText.Of(media.Transcript).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length,
                    TextAlternatives.Is(block, size)
                );
        }
    }
}
