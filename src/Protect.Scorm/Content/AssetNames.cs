using System.Security.Cryptography;
using System.Text;
using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>
/// Names of media in the package: <c>media/</c> and a flat, lower-case ASCII name. Some LMSs look files up by base
/// name, others refuse special characters.
/// </summary>
internal static class AssetNames
{
    /// <summary>
    /// Matches replacement files: <c>media/tree.pl.svg</c> for <c>media/tree.svg</c> in Polish, and
    /// <c>media/tree.light.jpg</c> for <c>media/tree.jpg</c> in a light package.
    /// </summary>
    public static string Plain(string path) =>
        Path.ChangeExtension(Path.ChangeExtension(path, null), null) + Path.GetExtension(path);

    /// <summary>
    /// Returns the name in the package of a file of the course. A name that needs letters of another alphabet ends in
    /// a part of its digest, as two such names may be spelled alike.
    /// </summary>
    public static string InPackage(string path)
    {
        string relative = path.StartsWith("media/", StringComparison.Ordinal) ? path["media/".Length..] : path;
        var name = new StringBuilder("media/");
        foreach (char c in AsciiText.Spell(relative))
            name.Append(char.IsAsciiLetterOrDigit(c) || c is '.' or '_' ? c : '-');
        if (AsciiText.IsAmbiguous(relative))
            name.Insert(
                name.Length - Path.GetExtension(name.ToString()).Length,
                "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(relative)))[..6]
            );
        return name.ToString();
    }
}
