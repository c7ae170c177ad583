using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>Something a learner writes for nobody else: it lives in the window, and goes where the learner puts it.</summary>
internal abstract record Paper(Located<string> Id, Located<string> Title, SourceSpan Span) : Block(Span);

/// <summary>A question to oneself, with an answer to compare.</summary>
internal sealed record ReflectionBlock(
    Located<string> Id,
    Located<string> Title,
    RichText Prompt,
    RichText? Answer,
    SourceSpan Span
) : Paper(Id, Title, Span)
{
    public override string Slug => "reflection";
}

/// <summary>Things to tick.</summary>
internal sealed record ChecklistBlock(
    Located<string> Id,
    Located<string> Title,
    IReadOnlyList<RichText> Items,
    SourceSpan Span
) : Paper(Id, Title, Span)
{
    public override string Slug => "checklist";
}

/// <summary>What, by when, with whom.</summary>
internal sealed record ActionPlanBlock(Located<string> Id, Located<string> Title, RichText? Prompt, SourceSpan Span)
    : Paper(Id, Title, Span)
{
    public override string Slug => "action-plan";
}

/// <summary>The fields every paper shares.</summary>
internal static class PaperFields<T>
    where T : Paper
{
    public static readonly Field<T, Located<string>> Id = new(
        "id",
        CourseValues.Id,
        b => b.Id,
        "A stable id, unique in the course; what a learner keeps on a device hangs on it."
    )
    {
        Required = true,
    };

    public static readonly Field<T, Located<string>> Title = new(
        "title",
        Values.Text(200),
        b => b.Title,
        "Its heading, also on paper and in the file."
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
        "What to think about."
    )
    {
        Required = true,
    };

    private static readonly Field<ReflectionBlock, RichText> Answer = new(
        "answer",
        CourseValues.RichText,
        b => b.Answer,
        "A possible answer to compare with; it opens when the learner wants it."
    );

    private static Shape<ReflectionBlock> Fields { get; } =
        new(
            "reflection",
            "A question to oneself. What is written goes nowhere.",
            [PaperFields<ReflectionBlock>.Id, PaperFields<ReflectionBlock>.Title, Prompt, Answer],
            v => new ReflectionBlock(
                v.Need(PaperFields<ReflectionBlock>.Id),
                v.Need(PaperFields<ReflectionBlock>.Title),
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
        "What can be ticked."
    )
    {
        Required = true,
    };

    private static Shape<ChecklistBlock> Fields { get; } =
        new(
            "checklist",
            "Things to tick, for oneself.",
            [PaperFields<ChecklistBlock>.Id, PaperFields<ChecklistBlock>.Title, Items],
            v => new ChecklistBlock(
                v.Need(PaperFields<ChecklistBlock>.Id),
                v.Need(PaperFields<ChecklistBlock>.Title),
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
        "What to plan."
    );

    private static Shape<ActionPlanBlock> Fields { get; } =
        new(
            "action-plan",
            "A plan of one’s own: what, by when, with whom.",
            [PaperFields<ActionPlanBlock>.Id, PaperFields<ActionPlanBlock>.Title, Prompt],
            v => new ActionPlanBlock(
                v.Need(PaperFields<ActionPlanBlock>.Id),
                v.Need(PaperFields<ActionPlanBlock>.Title),
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
    : TitledListKind("case-study", "Documents that are opened one after the other.", "documents", withTime: false)
{
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
