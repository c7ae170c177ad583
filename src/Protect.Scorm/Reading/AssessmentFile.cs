using System.Text.Json.Nodes;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>The shape of an assessment.</summary>
internal static class AssessmentFile
{
    private static readonly Field<Band, Located<int>> From = new(
        "from",
        Values.Integer(0, 100),
        b => b.From,
        "The lowest percentage that gets this text."
    )
    {
        Required = true,
    };

    private static readonly Field<Band, RichText> Text = new("text", CourseValues.RichText, b => b.Text, "The text.")
    {
        Required = true,
    };

    private static readonly Shape<Band> BandFields = new(
        "band",
        "A text about a result.",
        [From, Text],
        v => new Band(v.Need(From), v.Need(Text))
    );

    private static readonly Field<Assessment, Located<int>> Attempts = new(
        "attempts",
        Values.Integer(1, 15),
        a => a.Attempts,
        "Maximum number of attempts. Left out: unlimited."
    );

    private static readonly Field<Assessment, Located<int>> ReviewAfter = new(
        "review_after",
        Values.Integer(1, 14),
        a => a.ReviewAfter,
        "After this many failed attempts the test closes until the learner has opened the pages that the wrong answers "
            + "name under “review”. Left out: it never closes."
    );

    private static readonly Field<Assessment, Located<int>> PassMark = new(
        "pass_mark",
        Values.Integer(0, 100),
        a => a.PassMark,
        "Percent needed to pass. Left out: the course's pass mark."
    );

    private static readonly Field<Assessment, Located<KeptResult>> ScoreOf = new(
        "score_of",
        Values.OneOf(("best", KeptResult.Best), ("last", KeptResult.Last), ("first", KeptResult.First)),
        a => a.ScoreOf,
        "The attempt whose result counts."
    )
    {
        DefaultWords = "best",
    };

    private static readonly Field<Assessment, Located<CreditRule>> Credit = new(
        "credit",
        Values.OneOf(
            ("whole", CreditRule.AllOrNothing),
            ("share", CreditRule.Share),
            ("share-less-wrong", CreditRule.ShareLessWrong)
        ),
        a => a.Credit,
        "Points for a partly right answer: none (whole), its share (share), its share minus wrong choices "
            + "(share-less-wrong)."
    )
    {
        DefaultWords = "whole",
    };

    private static readonly Field<Assessment, Located<FeedbackTime>> Feedback = new(
        "feedback",
        Values.OneOf(("now", FeedbackTime.Now), ("end", FeedbackTime.End), ("never", FeedbackTime.Never)),
        a => a.Feedback,
        "When a learner gets feedback: at once, which makes the answer final (now); after submitting (end); never."
    )
    {
        DefaultWords = "end",
    };

    private static readonly Field<Assessment, Located<AssessmentLayout>> Layout = new(
        "layout",
        Values.OneOf(("question", AssessmentLayout.Question), ("page", AssessmentLayout.Page)),
        a => a.Layout,
        "One question at a time, with an overview before submitting (question), or all on one page (page)."
    )
    {
        DefaultWords = "question",
    };

    private static readonly Field<Assessment, bool> ShuffleQuestions = new(
        "shuffle_questions",
        Values.Boolean,
        a => a.ShuffleQuestions,
        "A different order of questions for each attempt."
    )
    {
        Default = true,
    };

    private static readonly Field<Assessment, bool> ShuffleOptions = new(
        "shuffle_options",
        Values.Boolean,
        a => a.ShuffleOptions,
        "A different order of options for each attempt; “shuffle” of a question decides for that question."
    )
    {
        Default = true,
    };

    private static readonly Field<Assessment, IReadOnlyList<DrawRule>> Draw = new(
        "draw",
        new DrawType(),
        a => a.Draw,
        "How many questions an attempt asks: a number, or a list of rules. Critical ones are always among them; no "
            + "other repeats before all were asked. Left out: all."
    );

