using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Importing;

/// <summary>Where imported questions go.</summary>
internal enum QuestionPlace
{
    /// <summary>Knowledge checks on pages, in the order of the source.</summary>
    Checks,

    /// <summary>One assessment at the end, with a pass mark.</summary>
    Assessment,
}

/// <summary>Arranges a draft: questions on pages that are not too long, or in one assessment.</summary>
internal static class DraftShape
{
    private const int MostOnPage = 10;

    /// <summary>Most questions of the first module, which the first page of a package carries, in 150 KB.</summary>
    private const int MostAtStart = 40;

    private const string StartId = "start";

    /// <summary>The key of the module that <see cref="AddStart"/> adds.</summary>
    public const string StartKey = "module: " + StartId;

    /// <summary>Adds a first module with a short page, so that a course with many questions opens quickly.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="source">The name of the file that is imported.</param>
    /// <param name="isThere">True when an earlier import added it.</param>
    public static void AddStart(DraftCourse draft, string source, bool isThere)
    {
        if (draft.Modules.Count == 0)
            return;
        int first = draft.Modules[0].Pages.SelectMany(page => page.Blocks).Count(DraftIds.IsQuestion);
        if (!isThere && first <= MostAtStart)
            return;
        var page = new DraftPage("Start")
        {
            SourceId = StartId,
            Comment = "decide: a text for learners to read first, such as the subject and the pass mark",
        };
        string name = DraftMarkdown.OneLine(DraftCheck.Title(source, "a file"));
        page.Blocks.Add(new DraftNode("text").Set("body", $"These questions were imported from {name}."));
        var module = new DraftModule("Start") { SourceId = StartId };
        module.Pages.Add(page);
        draft.Modules.Insert(0, module);
    }

    /// <summary>Arranges the draft in place.</summary>
    public static void Apply(DraftCourse draft, QuestionPlace place)
    {
        foreach (DraftPage page in Pages(draft).Where(page => !page.Blocks.Exists(DraftIds.IsQuestion)))
            page.Assessment = null;
        if (place == QuestionPlace.Assessment)
            Assess(draft);
        foreach (DraftModule module in draft.Modules)
        {
            DraftPage[] pages = [.. module.Pages.SelectMany(Split)];
            module.Pages.Clear();
            module.Pages.AddRange(pages);
        }
        if (place == QuestionPlace.Checks)
            foreach (
                DraftNode question in Pages(draft)
                    .Where(page => page.Assessment is null)
                    .SelectMany(page => page.Blocks)
                    .Where(DraftIds.IsQuestion)
            )
                WithoutCredits(question);
    }

    /// <summary>Returns true when the source has an assessment of its own, such as a question set of H5P.</summary>
    public static bool HasAssessment(DraftCourse draft) => Pages(draft).Any(page => page.Assessment is not null);

    /// <summary>Makes knowledge checks of an assessment that the source has.</summary>
    public static void WithoutAssessment(DraftCourse draft)
    {
        foreach (DraftPage page in Pages(draft))
            page.Assessment = null;
    }

    private static IEnumerable<DraftPage> Pages(DraftCourse draft) => draft.Modules.SelectMany(module => module.Pages);

    /// <summary>Moves all questions to one assessment, on a page of its own at the end.</summary>
    private static void Assess(DraftCourse draft)
    {
        DraftNode[] questions = [.. draft.Questions];
        if (questions.Length == 0)
            return;
        // The pass mark of the source stays.
        DraftNode assessment =
            Pages(draft).Select(page => page.Assessment).FirstOrDefault(own => own is not null) ?? new();
        WithoutAssessment(draft);
        foreach (DraftPage page in Pages(draft))
            page.Blocks.RemoveAll(DraftIds.IsQuestion);
        foreach (DraftModule module in draft.Modules)
            module.Pages.RemoveAll(page => page.Blocks.Count == 0);
        draft.Modules.RemoveAll(module => module.Pages.Count == 0);
        if (questions.Any(HasCredits) || (draft.GivesShares && questions.Any(HasParts)))
            assessment.Set("credit", "share");
        var test = new DraftPage("Assessment")
        {
            SourceId = "assessment",
            Assessment = assessment,
            Comment =
                questions.Length > MostOnPage
                    ? $"decide: an attempt asks all {questions.Length} questions; “draw: 10” under “assessment” "
                        + "asks 10 of them"
                    : null,
        };
        test.Blocks.AddRange(questions);
        var last = new DraftModule("Assessment") { SourceId = "assessment" };
        last.Pages.Add(test);
        draft.Modules.Add(last);
    }

    /// <summary>Cuts a page with many questions into pages of ten; text stays above its next question.</summary>
    private static IEnumerable<DraftPage> Split(DraftPage page)
    {
        if (page.Assessment is not null || page.Blocks.Count(DraftIds.IsQuestion) <= MostOnPage)
            return [page];
        var pages = new List<DraftPage>();
        int count = 0;
        foreach (DraftNode block in page.Blocks)
        {
            if (pages.Count == 0 || count == MostOnPage)
            {
                int number = pages.Count + 1;
                pages.Add(
                    new DraftPage($"{page.Title} ({number})") { SourceId = $"{page.SourceId ?? page.Title} ({number})" }
                );
                count = 0;
            }
            pages[^1].Blocks.Add(block);
            if (DraftIds.IsQuestion(block))
                count++;
        }
        return pages;
    }

    private static bool HasParts(DraftNode question) =>
        question.Type is "multiple-choice" or "matching" or "gap-fill" or "ordering" or "categorise";

    private static bool HasCredits(DraftNode question) =>
        question["options"] is DraftList options
        && options.Items.OfType<DraftNode>().Any(option => option["credit"] is not null);

    // A knowledge check has no points.
    private static void WithoutCredits(DraftNode question)
    {
        if (question["options"] is DraftList options)
            foreach (DraftNode option in options.Items.OfType<DraftNode>())
                option.Remove("credit");
    }
}
