using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>Shapes of sources, support contacts, facilitator's guide and review tasks.</summary>
internal static class CourseNotes
{
    private static readonly Field<Source, Located<string>> Id = new(
        "id",
        CourseValues.Id,
        s => s.Id,
        "Texts cite it as {{ source.id }}."
    )
    {
        Required = true,
    };

    private static readonly Field<Source, Located<string>> Title = new(
        "title",
        Values.Prose(300),
        s => s.Title,
        "The title as printed on the work."
    )
    {
        Required = true,
    };

    private static readonly Field<Source, Located<string>> Language = new(
        "language",
        Values.Verbatim(35),
        s => s.Language,
        "The language of the title. Left out: the course's."
    );

    private static readonly Field<Source, Located<string>> Publisher = new(
        "publisher",
        Values.Text(200),
        s => s.Publisher,
        "The publisher of the work."
    )
    {
        Required = true,
    };

    private static readonly Field<Source, Located<string>> Year = new(
        "year",
        Values.Text(40),
        s => s.Year,
        "The year of publication. Left out: none given in the work."
    );

    private static readonly Field<Source, Located<string>> Url = new(
        "url",
        Values.Verbatim(1000),
        s => s.Url,
        "The web address of the work."
    );

    private static readonly Field<Source, RichText> Limit = new(
        "limit",
        CourseValues.Line,
        s => s.Limit,
        "The limits of the source, in one line; they appear after each citation."
    );

    private static readonly Field<Source, Located<SourceConfidence>> Confidence = new(
        "confidence",
        Values.OneOf(
            ("verified", SourceConfidence.Verified),
            ("known", SourceConfidence.Known),
            ("uncertain", SourceConfidence.Uncertain)
        ),
        s => s.Confidence,
        "verified: a person has read it; known: standard knowledge, not read; uncertain: must not be cited."
    )
    {
        Required = true,
    };

    public static Shape<Source> Source { get; } =
        new(
            "source",
            "A source of facts.",
            [Id, Title, Language, Publisher, Year, Url, Limit, Confidence],
            v => new Source(
                v.Need(Id),
                v.Need(Title),
                v.Get(Language),
                v.Need(Publisher),
                v.Get(Year),
                v.Get(Url),
                v.Get(Limit),
                v.Need(Confidence)
            )
        );

    private static readonly Field<SupportNote, Located<string>> SupportTitle = new(
        "title",
        Values.Text(60),
        s => s.Title,
        "The label of the button."
    )
    {
        Required = true,
    };

    private static readonly Field<SupportNote, RichText> SupportBody = new(
        "body",
        CourseValues.RichText,
        s => s.Body,
        "Support contacts; numbers come from country slots."
    )
    {
        Required = true,
    };

    public static Shape<SupportNote> Support { get; } =
        new(
            "support",
            "Support contacts, one click away on every page.",
            [SupportTitle, SupportBody],
            v => new SupportNote(v.Need(SupportTitle), v.Need(SupportBody))
        );

    private static readonly Field<CourseGuide, RichText> Before = new(
        "before",
        CourseValues.RichText,
        g => g.Before,
        "Preparation: venue, participants, safety."
    )
    {
        Required = true,
    };

    private static readonly Field<CourseGuide, RichText> Day = new(
        "day",
        CourseValues.RichText,
        g => g.Day,
        "The plan of the day."
    )
    {
        Required = true,
    };

    private static readonly Field<CourseGuide, RichText> After = new(
        "after",
        CourseValues.RichText,
        g => g.After,
        "Follow-up."
    );

    public static Shape<CourseGuide> Guide { get; } =
        new(
            "course-guide",
            "The facilitator's guide to the course.",
            [Before, Day, After],
            v => new CourseGuide(v.Need(Before), v.Need(Day), v.Get(After))
        );

    private static readonly Field<ModuleGuide, Located<int>> Minutes = new(
        "minutes",
        Values.Integer(1, 600),
        g => g.Minutes,
        "Duration of the session in minutes."
    )
    {
        Required = true,
    };

    private static readonly Field<ModuleGuide, RichText> Plan = new(
        "plan",
        CourseValues.RichText,
        g => g.Plan,
        "The plan of the session."
    )
    {
        Required = true,
    };

    private static readonly Field<ModuleGuide, IReadOnlyList<RichText>> Discuss = new(
        "discuss",
        Values.ListOf(CourseValues.Line),
        g => g.Discuss,
        "Questions for the group."
    );

    private static readonly Field<ModuleGuide, RichText> Practice = new(
        "practice",
        CourseValues.RichText,
        g => g.Practice,
        "An exercise, such as a role play, with its limits."
    );

    public static Shape<ModuleGuide> Session { get; } =
        new(
            "module-guide",
            "A session of the facilitator's guide.",
            [Minutes, Plan, Discuss, Practice],
            v => new ModuleGuide(v.Need(Minutes), v.Need(Plan), v.Get(Discuss) ?? [], v.Get(Practice))
        );

    private static readonly Field<ReviewTask, Located<string>> By = new(
        "by",
        Values.Prose(200),
        t => t.By,
        "The reviewer, such as a lawyer of the country."
    )
    {
        Required = true,
    };

    // For the authors of the course: never translated, never in a package.
    private static readonly Field<ReviewTask, IReadOnlyList<Located<string>>> Look = new(
        "look",
        Values.ListOf(Values.Prose(1000)),
        t => t.Look,
        "The points to check, one line per point."
    )
    {
        Required = true,
    };

    public static Shape<ReviewTask> Review { get; } =
        new(
            "review-task",
            "A review needed before a release.",
            [By, Look],
            v => new ReviewTask(v.Need(By), v.Need(Look))
        );
}
