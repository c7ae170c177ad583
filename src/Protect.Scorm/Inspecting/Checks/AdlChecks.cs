using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>Checks rules A: ADL's elements of SCORM 1.2. SCORM 2004 has other elements and rules.</summary>
internal static partial class AdlChecks
{
    private const int MostPrerequisites = 200,
        MostData = 255,
        MostTime = 13,
        MostSteps = 1_000_000;

    private static readonly string[] Ours =
    [
        "prerequisites",
        "maxtimeallowed",
        "timelimitaction",
        "datafromlms",
        "masteryscore",
    ];

    private static readonly string[] Actions =
    [
        "exit,message",
        "exit,no message",
        "continue,message",
        "continue,no message",
    ];

    public static void Check(InspectedPackage package, FindingBag bag)
    {
        if (package.Kind != PackageKind.Scorm12)
            return;
        ManifestModel manifest = package.Manifest!;
        var items = manifest.Items.ToDictionary(item => item.Element);
        foreach (XElement element in manifest.Root.Descendants().Where(IsOurs))
            One(manifest, element, items.GetValueOrDefault(element.Parent!), bag);
        foreach (ManifestItem item in manifest.Items)
            Pair(manifest, item, bag);
        Order(manifest, bag);
    }

    private static bool IsOurs(XElement element) =>
        Ours.Contains(element.Name.LocalName)
        || element.Name.LocalName == "location"
            && element.Name.NamespaceName.Contains("adlcp", StringComparison.OrdinalIgnoreCase);

    private static void One(ManifestModel manifest, XElement element, ManifestItem? item, FindingBag bag)
    {
        SourceSpan place = manifest.At(element);
        (string name, string value) = (element.Name.LocalName, element.Value.Trim());
        Place(element, place, bag);
        if (name == "masteryscore")
            Mastery(manifest, element, item, value, bag);
        else if (value.Length == 0)
            bag.At(AdlRules.Empty, place, name);
        else if (name == "prerequisites" && (string?)element.Attribute("type") is not "aicc_script" and var type)
            bag.At(AdlRules.PrerequisitesType, place, type is null ? "nothing" : $"“{type}”");
        else if (name == "maxtimeallowed" && (value.Length > MostTime || !TimeSpanForm().IsMatch(value)))
            bag.At(AdlRules.MaxTime, place, value);
        else if (name == "timelimitaction" && !Actions.Contains(value))
            bag.At(AdlRules.TimeLimitAction, place, value);
        else if (name == "datafromlms")
            Data(element.Value, place, bag);
    }

    /// <summary>Checks the place of an element. M05 checks the order of an item's parts.</summary>
    private static void Place(XElement element, SourceSpan place, FindingBag bag)
    {
        string name = element.Name.LocalName,
            parent = element.Parent!.Name.LocalName;
        string wanted = name == "location" ? "metadata" : "item";
        if (parent != wanted)
            bag.At(AdlRules.Place, place, name, $"is in <{parent}>, not in <{wanted}>");
        else if (
            name != "location"
            && bag.Counts.GetValueOrDefault(AdlRules.Place.Slug) < FindingBag.MostOfARule
            && element.ElementsBeforeSelf(element.Name).Any()
        )
            bag.At(AdlRules.Place, place, name, "is twice in its item");
    }

    private static void Data(string value, SourceSpan place, FindingBag bag)
    {
        if (value.Length > MostData)
            bag.At(AdlRules.LongData, place, value.Length);
        string[] found =
        [
            .. new[]
            {
                ('"', "a double quote"),
                ('\'', "a single quote"),
                ('\\', "a backslash"),
                ('\n', "a line break"),
                ('<', "“<”"),
                ('&', "“&”"),
            }
                .Where(sign => value.Trim().Contains(sign.Item1))
                .Select(sign => sign.Item2),
        ];
        if (found.Length > 0)
            bag.At(AdlRules.DataLetters, place, string.Join(", ", found));
    }

