using System.Text;
using Protect.Scorm.Content;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Rendering;

/// <summary>Finished HTML: the only type that templates print without encoding.</summary>
internal sealed record Html(string Text)
{
    public static readonly Html Empty = new("");

    public override string ToString() => Text;

    /// <summary>Encodes text for an element or a quoted attribute. Letters with accents are not changed.</summary>
    public static string Encode(string text) =>
        text.Replace("&", "&amp;")
            .Replace("<", "&lt;")
            .Replace(">", "&gt;")
            .Replace("\"", "&quot;")
            .Replace("'", "&#39;");

    /// <summary>Joins the parts, each ended by one line feed.</summary>
    public static Html Join(IEnumerable<Html> parts)
    {
        var all = new StringBuilder();
        foreach (Html part in parts)
            all.Append(part.Text.AsSpan().TrimEnd()).Append('\n');
        return new Html(all.ToString());
    }
}

/// <summary>A part of a page in its two variants: for the screen, and for print and booklets.</summary>
internal sealed record Variants(Html Screen, Html Print)
{
    public static Variants Join(IReadOnlyList<Variants> parts) =>
        new(Html.Join(parts.Select(part => part.Screen)), Html.Join(parts.Select(part => part.Print)));
}

/// <summary>Names of HTML for templates.</summary>
internal static class HtmlNames
{
    public static View<T> Html<T>(this View<T> view, string name, Func<T, Html?> get, string summary) =>
        view.Add(new ViewName(name, Shown.Html, summary), get);

    public static View<T> Htmls<T>(this View<T> view, string name, Func<T, IEnumerable<Html>?> get, string summary) =>
        view.Add(new ViewName(name, Shown.List, summary), get);
}
