using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Checks;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Tests.Inspecting.Cases;

namespace Protect.Scorm.Tests.Inspecting;

/// <summary>
/// Packages in the layout of other authoring tools. All of them work in practice, so they have no errors; the expected
/// warnings are listed.
/// </summary>
public sealed class MakersTests
{
    public static TheoryData<string> Names => [.. MakerPackages.All.Select(maker => maker.Name)];

    [Theory(DisplayName = "A package in the layout of another authoring tool has no errors and only the fair warnings")]
    [MemberData(nameof(Names))]
    public void Fair(string name)
    {
        MakerPackage maker = MakerPackages.All.Single(maker => maker.Name == name);
        using InspectedPackage package = InspectedPackage.Open(new MemoryStream(maker.Zip()), name + ".zip");
        FindingBag bag = PackageInspector.Inspect(package);
        string[] all =
        [
            .. bag.Sorted.Select(finding =>
                $"{finding.Rule.Slug} {finding.Severity} {finding.Place(name)} {finding.Message}"
            ),
        ];
        Assert.Equal(
            [],
            bag.Sorted.Where(finding => finding.Severity == Severity.Error)
                .Select(finding => $"{finding.Rule.Slug} {finding.Place(name)} {finding.Message}")
        );
        string[] warned =
        [
            .. bag
                .Sorted.Where(finding => finding.Severity == Severity.Warning)
                .Select(finding => finding.Rule.Slug)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        Assert.True(
            maker.Warnings.SequenceEqual(warned),
            $"expected {string.Join(' ', maker.Warnings)}\nfound    {string.Join(' ', warned)}\n"
                + $"{string.Join('\n', all)}"
        );
    }

    [Theory(DisplayName = "Our own package has no errors and no warnings under the same rules, also with a way out")]
    [InlineData("")]
    [InlineData("leave_to: https://www.wikipedia.org/\n")]
    public void Ours(string more)
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = [.. files["course.yaml"], .. TestCourse.Utf8(more)];
        using InspectedPackage package = InspectedPackage.Open(
            new MemoryStream(TestCourse.Compile(files).Zip!),
            "ours.zip"
        );
        Assert.Equal(
            [],
            PackageInspector
                .Inspect(package)
                .Sorted.Where(finding => finding.Severity != Severity.Note)
                .Select(finding => $"{finding.Rule.Slug} {finding.Place("ours")} {finding.Message}")
        );
    }
}
