using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Checks;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Running;
using Protect.Scorm.Inspecting.Verdicts;
using Protect.Scorm.Reporting;
using Protect.Scorm.Targets;
using Protect.Scorm.Tests.Inspecting.Cases;

namespace Protect.Scorm.Tests.Inspecting;

/// <summary>
/// Verdicts on small packages: each folder of tests/fixtures/verdicts has the files of a package and the expected
/// result.
/// </summary>
public sealed class VerdictTests
{
    private static readonly string Fixtures = Repository.At("tests", "fixtures", "verdicts");

    public static TheoryData<string> Names =>
        [
            .. Directory
                .GetDirectories(Fixtures)
                .Select(folder => Path.GetFileName(folder))
                .Order(StringComparer.Ordinal),
        ];

    [Theory(
        DisplayName = "A package gets the right verdict in each LMS, with its evidence, and the exit code that follows"
    )]
    [MemberData(nameof(Names))]
    public void Right(string name)
    {
        using var place = new CommandLine();
        File.WriteAllBytes(Path.Combine(place.Folder, name + ".zip"), Zip(Path.Combine(Fixtures, name, "package")));
        string lms = string.Join(',', LmsTargets.All.Select(target => target.Id).Where(id => id != "made-up"));
        (int code, string output, _) = place.Run("check", name + ".zip", "--format", "json", "--lms", lms);
        using JsonDocument json = JsonDocument.Parse(output);
        JsonElement package = json.RootElement.GetProperty("packages")[0];
        var text = new StringBuilder();
        text.Append(
                $"exit code {code}; errors {package.GetProperty("errors")}, "
                    + $"warnings {package.GetProperty("warnings")}\n"
            )
            .Append($"title: {package.GetProperty("title").GetString()}\n");
        foreach (
            JsonElement finding in package
                .GetProperty("findings")
                .EnumerateArray()
                .Where(finding => finding.GetProperty("severity").GetString() == "error")
        )
            text.Append(
                $"error {finding.GetProperty("rule").GetString()}: {finding.GetProperty("message").GetString()}\n"
            );
        foreach (
            var verdict in package
                .GetProperty("verdicts")
                .EnumerateArray()
                .GroupBy(verdict => (Outcome: Text(verdict, "outcome"), Sentence: Text(verdict, "sentence")))
        )
            text.Append($"\n{string.Join(", ", verdict.Select(row => Text(row, "lms")))}: {verdict.Key.Outcome}\n")
                .Append($"  {verdict.Key.Sentence}\n");
        Repository.Same(Path.Combine(Fixtures, name, "expected.txt"), text.ToString());
        bool failsEverywhere = package
            .GetProperty("verdicts")
            .EnumerateArray()
            .All(verdict => Text(verdict, "outcome") == "fails");
        Assert.True(!failsEverywhere || code == 1 && package.GetProperty("errors").GetInt32() > 0);
    }

    [Fact(
        DisplayName = "A package that none of the chosen LMSs takes fails the check, even without a fault in its files"
    )]
    public void Refused()
    {
        using var place = new CommandLine();
        File.WriteAllBytes(Path.Combine(place.Folder, "a.zip"), Zip(Path.Combine(Fixtures, "scorm-2004", "package")));
        (int code, string output, _) = place.Run("check", "a.zip", "--lms", "talentlms");
        Assert.Equal(1, code);
        Assert.Contains("TalentLMS: will not work, because the LMS does not take SCORM 2004", output);
        Assert.Equal(0, place.Run("check", "a.zip", "--lms", "talentlms", "--fail-on", "never").Code);
        Assert.Equal(0, place.Run("check", "a.zip").Code);
    }

    [Fact(DisplayName = "A profile chooses which findings are listed; the verdicts stay the same")]
    public void Profiles()
    {
        using InspectedPackage package = Open("listed-video-missing");
        string[][] sentences =
        [
            .. Enum.GetValues<RuleProfile>()
                .Select(profile =>
                    (string[])
                        [
                            .. Report(package, PackageInspector.Inspect(package, profile))
                                .Verdicts.Select(verdict => verdict.Sentence),
                        ]
                ),
        ];
        Assert.All(sentences, one => Assert.Equal(sentences[0], one));
        Assert.Contains("the course lacks the video “video/intro.mp4”", sentences[0][0]);
    }

