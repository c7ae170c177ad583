using System.Text.Json;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Running;
using static Protect.Scorm.Inspecting.Running.LaunchKind;
using static Protect.Scorm.Tests.Inspecting.Traces;

namespace Protect.Scorm.Tests.Inspecting;

public sealed class RunRuleTests
{
    private sealed record Case(string Rule, string What, Trace Trace, string Says = "");

    private static string[] Without(params string[] calls) => [.. Sound.Where(call => !calls.Contains(call))];

    private static TraceLaunch Raw(TraceLaunch launch, string name, params TraceArgument[] arguments) =>
        launch with
        {
            Calls =
            [
                .. launch.Calls.SkipLast(1),
                new TraceCall(name, arguments, "true", "0", 9000, 1),
                launch.Calls[^1],
            ],
        };

    private static readonly Case[] Broken =
    [
        new("T01", "never speaks", With(), "60 seconds"),
        new(
            "T01",
            "only looks one frame up",
            Change(NoOptional, launch => launch with { Calls = [] }),
            "two frames up"
        ),
        new("T02", "never initialises", With(Without("LMSInitialize")), "never called"),
        new("T02", "reads first", With(["Get cmi.suspend_data", .. Sound]), "before LMSInitialize"),
        new("T02", "twice", Also("LMSInitialize"), "2 times"),
        new(
            "T02",
            "too late",
            Change(
                Plain,
                launch => launch with { Calls = [.. launch.Calls.Select(call => call with { At = call.At + 25_000 })] }
            ),
            "after 25 seconds"
        ),
        new("T03", "no finish", With(Without("LMSFinish")), "not called"),
        new("T03", "twice", With([.. Sound, "LMSFinish"]), "2 times"),
        new("T03", "something after", With([.. Sound, "LMSCommit"]), "after LMSFinish"),
        new(
            "T04",
            "a number",
            Change(Plain, launch => Raw(launch, "LMSSetValue", new("cmi.core.score.raw"), new("80", false, 0))),
            "not text"
        ),
        new("T04", "commit of something", With([.. Sound[..^1], "LMSCommit now", "LMSFinish"]), "“now”"),
        new(
            "T04",
            "set of one",
            Change(Plain, launch => Raw(launch, "LMSSetValue", new TraceArgument("cmi.suspend_data"))),
            "1 arguments"
        ),
        new(
            "T04",
            "finish of nothing",
            Change(
                Plain,
                launch =>
                    launch with
                    {
                        Calls = [.. launch.Calls.SkipLast(1), new TraceCall("LMSFinish", [], "true", "0", 9000, 1)],
                    }
            ),
            "nothing"
        ),
        new("T05", "after the end", With([.. Sound, "Set cmi.core.exit=suspend"]), "after LMSFinish"),
        new("T05", "before the start", With(["Get cmi.core.entry", .. Sound]), "before LMSInitialize"),
        new("T06", "of 2004", Also("LMSTerminate"), "LMSTerminate"),
        new("T07", "of 2004", Also("Set cmi.completion_status=completed"), "completion_status"),
        new("T07", "other case", Also("Get cmi.core.Lesson_Status"), "it has “cmi.core.lesson_status”"),
        new("T08", "the name", Also("Set cmi.core.student_name=X"), "student_name"),
        new("T09", "exit", Also("Get cmi.core.exit"), "exit"),
        new("T09", "an answer", Also("Get cmi.interactions.0.student_response"), "student_response"),
        new("T10", "a count", Also("Set cmi.interactions._count=3"), "_count"),
        new("T10", "the version", Also("Set cmi._version=3.4"), "_version"),
        new("T11", "a status", Also("Set cmi.core.lesson_status=done"), "“done”"),
        new("T11", "a comma", Also("Set cmi.core.score.raw=79,5"), "79,5"),
        new("T11", "seconds", Also("Set cmi.core.session_time=125"), "125"),
        new("T11", "a result", Also("Set cmi.interactions.0.result=incorrect"), "incorrect"),
        new("T12", "a long place", Also($"Set cmi.core.lesson_location={new string('a', 256)}"), "256 characters"),
        new("T12", "a long state", Also($"Set cmi.suspend_data={new string('a', 4097)}"), "4,097 characters"),
        new("T12", "a blank", Also("Set cmi.interactions.0.id=my id"), "my id"),
        new("T13", "a gap", Also("Set cmi.interactions.2.id=q3"), "1 entry"),
        new("T13", "a gap inside", Also("Set cmi.interactions.0.correct_responses.1.pattern=a"), "0 entries"),
        new("T14", "above", Also("Set cmi.core.score.raw=120"), "120"),
        new("T14", "below", Also("Set cmi.objectives.0.score.raw=-1"), "-1"),
        new(
            "T15",
            "throws",
            Change(NoOptional, launch => launch with { Errors = ["TypeError: x is null"] }),
            "x is null"
        ),
        new("T15", "stays empty", Change(NoOptional, launch => launch with { Place = new("", "") }), "stays empty"),
        new("T16", "hangs", Change(AllFalse, launch => launch with { Ending = LaunchEnding.Hung }), "stops responding"),
        new("T16", "no API", Change(NoApi, launch => launch with { Acts = [] }), "can do nothing"),
        new(
            "T16",
            "throws",
            Change(Throwing, launch => launch with { Errors = ["Error: The LMS is broken."] }),
            "uncaught"
        ),
        new(
            "T17",
            "none",
            new Trace([
                Launch(
                    Plain,
                    [.. Sound.Where(call => !call.StartsWith("Set cmi.core.lesson_status", StringComparison.Ordinal))]
                ),
            ]),
            "never set"
        ),
        new("T17", "not attempted", Also("Set cmi.core.lesson_status=not attempted"), "not attempted"),
        new("T18", "down", Also("Set cmi.core.lesson_status=incomplete"), "down to “incomplete”"),
        new("T18", "a lower score", Also("Set cmi.core.score.raw=20"), "down to 20"),
        new("T19", "none", With(Without("Set cmi.core.session_time=0000:00:59.50")), "never sets"),
        new("T19", "too long", Also("Set cmi.core.session_time=0001:00:00"), "3600 seconds"),
        new("T20", "no commit at the end", With([.. Sound[..^2], "LMSFinish"]), "before LMSFinish"),
        new("T20", "no commit at all", new Trace([Launch(Plain, Without("LMSCommit"))]), "not committed"),
        new("T21", "logout", Also("Set cmi.core.exit=logout"), "logout"),
        new(
            "T21",
            "no exit",
            new Trace([
                Launch(Plain, "LMSInitialize", "Set cmi.core.lesson_status=incomplete", "LMSCommit", "LMSFinish"),
            ]),
            "no exit"
        ),
        new(
            "T21",
            "another exit",
            new Trace([
                Launch(
                    Plain,
                    "LMSInitialize",
                    "Set cmi.core.lesson_status=incomplete",
                    "Set cmi.core.exit=",
                    "LMSCommit"
                ),
            ]),
            "exit “”"
        ),
        new("T22", "no bounds", With(Without("Set cmi.core.score.min=0")), "without"),
        new("T22", "outside", Also("Set cmi.core.score.max=50"), "not between"),
        new("T22", "turned round", Also("Set cmi.core.score.min=101"), "above"),
        new(
            "T23",
            "response first",
            Also("Set cmi.interactions.1.id=q2", "Set cmi.interactions.1.student_response=a"),
            "before its type"
        ),
        new("T23", "no id", Also("Set cmi.interactions.1.type=choice"), "not with its id"),
        new(
            "T23",
            "a sentence",
            Also(
                "Set cmi.interactions.1.id=q2",
                "Set cmi.interactions.1.type=choice",
                "Set cmi.interactions.1.student_response=Call the police"
            ),
            "another form"
        ),
        new("T24", "JSON", Also("Set cmi.suspend_data={\"a\":1}"), "{"),
        new("T24", "a blank", Also("Set cmi.suspend_data=a b"), "blanks"),
        new(
            "T25",
            "calls",
            Change(
                Plain,
                launch =>
                    launch with
                    {
                        Calls =
                        [
                            launch.Calls[0],
                            .. Enumerable
                                .Range(0, 600)
                                .Select(i => new TraceCall(
                                    "LMSGetValue",
                                    [new("cmi.suspend_data")],
                                    "",
                                    "0",
                                    20_000 + (i * 10),
                                    1
                                )),
                            .. launch.Calls.Skip(1),
                        ],
                    }
            ),
            "calls within 10 seconds"
        ),
        new(
            "T25",
            "commits",
            Change(
                Plain,
                launch =>
                    launch with
                    {
                        Calls =
                        [
                            .. launch.Calls,
                            .. Enumerable
                                .Range(0, 9)
                                .Select(i => new TraceCall(
                                    "LMSCommit",
                                    [new("")],
                                    "true",
                                    "0",
                                    20_000 + (i * 1000),
                                    1
                                )),
                        ],
                    }
            ),
            "commits 6 times"
        ),
        new(
            "T26",
            "waits for not attempted",
            Change(Unread, launch => launch with { Calls = [launch.Calls[0], launch.Calls[1]] }),
            "never started"
        ),
        new(
            "T26",
            "writes NaN",
            Change(Unread, launch => Raw(launch, "LMSSetValue", new("cmi.core.score.raw"), new("NaN"))),
            "NaN"
        ),
        new(
            "T27",
            "writes",
            Change(Review, launch => Raw(launch, "LMSSetValue", new("cmi.core.lesson_status"), new("completed"))),
            "completed"
        ),
        new(
            "T28",
            "begins again",
            Change(Resumed, launch => launch with { Start = Launch(Plain).Start }),
            "another place"
        ),
        new(
            "T28",
            "saved nothing",
            new Trace([
                .. Change(Resumed, launch => launch with { Start = Launch(Plain).Start })
                    .Launches.Select(launch => launch with { Stored = new Dictionary<string, string>() }),
            ]),
            "nothing had been saved"
        ),
        new(
            "T28",
            "other answers",
            new Trace([
                .. All().Launches.Select(launch => launch with { Progress = launch.Kind == Resumed ? "p2 a" : "p2 b" }),
            ]),
            "answers differ"
        ),
        new(
            "T01",
            "a silent part",
            new Trace([.. All().Launches, Launch(Part) with { Part = "Second" }]) { Parts = 2 },
            "from the part “Second”"
        ),
        new(
            "T01",
            "found it",
            Change(Plain, launch => launch with { Calls = [], HasFoundApi = true }),
            "although it found the API"
        ),
        new(
            "T29",
            "hangs",
            Change(Plain, launch => launch with { Ending = LaunchEnding.Hung }),
            "stopped responding in 60 seconds"
        ),
        new("T29", "crashes", Change(Plain, launch => launch with { Ending = LaunchEnding.Crashed }), "crashed"),
        new("T30", "forms", Change(Sandboxed, launch => launch with { BlockedForms = 3 }), "blocks the forms"),
        new("T30", "no LMS", Change(Sandboxed, launch => launch with { Calls = [] }), "does not find the LMS"),
        new("T30", "never moves", Change(Sandboxed, launch => launch with { Place = launch.Start }), "the same"),
        new("T30", "empty", Change(Sandboxed, launch => launch with { Place = new("", "") }), "stays empty"),
    ];

