using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>Content of course.yaml, before modules are read and the defaults that depend on them are known.</summary>
internal sealed record CourseFile
{
    /// <summary>The course without modules and tracking.</summary>
    public required CourseHead Head { get; init; }

    public required IReadOnlyList<Located<string>> Modules { get; init; }

    /// <summary>For an edition, the modules of the course itself.</summary>
    public IReadOnlyList<Located<string>> AllModules { get; init; } = [];

    /// <summary>Files in <c>tools/</c>, in order.</summary>
    public IReadOnlyList<Located<string>> Tools { get; init; } = [];

    public required TrackingFile Tracking { get; init; }

    private static readonly Field<CourseFile, Located<string>> Id = new(
        "id",
        CourseValues.Id,
        c => c.Head.Id,
        "A stable id. LMSs store learners' results under it: never change it once the course is in use."
    )
    {
        Required = true,
    };

    private static readonly Field<CourseFile, Located<string>> Version = new(
        "version",
        Values.Verbatim(Scorm12Limits.Version),
        c => c.Head.Version,
        "The release of the course, such as 1.0.0."
    )
    {
        Required = true,
    };

    private static readonly Field<CourseFile, Located<string>> Language = new(
        "language",
        Values.Verbatim(35),
        c => c.Head.Language,
        "The language of the texts in the course, such as fr."
    )
    {
        Required = true,
    };

    private static readonly Field<CourseFile, Located<string>> Title = new(
        "title",
        Values.Text(Scorm12Limits.Title),
        c => c.Head.Title,
        "The title that learners and LMSs see."
    )
    {
        Required = true,
    };

    private static readonly Field<CourseFile, Located<string>> Description = new(
        "description",
        Values.Text(Scorm12Limits.Description),
        c => c.Head.Description,
        "One plain paragraph for catalogues."
    )
    {
        Required = true,
    };

    private static readonly Field<CourseFile, Located<string>> Audience = new(
        "audience",
        Values.Text(1000),
        c => c.Head.Audience,
        "The target audience of the course."
    );

    private static readonly Field<CourseFile, Located<string>> Notice = new(
        "notice",
        Values.Text(300),
        c => c.Head.Notice,
        "A sentence that learners and coordinators must know, such as that no professional has reviewed the course."
    );

    private static readonly Field<CourseFile, IReadOnlyList<Located<string>>> Keywords = new(
        "keywords",
        Values.ListOf(Values.Text(100), most: Scorm12Limits.Keywords),
        c => c.Head.Keywords,
        "Search words for catalogues, up to ten."
    );

    private static readonly Field<CourseFile, Located<int>> Duration = new(
        "duration",
        Values.Integer(1, 6000),
        c => c.Head.Minutes,
        "Duration in minutes. Left out: that of the modules."
    );

    private static readonly Field<CourseFile, Located<string>> Licence = new(
        "licence",
        Values.Verbatim(200),
        c => c.Head.Licence,
        "The licence of text and pictures, such as CC-BY-SA-4.0."
    )
    {
        Required = true,
    };

    private static readonly Field<CourseFile, IReadOnlyList<Located<string>>> Authors = new(
        "authors",
        Values.ListOf(Values.Prose(200)),
        c => c.Head.Authors,
        "The authors of the course."
    )
    {
        Required = true,
    };

    private static readonly Field<CourseFile, IReadOnlyList<RichText>> Credits = new(
        "credits",
        Values.ListOf(CourseValues.Line),
        c => c.Head.Credits,
        "People and works that the course builds on, one line per credit (Markdown)."
    );

    private static readonly Field<CourseFile, Located<string>> Theme = new(
        "theme",
        Values.Verbatim(100),
        c => c.Head.Theme,
        "The look: calm, plain or high-contrast, or a folder of the course with a theme.yaml or other files of a theme."
    );

