using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Yaml;

/// <summary>Finds texts of which YAML reads less, or something else, than an author sees in the file.</summary>
internal static partial class TextLoss
{
    private const int LongestQuote = 60;

    /// <summary>Reports what is lost of a text.</summary>
    /// <param name="scalar">The text as written.</param>
    /// <param name="isMarkdown">True when an empty line starts a new paragraph.</param>
    /// <param name="bag">Receives the diagnostics.</param>
    public static void Check(YamlScalar scalar, bool isMarkdown, DiagnosticBag bag)
    {
        SourceFile file = scalar.Span.File;
        if (scalar.Place.End == 0)
            return;
        if (scalar.IsPlain)
        {
            ReportComment(scalar.Span, scalar.Place.End, bag);
            ReportJoined(scalar, isMarkdown, bag);
        }
        else if (scalar.IsBlock)
        {
            ReportCommentBelow(scalar, bag);
            if (file.Text[scalar.Place.Start] == '>')
                ReportJoined(scalar, isMarkdown, bag);
        }
        else if (file.Text[scalar.Place.Start] == '"')
            ReportEscapes(scalar, bag);
    }

    /// <summary>
    /// Reports what is lost of a number, an address or a name. A comment is welcome, but “#” directly before a letter
    /// or digit is probably a part of the value.
    /// </summary>
    public static void CheckName(YamlScalar scalar, DiagnosticBag bag)
    {
        if (!scalar.IsPlain || scalar.Place.End == 0)
            return;
        string text = scalar.Span.File.Text;
        int at = text.AsSpan(scalar.Place.End).IndexOfAnyExcept(' ', '\t') is var blanks and >= 0
            ? scalar.Place.End + blanks
            : text.Length;
        if (at + 1 < text.Length && text[at] == '#' && char.IsLetterOrDigit(text[at + 1]))
            ReportComment(scalar.Span, scalar.Place.End, bag);
        ReportJoined(scalar, isMarkdown: false, bag);
    }

    /// <summary>Returns the comment on the line of a name without a value; null when there is none.</summary>
    public static (SourceSpan Span, string Text)? CommentAfter(YamlScalar key)
    {
        SourceFile file = key.Span.File;
        int end = key.Place.End;
        if (end == 0 || end >= file.Text.Length)
            return null;
        SourceSpan after = file.Span(end);
        string line = file.Line(after.Line);
        int at = after.Column - 1;
        while (at < line.Length && line[at] is ' ' or ':' or '\t')
            at++;
        return at < line.Length && line[at] == '#'
            ? (file.At(after.Line, at + 1, line.Length - at), line[at..].TrimEnd())
            : null;
    }

    /// <summary>Returns true for a comment that was probably meant as a value: “#1b5955”, “# 116 111”.</summary>
    public static bool IsValue(string comment)
    {
        string text = comment[1..].TrimStart(' ');
        return text.Length > 0
            && text[0] != '#'
            && (comment[1] != ' ' || !char.IsLetter(text[0]) || text.Contains("://", StringComparison.Ordinal));
    }

    /// <summary>Returns the comment on the line of an empty list item; null when there is none.</summary>
    public static string? CommentIn(SourceSpan span)
    {
        string line = span.File.Line(span.Line);
        int at = line.IndexOf('#');
        return at >= 0 && line[..at].Trim(' ', '-').Length == 0 ? line[at..].TrimEnd() : null;
    }

    /// <summary>Returns a text for a message, shortened.</summary>
    public static string Shorten(string text) =>
        text.Length > LongestQuote ? text[..LongestQuote].TrimEnd() + "…" : text;

    private static void ReportComment(SourceSpan span, int end, DiagnosticBag bag)
    {
        SourceFile file = span.File;
        int at = end;
        while (at < file.Text.Length && file.Text[at] is ' ' or '\t')
            at++;
        if (at == end || at >= file.Text.Length || file.Text[at] != '#')
            return;
        SourceSpan place = file.Span(at);
        string lost = file.Line(place.Line)[(place.Column - 1)..].TrimEnd();
        bag.Add(YamlRules.LostAfterHash, place with { Length = lost.Length }, Shorten(lost), "");
    }

