using System.Text.RegularExpressions;

namespace Protect.Scorm.Packaging;

/// <summary>
/// Interprets an author's licence line. Recognises SPDX ids of Creative Commons; anything else is plain text.
/// </summary>
internal static partial class ContentLicence
{
    /// <summary>
    /// Returns the full name of a licence: “Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)”
    /// for “CC-BY-SA-4.0”.
    /// </summary>
    public static string Named(string licence)
    {
        if (licence == "CC0-1.0")
            return "CC0 1.0 Universal";
        Match match = CreativeCommons().Match(licence);
        if (!match.Success)
            return PlainText.Line(licence);
        string terms = match.Groups["terms"].Value,
            version = match.Groups["version"].Value;
        string words = terms
            .Replace("BY", "Attribution")
            .Replace("NC", "NonCommercial")
            .Replace("SA", "ShareAlike")
            .Replace("ND", "NoDerivatives");
        return $"Creative Commons {words} {version}{(version == "4.0" ? " International" : "")} (CC {terms} {version})";
    }

    /// <summary>Returns the address of the licence text; null for an unknown licence.</summary>
    public static string? Address(string licence)
    {
        if (licence == "CC0-1.0")
            return "https://creativecommons.org/publicdomain/zero/1.0/";
        Match match = CreativeCommons().Match(licence);
        return match.Success
            ? $"https://creativecommons.org/licenses/{match.Groups["terms"].Value.ToLowerInvariant()}/"
                + $"{match.Groups["version"].Value}/"
            : null;
    }

    [GeneratedRegex(@"\ACC-(?<terms>BY(-NC)?(-SA|-ND)?)-(?<version>[1-4]\.[05])\z")]
    private static partial Regex CreativeCommons();
}
