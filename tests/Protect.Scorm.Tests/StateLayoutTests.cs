using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Playing;

namespace Protect.Scorm.Tests;

/// <summary>The saved state of a release: its map, its hash, its size, and what an update does to learners.</summary>
public sealed class StateLayoutTests
{
    private static readonly MappedQuestion A = new("a", "true-false", 2, 2, Assessed: false),
        B = new("b", "single-choice", 3, 2, Assessed: true),
        C = new("c", "ordering", 4, 5, Assessed: true);

    private static readonly StateMap Map = new()
    {
        Id = "spec",
        Version = "1.0.0",
        Hash = "aB-_",
        Pages = ["start", "next"],
        Questions = [A, B, C],
        HasAssessment = true,
        Draws = [new Draw(1, [0, 1])],
        Attempts = 3,
        PassMark = 80,
        NeedsPages = true,
        Reads = ["old1", "old2"],
    };

    [Fact(DisplayName = "A state map is read as it was written")]
    public void RoundTrip()
    {
        foreach (
            StateMap map in (StateMap[])
                [
                    Map,
                    Map with
                    {
                        HasAssessment = false,
                        Draws = [],
                        Attempts = null,
                        PassMark = null,
                    },
                    Map with
                    {
                        Attempts = null,
                        NeedsPages = false,
                        Reads = [],
                        Draws = [],
                    },
                ]
        )
        {
            StateMap read = StateMap.Read(map.Write())!;
            Assert.Equal(map.Write(), read.Write());
            Assert.Equal(
                (map.Id, map.Version, map.Hash, map.HasAssessment, map.Attempts, map.PassMark, map.NeedsPages),
                (read.Id, read.Version, read.Hash, read.HasAssessment, read.Attempts, read.PassMark, read.NeedsPages)
            );
            Assert.Equal(map.Pages, read.Pages);
            Assert.Equal(map.Questions, read.Questions);
            Assert.Equal(map.Reads, read.Reads);
            Assert.Equal(
                map.Draws.Select(draw => $"{draw.Count} {string.Join(' ', draw.Of)}"),
                read.Draws.Select(draw => $"{draw.Count} {string.Join(' ', draw.Of)}")
            );
        }
        Assert.EndsWith("}\n", Map.Write());
    }

    [Theory(DisplayName = "A file that is no state map, or lacks a part of it, is not read as one")]
    [InlineData("", "")]
    [InlineData("\"hash\": \"aB-_\",", "")]
    [InlineData("\"start\"", "null")]
    [InlineData("\"modules\": [", "\"modules\": [null, ")]
    [InlineData("\"spec\"", "null")]
    [InlineData("\"old1\"", "null")]
    [InlineData("\"version\": \"1.0.0\",", "\"version\": 1,")]
    [InlineData("\"tracking\"", "\"other\"")]
    public void NoMap(string before, string after)
    {
        string text = Map.Write();
        string changed = before == "" ? text[..^9] : text.Replace(before, after);
        Assert.NotEqual(text, changed);
        Assert.Null(StateMap.Read(changed));
    }

    [Fact(DisplayName = "Files of earlier releases without draws and without earlier layouts are read")]
    public void Early()
    {
        const string text = """
            {"id":"spec","version":"1","hash":"abcd","modules":[{"pages":["start"]}],"questions":[
            {"id":"a","kind":"true-false","options":2,"bits":2,"assessed":false},
            {"id":"p","kind":"true-false","options":2,"bits":2,"assessed":false,"private":true}],
            "assessment":{"attempts":null,"passMark":70,"more":1},"tracking":{"completedBy":["checks","pages"]}}
            """;
        StateMap read = StateMap.Read(text)!;
        Assert.Equal((70, null, true, true), (read.PassMark, read.Attempts, read.HasAssessment, read.NeedsPages));
        Assert.Equal((0, 0), (read.Draws.Count, read.Reads.Count));
        Assert.Equal(["a"], read.Questions.Select(question => question.Id));
        Assert.Null(StateMap.Read(text.Replace("{\"pages\":[\"start\"]}", "null")));
        Assert.Null(StateMap.Read(text.Replace("\"more\":1", "\"draw\":[null]")));
    }