    private static void Mastery(
        ManifestModel manifest,
        XElement element,
        ManifestItem? item,
        string value,
        FindingBag bag
    )
    {
        SourceSpan place = manifest.At(element);
        if (value.Length == 0)
            bag.At(AdlRules.MasteryPlace, place, "is empty, which some LMSs read as 0");
        else if (item is not null && manifest.ResourceOf(item.ResourceId) is not { IsSco: true })
            bag.At(AdlRules.MasteryPlace, place, "is on an item that opens no SCO");
        if (value.Length == 0)
            return;
        bool isNumber = decimal.TryParse(
            value.TrimEnd('%', ' '),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out decimal score
        );
        if (!isNumber)
            bag.At(AdlRules.Mastery, place, value, ", which is not a number");
        else if (score > 100)
            bag.At(AdlRules.Mastery, place, value, ", more than 100, so nobody can pass");
        else if (value.EndsWith('%'))
            bag.At(AdlRules.Mastery.Light, place, value, ", with a “%” that does not belong there");
    }

    private static void Pair(ManifestModel manifest, ManifestItem item, FindingBag bag)
    {
        XElement? time = ManifestModel.Child(item.Element, "maxtimeallowed"),
            action = ManifestModel.Child(item.Element, "timelimitaction");
        if (time is not null && action is null)
            bag.At(AdlRules.TimePair, manifest.At(time), "maxtimeallowed", "timelimitaction");
        if (action is not null && time is null)
            bag.At(AdlRules.TimePair, manifest.At(action), "timelimitaction", "maxtimeallowed");
    }

    /// <summary>Checks the prerequisites for cycles: an item that depends on itself never opens.</summary>
    private static void Order(ManifestModel manifest, FindingBag bag)
    {
        var waits = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var known = manifest.Items.Select(item => item.Identifier ?? "").ToHashSet(StringComparer.Ordinal);
        var used = new List<string>();
        foreach (ManifestItem item in manifest.Items)
        {
            if (
                ManifestModel.Child(item.Element, "prerequisites") is not { } element
                || string.IsNullOrWhiteSpace(element.Value)
            )
                continue;
            string text = element.Value.Trim(),
                name = item.Name;
            used.Add(item.Title ?? item.Identifier ?? "an item without title and identifier");
            if (text.Length > MostPrerequisites)
                bag.At(AdlRules.LongPrerequisites, manifest.At(element), text.Length);
            var parsed = Prerequisites.Parse(text);
            if (parsed.Fault is { } fault)
                bag.At(AdlRules.Prerequisites, manifest.At(element), text, fault);
            else if (parsed.Ids.FirstOrDefault(id => !known.Contains(id)) is { } unknown)
                bag.At(AdlRules.PrerequisiteItems, manifest.At(element), name, $"there is no item “{unknown}”");
            else if (parsed.Ids.Contains(item.Identifier))
                bag.At(AdlRules.PrerequisiteItems, manifest.At(element), name, "they name the item itself");
            else
                waits[item.Identifier ?? ""] = parsed.Ids;
        }
        int steps = MostSteps;
        foreach (ManifestItem item in manifest.Items)
        {
            if (waits.ContainsKey(item.Identifier ?? "") && Waits(waits, item.Identifier ?? "", ref steps))
                bag.At(
                    AdlRules.PrerequisiteItems,
                    manifest.At(ManifestModel.Child(item.Element, "prerequisites")!),
                    item.Name,
                    "the items depend on each other"
                );
        }
        bag.Names(AdlRules.PrerequisitesUsed, manifest.File.Path, used);
    }

    private static bool Waits(Dictionary<string, IReadOnlyList<string>> waits, string start, ref int steps)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(waits[start]);
        while (open.TryPop(out string? id) && steps-- > 0)
        {
            if (id == start)
                return true;
            if (seen.Add(id) && waits.TryGetValue(id, out IReadOnlyList<string>? next))
                foreach (string one in next)
                    open.Push(one);
        }
        return false;
    }

    [GeneratedRegex(@"^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$")]
    private static partial Regex TimeSpanForm();
}
