using System.Text.Json.Nodes;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Targets;

/// <summary>The fields of a target file.</summary>
internal static class TargetShapes
{
    private const int MostSuspendData = 10_000_000,
        MostInList = 1000,
        Unordered = 1_000_000;

    private static readonly ValueType<IReadOnlyList<Located<TrackingCondition>>> Conditions = Values.ListOf(
        Values.OneOf(
            ("lms-decides", TrackingCondition.LmsDecides),
            ("course-decides", TrackingCondition.CourseDecides),
            ("reports-pass", TrackingCondition.ReportsPass),
            ("reports-no-pass", TrackingCondition.ReportsNoPass),
            ("reports-failure", TrackingCondition.ReportsFailure),
            ("reports-score", TrackingCondition.ReportsScore),
            ("reports-no-score", TrackingCondition.ReportsNoScore)
        )
    );

    public static ValueType<IReadOnlyList<TargetSource>> Sources { get; } = Values.ListOf(Values.Nested(Source()));

    /// <summary>Returns the shape of a target file, whose facts may refer to these sources.</summary>
    public static Shape<LmsTarget> Target(string id, IReadOnlyList<TargetSource> sources)
    {
        var source = new SourceType(sources);
        ValueType<Sourced<string>> fact = Values.Nested(Fact(source));
        ValueType<IReadOnlyList<LmsInstruction>> instructions = Values.ListOf(Values.Nested(Instruction(source)));
        var name = Needed<LmsTarget, Located<string>>("name", Values.Text(), "The product name.");
        var order = Free<LmsTarget, Located<int>>(
            "order",
            Values.Integer(0, MostInList),
            "The place in lists; without it the LMS comes last."
        );
        var evidence = Free<LmsTarget, Located<Evidence>>(
            "evidence",
            Values.OneOf(
                ("tried", Evidence.Tried),
                ("code-read", Evidence.CodeRead),
                ("documented", Evidence.Documented),
                ("not-tried", Evidence.NotTried)
            ),
            "The best evidence for the instructions."
        );
        var listed = Free<LmsTarget, IReadOnlyList<TargetSource>>(
            "sources",
            Sources,
            "The sources that facts refer to by id."
        );
        var suspendData = Free<LmsTarget, Sourced<int>>(
            "suspend_data",
            Values.Nested(Limit(source)),
            "The maximum length of suspend data in characters."
        );
        var saving = Free<LmsTarget, Sourced<string>>(
            "saving",
            fact,
            "Whether “true” from LMSCommit proves that data were stored."
        );
        var failed = Free<LmsTarget, Sourced<string>>("failed", fact, "The effect of the status “failed”.");
        var mastery = Free<LmsTarget, Sourced<string>>("mastery", fact, "The effect of a mastery score.");
        var interactions = Free<LmsTarget, Sourced<string>>(
            "interactions",
            fact,
            "How interactions are stored and shown."
        );
        var traits = Free<LmsTarget, IReadOnlyList<Sourced<LmsTrait>>>(
            "traits",
            Values.ListOf(Values.Nested(Trait(source))),
            "Behaviour beyond the standard that matters to packages."
        );
        var simulation = Free<LmsTarget, LmsSimulation>(
            "simulation",
            Values.Nested(Simulation(source)),
            "How its simulation differs from the standard, in previews and tests."
        );
        var advice = Free<LmsTarget, IReadOnlyList<LmsAdvice>>(
            "advice",
            Values.ListOf(Values.Nested(Advice())),
            "Settings that a build names: the first entry that applies to the course."
        );
        var settings = Free<LmsTarget, IReadOnlyList<LmsInstruction>>(
            "settings",
            instructions,
            "Settings to choose, in the order in which the LMS shows them."
        );
        var checks = Free<LmsTarget, IReadOnlyList<LmsInstruction>>(
            "checks",
            instructions,
            "Checks with the first learner."
        );
        var troubleshooting = Free<LmsTarget, IReadOnlyList<LmsInstruction>>(
            "troubleshooting",
            instructions,
            "Remedies when nothing is recorded."
        );
        return new(
            "target",
            "An LMS that packages can be built for.",
            [
                name,
                order,
                evidence,
                listed,
                suspendData,
                saving,
                failed,
                mastery,
                interactions,
                traits,
                simulation,
                advice,
                settings,
                checks,
                troubleshooting,
            ],
            v =>
            {
                var known = new LmsTarget
                {
                    Id = id,
                    Name = v.Need(name).Value,
                    Order = v.Get(order)?.Value ?? Unordered,
                    Traits = v.Get(traits) ?? [],
                    Simulation = v.Get(simulation),
                    Advice = v.Get(advice) ?? [],
                    Instructions = new()
                    {
                        Evidence = v.Get(evidence)?.Value ?? Evidence.NotTried,
                        Settings = v.Get(settings) ?? [],
                        Checks = v.Get(checks) ?? [],
                        Troubleshooting = v.Get(troubleshooting) ?? [],
                    },
                };
                return known with
                {
                    SuspendData = v.Get(suspendData) ?? known.SuspendData,
                    Saving = v.Get(saving) ?? known.Saving,
                    Failed = v.Get(failed) ?? known.Failed,
                    Mastery = v.Get(mastery) ?? known.Mastery,
                    Interactions = v.Get(interactions) ?? known.Interactions,
                };
            }
        );
    }

