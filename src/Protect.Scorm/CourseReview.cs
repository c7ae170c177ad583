using System.Globalization;
using System.Text;
using Protect.Scorm.Checking;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Reading;
using Protect.Scorm.Translating;

namespace Protect.Scorm;

/// <summary>What people must still look at before a course is released, as Markdown: from the states of translations, countries and sources, and what the course asks for.</summary>
public static class CourseReview
{
    /// <summary>Depends on nothing but the folder. Null, reported, when the course cannot be read.</summary>
    public static string? Write(SourceFolder folder, DiagnosticBag bag)
    {
        if (EditionReader.Read(folder, new CompileOptions(), bag) is not { } course || bag.HasErrors)
            return null;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {course.Title.Value}: what people must still check\n\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"Version {course.Version.Value}. Made from the course by `protect-scorm review`: change the course, then make it again.\n"
        );
        foreach (ReviewTask task in course.Review)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {task.By.Value}\n\n");
            foreach (Located<string> look in task.Look)
                text.Append(CultureInfo.InvariantCulture, $"- [ ] {look.Value}\n");
        }
        Languages(text, folder);
        Countries(text, folder, course);
        Sources(text, course);
        Allowed(text, course);
        Critical(text, course);
        Pages(text, course);
        return text.ToString();
    }

    private static void Languages(StringBuilder text, SourceFolder folder)
    {
        string[] languages = [.. CourseTranslation.Languages(folder)];
        if (languages.Length == 0)
            return;
        text.Append(
            "\n## Translations\n\nA text is reviewed once a native reader who knows the field has read it.\n\n| Language | Texts | Reviewed | Translated, not reviewed | Out of date | Missing |\n|---|---:|---:|---:|---:|---:|\n"
        );
        foreach (string language in languages)
        {
            if (CourseTranslation.Read(folder, language, new DiagnosticBag()) is not { } translation)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {language} | cannot be read | | | | |\n");
                continue;
            }
            TranslationCounts counts = translation.Counts;
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {language} | {counts.Total} | {counts.Reviewed} | {counts.Translated} | {counts.Stale} | {counts.New} |\n"
            );
        }
    }

    private static void Countries(StringBuilder text, SourceFolder folder, Course course)
    {
        if (course.CountryNeeds is not { } needs)
            return;
        text.Append(
            "\n## Countries\n\nEach number is dialled and each page opened by a person, who writes the day and their name.\n\n| Country | Entries | Checked | To check | Missing |\n|---|---:|---:|---:|---|\n"
        );
        foreach (string code in CountryReader.Countries(folder))
        {
            if (CountryReader.Read(folder, course, code, new DiagnosticBag()) is not { } country)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {code} | cannot be read | | | |\n");
                continue;
            }
            int done = country.Entries.Count(entry => entry.Checked is not null);
            string missing = string.Join(
                ", ",
                needs.Slots.Where(slot => slot.IsRequired && !country.Of(slot).Any()).Select(slot => slot.Id.Value)
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {code} | {country.Entries.Count} | {done} | {country.Entries.Count - done} | {(missing.Length == 0 ? "–" : missing)} |\n"
            );
        }
    }

    private static void Sources(StringBuilder text, Course course)
    {
        if (course.Sources.Count == 0)
            return;
        text.Append(
            "\n## Sources\n\nRead at the original before a release. “Known” was not read; what has a limit says so beside each claim.\n\n| Source | Publisher | State | Limit |\n|---|---|---|---|\n"
        );
        foreach (Source source in course.Sources)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {Cell(source.Title.Value)} | {Cell(source.Publisher.Value)} | {source.Confidence.Value.ToString().ToLowerInvariant()} | {Cell(source.Limit?.Markdown.Trim() ?? "–")} |\n"
            );
        }
    }

    private static void Allowed(StringBuilder text, Course course)
    {
        var allowed = course
            .Allow.Select(allowance => ("course", allowance))
            .Concat(course.Modules.SelectMany(module => module.Allow.Select(allowance => (module.Id.Value, allowance))))
            .Concat(course.Pages.SelectMany(page => page.Allow.Select(allowance => (page.Id.Value, allowance))))
            .Concat(
                course.Questions.SelectMany(item =>
                    item.Question.Core.Allow.Select(allowance => (item.Question.Id.Value, allowance))
                )
            )
            .ToList();
        if (allowed.Count == 0)
            return;
        text.Append("\n## Warnings that were allowed\n\n");
        foreach ((string where, Allowance allowance) in allowed)
            text.Append(
                CultureInfo.InvariantCulture,
                $"- [ ] `{where}`, {allowance.Rule.Value}: {allowance.Because.Value}\n"
            );
    }

    private static void Critical(StringBuilder text, Course course)
    {
        string[] critical =
        [
            .. course.Questions.Where(item => item.Question.Core.IsCritical).Select(item => item.Question.Id.Value),
        ];
        if (critical.Length > 0)
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n## Safety-critical questions\n\nA professional reads each option and its feedback: {string.Join(", ", critical.Select(id => $"`{id}`"))}.\n"
            );
    }

    private static void Pages(StringBuilder text, Course course)
    {
        text.Append(
            "\n## Pages\n\nReading ease: 100 very easy, 60 plain, 30 hard; pages of fewer than 100 words have none.\n\n| Module | Page | Words | Reading ease |\n|---|---|---:|---:|\n"
        );
        foreach (
            (Module module, Page page) in course.Modules.SelectMany(module =>
                module.Pages.Select(page => (module, page))
            )
        )
        {
            (int words, double? found) = ReadingEase.Of(page, course.Language.Value);
            string ease = found is { } value ? Math.Round(value).ToString(CultureInfo.InvariantCulture) : "–";
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {Cell(module.Title.Value)} | {Cell(page.Title.Value)} | {words} | {ease} |\n"
            );
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ');
}
