using System.Text.RegularExpressions;

namespace Protect.Scorm.Tests;

/// <summary>The commands, course text and files that the README shows.</summary>
public sealed partial class ReadmeTests
{
    private static string Readme => File.ReadAllText(Repository.At("README.md"));

    [Fact(DisplayName = "The commands in the README run one after the other")]
    public void CommandsRun()
    {
        using var place = new CommandLine();
        string[] commands =
        [
            .. Fences("sh").SelectMany(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
        ];
        Assert.NotEmpty(commands);
        foreach (string command in commands)
        {
            string[] words = command.Split(' ');
            Assert.Equal("protect-scorm", words[0]);
            var result = place.Run(words[1..]);
            Assert.True(result.Code == 0, $"{command}\n{result.Errors}");
        }
    }

    [Fact(DisplayName = "The course text in the README compiles")]
    public void YamlCompiles()
    {
        string[] modules = [.. Fences("yaml")];
        Assert.NotEmpty(modules);
        foreach (string module in modules)
        {
            Dictionary<string, byte[]> files = TestCourse.Files();
            files["modules/one.yaml"] = TestCourse.Utf8(module);
            Assert.Empty(TestCourse.Compile(files).Diagnostics);
        }
    }

    [Fact(DisplayName = "The error in the README is the one an author gets")]
    public void ErrorIsReal()
    {
        string shown = Fences("").Single(block => block.Contains(": error ", StringComparison.Ordinal)).Trim();
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["modules/one.yaml"] = TestCourse.Utf8(Fences("yaml").First().Replace("correct: true", "corect: true"));
        string actual = Diagnostics.DiagnosticText.Format(TestCourse.Compile(files).Diagnostics[0]).Trim();
        Assert.Equal(
            shown[shown.IndexOf(": error ", StringComparison.Ordinal)..],
            actual[actual.IndexOf(": error ", StringComparison.Ordinal)..]
        );
    }

    [Fact(DisplayName = "Files named in the documents exist")]
    public void LinksLead()
    {
        foreach (
            string document in new[]
            {
                "README.md",
                "src/README.md",
                "tests/README.md",
                "templates/README.md",
                "courses/README.md",
                "dist/README.md",
            }
        )
        {
            foreach (Match link in Links().Matches(File.ReadAllText(Repository.At(document))))
            {
                if (!link.Groups[1].Value.Contains(':'))
                    Assert.True(
                        File.Exists(
                            Path.Combine(Path.GetDirectoryName(Repository.At(document))!, link.Groups[1].Value)
                        ),
                        link.Value
                    );
            }
        }
    }

    private static IEnumerable<string> Fences(string language) =>
        Fence().Matches(Readme).Where(m => m.Groups[1].Value == language).Select(m => m.Groups[2].Value);

    [GeneratedRegex(@"^```(\w*)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Links();
}
