namespace Protect.Scorm.Tests;

/// <summary>Slips in what a person types: words, paths, and a machine that refuses.</summary>
public sealed class CommandLineSlipsTests
{
    [Theory(DisplayName = "A mistyped command, option or argument is named, with the nearest that exists")]
    [InlineData("chek mine", "There is no command “chek”. Did you mean “check”?")]
    [InlineData("translate exprt mine", "There is no command “translate exprt”. Did you mean “export”?")]
    [InlineData("build --langauges fr", "There is no option --langauges of “build”. Did you mean “--languages”?")]
    [InlineData("build --langauges=fr", "There is no option --langauges of “build”. Did you mean “--languages”?")]
    [InlineData("xyzzy", "There is no command “xyzzy”.")]
    [InlineData(
        "new My course",
        "“course” is one argument too many for “new”. Put a path with spaces in quotation marks."
    )]
    public void Mistyped(string typed, string message)
    {
        using var line = new CommandLine();
        (int code, string output, string errors) = line.Run(typed.Split(' '));
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith(message, errors);
        Assert.EndsWith("Try “protect-scorm --help”.", errors.Trim());
    }

    [Theory(DisplayName = "“help”, with or without a command, and no command at all show the help")]
    [InlineData("help", "translate")]
    [InlineData("help build", "--languages")]
    [InlineData("", "translate")]
    public void Help(string typed, string contains)
    {
        using var line = new CommandLine();
        (int code, string output, string errors) = line.Run(typed.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains(contains, output);
    }

    [Fact(DisplayName = "A printed command can be copied, also with a path that a shell would split")]
    public void Copied()
    {
        using var line = new CommandLine();
        (int code, string output, _) = line.Run("new", "Mein Kurs Ä");
        Assert.Equal(0, code);
        Assert.Contains("protect-scorm build \"Mein Kurs Ä\"", output);
        Assert.Contains("id: mein-kurs-a ", File.ReadAllText(Path.Combine(line.Folder, "Mein Kurs Ä", "course.yaml")));
        Assert.Contains("protect-scorm build 'a \"b\" $c'\n", line.Run("new", "a \"b\" $c").Output);
    }

    [Fact(DisplayName = "A folder that cannot be written is reported with exit code 2 and what to do")]
    public void CannotBeWritten()
    {
        using var line = new CommandLine();
        line.Run("new", "mine");
        line.Write("file", "not a folder");
        (int code, _, string errors) = line.Run("build", "mine", "--out", "file/dist");
        Assert.Equal(2, code);
        Assert.Contains("file", errors);
        Assert.DoesNotContain("Internal error", errors);
        Assert.DoesNotContain("   at ", errors);
        Assert.Equal(2, line.Run("new", "file/course").Code);
    }

    [Fact(DisplayName = "A language asked of several courses skips those without it, and reports each cause once")]
    public void LanguageOfSomeCourses()
    {
        using var line = new CommandLine();
        line.Run("new", "courses/one");
        line.Run("new", "courses/two");
        line.Run("translate", "export", "courses/one", "--language", "pl");
        (int code, string output, string errors) = line.Run("build", "--languages", "pl", "--require", "new");
        Assert.Equal(0, code);
        Assert.Contains("one-pl-", output);
        Assert.Contains("not built: courses/two pl: there is no translation into “pl”", errors);

        (code, output, errors) = line.Run("build", "--languages", "pl", "--lms", "all", "--countries", "GB,FR");
        Assert.Equal((1, ""), (code, output));
        Assert.Single(Lines(errors), text => text.Contains("courses/two", StringComparison.Ordinal));
        Assert.Single(Lines(errors), text => text.Contains("courses/one", StringComparison.Ordinal));

        (code, _, errors) = line.Run("build", "--languages", "pl", "--lms", "all");
        Assert.Equal(1, code);
        Assert.Single(Lines(errors), text => text.Contains("languages/pl.xlf", StringComparison.Ordinal));
        Assert.Equal(1, line.Run("build", "courses/two", "--languages", "pl").Code);
    }

    private static IEnumerable<string> Lines(string errors) => errors.Split('\n').Where(text => text.Trim() != "");
}
