using Protect.Scorm.Content;

namespace Protect.Scorm.Cli.Media;

/// <summary>Improvements for one picture.</summary>
internal sealed record PictureWork(string Path, byte[] Before)
{
    /// <summary>Bytes that replace the picture; null to keep it.</summary>
    public byte[]? After { get; init; }

    /// <summary>Picture for <c>originals/</c>: all pixels, without metadata; null if no pixel changes.</summary>
    public byte[]? Original { get; init; }

    /// <summary>New name of the picture, because its format changes; null for the same name.</summary>
    public PictureRename? Rename { get; init; }

    /// <summary>The same picture for light packages.</summary>
    public (string Path, byte[] Bytes)? Extra { get; init; }

    /// <summary>Short descriptions of the changes.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>Chooses for each picture how to make it smaller, and whether the gain is worth it.</summary>
internal sealed class PictureWorks(PictureScaler? scaler, bool makeLight, PictureReferences references)
{
    // Each re-encoding loses some quality, so smaller gains are not worth it. A second run then changes nothing.
    private const double WorthIt = 0.8,
        WorthAnotherFormat = 0.5;
    private const double Quality = 0.82,
        LightQuality = 0.6;
    private const long MostPixels = 100_000_000,
        MostBytes = 40_000_000;

    /// <summary>Returns the improvements for one picture.</summary>
    /// <param name="picture">Picture of the course.</param>
    /// <param name="bytes">Content of its file.</param>
    /// <param name="exists">Returns whether the course has a file with a name.</param>
    /// <param name="stop">Cancels the encoding.</param>
    public async Task<PictureWork> Of(
        CoursePicture picture,
        byte[] bytes,
        Func<string, bool> exists,
        CancellationToken stop
    )
    {
        PictureMetadata metadata = PictureMetadata.Of(bytes);
        byte[] plain = metadata.Without ?? bytes;
        var notes = new List<string>();
        if (metadata.HasPosition)
            notes.Add(
                metadata.Without is null
                    ? "contains a GPS position, but the file is too damaged to remove it"
                    : "GPS position removed"
            );
        else if (metadata.Without is not null)
            notes.Add("metadata removed");
        var work = new PictureWork(picture.Path, bytes) { After = metadata.Without, Notes = notes };
        if (scaler is null || !picture.IsShown || PictureSize.Read(bytes) is not { } size)
            return work;
        if (IsAnimated(bytes) || (long)size.Width * size.Height > MostPixels || bytes.Length > MostBytes)
            return PictureLimits.IsHeavy(picture.Path, bytes.Length, size)
                ? work with
                {
                    Notes = [.. notes, IsAnimated(bytes) ? "animated, not changed" : "too large for this tool"],
                }
                : work;
        return await Light(await Smaller(work, picture, plain, size, stop), picture, plain, size, exists, stop);
    }

    private async Task<PictureWork> Smaller(
        PictureWork work,
        CoursePicture picture,
        byte[] plain,
        (int Width, int Height) size,
        CancellationToken stop
    )
    {
        int widest = picture.IsLight ? PictureLimits.WidestLight : PictureLimits.Widest;
        bool isHeavy = PictureLimits.IsHeavy(picture.Path, plain.Length, size);
        if (size.Width <= widest && !isHeavy)
            return work;
        byte[]? same = await scaler!.Encode(
            plain,
            TypeOf(picture.Path),
            widest,
            picture.IsLight ? LightQuality : Quality,
            stop
        );
        bool isWorthIt =
            same is not null
            && (
                same.Length <= plain.Length * WorthIt
                || (isHeavy && !PictureLimits.IsHeavy(picture.Path, same.Length, PictureSize.Read(same) ?? size))
            );
        byte[] best = isWorthIt ? same! : plain;
        bool isStillHeavy = PictureLimits.IsHeavy(picture.Path, best.Length, PictureSize.Read(best) ?? size);
        if (isStillHeavy && picture.Path.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
        {
            // A photograph saved as PNG only gets smaller in another format.
            byte[]? other = await scaler.Encode(plain, "image/webp", widest, Quality, stop);
            string name = Path.ChangeExtension(picture.Path, ".webp");
            if (other is not null && IsWorthAnotherFormat(name, other, best, size))
            {
                if (references.Rename(picture, name, other, out string why) is { } rename)
                    return work with
                    {
                        After = other,
                        Original = plain,
                        Rename = rename,
                        Notes =
                        [
                            .. work.Notes,
                            $"now {name}, also in {string.Join(", ", rename.Files.Keys)}; "
                                + $"original in {OriginalOf(picture.Path)}",
                        ],
                    };
                work = work with
                {
                    Notes = [.. work.Notes, $"would have {Yaml.ByteSizes.Show(other.Length)} as {name}, but {why}"],
                };
            }
        }
        if (isWorthIt)
            return work with
            {
                After = same,
                Original = plain,
                Notes = [.. work.Notes, $"original in {OriginalOf(picture.Path)}"],
            };
        return same is null && scaler.Lack is null
            ? work with
            {
                Notes = [.. work.Notes, "the browser cannot read it"],
            }
            : work;
    }

    private static bool IsWorthAnotherFormat(string name, byte[] other, byte[] best, (int Width, int Height) size) =>
        other.Length <= best.Length * WorthAnotherFormat
        || (other.Length < best.Length && !PictureLimits.IsHeavy(name, other.Length, PictureSize.Read(other) ?? size));

    private async Task<PictureWork> Light(
        PictureWork work,
        CoursePicture picture,
        byte[] plain,
        (int Width, int Height) size,
        Func<string, bool> exists,
        CancellationToken stop
    )
    {
        string path = work.Rename?.Path ?? picture.Path,
            name = Path.ChangeExtension(path, ".light" + Path.GetExtension(path));
        if (!makeLight || picture.IsLight || exists(name) || size.Width <= PictureLimits.WidestLight)
            return work;
        byte[]? light = await scaler!.Encode(plain, TypeOf(path), PictureLimits.WidestLight, LightQuality, stop);
        if (light is null || light.Length > (work.After ?? plain).Length * WorthIt)
            return work;
        return work with
        {
            Extra = (name, light),
            Notes = [.. work.Notes, $"{name} {Yaml.ByteSizes.Show(light.Length)} for light packages"],
        };
    }

    /// <summary>Returns the path of the original, outside <c>media/</c> so that it is not part of the course.</summary>
    public static string OriginalOf(string path) =>
        "originals/" + (path.StartsWith("media/", StringComparison.Ordinal) ? path["media/".Length..] : path);

    private static string TypeOf(string path) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".png" => "image/png",
            ".webp" => "image/webp",
            _ => "image/jpeg",
        };

    private static bool IsAnimated(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("RIFF"u8)
            ? bytes.Length > 21 && bytes[12..16].SequenceEqual("VP8X"u8) && (bytes[20] & 2) != 0
            : bytes.Length > 8
                && bytes[0] == 0x89
                && bytes.IndexOf("acTL"u8) is > 0 and var moves
                && moves < bytes.IndexOf("IDAT"u8);
}
