using System.Buffers.Binary;
using System.Text;

namespace Protect.Scorm.Content;

/// <summary>
/// Recognises what a media file is by its first bytes, and whether a video or recording has something to play.
/// </summary>
internal static class MediaKind
{
    /// <summary>The kind of the file if its bytes do not fit its name; null if they fit or nothing is known.</summary>
    /// <param name="path">The name of the file.</param>
    /// <param name="bytes">Its content, not empty.</param>
    /// <returns>The kind that the name promises, and the kind of the bytes, for a message.</returns>
    public static (string Promised, string Found)? Mismatch(string path, ReadOnlySpan<byte> bytes)
    {
        string ending = Path.GetExtension(path).ToLowerInvariant();
        if (Kinds.FirstOrDefault(kind => kind.Endings.Contains(ending)) is not { } promised)
            return IsWebPage(bytes) && ending is ".svg" or ".txt" or ".csv" ? Promise(ending, "a web page") : null;
        foreach (Kind kind in Kinds)
            if (kind.Fits(bytes))
                return kind == promised ? null : (promised.Noun, kind.Noun);
        return (
            promised.Noun,
            IsWebPage(bytes) ? "a web page"
            : IsText(bytes) ? "a text"
            : "not a file of this kind"
        );
    }

    /// <summary>
    /// The part that a video or recording of the right kind lacks; null if it can be played or nothing is known.
    /// </summary>
    public static string? Unplayable(string path, ReadOnlySpan<byte> bytes) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".mp4" when Mp4Tracks.Read(bytes) is var tracks => tracks.Has("vide") ? null
            : tracks.IsComplete ? "it has no picture, only sound or nothing"
            : "its end is missing",
            ".webm" => VideoSize.Read(bytes) is null ? "it has no picture" : null,
            ".mp3" => HasMp3Frame(bytes) ? null : "it has no sound",
            ".wav" => HasWavData(bytes) ? null : "it has no sound",
            ".ogg" => HasOggSound(bytes[..Math.Min(bytes.Length, Start)])
                ? null
                : "it has no sound that browsers can play",
            _ => null,
        };

    /// <summary>Bytes in which the headers of all tracks of an Ogg file are.</summary>
    private const int Start = 4096;

    private sealed record Kind(string Noun, string[] Endings, BytesTest Fits);

    private delegate bool BytesTest(ReadOnlySpan<byte> bytes);

    private static readonly Kind[] Kinds =
    [
        new("a PNG picture", [".png"], bytes => Starts(bytes, 0x89, 0x50, 0x4E, 0x47)),
        new("a JPEG picture", [".jpg", ".jpeg"], bytes => Starts(bytes, 0xFF, 0xD8, 0xFF)),
        new("a GIF picture", [".gif"], bytes => bytes.StartsWith("GIF8"u8)),
        new("a WebP picture", [".webp"], bytes => bytes.StartsWith("RIFF"u8) && At(bytes, 8, "WEBP"u8)),
        new("a WAV recording", [".wav"], bytes => bytes.StartsWith("RIFF"u8) && At(bytes, 8, "WAVE"u8)),
        new("a WebM video", [".webm"], bytes => Starts(bytes, 0x1A, 0x45, 0xDF, 0xA3)),
        new("a HEIC picture", [], bytes => At(bytes, 4, "ftyphei"u8) || At(bytes, 4, "ftypmif1"u8)),
        new("an AVIF picture", [], bytes => At(bytes, 4, "ftypavi"u8)),
        new(
            "an MP4 video",
            [".mp4"],
            bytes =>
                At(bytes, 4, "ftyp"u8) || At(bytes, 4, "moov"u8) || At(bytes, 4, "mdat"u8) || At(bytes, 4, "wide"u8)
        ),
        new("an Ogg recording", [".ogg"], bytes => bytes.StartsWith("OggS"u8)),
        new("an MP3 recording", [".mp3"], bytes => bytes.StartsWith("ID3"u8) || IsFrame(bytes)),
        new("a PDF document", [".pdf"], bytes => bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0),
        new("an RTF document", [".rtf"], bytes => bytes.StartsWith(@"{\rtf"u8)),
        new(
            "an office document",
            [".docx", ".odt", ".xlsx", ".ods", ".pptx", ".odp"],
            bytes => Starts(bytes, 0x50, 0x4B, 0x03, 0x04)
        ),
    ];

    private static (string, string) Promise(string ending, string found) =>
        (ending == ".svg" ? "an SVG picture" : "a plain text", found);

    private static bool Starts(ReadOnlySpan<byte> bytes, params ReadOnlySpan<byte> sign) => bytes.StartsWith(sign);

    private static bool At(ReadOnlySpan<byte> bytes, int at, ReadOnlySpan<byte> sign) =>
        bytes.Length >= at + sign.Length && bytes[at..].StartsWith(sign);

    private static bool IsWebPage(ReadOnlySpan<byte> bytes)
    {
        string start = Encoding
            .Latin1.GetString(bytes[..Math.Min(bytes.Length, 1024)])
            .TrimStart('ï', '»', '¿', ' ', '\n', '\r', '\t');
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (
                start.StartsWith("<?xml", StringComparison.Ordinal) && start.Contains("<html", StringComparison.Ordinal)
            );
    }

    private static bool IsText(ReadOnlySpan<byte> bytes) =>
        bytes[..Math.Min(bytes.Length, 1024)].IndexOfAnyInRange((byte)0, (byte)8) < 0;

    /// <summary>Returns true for the header of an MPEG audio frame of layer III (ISO/IEC 11172-3, 2.4.2.3).</summary>
    private static bool IsFrame(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 3
        && bytes[0] == 0xFF
        && (bytes[1] & 0xE6) == 0xE2
        && (bytes[1] & 0x18) != 0x08
        && (bytes[2] & 0xF0) != 0xF0
        && (bytes[2] & 0x0C) != 0x0C;

    private static bool HasOggSound(ReadOnlySpan<byte> start) =>
        start.IndexOf("vorbis"u8) >= 0 || start.IndexOf("OpusHead"u8) >= 0 || start.IndexOf("FLAC"u8) >= 0;

    private static bool HasMp3Frame(ReadOnlySpan<byte> bytes)
    {
        for (int at = 0; at + 3 < bytes.Length; at++)
            if (bytes[at] == 0xFF && IsFrame(bytes[at..]))
                return true;
        return false;
    }

    private static bool HasWavData(ReadOnlySpan<byte> bytes)
    {
        for (long at = 12; at + 8 <= bytes.Length; )
        {
            uint size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[((int)at + 4)..]);
            if (bytes[(int)at..].StartsWith("data"u8))
                return size > 0 && at + 8 < bytes.Length;
            at += 8 + size + (size & 1);
        }
        return false;
    }
}
