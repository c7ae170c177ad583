using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Checks;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Tests.Inspecting.Cases;

namespace Protect.Scorm.Tests.Inspecting;

/// <summary>Tests of the texts that rules print.</summary>
public sealed partial class RuleTextTests
{
    private const int MostArguments = 5;

    public static TheoryData<string> Cases =>
        [.. RuleCases.All.Where(rule => rule.Fires).Select(rule => rule.Rule).Distinct()];

    [Theory(
        DisplayName = "The texts of a rule about a package have no wrong plural, no empty quotation, no placeholder"
    )]
    [MemberData(nameof(Cases))]
    public void Printed(string id)
    {
        foreach (RuleCase rule in RuleCases.All.Where(rule => rule.Rule == id && rule.Fires))
        {
            var package = new SamplePackage();
            rule.Change(package);
            foreach (Finding finding in package.Inspect().Sorted)
            {
                IsReadable(finding.Rule.Slug, finding.Message);
                IsReadable(finding.Rule.Slug, finding.Help);
            }
        }
    }

    [Fact(DisplayName = "Every rule reads well for one finding and for two, also when values are empty")]
    public void EveryRule()
    {
        foreach (PackageRule rule in PackageInspector.Rules)
        {
            foreach (object?[] values in (object?[][])[Filled(1), Filled(2), Filled("name"), Filled(""), Filled(null)])
            {
                Finding finding = FindingBag.Made(rule, "a.html", 1, 1, values);
                IsReadable(rule.Slug, finding.Message);
                IsReadable(rule.Slug, finding.Help);
            }
            IsReadable(rule.Slug, rule.Requirement);
            string several = RuleSummaries.Of(rule, 2);
            IsReadable(rule.Slug, several);
            Assert.EndsWith(".", several);
        }

        static object?[] Filled(object? value) => [.. Enumerable.Repeat(value, MostArguments)];
    }

    [Fact(DisplayName = "A rule that fires several times in one package has a sentence about all of them")]
    public void Several()
    {
        Assert.Empty(RuleSummaries.Rules.Except(PackageInspector.Rules.Select(rule => rule.Slug)));
        IEnumerable<string> repeated = RuleCases.All.SelectMany(rule =>
        {
            var package = new SamplePackage();
            rule.Change(package);
            return package.Inspect().Counts.Where(count => count.Value > 1).Select(count => count.Key);
        });
        Assert.Empty(repeated.Distinct().Except(RuleSummaries.Rules));
    }

    [Theory(DisplayName = "A number chooses between singular and plural")]
    [InlineData(0, "0 files", "2 [name is|names are] used", "2 names are used")]
    [InlineData(1, "1 file", "1 [name is|names are] used", "1 name is used")]
    [InlineData(2, "2 files", "no choice", "no choice")]
    [InlineData(1234, "1,234 files", "[a|b] and [c|d]", "b and d")]
    public void Numbers(int number, string counted, string pattern, string chosen)
    {
        Assert.Equal(counted, Plurals.Count(number, "file"));
        Assert.Equal(chosen, Plurals.Choose(pattern, number == 1));
    }

    private static void IsReadable(string rule, string text)
    {
        Assert.False(WrongPlural().IsMatch(text), $"{rule}: {text}");
        Assert.False(Leftover().IsMatch(text), $"{rule}: {text}");
    }

    /// <summary>Matches the number 1 before the plural of a noun that messages count.</summary>
    [GeneratedRegex(
        @"(?<![\d.,–-])\b1 (archives|attributes|bytes|calls|characters|elements|files|items|launches|leftovers|names"
            + @"|organizations|packages|pages|parts|pictures|places|questions|resources|schemas|scripts|texts|titles"
            + @"|units|zips)\b"
    )]
    private static partial Regex WrongPlural();

    [GeneratedRegex(@"“\s*”|\{\d|\[[^\]]*\|[^\]]*\]")]
    private static partial Regex Leftover();
}
