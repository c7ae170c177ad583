namespace Protect.Scorm.Content;

/// <summary>What a picture needs to be to look as good as a page can show it.</summary>
internal static class PictureNeeds
{
    /// <summary>Pixels across beyond which nobody sees a difference: the widest column of text (720 CSS pixels) on a screen of double density.</summary>
    public const int Widest = 1440;

    /// <summary>Pixels across for a light package: the widest column on a screen of single density.</summary>
    public const int WidestLight = 720;

    /// <summary>Below this nobody waits, however wasteful it is.</summary>
    private const int NotWorthIt = 100_000;

    /// <summary>True for pictures of pixels that can be made smaller; GIF may move, and is left alone.</summary>
    public static bool IsRaster(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".jpg" or ".jpeg" or ".png" or ".webp";

    /// <summary>Bytes that are plenty for what is shown: half a byte a pixel for photographs, one for PNG.</summary>
    public static long Enough(string path, (int Width, int Height) size)
    {
        double shown = Math.Min(1.0, (double)Widest / size.Width),
            pixels = size.Width * shown * size.Height * shown;
        return Math.Max(
            NotWorthIt,
            (long)(path.EndsWith(".png", StringComparison.OrdinalIgnoreCase) ? pixels : pixels / 2)
        );
    }

    /// <summary>True where a picture is far heavier than shown.</summary>
    public static bool IsHeavy(string path, long bytes, (int Width, int Height) size) => bytes > Enough(path, size);
}
