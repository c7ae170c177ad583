using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Rules;

namespace Protect.Scorm.Inspecting.Opening;

/// <summary>Finds the files that an LMS opens, as the description of each standard names them.</summary>
internal static class LaunchFiles
{
    private const int Most = 200;

    /// <summary>Returns the names of files that are in the package, without duplicates.</summary>
    public static IEnumerable<string> Of(InspectedPackage package) =>
        Addresses(package)
            .Select(address => PackagePath.Resolve("", address))
            .OfType<string>()
            .Where(path => package.Find(path).Kind == MatchKind.Exact)
            .Distinct(StringComparer.Ordinal)
            .Take(Most);

    /// <summary>Finds the file that an address in a description opens.</summary>
    public static FileMatch Match(InspectedPackage package, string address) =>
        PackagePath.Resolve("", address) is { } path ? package.Find(path) : default;

    /// <summary>Says of an address that its file has another case.</summary>
    public static string OtherCase(FileMatch match) =>
        $"is called “{match.Entry!.Name}” in the package; most servers distinguish upper and lower case";

    /// <summary>Returns the first parameter of an address that the LMS adds itself; null for none.</summary>
    public static string? ReservedParameter(string address, string[] reserved)
    {
        int query = address.IndexOf('?');
        return query < 0
            ? null
            : address[(query + 1)..]
                .Split('&', '#')
                .Select(pair => pair.Split('=')[0])
                .FirstOrDefault(name => reserved.Contains(name));
    }

    private static IEnumerable<string> Addresses(InspectedPackage package) =>
        package.Kind switch
        {
            PackageKind.Cmi5 => Texts(package, InspectedPackage.Cmi5Name, "url"),
            PackageKind.Xapi => Texts(package, InspectedPackage.TinCanName, "launch"),
            PackageKind.Aicc => AiccFiles.Of(package).Units.Select(unit => unit.File),
            _ => (package.Manifest?.Launches ?? []).Select(launch => launch.Resource.Base + launch.Resource.Href),
        };

    private static IEnumerable<string> Texts(InspectedPackage package, string name, string element) =>
        package.Bytes(name) is { } bytes && ManifestText.Read(name, bytes).Document?.Root is { } root
            ? root.Descendants().Where(child => child.Name.LocalName == element).Select(child => child.Value.Trim())
            : [];
}
