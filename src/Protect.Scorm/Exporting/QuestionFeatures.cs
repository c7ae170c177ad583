using System.Text.RegularExpressions;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Formulas;
using Protect.Scorm.Model;

namespace Protect.Scorm.Exporting;

/// <summary>Lists the features that a question uses, each at the place where the author wrote it.</summary>
internal static partial class QuestionFeatures
{
    /// <summary>Returns each feature once, at its first place.</summary>
    public static IReadOnlyList<(Feature Feature, SourceSpan Span)> Of(Question question) =>
        [.. All(question).DistinctBy(used => used.Feature)];

    private static IEnumerable<(Feature Feature, SourceSpan Span)> All(Question question) =>
        OfCore(question.Core)
            .Concat(OfPictures(question))
            .Concat(OfKind(question))
            .Concat(BlockParts.Texts(question).SelectMany(OfText));

    private static IEnumerable<(Feature, SourceSpan)> OfCore(QuestionCore core)
    {
        yield return (Feature.Id, core.Id.Span);
        yield return (Feature.Module, core.Id.Span);
        if (core.Tags is [var tag, ..])
            yield return (Feature.Tags, tag.Span);
        if (core.Difficulty is { } difficulty)
            yield return (Feature.Difficulty, difficulty.Span);
        if (core.IsCritical)
            yield return (Feature.Critical, core.Id.Span);
        if (core.Weight is { } weight)
            yield return (Feature.Weight, weight.Span);
        if (core.Source is { } source)
            yield return (Feature.Source, source.Span);
        if (core.Review is { } review)
            yield return (Feature.Review, review.Span);
        if (core.AsksConfidence)
            yield return (Feature.Confidence, core.Id.Span);
        if (core.Allow is [var allowed, ..])
            yield return (Feature.Allow, allowed.Rule.Span);
        if (core.Blocks is [var block, ..])
            yield return (Feature.Blocks, block.Span);
    }

    private static IEnumerable<(Feature, SourceSpan)> OfPictures(Question question)
    {
        Feedback feedback = question.Core.Feedback;
        foreach (
            Picture picture in new[]
            {
                question.Core.Picture,
                feedback.RightPicture,
                feedback.WrongPicture,
                feedback.PartlyPicture,
            }.OfType<Picture>()
        )
            yield return (Feature.Picture, picture.Src.Span);
        foreach (Picture picture in OptionPictures(question))
            yield return (Feature.OptionPicture, picture.Src.Span);
        foreach (
            Picture picture in (question as Matching)?.Pairs.Select(pair => pair.MatchPicture).OfType<Picture>() ?? []
        )
            yield return (Feature.MatchPicture, picture.Src.Span);
        foreach (Picture picture in BlockParts.Pictures(question))
        {
            if (picture.Credit is { } credit)
                yield return (Feature.PictureCredit, credit.Span);
            if (picture.Size is { } size)
                yield return (Feature.PictureSize, size.Span);
        }
    }

    private static IEnumerable<Picture> OptionPictures(Question question) =>
        question switch
        {
            SingleChoice single => OfOptions(single.Options),
            MultipleChoice multiple => OfOptions(multiple.Options),
            Matching matching => matching.Pairs.Select(pair => pair.Picture).OfType<Picture>(),
            _ => [],
        };

    private static IEnumerable<Picture> OfOptions(IEnumerable<Choice> options) =>
        options.SelectMany(option => new[] { option.Picture, option.FeedbackPicture }).OfType<Picture>();

    private static IEnumerable<(Feature, SourceSpan)> OfKind(Question question)
    {
        Feedback feedback = question.Core.Feedback;
        bool hasGaps = question is GapFill { Gaps.Count: > 1 };
        if (feedback.Right is { } right)
            yield return (hasGaps ? Feature.GapsFeedback : Feature.Right, right.Span);
        if (feedback.Wrong is { } wrong)
            yield return (hasGaps ? Feature.GapsFeedback : Feature.Wrong, wrong.Span);
        if (feedback.Partly is { } partly)
            yield return (hasGaps ? Feature.GapsFeedback : Feature.Partly, partly.Span);
        foreach (
            (Feature, SourceSpan) used in question switch
            {
                SingleChoice single => OfSingle(single),
                MultipleChoice multiple => OfChoices(multiple.Options, multiple.Shuffle, multiple.Id.Span),
                HotspotChoice hotspots => OfChoices(hotspots.Options, null, hotspots.Id.Span),
                TrueFalse statement => OfTexts(Feature.OptionFeedback, statement.WhenTrue, statement.WhenFalse),
                Matching matching => OfMatching(matching),
                Categorise sorting => OfCategories(sorting),
                GapFill gaps => OfGaps(gaps),
                Numeric numeric => OfNumber(numeric),
                _ => [],
            }
        )
            yield return used;
    }

