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

    /// <summary>Arranges the draft in place.</summary>
    public static void Apply(DraftCourse draft, QuestionPlace place)
    {
        if (place == QuestionPlace.Assessment)
            Assess(draft);
        foreach (DraftModule module in draft.Modules)
        {
            DraftPage[] pages = [.. module.Pages.SelectMany(Split)];
            module.Pages.Clear();
            module.Pages.AddRange(pages);
        }
        if (place == QuestionPlace.Checks)
            foreach (DraftNode question in draft.Questions)
                WithoutCredits(question);
    }

    /// <summary>Moves all questions to one assessment, on a page of its own at the end.</summary>
    private static void Assess(DraftCourse draft)
    {
        DraftNode[] questions = [.. draft.Questions];
        if (questions.Length == 0)
            return;
        foreach (DraftPage page in draft.Modules.SelectMany(module => module.Pages))
            page.Blocks.RemoveAll(DraftIds.IsQuestion);
        foreach (DraftModule module in draft.Modules)
            module.Pages.RemoveAll(page => page.Blocks.Count == 0);
        draft.Modules.RemoveAll(module => module.Pages.Count == 0);
        var assessment = new DraftNode();
        if (questions.Any(HasCredits))
            assessment.Set("credit", "share");
        var test = new DraftPage("Assessment")
        {
            SourceId = "assessment",
            Assessment = assessment,
            Comment =
                questions.Length > 1
                    ? $"decide: an attempt asks all {questions.Length} questions; “draw: 10” under “assessment” "
                        + $"asks 10 of them"
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
