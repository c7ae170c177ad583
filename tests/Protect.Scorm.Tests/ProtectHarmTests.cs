using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Model;
using Protect.Scorm.Translating;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Tests;

/// <summary>The course we ship never rewards a harmful act, and contains no sentence that can hurt a child.</summary>
public sealed partial class ProtectHarmTests
{
    private static readonly string[] Languages = ["en", "pl", "tr", "el"];

    private static SourceFolder Folder => ProtectStories.Folder;

    [Fact(DisplayName = "No text of Protect, in any language, tells a young person never to keep an image")]
    public void NeverTheImages() =>
        Assert.Equal(
            [],
            Texts()
                .Where(text => Sentences(text.Text).Any(sentence => NeverImages(text.Language).IsMatch(sentence)))
                .Select(text => text.ToString())
        );

    [Theory(DisplayName = "Where Protect says how to handle an image, the young person deletes nothing")]
    [InlineData("module.numerique.takeaway")]
    [InlineData("page.fiche-repere.blocks.2.body")]
    [InlineData("page.fiche-reflexe.blocks.2.steps.2.body")]
    [InlineData("page.cartes.blocks.2.body")]
    [InlineData("page.cartes.blocks.7.body")]
    [InlineData("page.chemin-alerte.blocks.1.boxes.images.text")]
    [InlineData("page.evolution.blocks.3.rows.2.3")]
    [InlineData("page.sept-situations.blocks.2.cards.6.body")]
    [InlineData("page.bilan-numerique.blocks.2.body")]
    [InlineData("item.av-en-ligne.options.1.text")]
    [InlineData("item.av-en-ligne.feedback.right")]
    [InlineData("item.av-en-ligne.feedback.wrong")]
    [InlineData("item.ap-en-ligne.feedback.right")]
    [InlineData("item.ap-en-ligne.feedback.wrong")]
    [InlineData("item.m6-telephone.options.2.text")]
    [InlineData("item.m6-telephone.feedback.right")]
    [InlineData("item.m6-telephone.feedback.wrong")]
    [InlineData("item.m9-milo.options.1.text")]
    [InlineData("item.m9-milo.options.3.feedback")]
    [InlineData("item.m9-groupe.feedback.right")]
    [InlineData("item.m13-ami.feedback.right")]
    [InlineData("item.liens-secret.feedback.right")]
    [InlineData("item.numerique-histoire.nodes.photo.choices.1.text")]
    [InlineData("item.parents-histoire.nodes.telephone.choices.1.text")]
    [InlineData("item.ev-images.feedback.right")]
    [InlineData("item.ev-images.feedback.wrong")]
    [InlineData("item.ev-num-jeu.options.2.text")]
    [InlineData("item.ev-lie-outing.feedback.right")]
    [InlineData("item.ev-ent-video.feedback.wrong")]
    [InlineData("item.ev-alex.nodes.image.choices.3.text")]
    public void NothingIsDeleted(string id)
    {
        Words[] found = [.. Texts().Where(text => text.Id == id && text.Language is "fr" or "en")];
        Assert.Equal(["fr", "en"], found.Select(text => text.Language).Distinct());
        Assert.All(
            found,
            text =>
                Assert.Matches(
                    text.Language == "fr"
                        ? "(?i)n’efface"
                        : "(?i)deletes? (anything|nothing|it|them)|(not|n’t|nobody) (yet )?delete",
                    text.Text
                )
        );
    }

    [Fact(DisplayName = "No right answer and no careful choice of Protect deletes a message or an image")]
    public void NoRightAnswerDeletes()
    {
        Course course = new CourseSource(Folder).Read(new DiagnosticBag())!;
        string[] right =
        [
            .. course
                .Questions.SelectMany(item =>
                    item.Question switch
                    {
                        SingleChoice single => single.Options,
                        MultipleChoice several => several.Options,
                        _ => [],
                    }
                )
                .Where(option => option.IsCorrect)
                .Select(option => option.Text.Markdown),
            .. course
                .Questions.Select(item => item.Question)
                .OfType<Branching>()
                .SelectMany(story => story.Nodes, (story, node) => (story, node))
                .SelectMany(
                    one => one.node.Choices.Where(way => !ProtectStories.IsHarmful(one.story, one.node, way)),
                    (_, way) => way.Text.Markdown
                ),
        ];
        Assert.InRange(right.Length, 250, 1000);
        Assert.Equal([], right.Where(text => Deletes().IsMatch(text)));
    }

