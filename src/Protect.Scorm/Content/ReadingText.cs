using System.Text.RegularExpressions;
using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>The text that learners read, and its words, for estimates.</summary>
internal static partial class ReadingText
{
    /// <summary>Returns a text without Markdown, HTML and the small print (sources and their limits).</summary>
    public static string Of(RichText text) => Marks().Replace(SmallPrint().Replace(text.Markdown, ""), " ");

    /// <summary>Matches one word; parts with an apostrophe or hyphen belong to it.</summary>
    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*")]
    public static partial Regex Word();

    [GeneratedRegex("<small>.*?</small>", RegexOptions.Singleline)]
    private static partial Regex SmallPrint();

    [GeneratedRegex(@"\]\([^)]*\)|[*_#>`\[\]]|<[^>]*>")]
    private static partial Regex Marks();
}
