using Protect.Scorm.Diagnostics;
using static Protect.Scorm.Tests.TestCourse;

namespace Protect.Scorm.Tests;

/// <summary>Questions and snippets that several courses share.</summary>
public sealed class BanksTests
{
    private const string Question = """
          - type: true-false
            id: adults
            prompt: Two adults stay to the end.
            answer: true
            feedback: {right: Yes. Nobody works alone., wrong: No. Nobody works alone.}
        """;

    private const string Bank = $$$"""
        title: The club
        questions:
        {{{Question}}}
          - {type: numeric, id: doors, prompt: How many doors?, answer: 2, most: 9}
        snippets:
          - id: room
            blocks:
              - {type: image, src: media/room.svg, alt: An empty room.}
              - {type: text, body: The room is warm.}
        """;

    private const string Room =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8H0z\"/></svg>";

    [Fact(DisplayName = "Shared material gives the same package as the same text written in the course")]
    public void Same()
    {
        Dictionary<string, byte[]> written = With(
            """
                  - type: image
                    src: media/room.svg
                    alt: An empty room.
                  - {type: text, body: The room is warm.}
                  - type: true-false
                    id: adults
                    prompt: Two adults stay to the end.
                    answer: true
                    feedback: {right: Yes. Nobody works alone., wrong: No. Nobody works alone.}
            """
        );
        written["media/room.svg"] = Utf8(Room);
        CompileResult shared = Shared(
            """
                  - use: club/room
                  - use: club/adults
            """
        );
        Assert.Empty(shared.Diagnostics);
        Assert.Equal(FilesOf(Compile(written)), FilesOf(shared));
    }

    [Fact(DisplayName = "The name of a bank gives all its questions, in order")]
    public void Whole()
    {
        CompileResult result = Shared("      - use: club\n");
        Assert.DoesNotContain(result.Diagnostics, finding => finding.IsError);
        string page = Page(result);
        Assert.InRange(
            page.IndexOf("Two adults stay", StringComparison.Ordinal),
            0,
            page.IndexOf("How many doors", StringComparison.Ordinal)
        );
    }

    [Fact(DisplayName = "A course can change a field of a shared question for itself, but neither its id nor its kind")]
    public void Changed()
    {
        string page = Page(Shared("      - {use: club/adults, prompt: Three adults stay.}\n"));
        Assert.Contains("Three adults stay.", page);
        Assert.DoesNotContain("Two adults stay", page);
        foreach (string field in (string[])["id: other", "type: numeric"])
            Assert.Equal(
                "fixed-by-bank",
                Assert
                    .Single(Shared($"      - {{use: club/adults, {field}}}\n").Diagnostics, one => one.IsError)
                    .Rule.Slug
            );
    }

    [Theory(DisplayName = "A slip in the use of shared material is an error at its line that says what to do")]
    [InlineData("use: clubs/adults", "unknown-bank", "There is no bank “clubs”. Did you mean “club”?")]
    [InlineData("use: club/adult", "unknown-bank-item", "Did you mean “adults”?")]
    [InlineData("use: [club]", "wrong-type", "the name of a bank")]
    [InlineData("use:", "wrong-type", "the name of a bank")]
    [InlineData("use: club/room\n        body: Mine.", "fixed-by-bank", "“body” cannot be changed")]
    [InlineData("use: ../club", "unknown-bank", "There is no bank “..”")]
    public void Slips(string use, string rule, string message)
    {
        Diagnostic finding = Assert.Single(Shared($"      - {use}\n").Diagnostics, one => one.IsError);
        Assert.Equal(rule, finding.Rule.Slug);
        Assert.Contains(message, finding.Message);
        Assert.Equal("modules/one.yaml", finding.Span.File.Path);
    }

    [Theory(DisplayName = "A fault in a bank is reported once, at its line in the bank")]
    [InlineData("answer: true", "answer: maybe", "wrong-type")]
    [InlineData("id: doors", "id: adults", "repeated-bank-id")]
    [InlineData(
        "- {type: numeric, id: doors, prompt: How many doors?, answer: 2, most: 9}",
        "- use: club/adults",
        "bank-in-bank"
    )]
    [InlineData("questions:", "questions: [", "yaml-unclosed")]
    public void InBank(string before, string after, string rule)
    {
        CompileResult result = Shared("      - use: club\n", Bank.Replace(before, after));
        Diagnostic[] errors = [.. result.Diagnostics.Where(one => one.IsError)];
        Assert.Contains(errors, one => one.Rule.Slug == rule && one.Span.File.Path == "banks/club.yaml");
        Assert.Equal(errors.Length, errors.Select(one => (one.Span, one.Message)).Distinct().Count());
    }

