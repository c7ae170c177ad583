using System.Globalization;

namespace Protect.Scorm.Content;

/// <summary>Contrast of colours (WCAG 2.2, "relative luminance" and "contrast ratio").</summary>
internal static class Contrast
{
    /// <summary>Returns the contrast ratio of a colour with white, 1 to 21; 0 for text that is no colour.</summary>
    public static double OnWhite(string colour) => Ratio(colour, "#ffffff");

    /// <summary>Returns the contrast ratio of two colours, 1 to 21; 0 if one of them is not <c>#rrggbb</c>.</summary>
    public static double Ratio(string one, string other)
    {
        if (Luminance(one) is not { } a || Luminance(other) is not { } b)
            return 0;
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>Returns true for <c>#rrggbb</c>.</summary>
    public static bool IsColour(string colour) => Luminance(colour) is not null;

    private static double? Luminance(string colour)
    {
        if (
            colour.Length != 7
            || colour[0] != '#'
            || !int.TryParse(
                colour.AsSpan(1),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out int rgb
            )
        )
            return null;
        return (0.2126 * Linear(rgb >> 16 & 255)) + (0.7152 * Linear(rgb >> 8 & 255)) + (0.0722 * Linear(rgb & 255));
    }

    private static double Linear(int part) =>
        part / 255.0 is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
}
