using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Exporting;

/// <summary>A question with its place in the course.</summary>
internal sealed record PlacedQuestion(Question Question, Module Module, Page Page)
{
    /// <summary>True when its options are shuffled.</summary>
    public bool IsShuffled =>
        BlockKinds
            .Of(Question)
            .Shuffles(
                Question,
                Page.Assessment is { } test && test.Questions.Contains(Question) ? test.ShuffleOptions : null
            );

    /// <summary>The author's tags, then those that carry module, difficulty and “critical”.</summary>
    public IEnumerable<string> Tags
    {
        get
        {
            foreach (Located<string> tag in Question.Core.Tags)
                yield return tag.Value;
            yield return ExportTags.Module + Module.Id.Value;
            if (Question.Core.Difficulty is { } difficulty)
                yield return ExportTags.Difficulty + difficulty.Value.ToString().ToLowerInvariant();
            if (Question.Core.IsCritical)
                yield return ExportTags.Critical;
        }
    }
}

/// <summary>Tags that carry fields through formats that have no such field.</summary>
internal static class ExportTags
{
    public const string Module = "module:",
        Difficulty = "difficulty:",
        Critical = "critical";
}

/// <summary>A course to export.</summary>
/// <param name="Course">The course, checked.</param>
/// <param name="Folder">Its files.</param>
/// <param name="Texts">Converts its texts.</param>
internal sealed record ExportCourse(Course Course, SourceFolder Folder, ExportText Texts)
{
    /// <summary>All questions in the order of the course.</summary>
    public IEnumerable<PlacedQuestion> Questions =>
        Course.Modules.SelectMany(module =>
            module.Pages.SelectMany(page =>
                page.Questions.Select(item => new PlacedQuestion(item.Question, module, page))
            )
        );

    /// <summary>Returns the name of a question in a list of questions: the first words of its prompt.</summary>
    public static string NameOf(Question question)
    {
        string words = ExportText.Plain(question.Core.Prompt);
        const int most = 80;
        if (words.Length <= most)
            return words.Length > 0 ? words : question.Id.Value;
        int end = words.LastIndexOf(' ', most);
        return Packaging.PlainText.Line(words, end > most / 2 ? end : most) + "…";
    }
}