    /// <summary>Traces that almost break a rule, and do not.</summary>
    private static readonly Case[] Kept =
    [
        new("T01", "an asset", new Trace([Launch(Plain)], IsAsset: true)),
        new("T02", "asks after an error first", With(["LMSGetLastError", .. Sound])),
        new("T03", "asks after an error last", With([.. Sound, "LMSGetLastError"])),
        new("T04", "empty value", Also("Set cmi.core.exit=")),
        new("T05", "asks after an error", With(["LMSGetDiagnostic", .. Sound])),
        new("T06", "all eight", Also("LMSGetLastError", "LMSGetErrorString 0", "LMSGetDiagnostic")),
        new(
            "T07",
            "objectives",
            Also("Set cmi.objectives.0.id=o1", "Get cmi.objectives._count", "Get cmi.student_data.mastery_score")
        ),
        new("T08", "the place", Also("Set cmi.core.lesson_location=p2")),
        new("T09", "the place", Also("Get cmi.core.lesson_location")),
        new("T10", "read", Also("Get cmi.interactions._count", "Get cmi._version")),
        new(
            "T11",
            "values at the edge",
            Also(
                "Set cmi.core.score.raw=",
                "Set cmi.core.session_time=00:00:01",
                "Set cmi.interactions.0.result=-3.5",
                "Set cmi.student_preference.audio=-1",
                "Set cmi.interactions.0.time=23:59:59"
            )
        ),
        new(
            "T12",
            "just so long",
            Also(
                $"Set cmi.core.lesson_location={new string('a', 255)}",
                $"Set cmi.suspend_data={new string('a', 4096)}"
            )
        ),
        new(
            "T13",
            "goes on",
            Also("Set cmi.interactions.1.id=q2", "Set cmi.interactions.1.correct_responses.0.pattern=a")
        ),
        new(
            "T13",
            "after what is there",
            Change(
                Plain,
                launch =>
                    launch with
                    {
                        Calls =
                        [
                            launch.Calls[0],
                            new TraceCall("LMSGetValue", [new("cmi.interactions._count")], "4", "0", 120, 1),
                            .. launch.Calls.Skip(1),
                            .. Launch(Plain, "Set cmi.interactions.4.id=q5").Calls,
                        ],
                    }
            )
        ),
        new("T14", "the edges", Also("Set cmi.core.score.raw=100", "Set cmi.objectives.0.score.raw=0")),
        new(
            "T15",
            "an error there is always",
            new Trace([.. All().Launches.Select(launch => launch with { Errors = ["Error: old"] })])
        ),
        new("T16", "a message", Change(NoApi, launch => launch with { Dialogs = ["alert: No LMS"] })),
        new("T17", "sets it", All()),
        new("T18", "rises", All()),
        new("T19", "just as long", Also("Set cmi.core.session_time=0000:01:00.00")),
        new("T20", "commits", All()),
        new(
            "T21",
            "done and no exit",
            new Trace([
                Launch(Plain, "LMSInitialize", "Set cmi.core.lesson_status=completed", "LMSCommit", "LMSFinish"),
            ])
        ),
        new(
            "T22",
            "no score",
            new Trace([
                Launch(Plain, "LMSInitialize", "Set cmi.core.lesson_status=completed", "LMSCommit", "LMSFinish"),
            ])
        ),
        new(
            "T23",
            "pairs and orders",
            Also(
                "Set cmi.interactions.1.id=q2",
                "Set cmi.interactions.1.type=matching",
                "Set cmi.interactions.1.student_response=1.a,2.b",
                "Set cmi.interactions.2.id=q3",
                "Set cmi.interactions.2.type=sequencing",
                "Set cmi.interactions.2.correct_responses.0.pattern=b,a"
            )
        ),
        new("T24", "safe", Also("Set cmi.suspend_data=aZ09_.~!*()-")),
        new("T25", "as fast as the learner", All()),
        new("T26", "the same", All()),
        new(
            "T27",
            "time and exit",
            Change(Review, launch => Raw(launch, "LMSSetValue", new("cmi.core.session_time"), new("0000:00:01.00")))
        ),
        new("T28", "the same place", All()),
        new("T01", "not loaded in time", Change(Plain, launch => launch with { Calls = [], IsLoaded = false })),
        new(
            "T01",
            "not loaded in time with another frame",
            Change(NoOptional, launch => launch with { Calls = [], IsLoaded = false })
        ),
        new(
            "T15",
            "empty because it was not loaded",
            Change(NoOptional, launch => launch with { Place = new("", ""), IsLoaded = false })
        ),
        new("T29", "responds", All()),
        new("T29", "a slow machine", Change(Plain, launch => launch with { Ending = LaunchEnding.Slow })),
        new("T29", "a lost browser", Change(Plain, launch => launch with { Ending = LaunchEnding.BrowserEnded })),
        new("T30", "the same in a frame", All()),
    ];