    private static IEnumerable<(Feature, SourceSpan)> OfSingle(SingleChoice single)
    {
        if (single.AcceptsAny)
            yield return (Feature.AcceptAny, single.Id.Span);
        foreach (Located<decimal> credit in single.Options.Select(option => option.Credit).OfType<Located<decimal>>())
            yield return (Feature.Credit, credit.Span);
        foreach ((Feature, SourceSpan) used in OfChoices(single.Options, single.Shuffle, single.Id.Span))
            yield return used;
    }

    private static IEnumerable<(Feature, SourceSpan)> OfChoices(
        IReadOnlyList<Choice> options,
        bool? shuffle,
        SourceSpan start
    )
    {
        foreach (RichText text in options.Select(option => option.Feedback).OfType<RichText>())
            yield return (Feature.OptionFeedback, text.Span);
        if (shuffle is not null)
            yield return (Feature.Shuffle, start);
        if (options.FirstOrDefault(option => option.IsPinned) is { } pinned)
            yield return (Feature.Pin, pinned.Text.Span);
    }

    private static IEnumerable<(Feature, SourceSpan)> OfTexts(Feature feature, params RichText?[] texts) =>
        texts.OfType<RichText>().Select(text => (feature, text.Span));

    private static IEnumerable<(Feature, SourceSpan)> OfMatching(Matching matching)
    {
        foreach (RichText extra in matching.Extra)
            yield return (Feature.Extra, extra.Span);
        foreach (RichText text in matching.Targets.Where(HasMarkup))
            yield return (Feature.MatchMarkup, text.Span);
    }

    private static IEnumerable<(Feature, SourceSpan)> OfCategories(Categorise sorting)
    {
        foreach (SharedItem shared in sorting.Shared)
            yield return (Feature.Shared, shared.Item.Span);
        foreach (RichText text in sorting.Categories.Select(category => category.Title).Where(HasMarkup))
            yield return (Feature.MatchMarkup, text.Span);
    }

    private static IEnumerable<(Feature, SourceSpan)> OfGaps(GapFill gaps)
    {
        if (gaps.Gaps.Count > 1)
            yield return (Feature.SeveralGaps, gaps.Gaps[1].Name.Span);
        foreach (Gap gap in gaps.Gaps.Where(gap => gap.Wrong.Count > 0))
            yield return (Feature.WrongWords, gap.Name.Span);
        if (gaps.Exact)
            yield return (Feature.Exact, gaps.Id.Span);
    }

    private static IEnumerable<(Feature, SourceSpan)> OfNumber(Numeric numeric)
    {
        if (numeric.Tolerance is { } tolerance)
            yield return (Feature.Tolerance, tolerance.Span);
        if (numeric.Unit is { } unit)
            yield return (Feature.Unit, unit.Span);
        yield return (Feature.Range, numeric.Most.Span);
    }

    private static IEnumerable<(Feature, SourceSpan)> OfText(RichText text)
    {
        if (text.Markdown.Contains("](page:", StringComparison.Ordinal))
            yield return (Feature.PageLinks, text.Span);
        if (FormulaSyntax.IsIn(text.Markdown))
            yield return (Feature.Formulas, text.Span);
        if (HasMarkup(text))
            yield return (Feature.Markup, text.Span);
    }

    /// <summary>Returns true when a text has marks of Markdown, apart from formulas.</summary>
    public static bool HasMarkup(RichText text) => Marks().IsMatch(text.Markdown);

    [GeneratedRegex(
        @"\*\S|_\S|~\S|\^\S|`|\]\(|^ {0,3}([-+*>|#]|\d+[.)]) |</?[a-z]|\n\s*\n|\\[^\w\s]|&\w+;",
        RegexOptions.Multiline
    )]
    private static partial Regex Marks();
}
