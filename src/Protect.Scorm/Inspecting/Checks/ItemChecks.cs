using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>Checks rules M09 to M26: organizations and items, the parts of the manifest that learners see.</summary>
internal static partial class ItemChecks
{
    /// <summary>Longest title in characters; longer ones break the import into a database column of 255.</summary>
    private const int LongestTitle = 255;

    /// <summary>Subject of M10 where an LMS could make items of the resources.</summary>
    internal const string Resources = "the resources";

    private const int MostParameters = 1000,
        MostReference = 2000,
        MostType = 1000,
        MostStructure = 200,
        MostItems = 100,
        MostDepth = 4;

    public static void Check(InspectedPackage package, FindingBag bag)
    {
        ManifestModel manifest = package.Manifest!;
        Organizations(manifest, bag);
        foreach (ManifestItem item in manifest.Items)
            Item(package, manifest, item, bag);
        Whole(manifest, bag);
        Lengths(manifest, bag);
    }

    private static void Organizations(ManifestModel manifest, FindingBag bag)
    {
        if (manifest.Elements("organizations").FirstOrDefault() is not { } all)
            return;
        if (manifest.Organizations.Count == 0)
            bag.About(
                manifest.Resources.Any(resource => !string.IsNullOrWhiteSpace(resource.Href)) ? Resources : "",
                Affects.Everything,
                ManifestRules.NoItems,
                manifest.At(all),
                "There is no organization (the menu of the course), so most LMSs have nothing to start."
            );
        foreach (
            ManifestOrganization empty in manifest.Organizations.Where(organization => organization.Items.Count == 0)
        )
        {
            if (ReferenceEquals(empty, manifest.Default))
                bag.About(
                    "",
                    Affects.Everything,
                    ManifestRules.NoItems,
                    empty.Place,
                    "The organization has no item, so there is nothing to start."
                );
            else
                bag.About(
                    "",
                    Affects.Nothing,
                    ManifestRules.NoItems.Light,
                    empty.Place,
                    $"The organization {ManifestItem.Quoted(empty.Title, empty.Identifier)} has no item; "
                        + "learners get another one."
                );
        }
        if (manifest.Organizations.Count == 0)
            return;
        if ((string?)all.Attribute("default") is not { } chosen)
            bag.At(ManifestRules.Default, manifest.At(all), "is missing");
        else if (manifest.Organizations.All(organization => organization.Identifier != chosen))
            bag.At(
                ManifestRules.Default,
                manifest.At(all, "default"),
                $"names “{chosen}”, which is not an organization"
            );
        int count = all.Elements().Count(element => ManifestModel.Is(element, "organization"));
        if (count > 1)
            bag.About(
                "",
                manifest.Organizations.Count(organization => organization.Items.Count > 0) > 1
                    ? Affects.Unstated
                    : Affects.Nothing,
                ManifestRules.OneOrganization,
                manifest.At(all),
                count
            );
        foreach (ManifestOrganization organization in manifest.Organizations)
        {
            if (TitleFault(organization.Element) is { } fault)
                bag.At(ManifestRules.OrganizationTitle, organization.Place, fault);
            TitleText(manifest, organization.Element, bag);
            if ((string?)organization.Element.Attribute("structure") is { } structure && structure != "hierarchical")
                bag.At(ManifestRules.Structure, manifest.At(organization.Element, "structure"), structure);
        }
    }

    private static void Item(InspectedPackage package, ManifestModel manifest, ManifestItem item, FindingBag bag)
    {
        if (TitleFault(item.Element) is { } fault)
            bag.At(ManifestRules.ItemTitle, item.Place, item.Identity, fault);
        TitleText(manifest, item.Element, bag);
        bool refers = item.ResourceId is { Length: > 0 };
        if (
            refers
            && manifest.ResourceOf(item.ResourceId) is null
            && manifest.Elements("manifest").All(inner => (string?)inner.Attribute("identifier") != item.ResourceId)
        )
            bag.About(
                item.Name,
                package.Parts.Of(item),
                ManifestRules.Reference,
                manifest.At(item.Element, "identifierref"),
                item.Name,
                item.ResourceId
            );
        if (item.IsLeaf && !refers)
            bag.At(ManifestRules.Leaf, item.Place, item.Identity);
        if (!item.IsLeaf && refers)
            bag.At(ManifestRules.Branch, item.Place, item.Identity);
        if (item.Parameters is { Length: > 0 } parameters)
        {
            if (!refers)
                bag.At(ManifestRules.LostParameters, manifest.At(item.Element, "parameters"));
            else if (ParametersFault(parameters) is { } odd)
                bag.At(ManifestRules.Parameters, manifest.At(item.Element, "parameters"), odd);
        }
        if (item.IsVisible is not (null or "true" or "false" or "1" or "0"))
            bag.At(ManifestRules.Visible, manifest.At(item.Element, "isvisible"), item.IsVisible);
    }

