using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Translating;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Tests;

/// <summary>Files with only the texts that changed, for translators.</summary>
public sealed class TranslationChangesTests : IDisposable
{
    private readonly CommandLine _command = new();

    public void Dispose() => _command.Dispose();

    public static TheoryData<string> Formats => ["xliff", "po"];

    [Theory(
        DisplayName = "After any change of a course: export the changed texts, translate them, import them, and all "
            + "are current; the others keep their translation and reviewer"
    )]
    [MemberData(nameof(Formats))]
    public void AnyChange(string format)
    {
        for (int seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            List<TextPlace> before = [.. Enumerable.Range(1, 30).Select(number => Place(number, Text(random)))];
            Translation old = Fill(Translation.Join(before, null, "en", "pl"), random);
            List<TextPlace> after = Edit(before, random);
            // As the file in languages/ keeps it, perhaps after another export.
            TranslationFile kept = Back("xliff", old.File);
            if (seed % 2 == 0)
                kept = Back("xliff", Translation.Join(Edit(before, random), kept, "en", "pl").File);
            Translation stale = Translation.Join(after, kept, "en", "pl");
            TranslationFile changed = Back(format, stale.Changed);
            Assert.All(changed.Units, unit => Assert.True(unit.State < TranslationState.Translated));
            Assert.Equal(
                stale.Changed.Units.Select(unit => (unit.Id, unit.Source, unit.Target, unit.PreviousSource)),
                changed.Units.Select(unit => (unit.Id, unit.Source, unit.Target, unit.PreviousSource))
            );
            TranslationFile done = changed with
            {
                Units =
                [
                    .. changed.Units.Select(unit =>
                        unit with
                        {
                            Target = "pl: " + unit.Source,
                            State = TranslationState.Translated,
                        }
                    ),
                ],
            };
            var bag = new DiagnosticBag();
            (Translation result, int accepted, _, int refused) = CourseTranslation.Import(
                stale,
                Back(format, done),
                null,
                bag
            );
            Assert.Equal((changed.Units.Count, 0), (accepted, refused));
            Assert.Equal(0, result.Counts.New + result.Counts.Stale);
            string[] ids = [.. changed.Units.Select(unit => unit.Id)];
            foreach (TranslationUnit unit in stale.File.Units.Where(unit => !ids.Contains(unit.Id)))
            {
                TranslationUnit now = result.Find(unit.Id)!.Value.Unit;
                Assert.Equal((unit.Target, unit.State, unit.Review), (now.Target, now.State, now.Review));
            }
            Assert.All(result.File.Units, unit => Assert.Null(unit.PreviousSource));
        }
    }

    [Theory(DisplayName = "A changed text is exported with its old text and its old translation")]
    [MemberData(nameof(Formats))]
    public void OldText(string format)
    {
        TranslationFile file = new(
            "en",
            "pl",
            [
                new TranslationUnit
                {
                    Id = "page.p.blocks.1.body",
                    Source = "Listen **first**.\n\nThen ask.",
                    Target = "**Najpierw** słuchaj.\n\nPotem pytaj.",
                    State = TranslationState.Reviewed,
                    Review = "Maria N., 2026-11-24",
                    Span = SourceFile.WithoutText("pl.xlf").Start,
                },
            ]
        );
        Translation stale = Translation.Join([Place(1, "Listen **first**.")], file, "en", "pl");
        string written = TranslationTests.Write(format, stale.Changed);
        if (format == "po")
            Assert.Contains(
                "#, fuzzy\n#| msgid \"\"\n#| \"Listen **first**.\\n\"\n#| \"\\n\"\n#| \"Then ask.\"\nmsgctxt",
                written
            );
        else
            Assert.Contains(
                "<alt-trans alttranstype=\"previous-version\">\n          <source>Listen <ph id=\"1\">**</ph>first"
                    + "<ph id=\"2\">**</ph>.\n\nThen ask.</source>\n          <target><ph id=\"1\">**</ph>Najpierw",
                written
            );
        TranslationUnit back = Back(format, stale.Changed).Units[0];
        Assert.Equal(file.Units[0].Source, back.PreviousSource);
        Assert.Equal((file.Units[0].Target, TranslationState.Stale), (back.Target, back.State));
    }

    [Fact(DisplayName = "The file with changed texts never replaces the complete one, and holds one language")]
    public void Files()
    {
        _command.Run("new", "mine");
        Assert.Equal(0, _command.Run("translate", "export", "mine", "--language", "pl").Code);
        (int code, _, string errors) = _command.Run("translate", "export", "mine", "--changed");
        Assert.Equal(2, code);
        Assert.Contains("--out", errors);
        Assert.Equal(
            2,
            _command.Run("translate", "export", "mine", "--language", "pl", "tr", "--changed", "--out", "x.xlf").Code
        );
        Assert.Equal(0, _command.Run("translate", "export", "mine", "--changed", "--out", "pl-changed.xlf").Code);
        string path = Path.Combine(_command.Folder, "pl-changed.xlf");
        Assert.Contains("state=\"new\"", File.ReadAllText(path));
        Assert.Equal(0, _command.Run("translate", "import", "mine", path).Code);
    }

    private static TranslationFile Back(string format, TranslationFile file)
    {
        var bag = new DiagnosticBag();
        TranslationFile back = TranslationTests.Read(format, TranslationTests.Write(format, file), bag)!;
        Assert.Empty(bag.Sorted);
        return back;
    }

    private static Translation Fill(Translation translation, Random random) =>
        translation.File.Units.Aggregate(
            translation,
            (all, unit) =>
            {
                TranslationState state = (TranslationState)random.Next(2, 4);
                return random.Next(8) == 0
                    ? all
                    : all.With(
                        unit with
                        {
                            Target = "old pl: " + unit.Source,
                            State = state,
                            Review = state == TranslationState.Reviewed ? "Somebody, 2026-11-24" : null,
                        }
                    );
            }
        );

    /// <summary>Changes, removes, inserts and moves texts; addresses are positions, as in a list of blocks.</summary>
    private static List<TextPlace> Edit(List<TextPlace> places, Random random)
    {
        List<string> texts = [.. places.Select(place => place.Text)];
        for (int edits = random.Next(1, 12); edits > 0; edits--)
        {
            int at = random.Next(texts.Count);
            switch (random.Next(4))
            {
                case 0:
                    texts[at] = Text(random);
                    break;
                case 1 when texts.Count > 1:
                    texts.RemoveAt(at);
                    break;
                case 2:
                    texts.Insert(at, Text(random));
                    break;
                default:
                    (texts[at], texts[0]) = (texts[0], texts[at]);
                    break;
            }
        }
        return [.. texts.Select((text, index) => Place(index + 1, text))];
    }

    private static string Text(Random random) =>
        string.Concat(
            Enumerable
                .Range(0, random.Next(1, 5))
                .Select(_ => (string[])["Listen ", "**first** ", "\"then\" ", "a\nb ", "\\ ", "[a](page:b) "])
                .Select(words => words[random.Next(words.Length)])
        ) + random.Next(100);

    private static TextPlace Place(int number, string text) =>
        new(
            $"page.p.blocks.{number}.body",
            new YamlScalar(text, IsPlain: true, IsBlock: false, SourceFile.WithoutText("x.yaml").Start),
            IsMarkdown: true,
            "A text."
        );
}
