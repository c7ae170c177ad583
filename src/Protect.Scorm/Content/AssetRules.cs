using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>
/// File types allowed for each use. Types that LMSs refuse or serve incorrectly (archives, scripts, m4a, avif) are
/// missing on purpose.
/// </summary>
internal static partial class AssetRules
{
    public static readonly string[] Pictures = [".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp"];
    public static readonly string[] Videos = [".mp4", ".webm"];
    public static readonly string[] Recordings = [".mp3", ".ogg", ".wav"];
    public static readonly string[] Captions = [".vtt"];
    public static readonly string[] Downloads = [".pdf", ".docx", ".odt", ".xlsx", ".ods", ".pptx", ".odp", ".rtf", ".txt", ".csv", .. Pictures];

    public static void CheckType(AssetRef asset, string noun, string[] types, DiagnosticBag bag)
    {
        string type = Path.GetExtension(asset.Path).ToLowerInvariant();
        if (!types.Contains(type)) bag.Add(ContentRules.FileType, asset.Span, asset.Path, noun, string.Join(", ", types));
    }

    /// <summary>Reports a text alternative that is the name of a file.</summary>
    public static void CheckAlt(Located<string>? alt, AssetRef picture, DiagnosticBag bag)
    {
        if (alt is null) return;
        string text = alt.Value.Trim();
        bool isName = FileName().IsMatch(text) || text.Equals(picture.Path, StringComparison.OrdinalIgnoreCase) || text.Equals(Path.GetFileName(picture.Path), StringComparison.OrdinalIgnoreCase);
        if (isName) bag.Add(ContentRules.FileNameAsAlt, alt.Span, text);
    }

    // A name with an ending, or as cameras and screens give it: IMG_2041, Screenshot 2026-01-05.
    [GeneratedRegex(@"^\S+\.(?:svg|png|jpe?g|gif|webp|bmp|tiff?|heic)$|^(?:img|dsc[nf]?|pxl|image|photo|picture|screenshot|bildschirmfoto|capture)[-_ ]?\d[\d-_ ]*$", RegexOptions.IgnoreCase)]
    private static partial Regex FileName();

    public static void CheckWebAddress(Located<string>? url, string field, DiagnosticBag bag)
    {
        if (url is null) return;
        bool good = Uri.TryCreate(url.Value, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http" && address.Host.Contains('.');
        if (!good || url.Value.Any(char.IsWhiteSpace)) bag.Add(ContentRules.MalformedUrl, url.Span, url.Value);
    }
}
