using System.Text.Json.Serialization;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Inspecting.Running;
using Protect.Scorm.Model;

namespace Protect.Scorm.Cli.Play;

/// <summary>Argument of protectOpen (src/browser/play/lms-page.ts).</summary>
/// <param name="Href">Address of the page to open.</param>
/// <param name="As">Id of the simulated LMS.</param>
/// <param name="Scorm2004">True for the API of SCORM 2004.</param>
/// <param name="Fault">Fault of the LMS (src/browser/play/launch-faults.ts); null for none.</param>
/// <param name="Nested">Adds a frame between the API and the course.</param>
/// <param name="Sandbox">Permissions of the course's frame; null for no limits.</param>
/// <param name="Before">Values that the LMS stores before the launch, by element.</param>
internal sealed record LmsOpening(
    string Href,
    string As,
    bool Scorm2004,
    string? Fault,
    bool Nested,
    string? Sandbox,
    IReadOnlyDictionary<string, string> Before
);

/// <summary>Message of the page of the LMS: one of the three, or none after too many calls.</summary>
/// <param name="Found">True when a script has looked for the API and found it.</param>
internal sealed record LmsMessage(
    TraceCall? Call = null,
    IReadOnlyDictionary<string, string>? Stored = null,
    bool Found = false
);

/// <summary>Argument of learner.run (src/browser/play/learner.ts).</summary>
/// <param name="What">Goal of the learner.</param>
/// <param name="Seconds">Longest time, in seconds.</param>
/// <param name="Acts">Most actions in a course whose answers are unknown.</param>
internal sealed record LearnerTask(LearnerGoal What, int Seconds, int Acts);

/// <summary>Message of the learner: an action.</summary>
internal sealed record LearnerAct(string Act);

/// <summary>Result of learner.run.</summary>
internal sealed record LearnerOutcome(
    bool Own = false,
    string End = "",
    TracePlace? Start = null,
    TracePlace? Place = null,
    string Progress = ""
);

/// <summary>Messages between the tool and its pages in the headless browser.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(WordConverter<LearnerGoal>)]
)]
[JsonSerializable(typeof(LmsOpening))]
[JsonSerializable(typeof(LmsMessage))]
[JsonSerializable(typeof(LearnerTask))]
[JsonSerializable(typeof(LearnerAct))]
[JsonSerializable(typeof(LearnerOutcome))]
internal sealed partial class PlayJson : JsonSerializerContext;
