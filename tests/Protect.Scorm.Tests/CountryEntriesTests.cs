using Protect.Scorm.Diagnostics;
using Protect.Scorm.Reading;

namespace Protect.Scorm.Tests;

/// <summary>Entries of a country in the texts of a package, and errors in its file.</summary>
public sealed class CountryEntriesTests
{
    private const string Empty = "the child helpline of your country",
        Open = "<span data-unchecked=\"true\">",
        Checked = "checked_on: 2026-11-01\n    checked_by: A. Person",
        Entry = "name: The child line";

    [Theory(DisplayName = "A sentence names the checked entry of a country; else it has the phrase of the slot")]
    [InlineData(Entry, Checked, "", "", "The child line")]
    [InlineData(Entry, "", "", "", Open + Empty + " (to be confirmed)</span>")]
    [InlineData(Entry, "", "", "unchecked: leave-out", Open + Empty + "</span>")]
    [InlineData(Entry, "", "certain: true", "", Empty)]
    [InlineData(Entry, Checked, "certain: true", "", "The child line")]
    [InlineData("none: There is no such line.", Checked, "", "", Empty)]
    [InlineData("none: There is no such line.", "", "", "", Empty)]
    [InlineData(null, "", "", "", Open + Empty + " (to be confirmed)</span>")]
    [InlineData(null, "", "", "unchecked: leave-out", Open + Empty + "</span>")]
    [InlineData(null, "", "certain: true", "", Empty)]
    public void Sentences(string? entry, string check, string slot, string course, string said)
    {
        CompileResult result = Compile(File(entry, check), slot, course);
        Assert.NotNull(result.Package);
        Assert.Contains($"<p>Call {said}.</p>", Specs.TextOf(result.Package, "index.html"));
    }

    [Fact(DisplayName = "Without a country, a sentence has the phrase of the slot")]
    public void NoCountry()
    {
        CompileResult result = Compile(File(Entry, Checked), "", "", country: null);
        Assert.Contains($"<p>Call {Empty}.</p>", Specs.TextOf(result.Package!, "index.html"));
    }

    [Theory(DisplayName = "A number or an address that cannot be right is an error")]
    [InlineData(Entry + "\n    number: \"112!\"", "", "malformed-phone")]
    [InlineData(Entry + "\n    number: call us", "", "malformed-phone")]
    [InlineData(Entry + "\n    url: example", "", "malformed-url")]
    [InlineData(Entry, "directory: example", "malformed-url")]
    public void Malformed(string entry, string course, string slug)
    {
        CompileResult result = Compile(File(entry, Checked), "", course);
        Assert.Equal([slug], Errors(result));
        Assert.Null(result.Package);
    }

    [Fact(DisplayName = "A list of entries that names an unknown slot is an error")]
    public void UnknownSlot()
    {
        CompileResult result = Compile(
            File(Entry, Checked),
            "",
            "",
            block: "      - type: country\n        slots: [child_help_line]\n"
        );
        Diagnostic found = Assert.Single(result.Diagnostics, finding => finding.IsError);
        Assert.Equal("unknown-slot", found.Rule.Slug);
        Assert.Contains("child_helpline", found.Message);
    }

    [Theory(DisplayName = "The error for a wrong country code suggests the right one")]
    [InlineData("UK", "GB")]
    [InlineData("en", "GB")]
    [InlineData("EL", "GR")]
    [InlineData("fr", "FR")]
    public void Codes(string code, string right)
    {
        CompileResult result = Compile(File(Entry, Checked), "", "", country: code);
        Assert.Equal(["unknown-country"], Errors(result));
        Assert.Contains($"Did you mean “{right}”?", result.Diagnostics[0].Message);
    }

    [Fact(DisplayName = "The countries of a course are the YAML files directly in countries/")]
    public void Countries()
    {
        string files = "countries/FR.yaml countries/DE.yaml countries/notes.md countries/old/IT.yaml course.yaml";
        SourceFolder folder = SourceFolder.InMemory(files.Split(' ').ToDictionary(name => name, _ => (byte[])[]));
        Assert.Equal(["DE", "FR"], CountryReader.Countries(folder));
    }

    [Theory(DisplayName = "The page of a country is marked with the language of its file if the package has another")]
    [InlineData("fr", true)]
    [InlineData("en", false)]
    public void Languages(string language, bool isMarked)
    {
        CompileResult result = Compile(File(Entry, Checked, language) + Page("Bonjour."), "", "");
        string page = Specs.TextOf(result.Package!, "index.html");
        Assert.Contains("Bonjour.", page);
        Assert.Equal(isMarked, page.Contains("lang=\"fr\""));
    }

    [Fact(DisplayName = "A mistyped slot on the page of a country is reported")]
    public void Mistyped()
    {
        CompileResult result = Compile(File(Entry, Checked) + Page("\"Call {{ contry.child_helpline }}.\""), "", "");
        Assert.Contains(result.Diagnostics, finding => finding.Rule.Slug == "mistyped-slot");
    }

    private static string[] Errors(CompileResult result) =>
        [.. result.Diagnostics.Where(finding => finding.IsError).Select(finding => finding.Rule.Slug)];

    private static string Page(string text) =>
        "pages:\n  - after: start\n    page:\n      id: own\n      title: Own\n      blocks:\n"
        + $"        - type: text\n          body: {text}\n";

    private static string File(string? entry, string check, string language = "en") =>
        $"""
            country: FR
            name: France
            language: {language}
            entries:
              - slot: duty
                none: There is no such law.
                source: {"{"}title: A page{"}"}
                confidence: known

            """
        + (
            entry is null
                ? ""
                : "  - slot: child_helpline\n    source: {title: A page}\n    confidence: known\n    "
                    + $"{entry}\n    {check}\n"
        );

    private static CompileResult Compile(
        string file,
        string slot,
        string course,
        string? country = "FR",
        string block = ""
    )
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        // Phrases in block style end with a line break.
        files["course.yaml"] = TestCourse.Utf8(
            TestCourse.Course
                + $"country:\n  {course}\n  to_confirm: |\n    to be confirmed\n  slots:\n"
                + "    - {id: duty, title: Duty, empty: the law}\n"
                + $"    - id: child_helpline\n      title: Helpline\n      {slot}\n      empty: |\n        {Empty}\n"
        );
        files["modules/one.yaml"] = TestCourse.Utf8(
            TestCourse.Module.Replace("Hello.", "\"Call {{ country.child_helpline }}.\"") + block
        );
        files["countries/FR.yaml"] = TestCourse.Utf8(file);
        return TestCourse.Compile(files, new CompileOptions { Country = country });
    }
}
