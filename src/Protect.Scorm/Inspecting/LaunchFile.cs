using System.Xml.Linq;

namespace Protect.Scorm.Inspecting;

/// <summary>What a package calls itself, and the file an LMS opens first (CAM 1.2, 2.2: the first item that names a resource with a file).</summary>
/// <param name="Title">The organisation's title; empty when there is none.</param>
/// <param name="Href">From the root of the package, with its parameters.</param>
internal sealed record LaunchFile(string Title, string Href)
{
    /// <summary>The manifest says that it does not speak to an LMS (<c>adlcp:scormtype="asset"</c>).</summary>
    public bool IsAsset { get; init; }

    /// <summary>Null when the manifest is no XML, or names nothing to open. Declarations of a document type are refused.</summary>
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
        };
    }
}
