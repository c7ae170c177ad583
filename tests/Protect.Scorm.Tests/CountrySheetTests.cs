using System.Text;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Tests;

/// <summary>The printable sheet of a country: contacts, authority, legal duties.</summary>
public sealed class CountrySheetTests
{
    private const string Checked = "checked_on: 2026-11-01\n    checked_by: A. Person",
        Slots =
            "country:\n  to_confirm: to be confirmed\n  slots:\n"
            + "    - {id: duty, part: law, title: Duty, empty: the law}\n"
            + "    - {id: office, part: decides, title: Office, empty: the office}\n"
            + "    - {id: line, title: Line, empty: the line}\n"
            + "    - {id: emergency, title: Emergency, certain: true, empty: \"the [112](tel:112)\"}\n";

    [Fact(DisplayName = "A course without countries has no sheet, no link to it and no style for it")]
    public void Nothing()
    {
        CompileResult result = TestCourse.Compile(TestCourse.Files());
        Assert.All(
            result.Package!.Files,
            file =>
            {
                Assert.DoesNotContain("country", file.Name);
                Assert.DoesNotContain("country-sheet", Encoding.UTF8.GetString(file.Bytes.Span));
            }
        );
    }

    [Fact(DisplayName = "Without a country, the sheet is a form: each slot has blanks and says whom to ask")]
    public void Form()
    {
        CompileResult result = Compile(null);
        string sheet = Sheet(result);
        string[] parts = [.. sheet.Split("<h2>").Skip(2).Select(part => part.Split('<')[0])];
        Assert.Collection(
            parts,
            part => Assert.EndsWith("to call", part),
            part => Assert.EndsWith("decides", part),
            part => Assert.EndsWith("law asks", part)
        );
        Assert.Contains("<p>the <a href=\"tel:112\">112</a></p>", sheet);
        Assert.Equal(3, sheet.Split("Not checked yet.").Length - 1);
        Assert.Equal(3, sheet.Split("class=\"blanks").Length - 1);
        Assert.Contains("<p class=\"blank\">For a worker:</p>", sheet);
        Assert.Contains("<p class=\"blank\">For a volunteer:</p>", sheet);
        Assert.Contains("<p class=\"blank\">Safeguarding lead:</p>", sheet);
        Assert.Contains(
            "href=\"country.html\"",
            Specs.TextOf(result.Package!, "index.html").Split("id=\"support\"")[1]
        );
        Assert.Contains("href=\"country.html\"", Specs.TextOf(result.Package!, "index.html").Split("<article")[1]);
        Assert.Contains(".country-sheet", Specs.TextOf(result.Package!, "country.html"));
    }

    [Fact(DisplayName = "The sheet shows checked entries only, and asks for the duty that is missing")]
    public void Entries()
    {
        string sheet = Sheet(
            Compile(
                "  - slot: line\n    name: Good line\n    number: \"116 111\"\n    source: {title: A}\n"
                    + $"    confidence: known\n    {Checked}\n"
                    + "  - slot: office\n    name: Unchecked office\n    number: \"55 55\"\n    source: {title: A}\n"
                    + "    confidence: known\n"
                    + "  - slot: duty\n    worker: Tell the office.\n    source: {title: A}\n    confidence: known\n"
                    + $"    {Checked}\n"
            )
        );
        Assert.Contains("Sheet for your country: Poland", sheet);
        Assert.Contains("116 111", sheet);
        Assert.DoesNotContain("55 55", sheet);
        Assert.DoesNotContain("Unchecked office", sheet);
        Assert.Contains("For a worker: Tell the office.", sheet);
        Assert.DoesNotContain("<p class=\"blank\">For a worker:</p>", sheet);
        Assert.Contains("<p class=\"blank\">For a volunteer:</p>", sheet);
    }

    [Theory(
        DisplayName = "Entries in the file of an organisation fill its sheet and sentences, with or without a country"
    )]
    [InlineData(true)]
    [InlineData(false)]
    public void Organisation(bool hasCountry)
    {
        CompileResult result = Compile(
            hasCountry ? "  - {slot: line, name: National, source: {title: A}, confidence: known}\n" : null,
            "name: The Club\nsafeguarding_lead: Ana, in the office\nentries:\n"
                + "  - slot: line\n    name: Our own line\n    number: \"22 33\"\n    source: {title: Our plan}\n"
                + $"    confidence: known\n    {Checked}\n"
        );
        string sheet = Sheet(result);
        Assert.Contains("Our own line", sheet);
        Assert.Contains("Ana, in the office", sheet);
        Assert.DoesNotContain("<p class=\"blank\">Safeguarding lead:</p>", sheet);
        Assert.Contains(
            "Call Our own line, <a href=\"tel:2233\">22 33</a>.",
            Specs.TextOf(result.Package!, "index.html")
        );
    }

    [Fact(DisplayName = "An entry of an organisation for a slot that the course does not have is an error")]
    public void UnknownSlot()
    {
        CompileResult result = Compile(
            null,
            "name: The Club\nentries:\n  - {slot: lin, name: X, source: {title: A}, confidence: known}\n"
        );
        Assert.Contains(result.Diagnostics, finding => finding.IsError && finding.Rule.Slug == "unknown-slot");
    }

    [Theory(DisplayName = "The name of a country is in the language of the package, where its file has it")]
    [InlineData("fr", "Fiche de votre pays\u00a0: Pologne")]
    [InlineData("en", "Sheet for your country: Poland")]
    [InlineData("de", "Blatt für Ihr Land: Poland")]
    public void Name(string language, string title) =>
        Assert.Contains(
            $"<h1>{title}</h1>",
            Sheet(Compile("  - {slot: line, name: X, source: {title: A}, confidence: known}\n", null, language))
        );

    [Theory(DisplayName = "The sheet exists in each language of the player")]
    [MemberData(nameof(Languages))]
    public void EachLanguage(string language)
    {
        string sheet = Sheet(Compile(null, null, language));
        Assert.Equal(language == "en", sheet.Contains("to call</h2>"));
        Assert.DoesNotContain("<h2></h2>", sheet);
    }

    public static TheoryData<string> Languages =>
        [
            .. Directory
                .EnumerateFiles(Repository.At("templates", "default", "strings"))
                .Select(file => Path.GetFileNameWithoutExtension(file)!)
                .Order(StringComparer.Ordinal),
        ];

    private static string Sheet(CompileResult result)
    {
        Assert.NotNull(result.Package);
        return Specs.TextOf(result.Package, "country.html").Split("<main>")[1];
    }

    private static CompileResult Compile(string? entries, string? organisation = null, string language = "en")
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(
            TestCourse.Course.Replace("language: en", $"language: {language}")
                + "support: {title: Help, body: Ask.}\n"
                + Slots
        );
        files["modules/one.yaml"] = TestCourse.Utf8(
            TestCourse.Module.Replace("Hello.", "\"Call {{ country.line }}.\"")
                + "      - type: country\n        slots: [line]\n"
        );
        if (entries is not null)
            files["countries/PL.yaml"] = TestCourse.Utf8(
                "country: PL\nname: Poland\nnames: [{language: fr, name: Pologne}]\nlanguage: en\nentries:\n" + entries
            );
        return TestCourse.Compile(
            files,
            new CompileOptions
            {
                Country = entries is null ? null : "PL",
                Organisation = organisation is null
                    ? null
                    : new OrganisationSource(
                        SourceFolder.InMemory(
                            new Dictionary<string, byte[]> { ["ours.yaml"] = TestCourse.Utf8(organisation) }
                        ),
                        "ours.yaml"
                    ),
            }
        );
    }
}
