using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Tests;

/// <summary>
/// Mistakes of authors with the messages about them, in one file: <c>tests/specs/messages/yaml.txt</c>. Each case names
/// the part of a small course that its lines replace.
/// </summary>
public sealed partial class YamlMessagesTests
{
    private static readonly string File = Repository.At("tests", "specs", "messages", "yaml.txt");

    [Fact(DisplayName = "Each mistake of specs/messages/yaml.txt is reported with the message written there")]
    public void Messages()
    {
        string[] cases = [.. System.IO.File.ReadAllText(File).ReplaceLineEndings("\n").Split("\n\n== ").Skip(1)];
        Assert.True(cases.Length > 100);
        string head = System.IO.File.ReadAllText(File).ReplaceLineEndings("\n").Split("\n\n== ")[0];
        Repository.Same(
            File,
            head + string.Concat(cases.Select(text => "\n\n== " + Answered(text))).TrimEnd('\n') + "\n"
        );
    }

    /// <summary>Fails when a message uses the words of a YAML parser.</summary>
    internal static void SpeaksPlainly(Diagnostic finding)
    {
        Assert.DoesNotMatch(Jargon(), finding.Message);
        Assert.DoesNotMatch(Jargon(), finding.Help);
    }

    private static string Answered(string text)
    {
        string[] lines = text.Split('\n');
        string[] input =
        [
            .. lines.Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line[2..]),
        ];
        IReadOnlyList<Diagnostic> found = TestCourse
            .Compile(Files(lines[0], Unescaped(string.Join('\n', input))))
            .Diagnostics;
        Assert.All(found, SpeaksPlainly);
        var answer = new StringBuilder(lines[0]).Append('\n');
        foreach (string line in input)
            answer.Append("| ").Append(line).Append('\n');
        foreach (Diagnostic finding in found)
            answer
                .Append($"{finding.Span} {finding.Rule.Severity} {finding.Rule.Slug}: {Escaped(finding.Message)}\n")
                .Append($"  {Escaped(finding.Help)}\n");
        return answer.ToString().TrimEnd('\n');
    }

    /// <summary>Returns the course of a case; its place is a field of the course, or a part of its module.</summary>
    private static Dictionary<string, byte[]> Files(string place, string input)
    {
        string course = TestCourse.Course,
            module = TestCourse.Module;
        string[] words = place.Split(' ');
        switch (words[0])
        {
            case "title":
                module = module.Replace("title: One\n", input + "\n");
                break;
            case "body":
                module = module.Replace("        body: Hello.\n", input + "\n");
                break;
            case "blocks":
                module = module.Replace("      - type: text\n        body: Hello.\n", input + "\n");
                break;
            case "question":
                module = module.Replace(
                    "      - type: text\n        body: Hello.\n",
                    $"      - type: {words[1]}\n        id: q\n        prompt: Why?\n{input}\n"
                );
                break;
            case "module":
                module = input + "\n";
                break;
            case "course":
                course =
                    Regex.Replace(course, $"^{input.Split(':')[0]}:.*\n", "", RegexOptions.Multiline) + input + "\n";
                break;
        }
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(course);
        files["modules/one.yaml"] = TestCourse.Utf8(module);
        if (words[0] == "rename")
        {
            files[words[2]] = files[words[1]];
            files.Remove(words[1]);
        }
        return files;
    }

    private static string Unescaped(string text) =>
        Code().Replace(text, match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber)).ToString());

    private static string Escaped(string text) =>
        string.Concat(text.Select(c => c is '\u00A0' or '\u200B' or '\t' ? $"<U+{(int)c:X4}>" : c.ToString()));

    [GeneratedRegex("<U\\+([0-9A-F]{4})>")]
    private static partial Regex Code();

    [GeneratedRegex(
        @"(?i)did not find|while (parsing|scanning)|hexadecimal"
            + @"|\b(token|scalar|mapping|sequence|anchor|alias|indicator|flow context|stream)\b"
    )]
    private static partial Regex Jargon();
}
