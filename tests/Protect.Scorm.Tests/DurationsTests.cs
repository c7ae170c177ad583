namespace Protect.Scorm.Tests;

/// <summary>Estimated durations.</summary>
public sealed class DurationsTests
{
    private static CompileResult Compile(string blocks, string module = "", string course = "duration: 5\n")
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(TestCourse.Course.Replace("duration: 5\n", course));
        files["modules/one.yaml"] = TestCourse.Utf8(
            $"id: one\ntitle: One\n{module}pages:\n  - id: start\n    title: Start\n    blocks:\n{blocks}"
        );
        files["media/talk.mp3"] = TestMedia.Of("media/talk.mp3");
        files["media/talk.vtt"] = TestCourse.Utf8("WEBVTT\n\n00:00.000 --> 05:00.000\nA long talk.\n");
        return TestCourse.Compile(files);
    }

    private static int Estimate(string blocks) => Assert.Single(Compile(blocks).Summary!.Durations).Estimate;

    private static string Words(int count) =>
        $"      - {{type: text, body: \"{string.Join(' ', Enumerable.Repeat("word", count))}\"}}\n";

    private static string Questions(int count) =>
        string.Concat(
            Enumerable
                .Range(0, count)
                .Select(index => $"      - {{type: true-false, id: q{index}, prompt: So?, answer: true}}\n")
        );

    [Fact(DisplayName = "A module without a duration takes 140 words a minute, and its exercises")]
    public void Parts()
    {
        Assert.Equal(1, Estimate(Words(10)));
        Assert.Equal(10, Estimate(Words(1400)));
        Assert.Equal(10, Estimate(Words(1400) + "      - {type: text, body: \"<small>A source.</small>\"}\n"));
        Assert.Equal(16, Estimate(Words(1400) + Questions(8)));
        string exercises = string.Concat(
            Enumerable
                .Range(0, 4)
                .Select(index => $"      - {{type: reflection, id: r{index}, title: A thought, prompt: What?}}\n")
        );
        Assert.Equal(20, Estimate(Words(1400) + exercises));
        const string story =
            "      - {type: scenario, id: s, prompt: What now?, nodes: [{id: a, text: Here., choices: "
            + "[{text: Go, to: b}, {text: Stay, to: c}]}, {id: b, text: Good., ending: right}, "
            + "{id: c, text: Bad., ending: wrong}]}\n";
        Assert.Equal(12, Estimate(Words(1400) + story));
        const string talk =
            "      - {type: audio, src: media/talk.mp3, title: A talk, captions: media/talk.vtt, "
            + "transcript: A talk.}\n";
        Assert.Equal(15, Estimate(Words(1400) + talk));
    }

    [Fact(DisplayName = "Of an assessment that draws, the estimate counts the questions of one attempt")]
    public void Drawn()
    {
        string All(string draw) =>
            Words(140)
            + "  - id: final\n    title: Final\n    assessment:\n"
            + $"      {draw}shuffle_questions: true\n      questions:\n"
            + Questions(40).Replace("      - ", "        - ");
        int all = Estimate(All(""));
        Assert.InRange(all, 31, 33);
        Assert.InRange(Estimate(All("draw: 10\n      ")), 8, 10);
    }

    [Fact(DisplayName = "A course without a duration takes that of its modules, written or estimated")]
    public void Sum()
    {
        Assert.Equal(10, Compile(Words(1400), course: "").Summary!.Minutes);
        Assert.Equal(12, Compile(Words(1400), "duration: 12\n", "").Summary!.Minutes);
        Assert.Equal(9, Compile(Words(1400), course: "duration: 9\n").Summary!.Minutes);
        Assert.Contains("PT10M", Specs.TextOf(Compile(Words(1400), course: "").Package!, "imsmanifest.xml"));
    }

    [Fact(DisplayName = "A written duration gets a warning only if it is more than 1.5 times and five minutes off")]
    public void Off()
    {
        static string[] Found(int words, string module, string course) =>
            [
                .. Compile(Words(words), module, course)
                    .Diagnostics.Where(found => found.Rule.Slug == "duration-off")
                    .Select(found => found.Message.Split(';')[0]),
            ];
        Assert.Empty(Found(1400, "", ""));
        Assert.Empty(Found(1400, "duration: 15\n", "duration: 7\n"));
        Assert.Equal(["The module “one” says 16 minutes"], Found(1400, "duration: 16\n", ""));
        Assert.Equal(["The course says 5 minutes"], Found(1400, "", "duration: 5\n"));
        Assert.Empty(Found(140, "duration: 5\n", ""));
        Assert.Equal(["The module “one” says 6 minutes"], Found(140, "duration: 6\n", ""));
    }
}
