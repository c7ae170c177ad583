using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Inspecting;

/// <summary>
/// Checks the HTML, CSS and module scripts of a package that was just built: anything a browser would load must be a
/// file of the package, and anything that can run must be the compiler's own program. Links that a learner follows are
/// not loaded by the page.
/// </summary>
internal static class OutsideRequests
{
    /// <summary>Scans of files that a later compilation reuses.</summary>
    private static readonly ConditionalWeakTable<PackageFile, Scanned?> Known = [];

    private sealed record Scanned(ContentScan Scan, IReadOnlyList<ActivePart> Active);

    /// <param name="package">The package.</param>
    /// <param name="booklets">Pages that are written next to the package.</param>
    /// <param name="isOwn">True for a part of index.html that the compiler wrote.</param>
    /// <param name="bag">Takes the findings.</param>
    public static void Check(
        Package package,
        IEnumerable<PackageFile> booklets,
        Func<ActivePart, bool> isOwn,
        DiagnosticBag bag
    )
    {
        var names = package.Files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        PackageFile[] texts = [.. package.Files.Where(file => file.IsText), .. booklets];
        foreach (
            (PackageFile file, Scanned? scanned) in texts.Zip(
                ParallelWork.Select(texts, (file, _) => Known.GetValue(file, Scan))
            )
        )
        {
            if (scanned is not { Scan: var scan })
                continue;
            SourceSpan place = SourceFile.WithoutText(file.Name).Start;
            foreach (ActivePart part in scanned.Active.Where(part => !(file.Name == "index.html" && isOwn(part))))
                if (part.Handler is { } handler)
                    bag.Add(InspectingRules.InlineHandler, place, handler.Tag, handler.Attribute);
                else
                    bag.Add(InspectingRules.ActiveContent, place, part.What);
            if (scan.Page?.Base is { Length: > 0 } address)
                bag.Add(InspectingRules.OutsideRequest, place, address);
            foreach (
                Reference reference in scan.References.Where(reference =>
                    reference.Kind != ReferenceKind.Link && !names.Contains(reference.Address.Split('#', '?')[0])
                )
            )
                bag.Add(InspectingRules.OutsideRequest, place, reference.Address);
            foreach (Trait style in scan.Traits.Where(trait => trait.Kind == TraitKind.InlineStyle))
                bag.Add(InspectingRules.InlineStyle, place, style.Words);
        }
    }

    private static Scanned? Scan(PackageFile file) =>
        file.Name.EndsWith(".css", StringComparison.Ordinal)
            ? new Scanned(ContentScans.Of(ContentKind.Style, file.Bytes.Span), [])
        : file.Name.EndsWith(".html", StringComparison.Ordinal)
            ? new Scanned(
                ContentScans.Of(ContentKind.Page, file.Bytes.Span),
                ActiveContent.Find(Encoding.UTF8.GetString(file.Bytes.Span))
            )
        : file.Name.StartsWith("module-", StringComparison.Ordinal) ? Part(HtmlOf(file, "html"))
        : file.Name.StartsWith("language-", StringComparison.Ordinal) ? Part(HtmlOf(file, "body"))
        : null;

    private static Scanned Part(string html) => new(ContentScans.Of(ContentKind.Page, html), ActiveContent.Find(html));

    /// <summary>Returns the HTML in a module script (written by PlayerData).</summary>
    private static string HtmlOf(PackageFile file, string field)
    {
        int start = file.Bytes.Span.IndexOf((byte)'('),
            end = file.Bytes.Span.LastIndexOf((byte)')');
        using var json = JsonDocument.Parse(file.Bytes[(start + 1)..end]);
        return json.RootElement.GetProperty(field).GetString() ?? "";
    }
}
