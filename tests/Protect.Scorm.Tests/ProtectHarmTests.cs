using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Model;
using Protect.Scorm.Translating;
using Protect.Scorm.Yaml;
using Node = Protect.Scorm.Model.Node;

namespace Protect.Scorm.Tests;

/// <summary>The course we ship never rewards a harmful act, and contains no sentence that can hurt a child.</summary>
public sealed partial class ProtectHarmTests
{
    /// <summary>Choices that violate the response card, for each story, by node and first words.</summary>
    private static readonly Dictionary<string, (string Node, string Text)[]> Harmful = new()
    {
        ["ev-alex"] =
        [
            ("semaine-1", "J’attends un signe"),
            ("semaine-2", "Je demande à Iris de chercher"),
            ("semaine-2", "Je dis à Alex qu’Iris"),
            ("semaine-3", "« Je te le jure"),
            ("semaine-3", "« Alors garde-le pour toi"),
            ("parole", "« Qu’est-ce qu’il te fait"),
            ("parole", "« Pourquoi tu y vas"),
            ("image", "Je prends une photo"),
            ("image", "J’efface tout"),
            ("absence", "J’attends le retour"),
            ("parent", "Je lui raconte tout"),
            ("parent", "« Je ne peux rien dire"),
            ("lenteur", "Je lui dis de laisser"),
            ("equipe", "Je tiens bon"),
            ("equipe", "Je laisse la situation"),
        ],
        ["m6-maya"] =
        [
            ("debut", "« Vite, alors"),
            ("presse", "« D’accord, une autre fois"),
            ("temps", "« Promis, à personne"),
            ("temps", "« C’est ton copain"),
            ("promesse", "« Oui, cela reste entre nous"),
            ("suggestion", "« Allez, dis-moi"),
            ("limites", "« Pourquoi tu y es retournée"),
            ("limites", "« Raconte-moi tout"),
            ("trop", "« Si tu ne dis rien"),
            ("suite", "« Je vais aller lui parler"),
            ("suite", "« Ne t’inquiète pas"),
        ],
    };

    /// <summary>All other choices. A choice in neither list fails the test: it needs a decision.</summary>
    private static readonly Dictionary<string, (string Node, string Text)[]> Careful = new()
    {
        ["ev-alex"] =
        [
            ("semaine-1", "Je note ce que je vois"),
            ("semaine-1", "Je dis « j’ai remarqué"),
            ("semaine-2", "« Merci, Iris"),
            ("semaine-3", "« Je ne peux pas te le jurer"),
            ("parole", "« Merci de m’en avoir parlé"),
            ("image", "« Tu n’as pas besoin de me montrer"),
            ("absence", "J’alerte moi-même"),
            ("absence", "J’appelle le 112"),
            ("parent", "« J’entends votre inquiétude"),
            ("lenteur", "Je ne parle pas d’Alex"),
            ("lenteur", "Je ne réponds pas"),
            ("equipe", "Je demande un temps d’échange"),
            ("regard", "Relire : "),
            ("regard", "Finir l’histoire"),
        ],
        ["m6-maya"] =
        [
            ("debut", "« Oui. On s’assoit"),
            ("presse", "« Pardon. J’ai le temps"),
            ("temps", "« Je ne peux pas le garder"),
            ("promesse", "« J’ai eu tort de promettre"),
            ("suggestion", "« Tu as raison"),
            ("limites", "« Merci de m’en avoir parlé"),
            ("trop", "« Tu n’as pas à tout dire"),
            ("suite", "« Es-tu en sécurité ce soir"),
        ],
    };

    private static readonly string[] Languages = ["en", "pl", "tr", "el"];

    public static TheoryData<string?> Editions => [null, "core"];

    private static SourceFolder Folder => SourceFolder.Course(Repository.At("courses", "protect"), "protect");

    [Theory(DisplayName = "No path of a story in Protect with a harmful choice ends right; every careful path does")]
    [MemberData(nameof(Editions))]
    public void HarmNeverEndsRight(string? edition)
    {
        foreach (Branching story in Stories(edition))
        {
            var walk = new Walk(story, Harmful[story.Id.Value]);
            Assert.InRange(walk.Ends.Count, 15, 100_000);
            Assert.Equal([], PathsOf(walk, end => end.IsHarmful && end.Ending == Ending.Right));
            Assert.Equal([], PathsOf(walk, end => !end.IsHarmful && end.Ending != Ending.Right));
            Assert.Contains(walk.Ends, end => !end.IsHarmful);
        }
    }

