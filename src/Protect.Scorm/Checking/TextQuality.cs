using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>Warns of texts that are hard to read, of words to avoid, and of a module's wrong duration.</summary>
internal sealed class TextQuality : ICourseCheck
{
    private const int WordsAMinute = 150;

    public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        var avoided = new Avoided(course);
        foreach (RichText part in TextsOutsidePages(course))
            avoided.Check(part, bag);
        DiagnosticBag[] found = ParallelWork.Select(
            course.Modules,
            (module, _) =>
            {
                var own = new DiagnosticBag();
                Check(course, module, avoided, folder, own);
                return own;
            }
        );
        foreach (DiagnosticBag own in found)
            bag.AddAll(own.Sorted);
    }

    private static void Check(Course course, Module module, Avoided avoided, SourceFolder folder, DiagnosticBag bag)
    {
        int words = 0;
        foreach (Page page in module.Pages)
        {
            RichText[] texts = [.. BlockParts.Texts(page)];
            (int more, double? found) = ReadingEase.Of(page, course.ReadingEase is null ? null : course.Language.Value);
            words += more;
            if (course.ReadingEase is { } aim && found is { } ease && ease < aim.Value)
                bag.Add(QualityRules.HardToRead, page.Id.Span, page.Id.Value, (int)Math.Round(ease), aim.Value);
            // A translation file has no “allow”; the one of the page applies.
            if (!(course.IsTranslated && AllowsWords(course, module, page)))
                foreach (RichText part in texts)
                    avoided.Check(part, bag);
        }
        if (!course.IsTranslated)
            CheckDuration(
                module,
                words,
                module.Pages.SelectMany(BlockParts.Assets).Sum(asset => Seconds(asset, folder)),
                bag
            );
    }

    /// <summary>Returns the texts outside the pages: the support note and the guide.</summary>
    private static IEnumerable<RichText> TextsOutsidePages(Course course) =>
        new[] { course.Support?.Body, course.Guide?.Before, course.Guide?.Day, course.Guide?.After }
            .Concat(
                course
                    .Modules.Select(module => module.Guide)
                    .OfType<ModuleGuide>()
                    .SelectMany(guide => guide.Discuss.Append(guide.Plan).Append(guide.Practice))
            )
            .OfType<RichText>();

    /// <summary>Estimates the length of a video or audio file, in seconds, by the end of its last caption.</summary>
    private static double Seconds(AssetRef asset, SourceFolder folder) =>
        asset.Path.EndsWith(".vtt", StringComparison.OrdinalIgnoreCase) && folder.Text(asset.Path) is { } captions
            ? WebVtt.Read(captions, out _).Select(cue => cue.End).DefaultIfEmpty().Max()
            : 0;

    private static void CheckDuration(Module module, int words, double seconds, DiagnosticBag bag)
    {
        if (module.Minutes is not { } declared)
            return;
        int estimate = Math.Max(
            1,
            (int)Math.Round((words / (double)WordsAMinute) + (seconds / 60) + module.Pages.Sum(Exercises))
        );
        if (
            Math.Max(declared.Value, estimate) >= 2 * Math.Min(declared.Value, estimate)
            && Math.Abs(declared.Value - estimate) >= 5
        )
            bag.Add(QualityRules.DurationOff, declared.Span, module.Id.Value, declared.Value, estimate);
    }

    /// <summary>Estimates the minutes for questions and exercises as a facilitator would.</summary>
    private static double Exercises(Page page) =>
        page
            .Blocks.Concat(page.Assessment?.Questions ?? [])
            .Sum(block =>
                block switch
                {
                    Branching way => Math.Max(2, way.Nodes.Count / 2.0),
                    Question question => 1 + (BlockKinds.Of(question).Parts(question) / 4.0),
                    ReflectionBlock => 4,
                    ActionPlanBlock => 10,
                    ChecklistBlock => 2,
                    PauseBlock => 1,
                    _ => 0,
                }
            );

    private static bool AllowsWords(Course course, Module module, Page page) =>
        course
            .Allow.Concat(module.Allow)
            .Concat(page.Allow)
            .Concat(page.Questions.SelectMany(item => item.Question.Core.Allow))
            .Any(allowance => allowance.Rule.Value == QualityRules.WordToAvoid.Slug);

    private sealed class Avoided(Course course)
    {
        private readonly AvoidedWord[] _avoided =
        [
            .. course.Avoid.Where(word => (word.Language?.Value ?? course.SourceLanguage) == course.Language.Value),
        ];
        private readonly WholeWords _words = new(course.Avoid.Select(word => word.Word.Value));

        public void Check(RichText text, DiagnosticBag bag)
        {
            if (!_words.MayBeIn(text.Markdown))
                return;
            foreach (AvoidedWord avoided in _avoided)
            {
                int length = avoided.Word.Value.Length;
                for (
                    int at = WholeWords.IndexOf(text.Markdown, avoided.Word.Value);
                    at >= 0;
                    at = WholeWords.IndexOf(text.Markdown, avoided.Word.Value, at + length)
                )
                    bag.Add(
                        QualityRules.WordToAvoid,
                        text.Locate(at, length),
                        text.Markdown.Substring(at, length),
                        avoided.Because is { } why ? $" {why.Value}" : "",
                        avoided.Instead is { } better ? $"Write: {better.Value}." : "Choose another word."
                    );
            }
        }
    }
}