    [Fact(DisplayName = "The response card of Protect keeps first, then reports, and blocks last")]
    public void KeepReportBlock()
    {
        List<Words> texts = Texts();
        string Step(int step) => $"page.fiche-reflexe.blocks.2.steps.{step}.body";
        string French(int step) => texts.First(text => text.Language == "fr" && text.Id == Step(step)).Text;
        Assert.DoesNotMatch("(?i)bloqu", French(1) + French(2));
        Assert.Matches("(?i)signale.*bloque", French(3));
        Assert.Matches("encore.*participent", French(4));
    }

    [Fact(DisplayName = "In every language of Protect, paying a child for sex is exploitation, without “may be”")]
    public void PayingIsExploitation()
    {
        Words[] key =
        [
            .. Texts().Where(text => Regex.IsMatch(text.Id, @"^item\.ev-accord\.(options\.3\.|feedback\.)")),
        ];
        Assert.Contains(key, text => text.Language == "en");
        Assert.Equal([], key.Where(text => Doubt().IsMatch(text.Text)).Select(text => text.ToString()));
    }

    [Fact(DisplayName = "The privacy page of Protect explains what happens to written notes")]
    public void NotesAreNamed()
    {
        var bag = new DiagnosticBag();
        Course course = new CourseSource(Folder).Read(bag)!;
        Assert.Contains(course.Pages.SelectMany(page => page.Blocks), block => block.Slug == "reflection");
        Words[] page = [.. Texts().Where(text => text.IsOf("vie-privee"))];
        Assert.Equal([], page.Where(text => NoBox().IsMatch(text.Text)).Select(text => text.ToString()));
        Assert.Contains(page, text => text.Language == "fr" && Regex.IsMatch(text.Text, "cases de réflexion"));
        Assert.Contains(page, text => text.Language == "en" && Regex.IsMatch(text.Text, "reflection boxes"));
    }