    public static TheoryData<string, bool> Bounds =>
        new()
        {
            { "", true },
            { "hash 0", false },
            { "hash 8", true },
            { "hash 9", false },
            { "hash !", false },
            { "pages 0", false },
            { "pages 1", true },
            { "pages 9999", true },
            { "pages 10000", false },
            { "questions 9999", true },
            { "questions 10000", false },
            { "bits 0", false },
            { "bits 1", true },
            { "bits 52", true },
            { "bits 53", false },
            { "options 0", false },
            { "options 1", true },
            { "options 9999", true },
            { "options 10000", false },
            { "draws 999", true },
            { "draws 1000", false },
            { "count 0", false },
            { "count 1", true },
            { "count 9999", true },
            { "count 10000", false },
            { "of 9999", true },
            { "of 10000", false },
            { "index -1", false },
            { "index 0", true },
            { "index 2", true },
            { "index 3", false },
        };

    [Theory(DisplayName = "A state map with values that no build writes is not sound")]
    [MemberData(nameof(Bounds))]
    public void Sound(string change, bool isSound)
    {
        string[] words = change.Split(' ');
        int n = words.Length > 1 && int.TryParse(words[1], out int number) ? number : -1;
        string[] many = [.. Enumerable.Range(0, Math.Max(0, n)).Select(index => $"p{index}")];
        StateMap changed = words[0] switch
        {
            "hash" => Map with { Hash = n < 0 ? "ab!d" : new string('a', n) },
            "pages" => Map with { Pages = many },
            "questions" => Map with { Questions = [.. many.Select(id => A with { Id = id })], Draws = [] },
            "bits" => Map with { Questions = [A, B, C with { Bits = n }] },
            "options" => Map with { Questions = [A, B, C with { Options = n }] },
            "draws" => Map with { Draws = [.. many.Select(_ => new Draw(1, [0]))] },
            "count" => Map with { Draws = [new Draw(n, [0])] },
            "of" => Map with { Draws = [new Draw(1, new int[n])] },
            "index" => Map with { Draws = [new Draw(1, [0, n])] },
            _ => Map,
        };
        Assert.Equal(isSound, changed.IsSound);
    }

    [Fact(
        DisplayName = "An update with another id is another course: learners start again, and the rest is not compared"
    )]
    public void OtherId()
    {
        IReadOnlyList<StateChange> changes = StateChanges.Between(Map, Map with { Id = "other", PassMark = 90 });
        Assert.Equal([StateEffect.Loses, StateEffect.Loses], changes.Select(change => change.Effect));
        Assert.Contains("(spec, now other)", changes[0].Sentence);
    }

    private static string[] Changes(StateMap now, StateMap? old = null) =>
        [
            .. StateChanges
                .Between(old ?? Map, now)
                .Skip(1)
                .Select(change => $"{change.Effect}: {change.Sentence.Split(['.', ':'])[0]}"),
        ];

    private static readonly StateMap Next = Map with { Hash = "next", Version = "2.0.0", Reads = ["aB-_"] };

    [Fact(DisplayName = "Learners keep all of an update without changes to pages and questions")]
    public void SameLayout()
    {
        Assert.Equal(["Keeps: Pages and questions are the same"], Changes(Map with { Version = "2.0.0" }));
        Assert.Equal(StateEffect.Keeps, StateChanges.Between(Map, Map)[0].Effect);
    }

    [Fact(DisplayName = "Learners lose pages seen and answers of a layout that the update does not know")]
    public void UnknownLayout() =>
        Assert.Equal(
            [
                "Keeps: Status, best result and used attempts stay, and so does the learner's page if it still exists",
                "Loses: The new release does not know the layout of 1",
            ],
            Changes(Next with { Reads = ["zzzz"], Pages = ["other"], Questions = [] })
        );

    private const string Known = "Keeps: The new release knows the layout of 1";

    [Fact(DisplayName = "Removed and new pages are named; new ones only where pages count, the first five of them")]
    public void Pages()
    {
        Assert.Equal([Known], Changes(Next));
        Assert.Equal(
            [Known, "Redoes: The page “next” was removed", "Redoes: New pages count for completion"],
            Changes(Next with { Pages = ["start", "new"] })
        );
        Assert.Equal([Known], Changes(Next with { Pages = ["start", "next", "new"], NeedsPages = false }));
        string Sentence(params string[] added) =>
            StateChanges.Between(Map, Next with { Pages = ["start", "next", .. added] })[^1].Sentence;
        Assert.Contains("completion: p1. ", Sentence("p1"));
        Assert.Contains("completion: p1, p2, p3, p4, p5. ", Sentence("p1", "p2", "p3", "p4", "p5"));
        Assert.Contains("p4, p5 and 2 more. ", Sentence("p1", "p2", "p3", "p4", "p5", "p6", "p7"));
    }

