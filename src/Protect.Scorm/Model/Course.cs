using System.Diagnostics.CodeAnalysis;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Model;

/// <summary>Everything that course.yaml says about a course, except its modules and its tracking.</summary>
internal record CourseHead
{
    public required Located<string> Id { get; init; }

    public required Located<string> Version { get; init; }

    /// <summary>The language of its texts, a BCP 47 tag such as <c>fr</c> or <c>pt-BR</c>.</summary>
    public required Located<string> Language { get; init; }

    /// <summary>The language the course was written in; differs from <see cref="Language"/> in a translation.</summary>
    public string SourceLanguage { get; init; } = "";

    /// <summary>True for a translation; checks of the author's intent run on the source only.</summary>
    public bool IsTranslated => SourceLanguage.Length > 0 && SourceLanguage != Language.Value;

    public required Located<string> Title { get; init; }

    public required Located<string> Description { get; init; }

    public Located<string>? Audience { get; init; }

    /// <summary>A sentence for learners and coordinators; null for none.</summary>
    public Located<string>? Notice { get; init; }

    public IReadOnlyList<Located<string>> Keywords { get; init; } = [];

    /// <summary>Duration of the course in minutes, as written; null to use that of its modules.</summary>
    public Located<int>? Minutes { get; init; }

    /// <summary>Licence of the text and pictures, as an SPDX expression or in words.</summary>
    public required Located<string> Licence { get; init; }

    public required IReadOnlyList<Located<string>> Authors { get; init; }

    public IReadOnlyList<RichText> Credits { get; init; } = [];

    /// <summary>A folder of the course whose files override those of the default theme.</summary>
    public Located<string>? Theme { get; init; }

    public IReadOnlyList<GlossaryEntry> Glossary { get; init; } = [];

    public IReadOnlyList<AvoidedWord> Avoid { get; init; } = [];

    /// <summary>The people of the stories in the course.</summary>
    public IReadOnlyList<CastMember> Cast { get; init; } = [];

    /// <summary>The sources of the facts in the course.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>Support contacts, available on every page; null for none.</summary>
    public SupportNote? Support { get; init; }

    /// <summary>
    /// The address that “Leave quickly” opens after it emptied the page; null to stay on the empty page.
    /// </summary>
    public Located<string>? LeaveTo { get; init; }

    /// <summary>Texts of the facilitator's guide; null for none.</summary>
    public CourseGuide? Guide { get; init; }

    /// <summary>Review tasks to complete before a release.</summary>
    public IReadOnlyList<ReviewTask> Review { get; init; } = [];

    /// <summary>The lowest acceptable reading ease: 100 very easy, 60 plain, 30 hard.</summary>
    public Located<int>? ReadingEase { get; init; }

    public IReadOnlyList<Allowance> Allow { get; init; } = [];

    public PackageOptions Package { get; init; } = new();

    /// <summary>The data needed about a country; null for a course that is the same everywhere.</summary>
    public CountryNeeds? CountryNeeds { get; init; }

    /// <summary>Shorter courses assembled from the same modules.</summary>
    public IReadOnlyList<Edition> Editions { get; init; } = [];

    /// <summary>The packages that “build” makes by default.</summary>
    public DefaultVariants Variants { get; init; } = new([], []);
}

/// <summary>A course as the author described it. Tracking depends on the author's ids only.</summary>
internal sealed record Course : CourseHead
{
    [SetsRequiredMembers]
    public Course(CourseHead head, IReadOnlyList<Module> modules, Tracking tracking)
        : base(head) => (Modules, Tracking) = (modules, tracking);

    public IReadOnlyList<Module> Modules { get; init; }

    public Tracking Tracking { get; init; }

    /// <summary>The tools to print and fill in.</summary>
    public IReadOnlyList<Tool> Tools { get; init; } = [];

    /// <summary>LMS identifiers of this course and its editions.</summary>
    public IReadOnlyList<string> Family { get; init; } = [];

