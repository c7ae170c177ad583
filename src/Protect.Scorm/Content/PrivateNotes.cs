using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>
/// Private notes of a learner. They stay in the window; only the learner can keep, print or save them. Nothing is
/// reported.
/// </summary>
internal abstract record PrivateNote(Located<string> Id, Located<string> Title, SourceSpan Span) : Block(Span);

/// <summary>A question for private reflection, with an answer to compare.</summary>
internal sealed record ReflectionBlock(
    Located<string> Id,
    Located<string> Title,
    RichText Prompt,
    RichText? Answer,
    SourceSpan Span
) : PrivateNote(Id, Title, Span)
{
    public override string Slug => "reflection";
}

/// <summary>A private checklist.</summary>
internal sealed record ChecklistBlock(
    Located<string> Id,
    Located<string> Title,
    IReadOnlyList<RichText> Items,
    SourceSpan Span
) : PrivateNote(Id, Title, Span)
{
    public override string Slug => "checklist";
}

/// <summary>A private action plan: what, by when, with whom.</summary>
internal sealed record ActionPlanBlock(Located<string> Id, Located<string> Title, RichText? Prompt, SourceSpan Span)
    : PrivateNote(Id, Title, Span)
{
    public override string Slug => "action-plan";
}

/// <summary>The fields common to all private notes.</summary>
internal static class PrivateNoteFields<T>
    where T : PrivateNote
{
    public static readonly Field<T, Located<string>> Id = new(
        "id",
        CourseValues.Id,
        b => b.Id,
        "A stable id, unique in the course; notes kept on a device are stored under it."
    )
    {
        Required = true,
    };

    public static readonly Field<T, Located<string>> Title = new(
        "title",
        Values.Text(200),
        b => b.Title,
        "Its heading, also in print and in the saved file."
    )
    {
        Required = true,
    };
}

internal sealed class ReflectionKind() : BlockKind<ReflectionBlock>(Fields)
{
    private static readonly Field<ReflectionBlock, RichText> Prompt = new(
        "prompt",
        CourseValues.RichText,
        b => b.Prompt,
        "The question to think about."
    )
    {
        Required = true,
    };

    private static readonly Field<ReflectionBlock, RichText> Answer = new(
        "answer",
        CourseValues.RichText,
        b => b.Answer,
        "A possible answer to compare with; the learner opens it."
    );

    private static Shape<ReflectionBlock> Fields { get; } =
        new(
            "reflection",
            "A question for private reflection. The learner's text is not sent anywhere.",
            [PrivateNoteFields<ReflectionBlock>.Id, PrivateNoteFields<ReflectionBlock>.Title, Prompt, Answer],
            v => new ReflectionBlock(
                v.Need(PrivateNoteFields<ReflectionBlock>.Id),
                v.Need(PrivateNoteFields<ReflectionBlock>.Title),
                v.Need(Prompt),
                v.Get(Answer),
                v.Span
            )
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: reflection
            id: my-limits
            title: Where my part ends
            prompt: What is yours to do when somebody tells you something, and what is not?
            answer: To listen, to stay calm and to pass it on is yours. To find out more is not.
            """;
}

internal sealed class ChecklistKind() : BlockKind<ChecklistBlock>(Fields)
{
    private static readonly Field<ChecklistBlock, IReadOnlyList<RichText>> Items = new(
        "items",
        Values.ListOf(CourseValues.Line),
        b => b.Items,
        "The items to tick."
    )
    {
        Required = true,
    };

    private static Shape<ChecklistBlock> Fields { get; } =
        new(
            "checklist",
            "A private checklist.",
            [PrivateNoteFields<ChecklistBlock>.Id, PrivateNoteFields<ChecklistBlock>.Title, Items],
            v => new ChecklistBlock(
                v.Need(PrivateNoteFields<ChecklistBlock>.Id),
                v.Need(PrivateNoteFields<ChecklistBlock>.Title),
                v.Need(Items),
                v.Span
            )
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: checklist
            id: before-the-camp
            title: Before the camp
            items:
              - I know who the safeguarding lead is.
              - I know where the rules are written.
            """;
}

internal sealed class ActionPlanKind() : BlockKind<ActionPlanBlock>(Fields)
{
    private static readonly Field<ActionPlanBlock, RichText> Prompt = new(
        "prompt",
        CourseValues.RichText,
        b => b.Prompt,
        "The topic of the plan."
    );

    private static Shape<ActionPlanBlock> Fields { get; } =
        new(
            "action-plan",
            "A private action plan: what, by when, with whom.",
            [PrivateNoteFields<ActionPlanBlock>.Id, PrivateNoteFields<ActionPlanBlock>.Title, Prompt],
            v => new ActionPlanBlock(
                v.Need(PrivateNoteFields<ActionPlanBlock>.Id),
                v.Need(PrivateNoteFields<ActionPlanBlock>.Title),
                v.Get(Prompt),
                v.Span
            )
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: action-plan
            id: my-next-steps
            title: My next steps
            prompt: What will you do in the next four weeks?
            """;
}

internal sealed class CaseStudyKind()
    : TitledListKind("case-study", "Documents that open one after the other.", "documents", withTime: false)
{
    protected override bool CanBeKept => false;

    public override string Example =>
        """
            type: case-study
            title: A quiet term
            documents:
              - title: September
                body: Alex comes to every session and helps to clear up.
              - title: November
                body: Alex comes late, and sits near the door.
            """;
}