    private static Shape<TargetSource> Source()
    {
        var id = Needed<TargetSource, Located<string>>("id", Values.Verbatim(40), "The name that facts refer to.");
        var en = Needed<TargetSource, Located<string>>("en", Values.Text(), "The source in English.");
        var fr = Free<TargetSource, Located<string>>("fr", Values.Text(), "The source in French; without it as in en.");
        return new(
            "source",
            "Where a fact was seen or read.",
            [id, en, fr],
            v => new(v.Need(id).Value, new(v.Need(en).Value, (v.Get(fr) ?? v.Need(en)).Value))
        );
    }

    private static Shape<Sourced<int>> Limit(SourceType source)
    {
        var value = Needed<Sourced<int>, Located<int>>("value", Values.Integer(1, MostSuspendData), "The limit.");
        var from = Needed<Sourced<int>, SheetText>("source", source, "The id of the source.");
        return new("limit", "A limit.", [value, from], v => new(v.Need(value).Value, v.Need(from).English));
    }

    private static Shape<Sourced<string>> Fact(SourceType source)
    {
        var value = Needed<Sourced<string>, Located<string>>("value", Values.Text(), "The fact, in English.");
        var from = Needed<Sourced<string>, SheetText>("source", source, "The id of the source.");
        return new("fact", "A fact.", [value, from], v => new(v.Need(value).Value, v.Need(from).English));
    }

    private static Shape<Sourced<LmsTrait>> Trait(SourceType source)
    {
        var trait = Needed<Sourced<LmsTrait>, Located<LmsTrait>>(
            "trait",
            Values.OneOf(LmsTraits.Words),
            "The trait: a word of LmsTraits."
        );
        var from = Needed<Sourced<LmsTrait>, SheetText>("source", source, "The id of the source.");
        return new("trait", "A trait.", [trait, from], v => new(v.Need(trait).Value, v.Need(from).English));
    }

    private static Shape<LmsAdvice> Advice()
    {
        var text = Needed<LmsAdvice, Located<string>>("text", Values.Text(), "The advice, in English.");
        var when = Free<LmsAdvice, IReadOnlyList<Located<TrackingCondition>>>(
            "when",
            Conditions,
            "The courses it applies to: those that meet all conditions."
        );
        return new("advice", "Advice.", [when, text], v => new(v.Need(text).Value, Plain(v.Get(when))));
    }

    private static Shape<LmsInstruction> Instruction(SourceType source)
    {
        var en = Needed<LmsInstruction, Located<string>>("en", Values.Text(), "The instruction in English.");
        var fr = Needed<LmsInstruction, Located<string>>("fr", Values.Text(), "The instruction in French.");
        var why = Free<LmsInstruction, SheetText>("why", Values.Nested(Reason()), "The reason.");
        var when = Free<LmsInstruction, IReadOnlyList<Located<TrackingCondition>>>(
            "when",
            Conditions,
            "The courses it applies to: those that meet all conditions."
        );
        var from = Needed<LmsInstruction, SheetText>("source", source, "The id of the source.");
        return new(
            "instruction",
            "A setting to choose, a check or a remedy.",
            [en, fr, why, when, from],
            v => new(new(v.Need(en).Value, v.Need(fr).Value), v.Get(why), v.Need(from)) { When = Plain(v.Get(when)) }
        );
    }

