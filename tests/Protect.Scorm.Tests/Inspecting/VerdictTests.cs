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
        Assert.Contains("TalentLMS: will not work, because it does not take SCORM 2004", output);
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
        Assert.Contains("it lacks the video “video/intro.mp4”", sentences[0][0]);
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

    [Theory(DisplayName = "A session seen in a run answers what the files leave open; a run without one does not")]
    [InlineData("Closed", true, "plays and records (seen in a run).")]
    [InlineData("Slow", false, "opens; whether it records is not known: its scripts load other scripts")]
    public void Answered(string ending, bool starts, string sentence)
    {
        using InspectedPackage package = Open("unknown-api");
        Verdict verdict = Played(package, ending, starts).Verdicts.Single(verdict => verdict.Target.Id == "chamilo");
        Assert.StartsWith(sentence, verdict.Sentence);
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
        Assert.StartsWith("plays, but in Docebo: it refuses packages with “convert.py”", verdicts[0].Sentence);
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

    private static PackageReport Played(InspectedPackage package, string ending, bool starts)
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
        return Report(package, bag, RunReport.Of(new Trace([launch]), bag));
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
