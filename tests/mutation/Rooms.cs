namespace Protect.Scorm.Mutation;

/// <summary>Part of the library whose faults break a promise, and the tests that must notice them.</summary>
/// <param name="Files">Paths in the library, as a regular expression.</param>
/// <param name="Tests">Classes and names of tests, as a regular expression.</param>
internal sealed record Room(string Name, string Files, string Tests)
{
    public static IReadOnlyList<Room> All { get; } =
    [
        new(
            "html-safety",
            "^(Rendering/(RawHtml|Markdown)|"
                + "Checking/SvgFiles|Content/SvgParts|Inspecting/Scanning/ActiveContent)\\.cs$",
            "RawHtmlTests|FormulaTests|SvgFilesTests|ActiveContentTests|MarkupCheckTests|"
                + "Specs .*\"(rendering/|translation/|countries/own|"
                + "diagnostics/.*(html|unsafe|svg|link|image-in|active|inline|"
                + "heading|paragraph|comment|leftover|lost|slip|layout))"
        ),
        new(
            "translation-states",
            "^Translating/(?!TranslatingRules)",
            "TranslationTests|TranslationFilesTests|GrowthTests .*XLIFF|Specs .*\"(translation/|countries/)"
        ),
        new(
            "country-gates",
            "^(Reading/Country(Codes|Reader|Slots)|Checking/CountryPlaces|Model/Country.*|Content/CountryText)\\.cs$",
            "CountryNumbersTests|CountryEntriesTests|Specs .*\"(countries/|diagnostics/.*(phone|url))"
        ),
        new(
            "packaging",
            "^Packaging/(?!PackagingRules)",
            "Tests\\.Packaging\\.|SizesTests|SvgFilesTests|LicencesTests|"
                + "Specs .*\"(packaging/|sizes/|editions/|booklets/)"
        ),
        new(
            "zip-safety",
            "^Inspecting/Zips/",
            "PackageZipTests|ZipDirectoryTests|ZipEndTests|HostileTests|RuleTests .*\"Z\\d"
        ),
        new(
            "gates",
            "^(Checking/Gates|Reading/GateFile|Playing/GateData)\\.cs$",
            "GatesTests|Specs .*\"diagnostics/(dead-end|pretest|unclear-req|unknown-(check|module|page)|score-without)"
        ),
        new(
            "state-layout",
            "^(Content/State(Layout|Budget)|Checking/StateFits|Playing/State.*)\\.cs$",
            "StateLayoutTests|DiagnosticsTests .*rogress does not fit|Specs .*\"diagnostics/(too-many|over-budget)"
        ),
    ];
}
