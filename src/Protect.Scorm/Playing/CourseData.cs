using System.Text.Json.Serialization;
using Protect.Scorm.Content;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Playing;

/// <summary>Data of a course, in index.html or a file of their own.</summary>
/// <param name="Hash">Hash of the layout of the state: four characters of A-Za-z0-9_-.</param>
/// <param name="Search">File name of the search index.</param>
/// <param name="Languages">Languages to choose from, the first one first; empty for a package in one language.</param>
/// <param name="Questions">In the order of the state: knowledge checks and assessed questions are mixed.</param>
/// <param name="Gates">Pages that are locked until all their needs are met.</param>
/// <param name="Pretests">Pages that count as seen once enough knowledge checks are answered right.</param>
/// <param name="Earlier">Layouts of earlier releases, to migrate their progress.</param>
/// <param name="Strings">Texts of the program.</param>
/// <param name="Keys">Keys of the questions in the first module; each other module has its own.</param>
internal sealed record CourseData(
    string Id,
    string Version,
    string Language,
    string Title,
    string Hash,
    string Search,
    IReadOnlyList<CourseLanguage> Languages,
    IReadOnlyList<CourseModule> Modules,
    IReadOnlyList<QuestionData> Questions,
    AssessmentData? Assessment,
    IReadOnlyList<Gate> Gates,
    IReadOnlyList<PretestData> Pretests,
    TrackingData Tracking,
    CourseLimits Limits,
    IReadOnlyList<EarlierLayout> Earlier,
    IReadOnlyDictionary<string, string> Strings,
    IReadOnlyDictionary<string, QuestionKey> Keys
);

/// <param name="File">File of the language; null for the first.</param>
internal sealed record CourseLanguage(string Language, string? File);

/// <param name="File">File of the module; null for the one in index.html.</param>
/// <param name="Pages">Ids of the pages.</param>
/// <param name="Minutes">Duration in minutes.</param>
internal sealed record CourseModule(
    string Id,
    string? File,
    IReadOnlyList<string> Pages,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Minutes
);

/// <param name="Kind">Slug of its kind.</param>
/// <param name="Page">Id of its page.</param>
/// <param name="Parts">Number of items, gaps or statements that are answered separately; 1 without parts.</param>
/// <param name="Bits">Width of a response in the state, in bits.</param>
/// <param name="Private">On a private page: the answer is not stored, reported or counted.</param>
/// <param name="Critical">An attempt passes only if this question is right.</param>
/// <param name="Confidence">Asks how sure the learner is: the two highest bits of the response.</param>
/// <param name="Review">Page that explains the answer.</param>
/// <param name="Once">Whether a knowledge check has one try only: its first answer stays.</param>
internal sealed record QuestionData(
    string Id,
    string Kind,
    string Page,
    int Options,
    int Parts,
    int Bits,
    int Weight,
    bool Assessed,
    bool Private,
    bool Critical,
    bool Confidence,
    bool Shuffle,
    string? Review,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Once
)
{
    /// <summary>Returns the data of all questions. Those of a pre-test that is compared have no weight.</summary>
    public static IReadOnlyList<QuestionData> All(Course course)
    {
        IReadOnlySet<string> once = BeforeAfterBlock.OncePages(course);
        string[] before = [.. BeforeAfterBlock.Of(course).Select(block => block.Before.Id)];
        return
        [
            .. course.Questions.Select(item =>
            {
                QuestionData data = Of(item.Page, item.Question, item.Assessed);
                return item.Assessed
                    ? data
                    : data with
                    {
                        Weight = before.Contains(data.Page) ? 0 : data.Weight,
                        Once = once.Contains(data.Page) ? true : null,
                    };
            }),
        ];
    }

    public static QuestionData Of(Page page, Question question, bool assessed)
    {
        IQuestionKind kind = BlockKinds.Of(question);
        return new QuestionData(
            question.Id.Value,
            question.Slug,
            page.Id.Value,
            kind.Options(question),
            kind.Parts(question),
            StateLayout.ResponseBits(question),
            kind.IsMarked ? question.Core.Weight?.Value ?? 1 : 0,
            assessed,
            page.IsPrivate,
            question.Core.IsCritical,
            question.Core.AsksConfidence,
            kind.Shuffles(question, assessed ? page.Assessment?.ShuffleOptions : null),
            question.Core.Review?.Id,
            Once: null
        );
    }
}

