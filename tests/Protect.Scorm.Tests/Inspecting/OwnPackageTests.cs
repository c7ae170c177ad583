using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.OwnPackages;
using Protect.Scorm.Inspecting.Scanning;
using Protect.Scorm.Inspecting.Verdicts;
using Protect.Scorm.Playing;

namespace Protect.Scorm.Tests.Inspecting;

public sealed partial class OwnPackageTests
{
    public static TheoryData<string> Courses => new(["hello", "showcase"]);

    [Theory(DisplayName = "Our own package has no error or warning, and plays in every LMS whose code was read")]
    [MemberData(nameof(Courses))]
    public void Clean(string course)
    {
        CompileResult result = CourseCompiler.Compile(
            SourceFolder.Course(Repository.At("courses", course), course),
            new CompileOptions()
        );
        Assert.Empty(
            result
                .Conformance!.Report.Findings.Where(finding => finding.Severity != Severity.Note)
                .Select(finding => $"{finding.Rule.Slug} {finding.File} {finding.Message}")
        );
        Assert.All(
            result.Conformance.Report.Verdicts,
            verdict =>
                Assert.True(
                    verdict.Outcome is VerdictOutcome.Plays or VerdictOutcome.CannotTell,
                    $"{verdict.Target.Id}: {verdict.Sentence}"
                )
        );
    }

    [Fact(
        DisplayName = "A course that leaves the schemas out builds without warnings, and its report gives the reason"
    )]
    public void WithoutSchemas()
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(TestCourse.Course + "package:\n  schemas: false\n");
        CompileResult result = TestCourse.Compile(files);
        Assert.Empty(result.Diagnostics);
        Assert.Contains(
            result.Conformance!.Exceptions,
            exception => exception.Rule == "X08" && exception.Reason.Contains("schemas: false")
        );
    }

    [Fact(DisplayName = "A built package that breaks a rule stops the build")]
    public void Stops()
    {
        var bag = new DiagnosticBag();
        byte[] broken = new Cases.SamplePackage { Manifest = "<manifest" }.Zip();
        Model.Course course = new Editions.CourseSource(SourceFolder.InMemory(TestCourse.Files())).Read(bag)!;
        OwnPackage.Check(
            course,
            new Model.Package { FileName = "broken.zip", Files = [] },
            new MemoryStream(broken),
            () => "",
            new ContentScans(),
            bag
        );
        Assert.Contains(
            bag.Sorted,
            finding =>
                finding.IsError
                && finding.Rule.Slug == "X01"
                && finding.Span.ToString() == "broken.zip: imsmanifest.xml(1,10)"
        );
    }

    [Fact(DisplayName = "The privacy sheet lists exactly the data model elements that the program in a package uses")]
    public void Privacy()
    {
        // A package contains only the parts of the program that it needs.
        SourceFolder bundle = SourceFolder.Embedded("bundle");
        string program = string.Concat(
            bundle
                .Files.Where(name => Pieces().IsMatch(name))
                .Select(name => System.Text.Encoding.UTF8.GetString(bundle.Read(name)))
        );
        IEnumerable<string> members = Members()
            .Matches(Driver("scorm12-interactions.ts"))
            .Select(match => $"cmi.interactions.n.{match.Groups[1].Value.Replace(".0.", ".n.")}")
            .Concat(Scores().Matches(Driver("scorm12.ts")).Select(match => $"cmi.core.score.{match.Groups[1].Value}"));
        string[] named =
        [
            .. Elements()
                .Matches(program)
                .Select(match => match.Value)
                .Where(name => name is not ("cmi.core.score." or "cmi.interactions."))
                .Concat(members)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(named, DataModelUse.All.Select(element => element.Name).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^(core|(extra|block|question)-[a-z-]+)\.js$")]
    private static partial Regex Pieces();

    [GeneratedRegex(@"cmi\.[a-z_.]*")]
    private static partial Regex Elements();

    private static string Driver(string file) =>
        File.ReadAllText(Repository.At("src", "browser", "player", "lms", file));

    [GeneratedRegex(@"\[""([a-z_.0]+)"", ")]
    private static partial Regex Members();

    [GeneratedRegex(@"\$\{score\}([a-z]+)")]
    private static partial Regex Scores();
}
