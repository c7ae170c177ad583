using System.Text.RegularExpressions;

namespace Protect.Scorm.Content;

/// <summary>
/// Double braces in texts. They belong to slots and citations; <c>{{{{ x }}}}</c> shows <c>{{ x }}</c>, in code too.
/// </summary>
internal static partial class Braces
{
    /// <summary>Finds double braces that nothing replaced; null when there are none.</summary>
    public static (int At, int Length)? Leftover(string markdown) =>
        markdown.Contains("{{", StringComparison.Ordinal)
        && Any().Matches(markdown).FirstOrDefault(match => !IsLiteral(match.Value)) is { } found
            ? (found.Index, found.Length)
            : null;

    /// <summary>Returns true for braces to show, such as <c>{{{{ x }}}}</c>.</summary>
    public static bool IsLiteral(string text) =>
        Literal().Match(text) is { Success: true } match && match.Length == text.Length;

    /// <summary>
    /// Returns the HTML of a text with the braces that it shows, written so that they cannot be mistaken for leftovers.
    /// </summary>
    public static string Show(string html) =>
        html.Contains("{{", StringComparison.Ordinal)
            ? Literal().Replace(html, "&#123;&#123;$1&#125;&#125;").Replace("{{", "&#123;&#123;")
            : html;

    [GeneratedRegex(@"\{\{\{\{([^{}]*)\}\}\}\}")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{\{\{\{[^{}]*\}\}\}\}|\{\{[^{}\n]*\}{0,2}")]
    private static partial Regex Any();
}
