namespace Protect.Scorm.Inspecting.Zips;

/// <summary>Leftovers of operating systems and editors, by their names.</summary>
internal static class JunkFiles
{
    private static readonly HashSet<string> Names = new(
        [
            "thumbs.db",
            "desktop.ini",
            ".ds_store",
            "ehthumbs.db",
            ".gitignore",
            ".gitattributes",
            ".gitkeep",
            ".gitmodules",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly HashSet<string> Folders = new(
        ["__MACOSX", ".git", ".svn", ".hg"],
        StringComparer.OrdinalIgnoreCase
    );

    public static bool Is(string name)
    {
        string[] parts = name.Split('/');
        string last = parts[^1];
        return parts[..^1].Any(Folders.Contains)
            || Names.Contains(last)
            || last.StartsWith("._", StringComparison.Ordinal)
            || last.StartsWith("~$", StringComparison.Ordinal)
            || last.EndsWith('~')
            || last.EndsWith(".bak", StringComparison.OrdinalIgnoreCase)
            || last.EndsWith(".swp", StringComparison.OrdinalIgnoreCase)
            || last.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase);
    }
}
