using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Importing.Documents;

/// <summary>Finds the files that links and pictures of a folder of Markdown lead to. No path leads out of it.</summary>
/// <param name="folder">The folder.</param>
/// <param name="pages">Its Markdown files by path.</param>
internal sealed class MarkdownLinks(SourceFolder folder, IReadOnlyDictionary<string, MarkdownPage> pages)
{
    private Dictionary<string, string>? _byName;

    /// <summary>Returns the address of a page for a link of a file; null for another address.</summary>
    public string? Link(string from, string address)
    {
        if (address.Contains(':') || address.StartsWith('#') || address.StartsWith("//", StringComparison.Ordinal))
            return null;
        string path = Uri.UnescapeDataString(address.Split('#', '?')[0]);
        return Page(from, path) is { } page ? DraftLinks.To(page.LinkName) : null;
    }

    /// <summary>Returns the page of a path, with or without extension; null for none.</summary>
    private MarkdownPage? Page(string from, string path)
    {
        string? whole = Combine(path.StartsWith('/') ? "" : FolderOf(from), path.TrimStart('/'));
        if (whole is null)
            return null;
        string[] tries =
        [
            whole,
            whole + ".md",
            whole + ".mdx",
            $"{whole}/index.md",
            $"{whole}/README.md",
            Path.ChangeExtension(whole, ".md"),
        ];
        return tries.Select(name => pages.GetValueOrDefault(name)).FirstOrDefault(page => page is not null);
    }

    /// <summary>Returns the page or file that a wiki link names, as a path from the root; null for none.</summary>
    public string? Named(string name)
    {
        _byName ??= ByName();
        string clean = name.Trim().Replace('\\', '/').TrimStart('/');
        return pages.ContainsKey(clean) || folder.Files.Contains(clean) ? clean
            : pages.ContainsKey(clean + ".md") ? clean + ".md"
            : _byName.GetValueOrDefault(clean.ToLowerInvariant());
    }

    private Dictionary<string, string> ByName()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string path in folder.Files)
        {
            names.TryAdd(Path.GetFileName(path).ToLowerInvariant(), path);
            if (pages.ContainsKey(path))
                names.TryAdd(Path.GetFileNameWithoutExtension(path).ToLowerInvariant(), path);
        }
        return names;
    }

    /// <summary>Returns the bytes of a picture; null for none.</summary>
    public byte[]? Picture(string from, string address)
    {
        if (address.Contains(':'))
            return null;
        string path = Uri.UnescapeDataString(address.Split('#', '?')[0]);
        string relative = path.TrimStart('/');
        string?[] tries =
        [
            Combine(path.StartsWith('/') ? "" : FolderOf(from), relative),
            // Docusaurus serves the folder “static” as the root.
            "static/" + relative,
            relative,
        ];
        foreach (string name in tries.OfType<string>().Where(SourceFolder.StaysInside))
            if (folder.Size(name) is <= ImportLimits.MostPictureBytes && !folder.IsSpecial(name))
                return folder.Read(name);
        return null;
    }

    /// <summary>Returns a path relative to a folder; null when it leads out of the root.</summary>
    public static string? Combine(string folder, string path)
    {
        var parts = new List<string>();
        foreach (string part in (folder + path).Split('/'))
            if (part == "..")
            {
                if (parts.Count == 0)
                    return null;
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "."))
                parts.Add(part);
        string whole = string.Join('/', parts);
        return SourceFolder.StaysInside(whole) ? whole : null;
    }

    /// <summary>Returns the folder that contains all paths, with a slash at its end; empty for the root.</summary>
    public static string CommonFolder(IEnumerable<string> paths)
    {
        string? common = null;
        foreach (string path in paths)
        {
            string folder = FolderOf(path);
            if (common is null)
                common = folder;
            while (!folder.StartsWith(common, StringComparison.Ordinal))
                common =
                    common.TrimEnd('/') is var shorter && shorter.Contains('/')
                        ? shorter[..(shorter.LastIndexOf('/') + 1)]
                        : "";
        }
        return common ?? "";
    }

    private static string FolderOf(string path) => path.Contains('/') ? path[..(path.LastIndexOf('/') + 1)] : "";
}
