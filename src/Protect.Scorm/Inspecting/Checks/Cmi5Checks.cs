using System.Globalization;
using System.Xml.Linq;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>Checks rules K: enough of cmi5 to recognise a package and to find what an LMS refuses to import.</summary>
internal static class Cmi5Checks
{
    private static readonly string[] MoveOn =
    [
        "NotApplicable",
        "Passed",
        "Completed",
        "CompletedAndPassed",
        "CompletedOrPassed",
    ];
    private static readonly string[] Methods = ["AnyWindow", "OwnWindow"];
    private static readonly string[] Reserved = ["endpoint", "fetch", "actor", "activityId", "registration"];

    public static void Check(InspectedPackage package, FindingBag bag)
    {
        if (package.Find(InspectedPackage.Cmi5Name).Kind != MatchKind.Exact)
            return;
        if (package.Find(InspectedPackage.ManifestName).Kind == MatchKind.Exact)
            bag.Whole(Cmi5Rules.Both);
        if (package.Kind != PackageKind.Cmi5)
            return;
        if (package.Bytes(InspectedPackage.Cmi5Name) is not { } bytes)
        {
            bag.In(Cmi5Rules.Manifest, InspectedPackage.Cmi5Name, "cannot be read");
            return;
        }
        var xml = ManifestText.Read(InspectedPackage.Cmi5Name, bytes);
        if (xml.Document?.Root is not { } root)
        {
            bag.At(Cmi5Rules.Manifest, xml.Fault?.Place ?? xml.File.Start, $"is not well-formed XML: {xml.Fault?.Why}");
            return;
        }
        XElement[] units = [.. root.Descendants().Where(element => element.Name.LocalName == "au")];
        string? fault =
            root.Name.LocalName != "courseStructure"
                ? $"begins with <{root.Name.LocalName}>, not with <courseStructure>"
            : ManifestModel.Child(root, "course") is null ? "has no course"
            : units.Length == 0 ? "has no assignable unit"
            : null;
        if (fault is not null)
            bag.At(Cmi5Rules.Manifest, ManifestModel.At(xml.File, root), fault);
        Ids(xml.File, root, bag);
        bool isAllMissing = units.All(unit => UrlFault(package, unit) is not null);
        foreach (XElement unit in units)
            Unit(package, xml.File, unit, isAllMissing ? Affects.Everything : Affects.OnePart, bag);
        foreach (
            XElement list in root.Descendants()
                .Where(element => element.Elements().Any(child => child.Name.LocalName == "langstring"))
        )
            Languages(xml.File, list, bag);
    }

    private static void Ids(SourceFile file, XElement root, FindingBag bag)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            XElement element in root.Descendants()
                .Where(element => element.Name.LocalName is "course" or "block" or "au" or "objective")
        )
        {
            string? id = (string?)element.Attribute("id") ?? (string?)element.Attribute("idref");
            if (id is null)
                bag.At(
                    Cmi5Rules.Ids with
                    {
                        Message = "The element <{0}> has no id.",
                    },
                    ManifestModel.At(file, element),
                    element.Name.LocalName
                );
            else if (!Uri.TryCreate(id, UriKind.Absolute, out _) || !id.Contains(':'))
                bag.At(Cmi5Rules.Ids, ManifestModel.At(file, element), id, "is not an absolute IRI");
            else if (element.Attribute("id") is not null && !seen.Add(id))
                bag.At(Cmi5Rules.Ids, ManifestModel.At(file, element), id, "is used twice");
        }
    }

    private static string UrlOf(XElement unit) => ManifestModel.Child(unit, "url")?.Value.Trim() ?? "";

    private static string? UrlFault(InspectedPackage package, XElement unit)
    {
        string url = UrlOf(unit);
        if (url.Length == 0)
            return "has no url";
        if (PackagePath.IsExternal(url))
            return null;
        FileMatch match = LaunchFiles.Match(package, url);
        return match.Kind switch
        {
            MatchKind.Exact => null,
            MatchKind.OtherCase => LaunchFiles.OtherCase(match),
            _ => "is not in the package",
        };
    }

    private static void Unit(InspectedPackage package, SourceFile file, XElement unit, Affects affects, FindingBag bag)
    {
        SourceSpan place = ManifestModel.At(file, unit);
        string url = UrlOf(unit);
        if (UrlFault(package, unit) is { } fault)
        {
            string name =
                url.Length > 0 ? $"“{url}”"
                : (string?)unit.Attribute("id") is { Length: > 0 } id ? $"The unit “{id}”"
                : "A unit without an id";
            bag.About(name, affects, Cmi5Rules.Url, place, name, fault);
        }
        if (LaunchFiles.ReservedParameter(url, Reserved) is { } reserved)
            bag.At(Cmi5Rules.Reserved, place, url, reserved);
        if ((string?)unit.Attribute("masteryScore") is { } mastery && !IsScaled(mastery))
            bag.At(Cmi5Rules.Values, place, "masteryScore", mastery, "a number from 0 to 1 with at most 4 decimals");
        if ((string?)unit.Attribute("moveOn") is { } moveOn && !MoveOn.Contains(moveOn))
            bag.At(Cmi5Rules.Values, place, "moveOn", moveOn, string.Join(", ", MoveOn));
        if ((string?)unit.Attribute("launchMethod") is { } method && !Methods.Contains(method))
            bag.At(Cmi5Rules.Values, place, "launchMethod", method, string.Join(", ", Methods));
    }

    private static bool IsScaled(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
        && value <= 1
        && value.Scale <= 4;

    private static void Languages(SourceFile file, XElement list, FindingBag bag)
    {
        string?[] languages =
        [
            .. list.Elements()
                .Where(child => child.Name.LocalName == "langstring")
                .Select(child => (string?)child.Attribute("lang")),
        ];
        if (languages.Contains(null))
            bag.At(Cmi5Rules.Languages, ManifestModel.At(file, list), list.Name.LocalName, "has no lang");
        else if (languages.Distinct(StringComparer.OrdinalIgnoreCase).Count() < languages.Length)
            bag.At(
                Cmi5Rules.Languages,
                ManifestModel.At(file, list),
                list.Name.LocalName,
                "has the same lang as another one"
            );
    }
}
