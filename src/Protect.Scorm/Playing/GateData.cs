using System.Text.Json.Serialization;
using Protect.Scorm.Model;

namespace Protect.Scorm.Playing;

/// <summary>Locked page, with the needs that unlock it. Read by src/browser/player/core/gates.ts.</summary>
/// <param name="Page">Index of the page.</param>
internal sealed record Gate(int Page, IReadOnlyList<Need> Needs)
{
    /// <summary>Returns the gates of a course, in the order of its pages.</summary>
    public static IReadOnlyList<Gate> All(Course course)
    {
        string[] pages = [.. course.Pages.Select(page => page.Id.Value)];
        string[] checks = Need.ChecksOf(course);
        return
        [
            .. course
                .Modules.SelectMany(module =>
                    module.Pages.Select(page => (Requirement[])[.. module.Requires, .. page.Requires])
                )
                .Select((needs, index) => new Gate(index, [.. needs.Select(need => Need.Of(need, pages, checks))]))
                .Where(gate => gate.Needs.Count > 0),
        ];
    }
}

/// <summary>Exactly one of the three: index of a page, index of a knowledge check, or a score in percent.</summary>
internal sealed record Need(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Page = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Check = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Score = null
)
{
    public static Need Of(Requirement need, string[] pages, string[] checks) =>
        need.Page is { } seen ? new Need(Page: Array.IndexOf(pages, seen.Id))
        : need.Check is { } check ? new Need(Check: Array.IndexOf(checks, check.Value))
        : new Need(Score: need.Score?.Value ?? 0);

    /// <summary>Returns the ids of the knowledge checks, in the order of the state.</summary>
    public static string[] ChecksOf(Course course) =>
        [.. course.KeptQuestions.Where(item => !item.Assessed).Select(item => item.Question.Id.Value)];
}

/// <summary>Pages that count as seen once <c>right</c> of these knowledge checks are answered right.</summary>
/// <param name="Right">Number of right answers.</param>
/// <param name="Checks">Indexes of the knowledge checks.</param>
/// <param name="Pages">Indexes of the pages.</param>
internal sealed record PretestData(int Right, IReadOnlyList<int> Checks, IReadOnlyList<int> Pages)
{
    /// <summary>Returns the pre-tests of a course, in the order of its pages.</summary>
    public static IReadOnlyList<PretestData> All(Course course)
    {
        string[] checks = Need.ChecksOf(course);
        return
        [
            .. course
                .Pages.Where(page => page.Pretest is not null)
                .Select(page => new PretestData(
                    page.Pretest!.Right.Value,
                    [.. page.Blocks.OfType<Question>().Select(question => Array.IndexOf(checks, question.Id.Value))],
                    Opened(course, page.Pretest)
                )),
        ];
    }

    private static IReadOnlyList<int> Opened(Course course, Pretest pretest) =>
        [
            .. course
                .Modules.SelectMany(module =>
                    module.Pages.Select(_ => pretest.Opens.Any(id => id.Value == module.Id.Value))
                )
                .Select((isOpened, index) => isOpened ? index : -1)
                .Where(index => index >= 0),
        ];
}