    private static readonly Field<GlossaryEntry, Located<string>> Term = new(
        "term",
        Values.Text(500),
        e => e.Term,
        "The word. A translation may add its other forms after “|”: “sieć | sieci | siecią”."
    )
    {
        Required = true,
    };

    private static readonly Field<GlossaryEntry, IReadOnlyList<Located<string>>> Also = new(
        "also",
        Values.ListOf(Values.Text(500)),
        e => e.Also,
        "Other forms of the word in texts, such as the plural."
    );

    private static readonly Field<GlossaryEntry, RichText> Definition = new(
        "definition",
        CourseValues.Line,
        e => e.Definition,
        "The meaning of the word, in one line."
    )
    {
        Required = true,
    };

    private static readonly Field<CourseFile, IReadOnlyList<GlossaryEntry>> Glossary = new(
        "glossary",
        Values.ListOf(
            Values.Nested(
                new Shape<GlossaryEntry>(
                    "glossary-entry",
                    "A word and what it means.",
                    [Term, Also, Definition],
                    v => GlossaryEntry.Of(v.Need(Term), v.Get(Also) ?? [], v.Need(Definition))
                )
            )
        ),
        c => c.Head.Glossary,
        "Words that are explained at their first use on a page, and on a glossary page."
    );

    private static readonly Field<AvoidedWord, Located<string>> Word = new(
        "word",
        Values.Prose(100),
        w => w.Word,
        "The word or phrase, in upper or lower case."
    )
    {
        Required = true,
    };

    private static readonly Field<AvoidedWord, IReadOnlyList<Located<string>>> AvoidedForms = new(
        "forms",
        Values.ListOf(Values.Prose(100)),
        w => w.Forms,
        "Other forms of the word, such as its cases and plural."
    );

    private static readonly Field<AvoidedWord, Located<string>> Instead = new(
        "instead",
        Values.Prose(300),
        w => w.Instead,
        "The word to use instead."
    );

    private static readonly Field<AvoidedWord, Located<string>> Because = new(
        "because",
        Values.Prose(300),
        w => w.Because,
        "The reason, in one sentence."
    );

    private static readonly Field<AvoidedWord, Located<string>> AvoidedIn = new(
        "language",
        Values.Verbatim(35),
        w => w.Language,
        "The language in which the word is avoided. Left out: the language of the course."
    );

    private static readonly Field<CourseFile, IReadOnlyList<AvoidedWord>> Avoid = new(
        "avoid",
        Values.ListOf(
            Values.Nested(
                new Shape<AvoidedWord>(
                    "avoided-word",
                    "A word that the course avoids.",
                    [Word, AvoidedForms, Instead, Because, AvoidedIn],
                    v => new AvoidedWord(v.Need(Word), v.Get(Instead), v.Get(Because), v.Get(AvoidedIn))
                    {
                        Forms = v.Get(AvoidedForms) ?? [],
                    }
                )
            )
        ),
        c => c.Head.Avoid,
        "Words that the course avoids; “check” finds them."
    );

    private static readonly Field<CourseFile, IReadOnlyList<Source>> Sources = new(
        "sources",
        Values.ListOf(Values.Nested(CourseNotes.Source)),
        c => c.Head.Sources,
        "The sources of facts. Texts cite them as {{ source.id }}; the block “sources” lists them."
    );

    private static readonly Field<CourseFile, SupportNote> Support = new(
        "support",
        Values.Nested(CourseNotes.Support),
        c => c.Head.Support,
        "Support contacts, one click away on every page."
    );

    private static readonly Field<CourseFile, Located<string>> LeaveTo = new(
        "leave_to",
        Values.Verbatim(1000),
        c => c.Head.LeaveTo,
        "An https address unrelated to the course: “Leave quickly” empties the screen, saves, then opens "
            + "it. Left out: the screen stays empty."
    );

    private static readonly Field<CourseFile, CourseGuide> Guide = new(
        "guide",
        Values.Nested(CourseNotes.Guide),
        c => c.Head.Guide,
        "Texts for the facilitator's guide; each module can add a session."
    );