    private static void Whole(ManifestModel manifest, FindingBag bag)
    {
        ManifestItem[] hidden = [.. manifest.Items.Where(item => item.IsVisible is "false" or "0")];
        if (hidden.Length > 0)
            bag.At(
                ManifestRules.Invisible,
                hidden[0].Place,
                manifest.Items.Count == hidden.Length ? "No item is visible."
                    : hidden.Length == 1 ? $"The item {hidden[0].Identity} is invisible."
                    : $"{hidden.Length} items are invisible."
            );
        int depth = manifest.Items.Select(item => item.Depth).DefaultIfEmpty().Max();
        if (manifest.Items.Count > MostItems || depth > MostDepth)
            bag.At(ManifestRules.Size, manifest.Items[0].Place, manifest.Items.Count, depth);
        if (manifest.ShownLaunches.Count > 1)
            bag.At(ManifestRules.SeveralScos, manifest.ShownLaunches[1].Item.Place, manifest.ShownLaunches.Count);
    }

    private static string? TitleFault(XElement element) =>
        element.Elements().Count(child => ManifestModel.Is(child, "title")) switch
        {
            0 => "no title",
            1 => string.IsNullOrWhiteSpace((string?)ManifestModel.Child(element, "title")) ? "an empty title" : null,
            int count => $"{count} titles",
        };

    private static void TitleText(ManifestModel manifest, XElement element, FindingBag bag)
    {
        if (
            ManifestModel.Child(element, "title") is not { } title
            || title.Value is not { Length: > 0 } text
            || string.IsNullOrWhiteSpace(text)
        )
            return;
        string? fault =
            text.Length > Scorm12Limits.Title
                ? $"has {text.Length} characters; only {Scorm12Limits.Title} are guaranteed to be kept"
            : text.AsSpan().IndexOfAny('\n', '\r') >= 0 ? "goes over several lines"
            : text != text.Trim() ? "has blanks at its start or end"
            : null;
        if (fault is not null)
            bag.At(
                text.Length > LongestTitle
                    ? ManifestRules.TitleText with
                    {
                        Severity = Severity.Error,
                    }
                    : ManifestRules.TitleText,
                manifest.At(title),
                fault
            );
    }

    private static string? ParametersFault(string parameters) =>
        parameters.Length > MostParameters
            ? $"have {parameters.Length} characters; only {MostParameters} are guaranteed to be kept"
        : Illegal().IsMatch(parameters) ? "contain characters that are not allowed in an address"
        : Separators().IsMatch(parameters) ? "begin with more than one “?”, “&” or “#”"
        : null;

    private static void Lengths(ManifestModel manifest, FindingBag bag)
    {
        Length(manifest.Root, "version", Scorm12Limits.Version);
        foreach (ManifestItem item in manifest.Items)
            Length(item.Element, "identifierref", MostReference);
        foreach (ManifestResource resource in manifest.Resources)
            Length(resource.Element, "type", MostType);
        foreach (ManifestOrganization organization in manifest.Organizations)
            Length(organization.Element, "structure", MostStructure);

        void Length(XElement element, string name, int most)
        {
            if ((string?)element.Attribute(name) is { } value && value.Length > most)
                bag.At(
                    ManifestRules.Lengths,
                    manifest.At(element, name),
                    name,
                    value.Length.ToString(CultureInfo.InvariantCulture),
                    most
                );
        }
    }

    [GeneratedRegex(@"[\s<>""\\^`{|}]|%(?![0-9A-Fa-f]{2})")]
    private static partial Regex Illegal();

    [GeneratedRegex("^[?&#]{2}")]
    private static partial Regex Separators();
}
