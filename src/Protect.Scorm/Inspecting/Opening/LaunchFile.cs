using System.Xml.Linq;

namespace Protect.Scorm.Inspecting.Opening;

/// <summary>
/// Title of a package and the file an LMS opens first (CAM 1.2, 2.2: the first item that names a resource with a file).
/// </summary>
/// <param name="Title">Title of the organisation; empty when there is none.</param>
/// <param name="Href">Address from the root of the package, with its parameters.</param>
internal sealed record LaunchFile(string Title, string Href)
{
    /// <summary>
    /// True when the manifest declares that it does not communicate with an LMS (<c>adlcp:scormtype="asset"</c>).
    /// </summary>
    public bool IsAsset { get; init; }

    /// <summary>True for a package of SCORM 2004, any edition.</summary>
    public bool IsScorm2004 { get; init; }

    /// <summary>
    /// Reads a manifest. Returns null when it is not XML, declares a document type, or names nothing to open.
    /// </summary>
    public static LaunchFile? Of(byte[] manifest)
    {
        if (
            LaunchItem.Organization(manifest) is not { } organization
            || LaunchItem.In(organization).FirstOrDefault() is not { } first
        )
            return null;
        return new LaunchFile(
            organization.Elements().FirstOrDefault(element => element.Name.LocalName == "title")?.Value.Trim() ?? "",
            first.Href
        )
        {
            IsAsset = first.IsAsset,
            IsScorm2004 = KindOfPackage.IsScorm2004(Version(organization.Document!.Root!), Namespace(organization)),
        };
    }

    private static string Namespace(XElement organization) => organization.Document!.Root!.Name.NamespaceName;

    private static string Version(XElement root) =>
        root.Elements()
            .Where(element => element.Name.LocalName == "metadata")
            .Elements()
            .FirstOrDefault(element => element.Name.LocalName == "schemaversion")
            ?.Value.Trim()
        ?? "";
}
