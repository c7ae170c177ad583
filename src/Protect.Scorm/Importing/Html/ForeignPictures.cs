using AngleSharp.Dom;
using Protect.Scorm.Checking;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Importing.Html;

/// <summary>Pictures of others: their bytes decide about their type, and only known types are taken.</summary>
internal static class ForeignPictures
{
    /// <summary>Text alternative until the author writes one.</summary>
    public const string NoAlt = "(to be described)";

    private const int MostPictures = 5_000;
    private const long MostBytes = 500_000_000;

    /// <summary>Adds a picture to the draft and returns its fields; null when it is lost, which is reported.</summary>
    /// <param name="draft">Receives the file.</param>
    /// <param name="losses">Receives what was lost.</param>
    /// <param name="image">The element, with “src”, and “alt” where the source has one.</param>
    /// <param name="place">Finds the bytes.</param>
    /// <param name="span">The place in the source.</param>
    public static DraftNode? Add(
        DraftCourse draft,
        LossReport losses,
        IElement image,
        HtmlPlace place,
        SourceSpan span
    )
    {
        string source = image.GetAttribute("src") ?? "";
        string name = NameOf(source);
        byte[]? bytes = source.StartsWith("data:", StringComparison.OrdinalIgnoreCase)
            ? OfAddress(source)
            : place.Picture(source);
        string? fault =
            bytes is null ? MissingWords(source)
            : bytes.Length > ImportLimits.MostPictureBytes ? "it is larger than 20 MB"
            : draft.Files.Count >= MostPictures || draft.Files.Sum(file => (long)file.Bytes.Length) > MostBytes
                ? "the source has too many pictures"
            : null;
        string? type = fault is null ? TypeOf(bytes!) : null;
        fault ??= type is null ? "it is no SVG, PNG, JPEG, GIF or WebP" : null;
        if (fault is null && type == ".svg" && !IsQuiet(bytes!))
            fault = "it runs scripts or loads other files";
        if (fault is not null)
        {
            losses.Add(ImportingRules.Picture, span, place.Item, name, fault);
            return null;
        }
        var fields = new DraftNode().Set("src", DraftFiles.Add(draft, name, bytes!, type));
        string? alt = image.GetAttribute("alt") is { } written ? MarkdownText.Plain(written, 400) : null;
        if (alt is "" || image.GetAttribute("role") == "presentation")
            return fields.Set("decorative", true);
        if (alt is null)
            losses.Add(ImportingRules.PictureAlt, span, place.Item, name);
        return fields.Set("alt", alt ?? NoAlt, alt is null ? "decide: say what the picture shows" : null);
    }

    /// <summary>Returns the name of a picture for messages and for its file.</summary>
    private static string NameOf(string source)
    {
        if (source.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || source.Length == 0)
            return "picture";
        string path = source.Split('?', '#')[0];
        string last = path.Replace('\\', '/').TrimEnd('/').Split('/')[^1];
        return LossReport.Short(Uri.UnescapeDataString(last.Length > 200 ? last[^200..] : last)) is { Length: > 0 } name
            ? name
            : "picture";
    }

    private static string MissingWords(string source) =>
        source.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            ? "it is on a website, and an import loads nothing from there"
        : source.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? "its data cannot be read"
        : "the source does not contain it";

    private static byte[]? OfAddress(string source)
    {
        int comma = source.IndexOf(',');
        return comma > 0 && source.AsSpan(0, comma).Contains(";base64", StringComparison.OrdinalIgnoreCase)
            ? Base64(source[(comma + 1)..])
            : null;
    }

    /// <summary>Decodes Base64, with spaces and line breaks in it; null for other text or too much of it.</summary>
    public static byte[]? Base64(string text)
    {
        if (text.Length > ImportLimits.MostPictureBytes * 2)
            return null;
        try
        {
            return Convert.FromBase64String(text.Contains('%') ? Uri.UnescapeDataString(text) : text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Returns the extension of a picture by its content; null for another type.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> bytes)
    {
        if (PictureSize.Read(bytes) is null)
            return null;
        return bytes[0] == 0x89 ? ".png"
            : bytes.StartsWith("GIF8"u8) ? ".gif"
            : bytes[0] == 0xFF ? ".jpg"
            : bytes.StartsWith("RIFF"u8) ? ".webp"
            : ".svg";
    }

    private static bool IsQuiet(byte[] bytes)
    {
        if (SourceFile.Decode(bytes, out _) is not { Length: <= SvgParts.MostCharacters } svg)
            return false;
        var bag = new DiagnosticBag();
        SvgFiles.CheckOne(new SourceFile("", svg), bag);
        return !bag.HasErrors;
    }
}
