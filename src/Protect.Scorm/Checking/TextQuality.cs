using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>Warns of texts that are hard to read, of words to avoid, and of wrong durations.</summary>
internal sealed class TextQuality : ICourseCheck
{
    /// <summary>A duration is off by more than this factor, and by at least so many minutes.</summary>
    private const double Tolerance = 1.5;

    private const int FewMinutes = 5;

    public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        var avoided = new Avoided(course);
        foreach (RichText part in TextsOutsidePages(course))
            avoided.Check(part, bag);
        if (!course.IsTranslated)
            CheckDuration("course", course.Minutes, course.Modules.Sum(module => module.Estimate), bag);
        DiagnosticBag[] found = ParallelWork.Select(
            course.Modules,
            (module, _) =>
            {
                var own = new DiagnosticBag();
                Check(course, module, avoided, own);
                return own;
            }
        );
        foreach (DiagnosticBag own in found)
            bag.AddAll(own.Sorted);
    }

    private static void Check(Course course, Module module, Avoided avoided, DiagnosticBag bag)
    {
        foreach (Page page in module.Pages)
        {
            RichText[] texts = [.. BlockParts.Texts(page)];
            if (
                course.ReadingEase is { } aim
                && ReadingEase.Of(page, course.Language.Value).Ease is { } ease
                && ease < aim.Value
            )
                bag.Add(QualityRules.HardToRead, page.Id.Span, page.Id.Value, (int)Math.Round(ease), aim.Value);
            // A translation file has no “allow”; the one of the page applies.
            if (!(course.IsTranslated && AllowsWords(course, module, page)))
                foreach (RichText part in texts)
                    avoided.Check(part, bag);
        }
        if (!course.IsTranslated)
            CheckDuration($"module “{module.Id.Value}”", module.Minutes, module.Estimate, bag);
    }

    /// <summary>Returns the texts outside the pages: the support note, the guide and the tools.</summary>
    private static IEnumerable<RichText> TextsOutsidePages(Course course) =>
        new[] { course.Support?.Body, course.Guide?.Before, course.Guide?.Day, course.Guide?.After }
            .Concat(
                course
                    .Modules.Select(module => module.Guide)
                    .OfType<ModuleGuide>()
                    .SelectMany(guide => guide.Discuss.Append(guide.Plan).Append(guide.Practice))
            )
            .Concat(
                course
                    .Tools.Where(tool => !(course.IsTranslated && Allows(tool.Allow)))
                    .SelectMany(tool => tool.Parts)
                    .Select(part => part.Body)
            )
            .OfType<RichText>();

    private static void CheckDuration(string part, Located<int>? declared, int estimate, DiagnosticBag bag)
    {
        if (declared is not { } written)
            return;
        (int least, int most) = (Math.Min(written.Value, estimate), Math.Max(written.Value, estimate));
        if (most > Tolerance * least && most - least >= FewMinutes)
            bag.Add(QualityRules.DurationOff, written.Span, part, written.Value, estimate);
    }

    private static bool AllowsWords(Course course, Module module, Page page) =>
        Allows(
            course
                .Allow.Concat(module.Allow)
                .Concat(page.Allow)
                .Concat(page.Questions.SelectMany(item => item.Question.Core.Allow))
        );

    private static bool Allows(IEnumerable<Allowance> allowances) =>
        allowances.Any(allowance => allowance.Rule.Value == QualityRules.WordToAvoid.Slug);

    private sealed class Avoided(Course course)
    {
        private readonly AvoidedWord[] _avoided =
        [
            .. course.Avoid.Where(word => (word.Language?.Value ?? course.SourceLanguage) == course.Language.Value),
        ];
        private readonly string _language = course.Language.Value;
        private readonly WholeWords _words = new(
            course.Avoid.SelectMany(word => word.All).Select(word => WholeWords.Fold(word, course.Language.Value))
        );

        public void Check(RichText text, DiagnosticBag bag)
        {
            string folded = WholeWords.Fold(text.Markdown, _language);
            if (!_words.MayBeIn(folded))
                return;
            foreach (AvoidedWord avoided in _avoided)
            {
                foreach (string form in avoided.All.Distinct(StringComparer.OrdinalIgnoreCase))
                    Check(text, folded, avoided, WholeWords.Fold(form, _language), bag);
            }
        }

        private static void Check(RichText text, string folded, AvoidedWord avoided, string form, DiagnosticBag bag)
        {
            for (
                int at = WholeWords.IndexOf(folded, form);
                at >= 0;
                at = WholeWords.IndexOf(folded, form, at + form.Length)
            )
                bag.Add(
                    QualityRules.WordToAvoid,
                    text.Locate(at, form.Length),
                    text.Markdown.Substring(at, form.Length),
                    avoided.Because is { } why ? $" {why.Value}" : "",
                    avoided.Instead is { } better ? $"Write: {better.Value}." : "Choose another word."
                );
        }
    }
}