    [Theory(DisplayName = "Only a launch that reached a session makes a verdict one that was seen in a run")]
    [InlineData("Closed", true, "plays and records (seen in a run).")]
    [InlineData("Closed", false, "will not work, because the course does not find the LMS")]
    [InlineData("Hung", false, "will not work, because the page stops responding")]
    [InlineData("Crashed", false, "will not work, because the page stops responding")]
    [InlineData("Slow", false, "plays and records (read in the files).")]
    [InlineData("NotRun", false, "plays and records (read in the files).")]
    public void Seen(string ending, bool starts, string sentence)
    {
        using InspectedPackage package = Open("sound");
        Verdict verdict = Played(package, ending, starts).Verdicts.Single(verdict => verdict.Target.Id == "chamilo");
        Assert.StartsWith(sentence, verdict.Sentence);
    }

    [Fact(DisplayName = "The result of a run in a frame without forms counts for LMSs that have such a frame")]
    public void InFramesWithoutForms()
    {
        using InspectedPackage package = Open("sound");
        IReadOnlyList<Verdict> verdicts = Played(package, "Closed", starts: true, blockedForms: 2).Verdicts;
        Assert.Contains(
            "parts of the course do not work in the sandboxed frame of the LMS",
            verdicts.Single(verdict => verdict.Target.Id == "kolibri").Sentence
        );
        Assert.StartsWith(
            "plays and records (seen in a run).",
            verdicts.Single(verdict => verdict.Target.Id == "chamilo").Sentence
        );
    }

    [Theory(DisplayName = "A session seen in a run answers what the files leave open; a run without one does not")]
    [InlineData("Closed", true, "plays and records (seen in a run).")]
    [InlineData("Slow", false, "opens; whether it records is not known: its scripts load other scripts")]
    public void Answered(string ending, bool starts, string sentence)
    {
        using InspectedPackage package = Open("unknown-api");
        Verdict verdict = Played(package, ending, starts).Verdicts.Single(verdict => verdict.Target.Id == "chamilo");
        Assert.StartsWith(sentence, verdict.Sentence);
    }

    [Theory(DisplayName = "The answer is one plain sentence about the LMS, and claims no more than its verdict")]
    [InlineData("sound", "moodle", "Ready for Moodle, as far as its files show. The completion setting depends on")]
    [InlineData("sound", "", "Ready for Moodle and most LMSs, as far as its files show.")]
    [InlineData("sound", "any", "Ready for an LMS that follows the standard, as far as its files show.")]
    [InlineData("sound", "canvas", "No problem was found, but nobody outside can look into Canvas")]
    [InlineData("no-api", "moodle,ilias", "Opens in Moodle and ILIAS, but nothing is recorded: none of the scripts")]
    [InlineData(
        "unknown-api",
        "moodle",
        "Opens in Moodle; whether it records is not known: its scripts load other scripts by names created at run time."
    )]
    [InlineData(
        "two-both-missing",
        "moodle",
        "Will not work in Moodle: the pages that start the course are missing: “lesson.html” of “Lesson 1”, "
            + "“two.html” of “Lesson 2” are not in the package."
    )]
    [InlineData(
        "zip-in-zip",
        "",
        "Will not work in Moodle and most LMSs: the file is a zip around “course.zip”; upload"
    )]
    [InlineData("listed-video-missing", "moodle", "Works in Moodle, but the course lacks the video “video/intro.mp4”.")]
    [InlineData(
        "program-left-over",
        "",
        "Ready for Moodle and most LMSs, as far as its files show. It will not work in Docebo."
    )]
    [InlineData(
        "scorm-2004",
        "moodle",
        "Cannot tell whether it works in Moodle: it is not known whether the LMS takes SCORM 2004."
    )]
    public void Answers(string name, string lms, string answer)
    {
        using InspectedPackage package = Open(name);
        LmsTarget[] targets =
        [
            .. LmsTargets.All.Where(target =>
                target.Id != "made-up" && (lms.Length == 0 || lms.Split(',').Contains(target.Id))
            ),
        ];
        Assert.StartsWith(
            answer,
            PackageAnswer.Of(PackageReport.Of(package, PackageInspector.Inspect(package), targets))
        );
    }

    [Fact(DisplayName = "The completion setting comes from a run or from the plan of our own package")]
    public void Settings()
    {
        using InspectedPackage package = Open("sound");
        Assert.EndsWith(
            "Let the LMS count it as done at the status “completed”, which it reported when it was played.",
            PackageAnswer.Of(Played(package, "Closed", starts: true))
        );
        CompileResult built = TestCourse.Compile(TestCourse.Files());
        using InspectedPackage own = InspectedPackage.Open(new MemoryStream(built.Zip!), "own.zip");
        string answer = PackageAnswer.Of(Report(own, PackageInspector.Inspect(own)) with { Plan = OwnPlan.Of(own) });
        Assert.StartsWith("Ready for Moodle and most LMSs, as far as its files show. In Moodle 4.5, under ", answer);
        Assert.Contains("tick “Completed”. Leave ", answer);
        Assert.Null(OwnPlan.Of(package));
    }

