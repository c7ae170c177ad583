using System.Text;

namespace Protect.Scorm.Content;

/// <summary>
/// Names of media inside the package: <c>media/</c> and one flat, lower-case ASCII name, because some LMSs look files up by their base name
/// and others refuse anything but plain characters.
/// </summary>
public static class AssetNames
{
    public static string InPackage(string path)
    {
        string relative = path.StartsWith("media/", StringComparison.Ordinal) ? path["media/".Length..] : path;
        var name = new StringBuilder("media/");
        foreach (char c in relative.ToLowerInvariant()) name.Append(char.IsAsciiLetterOrDigit(c) || c is '.' or '_' ? c : '-');
        return name.ToString();
    }
}
