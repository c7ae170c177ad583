using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Checks;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Tests.Inspecting.Cases;

namespace Protect.Scorm.Tests.Inspecting;

public sealed class RuleTests
{
    public static IEnumerable<object[]> Cases => RuleCases.All.Select(rule => new object[] { rule.Rule, rule.What });

    [Theory(DisplayName = "Each rule fires on the cases that break it, and not on those that almost do")]
    [MemberData(nameof(Cases))]
    public void Fires(string id, string what)
    {
        RuleCase rule = RuleCases.All.Single(rule => rule.Rule == id && rule.What == what);
        var package = new SamplePackage();
        rule.Change(package);
        FindingBag bag = package.Inspect();
        string[] found =
        [
            .. bag
                .Sorted.Where(finding => finding.Rule.Slug == id)
                .Select(finding => $"{finding.Place("sample.zip")}: {finding.Severity} {finding.Message}"),
        ];
        if (!rule.Fires)
            Assert.Empty(found);
        else
        {
            IEnumerable<string> all = bag.Sorted.Select(f => $"{f.Rule.Slug} {f.Place("")} {f.Severity} {f.Message}");
            Assert.True(
                found.Any(text => text.Contains(rule.Says, StringComparison.Ordinal)),
                $"{id} {what}: {string.Join(" | ", all)}"
            );
        }
    }

    [Fact(DisplayName = "A valid package breaks no rule")]
    public void Sound() =>
        Assert.Empty(new SamplePackage().Inspect().Sorted.Select(finding => $"{finding.Rule.Slug} {finding.Message}"));

    [Fact(DisplayName = "Every rule of every group has a case that breaks it")]
    public void Reachable() =>
        Assert.Empty(
            PackageInspector
                .Rules.Where(rule => rule.Group != 'T')
                .Select(rule => rule.Slug)
                .Except(RuleCases.All.Where(rule => rule.Fires).Select(rule => rule.Rule))
        );

    [Fact(DisplayName = "Ids are unique, a letter and two digits; every rule has a source, a requirement and a fix")]
    public void WellMade()
    {
        Assert.Equal(PackageInspector.Rules.Count, PackageInspector.Rules.Select(rule => rule.Slug).Distinct().Count());
        Assert.All(
            PackageInspector.Groups.SelectMany(group => group.Rules.Select(rule => (group, rule))),
            pair => Assert.Equal(pair.group.Letter, pair.rule.Group)
        );
        Assert.All(
            PackageInspector.Rules,
            rule =>
            {
                Assert.Matches("^[A-Z][0-9]{2}$", rule.Slug);
                Assert.NotEmpty(rule.Basis);
                Assert.EndsWith(".", rule.Requirement);
                Assert.Matches(@"[.}]$", rule.Help);
            }
        );
    }
}
