using Protect.Scorm.Diagnostics;
using Protect.Scorm.Translating;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Tests;

/// <summary>Files for translators, as written and as other tools return them.</summary>
public sealed class TranslationFilesTests
{
    private static readonly TranslationUnit Reviewed = new()
    {
        Id = "page.a.body",
        Source = "Listen **first**, then *ask* **now**.",
        Target = "*Pytaj*, **słuchaj** **teraz** `x`.",
        State = TranslationState.Reviewed,
        Review = "Maria N., 2026-11-24",
        About = "A text.",
        IsMarkdown = true,
        Span = SourceFile.WithoutText("x").Start,
    };

    private static readonly TranslationUnit Stale = Reviewed with
    {
        Id = "page.b.body",
        Source = "Two\nlines\n",
        Target = "\"Tab\t\\\r",
        State = TranslationState.Stale,
        Review = null,
        About = null,
    };

    [Fact(DisplayName = "XLIFF keeps each mark of the source in an element of its own, which the translation repeats")]
    public void Xliff()
    {
        string Hash(TranslationUnit unit) => TranslationUnit.HashOf(unit.Source);
        Assert.Equal(
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
              <file original="course.yaml" datatype="x-markdown" source-language="en" target-language="pl">
                <body>
                  <trans-unit id="page.a.body" approved="yes" xml:space="preserve" extradata="sha256:{Hash(Reviewed)}">
                    <source>Listen <ph id="1">**</ph>first<ph id="2">**</ph>, then <ph id="3">*</ph>ask<ph id="4">*</ph>
            """
                + " <ph id=\"5\">**</ph>now<ph id=\"6\">**</ph>.</source>\n"
                + "        <target state=\"final\"><ph id=\"3\">*</ph>Pytaj<ph id=\"4\">*</ph>, <ph id=\"1\">**</ph>"
                + "słuchaj<ph id=\"2\">**</ph> <ph id=\"5\">**</ph>teraz<ph id=\"6\">**</ph> `x`.</target>\n"
                + "        <note from=\"reviewer\">Maria N., 2026-11-24</note>\n"
                + "        <note from=\"developer\">A text.</note>\n      </trans-unit>\n"
                + "    </body>\n  </file>\n</xliff>\n",
            XliffFile.Write(new("en", "pl", [Reviewed]), "course.yaml")
        );
        Assert.DoesNotContain("<note", XliffFile.Write(new("en", "pl", [Stale]), "course.yaml"));
    }

    [Fact(DisplayName = "A mark that a tool changed in XLIFF comes back as in the source")]
    public void ChangedMarks()
    {
        string file = XliffFile
            .Write(new("en", "pl", [Reviewed]), "course.yaml")
            .Replace("<target state=\"final\"><ph id=\"3\">*</ph>", "<target state=\"final\"><ph id=\"3\">{3}</ph>")
            .Replace("teraz", "<g id=\"9\"><mrk mtype=\"seg\">te</mrk>raz</g>");
        Assert.Contains("{3}", file);
        var bag = new DiagnosticBag();
        TranslationFile back = XliffFile.Read(new SourceFile("pl.xlf", file), bag)!;
        Assert.Empty(bag.Sorted);
        Assert.Equal(("en", "pl", Reviewed.Target), (back.Source, back.Target, back.Units[0].Target));
        Assert.Equal(("A text.", Reviewed.Review), (back.Units[0].About, back.Units[0].Review));
    }

    private const string Po = """
        msgid ""
        msgstr ""
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n"
        "Language: pl\n"
        "X-Source-Language: en\n"

        #. A text.
        # reviewed: Maria N., 2026-11-24
        msgctxt "page.a.body"
        msgid "Listen **first**, then *ask* **now**."
        msgstr "*Pytaj*, **słuchaj** **teraz** `x`."

        #, fuzzy
        msgctxt "page.b.body"
        msgid ""
        "Two\n"
        "lines\n"
        msgstr "\"Tab\t\\\r"

        """;

    [Fact(DisplayName = "PO has the header that tools need, the purpose of each text, its reviewer and its state")]
    public void WritesPo() =>
        Assert.Equal(Po, PoFile.Write(new("en", "pl", [Reviewed, Stale])).ReplaceLineEndings("\n"));

    [Theory(
        DisplayName = "PO is read as other tools write it: with or without blank lines, comments and a last line end"
    )]
    [InlineData("\n\n", "\n")]
    [InlineData("\n#. A text.\n", "\n#. Another.\n#. Text.\n")]
    [InlineData("`x`.\"\n\n", "`x`.\"\n")]
    [InlineData("\\r\"\n", "\\r\"")]
    [InlineData("msgid \"\"\n\"Two", "msgid   \"\"\n  \"Two")]
    [InlineData("\"Two\\n\"\n\"lines\\n\"", "\"Two\\nli\"\n\"nes\\n\"")]
    [InlineData("\"X-Source", "\"X-Language: de\\n\"\n\"X-Source")]
    [InlineData("en\\n\"\n", "en\\n\"\n\"Language: xx\\n\"\n")]
    [InlineData("#, fuzzy", "#, c-format, fuzzy")]
    public void ReadsPo(string before, string after)
    {
        string text = Po.ReplaceLineEndings("\n").Replace(before, after);
        Assert.NotEqual(Po, text);
        var bag = new DiagnosticBag();
        TranslationFile? back = PoFile.Read(new SourceFile("pl.po", text), bag);
        Assert.Empty(bag.Sorted.Select(DiagnosticText.Format));
        Assert.Equal(("en", "pl"), (back!.Source, back.Target));
        Assert.Equal(
            [(Reviewed.Id, Reviewed.Source, Reviewed.Target, Reviewed.State, Reviewed.Review), Line(Stale)],
            back.Units.Select(Line)
        );
        string[] lines = text.Split('\n');
        Assert.All(back.Units, unit => Assert.Equal($"msgctxt \"{unit.Id}\"", lines[unit.Span.Line - 1]));
    }

    [Theory(DisplayName = "A line of PO that would lose text is an error at that line")]
    [InlineData("msgid_plural \"x\"")]
    [InlineData("msgstr[0] \"x\"")]
    [InlineData("msgstr x")]
    [InlineData("x")]
    [InlineData("\"x")]
    [InlineData("\"x\\\"")]
    [InlineData("\"x\\")]
    [InlineData("\"")]
    [InlineData("\"x\"y\"")]
    public void BrokenPo(string line)
    {
        var bag = new DiagnosticBag();
        Assert.Null(PoFile.Read(new SourceFile("x.po", $"msgctxt \"a\"\nmsgid \"b\"\n{line}\nmsgstr \"c\"\n"), bag));
        Diagnostic found = Assert.Single(bag.Sorted);
        Assert.Equal(("malformed-po", 3), (found.Rule.Slug, found.Span.Line));
    }

    [Theory(DisplayName = "A required state counts all texts below it")]
    [InlineData(TranslationState.New, 0)]
    [InlineData(TranslationState.Stale, 3)]
    [InlineData(TranslationState.Translated, 3)]
    [InlineData(TranslationState.Reviewed, 7)]
    public void Below(object required, int count) =>
        Assert.Equal(count, new TranslationCounts(15, 1, 2, 4, 8).Below((TranslationState)required));

    [Fact(DisplayName = "A new text with the words of another has no translation until somebody gives it one")]
    public void SameWords()
    {
        TextPlace Place(string address) =>
            new(
                address,
                new YamlScalar("One", IsPlain: true, IsBlock: false, SourceFile.WithoutText("x.yaml").Start),
                IsMarkdown: true,
                "A text."
            );
        TranslationUnit unit = Reviewed with { Id = "a", Source = "One", Target = "Jeden" };
        Translation joined = Translation.Join([Place("a"), Place("b")], new("en", "pl", [unit]), "en", "pl");
        Assert.Equal(new TranslationCounts(2, 1, 0, 0, 1), joined.Counts);
    }

    [Fact(DisplayName = "The error for lost marks names the first five")]
    public void Lost()
    {
        var bag = new DiagnosticBag();
        const string text = "- `a` `b`\n- `c` `d`";
        var place = new TextPlace(
            "a",
            new YamlScalar(text, IsPlain: true, IsBlock: false, SourceFile.WithoutText("x.yaml").Start),
            IsMarkdown: true,
            "A text."
        );
        Translation.Check(place, Reviewed with { Target = "- x" }, bag);
        Assert.Contains("lacks “`a`”, “`b`”, “-”, “`c`”, “`d`”.", Assert.Single(bag.Sorted).Message);
        bag = new DiagnosticBag();
        Translation.Check(place, Reviewed with { Target = "x" }, bag);
        Assert.Contains("lacks “-”, “`a`”, “`b`”, “-”, “`c`”, ….", Assert.Single(bag.Sorted).Message);
    }

    [Theory(
        DisplayName = "The longer pseudo-language adds a third to a text of four letters or more, at most 80 letters"
    )]
    [InlineData(3, 0)]
    [InlineData(4, 2)]
    [InlineData(7, 4)]
    [InlineData(60, 20)]
    [InlineData(1000, 80)]
    public void Longer(int length, int added) =>
        Assert.Equal(
            length + added,
            PseudoLanguage.Of(new string('b', length), isMarkdown: false, PseudoLanguage.Longer).Length
        );

    private static (string, string, string, TranslationState, string?) Line(TranslationUnit unit) =>
        (unit.Id, unit.Source, unit.Target, unit.State, unit.Review);
}
