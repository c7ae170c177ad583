using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Inspecting;

/// <summary>
/// Looks at every address in the HTML, CSS and module scripts of a package: whatever a browser would load by itself must be a file of the package.
/// Links that a learner follows are not requests of the page.
/// </summary>
public static partial class OutsideRequests
{
    private static readonly string[] LoadingAttributes = ["src", "srcset", "poster", "data", "background", "action", "formaction", "ping", "manifest"];

    /// <summary>Reports each place in a package that would ask for something from elsewhere.</summary>
    public static void Check(Package package, DiagnosticBag bag)
    {
        var names = package.Files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        PackageFile[] files = [.. package.Files.Where(file => file.IsText && Reader(file.Name) is not null)];
        // Packages of one course share most of their files: each is looked into once.
        foreach ((PackageFile file, IReadOnlyList<Found> all) in SideBySide.Select(files, (file, _) => (file, Known.GetOrAdd(file.Digest, _ => Look(file)))))
        {
            SourceSpan place = SourceFile.WithoutText(file.Name).Start;
            foreach (Found found in all)
            {
                if (found.Rule != InspectingRules.OutsideRequest) bag.Add(found.Rule, place, found.Words);
                else if (!names.Contains(found.Words[0].Split('#', '?')[0])) bag.Add(found.Rule, place, found.Words);
            }
        }
    }

    private sealed record Found(DiagnosticRule Rule, string[] Words);

    private static readonly ConcurrentDictionary<string, IReadOnlyList<Found>> Known = new();

    private static Action<Page, string>? Reader(string name) =>
        name.EndsWith(".html", StringComparison.Ordinal) ? (page, text) => page.Html(text)
        : name.EndsWith(".css", StringComparison.Ordinal) ? (page, text) => page.Css(text)
        : name.StartsWith("module-", StringComparison.Ordinal) ? (page, text) => page.Html(HtmlOf(text, "html"))
        : name.StartsWith("language-", StringComparison.Ordinal) ? (page, text) => page.Html(HtmlOf(text, "body")) : null;

    private static List<Found> Look(PackageFile file)
    {
        var page = new Page();
        Reader(file.Name)!(page, Encoding.UTF8.GetString(file.Bytes.Span));
        return page.All;
    }

    /// <summary>The HTML a module script hands over (the other half is PlayerData).</summary>
    private static string HtmlOf(string script, string field)
    {
        int start = script.IndexOf('('), end = script.LastIndexOf(')');
        using var json = JsonDocument.Parse(script[(start + 1)..end]);
        return json.RootElement.GetProperty(field).GetString() ?? "";
    }

    [GeneratedRegex("""(?:url\(\s*|@import\s+(?:url\(\s*)?)["']?([^"')\s;]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex CssAddress();

    private sealed class Page
    {
        public List<Found> All { get; } = [];

        public void Html(string html) => Nodes(new HtmlParser().ParseDocument(html));

        public void Css(string css)
        {
            foreach (Match match in CssAddress().Matches(css)) Address(match.Groups[1].Value);
        }

        private void Nodes(IParentNode parent)
        {
            foreach (IElement element in parent.QuerySelectorAll("*"))
            {
                foreach (IAttr attribute in element.Attributes) Attribute(element, attribute);
                if (element.LocalName == "style") Css(element.TextContent);
                if (element.LocalName == "meta" && element.GetAttribute("http-equiv")?.Equals("refresh", StringComparison.OrdinalIgnoreCase) == true) Address(element.GetAttribute("content") ?? "");
                if (element is AngleSharp.Html.Dom.IHtmlTemplateElement template) Nodes(template.Content);
            }
        }

        private void Attribute(IElement element, IAttr attribute)
        {
            string name = attribute.LocalName;
            if (name == "style") All.Add(new Found(InspectingRules.InlineStyle, [element.LocalName]));
            else if (name.StartsWith("on", StringComparison.Ordinal)) All.Add(new Found(InspectingRules.InlineHandler, [element.LocalName, name]));
            else if (name == "srcset") foreach (string part in attribute.Value.Split(',')) Address(part.Trim().Split(' ')[0]);
            else if (LoadingAttributes.Contains(name) || (name is "href" && element.LocalName is not ("a" or "area"))) Address(attribute.Value);
            else if (attribute.Value.Contains("javascript:", StringComparison.OrdinalIgnoreCase) && name is "href") Address(attribute.Value);
        }

        private void Address(string address)
        {
            string path = address.Trim().Split('#', '?')[0];
            if (path.Length == 0 || address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ) return;
            All.Add(new Found(InspectingRules.OutsideRequest, [address.Trim()]));
        }
    }
}
