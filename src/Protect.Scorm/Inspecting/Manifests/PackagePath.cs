using System.Text;
using System.Text.RegularExpressions;

namespace Protect.Scorm.Inspecting.Manifests;

/// <summary>Converts addresses in a package into names of files in its zip.</summary>
internal static partial class PackagePath
{
    /// <summary>
    /// Returns true for an address outside the package: with a scheme or a drive letter, or protocol-relative.
    /// </summary>
    public static bool IsExternal(string address) => Scheme().IsMatch(address.TrimStart());

    /// <summary>
    /// Returns the name in the zip: without query and fragment, decoded once, <c>.</c> and <c>..</c> resolved. Null for
    /// an external or root-relative address, or one that leaves the package.
    /// </summary>
    /// <param name="folder">Folder of the file with the address, without trailing slash; empty for the root.</param>
    public static string? Resolve(string folder, string address)
    {
        string path = address.Trim();
        int end = path.AsSpan().IndexOfAny('?', '#');
        if (end >= 0)
            path = path[..end];
        if (IsExternal(path) || path.StartsWith('/') || path.StartsWith('\\'))
            return null;
        var parts = new List<string>(folder.Length == 0 ? [] : folder.Split('/'));
        foreach (string part in Decode(path).Replace('\\', '/').Split('/'))
        {
            if (part is "" or ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count == 0)
                return null;
            else
                parts.RemoveAt(parts.Count - 1);
        }
        return string.Join('/', parts);
    }

    /// <summary>Returns the folder of a file name, without trailing slash.</summary>
    public static string Folder(string name) => name.LastIndexOf('/') is > 0 and int slash ? name[..slash] : "";

    /// <summary>Returns the name without its folders.</summary>
    public static string BaseName(string name) => name[(name.LastIndexOf('/') + 1)..];

    /// <summary>Returns the extension in lower case, without the dot; empty when there is none.</summary>
    public static string Extension(string name) =>
        BaseName(name) is var last && last.LastIndexOf('.') is >= 0 and int dot
            ? last[(dot + 1)..].ToLowerInvariant()
            : "";

    /// <summary>Decodes percent escapes. Invalid escapes, and bytes that are not UTF-8, are not changed.</summary>
    private static string Decode(string path)
    {
        if (!path.Contains('%'))
            return path;
        try
        {
            return Uri.UnescapeDataString(path);
        }
        catch (Exception fault) when (fault is UriFormatException or EncoderFallbackException)
        {
            return path;
        }
    }

    [GeneratedRegex(@"^([A-Za-z][A-Za-z0-9+.-]*:|//|\\\\)")]
    private static partial Regex Scheme();
}
