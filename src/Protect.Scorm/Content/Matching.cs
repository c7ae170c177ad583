using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

internal sealed record MatchingPair(RichText Item, RichText Match)
{
    /// <summary>A picture of the item.</summary>
    public Picture? Picture { get; init; }

    public Picture? MatchPicture { get; init; }
}

/// <summary>
/// A question that asks to match items. Several items may share a match; extra matches are distractors.
/// </summary>
internal sealed record Matching(QuestionCore Core, IReadOnlyList<MatchingPair> Pairs, IReadOnlyList<RichText> Extra)
    : Question(Core)
{
    public override string Slug => "matching";

    /// <summary>The distinct matches in authored order, then the extra ones.</summary>
    public IReadOnlyList<RichText> Targets =>
        [.. Pairs.Select(pair => pair.Match).DistinctBy(match => match.Markdown.Trim()), .. Extra];

    /// <summary>Returns the picture of a match; null for none.</summary>
    public Picture? PictureOf(RichText match) =>
        Pairs
            .Where(pair => pair.Match.Markdown.Trim() == match.Markdown.Trim())
            .Select(pair => pair.MatchPicture)
            .FirstOrDefault(picture => picture is not null);
}

internal sealed class MatchingKind() : QuestionKind<Matching>(Fields, Additions)
{
    private static readonly QuestionFields<Matching> Common = new(withPartly: true);

    private static readonly Field<MatchingPair, RichText> Item = new(
        "item",
        CourseValues.Line,
        p => p.Item,
        "The item to match."
    )
    {
        Required = true,
    };

    private static readonly Field<MatchingPair, RichText> Match = new(
        "match",
        CourseValues.Line,
        p => p.Match,
        "The match of the item."
    )
    {
        Required = true,
        IsSecret = true,
    };

    private static readonly Field<MatchingPair, Picture> ItemPicture = PictureFields.Of<MatchingPair>(
        "picture",
        p => p.Picture,
        "A picture of the item."
    );

    private static readonly Field<MatchingPair, Picture> MatchPicture = PictureFields.Of<MatchingPair>(
        "match_picture",
        p => p.MatchPicture,
        "A picture of the match, shown in a list below the pairs.",
        isSecret: true
    );

    private static readonly Shape<MatchingPair> Pair = new(
        "pair",
        "An item and its match.",
        [Item, ItemPicture, Match, MatchPicture],
        v => new MatchingPair(v.Need(Item), v.Need(Match))
        {
            Picture = v.Get(ItemPicture),
            MatchPicture = v.Get(MatchPicture),
        }
    );

    private static readonly Field<Matching, IReadOnlyList<MatchingPair>> Pairs = new(
        "pairs",
        Values.ListOf(Values.Nested(Pair)),
        q => q.Pairs,
        "Items with their matches; two items may have the same match."
    )
    {
        Required = true,
    };

    private static readonly Field<Matching, IReadOnlyList<RichText>> Extra = new(
        "extra",
        Values.ListOf(CourseValues.Line),
        q => q.Extra,
        "Matches that belong to no item."
    )
    {
        IsSecret = true,
    };

    private static View<Matching> Additions { get; } =
        new View<Matching>()
            .List(
                "parts",
                Choices.PicturedPart,
                question =>
                    question.Pairs.Select((pair, index) => new PartView(index, pair.Item) { Picture = pair.Picture }),
                "The items to match."
            )
            .List("targets", Choices.Pictured, TargetsOf, "The matches to choose from.")
            // In the order of the alphabet: the author's order would show which belongs to which item.
            .List(
                "pictured",
                Choices.Pictured,
                question =>
                    TargetsOf(question)
                        .Where(target => target.Picture is not null)
                        .OrderBy(target => ((RichText)target.Text).Markdown, StringComparer.OrdinalIgnoreCase),
                "The matches with a picture, in the order of the alphabet."
            );

    private static IEnumerable<OptionView> TargetsOf(Matching question) =>
        Choices
            .Targets(question.Targets)
            .Select(target => target with { Picture = question.PictureOf((RichText)target.Text) });

    private static Shape<Matching> Fields { get; } =
        new(
            "matching",
            "Items to match, each chosen from a list or dragged to its match.",
            Common.With(Pairs, Extra),
            v => new Matching(Common.Core(v), v.Need(Pairs), v.Get(Extra) ?? [])
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: matching
            id: who-does-what
            prompt: Who does what?
            pairs:
              - item: You
                match: Listen and pass on
              - item: Your safeguarding lead
                match: Decide on the next step
            extra:
              - Look for proof
            feedback:
              right: Yes. Each has a part, and nobody has all of it.
              wrong: Think of who should decide, and who should not be alone with it.
            """;

    public override bool IsDragged => true;

    public override UiString How => new("choose_each");

    protected override int Options(Matching question) => question.Targets.Count;

    protected override int Parts(Matching question) => question.Pairs.Count;

    protected override int ResponseBits(Matching question) => Radix.Bits(Bases(question));

    protected override IReadOnlyList<int> Right(Matching question)
    {
        string[] targets = [.. question.Targets.Select(target => target.Markdown.Trim())];
        return [.. question.Pairs.Select(pair => Array.IndexOf(targets, pair.Match.Markdown.Trim()))];
    }

    protected override bool Shuffles(Matching question, bool? isDefault) => true;

    protected override void CheckBlock(Matching block, DiagnosticBag bag)
    {
        Radix.Check(block, Bases(block), bag);
        if (block.Targets.Count < 2)
            bag.Add(ContentRules.OneTarget, block.Id.Span, block.Id.Value);
        string[] written = [.. block.Pairs.Select(pair => pair.Match.Markdown.Trim()).Distinct()];
        foreach (
            IGrouping<string, MatchingPair> pairs in block
                .Pairs.Where(pair => pair.MatchPicture is not null)
                .GroupBy(pair => pair.Match.Markdown.Trim())
                .Where(pairs => pairs.Count() > 1)
        )
            bag.Add(ContentRules.PictureTwice, pairs.Last().MatchPicture!.Src.Span, pairs.Key);
        foreach (RichText extra in block.Extra.Where(extra => written.Contains(extra.Markdown.Trim())))
            bag.Add(ContentRules.DuplicateOption, extra.Span, extra.Markdown.Trim());
    }

    // One more value for “nothing chosen”.
    private static IEnumerable<int> Bases(Matching block) => block.Pairs.Select(_ => block.Targets.Count + 1);
}
