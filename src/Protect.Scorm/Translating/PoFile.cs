using System.Text;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Translating;

/// <summary>
/// Reads and writes gettext PO. The address is the context, the Markdown is the text, and fuzzy means stale.
/// </summary>
internal static class PoFile
{
    public static string Write(TranslationFile file)
    {
        var text = new StringBuilder("msgid \"\"\nmsgstr \"\"\n");
        foreach (
            string line in new[]
            {
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=UTF-8",
                "Content-Transfer-Encoding: 8bit",
                $"Language: {file.Target}",
                $"X-Source-Language: {file.Source}",
            }
        )
            text.Append(Quote(line)[..^1]).Append("\\n\"\n");
        foreach (TranslationUnit unit in file.Units)
        {
            text.Append('\n');
            if (unit.About is not null)
                text.Append("#. ").Append(unit.About).Append('\n');
            if (unit.Review is not null)
                text.Append("# reviewed: ").Append(unit.Review).Append('\n');
            if (unit.State == TranslationState.Stale)
                text.Append("#, fuzzy\n");
            if (unit is { State: TranslationState.Stale, PreviousSource: { } before })
                text.Append("#| msgid ").Append(Quote(before).Replace("\n", "\n#| ")).Append('\n');
            text.Append("msgctxt ")
                .Append(Quote(unit.Id))
                .Append("\nmsgid ")
                .Append(Quote(unit.Source))
                .Append("\nmsgstr ")
                .Append(Quote(unit.Target))
                .Append('\n');
        }
        return text.ToString();
    }

    /// <summary>Reads a file. Reports it and returns null when a line is not PO.</summary>
    public static TranslationFile? Read(SourceFile file, DiagnosticBag bag)
    {
        var units = new List<TranslationUnit>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var entry = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        string? current = null,
            review = null,
            previous = null,
            header = null;
        bool fuzzy = false;
        int first = 1;
        for (int number = 1; number <= file.LineCount + 1; number++)
        {
            string line = file.Line(number).Trim();
            if (line.StartsWith('#') || line.Length == 0 || (StartsEntry(line) && entry.ContainsKey("msgstr")))
            {
                Close();
                if (line.StartsWith("#,", StringComparison.Ordinal))
                    fuzzy |= line.Contains("fuzzy", StringComparison.Ordinal);
                if (line.StartsWith("# reviewed: ", StringComparison.Ordinal))
                    review = line["# reviewed: ".Length..];
                if (
                    line.StartsWith("#|", StringComparison.Ordinal)
                    && line.IndexOf('"') is > 0 and var start
                    && !line.Contains("msgctxt", StringComparison.Ordinal)
                )
                    previous += Unquote(line[start..]);
                if (line.StartsWith('#') || line.Length == 0)
                    continue;
            }
            int quote = line.IndexOf('"');
            string key = quote < 0 ? line : line[..quote].Trim();
            bool isRepeated = false;
            if (key is "msgctxt" or "msgid" or "msgstr")
            {
                if (entry.Count == 0)
                    first = number;
                isRepeated = !entry.TryAdd(current = key, new StringBuilder());
            }
            else if (key.Length > 0)
                current = null;
            if (quote < 0 || current is null || isRepeated || Unquote(line[quote..]) is not { } part)
            {
                bag.Add(
                    TranslatingRules.MalformedPo,
                    file.At(number, 1, Math.Max(1, line.Length)),
                    line.Length > 40 ? line[..40] + "…" : line
                );
                return null;
            }
            entry[current].Append(part);
        }
        Close();
        return new TranslationFile(Field("X-Source-Language"), Field("Language"), units);

        string Field(string name) =>
            (header ?? "")
                .Split('\n')
                .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.Ordinal))
                ?[(name.Length + 1)..].Trim()
            ?? "";

        void Close()
        {
            if (entry.Count == 0)
                return;
            string Of(string key) => entry.TryGetValue(key, out StringBuilder? text) ? text.ToString() : "";
            string target = Of("msgstr");
            if (Of("msgctxt").Length == 0 && Of("msgid").Length == 0)
                header ??= target;
            else if (!ids.Add(Of("msgctxt")))
                bag.Add(TranslatingRules.RepeatedUnit, file.At(first, 1), Of("msgctxt"));
            else
                units.Add(
                    new TranslationUnit
                    {
                        Id = Of("msgctxt"),
                        Source = Of("msgid"),
                        Target = target,
                        Review = review,
                        PreviousSource = previous,
                        Span = file.At(first, 1),
                        State =
                            string.IsNullOrWhiteSpace(target) ? TranslationState.New
                            : fuzzy ? TranslationState.Stale
                            : review is null ? TranslationState.Translated
                            : TranslationState.Reviewed,
                    }
                );
            entry.Clear();
            (current, review, previous, fuzzy) = (null, null, null, false);
        }
    }

    private static bool StartsEntry(string line) =>
        line.StartsWith("msgctxt", StringComparison.Ordinal) || line.StartsWith("msgid ", StringComparison.Ordinal);

    private static string Quote(string text)
    {
        string escaped = text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\t", "\\t").Replace("\r", "\\r");
        string[] lines = escaped.Split('\n');
        if (lines.Length == 1)
            return $"\"{escaped}\"";
        return "\"\""
            + string.Concat(
                lines.Select(
                    (line, index) =>
                        index == lines.Length - 1
                            ? line.Length == 0
                                ? ""
                                : $"\n\"{line}\""
                            : $"\n\"{line}\\n\""
                )
            );
    }

    private static string? Unquote(string line)
    {
        if (line.Length < 2 || line[0] != '"' || line[^1] != '"')
            return null;
        var text = new StringBuilder();
        for (int at = 1; at < line.Length - 1; at++)
        {
            if (line[at] == '"')
                return null;
            if (line[at] != '\\')
            {
                text.Append(line[at]);
                continue;
            }
            if (++at >= line.Length - 1)
                return null;
            text.Append(
                line[at] switch
                {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    var other => other,
                }
            );
        }
        return text.ToString();
    }
}
