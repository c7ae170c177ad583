namespace Protect.Scorm.Content;

/// <summary>Sizes beyond which a picture gains no visible quality on a page.</summary>
internal static class PictureLimits
{
    /// <summary>Maximum useful width in pixels: the widest text column (720 CSS pixels) at double density.</summary>
    public const int Widest = 1440;

    /// <summary>Maximum width in pixels for a light package: the widest text column at single density.</summary>
    public const int WidestLight = 720;

    /// <summary>Files below this size in bytes are never reported: loading them takes no noticeable time.</summary>
    private const int NotWorthIt = 100_000;

    /// <summary>
    /// Returns true for raster formats that can be reduced; GIF is excluded because it may be animated.
    /// </summary>
    public static bool IsRaster(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".jpg" or ".jpeg" or ".png" or ".webp";

    /// <summary>
    /// Returns a generous size in bytes for what is shown: 0.5 bytes per pixel for photographs, 1 for PNG.
    /// </summary>
    public static long Enough(string path, (int Width, int Height) size)
    {
        double shown = Math.Min(1.0, (double)Widest / size.Width),
            pixels = size.Width * shown * size.Height * shown;
        return Math.Max(
            NotWorthIt,
            (long)(path.EndsWith(".png", StringComparison.OrdinalIgnoreCase) ? pixels : pixels / 2)
        );
    }

    /// <summary>Returns true when a picture is much larger than needed.</summary>
    public static bool IsHeavy(string path, long bytes, (int Width, int Height) size) => bytes > Enough(path, size);
}
