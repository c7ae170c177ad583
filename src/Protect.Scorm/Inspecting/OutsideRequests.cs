using System.Runtime.CompilerServices;
using System.Text.Json;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Inspecting;

/// <summary>
/// Looks at every address in the HTML, CSS and module scripts of a package of ours: whatever a browser would load by itself must be a file of the package.
/// Links that a learner follows are not requests of the page.
/// </summary>
internal static class OutsideRequests
{
    /// <summary>Files that were not made anew for a later compilation.</summary>
    private static readonly ConditionalWeakTable<PackageFile, ContentScan?> Known = [];

    public static void Check(Package package, DiagnosticBag bag)
    {
        var names = package.Files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        PackageFile[] texts = [.. package.Files.Where(file => file.IsText)];
        foreach (
            (PackageFile file, ContentScan? found) in texts.Zip(
                SideBySide.Select(texts, (file, _) => Known.GetValue(file, Scan))
            )
        )
        {
            if (found is not { } scan)
                continue;
            SourceSpan place = SourceFile.WithoutText(file.Name).Start;
            if (scan.Page?.Base is { Length: > 0 } address)
                bag.Add(InspectingRules.OutsideRequest, place, address);
            foreach (
                Reference reference in scan.References.Where(reference =>
                    reference.Kind != ReferenceKind.Link && !names.Contains(reference.Address.Split('#', '?')[0])
                )
            )
                bag.Add(InspectingRules.OutsideRequest, place, reference.Address);
            foreach (Trait trait in scan.Traits)
                Report(trait, place, bag);
        }
    }

    private static void Report(Trait trait, SourceSpan place, DiagnosticBag bag)
    {
        if (trait.Kind == TraitKind.InlineStyle)
            bag.Add(InspectingRules.InlineStyle, place, trait.Words);
        else if (trait.Kind == TraitKind.ScriptLink)
            bag.Add(InspectingRules.OutsideRequest, place, trait.Words);
        else if (trait.Kind == TraitKind.InlineHandler)
            bag.Add(InspectingRules.InlineHandler, place, [.. trait.Words.Split(' ')]);
    }

    private static ContentScan? Scan(PackageFile file) =>
        file.Name.EndsWith(".html", StringComparison.Ordinal) ? ContentScans.Of(ContentKind.Page, file.Bytes.Span)
        : file.Name.EndsWith(".css", StringComparison.Ordinal) ? ContentScans.Of(ContentKind.Style, file.Bytes.Span)
        : file.Name.StartsWith("module-", StringComparison.Ordinal)
            ? ContentScans.Of(ContentKind.Page, HtmlOf(file, "html"))
        : file.Name.StartsWith("language-", StringComparison.Ordinal)
            ? ContentScans.Of(ContentKind.Page, HtmlOf(file, "body"))
        : null;

    /// <summary>The HTML a module script hands over (the other half is PlayerData).</summary>
    private static string HtmlOf(PackageFile file, string field)
    {
        int start = file.Bytes.Span.IndexOf((byte)'('),
            end = file.Bytes.Span.LastIndexOf((byte)')');
        using var json = JsonDocument.Parse(file.Bytes[(start + 1)..end]);
        return json.RootElement.GetProperty(field).GetString() ?? "";
    }
}
