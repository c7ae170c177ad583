using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Translating;

namespace Protect.Scorm.Tests;

/// <summary>Terms and avoided words in their inflected forms.</summary>
public sealed class TermFormsTests : IDisposable
{
    private readonly CommandLine _command = new();

    public void Dispose() => _command.Dispose();

    [Theory(DisplayName = "A word to avoid is found in each listed form, in capitals too")]
    [InlineData("pl", "pedofil", "[pedofila, pedofilem]", "Był pedofilem.", "pedofilem")]
    [InlineData("pl", "pedofil", "[pedofila, pedofilem]", "PEDOFILA nie ma.", "PEDOFILA")]
    [InlineData("pl", "pedofil", "[pedofila, pedofilem]", "Pedofilia to słowo.", null)]
    [InlineData("tr", "istismarcı", "[istismarcının]", "İSTİSMARCININ adı.", "İSTİSMARCININ")]
    [InlineData("tr", "istismarcı", "[istismarcının]", "İstismarcı kim?", "İstismarcı")]
    [InlineData("el", "παιδόφιλος", "[παιδόφιλου, παιδόφιλοι]", "Οι Παιδόφιλοι.", "Παιδόφιλοι")]
    [InlineData("el", "παιδόφιλος", "[παιδόφιλου]", "ΠΑΙΔΌΦΙΛΟΣ", "ΠΑΙΔΌΦΙΛΟΣ")]
    public void Avoided(string language, string word, string forms, string text, string? found)
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(
            TestCourse.Course.Replace("language: en", $"language: {language}")
                + $"avoid:\n  - {{word: {word}, forms: {forms}, instead: x}}\n"
        );
        files["modules/one.yaml"] = TestCourse.Utf8(TestCourse.Module.Replace("Hello.", text));
        Diagnostic[] findings =
        [
            .. TestCourse.Compile(files).Diagnostics.Where(finding => finding.Rule.Slug == "word-to-avoid"),
        ];
        Assert.Equal(found is null ? [] : [found], findings.Select(finding => finding.Message.Split('“', '”')[1]));
    }

    [Fact(
        DisplayName = "A translated term lists its forms after “|”: each is explained in a text, under the first one"
    )]
    public void Glossary()
    {
        CompileResult result = TestCourse.Compile(
            Translated("sieć | sieci | siecią", "sieci", "Rozmawiał z siecią."),
            new CompileOptions { Language = "pl" }
        );
        Assert.NotNull(result.Package);
        Assert.Empty(result.Diagnostics);
        string page = Specs.TextOf(result.Package, "index.html");
        Assert.Contains(">siecią</button>", page);
        Assert.Contains("<strong>sieć</strong>", page);
        Assert.Contains("<dt>sieć</dt>", Specs.TextOf(result.Package, "glossary.html"));
    }

    [Fact(DisplayName = "“translate terms” lists the texts of a translation that use no form of the glossary's word")]
    public void Terms()
    {
        foreach (
            (string text, string line) in new[]
            {
                ("Rozmawiał z siecią.", "network = sieć | sieci | siecią: 1 of 1 texts"),
                ("Rozmawiał z grupą.", "network = sieć | sieci | siecią: 0 of 1 texts"),
            }
        )
        {
            foreach ((string path, byte[] bytes) in Translated("sieć | sieci | siecią", "sieci", text))
                _command.Write("mine/" + path, System.Text.Encoding.UTF8.GetString(bytes));
            (int code, string output, string errors) = _command.Run("translate", "terms", "mine");
            Assert.Equal((0, ""), (code, errors));
            Assert.Contains(line, output);
            Assert.Equal(text.Contains("grupą"), output.Contains("without it: page.start.blocks.1.body"));
        }
    }

    /// <summary>Returns an English course with the term “network”, and its Polish translation.</summary>
    private static Dictionary<string, byte[]> Translated(string term, string also, string text)
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(
            TestCourse.Course
                + "glossary:\n  - {term: network, also: [networks], definition: People who know each other.}\n"
        );
        files["modules/one.yaml"] = TestCourse.Utf8(TestCourse.Module.Replace("Hello.", "He spoke with the network."));
        Translation translation = CourseTranslation.Read(
            new CourseSource(SourceFolder.InMemory(files)),
            "pl",
            new DiagnosticBag(),
            mayBeNew: true
        )!;
        foreach (TranslationUnit unit in translation.File.Units)
            translation = translation.With(
                unit with
                {
                    Target = unit.Source switch
                    {
                        "network" => term,
                        "networks" => also,
                        "He spoke with the network." => text,
                        _ => "Tekst",
                    },
                    State = TranslationState.Translated,
                }
            );
        files["languages/pl.xlf"] = TestCourse.Utf8(XliffFile.Write(translation.File, "course.yaml"));
        return files;
    }
}