    [Fact(DisplayName = "Removed and changed questions are named, and a changed assessment starts again")]
    public void Questions()
    {
        const string again = "Redoes: The assessment has other questions";
        Assert.Equal(
            [Known, "Loses: The question “a” was removed, and its answers with it"],
            Changes(Next with { Questions = [B, C] })
        );
        Assert.Equal(
            [Known, "Loses: The question “a” has changed"],
            Changes(Next with { Questions = [A with { Bits = 3 }, B, C] })
        );
        Assert.Equal(
            [Known, "Loses: The question “b” has changed", again],
            Changes(Next with { Questions = [A, B with { Options = 4 }, C] })
        );
        Assert.Equal([Known, again], Changes(Next with { Questions = [A, C, B] }));
        Assert.Equal([Known, again], Changes(Next with { Draws = [new Draw(2, [0, 1])] }));
        Assert.Equal([Known, again], Changes(Next with { Draws = [new Draw(1, [1, 0])] }));
        Assert.Equal([Known], Changes(Next with { Questions = [B, A, C] }));
        Assert.Equal(
            [Known],
            Changes(Next with { HasAssessment = false }, Map with { HasAssessment = false, Draws = [] })
        );
    }

    [Fact(DisplayName = "Stricter rules of the assessment are named, and milder ones are not")]
    public void Rules()
    {
        const string same = "Keeps: Pages and questions are the same";
        Assert.Equal(
            [same, "Loses: The assessment was removed"],
            Changes(Map with { HasAssessment = false, Attempts = null, PassMark = null })
        );
        Assert.Equal([same, "Redoes: The pass mark rises from 80 to 81 %"], Changes(Map with { PassMark = 81 }));
        Assert.Equal([same], Changes(Map with { PassMark = 79 }));
        Assert.Equal([same, "Loses: Fewer attempts (2)"], Changes(Map with { Attempts = 2 }));
        Assert.Equal([same, "Loses: Fewer attempts (3)"], Changes(Map, Map with { Attempts = null }));
        Assert.Equal([same], Changes(Map with { Attempts = 4 }));
        Assert.Equal([same], Changes(Map with { Attempts = null }));
        const string closes =
            "Redoes: After 3 failed attempts the assessment closes until the pages about the wrong "
            + "answers were opened";
        Assert.Equal([same, closes], Changes(Map with { ReviewAfter = 3 }));
        Assert.Equal([same, closes], Changes(Map with { ReviewAfter = 3 }, Map with { ReviewAfter = 4 }));
        Assert.Equal([same], Changes(Map with { ReviewAfter = 3 }, Map with { ReviewAfter = 3 }));
        Assert.Equal([same], Changes(Map, Map with { ReviewAfter = 3 }));
    }

    private const string Page =
        "id: one\ntitle: One\npages:\n  - id: start\n    title: Start\n    blocks:\n"
        + "      - {type: true-false, id: a, prompt: A concern is enough., answer: true}\n"
        + "      - {type: ordering, id: o, prompt: In which order?, items: [One, Two, Three]}\n"
        + "  - id: next\n    title: Next\n    blocks:\n      - {type: text, body: Hello.}\n";

