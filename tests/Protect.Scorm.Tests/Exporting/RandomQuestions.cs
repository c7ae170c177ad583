using System.Text;
using System.Text.Json;

namespace Protect.Scorm.Tests.Exporting;

/// <summary>Writes a course with random questions, whose texts have the marks that GIFT and Moodle XML use.</summary>
internal static class RandomQuestions
{
    private static readonly string[] s_words =
    [
        "two",
        "adults",
        "stay",
        "a = b",
        "{x}",
        "}",
        "{",
        "50%",
        "%50% of",
        "#one",
        "~",
        "::",
        "[html]",
        "->",
        "A & B",
        "\"so\"",
        "**bold**",
        "*soft*",
        "été",
        "1 < 2",
        "// no",
        "$CATEGORY: x",
        "H~2~O",
        "x^2^",
        "`a = {b}`",
        "]]>",
        "\\\\",
        "\\n",
        "T",
        "TRUE",
        "[the law](https://example.org/a?b=c&d)",
        "…",
    ];

    /// <summary>Returns the files of a course with this many questions.</summary>
    public static Dictionary<string, byte[]> Course(Random random, int count)
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        var module = new StringBuilder("id: one\ntitle: One\npages:\n");
        for (int index = 0; index < count; index++)
        {
            if (index % 10 == 0)
                module.Append($"  - id: page-{index}\n    title: Page\n    blocks:\n");
            module.Append($"      - {Question(random, index)}\n");
        }
        files["modules/one.yaml"] = TestCourse.Utf8(module.ToString());
        return files;
    }

    private static string Question(Random random, int index)
    {
        string start = $"id: q{index}, prompt: {Quoted(Words(random, 1, 6))}",
            end = Feedback(random) + (random.Next(3) == 0 ? $", tags: [t{random.Next(5)}]" : "");
        (string kind, string answers) = random.Next(8) switch
        {
            0 => ("single-choice", $"options: [{Options(random, 1)}]"),
            1 => ("multiple-choice", $"options: [{Options(random, random.Next(1, 4))}]"),
            2 => ("true-false", $"answer: {(random.Next(2) == 0 ? "true" : "false")}"),
            3 => ("matching", $"pairs: [{Pairs(random)}], extra: [{Quoted(Words(random, 1, 2) + " z")}]"),
            4 => ("ordering", $"items: [{string.Join(", ", Distinct(random, 4).Select(Quoted))}]"),
            5 => ("numeric", $"answer: {random.Next(1, 50)}, tolerance: {random.Next(0, 2)}, most: 100"),
            6 => ("gap-fill", Gaps(random, 1)),
            _ => ("gap-fill", Gaps(random, 2)),
        };
        return $"{{type: {kind}, {start}, {answers}{end}}}";
    }

    private static string Feedback(Random random) =>
        random.Next(2) == 0
            ? ""
            : $", feedback: {{right: {Quoted(Words(random, 1, 5))}, wrong: {Quoted(Words(random, 1, 5))}}}";

    private static string Options(Random random, int right)
    {
        string[] texts = [.. Distinct(random, random.Next(right + 1, 7))];
        return string.Join(
            ", ",
            texts
                .Select(
                    (text, index) =>
                        $"{{text: {Quoted(text)}{(index < right ? ", correct: true" : "")}"
                        + $"{(random.Next(3) == 0 ? $", feedback: {Quoted(Words(random, 1, 4))}" : "")}}}"
                )
                .OrderBy(_ => random.Next())
        );
    }

    private static string Pairs(Random random) =>
        string.Join(
            ", ",
            Distinct(random, 3)
                .Zip(Distinct(random, 3))
                .Select(pair => $"{{item: {Quoted(pair.First)}, match: {Quoted(pair.Second)}}}")
        );

    private static string Gaps(Random random, int count)
    {
        string text = string.Join(' ', Enumerable.Range(0, count).Select(gap => $"{Words(random, 1, 3)} [[g{gap}]]"));
        IEnumerable<string> gaps = Enumerable
            .Range(0, count)
            .Select(gap =>
            {
                string[] words =
                [
                    .. Distinct(random, 3)
                        .Select(word =>
                            word.Replace("*", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal)
                        ),
                ];
                return $"{{name: g{gap}, accept: [{Quoted(words[0])}]"
                    + $"{(random.Next(2) == 0 ? $", wrong: [{Quoted(words[1])}, {Quoted(words[2])}]" : "")}}}";
            });
        return $"text: {Quoted(text + " end")}, gaps: [{string.Join(", ", gaps)}]";
    }

    /// <summary>Returns texts that differ in their last word.</summary>
    private static IEnumerable<string> Distinct(Random random, int count) =>
        Enumerable.Range(0, count).Select(index => $"{Words(random, 1, 3)} {(char)('a' + index)}");

    private static string Words(Random random, int least, int most) =>
        string.Join(
            ' ',
            Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => s_words[random.Next(s_words.Length)])
        );

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
