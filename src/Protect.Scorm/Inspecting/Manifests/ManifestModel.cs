using System.Xml;
using System.Xml.Linq;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Inspecting.Manifests;

/// <summary>
/// Content of an imsmanifest.xml with its places. Lenient as LMSs are: names count, namespaces and order do not.
/// Sub-manifests
/// are included.
/// </summary>
internal sealed class ManifestModel
{
    private readonly Dictionary<string, ManifestResource> _byId = new(StringComparer.Ordinal);

    private ManifestModel(SourceFile file, XDocument document)
    {
        (File, Root) = (file, document.Root!);
        Organizations = [.. Elements("organization").Select(Organization)];
        string? chosen = (string?)Elements("organizations").FirstOrDefault()?.Attribute("default");
        Default =
            Organizations.FirstOrDefault(organization => chosen is not null && organization.Identifier == chosen)
            ?? Organizations.FirstOrDefault();
        Items = [.. Organizations.SelectMany(organization => organization.Items).SelectMany(WithChildren)];
        Resources =
        [
            .. Elements("resource")
                .Where(element => element.Parent is { } parent && Is(parent, "resources"))
                .Select(Resource),
        ];
        foreach (ManifestResource resource in Resources)
            if (resource.Identifier is { } id)
                _byId.TryAdd(id, resource);
        Launches = [.. Items.Select(Launch).OfType<ManifestLaunch>()];
        Shown = [.. Default is null ? [] : Default.Items.SelectMany(WithChildren)];
        HashSet<ManifestItem> shown = new(Shown, ReferenceEqualityComparer.Instance);
        ShownLaunches = [.. Launches.Where(launch => shown.Contains(launch.Item))];
        XElement? metadata = Child(Root, "metadata");
        (Schema, SchemaVersion) = (
            metadata is null ? null : Child(metadata, "schema"),
            metadata is null ? null : Child(metadata, "schemaversion")
        );
    }

    public SourceFile File { get; }

    public XElement Root { get; }

    public IReadOnlyList<ManifestOrganization> Organizations { get; }

    /// <summary>Organization that learners get: the default one, or the first; null when there is none.</summary>
    public ManifestOrganization? Default { get; }

    /// <summary>Items of the default organization, in the order of the file.</summary>
    public IReadOnlyList<ManifestItem> Shown { get; }

    /// <summary>Launchable items of the default organization, in the order of the file.</summary>
    public IReadOnlyList<ManifestLaunch> ShownLaunches { get; }

    /// <summary>Items of all organizations, in the order of the file.</summary>
    public IReadOnlyList<ManifestItem> Items { get; }

    public IReadOnlyList<ManifestResource> Resources { get; }

    /// <summary>Launchable items, in the order of the file.</summary>
    public IReadOnlyList<ManifestLaunch> Launches { get; }

    /// <summary>Element <c>metadata/schema</c>.</summary>
    public XElement? Schema { get; }

    /// <summary>Element <c>metadata/schemaversion</c>.</summary>
    public XElement? SchemaVersion { get; }

    public static ManifestModel Of(SourceFile file, XDocument document) => new(file, document);

    /// <summary>Returns the first resource with this identifier, or null.</summary>
    public ManifestResource? ResourceOf(string? identifier) =>
        identifier is null ? null : _byId.GetValueOrDefault(identifier);

    /// <summary>Returns all elements with this local name, in any namespace.</summary>
    public IEnumerable<XElement> Elements(string name) => Root.DescendantsAndSelf().Where(element => Is(element, name));

    public static bool Is(XElement element, string name) => element.Name.LocalName == name;

    public static XElement? Child(XElement element, string name) =>
        element.Elements().FirstOrDefault(child => Is(child, name));

    /// <summary>Returns the place of an element, an attribute or any other node of this file.</summary>
    public SourceSpan At(XObject node) => At(File, node);

    internal static SourceSpan At(SourceFile file, XObject node)
    {
        var info = (IXmlLineInfo)node;
        int length = node switch
        {
            XElement element => element.Name.LocalName.Length,
            XAttribute attribute => attribute.Name.LocalName.Length,
            _ => 1,
        };
        return info.HasLineInfo() ? file.At(info.LineNumber, info.LinePosition, length) : file.Start;
    }

    /// <summary>Returns the place of an attribute, or of the element when it has no such attribute.</summary>
    public SourceSpan At(XElement element, string attribute) => At((XObject?)element.Attribute(attribute) ?? element);

    private static IEnumerable<ManifestItem> WithChildren(ManifestItem item) =>
        item.Items.SelectMany(WithChildren).Prepend(item);

    private ManifestOrganization Organization(XElement element) =>
        new(element, At(element), (string?)element.Attribute("identifier"), Title(element), [.. Children(element, 1)]);

    private IEnumerable<ManifestItem> Children(XElement parent, int depth) =>
        parent
            .Elements()
            .Where(element => Is(element, "item"))
            .Select(element => new ManifestItem(
                element,
                At(element),
                (string?)element.Attribute("identifier"),
                Title(element),
                (string?)element.Attribute("identifierref"),
                (string?)element.Attribute("parameters"),
                (string?)element.Attribute("isvisible"),
                depth,
                [.. Children(element, depth + 1)]
            ));

    private static string? Title(XElement element) => (string?)Child(element, "title");

    private ManifestResource Resource(XElement element) =>
        new(
            element,
            At(element),
            (string?)element.Attribute("identifier"),
            (string?)element.Attribute("type"),
            (string?)element.Attribute("href"),
            element
                .Attributes()
                .FirstOrDefault(attribute =>
                    attribute.Name.LocalName.Equals("scormtype", StringComparison.OrdinalIgnoreCase)
                )
                ?.Value,
            string.Concat(
                element
                    .AncestorsAndSelf()
                    .Reverse()
                    .Select(ancestor => (string?)ancestor.Attribute(XNamespace.Xml + "base"))
            ),
            [
                .. element
                    .Elements()
                    .Where(child => Is(child, "file"))
                    .Select(child => new ManifestFile(child, At(child), (string?)child.Attribute("href"))),
            ],
            [
                .. element
                    .Elements()
                    .Where(child => Is(child, "dependency"))
                    .Select(child => new ManifestDependency(
                        child,
                        At(child),
                        (string?)child.Attribute("identifierref")
                    )),
            ]
        );

    private ManifestLaunch? Launch(ManifestItem item) =>
        ResourceOf(item.ResourceId) is { Href: { Length: > 0 } href } resource
            ? new ManifestLaunch(item, resource, PackagePath.Resolve("", resource.Base + href))
            : null;
}
