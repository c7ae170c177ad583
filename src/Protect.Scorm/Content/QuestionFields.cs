using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>The fields every kind of question shares, declared once for each record type.</summary>
internal sealed class QuestionFields<T> where T : Question
{
    private static readonly Field<T, Located<string>> Id =
        new("id", CourseValues.Id, q => q.Id, "A stable id, unique in the course. Learners' answers hang on it: never change it.") { Required = true };

    private static readonly Field<T, RichText> Prompt = new("prompt", CourseValues.RichText, q => q.Core.Prompt, "The question itself.") { Required = true };

    private static readonly Field<T, RichText> Source =
        new("source", CourseValues.RichText, q => q.Core.Source, "Where the right answer comes from, shown with the feedback.");

    private static readonly Field<T, PageRef> Review =
        new("review", CourseValues.Page, q => q.Core.Review, "The id of the page to read again after a wrong answer.");

    private static readonly Field<T, Located<int>> Weight =
        new("weight", Values.Integer(1, 100), q => q.Core.Weight, "Points in an assessment; 1 when nothing is written.");

    private readonly Field<T, Feedback> _feedback;

    public QuestionFields(bool withPartly) =>
        _feedback = new("feedback", Values.Nested(withPartly ? FeedbackFields.WithPartly : FeedbackFields.Plain), q => q.Core.Feedback, "Feedback for the whole question.");

    /// <summary>In the order the reference prints them; a kind puts its own between prompt and feedback.</summary>
    public IReadOnlyList<Field<T>> With(params Field<T>[] own) => [Id, Prompt, .. own, _feedback, Source, Review, Weight];

    public QuestionCore Core(FieldValues<T> v) => new()
    {
        Span = v.Span,
        Id = v.Need(Id),
        Prompt = v.Need(Prompt),
        Feedback = v.Get(_feedback) ?? new Feedback(),
        Source = v.Get(Source),
        Review = v.Get(Review),
        Weight = v.Get(Weight),
    };
}

internal static class FeedbackFields
{
    private static readonly Field<Feedback, RichText> Right =
        new("right", CourseValues.RichText, f => f.Right, "Shown when the answer is right: say why.");

    private static readonly Field<Feedback, RichText> Wrong =
        new("wrong", CourseValues.RichText, f => f.Wrong, "Shown when it is not: say what to think of.");

    private static readonly Field<Feedback, RichText> Partly =
        new("partly", CourseValues.RichText, f => f.Partly, "Shown when some of the right options are chosen and no wrong one, or some of both.");

    public static Shape<Feedback> Plain { get; } = new("feedback", "Feedback for the whole question.", [Right, Wrong],
        v => new Feedback { Right = v.Get(Right), Wrong = v.Get(Wrong) });

    public static Shape<Feedback> WithPartly { get; } = new("feedback-with-partly", "Feedback for the whole question.", [Right, Wrong, Partly],
        v => new Feedback { Right = v.Get(Right), Wrong = v.Get(Wrong), Partly = v.Get(Partly) });
}
