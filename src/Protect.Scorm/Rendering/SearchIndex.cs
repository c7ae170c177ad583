using System.Net;
using System.Text;

namespace Protect.Scorm.Rendering;

/// <summary>The words of each page, as they stand on paper: without answers and feedback.</summary>
internal static class SearchIndex
{
    /// <summary>Characters of a page that are searched; what stands further down is not found.</summary>
    private const int Most = 8000;

    /// <summary>Elements whose words are no text of the page.</summary>
    private static readonly string[] LeftOut = ["svg", "template", "select"];

    public static string WordsOf(Html page)
    {
        string text = WebUtility.HtmlDecode(WithoutTags(page.Text));
        var line = new StringBuilder(Math.Min(text.Length, Most));
        foreach (string word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0)
                line.Append(' ');
            line.Append(word);
            if (line.Length >= Most)
                break;
        }
        return line.ToString(0, Math.Min(line.Length, Most));
    }

    /// <summary>Each tag, and each element that is left out, becomes a space. The pages are ours: their tags are whole.</summary>
    private static string WithoutTags(string html)
    {
        var text = new StringBuilder(html.Length / 2);
        int at = 0;
        for (int tag; (tag = html.IndexOf('<', at)) >= 0; at = End(html, tag))
            text.Append(html, at, tag - at).Append(' ');
        return text.Append(html, at, html.Length - at).ToString();
    }

    private static int End(string html, int tag)
    {
        foreach (string name in LeftOut)
        {
            int after = tag + 1 + name.Length;
            if (
                string.CompareOrdinal(html, tag + 1, name, 0, name.Length) != 0
                || (after < html.Length && char.IsLetterOrDigit(html[after]))
            )
                continue;
            string closing = $"</{name}>";
            int close = html.IndexOf(closing, after, StringComparison.Ordinal);
            if (close >= 0)
                return close + closing.Length;
        }
        int end = html.IndexOf('>', tag);
        return end < 0 ? html.Length : end + 1;
    }
}
