using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Protect.Scorm.Model;

namespace Protect.Scorm.Packaging;

/// <summary>
/// Text of <c>SHA256SUMS</c>: one line per zip and one per file inside it, under a folder named like the zip without
/// its extension. So
/// <c>sha256sum -c --ignore-missing SHA256SUMS</c> checks the zips, and the files of each zip unpacked into that
/// folder.
/// With the extension the check would fail: the zip is a file, and --ignore-missing ignores only missing files.
/// </summary>
internal static partial class Checksums
{
    /// <summary>Hexadecimal digits of a SHA-256.</summary>
    private const int HashLength = 64;

    /// <param name="existing">Current text of the file; empty when there is none.</param>
    /// <param name="present">Names of the zips in the folder. Lines of other zips are dropped.</param>
    /// <param name="built">Lines of the packages of this build; they replace older lines of the same package.</param>
    /// <returns>Lines in ordinal order of names, each ended by a line feed.</returns>
    public static string Write(string existing, IReadOnlyCollection<string> present, IReadOnlyList<PackageSums> built)
    {
        var kept = present.Except(built.Select(sums => sums.FileName)).ToHashSet(StringComparer.Ordinal);
        IEnumerable<(string Name, string Hash)> old = existing
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Select(line => Line().Match(line))
            .Where(match => match.Success)
            .Select(match => (match.Groups["name"].Value, match.Groups["hash"].Value))
            .Where(line => kept.Contains(ZipOf(line.Item1)));
        IEnumerable<(string Name, string Hash)> lines = old.Concat(built.SelectMany(sums => sums.Lines))
            .DistinctBy(line => line.Name);
        return string.Concat(
            lines.OrderBy(line => line.Name, StringComparer.Ordinal).Select(line => $"{line.Hash}  {line.Name}\n")
        );
    }

    /// <summary>Returns the offsets of the lines of a package in a file, the line of its zip first.</summary>
    public static IEnumerable<int> LinesOf(byte[] text, string fileName)
    {
        int zip = text.AsSpan().IndexOf(Encoding.UTF8.GetBytes($"  {fileName}\n"));
        if (zip >= HashLength)
            yield return zip - HashLength;
        byte[] inside = Encoding.UTF8.GetBytes($"  {Path.GetFileNameWithoutExtension(fileName)}/");
        int at = text.AsSpan().IndexOf(inside) - HashLength;
        // The lines are sorted, so those of one package are below each other.
        while (at >= 0 && text.AsSpan(Math.Min(text.Length, at + HashLength)).StartsWith(inside))
        {
            yield return at;
            int end = text.AsSpan(at).IndexOf((byte)'\n');
            at = end < 0 ? -1 : at + end + 1;
        }
    }

    /// <summary>Computes the lines of one package, so that its bytes need not be kept.</summary>
    /// <param name="package">The package.</param>
    /// <param name="zip">Its zip.</param>
    /// <param name="artifacts">Results of earlier compilations; null for none.</param>
    public static PackageSums Of(Package package, FileImage zip, Artifacts? artifacts) =>
        new(
            package.FileName,
            [
                (package.FileName, zip.Digest()),
                .. package.Files.Select(file =>
                    ($"{Path.GetFileNameWithoutExtension(package.FileName)}/{file.Name}", Digest(file, artifacts))
                ),
            ]
        );

    private static string Digest(PackageFile file, Artifacts? artifacts) =>
        Convert.ToHexStringLower(
            artifacts is null
                ? SHA256.HashData(file.Bytes.Span)
                : artifacts.Get("sha256", file.Key, () => SHA256.HashData(file.Bytes.Span)).Span
        );

    /// <summary>Returns the name of the zip that a line belongs to.</summary>
    private static string ZipOf(string name) => name.IndexOf('/') is var slash and > 0 ? name[..slash] + ".zip" : name;

    [GeneratedRegex(@"\A(?<hash>[0-9a-f]{64})  (?<name>\S+)\z")]
    private static partial Regex Line();
}

/// <summary>Digests of one package and of the files inside it.</summary>
internal sealed record PackageSums(string FileName, IReadOnlyList<(string Name, string Hash)> Lines);
