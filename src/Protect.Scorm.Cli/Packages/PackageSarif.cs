using System.Security.Cryptography;
using System.Text;
using Protect.Scorm.Cli.Reports;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Verdicts;

namespace Protect.Scorm.Cli.Packages;

/// <summary>
/// Findings in packages, as results of SARIF 2.1.0. Their location is the zip, the file that viewers have; the file in
/// the zip is a logical location, and the message names it with its line.
/// </summary>
internal static class PackageSarif
{
    private const int HashCharacters = 16;

    /// <summary>Returns the results of packages.</summary>
    /// <param name="reports">The packages.</param>
    /// <param name="slugs">Ids of the rules, in the order of the rules of the run.</param>
    public static IEnumerable<SarifResult> Of(IReadOnlyList<PackageReport> reports, string[] slugs)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (PackageReport report in reports)
        {
            string address = Address(report.Name);
            foreach (Finding finding in report.Findings)
            {
                string hash = Hash($"{finding.Rule.Slug}\n{address}\n{finding.File}\n{finding.Message}");
                seen[hash] = seen.GetValueOrDefault(hash) + 1;
                yield return new SarifResult(
                    finding.Rule.Slug,
                    Array.IndexOf(slugs, finding.Rule.Slug),
                    finding.Severity,
                    new SarifText(
                        $"{(finding.Where.Length > 0 ? $"{finding.Where}: " : "")}{finding.Message} {finding.Help}"
                    ),
                    [
                        new SarifLocation(
                            // A zip has no lines, but hosts of code require one.
                            new SarifPlace(new SarifFile(address), new SarifRegion(1)),
                            finding.File.Length > 0 ? [new SarifPart(finding.File)] : null
                        ),
                    ],
                    new SarifFingerprints($"{hash}:{seen[hash]}")
                );
            }
        }
    }

    /// <summary>Returns the path relative to the working directory; a file: address for a path outside of it.</summary>
    private static string Address(string path)
    {
        string full = Path.GetFullPath(path),
            relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), full);
        return Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal)
            ? new Uri(full).AbsoluteUri
            : SarifReport.Address(relative.Replace('\\', '/'));
    }

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashCharacters];
}
