using System.Text.RegularExpressions;

namespace Protect.Scorm.Tests;

/// <summary>Runs the examples of README.md and docs/, and follows the links of every document.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string[] NotOurs = [".git", "bin", "obj", "node_modules", "specs", "out"];

    public static TheoryData<string> Commands => [.. Pages.Where(page => Fences(page, "sh").Any())];

    public static TheoryData<string> Courses => [.. Pages.Where(page => Fences(page, "yaml").Any())];

    // Sources of imports are documents of others; some have broken links on purpose.
    public static TheoryData<string> Documents =>
        [
            .. Below("")
                .Where(page => !(page.StartsWith("tests/fixtures/import/") && page.Contains("/source/")))
                .Order(StringComparer.Ordinal),
        ];

    private static IEnumerable<string> Pages => Below("docs").Prepend("README.md").Order(StringComparer.Ordinal);

    [Theory(DisplayName = "The commands of a page run one after the other")]
    [MemberData(nameof(Commands))]
    public void CommandsRun(string page)
    {
        using var place = new CommandLine();
        string[] commands = [.. Fences(page, "sh").SelectMany(Lines)];
        if (!commands.Contains("protect-scorm new my-course"))
            Assert.Equal(0, place.Run("new", "my-course").Code);
        foreach (string command in commands)
        {
            string[] words = command.Split(' ');
            Assert.Equal("protect-scorm", words[0]);
            (int code, string output, string errors) = place.Run(words[1..]);
            Assert.True(code == 0, $"{page}: {command}\n{output}{errors}");
        }
    }

    [Theory(DisplayName = "The course texts of a page form a course that compiles without a finding")]
    [MemberData(nameof(Courses))]
    public void CourseCompiles(string page)
    {
        Dictionary<string, byte[]> files = CourseOf(page);
        files.Remove("ours.yaml", out byte[]? organisation);
        Assert.Empty(TestCourse.Compile(files).Diagnostics.Select(Diagnostics.DiagnosticText.Format));
        foreach (string country in files.Keys.Where(file => file.StartsWith("countries/", StringComparison.Ordinal)))
        {
            var options = new CompileOptions { Country = Path.GetFileNameWithoutExtension(country) };
            Assert.NotNull(TestCourse.Compile(files, options).Package);
        }
        if (organisation is not null)
        {
            var folder = Diagnostics.SourceFolder.InMemory(
                new Dictionary<string, byte[]> { ["ours.yaml"] = organisation }
            );
            var options = new CompileOptions { Organisation = new OrganisationSource(folder, "ours.yaml") };
            Assert.Empty(TestCourse.Compile(files, options).Diagnostics.Select(Diagnostics.DiagnosticText.Format));
        }
    }

    [Fact(DisplayName = "The error on the page about writing is the one an author gets")]
    public void ErrorIsReal()
    {
        const string page = "docs/write-a-course.md";
        string shown = Fences(page, "text").Single(block => block.Contains(": error ", StringComparison.Ordinal));
        Dictionary<string, byte[]> files = CourseOf(page);
        string module = System.Text.Encoding.UTF8.GetString(files["modules/welcome.yaml"]);
        files["modules/welcome.yaml"] = TestCourse.Utf8(module.Replace("correct: true", "corect: true"));
        string actual = Diagnostics.DiagnosticText.Format(TestCourse.Compile(files).Diagnostics[0]);
        Assert.Equal(actual.Trim(), shown.Trim());
    }

    [Fact(DisplayName = "CI runs the two commands of the README")]
    public void ReadmeHasTheCommandsOfCi()
    {
        string ci = File.ReadAllText(Repository.At(".ci", "run"));
        string[] commands = [.. Fences("README.md", "").SelectMany(Lines)];
        Assert.Equal(["dotnet run --project src/Protect.Scorm.Cli -- build", "dotnet test"], commands);
        Assert.All(commands, command => Assert.Matches($"(?m)^{Regex.Escape(command)}\\b", ci));
    }

    [Fact(DisplayName = "The README stays a front page: 250 to 400 words and three pictures")]
    public void ReadmeIsShort()
    {
        string text = Read("README.md");
        Assert.Equal(3, Link().Matches(text).Count(link => link.Value.StartsWith('!')));
        string prose = Fence().Replace(text, "");
        prose = Link().Replace(prose, link => link.Value.StartsWith('!') ? "" : link.Groups["text"].Value);
        Assert.InRange(Word().Count(prose), 250, 400);
    }

    [Fact(DisplayName = "The page about the library shows the program of the library's README, which a test compiles")]
    public void LibraryExamplesAreOne() =>
        Assert.Equal(Fences("src/Protect.Scorm/README.md", "csharp"), Fences("docs/use-the-library.md", "csharp"));

    [Fact(DisplayName = "The documentation lists every page in its index")]
    public void IndexIsComplete()
    {
        string index = Read("docs/README.md");
        IEnumerable<string> pages = Below("docs")
            .Select(page => page["docs/".Length..])
            .Where(page => page != "README.md");
        Assert.All(pages, page => Assert.Contains($"]({page})", index));
    }

    [Theory(DisplayName = "The links of a document lead to files and headings that exist")]
    [MemberData(nameof(Documents))]
    public void LinksLead(string document)
    {
        foreach (Match link in Link().Matches(Fence().Replace(Read(document), "")))
        {
            string target = link.Groups["target"].Value;
            if (target.Contains(':'))
                continue;
            string[] parts = target.Split('#');
            string file = parts[0].Length == 0 ? document : Path.Combine(Path.GetDirectoryName(document)!, parts[0]);
            Assert.True(File.Exists(Repository.At(file)), $"{document}: {link.Value} leads nowhere.");
            if (parts.Length > 1)
                Assert.True(Anchors(Read(file)).Contains(parts[1]), $"{document}: {link.Value} names no heading.");
        }
    }

    [Theory(DisplayName = "The files and types that a page about the source names exist")]
    [InlineData("src/README.md")]
    [InlineData("docs/how-it-works-inside.md")]
    [InlineData("docs/use-the-library.md")]
    public void NamedCodeExists(string page)
    {
        string[] files = [.. Sources("src").Concat(Sources("tests"))];
        var known = files
            .Select(File.ReadAllText)
            .SelectMany(text => Word().Matches(text).Select(match => match.Value))
            .SelectMany(word => NotLetters().Split(word))
            .Concat(files.SelectMany(file => NotLetters().Split(file)))
            .ToHashSet(StringComparer.Ordinal);
        foreach (
            string name in CodeSpan().Matches(Fence().Replace(Read(page), "")).Select(match => match.Groups[1].Value)
        )
        {
            if (Path.GetExtension(name) is ".cs" or ".ts" or ".mjs")
                Assert.True(
                    files.Any(file => file.EndsWith('/' + name, StringComparison.Ordinal)),
                    $"{page}: `{name}` is no file."
                );
            else if (TypeName().Match(name) is { Success: true } type)
                Assert.True(known.Contains(type.Groups[1].Value), $"{page}: `{name}` is no name of the source.");
        }
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory
            .EnumerateFiles(Repository.At(folder))
            .Where(file => Path.GetExtension(file) is ".cs" or ".ts" or ".mjs" or ".props" or ".csproj" or ".targets")
            .Select(file => file.Replace('\\', '/'))
            .Concat(
                Directory
                    .EnumerateDirectories(Repository.At(folder))
                    .Where(inner => !NotOurs.Contains(Path.GetFileName(inner)))
                    .SelectMany(inner => Sources(Path.GetRelativePath(Repository.At(""), inner)))
            );

    /// <summary>
    /// One course of all YAML examples on a page. A comment in the first line names the file; a block has none.
    /// </summary>
    private static Dictionary<string, byte[]> CourseOf(string page)
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        string course = TestCourse.Course;
        List<string> modules = ["one"],
            blocks = [];
        foreach (string example in Fences(page, "yaml"))
        {
            foreach (Match picture in Picture().Matches(example))
                files[picture.Value] = TestCourse.Utf8("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 6'/>");
            if (!example.StartsWith("# ", StringComparison.Ordinal))
            {
                blocks.Add(example);
                continue;
            }
            string name = Lines(example).First()[2..];
            if (name == "course.yaml")
                course += example;
            else
                files[name] = TestCourse.Utf8(example);
            if (name.StartsWith("modules/", StringComparison.Ordinal))
                modules.Add(Path.GetFileNameWithoutExtension(name));
        }
        files["course.yaml"] = TestCourse.Utf8(
            course.Replace("modules: [one]", $"modules: [{string.Join(", ", modules)}]")
        );
        if (blocks.Count > 0)
            files["modules/one.yaml"] = TestCourse.Utf8(TestCourse.Module + string.Concat(blocks.Select(Item)));
        return files;
    }

    [GeneratedRegex(@"media/[\w-]+\.svg")]
    private static partial Regex Picture();

    private static string Item(string block) =>
        string.Concat(Lines(block).Select((line, index) => (index == 0 ? "      - " : "        ") + line + "\n"));

    private static IEnumerable<string> Below(string folder)
    {
        string path = Repository.At(folder);
        IEnumerable<string> files = Directory
            .EnumerateFiles(path, "*.md")
            .Select(file => Path.GetRelativePath(Repository.At(""), file).Replace('\\', '/'));
        return Directory
            .EnumerateDirectories(path)
            .Where(inner => !NotOurs.Contains(Path.GetFileName(inner)))
            .SelectMany(inner => Below(Path.GetRelativePath(Repository.At(""), inner)))
            .Concat(files);
    }

    private static string Read(string document) => File.ReadAllText(Repository.At(document)).ReplaceLineEndings("\n");

    private static IEnumerable<string> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Fences(string document, string language) =>
        Fence()
            .Matches(Read(document))
            .Where(match => match.Groups["language"].Value == language)
            .Select(match => match.Groups["text"].Value);

    /// <summary>The anchors GitHub gives to the headings of a document.</summary>
    private static IEnumerable<string> Anchors(string text) =>
        Heading()
            .Matches(Fence().Replace(text, ""))
            .Select(match =>
                NotInAnchors().Replace(match.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-')
            );

    [GeneratedRegex(@"^ *```(?<language>\w*)\n(?<text>.*?)^ *```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"!?\[(?<text>[^\]]*)\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchors();

    [GeneratedRegex(@"\S*\w\S*")]
    private static partial Regex Word();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"^(?:[A-Z]\w*[/.])*([A-Z][a-z]\w+)(?:<T>)?$")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\W+")]
    private static partial Regex NotLetters();
}