/// <param name="Page">Id of its page.</param>
/// <param name="Attempts">null: unlimited.</param>
/// <param name="PassMark">In percent.</param>
/// <param name="Credit">Marking of a partly right answer.</param>
/// <param name="Keep">The result that counts, of several.</param>
/// <param name="Feedback">When feedback is shown.</param>
/// <param name="Draw">Pools that an attempt draws from. No question is in two. Empty: it asks all questions.</param>
/// <param name="ReviewAfter">
/// Number of failed attempts after which the assessment closes until the pages about the wrong answers were opened.
/// </param>
internal sealed record AssessmentData(
    string Page,
    int? Attempts,
    int PassMark,
    bool ShuffleQuestions,
    CreditRule Credit,
    KeptResult Keep,
    FeedbackTime Feedback,
    IReadOnlyList<Draw> Draw,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? ReviewAfter
)
{
    public static AssessmentData? Of(Course course) =>
        course.AssessmentPage is not { Assessment: { } assessment } page
            ? null
            : new AssessmentData(
                page.Id.Value,
                assessment.Attempts?.Value,
                course.Tracking.PassMark,
                assessment.ShuffleQuestions,
                assessment.Credit?.Value ?? CreditRule.AllOrNothing,
                assessment.ScoreOf?.Value ?? KeptResult.Best,
                assessment.Feedback?.Value ?? FeedbackTime.End,
                assessment.Draws,
                assessment.ReviewAfter?.Value
            );
}

/// <param name="DecidedBy">The side that decides on passed or failed.</param>
/// <param name="Interactions">Whether each answer is reported.</param>
/// <param name="SavesAtFinish">Whether the LMS stores nothing before the session ends.</param>
internal sealed record TrackingData(
    IReadOnlyList<CompletionPart> CompletedBy,
    ScoreSource Score,
    ReportStyle Report,
    VerdictBy DecidedBy,
    bool Interactions,
    bool SavesAtFinish
)
{
    public static TrackingData Of(Tracking tracking) =>
        new(
            [.. tracking.CompletedBy.Select(part => part.Value).Distinct()],
            tracking.Score.Value,
            tracking.Report,
            tracking.DecidedBy.Value,
            tracking.Interactions,
            LmsTargets.ById(tracking.Lms).Traits.Any(known => known.Value == LmsTrait.SavesAtFinish)
        );
}

/// <summary>Limits of the LMS, in characters.</summary>
internal sealed record CourseLimits(int SuspendData, int Location, int Text)
{
    public static CourseLimits Of(Tracking tracking) =>
        new(LmsTargets.ById(tracking.Lms).SuspendData.Value, Scorm12Limits.Location, Scorm12Limits.ShortText);
}

/// <summary>Layout of an earlier release.</summary>
/// <param name="Review">Whether its states have the pages to open before another attempt.</param>
internal sealed record EarlierLayout(
    string Hash,
    IReadOnlyList<string> Pages,
    IReadOnlyList<MappedQuestion> Questions,
    bool Assessment,
    IReadOnlyList<Draw> Draw,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Review
)
{
    public static EarlierLayout Of(StateMap map) =>
        new(map.Hash, map.Pages, map.Questions, map.HasAssessment, map.Draws, map.ReviewAfter is null ? null : true);
}

/// <summary>Data in the script file of a module.</summary>
/// <param name="Menu">Its pages for the menu; null when the menu has them already.</param>
internal sealed record ModuleData(string Id, string Html, string? Menu, IReadOnlyDictionary<string, QuestionKey> Keys);

/// <summary>Another language of the package: HTML of the page's body, and its data.</summary>
internal sealed record LanguageData(string Language, string Direction, string Body, CourseData Data);

/// <summary>Words of each page, in course order.</summary>
internal sealed record SearchData(IReadOnlyList<SearchPage> Pages);

internal sealed record SearchPage(string Id, string Title, string Words);

/// <summary>
/// Data that the player reads. src/browser/player/core/course-data.generated.ts has the same types.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [
        typeof(WordConverter<CreditRule>),
        typeof(WordConverter<KeptResult>),
        typeof(WordConverter<FeedbackTime>),
        typeof(WordConverter<CompletionPart>),
        typeof(WordConverter<ScoreSource>),
        typeof(WordConverter<ReportStyle>),
        typeof(WordConverter<VerdictBy>),
    ]
)]
[JsonSerializable(typeof(CourseData))]
[JsonSerializable(typeof(ModuleData))]
[JsonSerializable(typeof(LanguageData))]
[JsonSerializable(typeof(SearchData))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class PlayerJson : JsonSerializerContext
{
    private static PlayerJson? _unescaped;

    public static PlayerJson Unescaped => _unescaped ??= new(JsonFormat.Unescaped(Default.Options));
}
