using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>The fields common to all kinds of questions, declared once per record type.</summary>
internal sealed class QuestionFields<T>
    where T : Question
{
    private static readonly Field<T, Located<string>> Id = new(
        "id",
        CourseValues.Id,
        q => q.Id,
        "A stable id, unique in the course. Learners' answers are stored under it: never change it."
    )
    {
        Required = true,
    };

    private static readonly Field<T, RichText> Prompt = new(
        "prompt",
        CourseValues.RichText,
        q => q.Core.Prompt,
        "The question itself."
    )
    {
        Required = true,
    };

    private static readonly Field<T, Picture> Picture = PictureFields.Of<T>(
        "picture",
        q => q.Core.Picture,
        "A picture below the prompt."
    );

    private static readonly Field<T, IReadOnlyList<Block>> Blocks = new(
        "blocks",
        Values.ListOf(BlockKinds.Material()),
        q => q.Core.Blocks,
        "Material for the question, above the prompt: blocks without questions and private notes."
    )
    {
        IsSecret = true,
    };

    private static readonly Field<T, RichText> Source = new(
        "source",
        CourseValues.RichText,
        q => q.Core.Source,
        "The source of the right answer, shown with the feedback."
    );

    private static readonly Field<T, PageRef> Review = new(
        "review",
        CourseValues.Page,
        q => q.Core.Review,
        "The id of the page to reread after a wrong answer."
    );

    private static readonly Field<T, Located<int>> Weight = new(
        "weight",
        Values.Integer(1, 100),
        q => q.Core.Weight,
        "Points in an assessment; 1 when nothing is written."
    );

    private static readonly Field<T, bool> Critical = new(
        "critical",
        Values.Boolean,
        q => q.Core.IsCritical,
        "True when an attempt can only be passed with this answer right, whatever the score."
    )
    {
        Default = false,
        IsSecret = true,
    };

    private static readonly Field<T, bool> Confidence = new(
        "confidence",
        Values.Boolean,
        q => q.Core.AsksConfidence,
        "True to ask how confident the learner is."
    )
    {
        Default = false,
    };

    private static readonly Field<T, IReadOnlyList<Located<string>>> Tags = new(
        "tags",
        Values.ListOf(CourseValues.Id),
        q => q.Core.Tags,
        "Tags by which draw rules select it."
    )
    {
        IsSecret = true,
    };

    private static readonly Field<T, Located<Difficulty>> Difficulty = new(
        "difficulty",
        Values.OneOf(
            ("easy", Model.Difficulty.Easy),
            ("medium", Model.Difficulty.Medium),
            ("hard", Model.Difficulty.Hard)
        ),
        q => q.Core.Difficulty,
        "The difficulty by which draw rules select it."
    )
    {
        IsSecret = true,
    };

    private static readonly Field<T, IReadOnlyList<Allowance>> Allow = new(
        "allow",
        CourseValues.Allowances,
        q => q.Core.Allow,
        AllowanceFields.About
    )
    {
        IsSecret = true,
    };

    private readonly Field<T, Feedback> _feedback;

    public QuestionFields(bool withPartly) =>
        _feedback = new(
            "feedback",
            Values.Nested(withPartly ? FeedbackFields.WithPartly : FeedbackFields.Plain),
            q => q.Core.Feedback,
            "Feedback on the answer."
        );

    /// <summary>The fields in the order of the reference; those of a kind come between prompt and feedback.</summary>
    public IReadOnlyList<Field<T>> With(params Field<T>[] own) =>
        [.. Start(own), .. own, _feedback, Source, Review, Weight, Critical, Confidence, Tags, Difficulty, Allow];

    /// <summary>The fields for kinds that are not marked.</summary>
    public static IReadOnlyList<Field<T>> Unmarked(params Field<T>[] own) => [.. Start(own), .. own, Source, Allow];

    // A kind about a picture has a field of this name itself.
    private static Field<T>[] Start(Field<T>[] own) =>
        own.Any(field => field.Name == Picture.Name) ? [Id, Blocks, Prompt] : [Id, Blocks, Prompt, Picture];

    public QuestionCore Core(FieldValues<T> v) =>
        new()
        {
            Span = v.Span,
            Id = v.Need(Id),
            Prompt = v.Need(Prompt),
            Picture = v.Has(Picture) ? v.Get(Picture) : null,
            Blocks = v.Get(Blocks) ?? [],
            Feedback = v.Has(_feedback) ? v.Get(_feedback) ?? new Feedback() : new Feedback(),
            Source = v.Get(Source),
            Review = v.Has(Review) ? v.Get(Review) : null,
            Weight = v.Has(Weight) ? v.Get(Weight) : null,
            IsCritical = v.Has(Critical) && v.Get(Critical),
            AsksConfidence = v.Has(Confidence) && v.Get(Confidence),
            Tags = v.Has(Tags) ? v.Get(Tags) ?? [] : [],
            Difficulty = v.Has(Difficulty) ? v.Get(Difficulty) : null,
            Allow = v.Get(Allow) ?? [],
        };
}

internal static class FeedbackFields
{
    private static readonly Field<Feedback, RichText> Right = new(
        "right",
        CourseValues.RichText,
        f => f.Right,
        "Shown when the answer is right: say why."
    );

    private static readonly Field<Feedback, Picture> RightPicture = PictureFields.Of<Feedback>(
        "right_picture",
        f => f.RightPicture,
        "A picture below “right”."
    );

    private static readonly Field<Feedback, Picture> WrongPicture = PictureFields.Of<Feedback>(
        "wrong_picture",
        f => f.WrongPicture,
        "A picture below “wrong”."
    );

    private static readonly Field<Feedback, Picture> PartlyPicture = PictureFields.Of<Feedback>(
        "partly_picture",
        f => f.PartlyPicture,
        "A picture below “partly”."
    );

    private static readonly Field<Feedback, RichText> Wrong = new(
        "wrong",
        CourseValues.RichText,
        f => f.Wrong,
        "Shown when it is wrong: say what to consider."
    );

    private static readonly Field<Feedback, RichText> Partly = new(
        "partly",
        CourseValues.RichText,
        f => f.Partly,
        "Shown when the answer is partly right: some right options are missing, some wrong ones are chosen too, or the "
            + "option has a credit."
    );

    public static Shape<Feedback> Plain { get; } =
        new(
            "feedback",
            "Feedback on the answer.",
            [Right, RightPicture, Wrong, WrongPicture],
            v => new Feedback
            {
                Right = v.Get(Right),
                Wrong = v.Get(Wrong),
                RightPicture = v.Get(RightPicture),
                WrongPicture = v.Get(WrongPicture),
            }
        );

    public static Shape<Feedback> WithPartly { get; } =
        new(
            "feedback-with-partly",
            "Feedback on the answer.",
            [Right, RightPicture, Wrong, WrongPicture, Partly, PartlyPicture],
            v => new Feedback
            {
                Right = v.Get(Right),
                Wrong = v.Get(Wrong),
                Partly = v.Get(Partly),
                RightPicture = v.Get(RightPicture),
                WrongPicture = v.Get(WrongPicture),
                PartlyPicture = v.Get(PartlyPicture),
            }
        )
        {
            Noun = "feedback",
        };
}
