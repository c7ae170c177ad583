using System.Text;
using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Formulas;
using Protect.Scorm.Model;
using Protect.Scorm.Rendering;

namespace Protect.Scorm.Importing;

/// <summary>Writes plain text of a source as Markdown that shows exactly that text.</summary>
internal static partial class DraftMarkdown
{
    /// <summary>
    /// Returns Markdown for plain text. A line break stays a line break, a blank line starts a paragraph; formulas
    /// between <c>$$</c>, <c>\(…\)</c> and <c>\[…\]</c> stay formulas.
    /// </summary>
    public static string Plain(string text)
    {
        var markdown = new StringBuilder();
        string[] lines = Clean(text).Split('\n');
        for (int index = 0; index < lines.Length; index++)
        {
            string line = lines[index].Trim();
            bool isLast = index + 1 == lines.Length || line.Length == 0 || lines[index + 1].Trim().Length == 0;
            if (line.Length > 0)
                markdown.Append(Line(line));
            if (index + 1 < lines.Length)
                markdown.Append(isLast ? "\n" : "\\\n");
        }
        return BlankLines().Replace(markdown.ToString(), "\n\n").Trim();
    }

    /// <summary>Returns Markdown of one line for plain text of any number of lines.</summary>
    public static string OneLine(string text) => Line(Spaces().Replace(Clean(text), " ").Trim());

    /// <summary>Returns Markdown for words inside a line, without what only counts at the start of a line.</summary>
    public static string Words(string text)
    {
        var markdown = new StringBuilder();
        int at = 0;
        foreach (Match formula in Formula().Matches(text))
        {
            string tex = formula.Groups["tex"].Value.Trim(),
                written = $"${tex}$";
            bool isWord =
                formula.Value.StartsWith('\\')
                && tex.Length > 1
                && tex.All(letter => char.IsLetter(letter) || letter == ' ');
            if (isWord || tex.Contains('$') || FormulaSyntax.LengthAt(written, 0, written.Length) != written.Length)
                continue;
            Escape(markdown, text[at..formula.Index]);
            markdown.Append(written);
            at = formula.Index + formula.Length;
        }
        Escape(markdown, text[at..]);
        return markdown.ToString();
    }

    /// <summary>Returns true for Markdown that renders without an error.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="isLine">True where only one paragraph is allowed.</param>
    public static bool IsSound(string markdown, bool isLine)
    {
        if (string.IsNullOrWhiteSpace(markdown))
            return true;
        if (HasSlot(markdown))
            return false;
        var bag = new DiagnosticBag();
        var text = new RichText(markdown, new SourceFile("", markdown).Start, !isLine) { IsLine = isLine };
        new Markdown(new HashSet<string>(), "ltr", bag).Render(text);
        return !bag.HasErrors;
    }

    /// <summary>Returns true for text with braces that a course reads as a slot or a citation.</summary>
    public static bool HasSlot(string text)
    {
        string rest = Shown().Replace(text, "");
        return rest.Contains("{{", StringComparison.Ordinal) || SlotLike().IsMatch(rest);
    }

    /// <summary>Returns text without control characters, and without halves of characters.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (int at = 0; at < text.Length; at++)
        {
            char letter = text[at];
            if (char.IsSurrogatePair(text, at))
                clean.Append(letter).Append(text[++at]);
            else if (letter is '\n')
                clean.Append('\n');
            else if (letter is '\t' or '\u2028' or '\u2029' or '\u0085' || char.IsControl(letter))
                clean.Append(' ');
            else if (!char.IsSurrogate(letter) && letter is not ('\uFEFF' or '\uFFFE' or '\uFFFF'))
                clean.Append(letter is >= '\uE000' and <= '\uF8FF' ? '\uFFFD' : letter);
        }
        return clean.ToString();
    }

    private static string Line(string line)
    {
        string words = Words(line);
        Match mark = LineStart().Match(words);
        return mark.Success ? words.Insert(mark.Groups["mark"].Index, "\\") : words;
    }

    private static void Escape(StringBuilder markdown, string text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            char letter = text[at],
                before = at > 0 ? text[at - 1] : ' ',
                after = at + 1 < text.Length ? text[at + 1] : ' ';
            bool isSpecial = letter switch
            {
                '*' or '`' or '[' or ']' or '<' or '~' or '^' or '|' => true,
                '\\' => !char.IsLetterOrDigit(after) || after > 127,
                '_' => !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after))
                    && !(before == '_' || after == '_'),
                '$' => FormulaSyntax.IsIn(text),
                '&' => char.IsLetter(after) || after == '#',
                '!' => after == '[',
                _ => false,
            };
            // A backslash would leave braces that a course takes for a mistyped slot.
            if (
                letter == '{'
                && (before == '{' || after == '{' || SlotLike().IsMatch(text[at..Math.Min(at + 40, text.Length)]))
            )
            {
                markdown.Append("&#123;");
                continue;
            }
            if (isSpecial)
                markdown.Append('\\');
            markdown.Append(letter);
        }
    }

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex BlankLines();

    /// <summary>Four braces, which a course shows as two.</summary>
    [GeneratedRegex(@"\{\{\{\{[^{}]*\}\}\}\}")]
    private static partial Regex Shown();

    [GeneratedRegex(@"\{\s*(?:country|source|organisation|organization)", RegexOptions.IgnoreCase)]
    private static partial Regex SlotLike();

    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex Spaces();

    /// <summary>Formula as the filters of Moodle know it.</summary>
    [GeneratedRegex(@"\$\$(?<tex>[^$\n]{1,1000}?)\$\$|\\\((?<tex>[^\n]{1,1000}?)\\\)|\\\[(?<tex>[^\n]{1,1000}?)\\\]")]
    private static partial Regex Formula();

    /// <summary>Start of a line that Markdown takes for a heading, a quotation, a list or a rule.</summary>
    [GeneratedRegex(@"\A(?:(?<mark>[#>+=-])|\d{1,9}(?<mark>[.)])(?:\s|\z)|(?<mark>_)_+\s*\z)")]
    private static partial Regex LineStart();
}
