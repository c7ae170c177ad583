using System.Text.RegularExpressions;
using Protect.Scorm.Model;

namespace Protect.Scorm.Packaging;

/// <summary>
/// The text of <c>SHA256SUMS</c>: one line for each zip and one for each file inside it, under a folder named like the zip without its ending. So
/// <c>sha256sum -c --ignore-missing SHA256SUMS</c> checks the zips, and the files too where somebody has unpacked a zip into that folder.
/// (Under the zip's own name, with its ending, the check would fail: a file is not a folder, and only what is missing is ignored.)
/// </summary>
internal static partial class Checksums
{
    /// <param name="existing">The file as it stands; empty when there is none.</param>
    /// <param name="present">Names of the zips in the folder. Lines of others that were not built now are dropped.</param>
    /// <param name="built">The lines of the packages of this build; they replace older lines of the same package.</param>
    /// <returns>Lines in ordinal order of their names, each ended by a line feed.</returns>
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

    /// <summary>The lines of one package, so that its bytes need not be kept.</summary>
    public static PackageSums Of(Package package, FileImage zip) =>
        new(
            package.FileName,
            [
                (package.FileName, zip.Digest()),
                .. package.Files.Select(file =>
                    ($"{Path.GetFileNameWithoutExtension(package.FileName)}/{file.Name}", file.Digest)
                ),
            ]
        );

    /// <summary>The zip a line speaks of, from its own name or from that of a file inside.</summary>
    private static string ZipOf(string name) => name.IndexOf('/') is var slash and > 0 ? name[..slash] + ".zip" : name;

    [GeneratedRegex(@"\A(?<hash>[0-9a-f]{64})  (?<name>\S+)\z")]
    private static partial Regex Line();
}

/// <summary>The digests of one package and of the files inside it.</summary>
internal sealed record PackageSums(string FileName, IReadOnlyList<(string Name, string Hash)> Lines);
