using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>Estimates how long learners need, from words, questions, exercises, and videos and recordings.</summary>
internal static class Durations
{
    // A learner reads one feedback of several, and one path of a story.
    private const double ReadOfQuestion = 0.7,
        ReadOfStory = 0.5;

    private const double WordsAMinute = 140,
        ForQuestion = 0.75,
        ForStory = 2,
        ForExercise = 2.5;

    /// <summary>Returns the course with the estimated minutes of each module.</summary>
    public static Course Estimate(Course course, SourceFolder folder) =>
        course with
        {
            Modules = ParallelWork.Select(course.Modules, (module, _) => module with { Estimate = Of(module, folder) }),
        };

    private static int Of(Module module, SourceFolder folder) =>
        Math.Max(1, (int)Math.Round(module.Pages.Sum(Reading) + (module.Pages.Sum(page => Media(page, folder)) / 60)));

    /// <summary>Returns the minutes for a page with its questions. An attempt asks only those drawn.</summary>
    private static double Reading(Page page) =>
        page.Blocks.Sum(Reading)
        + (
            page.Assessment is { Questions.Count: > 0 } assessment
                ? assessment.Questions.Sum(Reading) * assessment.Asked / assessment.Questions.Count
                : 0
        );

    private static double Reading(Block block) =>
        BlockParts.Texts(block).Sum(text => ReadingText.Word().Count(ReadingText.Of(text)) / WordsAMinute)
            * block switch
            {
                Branching => ReadOfStory,
                Question => ReadOfQuestion,
                _ => 1,
            }
        + block switch
        {
            Branching => ForStory,
            Question => ForQuestion,
            PrivateNote => ForExercise,
            _ => 0.0,
        };

    /// <summary>Returns the seconds of the videos and recordings of a page, by the end of their last caption.</summary>
    private static double Media(Page page, SourceFolder folder) =>
        BlockParts
            .Assets(page)
            .Select(asset => asset.Path)
            .Distinct(StringComparer.Ordinal)
            .Where(path => path.EndsWith(".vtt", StringComparison.OrdinalIgnoreCase))
            .Sum(path =>
                folder.Text(path) is { } captions
                    ? WebVtt.Read(captions, out _).Select(cue => cue.End).DefaultIfEmpty().Max()
                    : 0
            );
}
