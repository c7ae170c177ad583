using System.Globalization;
using System.Text.RegularExpressions;
using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>File names of tools: the number in course.yaml, and the title in ASCII.</summary>
internal static partial class ToolNames
{
    private const int Longest = 60;

    private const char LastLatin = '\u024F';

    /// <summary>Returns the name of a tool's files without an ending: <c>01-note-de-faits</c>.</summary>
    /// <param name="course">The course in the language of the files.</param>
    /// <param name="tool">One of its tools.</param>
    public static string Of(Course course, Tool tool)
    {
        int number = course.Tools.TakeWhile(other => other.Id.Value != tool.Id.Value).Count() + 1;
        string digits = course.Tools.Count > 99 ? "000" : "00";
        string title = tool.Title.Value,
            slug = title.Any(letter => char.IsLetter(letter) && letter <= LastLatin)
                ? Other().Replace(AsciiText.Spell(title), "-").Trim('-')
                : "";
        if (slug.Length > Longest)
            slug = slug[..Longest].TrimEnd('-');
        return $"{number.ToString(digits, CultureInfo.InvariantCulture)}-{(slug.Length > 0 ? slug : tool.Id.Value)}";
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Other();
}