    /// <summary>The <see cref="CourseHead.Sources"/> that the texts of this edition cite.</summary>
    public IReadOnlyList<Source> Cited { get; init; } = [];

    /// <summary>True for a translation of which a reviewer has not read every text.</summary>
    public bool IsUnreviewed { get; init; }

    /// <summary>The size of this package.</summary>
    public PackageSize Size { get; init; }

    /// <summary>The country of this package; null for none.</summary>
    public Country? Country { get; init; }

    /// <summary>The organisation that offers this package; null for none.</summary>
    public Organisation? Organisation { get; init; }

    /// <summary>The entries that fill the slots of this package.</summary>
    public SlotEntries Entries => new(Country, Organisation);

    /// <summary>True when the menu has a search; by default from five pages.</summary>
    public bool HasSearch => Package.Search ?? Pages.Count() >= 5;

    /// <summary>Duration in minutes, as written or as the sum of the modules.</summary>
    public int Duration => Minutes?.Value ?? Modules.Sum(module => module.Duration);

    public IEnumerable<Page> Pages => Modules.SelectMany(module => module.Pages);

    /// <summary>True when a page opens only after a requirement is met.</summary>
    public bool HasRequirements =>
        Modules.Any(module => module.Requires.Count > 0 || module.Pages.Any(page => page.Requires.Count > 0));

    /// <summary>Returns the requirements that unlock a page: those of its module and its own.</summary>
    public IEnumerable<Requirement> RequirementsOf(Page page) =>
        Modules.First(module => module.Pages.Any(own => ReferenceEquals(own, page))).Requires.Concat(page.Requires);

    public Page? AssessmentPage => Pages.FirstOrDefault(page => page.Assessment is not null);

    /// <summary>All questions in course order, formative and assessed, each with its page.</summary>
    public IEnumerable<(Page Page, Question Question, bool Assessed)> Questions =>
        Pages.SelectMany(page => page.Questions);

    /// <summary>
    /// The questions whose answers are stored, reported and counted: all except those on private pages.
    /// </summary>
    public IEnumerable<(Page Page, Question Question, bool Assessed)> KeptQuestions =>
        Questions.Where(item => !item.Page.IsPrivate);
}

/// <summary>A module: one file in <c>modules/</c>.</summary>
internal sealed record Module
{
    public required Located<string> Id { get; init; }

    public required Located<string> Title { get; init; }

    public RichText? Summary { get; init; }

    /// <summary>Duration in minutes, as written; null to use the estimate.</summary>
    public Located<int>? Minutes { get; init; }

    /// <summary>Estimated duration in minutes.</summary>
    public int Estimate { get; init; }

    /// <summary>Duration in minutes, as written or estimated.</summary>
    public int Duration => Minutes?.Value ?? Estimate;

    /// <summary>The sentence to remember, shown at the end of its last page; null for none.</summary>
    public Located<string>? Takeaway { get; init; }

    public IReadOnlyList<Requirement> Requires { get; init; } = [];

    public IReadOnlyList<Allowance> Allow { get; init; } = [];

    /// <summary>Session of the facilitator's guide; null for none.</summary>
    public ModuleGuide? Guide { get; init; }

    public required IReadOnlyList<Page> Pages { get; init; }
}

/// <summary>Arrangement of a page that is not one column of text.</summary>
internal enum PageShape
{
    /// <summary>The start of a part: a large title across the window.</summary>
    Opener,

    /// <summary>A picture next to the text on wide screens.</summary>
    Scene,

    /// <summary>A page to look things up: smaller, with less space.</summary>
    Reference,
}

/// <summary>A page of a module.</summary>
internal sealed record Page
{
    public required Located<string> Id { get; init; }

    public required Located<string> Title { get; init; }

    public IReadOnlyList<Block> Blocks { get; init; } = [];

    public Assessment? Assessment { get; init; }

