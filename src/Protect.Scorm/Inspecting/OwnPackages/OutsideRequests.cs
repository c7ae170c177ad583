using System.Text;
using System.Text.Json;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Scanning;
using Protect.Scorm.Model;

namespace Protect.Scorm.Inspecting.OwnPackages;

/// <summary>
/// Checks the HTML, CSS and module scripts of a package that was just built: anything a browser would load must be a
/// file of the package, and anything that can run must be the compiler's own program. Links that a learner follows are
/// not loaded by the page.
/// </summary>
/// <param name="scans">Scans of the package's files.</param>
/// <param name="artifacts">Results of earlier compilations; null for none.</param>
internal sealed class OutsideRequests(ContentScans scans, Artifacts? artifacts)
{
    /// <param name="package">The package.</param>
    /// <param name="booklets">Pages that are written next to the package.</param>
    /// <param name="isOwn">True for a part of index.html that the compiler wrote.</param>
    /// <param name="bag">Takes the findings.</param>
    public void Check(
        Package package,
        IEnumerable<PackageFile> booklets,
        Func<ActivePart, bool> isOwn,
        DiagnosticBag bag
    )
    {
        var names = package.Files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        PackageFile[] texts = [.. package.Files.Where(file => file.IsText), .. booklets];
        foreach (
            (PackageFile file, LoadedParts? parts) in texts.Zip(ParallelWork.Select(texts, (file, _) => PartsOf(file)))
        )
        {
            if (parts is null)
                continue;
            SourceSpan place = SourceFile.WithoutText(file.Name).Start;
            foreach (ActivePart part in parts.Active.Where(part => !(file.Name == "index.html" && isOwn(part))))
                if (part.Handler is { } handler)
                    bag.Add(InspectingRules.InlineHandler, place, handler.Tag, handler.Attribute);
                else
                    bag.Add(InspectingRules.ActiveContent, place, part.What);
            if (parts.Base is { Length: > 0 } address)
                bag.Add(InspectingRules.OutsideRequest, place, address);
            foreach (string loaded in parts.Addresses.Where(loaded => !names.Contains(loaded.Split('#', '?')[0])))
                bag.Add(InspectingRules.OutsideRequest, place, loaded);
            foreach (string style in parts.InlineStyles)
                bag.Add(InspectingRules.InlineStyle, place, style);
        }
    }

    private LoadedParts? PartsOf(PackageFile file)
    {
        if (KindOf(file.Name) is not { } kind)
            return null;
        if (artifacts is null)
            return Find(kind, file);
        string about = $"loads {kind}";
        if (artifacts.TryFind(about, file.Key, out ReadOnlyMemory<byte>? json))
            return JsonSerializer.Deserialize(json.Value.Span, ScanJson.Default.LoadedParts)!;
        LoadedParts parts = Find(kind, file);
        artifacts.Keep(about, file.Key, JsonSerializer.SerializeToUtf8Bytes(parts, ScanJson.Default.LoadedParts));
        return parts;
    }

    private static string? KindOf(string name) =>
        name.EndsWith(".css", StringComparison.Ordinal) ? "css"
        : name.EndsWith(".html", StringComparison.Ordinal) ? "html"
        : name.StartsWith("module-", StringComparison.Ordinal) ? "module"
        : name.StartsWith("language-", StringComparison.Ordinal) ? "language"
        : null;

    private LoadedParts Find(string kind, PackageFile file) =>
        kind switch
        {
            "css" => LoadedParts.Of(scans.Of(ContentKind.Style, file.Bytes), []),
            "html" => LoadedParts.Of(
                scans.Of(ContentKind.Page, file.Bytes),
                ActiveContent.Find(Encoding.UTF8.GetString(file.Bytes.Span))
            ),
            "module" => Part(HtmlOf(file, "html")),
            _ => Part(HtmlOf(file, "body")),
        };

    private LoadedParts Part(string html) => LoadedParts.Of(scans.Of(ContentKind.Page, html), ActiveContent.Find(html));

    /// <summary>Returns the HTML in a module script (written by PlayerData).</summary>
    private static string HtmlOf(PackageFile file, string field)
    {
        int start = file.Bytes.Span.IndexOf((byte)'('),
            end = file.Bytes.Span.LastIndexOf((byte)')');
        using var json = JsonDocument.Parse(file.Bytes[(start + 1)..end]);
        return json.RootElement.GetProperty(field).GetString() ?? "";
    }
}
