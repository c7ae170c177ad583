namespace Protect.Scorm.Inspecting.Scanning;

/// <summary>Everything in one file that a browser would load or run.</summary>
/// <param name="Active">Parts that can run.</param>
/// <param name="Addresses">Addresses that a browser loads, without links to follow.</param>
/// <param name="Base">Address of the base element; null for none.</param>
/// <param name="InlineStyles">Elements with a style attribute.</param>
internal sealed record LoadedParts(
    IReadOnlyList<ActivePart> Active,
    IReadOnlyList<string> Addresses,
    string? Base,
    IReadOnlyList<string> InlineStyles
)
{
    public static LoadedParts Of(ContentScan scan, IReadOnlyList<ActivePart> active) =>
        new(
            active,
            [
                .. scan
                    .References.Where(reference => reference.Kind != ReferenceKind.Link)
                    .Select(reference => reference.Address),
            ],
            scan.Page?.Base,
            [.. scan.Traits.Where(trait => trait.Kind == TraitKind.InlineStyle).Select(trait => trait.Words)]
        );
}