    private static Shape<SheetText> Reason()
    {
        var en = Needed<SheetText, Located<string>>("en", Values.Text(), "The reason in English.");
        var fr = Needed<SheetText, Located<string>>("fr", Values.Text(), "The reason in French.");
        return new("reason", "A reason.", [en, fr], v => new(v.Need(en).Value, v.Need(fr).Value));
    }

    // src/browser/lms/traits.ts explains each trait; a test compares the names of the two.
    private static Shape<LmsSimulation> Simulation(SourceType source)
    {
        var from = Needed<LmsSimulation, SheetText>("source", source, "The id of the source.");
        Field<LmsSimulation> Flag(string name) => Free<LmsSimulation, bool>(name, Values.Boolean, "A trait.");
        Field<LmsSimulation> Count(string name) =>
            Free<LmsSimulation, Located<int>>(name, Values.Integer(0, MostSuspendData), "A trait.");
        Field<LmsSimulation> Word(string name, params string[] words) =>
            Free<LmsSimulation, Located<int>>(
                name,
                Values.OneOf([.. words.Select((word, index) => (word, index))]),
                "A trait."
            );
        return new(
            "simulation",
            "The behaviour of the simulated LMS.",
            [
                from,
                Needed<LmsSimulation, Located<string>>("about", Values.Text(), "A description for the preview."),
                Needed<LmsSimulation, Located<string>>("answers", Values.Text(), "Answers as its reports show them."),
                Flag("optional_elements"),
                Flag("saves_nothing"),
                Flag("true_offline"),
                Flag("drops_resent"),
                Flag("clears_storage"),
                Flag("hides_errors"),
                Flag("returns_booleans"),
                Flag("forgets_interactions"),
                Flag("keeps_interactions"),
                Flag("finish_saves"),
                Flag("commit_saves"),
                Flag("empties_after_completion"),
                Flag("ignores_after_completed"),
                Flag("reviews_passed"),
                Flag("score_is_progress"),
                Flag("damages_text"),
                Word("status_if_unset", "completed", "incomplete", "not attempted"),
                Word("mastery", "overrides", "lowers completed", "when no status was set", "not used"),
                Count("expires_after"),
                Count("throws_after"),
                Count("slow"),
                Count("late"),
                Free<LmsSimulation, IReadOnlyList<Located<string>>>(
                    "reads_empty",
                    Values.ListOf(Values.Verbatim(100)),
                    "A trait."
                ),
            ],
            v => new(v.Need(from))
        );
    }

    private static IReadOnlyList<TrackingCondition> Plain(IReadOnlyList<Located<TrackingCondition>>? conditions) =>
        [.. (conditions ?? []).Select(condition => condition.Value)];

    // Templates never show targets, so that no field needs to return its value.
    private static Field<TOwner, T> Needed<TOwner, T>(string name, ValueType<T> type, string summary) =>
        new(name, type, _ => default, summary) { Required = true };

    private static Field<TOwner, T> Free<TOwner, T>(string name, ValueType<T> type, string summary) =>
        new(name, type, _ => default, summary);

    private sealed class SourceType(IReadOnlyList<TargetSource> sources) : ScalarType<SheetText>
    {
        public override string Noun => "the id of a source";

        public override JsonObject Schema(JsonObject definitions) => new() { ["type"] = "string" };

        protected override bool TryParse(YamlScalar scalar, string field, DiagnosticBag bag, out SheetText value)
        {
            value = sources.FirstOrDefault(source => source.Id == scalar.Value)?.Text!;
            if (value is not null)
                return true;
            bag.AddUnknownValue(scalar, field, null, sources.Select(source => source.Id));
            return false;
        }
    }
}
