using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Reading;
using Protect.Scorm.Translating;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Tests;

public sealed class TranslationTests
{
    private static readonly SourceFolder Showcase = SourceFolder.Course(
        Repository.At("courses", "showcase"),
        "showcase"
    );

    public static TheoryData<string> Formats => ["xliff", "po"];

    [Theory(DisplayName = "Export to translators and import lose no text, mark or state")]
    [MemberData(nameof(Formats))]
    public void RoundTrip(string format)
    {
        Translation full = Filled(unit =>
            unit.Id.Length % 3 == 0 ? TranslationState.Reviewed : TranslationState.Translated
        );
        var bag = new DiagnosticBag();
        TranslationFile back = Read(format, Write(format, full.File), bag)!;
        Assert.False(bag.HasErrors);
        Assert.Equal(
            full.File.Units.Select(unit => (unit.Id, unit.Source, unit.Target, unit.State, unit.Review)),
            back.Units.Select(unit => (unit.Id, unit.Source, unit.Target, unit.State, unit.Review))
        );
        (Translation result, int accepted, int unchanged, int refused) = CourseTranslation.Import(
            Empty(),
            back,
            null,
            bag
        );
        Assert.Equal((full.Counts.Total, 0, 0), (accepted, unchanged, refused));
        Assert.Equal(full.Counts, result.Counts);
        Assert.Equal(Write("xliff", full.File), Write("xliff", result.File));
    }

    [Fact(DisplayName = "Every text of the showcase, split at its marks and joined again, is unchanged")]
    public void SplitAndJoin() =>
        Assert.All(
            Empty().File.Units,
            unit =>
                Assert.Equal(
                    unit.Source,
                    string.Concat(MarkupCodes.Split(unit.Source, unit.IsMarkdown).Select(segment => segment.Text))
                )
        );

