using System.Text;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Translating;

/// <summary>
/// Pseudo-languages to test layouts: <c>en-XA</c> is accented and longer, <c>ar-XB</c> runs from right to left.
/// </summary>
internal static class PseudoLanguage
{
    public const string Longer = "en-XA",
        Mirrored = "ar-XB";

    private const string Plain = "aceinosuyACEINOSUY",
        Accented = "áçéîñöšûýÁÇÉÎÑÖŠÛÝ";

    private const char RightToLeft = '\u202E',
        End = '\u202C';

    public static IReadOnlyList<string> All { get; } = [Longer, Mirrored];

    public static YamlScalar Rewrite(TextPlace place, string language) =>
        place.Scalar with
        {
            Value = Of(place.Scalar.Value, place.IsMarkdown, language),
            IsPlain = false,
        };

    /// <summary>Translates a text into a pseudo-language; its codes stay unchanged.</summary>
    public static string Of(string text, bool isMarkdown, string language)
    {
        var result = new StringBuilder();
        foreach (Segment segment in MarkupCodes.Split(text, isMarkdown))
        {
            if (segment.IsCode)
                result.Append(segment.Text);
            else if (language == Mirrored)
                result.Append(ByCell(segment.Text, line => $"{RightToLeft}{line}{End}"));
            else
                result.Append(ByLine(segment.Text, line => string.Concat(line.Select(Accent)) + Longest(line)));
        }
        return result.ToString();
    }

    private static char Accent(char letter) => Plain.IndexOf(letter) is >= 0 and var at ? Accented[at] : letter;

    // Adds about a third of the length, as real translations do.
    private static string Longest(string line) =>
        line.Length < 4 ? "" : string.Concat(Enumerable.Repeat("·o", Math.Min(40, (line.Length + 5) / 6)));

    // A mark before the first bar of a row would hide the table.
    private static string ByCell(string text, Func<string, string> change) =>
        string.Join('|', text.Split('|').Select(cell => ByLine(cell, change)));

    private static string ByLine(string text, Func<string, string> change) =>
        string.Join(
            '\n',
            text.Split('\n')
                .Select(line =>
                {
                    string inner = line.Trim();
                    if (!inner.Any(char.IsLetter))
                        return line;
                    int start = line.IndexOf(inner, StringComparison.Ordinal);
                    return line[..start] + change(inner) + line[(start + inner.Length)..];
                })
        );
}
