using System.Text;

namespace Protect.Scorm.Content;

/// <summary>
/// Names of media inside the package: <c>media/</c> and one flat, lower-case ASCII name, because some LMSs look files up by their base name
/// and others refuse anything but plain characters.
/// </summary>
internal static class AssetNames
{
    /// <summary><c>media/tree.pl.svg</c> stands for <c>media/tree.svg</c> in Polish, <c>media/tree.light.jpg</c> for <c>media/tree.jpg</c> in a light package.</summary>
    public static string Plain(string path) =>
        Path.ChangeExtension(Path.ChangeExtension(path, null), null) + Path.GetExtension(path);

    /// <summary>The name a file of the course has in a package.</summary>
    public static string InPackage(string path)
    {
        string relative = path.StartsWith("media/", StringComparison.Ordinal) ? path["media/".Length..] : path;
        var name = new StringBuilder("media/");
        foreach (char c in relative.ToLowerInvariant())
            name.Append(char.IsAsciiLetterOrDigit(c) || c is '.' or '_' ? c : '-');
        return name.ToString();
    }
}