    public static IEnumerable<object[]> BrokenCases => Broken.Select(one => new object[] { one.Rule, one.What });

    public static IEnumerable<object[]> KeptCases => Kept.Select(one => new object[] { one.Rule, one.What });

    [Theory(DisplayName = "Each run rule fires on the trace that breaks it, and says what was observed")]
    [MemberData(nameof(BrokenCases))]
    public void Fires(string rule, string what)
    {
        Case one = Broken.Single(one => one.Rule == rule && one.What == what);
        var bag = new FindingBag();
        IReadOnlyList<RunAnswer> answers = RunInspector.Inspect(one.Trace, bag);
        Assert.Contains(
            bag.Sorted.Where(finding => finding.Rule.Slug == rule),
            finding => finding.Message.Contains(one.Says, StringComparison.Ordinal)
        );
        Assert.Equal(RunOutcome.Found, answers.Single(answer => answer.Rule.Slug == rule).Outcome);
    }

    [Theory(DisplayName = "No run rule fires on a trace that almost breaks it")]
    [MemberData(nameof(KeptCases))]
    public void Holds(string rule, string what)
    {
        var bag = new FindingBag();
        RunInspector.Inspect(Kept.Single(one => one.Rule == rule && one.What == what).Trace, bag);
        Assert.Empty(bag.Sorted.Where(finding => finding.Rule.Slug == rule).Select(finding => finding.Message));
    }

