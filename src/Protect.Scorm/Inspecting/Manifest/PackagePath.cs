using System.Text;
using System.Text.RegularExpressions;

namespace Protect.Scorm.Inspecting;

/// <summary>How an address in a package becomes the name of a file in its zip.</summary>
internal static partial class PackagePath
{
    /// <summary>True for what leads elsewhere: a scheme, a drive letter or a protocol-relative address.</summary>
    public static bool IsExternal(string address) => Scheme().IsMatch(address.TrimStart());

    /// <summary>The name in the zip: query and fragment cut, decoded once, <c>.</c> and <c>..</c> taken away. Null for what is external, root-relative or climbs out.</summary>
    /// <param name="folder">The folder of the file that holds the address, without a slash at its end; empty for the root.</param>
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

    /// <summary>The folder of a file's name, without a slash at its end.</summary>
    public static string Folder(string name) => name.LastIndexOf('/') is > 0 and int slash ? name[..slash] : "";

    /// <summary>The name without its folders.</summary>
    public static string BaseName(string name) => name[(name.LastIndexOf('/') + 1)..];

    /// <summary>Lower case, without the dot; empty when there is none.</summary>
    public static string Extension(string name) =>
        BaseName(name) is var last && last.LastIndexOf('.') is >= 0 and int dot
            ? last[(dot + 1)..].ToLowerInvariant()
            : "";

    /// <summary>Escapes that are none, or no UTF-8, stay as they are.</summary>
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
