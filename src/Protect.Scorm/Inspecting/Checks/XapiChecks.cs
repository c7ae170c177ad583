using System.Xml.Linq;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>Checks rules E: the description of a Tin Can package, as an LMS reads it before the launch.</summary>
internal static class XapiChecks
{
    private const string Name = InspectedPackage.TinCanName;
    private static readonly string[] Reserved = ["endpoint", "auth", "actor", "activity_id", "registration", "fetch"];

    public static void Check(InspectedPackage package, FindingBag bag)
    {
        if (package.Kind != PackageKind.Xapi)
            return;
        if (package.Bytes(Name) is not { } bytes)
        {
            bag.In(XapiRules.Description, Name, "cannot be read");
            return;
        }
        var xml = ManifestText.Read(Name, bytes);
        if (xml.Document?.Root is not { } root)
        {
            bag.At(
                XapiRules.Description,
                xml.Fault?.Place ?? xml.File.Start,
                $"is not well-formed XML: {xml.Fault?.Why}"
            );
            return;
        }
        XElement[] activities = [.. root.Descendants().Where(element => element.Name.LocalName == "activity")];
        if (activities.Length == 0)
        {
            bag.At(XapiRules.Description, ManifestModel.At(xml.File, root), "has no activity");
            return;
        }
        Ids(xml.File, activities, bag);
        XElement[] launches = [.. activities.SelectMany(activity => activity.Elements()).Where(IsLaunch)];
        if (launches.Length == 0)
            bag.About(
                "",
                Affects.Everything,
                XapiRules.LaunchFile,
                ManifestModel.At(xml.File, activities[0]),
                "No activity names a page to open (<launch>)."
            );
        bool isAllMissing = launches.All(launch => Fault(package, launch) is not null);
        foreach (XElement launch in launches)
            Launch(package, xml.File, launch, isAllMissing, bag);
    }

    private static bool IsLaunch(XElement element) => element.Name.LocalName == "launch";

    private static void Ids(SourceFile file, XElement[] activities, FindingBag bag)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (XElement activity in activities)
        {
            string id = (string?)activity.Attribute("id") ?? "";
            string? fault =
                id.Length == 0 ? "is missing"
                : !id.Contains(':') || !Uri.TryCreate(id, UriKind.Absolute, out _) ? "is not an absolute IRI"
                : !seen.Add(id) ? "is used twice"
                : null;
            if (fault is not null)
                bag.At(
                    id.Length > 0 ? XapiRules.Ids : XapiRules.Ids with { Message = "An activity has no id." },
                    ManifestModel.At(file, activity),
                    id,
                    fault
                );
        }
    }

    private static string? Fault(InspectedPackage package, XElement launch)
    {
        string address = launch.Value.Trim();
        if (address.Length == 0)
            return "A <launch> is empty.";
        if (PackagePath.IsExternal(address))
            return null;
        FileMatch match = LaunchFiles.Match(package, address);
        return match.Kind switch
        {
            MatchKind.Exact => null,
            MatchKind.OtherCase => $"“{address}” {LaunchFiles.OtherCase(match)}.",
            _ => $"“{address}”, the page to open, is not in the package.",
        };
    }

    private static void Launch(
        InspectedPackage package,
        SourceFile file,
        XElement launch,
        bool isAllMissing,
        FindingBag bag
    )
    {
        string address = launch.Value.Trim();
        if (Fault(package, launch) is { } fault)
            bag.About(
                $"“{address}”",
                isAllMissing ? Affects.Everything : Affects.OnePart,
                XapiRules.LaunchFile,
                ManifestModel.At(file, launch),
                fault
            );
        if (LaunchFiles.ReservedParameter(address, Reserved) is { } reserved)
            bag.At(XapiRules.Reserved, ManifestModel.At(file, launch), address, reserved);
    }
}
