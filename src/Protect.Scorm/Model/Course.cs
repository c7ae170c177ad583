using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Model;

/// <summary>A whole course as the author described it. Ids are the author's; tracking depends on nothing else.</summary>
internal sealed record Course
{
    public required Located<string> Id { get; init; }

    public required Located<string> Version { get; init; }

    /// <summary>BCP 47 tag, for example <c>fr</c> or <c>pt-BR</c>.</summary>
    public required Located<string> Language { get; init; }

    /// <summary>The language the course was written in; another than <see cref="Language"/> in a translated edition.</summary>
    public string SourceLanguage { get; init; } = "";

    /// <summary>True for a translated edition: what its author meant was looked at in the source.</summary>
    public bool IsTranslated => SourceLanguage.Length > 0 && SourceLanguage != Language.Value;

    public required Located<string> Title { get; init; }

    public required Located<string> Description { get; init; }

    public Located<string>? Audience { get; init; }

    public IReadOnlyList<Located<string>> Keywords { get; init; } = [];

    /// <summary>Minutes a learner needs for the whole.</summary>
    public required Located<int> Minutes { get; init; }

    /// <summary>Licence of the text and pictures, as an SPDX expression or in words.</summary>
    public required Located<string> Licence { get; init; }

    public required IReadOnlyList<Located<string>> Authors { get; init; }

    public IReadOnlyList<RichText> Credits { get; init; } = [];

    /// <summary>A folder in the course whose files replace the default theme's one by one.</summary>
    public Located<string>? Theme { get; init; }

    public required IReadOnlyList<Module> Modules { get; init; }

    public required Tracking Tracking { get; init; }

    public IReadOnlyList<GlossaryEntry> Glossary { get; init; } = [];

    public IReadOnlyList<AvoidedWord> Avoid { get; init; } = [];

    /// <summary>Where its facts come from.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>Those of <see cref="Sources"/> that the texts of this edition cite.</summary>
    public IReadOnlyList<Source> Cited { get; init; } = [];

    /// <summary>Whom to turn to, within reach on every page; null for a course that needs none.</summary>
    public SupportNote? Support { get; init; }

    /// <summary>Where “Leave” takes the window after everything went out of sight; null to stay on an empty page.</summary>
    public Located<string>? LeaveTo { get; init; }

    /// <summary>For the facilitator's guide; null where there is none.</summary>
    public CourseGuide? Guide { get; init; }

    /// <summary>What people must still look at.</summary>
    public IReadOnlyList<ReviewTask> Review { get; init; } = [];

    /// <summary>The least reading ease the course aims at: 100 very easy, 60 plain, 30 hard.</summary>
    public Located<int>? ReadingEase { get; init; }

    public IReadOnlyList<Allowance> Allow { get; init; } = [];

    public PackageOptions Package { get; init; } = new();

    /// <summary>How heavy this package may be.</summary>
    public PackageSize Size { get; init; }

    /// <summary>What it needs to know of a country; null for a course that is the same everywhere.</summary>
    public CountryNeeds? CountryNeeds { get; init; }

    /// <summary>Shorter courses made of the same modules.</summary>
    public IReadOnlyList<Edition> Editions { get; init; } = [];

    /// <summary>Ids that LMSs know this course and its editions by.</summary>
    public IReadOnlyList<string> Family { get; init; } = [];

    /// <summary>What “build” makes when nothing is named.</summary>
    public DefaultVariants Variants { get; init; } = new([], []);

    /// <summary>The country this edition is for; null for none.</summary>
    public Country? Country { get; init; }

    /// <summary>Who gives this edition; null for nobody in particular.</summary>
    public Organisation? Organisation { get; init; }

    /// <summary>Whether learners can search: a course of a few pages needs no search.</summary>
    public bool HasSearch => Package.Search ?? Pages.Count() >= 5;

    public IEnumerable<Page> Pages => Modules.SelectMany(module => module.Pages);

    /// <summary>What must be done before a page opens: its module's requirements and its own.</summary>
    public IEnumerable<Requirement> RequirementsOf(Page page) =>
        Modules.First(module => module.Pages.Contains(page)).Requires.Concat(page.Requires);

    public Page? AssessmentPage => Pages.FirstOrDefault(page => page.Assessment is not null);

    /// <summary>Every question in course order, knowledge checks and assessed ones, each with its page.</summary>
    public IEnumerable<(Page Page, Question Question, bool Assessed)> Questions =>
        Pages.SelectMany(page => page.Questions);

    /// <summary>The questions whose answers are kept, reported and counted: those that do not stand on a private page.</summary>
    public IEnumerable<(Page Page, Question Question, bool Assessed)> KeptQuestions =>
        Questions.Where(item => !item.Page.IsPrivate);
}

/// <summary>A module: one file in <c>modules/</c>.</summary>
internal sealed record Module
{
    public required Located<string> Id { get; init; }

    public required Located<string> Title { get; init; }

    public RichText? Summary { get; init; }

    public Located<int>? Minutes { get; init; }

    public IReadOnlyList<Requirement> Requires { get; init; } = [];

    public IReadOnlyList<Allowance> Allow { get; init; } = [];

    /// <summary>For the facilitator's guide; null where the guide says nothing of it.</summary>
    public ModuleGuide? Guide { get; init; }

    public required IReadOnlyList<Page> Pages { get; init; }
}

/// <summary>A page: what the learner sees at once.</summary>
internal sealed record Page
{
    public required Located<string> Id { get; init; }

    public required Located<string> Title { get; init; }

    public IReadOnlyList<Block> Blocks { get; init; } = [];

    public Assessment? Assessment { get; init; }

    /// <summary>True where what a learner does is nobody's business: no answer of it is kept, reported or counted.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>True where its texts stand in the learner's workbook too.</summary>
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

/// <summary>A word of the course and what it means.</summary>
/// <param name="Term">As it stands in the glossary.</param>
/// <param name="Also">Other forms it takes in the text, such as the plural.</param>
/// <param name="Definition">One line.</param>
internal sealed record GlossaryEntry(Located<string> Term, IReadOnlyList<Located<string>> Also, RichText Definition);

/// <summary>A word the course does not use.</summary>
internal sealed record AvoidedWord(
    Located<string> Word,
    Located<string>? Instead,
    Located<string>? Because,
    Located<string>? Language
);

/// <summary>A warning that an author allows, with the reason.</summary>
internal sealed record Allowance(Located<string> Rule, Located<string> Because);

/// <summary>Which packages a course is built into when nothing is named.</summary>
/// <param name="Languages">None: every language that is far enough.</param>
/// <param name="Countries">None: one package for no country in particular.</param>
internal sealed record DefaultVariants(
    IReadOnlyList<Located<string>> Languages,
    IReadOnlyList<Located<string>> Countries
)
{
    /// <summary>None: full packages only.</summary>
    public IReadOnlyList<PackageSize> Sizes { get; init; } = [];

    /// <summary>What a package of each size may weigh.</summary>
    public SizeBudgets Budgets { get; init; } = new();
}

/// <summary>A course of its own made of some of the modules, with an assessment of its own if one of them has one. LMSs know it as another course.</summary>
/// <param name="Id">Stands behind the course's id.</param>
/// <param name="Title">The course's, where there is none.</param>
/// <param name="Minutes">The course's, where there are none.</param>
/// <param name="Modules">Files in <c>modules/</c>, in order; they need not be in the whole course.</param>
internal sealed record Edition(
    Located<string> Id,
    Located<string>? Title,
    Located<int>? Minutes,
    IReadOnlyList<Located<string>> Modules
);
