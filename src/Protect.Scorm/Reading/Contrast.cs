using System.Globalization;

namespace Protect.Scorm.Reading;

/// <summary>Contrast of a colour with white (WCAG 2.2, "relative luminance" and "contrast ratio").</summary>
internal static class Contrast
{
    /// <summary>Returns the contrast ratio, 1 to 21; 0 for text that is not <c>#rrggbb</c>.</summary>
    public static double OnWhite(string colour)
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
            return 0;
        double luminance =
            (0.2126 * Linear(rgb >> 16 & 255)) + (0.7152 * Linear(rgb >> 8 & 255)) + (0.0722 * Linear(rgb & 255));
        return 1.05 / (luminance + 0.05);
    }

    private static double Linear(int part) =>
        part / 255.0 is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
}
