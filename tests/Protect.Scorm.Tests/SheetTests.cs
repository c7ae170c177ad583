using System.Text;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Tests;

/// <summary>The sheets for coordinators: one per LMS, in English and French.</summary>
public sealed class SheetTests : IDisposable
{
    private readonly CommandLine _command = new();

    public void Dispose() => _command.Dispose();

    [Fact(
        DisplayName = "Cover, print, sheet and review list show the notice of a course, such as that nobody reviewed it"
    )]
    public void Notice()
    {
        const string said = "No professional has reviewed this course yet.";
        string folder = Path.Combine(Repository.At("tests", "specs"), "rendering", "cover-and-takeaway", "course");
        SourceFolder source = SourceFolder.OnDisk(folder, "");
        Dictionary<string, string> files = CourseCompiler
            .Compile(source, new CompileOptions())
            .Package!.Files.Where(file => file.Name is "index.html" or "print.html")
            .ToDictionary(file => file.Name, file => Encoding.UTF8.GetString(file.Bytes.Span));
        foreach (string page in (string[])["index.html", "print.html"])
            Assert.Contains($"<p class=\"page-note\">{said}</p>", files[page]);
        Assert.Contains($"\n**{said}**\n", _command.Run("targets", "moodle", "--for", folder).Output);
        Assert.Contains($"\n**{said}**\n", new CourseSession(source).Review().Markdown);
    }

    [Fact(
        DisplayName = "Each LMS sheet names reports, settings, a check and help for missing records, in English "
            + "and French"
    )]
    public void EveryLms()
    {
        foreach (LmsTarget target in LmsTargets.All)
        {
            LmsSheet english = LmsSheet.Of(target, Tracking.Usual, hasAssessment: true, "en"),
                french = LmsSheet.Of(target, Tracking.Usual, hasAssessment: true, "fr");
            Assert.Equal(["reports", "settings", "check", "nothing"], english.Parts.Select(part => part.Id));
            Assert.Equal(
                english.Parts.Select(part => part.Entries.Count),
                french.Parts.Select(part => part.Entries.Count)
            );
            Assert.All(
                english.Parts.Zip(french.Parts),
                pair =>
                {
                    Assert.NotEmpty(pair.First.Entries);
                    Assert.NotEqual(pair.First.Title, pair.Second.Title);
                    Assert.All(
                        pair.First.Entries.Zip(pair.Second.Entries),
                        entry => Assert.NotEqual(entry.First.Text, entry.Second.Text)
                    );
                }
            );
            string[] sentences =
            [
                .. french
                    .Parts.SelectMany(part => part.Entries)
                    .SelectMany(entry => new[] { entry.Text, entry.Why ?? "" }),
                french.Evidence,
            ];
            Assert.All(sentences, sentence => Assert.DoesNotMatch("[' ][:;!?»%]|« |'", sentence));
            Assert.All(english.Parts.SelectMany(part => part.Entries), entry => Assert.Matches("[.]$", entry.Text));
        }
    }

    public static TheoryData<string> Translated => [.. SheetText.Languages.Except(["en", "fr"])];

    [Theory(DisplayName = "The sheet for any LMS is complete in each further language, however the package reports")]
    [MemberData(nameof(Translated))]
    public void AnyLms(string language)
    {
        foreach (ReportStyle report in Enum.GetValues<ReportStyle>())
        foreach (VerdictBy decided in Enum.GetValues<VerdictBy>())
        foreach (ScoreSource score in Enum.GetValues<ScoreSource>())
        foreach (CompletionPart part in Enum.GetValues<CompletionPart>())
        foreach (bool isTrue in (bool[])[true, false])
        {
            Tracking usual = Tracking.Usual,
                tracking =
                    usual with
                    {
                        Report = report,
                        DecidedBy = usual.DecidedBy with { Value = decided },
                        Score = usual.Score with { Value = score },
                        CompletedBy = [usual.CompletedBy[0] with { Value = part }, usual.CompletedBy[0]],
                        Interactions = isTrue,
                    };
            LmsSheet sheet = LmsSheet.Of(LmsTargets.ById("any"), tracking, isTrue, language),
                english = LmsSheet.Of(LmsTargets.ById("any"), tracking, isTrue, "en");
            Assert.NotEqual(english.Title, sheet.Title);
            Assert.NotEqual(english.Evidence, sheet.Evidence);
            foreach ((SheetPart mine, SheetPart other) in sheet.Parts.Zip(english.Parts))
            {
                Assert.NotEqual(other.Title, mine.Title);
                foreach ((SheetEntry line, SheetEntry source) in mine.Entries.Zip(other.Entries))
                {
                    Assert.Null(line.Language);
                    Assert.NotEqual(source.Text, line.Text);
                    Assert.DoesNotMatch("\\b(and|pages|assessment|checks|passed the)\\b", line.Text);
                    Assert.True(source.Why is null || source.Why != line.Why);
                }
            }
        }
    }

