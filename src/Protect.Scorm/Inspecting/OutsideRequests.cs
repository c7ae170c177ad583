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

    public static void Check(Package package, DiagnosticBag bag)
    {
        var names = package.Files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        foreach (PackageFile file in package.Files)
        {
            var page = new Page(names, SourceFile.WithoutText(file.Name).Start, bag);
            string text = file.IsText ? Encoding.UTF8.GetString(file.Bytes.Span) : "";
            if (file.Name.EndsWith(".html", StringComparison.Ordinal)) page.Html(text);
            else if (file.Name.EndsWith(".css", StringComparison.Ordinal)) page.Css(text);
            else if (file.Name.StartsWith("module-", StringComparison.Ordinal)) page.Html(HtmlOf(text));
        }
    }

    /// <summary>The HTML a module script hands over (the other half is PlayerData.ModuleScript).</summary>
    private static string HtmlOf(string script)
    {
        int start = script.IndexOf('('), end = script.LastIndexOf(')');
        using var json = JsonDocument.Parse(script[(start + 1)..end]);
        return json.RootElement.GetProperty("html").GetString() ?? "";
    }

    [GeneratedRegex("""(?:url\(\s*|@import\s+(?:url\(\s*)?)["']?([^"')\s;]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex CssAddress();

    private sealed class Page(HashSet<string> names, SourceSpan place, DiagnosticBag bag)
    {
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
            if (name == "style") bag.Add(InspectingRules.InlineStyle, place, element.LocalName);
            else if (name.StartsWith("on", StringComparison.Ordinal)) bag.Add(InspectingRules.InlineHandler, place, element.LocalName, name);
            else if (name == "srcset") foreach (string part in attribute.Value.Split(',')) Address(part.Trim().Split(' ')[0]);
            else if (LoadingAttributes.Contains(name) || (name is "href" && element.LocalName is not ("a" or "area"))) Address(attribute.Value);
            else if (attribute.Value.Contains("javascript:", StringComparison.OrdinalIgnoreCase) && name is "href") Address(attribute.Value);
        }

        private void Address(string address)
        {
            string path = address.Trim().Split('#', '?')[0];
            if (path.Length == 0 || address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || names.Contains(path)) return;
            bag.Add(InspectingRules.OutsideRequest, place, address);
        }
    }
}
