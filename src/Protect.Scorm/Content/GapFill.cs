using System.Text;
using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>A gap in a text: the learner types a word, or chooses one when wrong words are given.</summary>
internal sealed record Gap(
    Located<string> Name,
    IReadOnlyList<Located<string>> Accept,
    IReadOnlyList<Located<string>> Wrong
);

/// <summary>A text with gaps, written as <c>[[name]]</c>.</summary>
internal sealed partial record GapFill(QuestionCore Core, RichText Text, IReadOnlyList<Gap> Gaps, bool Exact)
    : Question(Core)
{
    public override string Slug => "gap-fill";

    [GeneratedRegex(@"\[\[([^\[\]]*)\]\]")]
    internal static partial Regex Places();
}

internal sealed partial class GapFillKind() : QuestionKind<GapFill>(Fields, Additions)
{
    private static readonly QuestionFields<GapFill> Common = new(withPartly: true);

    private static readonly Field<Gap, Located<string>> Name = new(
        "name",
        Values.Verbatim(40),
        g => g.Name,
        "The word between [[ and ]] in the text."
    )
    {
        Required = true,
    };

    private static readonly Field<Gap, IReadOnlyList<Located<string>>> Accept = new(
        "accept",
        Values.ListOf(Values.Text(100)),
        g => g.Accept,
        "The right answers; reports show the first one."
    )
    {
        Required = true,
        IsSecret = true,
    };

    private static readonly Field<Gap, IReadOnlyList<Located<string>>> Wrong = new(
        "wrong",
        Values.ListOf(Values.Text(100)),
        g => g.Wrong,
        "Wrong words; they turn the gap into a list to choose from."
    )
    {
        IsSecret = true,
    };

    private static readonly Shape<Gap> One = new(
        "gap",
        "A gap.",
        [Name, Accept, Wrong],
        v => new Gap(v.Need(Name), v.Need(Accept), v.Get(Wrong) ?? [])
    );

    private static readonly Field<GapFill, RichText> Text = new(
        "text",
        CourseValues.RichText,
        q => q.Text,
        "The text, with [[name]] where a gap is. It may have paragraphs, lists and tables."
    )
    {
        Required = true,
        IsSecret = true,
    };

    private static readonly Field<GapFill, IReadOnlyList<Gap>> Gaps = new(
        "gaps",
        Values.ListOf(Values.Nested(One)),
        q => q.Gaps,
        "The gaps."
    )
    {
        Required = true,
        IsSecret = true,
    };

    private static readonly Field<GapFill, bool> Exact = new(
        "exact",
        Values.Boolean,
        q => q.Exact,
        "True when capitals and accents count; otherwise they are ignored."
    )
    {
        Default = false,
        IsSecret = true,
    };

    private static readonly View<(string Word, int Index)> WordView = new View<(string Word, int Index)>()
        .Number("index", word => word.Index, "The value of the option.")
        .Text("text", word => word.Word, "The word.");

    private static readonly View<GapView> GapNames = new View<GapView>()
        .Number("index", gap => gap.Index, "The position in the author's order, from 0.")
        .Number("number", gap => gap.Index + 1, "The position, from 1.")
        .List("choices", WordView, gap => gap.Words, "The words to choose from; empty for a gap to type in.")
        .Number(
            "size",
            gap => gap.Gap.Accept.Max(word => word.Value.Length),
            "The length of the longest right answer."
        );

    private static readonly IReadOnlyList<ViewName> SegmentNames =
    [
        new("text", Shown.Html, "HTML before, between or after the gaps; empty for a gap."),
        new("gap", Shown.Group, "The gap; empty for a text.") { Inner = GapNames.Names },
    ];

    private static View<GapFill> Additions { get; } =
        new View<GapFill>().Add(
            new("segments", Shown.List, "The text, cut at its gaps.") { Inner = SegmentNames },
            Cuttable
        );

