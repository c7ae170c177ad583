using System.Text;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Reading;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Tests;

/// <summary>Slips of the hand in copies of the shipped courses, the same for each seed.</summary>
public sealed class YamlSlipsTests
{
    private const string Swapped = "two lines swapped";

    private static readonly int Slips = int.Parse(Environment.GetEnvironmentVariable("PROTECT_SLIPS") ?? "2000");

    private sealed record Source(string Path, string Text, HashSet<string> Comments);

    private static Source[] Sources { get; } =
    [
        .. ((string[])["hello", "showcase", "protect"])
            .SelectMany(course =>
                Directory.EnumerateFiles(Repository.At("courses", course), "*.yaml", SearchOption.AllDirectories)
            )
            .Order(StringComparer.Ordinal)
            .Select(file => (file, text: File.ReadAllText(file).ReplaceLineEndings("\n")))
            .Select(read => new Source(read.file.Replace('\\', '/'), read.text, EyeReader.Comments(read.text))),
    ];

    [Fact(DisplayName = "Every file of the shipped courses is read as an author sees it, without a finding")]
    public void Unchanged()
    {
        foreach (Source source in Sources)
        {
            (YamlNode? tree, IReadOnlyList<Diagnostic> findings) = Read(source, source.Text);
            Assert.Equal([], findings.Select(DiagnosticText.Format));
            Assert.Equal(EyeReader.Read(source.Text, source.Comments), EyeReader.Read(tree!));
        }
    }

    [Fact(
        DisplayName = "Of 2,000 slips in the shipped courses, each is reported at its line or changes only what is seen"
    )]
    public void Sweep()
    {
        var random = new Random(22);
        var silent = new List<string>();
        int reported = 0;
        for (int slip = 0; slip < Slips; slip++)
        {
            Source source = Sources[random.Next(Sources.Length)];
            string[] lines = source.Text.Split('\n');
            int at = Pick(lines, random);
            string comment = source.Comments.FirstOrDefault(lines[at].EndsWith) ?? "";
            string code = lines[at][..^comment.Length].TrimEnd();
            comment = lines[at][code.Length..];
            lines[at] = code;
            string what = Slip(lines, at, random);
            lines[at] += what == Swapped ? "" : comment;
            lines[at + 1] += what == Swapped ? comment : "";
            string text = string.Join('\n', lines);
            if (text == source.Text)
                continue;
            (YamlNode? tree, IReadOnlyList<Diagnostic> findings) = Read(source, text);
            Assert.All(findings, YamlMessagesTests.SpeaksPlainly);
            (int from, int to, int parent) = Near(lines, at);
            if (what == Swapped)
                to = Math.Max(to, Near(lines, at + 1).To);
            bool isNear = findings.Any(finding =>
                (finding.Span.Line >= from && finding.Span.Line <= to) || finding.Span.Line == parent
            );
            reported += isNear ? 1 : 0;
            if (isNear || (tree is not null && IsAsSeen(tree, text, source)))
                continue;
            silent.Add(
                $"{slip} {Path.GetFileName(source.Path)}({at + 1}): {what}\n"
                    + string.Join('\n', lines.Skip(at - 2).Take(5))
                    + $"\nfound: {string.Join(", ", findings.Select(f => $"{f.Span.Line} {f.Rule.Slug}"))}; "
                    + Difference(tree, text, source)
            );
        }
        Assert.True(silent.Count == 0, $"{silent.Count} silent\n{string.Join("\n\n", silent.Take(40))}");
        Assert.InRange(reported, Slips / 4, Slips);
    }

    private static bool IsAsSeen(YamlNode tree, string text, Source source) =>
        EyeReader.Read(tree).SequenceEqual(EyeReader.Read(text, source.Comments));

    private static string Difference(YamlNode? tree, string text, Source source)
    {
        if (tree is null)
            return "not read";
        string[] read = [.. EyeReader.Read(tree)];
        string[] seen = [.. EyeReader.Read(text, source.Comments)];
        int at = read.Zip(seen).TakeWhile(pair => pair.First == pair.Second).Count();
        string Next(string[] parts) => string.Join(" | ", parts.Skip(at).Take(2));
        return $"read “{Next(read)}”, seen “{Next(seen)}”";
    }