    [Fact(DisplayName = "A sound run breaks no rule, and every rule could be decided")]
    public void SoundRun()
    {
        var bag = new FindingBag();
        IReadOnlyList<RunAnswer> answers = RunInspector.Inspect(All(), bag);
        Assert.Empty(bag.Sorted.Select(finding => $"{finding.Rule.Slug} {finding.Message}"));
        Assert.Empty(
            answers
                .Where(answer => answer.Outcome != RunOutcome.NotFound)
                .Select(answer => $"{answer.Rule.Slug} {answer.Why}")
        );
    }

    [Fact(DisplayName = "Every run rule has a case that breaks it and one that does not")]
    public void Reachable()
    {
        Assert.Equal(30, RunRules.All.Count);
        Assert.Empty(RunRules.All.Select(rule => rule.Slug).Except(Broken.Select(one => one.Rule)));
        Assert.Empty(RunRules.All.Select(rule => rule.Slug).Except(Kept.Select(one => one.Rule)));
        Assert.Equal(
            RunRules.All.Select(rule => rule.Slug),
            RunInspector.Inspect(All(), new FindingBag()).Select(answer => answer.Rule.Slug)
        );
    }

    [Fact(DisplayName = "A rule that a launch could not show is “cannot tell”, never “sound”")]
    public void CannotTell()
    {
        Trace hung = new([Launch(Plain) with { Ending = LaunchEnding.Hung, Milliseconds = 9000 }]);
        Dictionary<string, RunOutcome> answers = RunInspector
            .Inspect(hung, new FindingBag())
            .ToDictionary(answer => answer.Rule.Slug, answer => answer.Outcome);
        foreach (string rule in (string[])["T01", "T02", "T03", "T15", "T16", "T17", "T19", "T26", "T27", "T28"])
            Assert.Equal(RunOutcome.CannotTell, answers[rule]);
        Trace unmoved = Change(Interrupted, launch => launch with { Place = launch.Start });
        Assert.Equal(
            RunOutcome.CannotTell,
            RunInspector.Inspect(unmoved, new FindingBag()).Single(answer => answer.Rule.Slug == "T28").Outcome
        );
        Assert.Equal(Observed.CannotTell, RunFacts.Of(unmoved).Resumes);
        Assert.All(
            RunInspector.Inspect(new Trace([]), new FindingBag()),
            answer => Assert.Equal(RunOutcome.CannotTell, answer.Outcome)
        );
    }

