using System.Text;
using AngleSharp.Dom;

namespace Protect.Scorm.Rendering;

/// <summary>Extracts the words of each page from its print version, without answers and feedback.</summary>
internal static class SearchIndex
{
    /// <summary>Most characters per page; the search does not find text beyond them.</summary>
    private const int Most = 8000;

    /// <summary>Returns the words inside an element in one line; empty for null.</summary>
    public static string WordsOf(INode? page)
    {
        var line = new StringBuilder();
        if (page is not null)
            Add(page, line);
        return line.ToString(0, Math.Min(line.Length, Most));
    }

    private static void Add(INode node, StringBuilder line)
    {
        foreach (INode child in node.ChildNodes)
            if (child is IText text)
                foreach (string word in text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                {
                    if (line.Length >= Most)
                        return;
                    line.Append(line.Length > 0 ? " " : "").Append(word);
                }
            else if (child is IElement { LocalName: "math" } formula)
                line.Append(line.Length > 0 ? " " : "").Append(formula.GetAttribute("alttext"));
            else if (child is IElement { LocalName: not ("svg" or "template" or "select") })
                Add(child, line);
    }
}
