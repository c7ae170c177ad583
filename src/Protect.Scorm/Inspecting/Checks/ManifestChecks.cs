using System.Text.RegularExpressions;
using System.Xml.Linq;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>Checks rules M: identifiers and order in the manifest. Items are in <see cref="ItemChecks"/>.</summary>
internal static partial class ManifestChecks
{
    private static readonly Dictionary<string, string[]> Orders = new()
    {
        ["organization"] = ["title", "item", "metadata"],
        ["item"] = ["title", "item", "metadata"],
        ["resource"] = ["metadata", "file", "dependency"],
    };

    public static void Check(InspectedPackage package, FindingBag bag)
    {
        ManifestModel manifest = package.Manifest!;
        Identifiers(manifest, bag);
        TopLevel(manifest, bag);
        foreach (
            XElement element in manifest
                .Root.DescendantsAndSelf()
                .Where(element => Orders.ContainsKey(element.Name.LocalName))
        )
            Order(manifest, element, bag);
        if (package.Kind == PackageKind.Scorm12)
            Version(manifest, bag);
        ItemChecks.Check(package, bag);
        if (package.Previous is { } previous)
            Identity(previous, manifest, bag);
    }

    private static void Identifiers(ManifestModel manifest, FindingBag bag)
    {
        if ((string?)manifest.Root.Attribute("identifier") is not { } own)
            bag.At(ManifestRules.ManifestId, manifest.At(manifest.Root), "no identifier");
        else if (!IsName(own))
            bag.At(
                ManifestRules.ManifestId,
                manifest.At(manifest.Root, "identifier"),
                $"the identifier “{own}”, which is not an XML name"
            );
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            XElement element in manifest
                .Root.DescendantsAndSelf()
                .Where(element => element.Name.LocalName is "manifest" or "organization" or "item" or "resource")
        )
        {
            if ((string?)element.Attribute("identifier") is not { } id)
            {
                if (element != manifest.Root)
                    bag.At(
                        ManifestRules.IdForm with
                        {
                            Message = "A <{0}> has no identifier.",
                            Help = "Give it an identifier that begins with a letter.",
                        },
                        manifest.At(element),
                        element.Name.LocalName
                    );
                continue;
            }
            if (element != manifest.Root && !IsName(id))
                bag.At(ManifestRules.IdForm, manifest.At(element, "identifier"), id);
            if (!seen.Add(id))
                bag.At(ManifestRules.IdUnique, manifest.At(element, "identifier"), id);
        }
    }

    private static bool IsName(string id)
    {
        try
        {
            System.Xml.XmlConvert.VerifyNCName(id);
            return true;
        }
        catch (Exception fault) when (fault is System.Xml.XmlException or ArgumentException)
        {
            return false;
        }
    }

    private static void TopLevel(ManifestModel manifest, FindingBag bag)
    {
        string[] parts =
        [
            .. manifest
                .Root.Elements()
                .Select(element => element.Name.LocalName)
                .Where(name => name is "metadata" or "organizations" or "resources"),
        ];
        foreach (string name in new[] { "organizations", "resources" })
        {
            int count = parts.Count(part => part == name);
            if (count != 1)
                bag.At(
                    ManifestRules.TopLevel,
                    manifest.At(manifest.Root),
                    count == 0 ? $"The element <{name}> is missing." : $"The element <{name}> is there {count} times."
                );
        }
        string[] order = ["metadata", "organizations", "resources"];
        if (!parts.SequenceEqual(parts.OrderBy(part => Array.IndexOf(order, part))))
            bag.At(
                ManifestRules.TopLevel with
                {
                    Severity = Severity.Warning,
                },
                manifest.At(manifest.Root),
                $"The parts of the manifest are in the order {string.Join(", ", parts.Take(FindingBag.MostNames))}."
            );
        foreach (XElement inner in manifest.Elements("manifest").Skip(1))
            bag.At(ManifestRules.SubManifest, manifest.At(inner));
    }

    /// <summary>
    /// Checks the order of child elements. Those of other namespaces come last; other rules check their order.
    /// </summary>
    private static void Order(ManifestModel manifest, XElement parent, FindingBag bag)
    {
        string[] order = Orders[parent.Name.LocalName];
        int highest = -1;
        string after = "";
        foreach (XElement child in parent.Elements())
        {
            int place =
                child.Name.Namespace != parent.Name.Namespace
                    ? order.Length
                    : Array.IndexOf(order, child.Name.LocalName);
            if (place >= 0 && place < highest)
                bag.At(ManifestRules.Order, manifest.At(child), child.Name.LocalName, after, parent.Name.LocalName);
            if (place > highest)
                (highest, after) = (place, child.Name.LocalName);
        }
    }

    private static void Version(ManifestModel manifest, FindingBag bag)
    {
        XElement metadata = ManifestModel.Child(manifest.Root, "metadata") ?? manifest.Root;
        string? schema = (string?)manifest.Schema,
            version = (string?)manifest.SchemaVersion;
        if (schema?.Trim() != "ADL SCORM")
            bag.At(
                ManifestRules.SchemaName,
                manifest.At(manifest.Schema ?? metadata),
                schema is null ? "missing" : $"“{schema}”"
            );
        if (version is null)
            bag.At(ManifestRules.SchemaVersion with { Severity = Severity.Warning }, manifest.At(metadata), "missing");
        else if (version != "1.2")
            bag.At(
                version.Trim() == "1.2"
                    ? ManifestRules.SchemaVersion with
                    {
                        Severity = Severity.Warning,
                    }
                    : ManifestRules.SchemaVersion,
                manifest.At(manifest.SchemaVersion!),
                $"“{version}”"
            );
        string[] both =
        [
            .. metadata
                .Elements()
                .Select(element => element.Name.LocalName)
                .Where(name => name is "schema" or "schemaversion"),
        ];
        if (both.Length > 2 || both.Distinct().Count() < both.Length || both is ["schemaversion", "schema"])
            bag.At(ManifestRules.SchemaOrder, manifest.At(metadata));
    }

    /// <summary>Compares with the package learners have now: with an identifier they lose their records.</summary>
    private static void Identity(ManifestModel before, ManifestModel now, FindingBag bag)
    {
        string[] lost =
        [
            .. before
                .Items.Select(item => item.Identifier)
                .OfType<string>()
                .Except(now.Items.Select(item => item.Identifier).OfType<string>()),
        ];
        if (lost.Length == 0)
            return;
        string names = string.Join(", ", lost.Take(FindingBag.MostNames).Select(id => $"“{id}”"));
        bag.At(
            ManifestRules.Stable with
            {
                Severity = Severity.Error,
            },
            now.Root is { } root ? now.At(root) : now.File.Start,
            lost.Length == 1
                ? $"1 item of the earlier package is missing: {names}. Learners lose their records of it."
                : $"{lost.Length} items of the earlier package are missing: {names}. "
                    + "Learners lose their records of them."
        );
        if (now.Items.FirstOrDefault(item => item.Identifier is { } id && Generated().IsMatch(id)) is { } generated)
            bag.At(
                ManifestRules.Stable,
                generated.Place,
                $"“{generated.Identifier}” looks generated, so every export may change it."
            );
    }

    /// <summary>Matches GUIDs, long hexadecimal numbers, and times to the second or finer.</summary>
    [GeneratedRegex(
        @"[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}|[0-9a-fA-F]{16,}|\d{13,}"
            + @"|20\d{2}(0\d|1[0-2])[0-3]\d[-_T]?\d{4,6}"
    )]
    private static partial Regex Generated();
}
