using System.Text;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Tests;

/// <summary>Texts of countries for learners, notes for reviewers, and names in their own language.</summary>
public sealed class CountryTextsTests
{
    private const string Checked = "checked_on: 2026-11-01\n    checked_by: A. Person";

    [Fact(DisplayName = "A note for reviewers is in no file of a package")]
    public void Notes()
    {
        CompileResult result = Compile("en", $"name: The line\n    note: SECRET re-check the hours\n    {Checked}");
        Assert.NotNull(result.Package);
        Assert.All(
            result.Package.Files,
            file => Assert.DoesNotContain("SECRET", Encoding.UTF8.GetString(file.Bytes.Span))
        );
    }

    [Theory(DisplayName = "An entry shows its texts in the language of the package; else in its own, marked as such")]
    [InlineData("en", "<p>Free.</p>", "<p class=\"small\">day</p>", "<p class=\"small\">helpline</p>")]
    [InlineData("fr", "<p>Gratuit.</p>", "<p class=\"small\">day</p>", "<p class=\"small\">ligne</p>")]
    [InlineData(
        "de",
        "lang=\"en\"",
        "<p class=\"small\" lang=\"en\">day</p>",
        "<p class=\"small\" lang=\"en\">helpline</p>"
    )]
    public void Languages(string language, string about, string hours, string gloss)
    {
        string page = Page(
            Compile(
                language,
                $"name: Linia\n    name_language: pl\n    gloss: helpline\n    about: Free.\n    hours: day\n"
                    + $"    translations:\n      - {{language: fr, about: Gratuit., gloss: ligne}}\n    {Checked}"
            )
        );
        Assert.Contains("<p lang=\"pl\">Linia</p>", page);
        Assert.Contains(about, page);
        Assert.Contains(hours, page);
        Assert.Contains(gloss, page);
        Assert.Contains("<span lang=\"pl\">Linia</span>", page.Split("<section")[0]);
    }

    [Fact(DisplayName = "An unchecked duty has no label of its own: learners read the phrase of the slot")]
    public void Duties()
    {
        string page = Page(Compile("en", "about: Everyone must report."));
        Assert.Contains("the line of your country (to be confirmed)", page);
        Assert.DoesNotContain("Everyone must report", page);
    }

    [Theory(DisplayName = "A checked number that the phrase of its slot already has, such as 112, is named once")]
    [InlineData("112", "Call the [112](tel:112).", "Call the <a href=\"tel:112\">112</a>.")]
    [InlineData("999", "Call the [112](tel:112).", "<a href=\"tel:999\">999</a>.")]
    public void Once(string number, string text, string expected)
    {
        Assert.StartsWith("Call", text);
        string page = Page(
            Compile(
                "en",
                $"number: \"{number}\"\n    {Checked}",
                "    - {id: line, title: Line, certain: true, empty: \"the [112](tel:112)\"}\n"
            )
        );
        Assert.Contains(expected, page);
    }

    [Fact(
        DisplayName = "No text for learners in the countries of Protect asks to check, confirm or re-check something"
    )]
    public void Protect()
    {
        foreach (string file in Directory.EnumerateFiles(Repository.At("courses", "protect", "countries")))
        {
            foreach (string line in File.ReadLines(file))
            {
                string[] field = line.Trim().Split(':', 2);
                if (field[0] is not ("name" or "gloss" or "about" or "hours" or "languages" or "worker" or "volunteer"))
                    continue;
                Assert.DoesNotMatch(
                    "(?i)confirm|must be checked|re-check|: check|known\\)|data are|not seen",
                    field[1]
                );
                Assert.DoesNotMatch("\\(20[0-9][0-9]\\)", field[0] == "hours" ? field[1] : "");
            }
        }
    }

    private static string Page(CompileResult result)
    {
        Assert.NotNull(result.Package);
        return Specs.TextOf(result.Package, "index.html").Split("<article")[1];
    }

    private static CompileResult Compile(string language, string entry, string? slot = null)
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(
            TestCourse.Course.Replace("language: en", $"language: {language}")
                + "country:\n  to_confirm: to be confirmed\n  slots:\n"
                + (slot ?? "    - {id: line, title: Line, empty: the line of your country}\n")
        );
        files["modules/one.yaml"] = TestCourse.Utf8(
            TestCourse.Module.Replace("Hello.", "\"Call {{ country.line }}.\"")
                + "      - type: country\n        slots: [line]\n"
        );
        files["countries/PL.yaml"] = TestCourse.Utf8(
            "country: PL\nname: Poland\nlanguage: en\nentries:\n  - slot: line\n    source: {title: A page}\n"
                + $"    confidence: known\n    {entry}\n"
        );
        return TestCourse.Compile(files, new CompileOptions { Country = "PL" });
    }
}