    [Theory(DisplayName = "Every choice in a story of Protect is listed as harmful or as careful")]
    [MemberData(nameof(Editions))]
    public void EveryChoiceIsJudged(string? edition)
    {
        Branching[] stories = [.. Stories(edition)];
        Assert.Equal(Harmful.Keys.Order(), stories.Select(story => story.Id.Value).Order());
        foreach (Branching story in stories)
        {
            (string Node, string Text)[] judged = [.. Harmful[story.Id.Value], .. Careful[story.Id.Value]];
            (Node Node, Branch Branch)[] choices =
            [
                .. story.Nodes.SelectMany(node => node.Choices.Select(way => (node, way))),
            ];
            Assert.Equal(
                [],
                judged.Where(known => !choices.Any(choice => IsChoice(choice.Node, choice.Branch, known)))
            );
            Assert.Equal(
                [],
                choices
                    .Where(choice => judged.Count(known => IsChoice(choice.Node, choice.Branch, known)) != 1)
                    .Select(choice => $"{choice.Node.Id.Value}: {choice.Branch.Text.Markdown}")
            );
        }
    }

    [Theory(
        DisplayName = "The best choice of a Protect story changes its position; one fixed position never ends right"
    )]
    [MemberData(nameof(Editions))]
    public void PlacesChange(string? edition)
    {
        foreach (Branching story in Stories(edition))
        {
            var walk = new Walk(story, Harmful[story.Id.Value]);
            int[][] good = [.. story.Nodes.Select(walk.CarefulPlaces).Where(places => places.Length > 0)];
            Assert.All(Enumerable.Range(0, 3), place => Assert.Contains(good, places => !places.Contains(place)));
            int[] only = [.. good.Where(places => places.Length == 1).Select(places => places[0])];
            Assert.All(only.CountBy(place => place), place => Assert.InRange(place.Value, 0, only.Length / 2));
            Assert.All(Enumerable.Range(0, 3), place => Assert.NotEqual(Ending.Right, walk.AlwaysTaking(place)));
        }
    }

    [Fact(DisplayName = "No text of Protect, in any language, tells a young person never to keep an image")]
    public void NeverTheImages() =>
        Assert.Equal(
            [],
            Texts()
                .Where(text => Sentences(text.Text).Any(sentence => NeverImages(text.Language).IsMatch(sentence)))
                .Select(text => text.ToString())
        );

    [Theory(DisplayName = "Where Protect says how to handle an image, the young person deletes nothing")]
    [InlineData("page.fiche-reflexe.blocks.2.steps.2.body")]
    [InlineData("page.cartes.blocks.2.body")]
    [InlineData("page.bilan-numerique.blocks.1.body")]
    [InlineData("item.m9-milo.options.1.text")]
    [InlineData("item.m9-milo.options.3.feedback")]
    [InlineData("item.m9-groupe.feedback.right")]
    [InlineData("item.ev-images.feedback.right")]
    [InlineData("item.ev-alex.nodes.image.choices.3.text")]
    [InlineData("item.ev-alex.nodes.image.choices.2.consequence")]
    public void NothingIsDeleted(string id)
    {
        Words[] found = [.. Texts().Where(text => text.Id == id && text.Language is "fr" or "en")];
        Assert.Equal(["fr", "en"], found.Select(text => text.Language));
        Assert.Matches("(?i)n’efface", found[0].Text);
        Assert.Matches("(?i)deletes? (anything|nothing|it|them)|not delete", found[1].Text);
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
        Words[] scenes = [.. Texts().Where(text => text.Language is "fr" or "en" && text.Id.StartsWith("page.scene-"))];
        Assert.Equal(
            [],
            scenes
                .Where(scene => Quotes().Matches(scene.Text).Any(quote => quote.Value.Split('?').Length > 2))
                .Select(scene => scene.ToString())
        );
        Words[] night = [.. scenes.Where(scene => scene.IsOf("scene-message"))];
        Assert.Equal(2, night.Count(scene => scene.Text.Contains("{{ country.child_helpline }}")));
    }

