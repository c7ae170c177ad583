using System.Text.RegularExpressions;
using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>Formats the citation of a source: title, publisher, year, limit.</summary>
internal static partial class CitationText
{
    /// <summary>Formats a source as one line of Markdown that ends with a full stop.</summary>
    public static string Of(Source source)
    {
        string title = Escape(source.Title.Value);
        if (source.Language is { } language)
            title = $"<span lang=\"{language.Value}\">{title}</span>";
        if (source.Url is { } url)
        {
            string address = url
                .Value.Replace("(", "%28", StringComparison.Ordinal)
                .Replace(")", "%29", StringComparison.Ordinal);
            title = $"[{title}]({address})";
        }
        string line = string.Join(
            ", ",
            new[] { title, Escape(source.Publisher.Value), source.Year?.Value }.OfType<string>()
        );
        return source.Limit is { } limit ? $"{line}. {limit.Markdown.Trim()}" : $"{line}.";
    }

    private static string Escape(string text) => Special().Replace(text, @"\$0");

    [GeneratedRegex(@"[\\`*_\[\]<>&#]")]
    private static partial Regex Special();
}
