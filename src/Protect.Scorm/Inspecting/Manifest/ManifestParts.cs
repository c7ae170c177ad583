using System.Xml.Linq;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Inspecting;

/// <summary>An <c>organization</c> as it is written; nothing is checked or trimmed.</summary>
/// <param name="Items">Its own items; theirs are in each.</param>
internal sealed record ManifestOrganization(
    XElement Element,
    SourceSpan Place,
    string? Identifier,
    string? Title,
    IReadOnlyList<ManifestItem> Items
);

/// <summary>An <c>item</c> as it is written.</summary>
/// <param name="Depth">1 for an item of the organization.</param>
internal sealed record ManifestItem(
    XElement Element,
    SourceSpan Place,
    string? Identifier,
    string? Title,
    string? ResourceId,
    string? Parameters,
    string? IsVisible,
    int Depth,
    IReadOnlyList<ManifestItem> Items
)
{
    public bool IsLeaf => Items.Count == 0;
}

/// <summary>A <c>resource</c> as it is written.</summary>
/// <param name="ScormType">The value of <c>adlcp:scormtype</c>, whatever the case of its name or its namespace; null when there is none.</param>
/// <param name="Base">What <c>xml:base</c> of manifest, resources and resource put before its hrefs; empty for none.</param>
internal sealed record ManifestResource(
    XElement Element,
    SourceSpan Place,
    string? Identifier,
    string? Type,
    string? Href,
    string? ScormType,
    string Base,
    IReadOnlyList<ManifestFile> Files,
    IReadOnlyList<ManifestDependency> Dependencies
)
{
    public bool IsSco => ScormType?.Equals("sco", StringComparison.OrdinalIgnoreCase) == true;
}

/// <summary>A <c>file</c> of a resource.</summary>
internal sealed record ManifestFile(XElement Element, SourceSpan Place, string? Href);

/// <summary>A <c>dependency</c> of a resource.</summary>
internal sealed record ManifestDependency(XElement Element, SourceSpan Place, string? ResourceId);

/// <summary>What an LMS can start: an item and the resource it names.</summary>
/// <param name="Path">The file in the package, decoded and without query; null when it is outside or climbs out.</param>
internal sealed record ManifestLaunch(ManifestItem Item, ManifestResource Resource, string? Path);