    [Fact(DisplayName = "A slow machine or a lost browser breaks no rule, and is no run to base a verdict on")]
    public void Lost()
    {
        Assert.True(All().IsPlayed);
        foreach (
            LaunchEnding ending in (LaunchEnding[])[LaunchEnding.Slow, LaunchEnding.BrowserEnded, LaunchEnding.NotRun]
        )
        {
            Trace lost = new([
                .. All().Launches.Select(launch => new TraceLaunch { Kind = launch.Kind, Ending = ending }),
            ]);
            var bag = new FindingBag();
            Assert.All(RunInspector.Inspect(lost, bag), answer => Assert.Equal(RunOutcome.CannotTell, answer.Outcome));
            Assert.Empty(bag.Sorted);
            Assert.False(lost.IsPlayed);
        }
        Assert.False(Change(Plain, launch => launch with { IsLoaded = false }).IsPlayed);
        Trace mostly = new([
            .. All()
                .Launches.Select(launch => launch.Kind == Plain ? launch : launch with { Ending = LaunchEnding.Hung }),
        ]);
        Assert.False(mostly.IsPlayed);
    }

    [Fact(DisplayName = "The summary of a run follows from its trace")]
    public void Facts()
    {
        RunFacts facts = RunFacts.Of(All());
        Assert.Equal(["incomplete", "completed", "passed", "incomplete"], facts.Statuses);
        Assert.Equal(
            (Observed.Yes, Observed.Yes, Observed.Yes, Observed.Yes, Observed.Yes),
            (facts.Initializes, facts.SetsScore, facts.SavesBeforeLeaving, facts.Finishes, facts.Resumes)
        );
        Assert.Equal(
            (Observed.No, Observed.No, Observed.No, Observed.CannotTell),
            (facts.AsksOutside, facts.OpensWindows, facts.Throws, facts.SurvivesLostCommits)
        );
        Assert.Equal((9, 1), (facts.MostSuspendData, facts.Interactions));
        TraceCall lost = new("LMSCommit", [new("")], "false", "101", 1, 1),
            kept = lost with { Result = "true" };
        Assert.Equal(
            Observed.Yes,
            RunFacts
                .Of(Change(LostCommits, launch => launch with { Calls = [.. launch.Calls.SkipLast(1), lost, kept] }))
                .SurvivesLostCommits
        );
        Assert.Equal(
            Observed.No,
            RunFacts
                .Of(Change(LostCommits, launch => launch with { Calls = [.. launch.Calls.SkipLast(1), lost] }))
                .SurvivesLostCommits
        );
    }