    // A line of a text that is indented less than its first line, and starts with #, is a comment.
    private static void ReportCommentBelow(YamlScalar scalar, DiagnosticBag bag)
    {
        SourceFile file = scalar.Span.File;
        int indent = -1;
        // With a number after “|”, the author chose the indentation.
        if (
            file
                .Text.AsSpan(scalar.Place.Start + 1, Math.Min(2, file.Text.Length - scalar.Place.Start - 1))
                .ContainsAnyInRange('1', '9')
        )
            return;
        for (int number = scalar.Span.Line + 1; number <= file.LineCount; number++)
        {
            YamlLine line = YamlLine.Read(file, number);
            if (line.IsBlank)
                continue;
            if (line.Indent > scalar.Place.Indent && line.Indent >= indent)
            {
                indent = indent < 0 ? line.Indent : indent;
                continue;
            }
            if (line.IsComment && line.Indent > scalar.Place.Indent)
                bag.Add(
                    YamlRules.LostAfterHash,
                    file.At(number, line.Indent + 1, line.Text.Length - line.Indent),
                    Shorten(line.Text.Trim()),
                    " In a text below “|”, indent each line like the first one."
                );
            return;
        }
    }

    private static void ReportJoined(YamlScalar scalar, bool isMarkdown, DiagnosticBag bag)
    {
        SourceFile file = scalar.Span.File;
        int first = file.Span(scalar.Place.Start).Line,
            last = file.Span(Math.Max(scalar.Place.Start, scalar.Place.End - 1)).Line;
        if (first == last || scalar.Place.IsInFlow)
            return;
        YamlLine start = YamlLine.Read(file, first);
        bool isItem = start is { IsItem: true, Colon: < 0 } && scalar.IsPlain,
            isBlank = false,
            isText = scalar.IsPlain;
        for (int number = first + 1; number <= last; number++)
        {
            YamlLine line = YamlLine.Read(file, number);
            if (line.IsBlank)
            {
                isBlank = true;
                continue;
            }
            if (isText && LooksApart(line.Text[line.Indent..]))
            {
                ReportLine(scalar, line, bag);
                return;
            }
            if (isItem && line.Indent < start.Content)
            {
                ReportLine(scalar, line, bag);
                return;
            }
            if (isBlank && isText && isMarkdown)
            {
                bag.Add(YamlRules.JoinedParagraphs, file.At(number, line.Indent + 1, line.Text.Length - line.Indent));
                return;
            }
            isText = true;
            isBlank = false;
        }
    }

    private static void ReportLine(YamlScalar scalar, YamlLine line, DiagnosticBag bag) =>
        bag.Add(
            YamlRules.JoinedLines,
            scalar.Span.File.At(line.Number, line.Indent + 1, line.Text.Length - line.Indent),
            Shorten(scalar.Value.ReplaceLineEndings(" ").Trim())
        );

    private static bool LooksApart(string line) =>
        line == "-"
        || (
            line.Length > 1
            && line[1] is ' '
            && (line[0] is '-' or '*' or '+' or '>' || Characters.Dash(line[0]) is not null)
        )
        || line[0] == '|'
        || NumberedOrNamed().IsMatch(line);

    private static void ReportEscapes(YamlScalar scalar, DiagnosticBag bag)
    {
        SourceFile file = scalar.Span.File;
        string written = file.Text[scalar.Place.Start..Math.Min(scalar.Place.End, file.Text.Length)];
        bool isPath = DriveLetter().IsMatch(written);
        for (int at = 1; at + 1 < written.Length; at++)
        {
            if (written[at] != '\\')
                continue;
            char escaped = written[at + 1];
            if (
                "0abtvfre".Contains(escaped, StringComparison.Ordinal)
                || (isPath && escaped is 'n' or 'N' or '_' or 'L' or 'P')
            )
            {
                bag.Add(YamlRules.Escape, file.Span(scalar.Place.Start + at, 2), written.Substring(at, 2));
                return;
            }
            at++;
        }
    }

    [GeneratedRegex(@"^(\d{1,3}[.)] |[a-z][a-z_]*:[^\s/])")]
    private static partial Regex NumberedOrNamed();

    [GeneratedRegex(@"(?<![A-Za-z])[A-Za-z]:\\")]
    private static partial Regex DriveLetter();
}