    [Theory(DisplayName = "The instructions for one LMS are English on a sheet in a further language, and marked so")]
    [MemberData(nameof(Translated))]
    public void OneLms(string language)
    {
        LmsSheet sheet = LmsSheet.Of(LmsTargets.ById("moodle"), Tracking.Usual, hasAssessment: true, language);
        Assert.Contains(sheet.Parts[1].Entries, entry => entry.Language == "en");
        Assert.Contains(sheet.Parts[1].Entries, entry => entry.Language is null);
        Assert.EndsWith(SheetTexts.PartlyEnglish.In(language), sheet.Evidence);
    }

    [Fact(DisplayName = "A sheet follows the reporting of the package: the status to tick, the score, the pass mark")]
    public void FollowsTheCourse()
    {
        string passing = LmsSheet
            .Of(LmsTargets.ById("moodle"), Tracking.Usual with { PassMark = 85 }, hasAssessment: true, "en")
            .Markdown();
        Assert.Contains("first “completed”, then “passed”", passing);
        Assert.Contains("tick “Passed” and “Completed”", passing);
        Assert.DoesNotContain("tick “Completed”", passing);
        Assert.Contains("Pass mark: 85 %.", passing);
        Tracking byLms = Tracking.Usual with { DecidedBy = Tracking.Usual.DecidedBy with { Value = VerdictBy.Lms } };
        Assert.Contains(
            "tick “Passed” and “Completed”",
            LmsSheet.Of(LmsTargets.ById("moodle"), byLms, hasAssessment: true, "en").Markdown()
        );
        Tracking pages = Tracking.Usual with
        {
            Report = ReportStyle.CompletedIncomplete,
            Score = Tracking.Usual.Score with { Value = ScoreSource.None },
            CompletedBy = [Tracking.Usual.CompletedBy[0] with { Value = CompletionPart.Pages }],
        };
        string ticked = LmsSheet.Of(LmsTargets.ById("moodle"), pages, hasAssessment: false, "en").Markdown();
        Assert.Contains("tick “Completed”", ticked);
        Assert.DoesNotContain("tick “Passed”", ticked);
        // The line that a build prints gives the same advice.
        Assert.Contains(
            "tick “Passed” and “Completed”",
            LmsTargets.Advice(LmsTargets.ById("moodle"), Tracking.Usual)[0]
        );
        Assert.Contains("tick “Completed”", LmsTargets.Advice(LmsTargets.ById("moodle"), pages)[0]);
        string reading = LmsSheet.Of(LmsTargets.ById("open-edx"), pages, hasAssessment: false, "fr").Markdown();
        Assert.Contains("« completed »".Replace(' ', '\u00a0'), reading);
        Assert.Contains("Mettez «\u00a0Scored\u00a0» à False", reading);
        Assert.DoesNotContain("Seuil", reading);
    }

    [Theory(DisplayName = "A package for Kolibri reports passed and no score, and its sheet says so")]
    [InlineData("showcase", "passed-failed")]
    [InlineData("hello", "passed-incomplete")]
    public void WithoutScore(string id, string report)
    {
        CompileResult made = CourseCompiler.Compile(
            SourceFolder.Course(Repository.At("courses", id), id),
            new CompileOptions { Lms = "kolibri" }
        );
        PackageFile program = made.Package!.Files.Single(file => file.Name == "program.js");
        Assert.Contains($"\"score\":\"none\",\"report\":\"{report}\"", Encoding.UTF8.GetString(program.Bytes.Span));
        Tracking byLms = Tracking.Usual with { DecidedBy = Tracking.Usual.DecidedBy with { Value = VerdictBy.Lms } };
        string sheet = LmsSheet.Of(LmsTargets.ById("kolibri"), byLms, hasAssessment: true, "en").Markdown();
        Assert.Contains("- No score.", sheet);
        Assert.Contains("first “completed”, then “passed”", sheet);
        Assert.Contains("It shows no score", sheet);
        Assert.DoesNotContain("shows status, score and time", sheet);
    }

    [Fact(DisplayName = "The sheet for Moodle names the boxes of its form, the attempts, the frame and the way out")]
    public void WordsOfTheForm()
    {
        string sheet = LmsSheet.Of(LmsTargets.ById("moodle"), Tracking.Usual, hasAssessment: true, "en").Markdown();
        foreach (
            string words in new[]
            {
                "“Add requirements”",
                "“Lock after final attempt”: no",
                "contents of the course “Disabled”",
                "“Exit activity”",
                "[seen on Moodle 4.5 (build 20241108)]",
                "not seen on a running Moodle",
            }
        )
            Assert.Contains(words, sheet);
    }

    [Fact(DisplayName = "“targets” prints the sheet of an LMS for a course, without a browser")]
    public void Printed()
    {
        Assert.Equal(0, _command.Run("new", "mine").Code);
        var sheet = _command.Run("targets", "moodle", "--for", "mine", "--language", "fr");
        Assert.Equal(0, sheet.Code);
        Assert.StartsWith("# Mettre le paquet dans Moodle", sheet.Output);
        Assert.Contains("- [ ] ", sheet.Output);
        Assert.Equal(2, _command.Run("targets", "mudle").Code);
        Assert.Equal(2, _command.Run("targets", "moodle", "--for", "nowhere").Code);
    }
}