    private static readonly Field<Assessment, RichText> BeforeRetry = new(
        "before_retry",
        CourseValues.RichText,
        a => a.BeforeRetry,
        "Shown before another attempt, such as what to read first, or to take a break."
    );

    private static readonly Field<Assessment, IReadOnlyList<Band>> Bands = new(
        "bands",
        Values.ListOf(Values.Nested(BandFields)),
        a => a.Bands,
        "Texts about the result, by percentage."
    );

    private static readonly Field<Assessment, IReadOnlyList<Block>> Questions = new(
        "questions",
        Values.ListOf(BlockKinds.AnyQuestion),
        a => a.Questions,
        "The questions."
    )
    {
        Required = true,
    };

    public static Shape<Assessment> Fields { get; } =
        new(
            "assessment",
            "Questions that are marked together, with a pass mark.",
            [
                Attempts,
                ReviewAfter,
                PassMark,
                ScoreOf,
                Credit,
                Feedback,
                Layout,
                ShuffleQuestions,
                ShuffleOptions,
                Draw,
                BeforeRetry,
                Bands,
                Questions,
            ],
            v => new Assessment
            {
                Attempts = v.Get(Attempts),
                ReviewAfter = v.Get(ReviewAfter),
                PassMark = v.Get(PassMark),
                ScoreOf = v.Get(ScoreOf),
                Credit = v.Get(Credit),
                Feedback = v.Get(Feedback),
                Layout = v.Get(Layout),
                ShuffleQuestions = v.Get(ShuffleQuestions),
                ShuffleOptions = v.Get(ShuffleOptions),
                Draw = v.Get(Draw) ?? [],
                BeforeRetry = v.Get(BeforeRetry),
                Bands = v.Get(Bands) ?? [],
                Questions = [.. v.Need(Questions).Cast<Question>()],
                Span = v.Span,
            }
        )
        {
            HasOwnEntry = true,
        };

    /// <summary>Value type of draw rules: one number for all questions, or a list of rules.</summary>
    private sealed class DrawType : ValueType<IReadOnlyList<DrawRule>>
    {
        private static readonly ValueType<Located<int>> Number = Values.Integer(1, 1000);

        private static readonly Field<DrawRule, Located<int>> Count = new("count", Number, r => r.Count, "How many.")
        {
            Required = true,
        };

        private static readonly Field<DrawRule, Located<string>> Tag = new(
            "tag",
            CourseValues.Id,
            r => r.Tag,
            "Of questions with this tag."
        );

        private static readonly Field<DrawRule, Located<Difficulty>> Level = new(
            "difficulty",
            Values.OneOf(("easy", Difficulty.Easy), ("medium", Difficulty.Medium), ("hard", Difficulty.Hard)),
            r => r.Difficulty,
            "Of questions of this difficulty."
        );

        private static readonly ValueType<IReadOnlyList<DrawRule>> Rules = Values.ListOf(
            Values.Nested(
                new Shape<DrawRule>(
                    "draw",
                    "How many questions to draw with a tag or difficulty; a question belongs to the first "
                        + "rule that matches.",
                    [Count, Tag, Level],
                    v => new DrawRule(v.Need(Count), v.Get(Tag), v.Get(Level))
                )
            )
        );

        public override string Noun => "a number or a list of rules";

        public override bool TryRead(YamlNode node, string field, DiagnosticBag bag, out IReadOnlyList<DrawRule> value)
        {
            if (node is not YamlScalar)
                return Rules.TryRead(node, field, bag, out value);
            bool read = Number.TryRead(node, field, bag, out Located<int> count);
            value = read ? [new DrawRule(count, null, null)] : [];
            return read;
        }

        public override JsonObject Schema(JsonObject definitions) =>
            new() { ["anyOf"] = new JsonArray(Number.Schema(definitions), Rules.Schema(definitions)) };

        public override IReadOnlyList<FieldDescription> Inner => Rules.Inner;

        public override object? Show(IReadOnlyList<DrawRule> value) => null;
    }
}
