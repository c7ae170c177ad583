using System.Xml.Linq;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Inspecting.Manifests;

/// <summary>Element <c>organization</c>; values are not checked or trimmed.</summary>
/// <param name="Items">Top-level items; nested items are inside them.</param>
internal sealed record ManifestOrganization(
    XElement Element,
    SourceSpan Place,
    string? Identifier,
    string? Title,
    IReadOnlyList<ManifestItem> Items
);

/// <summary>Element <c>item</c>; values are not checked or trimmed.</summary>
/// <param name="Depth">1 for a top-level item.</param>
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

    /// <summary>Title for messages, or what else identifies it.</summary>
    public string Name => Quoted(Title, Identifier);

    /// <summary>Identifier for messages, or what else identifies it.</summary>
    public string Identity => Quoted(Identifier, Title);

    /// <summary>Quotes the first text that is not empty.</summary>
    public static string Quoted(params string?[] texts) =>
        texts.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) is { } text
            ? $"“{text}”"
            : "without title and identifier";
}

/// <summary>Element <c>resource</c>; values are not checked or trimmed.</summary>
/// <param name="ScormType">Value of <c>adlcp:scormtype</c> in any namespace and case; null when there is none.</param>
/// <param name="Base">Prefix of its hrefs from <c>xml:base</c> of manifest, resources and resource; empty for
/// none.</param>
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

/// <summary>Element <c>file</c> of a resource.</summary>
internal sealed record ManifestFile(XElement Element, SourceSpan Place, string? Href);

/// <summary>Element <c>dependency</c> of a resource.</summary>
internal sealed record ManifestDependency(XElement Element, SourceSpan Place, string? ResourceId);

/// <summary>Launchable item and the resource it names.</summary>
/// <param name="Path">File in the package, decoded and without query; null when it is outside the package.</param>
internal sealed record ManifestLaunch(ManifestItem Item, ManifestResource Resource, string? Path);