    public static TheoryData<string, string> Countries
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string file in Directory.EnumerateFiles(Repository.At("courses", "protect", "countries")).Order())
                data.Add(Path.GetFileNameWithoutExtension(file), "fr");
            data.Add("FR", "en");
            data.Add("GB", "en");
            return data;
        }
    }

    [Theory(DisplayName = "112 is on every page of Protect without a note of doubt, in the package of every country")]
    [MemberData(nameof(Countries))]
    public void NumberIsSure(string country, string language)
    {
        var options = new CompileOptions
        {
            Language = language,
            Country = country,
            Edition = "core",
        };
        CompileResult result = CourseCompiler.Compile(Folder, options);
        IDocument print = new HtmlParser().ParseDocument(Specs.TextOf(result.Package!, "print.html"));
        string doubt = language == "fr" ? "à confirmer" : "to be confirmed";
        Assert.Contains(doubt, print.Body!.TextContent);
        Assert.DoesNotMatch($@"112[\s(:,–-]*{doubt}", print.Body!.TextContent);
        string title = language == "fr" ? "Danger immédiat" : "Immediate danger";
        IElement[] slots =
        [
            .. print.QuerySelectorAll(".country li").Where(slot => slot.QuerySelector(".name")?.TextContent == title),
        ];
        Assert.NotEmpty(slots);
        Assert.All(slots, slot => Assert.NotNull(slot.QuerySelector("a[href='tel:112']")));
        Assert.All(slots, slot => Assert.DoesNotContain(doubt, slot.TextContent));
        Assert.DoesNotContain(print.QuerySelectorAll("[data-unchecked]"), mark => mark.TextContent.Contains("112"));
    }

    [Fact(DisplayName = "In the scenes of Protect a child gets one question at a time, and a helpline at night")]
    public void OneQuestionAtATime()
    {
        Words[] scenes = [.. Texts().Where(text => text.Language is "fr" or "en" && Turn().IsMatch(text.Id))];
        Assert.InRange(scenes.Length, 150, 1000);
        Assert.Equal([], scenes.Where(scene => AsksTwice(scene.Text)).Select(scene => scene.ToString()));
        Words[] night = [.. Texts().Where(text => text.Id == "item.numerique-histoire.prompt")];
        Assert.All(["fr", "en"], language => Assert.Contains(night, text => text.Language == language));
        Assert.All(night, text => Assert.Contains("{{ country.child_helpline }}", text.Text));
    }

    /// <summary>Tells whether something that a person says in a text contains more than one question.</summary>
    internal static bool AsksTwice(string text) =>
        Quotes().Matches(text).Any(quote => quote.Value.Split('?').Length > 2);

    /// <summary>All texts: French as written, other languages from their files, including stale ones.</summary>
    private static List<Words> Texts()
    {
        var texts = new List<Words>();
        var bag = new DiagnosticBag();
        texts.AddRange(new CourseSource(Folder).Places.Select(place => new Words("fr", place.Address, place.Text)));
        foreach (string language in Languages)
        {
            TranslationFile file = XliffFile.Read(Folder.Text($"languages/{language}.xlf")!, bag)!;
            texts.AddRange(file.Units.Select(unit => new Words(language, unit.Id, unit.Target)));
        }
        Assert.False(bag.HasErrors);
        return texts;
    }

    private static string[] Sentences(string text) => Regex.Split(text, @"(?<=[.!?;·]\**)\s+|\n");

    private static Regex NeverImages(string language) =>
        language switch
        {
            "fr" => FrenchImages(),
            "en" => EnglishImages(),
            "pl" => PolishImages(),
            "tr" => TurkishImages(),
            _ => GreekImages(),
        };

    /// <summary>A text of the course, at its address, in a language.</summary>
    private sealed record Words(string Language, string Id, string Text)
    {
        public bool IsOf(string page) => Id.StartsWith($"page.{page}.", StringComparison.Ordinal);

        public override string ToString() => $"{Language} {Id}: {Text}";
    }

    [GeneratedRegex(@"(?i)jamais\b.{0,60}\b(images?|photos?)\b|\b(images?|photos?)\b.{0,40}\bjamais\b")]
    private static partial Regex FrenchImages();

    [GeneratedRegex(@"(?i)\bnever\b.{0,60}\b(image|picture|photo)s?\b|\b(image|picture|photo)s?\b.{0,40}\bnever\b")]
    private static partial Regex EnglishImages();

    [GeneratedRegex(@"(?i)\bnigdy\b.{0,60}\b(obraz|zdję)|\b(obraz|zdję)\w*.{0,40}\bnigdy\b")]
    private static partial Regex PolishImages();

    [GeneratedRegex(
        @"(?i)\b(asla|hiçbir zaman)\b.{0,60}\b(görüntü|resim|fotoğraf)"
            + @"|\b(görüntü|resim|fotoğraf)\w*.{0,40}\b(asla|hiçbir zaman)\b"
    )]
    private static partial Regex TurkishImages();

    [GeneratedRegex(@"(?i)\bποτέ\b.{0,60}\b(εικόν|φωτογραφί[αε])|\b(εικόν|φωτογραφί[αε])\w*.{0,40}\bποτέ\b")]
    private static partial Regex GreekImages();

    [GeneratedRegex(
        @"(?i)peut-être|pourrait|sans doute|\b(may|might|could|perhaps|maybe)\b|\bmoże\b"
            + "|belki|olabilir|ίσως|μπορεί να είναι|ενδέχεται"
    )]
    private static partial Regex Doubt();

    [GeneratedRegex("(?i)aucune case|no box|nothing asks|żadne pole|hiçbir (kutu|alan|bölüm)|κανένα πεδίο|καμία θέση")]
    private static partial Regex NoBox();

    [GeneratedRegex(@"(?i)(?<!n’|\bne |\bni |\brien |sans l’)\b(efface(r|nt)?|effaçons|supprime(r|nt)?|supprimons)\b")]
    private static partial Regex Deletes();

    [GeneratedRegex(@"^page\..*\.turns\.\d+\.text$|^page\.scene-")]
    private static partial Regex Turn();

    [GeneratedRegex(@"«[^»]*»|“[^”]*”")]
    private static partial Regex Quotes();
}
