using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>The shapes of requirements and pre-tests.</summary>
internal static class GateFile
{
    private static readonly Field<Requirement, PageRef> Page = new(
        "page",
        CourseValues.Page,
        r => r.Page,
        "A page that must have been seen."
    );

    private static readonly Field<Requirement, Located<string>> Check = new(
        "check",
        CourseValues.Id,
        r => r.Check,
        "A knowledge check that must be answered right; one without right answers must be answered."
    );

    private static readonly Field<Requirement, Located<int>> Score = new(
        "score",
        Values.Integer(1, 100),
        r => r.Score,
        "Percent that the assessment must have reached."
    );

    private static readonly Field<Pretest, Located<int>> Right = new(
        "right",
        Values.Integer(1, 100),
        p => p.Right,
        "How many of the page's questions must be right."
    )
    {
        Required = true,
    };

    private static readonly Field<Pretest, IReadOnlyList<Located<string>>> Opens = new(
        "opens",
        Values.ListOf(CourseValues.Id),
        p => p.Opens,
        "Modules whose pages then count as seen; they stay there to be read."
    )
    {
        Required = true,
    };

    public static Shape<Requirement> Requirement { get; } =
        new(
            "requirement",
            "Something that must be done first: one of the three.",
            [Page, Check, Score],
            v => new Requirement(v.Get(Page), v.Get(Check), v.Get(Score), v.Span)
        );

    public static Shape<Pretest> Pretest { get; } =
        new(
            "pretest",
            "A pre-test that lets learners skip modules.",
            [Right, Opens],
            v => new Pretest(v.Need(Right), v.Need(Opens))
        );
}