    [Fact(DisplayName = "A manifest too large to be read is an error, and every verdict says that it was not read")]
    public void TooLarge()
    {
        var sample = new SamplePackage();
        sample.Edit("<resources>", $"<!--{string.Concat(Enumerable.Range(0, 3_100_000))}--><resources>");
        using InspectedPackage package = InspectedPackage.Open(new MemoryStream(sample.Zip()), "large.zip");
        PackageReport report = Report(package, PackageInspector.Inspect(package));
        Assert.Equal(1, report.Errors);
        Assert.All(
            report.Verdicts,
            verdict => Assert.StartsWith("cannot tell: the manifest was too large to be read [X15]", verdict.Sentence)
        );
    }

    [Fact(DisplayName = "A trait of a single LMS does not fail “any LMS”, which names that LMS")]
    public void OfOneLms()
    {
        using InspectedPackage package = Open("program-left-over");
        IReadOnlyList<Verdict> verdicts = Report(package, PackageInspector.Inspect(package)).Verdicts;
        Assert.StartsWith("plays, but in Docebo: the LMS refuses packages with “convert.py”", verdicts[0].Sentence);
        Assert.Equal(
            ["docebo"],
            verdicts.Where(verdict => verdict.Outcome == VerdictOutcome.Fails).Select(verdict => verdict.Target.Id)
        );
    }

    [Fact(DisplayName = "Every verdict names its evidence, and “plays and records” needs a run or calls in the files")]
    public void Evidence()
    {
        foreach (string name in Directory.GetDirectories(Fixtures).Select(folder => Path.GetFileName(folder)!))
        {
            using InspectedPackage package = Open(name);
            FindingBag bag = PackageInspector.Inspect(package);
            foreach (Verdict verdict in Report(package, bag).Verdicts)
            {
                Assert.NotEmpty(verdict.Evidence);
                Assert.EndsWith($" ({verdict.EvidenceWords}).", verdict.Sentence);
                if (verdict.Outcome == VerdictOutcome.Plays)
                    Assert.True(WebTracking.Calls(package), $"{name}: {verdict.Target.Id}");
            }
        }
    }

    [Fact(DisplayName = "The XML reader of .NET refuses the encoding “utf8”, as the rule says")]
    public void Encodings()
    {
        static void Read(string encoding)
        {
            byte[] bytes = Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"{encoding}\"?><a/>");
            using var reader = XmlReader.Create(new MemoryStream(bytes));
            while (reader.Read()) { }
        }
        Read("UTF-8");
        Assert.Throws<XmlException>(() => Read("utf8"));
        Assert.Throws<XmlException>(() => Read("klingon"));
    }

    private static PackageReport Played(InspectedPackage package, string ending, bool starts, int blockedForms = 0)
    {
        FindingBag bag = PackageInspector.Inspect(package);
        var launch = new TraceLaunch
        {
            Kind = LaunchKind.Plain,
            Ending = Enum.Parse<LaunchEnding>(ending),
            Milliseconds = 5_000,
            Calls = starts
                ?
                [
                    new TraceCall("LMSInitialize", [new TraceArgument("")], "true", "0", 10, 1),
                    new TraceCall(
                        "LMSSetValue",
                        [new TraceArgument("cmi.core.lesson_status"), new TraceArgument("completed")],
                        "true",
                        "0",
                        20,
                        1
                    ),
                    new TraceCall("LMSCommit", [new TraceArgument("")], "true", "0", 30, 1),
                    new TraceCall("LMSFinish", [new TraceArgument("")], "true", "0", 40, 1),
                ]
                : [],
        };
        TraceLaunch[] launches =
            blockedForms == 0
                ? [launch]
                : [launch, launch with { Kind = LaunchKind.Sandboxed, BlockedForms = blockedForms }];
        return Report(package, bag, RunReport.Of(new Trace(launches), bag));
    }

    private static PackageReport Report(InspectedPackage package, FindingBag bag, RunReport? run = null) =>
        PackageReport.Of(package, bag, [.. LmsTargets.All.Where(target => target.Id != "made-up")], run);

    private static InspectedPackage Open(string name) =>
        InspectedPackage.Open(new MemoryStream(Zip(Path.Combine(Fixtures, name, "package"))), name + ".zip");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static byte[] Zip(string folder)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (
                string file in Directory
                    .GetFiles(folder, "*", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
            )
            {
                ZipArchiveEntry entry = zip.CreateEntry(Path.GetRelativePath(folder, file).Replace('\\', '/'));
                entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using Stream stream = entry.Open();
                stream.Write(File.ReadAllBytes(file));
            }
        }
        return bytes.ToArray();
    }
}
