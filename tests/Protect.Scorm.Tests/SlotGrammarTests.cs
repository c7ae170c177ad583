using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Tests;

/// <summary>Country slots in sentences, where a language would inflect or join the words.</summary>
public sealed class SlotGrammarTests
{
    private const string Slot = "{{ country.child_helpline }}";

    [Theory(DisplayName = "In a language with cases, a slot inside a sentence is a warning; after a colon it is not")]
    [InlineData("Zadzwoń na $.", true)]
    [InlineData("**Zadzwoń** na $.", true)]
    [InlineData("Zadzwoń na\n$.", true)]
    [InlineData("Telefon: zadzwoń na $.", true)]
    [InlineData("- Zadzwoń na $.", true)]
    [InlineData("| Kto | Zadzwoń na $ |\n|---|---|\n| a | b |", true)]
    [InlineData("Zadzwoń do $ lub do rodziców.", true)]
    [InlineData("$", false)]
    [InlineData("$ pomaga.", false)]
    [InlineData("Linia wsparcia: $.", false)]
    [InlineData("**Linia wsparcia:** $.", false)]
    [InlineData("Linia wsparcia: $, $, lekarz.", false)]
    [InlineData("Boisz się? $.", false)]
    [InlineData("Tekst.\n\n$", false)]
    [InlineData("Tekst\n\n- $\n- **$**", false)]
    [InlineData("Tekst  \n$", false)]
    [InlineData("| Kto | $ |\n|---|---|\n| a | $ |", false)]
    [InlineData("<small>$</small>", false)]
    [InlineData("1. $", false)]
    public void Cases(string text, bool isReported)
    {
        foreach (string language in (string[])["pl", "tr", "el", "de", "ro", "uk"])
            Assert.Equal(isReported, Findings(language, text).Contains("slot-in-sentence"));
        foreach (string language in (string[])["en", "fr", "es", "it", "nl", "pt"])
            Assert.DoesNotContain("slot-in-sentence", Findings(language, text));
    }

    [Fact(DisplayName = "The warning about a slot in a sentence says where to write it, with its name")]
    public void Help()
    {
        Diagnostic found = Assert.Single(
            Compile("pl", "Zadzwoń na $.", "linia").Diagnostics,
            finding => finding.Rule.Slug == "slot-in-sentence"
        );
        Assert.Contains("{{ country.child_helpline }}", found.Help);
        Assert.Contains("after a colon", found.Help);
    }

    [Theory(DisplayName = "A preposition that joins the article of a slot's phrase is a warning")]
    [InlineData("fr", "le numéro", "Le chemin de $.", "de le")]
    [InlineData("fr", "les secours", "Parlez à **$**.", "à les")]
    [InlineData("fr", "la ligne", "Le chemin de $.", null)]
    [InlineData("fr", "le numéro", "Appelez $.", null)]
    [InlineData("fr", "le numéro", "Un mode $.", null)]
    [InlineData("es", "el número", "Llama a $.", "a el")]
    [InlineData("it", "il numero", "Parla di $.", "di il")]
    [InlineData("pt", "o número", "Fale de $.", "de o")]
    [InlineData("en", "the number", "Ask at $.", null)]
    public void Contractions(string language, string phrase, string text, string? words)
    {
        Diagnostic? found = Compile(language, text, phrase)
            .Diagnostics.SingleOrDefault(finding => finding.Rule.Slug == "slot-unjoined");
        Assert.Equal(words is not null, found is not null);
        if (words is not null)
            Assert.Contains($"“{words}”", found!.Message);
    }

    private static IEnumerable<string> Findings(string language, string text) =>
        Compile(language, text, "phrase").Diagnostics.Select(finding => finding.Rule.Slug);

    private static CompileResult Compile(string language, string text, string phrase)
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(
            TestCourse.Course.Replace("language: en", $"language: {language}")
                + TestCourse.Countries.Replace("the child helpline of your country", phrase)
        );
        files["modules/one.yaml"] = TestCourse.Utf8(
            TestCourse.Module.Replace(
                "body: Hello.",
                "body: |\n          " + text.Replace("$", Slot).Replace("\n", "\n          ")
            )
        );
        return TestCourse.Compile(files);
    }
}