    [Theory(DisplayName = "Parts that a translation must keep are found")]
    [InlineData("Listen **first**, then *ask*.", "**|**|*|*")]
    [InlineData("See [the page](page:start) or <https://example.org>.", "[|](page:start)|<https://example.org>")]
    [InlineData("- one\n- two_with_line", "- |- ")]
    [InlineData("1. A `code` and 2 * 3", "1. |`code`")]
    [InlineData("Call {{ country.emergency }} for [[what]].", "{{ country.emergency }}|[[what]]")]
    [InlineData("_So_ it is <abbr title=\"a\">b</abbr>", "_|_|<abbr title=\"a\">|</abbr>")]
    public void Codes(string text, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                '|',
                MarkupCodes
                    .Split(text, isMarkdown: true)
                    .Where(segment => segment.IsCode)
                    .Select(segment => segment.Text)
            )
        );

    [Fact(DisplayName = "An edited source makes only its own translation stale; a moved text keeps its translation")]
    public void StaleAndMoved()
    {
        TextPlace a = Place("page.a.blocks.1.body", "One"),
            b = Place("page.a.blocks.2.body", "Two");
        TranslationFile file = new("en", "pl", [Unit(a, "Jeden"), Unit(b, "Dwa")]);
        Translation edited = Translation.Join([a, Place(b.Address, "Two and a half")], file, "en", "pl");
        Assert.Equal(new TranslationCounts(2, 0, 1, 1, 0), edited.Counts);
        Assert.Equal("en", edited.Rewrite(Place(b.Address, "Two and a half")).Language);
        // A text inserted before the others moves them all.
        TextPlace first = Place(a.Address, "Zero"),
            second = Place(b.Address, "One"),
            third = Place("page.a.blocks.3.body", "Two");
        Translation moved = Translation.Join([first, second, third], file, "en", "pl");
        Assert.Equal(("Jeden", "Dwa"), (moved.Rewrite(second).Value, moved.Rewrite(third).Value));
        Assert.NotEqual(TranslationState.Translated, moved.Find(first.Address)!.Value.Unit.State);
    }

    [Fact(DisplayName = "A stale text stays stale in a file for translators, and loses the name of its reviewer")]
    public void StaleStays()
    {
        TextPlace place = Place("page.a.blocks.1.body", "One");
        TranslationUnit reviewed = Unit(place, "Jeden") with
        {
            State = TranslationState.Reviewed,
            Review = "Maria N., 2026-11-24",
        };
        TranslationUnit stale = Translation
            .Join([Place(place.Address, "Another")], new("en", "pl", [reviewed]), "en", "pl")
            .File.Units[0];
        Assert.Equal((TranslationState.Stale, null), (stale.State, stale.Review));
        foreach (string format in (string[])["xliff", "po"])
        {
            TranslationFile back = Read(format, Write(format, new("en", "pl", [stale])), new DiagnosticBag())!;
            Assert.Equal((TranslationState.Stale, "Jeden"), (back.Units[0].State, back.Units[0].Target));
        }
    }

    [Theory(DisplayName = "Each state that other tools write to XLIFF 1.2 is understood")]
    [InlineData("final", TranslationState.Reviewed)]
    [InlineData("signed-off", TranslationState.Reviewed)]
    [InlineData("translated", TranslationState.Translated)]
    [InlineData("new", TranslationState.New)]
    [InlineData("needs-translation", TranslationState.New)]
    [InlineData("needs-review-translation", TranslationState.Stale)]
    [InlineData("needs-adaptation", TranslationState.Stale)]
    [InlineData("needs-l10n", TranslationState.Stale)]
    [InlineData("needs-review-adaptation", TranslationState.Stale)]
    [InlineData("needs-review-l10n", TranslationState.Stale)]
    [InlineData("x-own", TranslationState.Translated)]
    public void XliffStates(string state, object expected)
    {
        TranslationUnit unit = Unit(Place("page.a.blocks.1.body", "One"), "Jeden");
        string file = Write("xliff", new("en", "pl", [unit])).Replace("state=\"translated\"", $"state=\"{state}\"");
        Assert.Contains(state, file);
        Assert.Equal(expected, Read("xliff", file, new DiagnosticBag())!.Units[0].State);
        string approved = file.Replace("approved=\"no\"", "approved=\"yes\"");
        Assert.Equal(
            Equals(expected, TranslationState.Translated) ? TranslationState.Reviewed : expected,
            Read("xliff", approved, new DiagnosticBag())!.Units[0].State
        );
        string empty = file.Replace(">Jeden<", "> <");
        Assert.Equal(TranslationState.New, Read("xliff", empty, new DiagnosticBag())!.Units[0].State);
    }

    [Fact(DisplayName = "An import rejects each unfit text with a reason, and accepts the rest")]
    public void Refusals()
    {
        Translation current = Empty();
        TranslationUnit[] units = [.. current.File.Units];
        TranslationUnit marked = units.First(unit => unit.Source.Contains("**", StringComparison.Ordinal));
        var bag = new DiagnosticBag();
        TranslationFile edited = new(
            "en",
            "pl",
            [
                units[0] with
                {
                    Target = "Dobry",
                    State = TranslationState.Translated,
                },
                units[1] with
                {
                    Source = "Another",
                    Target = "Inny",
                    State = TranslationState.Translated,
                },
                units[2] with
                {
                    Id = "nowhere",
                    Target = "Nigdzie",
                    State = TranslationState.Translated,
                },
                marked with
                {
                    Target = "Bez znaku",
                    State = TranslationState.Translated,
                },
            ]
        );
        (Translation result, int accepted, _, int refused) = CourseTranslation.Import(current, edited, null, bag);
        Assert.Equal((1, 3), (accepted, refused));
        Assert.Equal(
            ["lost-placeholder", "source-changed", "unknown-unit"],
            bag.Sorted.Select(finding => finding.Rule.Slug).Order()
        );
        Assert.Equal(1, result.Counts.Translated);
    }

    [Fact(DisplayName = "A text is “reviewed” only if a person is named: a state in the file alone does not count")]
    public void Reviews()
    {
        TranslationFile edited = new(
            "en",
            "pl",
            [Empty().File.Units[0] with { Target = "Dobry", State = TranslationState.Reviewed }]
        );
        Assert.Equal(0, CourseTranslation.Import(Empty(), edited, null, new DiagnosticBag()).Result.Counts.Reviewed);
        Translation reviewed = CourseTranslation
            .Import(Empty(), edited, "Maria N., 2026-11-24", new DiagnosticBag())
            .Result;
        Assert.Equal("Maria N., 2026-11-24", reviewed.File.Units[0].Review);
    }

    [Theory(DisplayName = "No text of a PO file is lost silently: entries without a blank line, context or partner")]
    [InlineData("msgctxt \"a\"\nmsgid \"A\"\nmsgstr \"1\"\nmsgctxt \"b\"\nmsgid \"B\"\nmsgstr \"2\"\n", "a=1 b=2", "")]
    [InlineData("msgid \"A\"\nmsgstr \"1\"\nmsgid \"B\"\nmsgstr \"2\"\n", "=1", "repeated-unit")]
    [InlineData("msgctxt \"a\"\nmsgid \"A\"\nmsgstr \"1\"\nmsgstr \"2\"\n", null, "malformed-po")]
    [InlineData("msgctxt \"a\"\nmsgid \"A\"\nmsgid \"B\"\nmsgstr \"2\"\n", null, "malformed-po")]
    [InlineData("msgctxt \"a\"\nmsgctxt \"b\"\nmsgid \"B\"\nmsgstr \"2\"\n", null, "malformed-po")]
    [InlineData(
        "msgctxt \"a\"\nmsgid \"A\"\nmsgstr \"1\"\n\nmsgctxt \"a\"\nmsgid \"A\"\nmsgstr \"2\"\n",
        "a=1",
        "repeated-unit"
    )]
    public void PoEntries(string entries, string? expected, string rule)
    {
        var bag = new DiagnosticBag();
        TranslationFile? file = Read("po", "msgid \"\"\nmsgstr \"\"\n\n" + entries, bag);
        Assert.Equal(
            expected,
            file is null ? null : string.Join(' ', file.Units.Select(unit => $"{unit.Id}={unit.Target}"))
        );
        Assert.Equal(rule, string.Join(' ', bag.Sorted.Select(finding => finding.Rule.Slug)));
    }

    [Fact(DisplayName = "A line that is not PO is reported with its line")]
    public void MalformedPo()
    {
        var bag = new DiagnosticBag();
        Assert.Null(PoFile.Read(new SourceFile("x.po", "msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"c\nd\"\n"), bag));
        Diagnostic found = Assert.Single(bag.Sorted);
        Assert.Equal(("malformed-po", "x.po(3,1)"), (found.Rule.Slug, found.Span.ToString()));
    }

    [Fact(DisplayName = "Pseudo-languages keep every mark, and the longer one is longer")]
    public void Pseudo() =>
        Assert.All(
            Empty().File.Units,
            unit =>
            {
                foreach (string language in PseudoLanguage.All)
                {
                    string text = PseudoLanguage.Of(unit.Source, unit.IsMarkdown, language);
                    (IReadOnlyList<string> lost, IReadOnlyList<string> added) = MarkupCodes.Compare(
                        unit.Source,
                        text,
                        unit.IsMarkdown
                    );
                    Assert.Empty(lost.Concat(added));
                    Assert.True(text.Length >= unit.Source.Length);
                }
            }
        );

    private static Translation Empty() =>
        CourseTranslation.Read(new CourseSource(Showcase), "pl", new DiagnosticBag(), mayBeNew: true)!;

    private static Translation Filled(Func<TranslationUnit, TranslationState> state) =>
        Empty()
            .File.Units.Aggregate(
                Empty(),
                (all, unit) =>
                    all.With(
                        unit with
                        {
                            Target = PseudoLanguage.Of(unit.Source, unit.IsMarkdown, PseudoLanguage.Longer),
                            State = state(unit),
                            Review = state(unit) == TranslationState.Reviewed ? "Somebody, 2026-11-24" : null,
                        }
                    )
            );

    internal static string Write(string format, TranslationFile file) =>
        format == "po" ? PoFile.Write(file) : XliffFile.Write(file, "course.yaml");

    internal static TranslationFile? Read(string format, string text, DiagnosticBag bag) =>
        format == "po"
            ? PoFile.Read(new SourceFile("pl.po", text), bag)
            : XliffFile.Read(new SourceFile("pl.xlf", text), bag);

    private static TextPlace Place(string address, string text) =>
        new(
            address,
            new YamlScalar(text, IsPlain: true, IsBlock: false, SourceFile.WithoutText("x.yaml").Start),
            IsMarkdown: true,
            "A text."
        );

    private static TranslationUnit Unit(TextPlace place, string target) =>
        new()
        {
            Id = place.Address,
            Source = place.Text,
            Target = target,
            State = TranslationState.Translated,
            Span = SourceFile.WithoutText("pl.xlf").Start,
        };
}