    private static readonly Field<CourseFile, IReadOnlyList<ReviewTask>> Review = new(
        "review",
        Values.ListOf(Values.Nested(CourseNotes.Review)),
        c => c.Head.Review,
        "Reviews needed before a release, listed by “protect-scorm review”."
    );

    private static readonly Field<CourseFile, Located<int>> ReadingEase = new(
        "reading_ease",
        Values.Integer(0, 100),
        c => c.Head.ReadingEase,
        "The lowest acceptable reading ease of a page, by Flesch (1948) in English and Kandel and Moles "
            + "(1958) in French: 100 very easy, 60 plain, 30 hard."
    );

    private static readonly Field<CourseFile, IReadOnlyList<Allowance>> Allow = new(
        "allow",
        CourseValues.Allowances,
        c => c.Head.Allow,
        AllowanceFields.About
    );

    private static readonly Field<CourseFile, IReadOnlyList<Located<string>>> ModuleNames = new(
        "modules",
        Values.ListOf(Values.Verbatim(100)),
        c => c.Modules,
        "The files in modules/, without .yaml, in order."
    )
    {
        Required = true,
    };

    private static readonly Field<CourseFile, TrackingFile> TrackingField = new(
        "tracking",
        Values.Nested(TrackingFile.Fields),
        c => c.Tracking,
        "Completion of the course, and its reports to the LMS."
    );

    private static readonly Field<CourseFile, PackageOptions> PackageField = new(
        "package",
        Values.Nested(PackageFields.Fields),
        c => c.Head.Package,
        "Options of the zip."
    );

    private static readonly Field<Edition, Located<string>> EditionId = new(
        "id",
        CourseValues.Id,
        e => e.Id,
        "A stable id. LMSs know the edition by the id of the course, a hyphen and this id."
    )
    {
        Required = true,
    };

    private static readonly Field<Edition, Located<string>> EditionTitle = new(
        "title",
        Values.Text(Scorm12Limits.Title),
        e => e.Title,
        "The title of the edition. Left out: the title of the course."
    );

    private static readonly Field<Edition, Located<int>> EditionDuration = new(
        "duration",
        Values.Integer(1, 6000),
        e => e.Minutes,
        "Duration in minutes. Left out: that of its modules."
    );

    private static readonly Field<Edition, IReadOnlyList<Located<string>>> EditionModules = new(
        "modules",
        Values.ListOf(Values.Verbatim(100)),
        e => e.Modules,
        "The files in modules/, without .yaml, in order."
    )
    {
        Required = true,
    };

    private static readonly Field<CourseFile, IReadOnlyList<Edition>> EditionsField = new(
        "editions",
        Values.ListOf(
            Values.Nested(
                new Shape<Edition>(
                    "edition",
                    "A shorter course made of the same modules.",
                    [EditionId, EditionTitle, EditionDuration, EditionModules],
                    v => new Edition(
                        v.Need(EditionId),
                        v.Get(EditionTitle),
                        v.Get(EditionDuration),
                        v.Need(EditionModules)
                    )
                )
            )
        ),
        c => c.Head.Editions,
        "Shorter courses made of the same modules, each with its own package."
    );

    private static readonly Field<DefaultVariants, IReadOnlyList<Located<string>>> BuildLanguages = new(
        "languages",
        Values.ListOf(Values.Verbatim(35)),
        d => d.Languages,
        "The languages. Left out: every language whose translation is complete."
    );

    private static readonly Field<DefaultVariants, IReadOnlyList<Located<string>>> BuildCountries = new(
        "countries",
        Values.ListOf(Values.Verbatim(2)),
        d => d.Countries,
        "The countries, by code. Left out: one package without a country."
    );