    /// <summary>The arrangement; null for one column of text.</summary>
    public Located<PageShape>? Shape { get; init; }

    /// <summary>True for a private page: its answers are never stored, reported or counted.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The sentence of a cover, whose only block is its picture; null for other pages.</summary>
    public Located<string>? Sentence { get; init; }

    /// <summary>True when the learner's workbook includes its texts.</summary>
    public bool IsInWorkbook { get; init; }

    public IReadOnlyList<Requirement> Requires { get; init; } = [];

    public Pretest? Pretest { get; init; }

    public IReadOnlyList<Allowance> Allow { get; init; } = [];

    public IEnumerable<(Page Page, Question Question, bool Assessed)> Questions =>
        Blocks
            .OfType<Question>()
            .Select(question => (this, question, false))
            .Concat((Assessment?.Questions ?? []).Select(question => (this, question, true)));
}

/// <summary>A glossary entry.</summary>
/// <param name="Term">The term as the glossary shows it.</param>
/// <param name="Also">Other forms of the term in texts, such as the plural.</param>
/// <param name="Definition">The definition, one line.</param>
internal sealed record GlossaryEntry(Located<string> Term, IReadOnlyList<Located<string>> Also, RichText Definition)
{
    /// <summary>Separates the forms of a word in one text: <c>sieć | sieci | siecią</c>.</summary>
    public const char FormMark = '|';

    /// <summary>Creates an entry from its fields; a field may list several forms, the first one to show.</summary>
    public static GlossaryEntry Of(Located<string> term, IReadOnlyList<Located<string>> also, RichText definition)
    {
        Located<string>[] words = [.. also.Prepend(term).SelectMany(Forms)];
        return words.Length == 0 ? new(term, also, definition) : new(words[0], words[1..], definition);
    }

    private static IEnumerable<Located<string>> Forms(Located<string> text) =>
        FormsIn(text.Value).Select(form => text with { Value = form });

    /// <summary>Returns the forms of a word that a text lists.</summary>
    public static string[] FormsIn(string text) =>
        text.Split(FormMark, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>A word that the course avoids.</summary>
internal sealed record AvoidedWord(
    Located<string> Word,
    Located<string>? Instead,
    Located<string>? Because,
    Located<string>? Language
)
{
    /// <summary>Other forms of the word, such as its cases and plural.</summary>
    public IReadOnlyList<Located<string>> Forms { get; init; } = [];

    /// <summary>The word and its other forms.</summary>
    public IEnumerable<string> All => Forms.Prepend(Word).Select(form => form.Value);
}

/// <summary>A suppressed warning, with the reason.</summary>
internal sealed record Allowance(Located<string> Rule, Located<string> Because);

/// <summary>The packages that “build” makes by default.</summary>
/// <param name="Languages">Empty: every language whose translation is complete.</param>
/// <param name="Countries">Empty: one package without a country.</param>
internal sealed record DefaultVariants(
    IReadOnlyList<Located<string>> Languages,
    IReadOnlyList<Located<string>> Countries
)
{
    /// <summary>Sizes of packages; empty for full packages only.</summary>
    public IReadOnlyList<PackageSize> Sizes { get; init; } = [];

    /// <summary>Maximum size of a package, for each <see cref="PackageSize"/>.</summary>
    public SizeBudgets Budgets { get; init; } = new();
}

/// <summary>
/// A separate course assembled from modules of this one, with the assessment of one of them, if any. An LMS sees it as
/// a different course.
/// </summary>
/// <param name="Id">Suffix: the LMS identifier is <c>course-edition</c>.</param>
/// <param name="Title">Null for the title of the course.</param>
/// <param name="Minutes">Null for the duration of its modules.</param>
/// <param name="Modules">Files in <c>modules/</c>, in order; they may include modules that the course itself
/// omits.</param>
internal sealed record Edition(
    Located<string> Id,
    Located<string>? Title,
    Located<int>? Minutes,
    IReadOnlyList<Located<string>> Modules
);
