using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Tests;

/// <summary>Numbers that learners dial, and how long a check of them counts.</summary>
public sealed class CountryNumbersTests
{
    [Theory(DisplayName = "A link dials exactly the number that is shown")]
    [InlineData("+33 1 53 06 38 94", "+33153063894")]
    [InlineData("0800 1111", "08001111")]
    [InlineData("(0) 12-34", "01234")]
    [InlineData("112", "112")]
    public void Dialled(string shown, string dialled)
    {
        string page = Page(Country(shown, "2026-11-01"), null);
        Assert.Contains($"href=\"tel:{dialled}\"", page);
        Assert.Contains($">{shown}</a>", page);
    }

    [Theory(DisplayName = "A check of a helpline counts for three months to the day in a release")]
    [InlineData("2026-02-01", true)]
    [InlineData("2026-02-02", false)]
    [InlineData("2025-11-01", true)]
    public void Months(string today, bool isSound)
    {
        CompileResult result = Compile(Country("112", "2025-11-01"), DateOnly.ParseExact(today, "yyyy-MM-dd"));
        Assert.Equal(isSound, !result.Diagnostics.Any(finding => finding.Rule.Slug == "old-check"));
    }

    [Fact(DisplayName = "A check dated after the release does not count")]
    public void Future() =>
        Assert.Contains(
            Compile(Country("112", "2025-11-02"), new DateOnly(2025, 11, 1)).Diagnostics,
            finding => finding.Rule.Slug == "malformed-date" && finding.Rule.Severity == Severity.Error
        );

    private static string Country(string number, string day) =>
        $$"""
            country: FR
            name: France
            language: en
            entries:
              - slot: child_helpline
                name: The child line
                number: "{{number}}"
                source: {title: A page}
                checked_on: {{day}}
                checked_by: A. Person
                confidence: verified
            """;

    private static CompileResult Compile(string country, DateOnly? release)
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(
            TestCourse.Course + TestCourse.Countries.Replace("title: Helpline,", "title: Helpline, helpline: true,")
        );
        files["modules/one.yaml"] = TestCourse.Utf8(
            TestCourse.Module.Replace("Hello.", "\"Call {{ country.child_helpline }}.\"")
        );
        files["countries/FR.yaml"] = TestCourse.Utf8(country);
        return TestCourse.Compile(files, new CompileOptions { Country = "FR", ReleaseDate = release });
    }

    private static string Page(string country, DateOnly? release)
    {
        CompileResult result = Compile(country, release);
        Assert.NotNull(result.Package);
        return Specs.TextOf(result.Package, "index.html");
    }
}