    private static readonly Field<CourseFile, DefaultVariants> BuildField = new(
        "build",
        Values.Nested(
            new Shape<DefaultVariants>(
                "build",
                "The packages that “build” makes by default.",
                [BuildLanguages, BuildCountries, BuildFields.Sizes, BuildFields.Budgets],
                v => new DefaultVariants(v.Get(BuildLanguages) ?? [], v.Get(BuildCountries) ?? [])
                {
                    Sizes = BuildFields.SizesOf(v),
                    Budgets = v.Get(BuildFields.Budgets) ?? new SizeBudgets(),
                }
            )
        ),
        c => c.Head.Variants,
        "The packages that “build” makes by default."
    );

    private static readonly Field<CourseFile, CountryNeeds> CountryField = new(
        "country",
        Values.Nested(CountryNeedsFile.Fields),
        c => c.Head.CountryNeeds,
        "The data that the course needs about a country: helplines, duties, authorities."
    );

    public static Shape<CourseFile> Fields { get; } =
        new(
            "course",
            "A course: its title, its modules, and how it reports.",
            [
                Id,
                Version,
                Language,
                Title,
                Description,
                Audience,
                Notice,
                Keywords,
                Duration,
                Licence,
                Authors,
                Credits,
                Theme,
                Glossary,
                CastFile.InCourse,
                Sources,
                Support,
                LeaveTo,
                Guide,
                Review,
                Avoid,
                ReadingEase,
                Allow,
                ModuleNames,
                ToolFile.InCourse,
                TrackingField,
                PackageField,
                CountryField,
                EditionsField,
                BuildField,
            ],
            Make
        );

    /// <summary>Reads only the declarations in course.yaml; reading the whole file reports the faults.</summary>
    public static CourseDeclarations? Declare(YamlMap map)
    {
        var bag = new DiagnosticBag();
        return Value(Id) is { } id && Value(Language) is { } language
            ? new CourseDeclarations(id, language, Value(Sources) ?? [], Value(CountryField), !bag.HasErrors)
            : null;

        T? Value<T>(Field<CourseFile, T> field)
            where T : class =>
            map.Find(field.Name)?.Value is { } node
            && node is not YamlScalar { IsEmpty: true }
            && field.TryRead(node, bag, out object? value)
                ? (T?)value
                : null;
    }

    private static CourseFile Make(FieldValues<CourseFile> v) =>
        new()
        {
            Modules = v.Need(ModuleNames),
            Tools = v.Get(ToolFile.InCourse) ?? [],
            Tracking = v.Get(TrackingField) ?? TrackingFile.Nothing(v.SpanOf(TrackingField)),
            Head = new CourseHead
            {
                Id = v.Need(Id),
                Version = v.Need(Version),
                Language = v.Need(Language),
                SourceLanguage = v.Need(Language).Value,
                Title = v.Need(Title),
                Description = v.Need(Description),
                Audience = v.Get(Audience),
                Notice = v.Get(Notice),
                Keywords = v.Get(Keywords) ?? [],
                Minutes = v.Get(Duration),
                Licence = v.Need(Licence),
                Authors = v.Need(Authors),
                Credits = v.Get(Credits) ?? [],
                Theme = v.Get(Theme),
                Glossary = v.Get(Glossary) ?? [],
                Cast = v.Get(CastFile.InCourse) ?? [],
                Sources = v.Get(Sources) ?? [],
                Support = v.Get(Support),
                LeaveTo = v.Get(LeaveTo),
                Guide = v.Get(Guide),
                Review = v.Get(Review) ?? [],
                Avoid = v.Get(Avoid) ?? [],
                ReadingEase = v.Get(ReadingEase),
                Allow = v.Get(Allow) ?? [],
                Package = v.Get(PackageField) ?? new PackageOptions(),
                CountryNeeds = v.Get(CountryField),
                Editions = v.Get(EditionsField) ?? [],
                Variants = v.Get(BuildField) ?? new DefaultVariants([], []),
            },
        };
}
