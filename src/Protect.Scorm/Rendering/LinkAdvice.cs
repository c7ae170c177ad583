using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Rendering;

/// <summary>Advice for a link with an address that a course cannot use.</summary>
internal static class LinkAdvice
{
    /// <summary>Returns what the author probably meant, and what to write.</summary>
    public static (string Hint, string Cure) For(string url, IReadOnlySet<string> pageIds)
    {
        string name = Uri.UnescapeDataString(url).TrimStart('#', '/', '.'),
            page = Path.GetExtension(name) is ".html" or ".htm" or ".yaml" ? Path.ChangeExtension(name, null) : name,
            ending = Path.GetExtension(name).ToLowerInvariant();
        if (pageIds.Contains(page))
            return ($" There is a page “{page}”.", $"Write page:{page}.");
        if (name.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            return ("", $"Write the complete address: https://{name}.");
        if (name.StartsWith("media/", StringComparison.Ordinal) || AssetRules.Downloads.Contains(ending))
            return (" A link cannot lead to a file.", $"Offer it with a block “type: download” and “src: {name}”.");
        string cure = "Link to page:<id>, https://…, mailto:… or tel:….";
        return !name.Contains(':') && Nearest.Name(page, pageIds) is { } near
            ? ($" Did you mean “page:{near}”?", cure)
            : ("", cure);
    }
}