    [Fact(DisplayName = "A picture of a bank is not confused with another of the same name in the course")]
    public void Hidden()
    {
        CompileResult result = Shared(
            "      - use: club/room\n",
            more: ("media/room.svg", Room.Replace("h8v8", "h4v4"))
        );
        Assert.Equal("hidden-bank-file", Assert.Single(result.Diagnostics, one => one.IsError).Rule.Slug);
        Assert.Empty(Shared("      - use: club/room\n", more: ("media/room.svg", Room)).Diagnostics);
    }

    [Fact(DisplayName = "The texts of shared material are translated with the course that uses them")]
    public void Translated()
    {
        using var place = new CommandLine();
        Write(place, "one", "      - use: club/adults\n");
        place.Run("translate", "export", "courses/one", "--language", "pl", "--out", "pl.xlf");
        string xliff = File.ReadAllText(Path.Combine(place.Folder, "pl.xlf"));
        Assert.Contains("Two adults stay to the end.", xliff);
        Assert.DoesNotContain("How many doors?", xliff);
    }

    [Fact(DisplayName = "“check” lists which courses use what, and reads what no course uses")]
    public void Listed()
    {
        using var place = new CommandLine();
        Write(place, "one", "      - use: club/adults\n");
        Write(place, "two", "      - use: club\n");
        (int code, string output, string errors) = place.Run("check");
        Assert.True(code == 0, output + errors);
        Assert.Matches(@"courses/banks/club.yaml\n  adults +one, two\n  doors +two\n  room +no course\n", output);
        Put(place, "courses/banks/club.yaml", Bank.Replace("alt: An empty room.", "size: 3"));
        (code, output, errors) = place.Run("check");
        Assert.Equal(1, code);
        Assert.Contains("courses/banks/club.yaml(", output);
    }

    [Fact(DisplayName = "A change in a bank is built again, and “diff” shows it in every course that uses it")]
    public void Differs()
    {
        using var place = new CommandLine();
        foreach (string id in (string[])["one", "two"])
            Write(place, id, "      - use: club\n");
        Assert.Equal(0, place.Run("build", "--out", "before").Code);
        Assert.Equal(0, place.Run("build", "--out", "dist").Code);
        Assert.DoesNotContain("LOST:", place.Run("diff", "before/one-en-1.0.0-scorm12.zip", "courses/one").Output);
        Put(place, "courses/banks/club.yaml", Bank.Replace("id: doors", "id: exits"));
        Assert.Equal(0, place.Run("build", "--out", "dist").Code);
        foreach (string id in (string[])["one", "two"])
        {
            string zip = $"before/{id}-en-1.0.0-scorm12.zip";
            Assert.NotEqual(
                File.ReadAllBytes(Path.Combine(place.Folder, zip)),
                File.ReadAllBytes(Path.Combine(place.Folder, zip.Replace("before", "dist")))
            );
            Assert.Contains("LOST:", place.Run("diff", zip, $"courses/{id}").Output);
        }
    }

    private static void Write(CommandLine place, string id, string blocks)
    {
        foreach ((string path, byte[] bytes) in With(blocks))
            Put(
                place,
                $"courses/{id}/{path}",
                System.Text.Encoding.UTF8.GetString(bytes).Replace("id: spec", $"id: {id}")
            );
        Put(place, "courses/banks/club.yaml", Bank);
        Put(place, "courses/banks/media/room.svg", Room);
    }

    private static void Put(CommandLine place, string path, string text)
    {
        string file = Path.Combine(place.Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private static CompileResult Shared(string blocks, string bank = Bank, (string Path, string Text)? more = null)
    {
        Dictionary<string, byte[]> course = With(blocks);
        if (more is var (path, text))
            course[path] = Utf8(text);
        var banks = new Dictionary<string, byte[]> { ["club.yaml"] = Utf8(bank), ["media/room.svg"] = Utf8(Room) };
        return CourseCompiler.Compile(
            SourceFolder.WithBanks(SourceFolder.InMemory(course), SourceFolder.InMemory(banks, "banks")),
            new CompileOptions()
        );
    }

    private static Dictionary<string, byte[]> With(string blocks)
    {
        Dictionary<string, byte[]> files = Files();
        files["modules/one.yaml"] = Utf8(
            Module.Replace("      - type: text\n        body: Hello.\n", blocks.TrimEnd() + "\n")
        );
        return files;
    }

    private static Dictionary<string, string> FilesOf(CompileResult result) =>
        result.Package!.Files.ToDictionary(file => file.Name, file => Convert.ToHexString(file.Bytes.Span));

    private static string Page(CompileResult result) =>
        System.Text.Encoding.UTF8.GetString(result.Package!.Files.Single(file => file.Name == "index.html").Bytes.Span);
}