    [Theory(
        DisplayName = "In the scenes of Protect the adult asks if the child is safe, and says who will be informed"
    )]
    [InlineData("scene-gare", "sécurité", "J’en parle")]
    [InlineData("scene-message", "sécurité", "J’appelle")]
    [InlineData("scene-vendredi", "danger", "lui dit qui il appelle")]
    [InlineData("scene-telephone", "mourir", "à qui elle va parler")]
    public void SafetyAndHonesty(string page, string safety, string honesty)
    {
        Words[] texts = [.. Texts().Where(text => text.Language == "fr" && text.IsOf(page))];
        string scene = string.Join('\n', texts.Select(text => text.Text));
        Assert.Contains(safety, scene);
        Assert.Contains(honesty, scene, StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<Branching> Stories(string? edition)
    {
        var bag = new DiagnosticBag();
        Course course = new CourseSource(Folder).Read(bag, edition)!;
        Branching[] stories = [.. course.Questions.Select(item => item.Question).OfType<Branching>()];
        Assert.Equal(2, stories.Length);
        return stories;
    }

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

    private static IEnumerable<string> PathsOf(Walk walk, Func<End, bool> which) =>
        walk.Ends.Where(which).Select(end => end.Path).Take(3);

    private static bool IsChoice(Node node, Branch way, (string Node, string Text) known) =>
        node.Id.Value == known.Node && Plain(way.Text.Markdown).StartsWith(known.Text, StringComparison.Ordinal);

    private static string Plain(string text) => Spaces().Replace(text, " ").Trim();

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

    /// <summary>A path through a story, with its result.</summary>
    private sealed record End(Ending Ending, bool IsHarmful, string Path);

    /// <summary>Every path through a story. A path never visits a node twice with the same values.</summary>
    private sealed class Walk
    {
        private readonly Branching _story;
        private readonly (string Node, string Text)[] _harmful;
        private readonly string[] _names;

        public Walk(Branching story, (string Node, string Text)[] harmful)
        {
            (_story, _harmful, _names) = (story, harmful, [.. story.Variables.Select(variable => variable.Name.Value)]);
            Visit(0, Start, isHarmful: false, path: "", seen: []);
        }

        /// <summary>Paths that reached an ending.</summary>
        public List<End> Ends { get; } = [];

        private int[] Start => [.. _story.Variables.Select(variable => variable.StartValue)];

        private void Visit(int at, int[] values, bool isHarmful, string path, HashSet<string> seen)
        {
            Node node = _story.Nodes[at];
            if (node.Ending is { } ending)
            {
                Ends.Add(new End(ending.Value, isHarmful, path));
                return;
            }
            string place = $"{at}: {string.Join(' ', values)}";
            if (!seen.Add(place))
                return;
            foreach (Branch way in Offered(node, values))
            {
                string next = $"{path} / {Plain(way.Text.Markdown)}";
                Visit(_story.IndexOf(way.To.Value), After(way, values), isHarmful || IsHarmful(node, way), next, seen);
            }
            seen.Remove(place);
        }

        /// <summary>Positions on the screen, from 0, of the careful choices; none if no choice is harmful.</summary>
        public int[] CarefulPlaces(Node node)
        {
            Branch[] shown = [.. node.Choices.DistinctBy(way => Plain(way.Text.Markdown))];
            bool[] harmful = [.. shown.Select(way => IsHarmful(node, way))];
            return harmful.Contains(true) ? [.. Enumerable.Range(0, shown.Length).Where(place => !harmful[place])] : [];
        }

        /// <summary>
        /// Ending of a learner who always takes the choice at one position, or the last one if there are fewer.
        /// </summary>
        public Ending? AlwaysTaking(int place)
        {
            int at = 0;
            int[] values = Start;
            for (int step = 0; step < 100; step++)
            {
                if (_story.Nodes[at].Ending is { } ending)
                    return ending.Value;
                Branch[] offered = [.. Offered(_story.Nodes[at], values)];
                Branch way = offered[Math.Min(place, offered.Length - 1)];
                (at, values) = (_story.IndexOf(way.To.Value), After(way, values));
            }
            return null;
        }

        private bool IsHarmful(Node node, Branch way) => _harmful.Any(known => IsChoice(node, way, known));

        private IEnumerable<Branch> Offered(Node node, int[] values) =>
            node.Choices.Where(way => way.Conditions.All(met => IsMet(met, values[IndexOf(met.Variable)])));

        private static bool IsMet(Condition condition, int value) =>
            value >= (condition.AtLeast?.Value ?? int.MinValue) && value <= (condition.AtMost?.Value ?? int.MaxValue);

        private int[] After(Branch way, int[] values)
        {
            int[] after = [.. values];
            foreach (Effect effect in way.Effects)
            {
                int at = IndexOf(effect.Variable);
                Variable variable = _story.Variables[at];
                after[at] = Math.Clamp(after[at] + effect.Add.Value, variable.From.Value, variable.To.Value);
            }
            return after;
        }

        private int IndexOf(Located<string> name) => Array.IndexOf(_names, name.Value);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

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

    [GeneratedRegex(@"(?i)\bποτέ\b.{0,60}\b(εικόν|φωτογραφ)|\b(εικόν|φωτογραφ)\w*.{0,40}\bποτέ\b")]
    private static partial Regex GreekImages();

    [GeneratedRegex(
        @"(?i)peut-être|pourrait|sans doute|\b(may|might|could|perhaps|maybe)\b|\bmoże\b"
            + "|belki|olabilir|ίσως|μπορεί να είναι|ενδέχεται"
    )]
    private static partial Regex Doubt();

    [GeneratedRegex("(?i)aucune case|no box|nothing asks|żadne pole|hiçbir (kutu|alan|bölüm)|κανένα πεδίο|καμία θέση")]
    private static partial Regex NoBox();

    [GeneratedRegex(@"«[^»]*»|“[^”]*”")]
    private static partial Regex Quotes();
}
