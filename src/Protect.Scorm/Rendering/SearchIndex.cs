using System.Net;
using System.Text.RegularExpressions;

namespace Protect.Scorm.Rendering;

/// <summary>The words of each page, as they stand on paper: without answers and feedback.</summary>
internal static partial class SearchIndex
{
    /// <summary>Characters of a page that are searched; what stands further down is not found.</summary>
    private const int Most = 8000;

    public static string WordsOf(Html page)
    {
        string text = WebUtility.HtmlDecode(Tags().Replace(page.Text, " "));
        string line = Gaps().Replace(text, " ").Trim();
        return line.Length <= Most ? line : line[..Most];
    }

    [GeneratedRegex("<(svg|template|select)\\b.*?</\\1>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+")]
    private static partial Regex Gaps();
}
