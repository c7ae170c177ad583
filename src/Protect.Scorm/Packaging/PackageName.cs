using System.Text.RegularExpressions;
using Protect.Scorm.Model;

namespace Protect.Scorm.Packaging;

/// <summary>Variant of a course that a package contains; null for the parts that do not apply.</summary>
internal sealed record PackageVariant(
    string? Edition = null,
    string? Country = null,
    string? Lms = null,
    string? Organisation = null,
    string? Size = null,
    IReadOnlyList<string>? MoreLanguages = null
);

/// <summary>Names a zip after its content: <c>protect-fr-1.0.0-scorm12.zip</c>.</summary>
internal static partial class PackageName
{
    /// <summary>
    /// Joins course, edition, language, country, LMS, organisation, size, version and standard; null parts are left
    /// out. The name consists of small letters, digits, hyphens and dots.
    /// </summary>
    public static string For(Course course, PackageVariant? variant = null)
    {
        return Join([
            course.Id.Value,
            variant?.Edition,
            course.Language.Value,
            .. variant?.MoreLanguages ?? [],
            variant?.Country,
            variant?.Lms,
            variant?.Organisation,
            variant?.Size,
            course.Version.Value,
            "scorm12",
        ]);
    }

    /// <summary>Names the zip of a course's tools: <c>protect-toolbox-fr.zip</c>.</summary>
    public static string OfToolbox(Course course) =>
        Join([
            course.Id.Value,
            "toolbox",
            course.Language.Value,
            course.Country?.Code.Value,
            course.Organisation?.Name.Value,
            course.Size == PackageSize.Text && course.Organisation is not null ? "text" : null,
        ]);

    private static string Join(string?[] parts) =>
        string.Join(
            '-',
            parts
                .Select(part => Unsafe().Replace((part ?? "").ToLowerInvariant(), "-").Trim('-', '.'))
                .Where(part => part.Length > 0)
        ) + ".zip";

    [GeneratedRegex("[^a-z0-9.]+")]
    private static partial Regex Unsafe();
}
