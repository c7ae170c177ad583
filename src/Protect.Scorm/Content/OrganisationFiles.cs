using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>Where the files of an organisation stand in a package.</summary>
internal static class OrganisationFiles
{
    public static string LogoName(AssetRef logo) =>
        "organisation-logo" + Path.GetExtension(logo.Path).ToLowerInvariant();

    /// <summary>Its colour in the light scheme, as a style; the dark one keeps the theme's.</summary>
    public static string Style(Organisation organisation) =>
        organisation.Colour is { } colour
            ? $"@media (prefers-color-scheme: light){{:root{{--brand:{colour.Value};--brand-deep:color-mix(in srgb,{colour.Value} 75%,#000)}}}}"
            : "";
}