    private static CompileResult Compile(string module, string more = "")
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(TestCourse.Course + more);
        files["modules/one.yaml"] = TestCourse.Utf8(module);
        CompileResult result = TestCourse.Compile(files);
        Assert.Empty(result.Diagnostics.Where(found => found.IsError).Select(DiagnosticText.Format));
        return result;
    }

    [Fact(DisplayName = "The layout has another hash after a change to ids, order, kinds or options, not to texts")]
    public void Hash()
    {
        string own = Compile(Page).StateMap!.Hash;
        Assert.Matches("^[A-Za-z0-9_-]{4}$", own);
        Assert.Equal(own, Compile(Page.Replace("Hello.", "Bye.").Replace("title: Next", "title: Then")).StateMap!.Hash);
        string[] others =
        [
            .. new[]
            {
                Page.Replace("id: next", "id: then"),
                Page.Replace("id: a,", "id: b,"),
                Page.Replace(", Three]", "]"),
                Page.Replace(
                    "- {type: text",
                    "- {type: true-false, id: z, prompt: Yes?, answer: true}\n      - {type: text"
                ),
                "id: one\ntitle: One\npages:\n  - id: next\n    title: Next\n    blocks:\n"
                    + "      - {type: text, body: Hello.}\n"
                    + Page.Split("pages:\n")[1].Split("  - id: next")[0],
                Page.Split("      - {type: true-false")[0]
                    + Page.Split('\n')[7]
                    + "\n"
                    + Page.Split('\n')[6]
                    + "\n"
                    + string.Join('\n', Page.Split('\n')[8..]),
            }.Select(module => Compile(module).StateMap!.Hash),
        ];
        Assert.Equal(others.Length + 1, others.Append(own).Distinct().Count());
    }

    [Fact(DisplayName = "The hash of a layout never changes between releases of this program")]
    public void Golden()
    {
        Assert.Equal("g8uB", Compile(Page).StateMap!.Hash);
        Assert.Equal("80w2", Compile(Assessed, Tracking).StateMap!.Hash);
    }

    private const string Tracking = "tracking: {completed_by: [assessment], pass_mark: 70}\n";

    private const string Assessed =
        "id: one\ntitle: One\npages:\n  - id: start\n    title: Start\n    assessment:\n      attempts: 2\n"
        + "      draw: 2\n      questions:\n"
        + "        - {type: true-false, id: a, prompt: A concern is enough., answer: true}\n"
        + "        - {type: true-false, id: b, prompt: A feeling is enough., answer: true}\n"
        + "        - {type: ordering, id: o, prompt: In which order?, items: [One, Two, Three]}\n";

    [Fact(DisplayName = "The state map of a package has its pages, questions, draws, attempts and pass mark")]
    public void OfCourse()
    {
        StateMap map = Compile(Assessed, Tracking).StateMap!;
        Assert.Equal(
            (true, 2, 70, false, "spec", "1.0.0"),
            (map.HasAssessment, map.Attempts, map.PassMark, map.NeedsPages, map.Id, map.Version)
        );
        Assert.Equal(
            "2 of 0,1,2",
            string.Join(' ', map.Draws.Select(draw => $"{draw.Count} of {string.Join(',', draw.Of)}"))
        );
        Assert.All(map.Questions, question => Assert.True(question.Assessed));
        Assert.True(map.IsSound);
        StateMap plain = Compile(Page).StateMap!;
        Assert.Equal(
            (false, null, null, true),
            (plain.HasAssessment, plain.Attempts, plain.PassMark, plain.NeedsPages)
        );
        Assert.Equal(["start", "next"], plain.Pages);
        Assert.Equal(["a", "o"], plain.Questions.Select(question => question.Id));
    }

    [Fact(DisplayName = "An assessment that closes has a layout of its own; its state has a bit for each page to open")]
    public void Review()
    {
        string closing = Assessed
            .Replace("      attempts: 2\n", "      review_after: 3\n")
            .Replace(", answer: true}", ", answer: true, review: next}")
            .Replace("Two, Three]}", "Two, Three], review: next}")
            .Replace(
                "    assessment:",
                "    blocks:\n      - {type: text, body: Hello.}\n  - id: next\n    title: Next\n    assessment:"
            )
            .Replace("review: next", "review: start");
        CompileResult with = Compile(closing, Tracking);
        CompileResult without = Compile(closing.Replace("      review_after: 3\n", ""), Tracking);
        Assert.NotEqual(with.StateMap!.Hash, without.StateMap!.Hash);
        Assert.Equal(
            with.StateMap.Hash,
            Compile(closing.Replace("after: 3", "after: 2"), Tracking).StateMap!.Hash // only the limit is another
        );
        Assert.Equal((3, null), (with.StateMap.ReviewAfter, without.StateMap.ReviewAfter));
        Assert.DoesNotContain("reviewAfter", without.StateMap.Write());
        Assert.Equal(3, StateMap.Read(with.StateMap.Write())!.ReviewAfter);
        int[] bits = [.. with.Summary!.State.Modules[0].Questions.Select(question => question.Bits)];
        int plain = 33 + 1 + 2 + 34 + bits[2] + bits[0];
        Assert.Equal(18 + ((plain + 5) / 6), without.Summary!.State.Characters);
        // The number of failed attempts, whether it is closed, and two pages.
        Assert.Equal(18 + ((plain + 4 + 1 + 2 + 5) / 6), with.Summary.State.Characters);
    }

    [Fact(DisplayName = "The size of a state counts pages, knowledge checks, and the largest questions of an attempt")]
    public void Budget()
    {
        StateBudget plain = Compile(Page).Summary!.State;
        // Fixed: 2 + 14 + 4 + 1 + 12 bits, one bit to name one of two pages, two pages; six bits per character, and 18.
        ModuleBudget module = Assert.Single(plain.Modules);
        int checks = module.Questions.Sum(question => question.Bits);
        Assert.Equal(2 + checks, module.Bits);
        Assert.Equal((module.Bits + 5) / 6, module.Characters);
        Assert.Equal(18 + (((33 + 1 + 2 + checks) + 5) / 6), plain.Characters);
        Assert.Equal("o", plain.LargestQuestion!.Id);
        Assert.Equal(["a", "o"], module.Questions.Select(question => question.Id));
        StateBudget drawn = Compile(Assessed, Tracking).Summary!.State;
        int[] bits = [.. drawn.Modules[0].Questions.Select(question => question.Bits)];
        Assert.True(bits[2] > bits[0]);
        Assert.Equal(18 + (((33 + 1 + 1 + 34 + bits[2] + bits[0]) + 5) / 6), drawn.Characters);
        StateBudget all = Compile(Assessed.Replace("      draw: 2\n", ""), Tracking).Summary!.State;
        Assert.Equal(18 + (((33 + 1 + 1 + 34 + bits.Sum()) + 5) / 6), all.Characters);
        // A knowledge check also stores its tries and whether it was right.
        Assert.Equal(bits[0] + 3, module.Questions[0].Bits);
    }

    [Fact(DisplayName = "A private page is counted as seen, but its questions take no room; confidence takes two bits")]
    public void PrivateAndSure()
    {
        QuestionBudget[] open = [.. Compile(Page).Summary!.State.Modules[0].Questions];
        CompileResult hidden = Compile(Page.Replace("title: Start\n", "title: Start\n    private: true\n"));
        ModuleBudget module = Assert.Single(hidden.Summary!.State.Modules);
        Assert.Empty(module.Questions);
        Assert.Equal(2, module.Bits);
        Assert.Null(hidden.Summary.State.LargestQuestion);
        QuestionBudget sure = Compile(Page.Replace("enough., answer: true", "enough., answer: true, confidence: true"))
            .Summary!.State.Modules[0]
            .Questions[0];
        Assert.Equal(open[0].Bits + 2, sure.Bits);
    }

    [Theory(DisplayName = "The place of the learner takes as many bits as the number of pages needs, at least one")]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 2)]
    [InlineData(5, 3)]
    [InlineData(64, 6)]
    [InlineData(65, 7)]
    public void Place(int pages, int bits)
    {
        string module =
            "id: one\ntitle: One\npages:\n"
            + string.Concat(
                Enumerable
                    .Range(0, pages)
                    .Select(page => $"  - id: p{page}\n    title: P\n    blocks:\n      - {{type: text, body: Hi.}}\n")
            );
        Assert.Equal(18 + ((33 + bits + pages + 5) / 6), Compile(module).Summary!.State.Characters);
    }

    [Fact(DisplayName = "Each page of an assessment that closes takes one bit more")]
    public void ReviewOfManyPages()
    {
        string module =
            "id: one\ntitle: One\npages:\n"
            + string.Concat(
                Enumerable
                    .Range(0, 40)
                    .Select(page => $"  - id: p{page}\n    title: P\n    blocks:\n      - {{type: text, body: Hi.}}\n")
            )
            + "  - id: test\n    title: Test\n    assessment:\n      review_after: 2\n      questions:\n"
            + "        - {type: true-false, id: a, prompt: A concern is enough., answer: true, review: p1}\n";
        CompileResult with = Compile(module, Tracking);
        int question = with.Summary!.State.Modules[0].Questions[0].Bits;
        Assert.Equal(18 + ((33 + 6 + 41 + 34 + question + 4 + 1 + 41 + 5) / 6), with.Summary.State.Characters);
    }

    [Fact(DisplayName = "Hashes of layouts hold only letters, digits, hyphens and low lines")]
    public void Alphabet()
    {
        string[] hashes =
        [
            .. Enumerable.Range(0, 150).Select(at => Compile(Page.Replace("id: next", $"id: n{at}")).StateMap!.Hash),
        ];
        Assert.All(hashes, hash => Assert.Matches("^[A-Za-z0-9_-]{4}$", hash));
        Assert.Contains(hashes, hash => hash.Contains('-'));
        Assert.Contains(hashes, hash => hash.Contains('_'));
    }

    [Fact(DisplayName = "Pages count for completion where they are one of several conditions")]
    public void SeveralConditions() =>
        Assert.True(
            Compile(Assessed, "tracking: {completed_by: [pages, assessment], pass_mark: 70}\n").StateMap!.NeedsPages
        );
}
