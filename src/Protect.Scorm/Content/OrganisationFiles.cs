using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>Files and styles of an organisation in a package.</summary>
internal static class OrganisationFiles
{
    public static string LogoName(AssetRef logo) =>
        "organisation-logo" + Path.GetExtension(logo.Path).ToLowerInvariant();

    /// <summary>
    /// Returns a style that sets the organisation's colour in the light scheme; the dark scheme is not changed.
    /// </summary>
    public static string Style(Organisation organisation) =>
        organisation.Colour is { } colour
            ? $"@media (prefers-color-scheme: light){{:root{{--brand:{colour.Value};"
                + $"--brand-deep:color-mix(in srgb,{colour.Value} 75%,#000)}}}}"
            : "";
}
