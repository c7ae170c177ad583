using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>
/// File types allowed for each use. Types that LMSs refuse or serve incorrectly (archives, scripts, m4a, avif) are
/// missing on purpose.
/// </summary>
internal static class AssetRules
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

    public static void CheckWebAddress(Located<string>? url, string field, DiagnosticBag bag)
    {
        if (url is null) return;
        bool good = Uri.TryCreate(url.Value, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http" && address.Host.Contains('.');
        if (!good || url.Value.Any(char.IsWhiteSpace)) bag.Add(ContentRules.MalformedUrl, url.Span, url.Value);
    }
}
