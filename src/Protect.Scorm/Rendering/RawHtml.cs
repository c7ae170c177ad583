using System.Text.RegularExpressions;

namespace Protect.Scorm.Rendering;

/// <summary>Table of the HTML tags and attributes allowed in a text. All others are refused, not repaired.</summary>
internal static partial class RawHtml
{
    private static readonly Dictionary<string, string[]> Tags = new(StringComparer.Ordinal)
    {
        ["abbr"] = ["title"],
        ["span"] = ["lang", "dir", Content.CountryText.Unchecked],
        ["kbd"] = [],
        ["sub"] = [],
        ["sup"] = [],
        ["br"] = [],
        ["cite"] = [],
        ["q"] = [],
        ["mark"] = [],
        ["small"] = [],
    };

    public static string Allowed => string.Join(", ", Tags.Keys.Order(StringComparer.Ordinal));

    /// <summary>Checks a tag. Returns null when it is allowed, else its name for a message.</summary>
    public static string? Refuse(string tag)
    {
        Match name = TagName().Match(tag);
        if (!name.Success)
            return "A piece of HTML";
        if (!Tags.TryGetValue(name.Groups[1].Value, out string[]? attributes))
            return $"<{name.Groups[1].Value}>";
        if (!WholeTag().IsMatch(tag))
            return $"This form of <{name.Groups[1].Value}>";
        string? wrong = Attribute()
            .Matches(tag)
            .Select(m => m.Groups[1].Value)
            .FirstOrDefault(attribute => !attributes.Contains(attribute));
        return wrong is null ? null : $"“{wrong}” on <{name.Groups[1].Value}>";
    }

    [GeneratedRegex("^</?([A-Za-z][A-Za-z0-9-]*)")]
    private static partial Regex TagName();

    [GeneratedRegex("^</?[a-z]+(\\s+[a-z-]+=\"[^\"<>]*\")*\\s*/?>$")]
    private static partial Regex WholeTag();

    [GeneratedRegex("\\s([a-z-]+)=\"")]
    private static partial Regex Attribute();
}