    private static (YamlNode? Tree, IReadOnlyList<Diagnostic> Findings) Read(Source source, string text)
    {
        var bag = new DiagnosticBag();
        YamlNode? tree = YamlDocument.Read(Path.GetFileName(source.Path), Encoding.UTF8.GetBytes(text), bag);
        if (tree is YamlMap map)
        {
            if (source.Path.EndsWith("/course.yaml", StringComparison.Ordinal))
                CourseFile.Fields.Read(map, bag);
            else if (source.Path.Contains("/countries/", StringComparison.Ordinal))
                CountryFile.Fields.Read(map, bag);
            else if (source.Path.Contains("/tools/", StringComparison.Ordinal))
                ToolFile.Fields.Read(map, bag);
            else
                ModuleFile.Fields.Read(map, bag);
        }
        return (tree, bag.Sorted);
    }

    private static int Pick(string[] lines, Random random)
    {
        int at;
        do at = random.Next(1, lines.Length - 1);
        while (lines[at].Trim().Length == 0 || lines[at].TrimStart()[0] == '#');
        return at;
    }

    private static string Slip(string[] lines, int at, Random random)
    {
        string line = lines[at];
        int indent = line.Length - line.TrimStart(' ').Length,
            place = random.Next(indent, line.Length),
            word = line.IndexOf(' ', place) is var space and >= 0 ? space + 1 : place;
        int colon = line.IndexOf(": ", StringComparison.Ordinal);
        int value =
            colon < 0
                ? line.IndexOf("- ", StringComparison.Ordinal) is var dash and >= 0
                    ? dash + 2
                    : indent
                : colon + 2;
        switch (random.Next(14))
        {
            case 0:
                lines[at] = line.Remove(place, 1);
                return "a character dropped";
            case 1:
                lines[at] = line.Insert(place, line[place].ToString());
                return "a character doubled";
            case 2:
                lines[at] = line.Insert(random.Next(2) == 0 ? value : place, random.Next(2) == 0 ? "\"" : "'");
                return "a quotation mark";
            case 3:
                int[] quotes =
                [
                    .. Enumerable.Range(0, line.Length).Where(i => line[i] is '"' or '\'' or '[' or ']' or '{' or '}'),
                ];
                if (quotes.Length > 0)
                    lines[at] = line.Remove(quotes[random.Next(quotes.Length)], 1);
                return "a quotation mark or bracket dropped";
            case 4:
                lines[at] = " " + line;
                return "one space more";
            case 5:
                lines[at] = indent > 0 ? line[1..] : line;
                return "one space less";
            case 6:
                lines[at] =
                    random.Next(2) == 0 ? "  " + line
                    : indent > 1 ? line[2..]
                    : line;
                return "two spaces more or less";
            case 7:
                lines[at] = colon < 0 ? line.Insert(word, ": ") : line.Remove(colon + random.Next(2), 1);
                return "a colon or its space";
            case 8:
                lines[at] = line.Insert(place, ":");
                return "a colon more";
            case 9:
                lines[at] = line.Insert(random.Next(3) == 0 ? value : word, "#");
                return "a hash";
            case 10:
                int hyphen = line.IndexOf("- ", StringComparison.Ordinal);
                lines[at] = hyphen < 0 ? line.Insert(indent, "- ") : line.Remove(hyphen + random.Next(2), 1);
                return "a hyphen or its space";
            case 11:
                (lines[at], lines[at + 1]) = (lines[at + 1], line);
                return Swapped;
            case 12:
                lines[at] = line.Insert(
                    value,
                    "*&!%@`>|?-[{\"'#,"[random.Next(16)].ToString() + (random.Next(2) == 0 ? " " : "")
                );
                return "a special character first";
            default:
                lines[at] = line.TrimEnd() + ",:|#\"'}]"[random.Next(8)];
                return "a character at the end";
        }
    }

    /// <summary>
    /// Returns the lines of the same field and of the block that it opens, and the line that opens its group.
    /// </summary>
    private static (int From, int To, int Parent) Near(string[] lines, int at)
    {
        int Indent(int line) => lines[line].Length - lines[line].TrimStart(' ').Length;
        bool IsBlank(int line) => lines[line].Trim().Length == 0;
        int own = Math.Min(Indent(at), IsBlank(at) ? int.MaxValue : Indent(at));
        int from = at - 1;
        while (from > 0 && (IsBlank(from) || Indent(from) > own))
            from--;
        int to = at + 1;
        while (to + 1 < lines.Length && (IsBlank(to) || Indent(to) > own))
            to++;
        int parent = from;
        while (parent > 0 && (IsBlank(parent) || Indent(parent) >= own))
            parent--;
        return (Math.Max(0, from) + 1, to + 1, parent + 1);
    }
}
