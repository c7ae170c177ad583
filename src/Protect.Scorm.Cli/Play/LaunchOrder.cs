using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Running;

namespace Protect.Scorm.Cli.Play;

/// <summary>Goal of the scripted learner.</summary>
internal enum LearnerGoal
{
    /// <summary>Go to the end, with right answers where they are known.</summary>
    Pass,

    /// <summary>Go to the end, with wrong answers until no attempt is left.</summary>
    Fail,

    /// <summary>Stop in the middle.</summary>
    Half,

    /// <summary>Take a few steps.</summary>
    Short,
}

/// <summary>Instructions for one launch.</summary>
/// <param name="Kind">Kind of launch, such as normal, resumed, or with a fault of the LMS.</param>
/// <param name="SimulatedLms">Id of the simulated LMS, from the table in src/browser/lms.</param>
/// <param name="Goal">Goal of the learner.</param>
/// <param name="Seconds">Longest time the learner takes, in seconds.</param>
/// <param name="Acts">Largest number of actions in a course whose answers are unknown.</param>
internal sealed record LaunchOrder(LaunchKind Kind, string SimulatedLms, LearnerGoal Goal, int Seconds, int Acts)
{
    /// <summary>Values that the LMS stores before the launch, by element.</summary>
    public IReadOnlyDictionary<string, string> Before { get; init; } = new Dictionary<string, string>();

    /// <summary>Part of the package to launch; null for the first.</summary>
    public LaunchItem? Part { get; init; }

    /// <summary>True if the launch shows whether the package finds the API.</summary>
    public bool AwaitsCalls => Kind is LaunchKind.Plain or LaunchKind.Part or LaunchKind.NoOptional;

    /// <summary>True to kill the window instead of closing it.</summary>
    public bool IsKilled => Goal == LearnerGoal.Half;

    /// <summary>Returns the instructions for the page of the LMS.</summary>
    /// <param name="href">Address of the page to open.</param>
    /// <param name="isScorm2004">True for the API of SCORM 2004.</param>
    public LmsOpening Opening(string href, bool isScorm2004) =>
        new(
            href,
            SimulatedLms,
            isScorm2004,
            Fault,
            Kind == LaunchKind.NoOptional,
            Kind == LaunchKind.Sandboxed ? Sandbox : null,
            Before
        );

    /// <summary>Permissions of the frame in Kolibri: no forms, windows or dialogs.</summary>
    private const string Sandbox = "allow-scripts allow-same-origin";

    /// <summary>Instructions for the scripted learner.</summary>
    public LearnerTask Task => new(Goal, Seconds, Acts);

    /// <summary>Name of the fault in src/browser/play/launch-faults.ts; null for none.</summary>
    private string? Fault =>
        Kind switch
        {
            LaunchKind.NoApi => "no-api",
            LaunchKind.InitializeFalse => "initialize-false",
            LaunchKind.NoOptional => "no-optional",
            LaunchKind.Throwing => "throwing",
            LaunchKind.AllFalse => "all-false",
            LaunchKind.Unread => "unread",
            LaunchKind.Review => "review",
            LaunchKind.LostCommits => "lost-commits",
            _ => null,
        };
}
