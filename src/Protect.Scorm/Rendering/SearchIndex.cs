using System.Net;
using System.Text;

namespace Protect.Scorm.Rendering;

/// <summary>Extracts the words of each page from its print version, without answers and feedback.</summary>
internal static class SearchIndex
{
    /// <summary>Most characters per page; the search does not find text beyond them.</summary>
    private const int Most = 8000;

    /// <summary>Elements whose words are not part of the page's text.</summary>
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

    /// <summary>Replaces each tag, and each omitted element, by a space. Our own pages have no broken tags.</summary>
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