    [Fact(DisplayName = "A trace survives a round trip through JSON, and an invalid one is refused")]
    public void Json()
    {
        Trace trace = new(
            [
                .. Change(
                    Plain,
                    launch =>
                        Raw(launch, "LMSSetValue", new("cmi.core.score.raw"), new("80", false, 0)) with
                        {
                            Errors = ["Error: x"],
                            Dialogs = ["alert: hi"],
                            Outside = ["https://a.example/"],
                            Popups = ["about:blank"],
                            Progress = "s",
                            End = "reached the end",
                        }
                ).Launches,
            ],
            IsAsset: true
        );
        byte[] json = Write(trace);
        Trace again = TraceJson.Read(json)!;
        Assert.Equal(json, Write(again));
        JsonElement written = JsonDocument.Parse(json).RootElement;
        JsonElement first = written.GetProperty("launches")[0];
        string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];
        Assert.Equal(["launches", "asset", "scorm2004", "parts"], Names(written));
        Assert.Equal(
            "kind ending foundApi blockedForms end milliseconds own calls acts errors dialogs outside popups "
                + "start place progress stored",
            string.Join(' ', Names(first))
        );
        Assert.Equal(["name", "args", "result", "error", "at", "took"], Names(first.GetProperty("calls")[0]));
        Assert.Equal(RunInspector.Inspect(trace, new FindingBag()), RunInspector.Inspect(again, new FindingBag()));
        string launch = "{\"launches\":[{\"kind\":\"Plain\",";
        foreach (
            string bad in (string[])
                [
                    "",
                    "null",
                    "[]",
                    "{}",
                    "{\"launches\":1}",
                    "{\"launches\":[1]}",
                    "{\"launches\":[null]}",
                    launch + "\"calls\":[null]}]}",
                    launch + "\"errors\":[null]}]}",
                    launch + "\"calls\":[{\"name\":\"LMSCommit\",\"args\":[1]}]}]}",
                    launch + "\"stored\":{\"cmi.suspend_data\":null}}]}",
                    "nonsense",
                ]
        )
            Assert.Null(TraceJson.Read(System.Text.Encoding.UTF8.GetBytes(bad)));
    }

    private static byte[] Write(Trace trace) => JsonSerializer.SerializeToUtf8Bytes(trace, TraceJson.Default.Trace);
}