    private static Shape<GapFill> Fields { get; } =
        new(
            "gap-fill",
            "A text with gaps to fill by typing or choosing.",
            Common.With(Text, Gaps, Exact),
            v => new GapFill(Common.Core(v), v.Need(Text), v.Need(Gaps), v.Get(Exact))
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: gap-fill
            id: a-concern
            prompt: Complete the sentence.
            text: You do not need [[what]]. A concern is [[how]].
            gaps:
              - name: what
                accept: [proof, evidence]
              - name: how
                accept: [enough]
                wrong: [too little, a rumour]
            feedback:
              right: Yes. A concern is enough to speak to your lead.
              wrong: Others will look for proof. You pass on what worries you.
            """;

    public override UiString How => new("fill_gaps");

    /// <summary>Returns the number of words of all gaps; a change invalidates stored answers.</summary>
    protected override int Options(GapFill question) => question.Gaps.Sum(gap => gap.Accept.Count + gap.Wrong.Count);

    protected override int Parts(GapFill question) => question.Gaps.Count;

    protected override int ResponseBits(GapFill question) => Radix.Bits(Bases(question));

    protected override IReadOnlyList<int> Right(GapFill question) => [.. question.Gaps.Select(gap => gap.Accept.Count)];

    protected override QuestionKey Key(GapFill question) =>
        base.Key(question) with
        {
            Exact = question.Exact,
            Gaps =
            [
                .. question.Gaps.Select(gap =>
                    (IReadOnlyList<string>)[.. gap.Accept.Concat(gap.Wrong).Select(word => word.Value)]
                ),
            ],
        };

    protected override void CheckBlock(GapFill block, DiagnosticBag bag)
    {
        Radix.Check(block, Bases(block), bag);
        string[] written = [.. GapFill.Places().Matches(block.Text.Markdown).Select(match => match.Groups[1].Value)];
        foreach (Match match in GapFill.Places().Matches(block.Text.Markdown))
        {
            if (block.Gaps.All(gap => gap.Name.Value != match.Groups[1].Value))
                bag.Add(
                    ContentRules.UnknownGap,
                    block.Text.Locate(match.Index, match.Length),
                    match.Groups[1].Value,
                    Nearest.Hint(match.Groups[1].Value, block.Gaps.Select(gap => gap.Name.Value))
                );
        }
        foreach (Gap gap in block.Gaps)
            CheckWords(gap, block.Exact, bag);
        foreach (Gap gap in block.Gaps.Where(gap => written.Count(name => name == gap.Name.Value) != 1))
            bag.Add(ContentRules.GapNotOnce, gap.Name.Span, gap.Name.Value);
    }

    /// <summary>Looks for words that count as the same, and for marks that learners would have to type.</summary>
    private static void CheckWords(Gap gap, bool exact, DiagnosticBag bag)
    {
        var right = gap.Accept.Select(word => SameAnswer.Of(word.Value, exact)).ToHashSet(StringComparer.Ordinal);
        var wrong = new HashSet<string>(StringComparer.Ordinal);
        foreach (Located<string> word in gap.Wrong)
            if (SameAnswer.Of(word.Value, exact) is var same && right.Contains(same))
                bag.Add(ContentRules.WrongIsRight, word.Span, gap.Name.Value, word.Value);
            else if (!wrong.Add(same))
                bag.Add(ContentRules.DuplicateOption, word.Span, word.Value);
        foreach (Located<string> word in gap.Accept.Where(word => Marks().IsMatch(word.Value)))
            bag.Add(ContentRules.MarksInAnswer, word.Span, word.Value, Marks().Replace(word.Value, "$2"));
    }

    [GeneratedRegex(@"(?<![\w*_])(\*{1,3}|_{1,3}|~~|`)(?=\S)(.+?)(?<=\S)\1(?![\w*_])|</?(?:b|i|em|strong|sub|sup)>")]
    private static partial Regex Marks();

    // Empty, each word, and for typed gaps: any other text.
    private static IEnumerable<int> Bases(GapFill block) =>
        block.Gaps.Select(gap => gap.Accept.Count + (gap.Wrong.Count > 0 ? gap.Wrong.Count + 1 : 2));

    private static GappedText Cuttable(GapFill block)
    {
        var text = new StringBuilder(block.Text.Markdown);
        var gaps = new List<PlacedGap>();
        foreach (Match match in GapFill.Places().Matches(block.Text.Markdown))
        {
            int index = block.Gaps.ToList().FindIndex(gap => gap.Name.Value == match.Groups[1].Value);
            for (int at = 0; at < match.Length; at++)
                text[match.Index + at] = at == 0 ? GappedText.Mark(gaps.Count) : GappedText.Filler;
            gaps.Add(
                new PlacedGap(
                    match.Groups[1].Value,
                    match.Index,
                    match.Length,
                    index < 0 ? null : GapNames.Show(new GapView(block.Gaps[index], index))
                )
            );
        }
        return new GappedText(block.Text with { Markdown = text.ToString() }, gaps);
    }

    private sealed record GapView(Gap Gap, int Index)
    {
        /// <summary>
        /// The words to choose from, in alphabetical order, so that the position does not reveal the right one.
        /// </summary>
        public IEnumerable<(string Word, int Index)>? Words =>
            Gap.Wrong.Count == 0
                ? null
                : Gap
                    .Accept.Concat(Gap.Wrong)
                    .Select((word, at) => (word.Value, at + 1))
                    .OrderBy(word => word.Value, StringComparer.OrdinalIgnoreCase);
    }
}
