using System.Text.Json;
using Protect.Scorm.Inspecting;

namespace Protect.Scorm.Cli.Play;

/// <summary>What the scripted learner is to do.</summary>
internal enum Errand
{
    /// <summary>To the end, answering right where the answers are known.</summary>
    Pass,

    /// <summary>To the end, answering wrong, until no attempt is left.</summary>
    Fail,

    /// <summary>Into the middle.</summary>
    Half,

    /// <summary>A few steps.</summary>
    Short,
}

/// <summary>One launch to be made.</summary>
/// <param name="Kind">What is special about it.</param>
/// <param name="SimulatedLms">The LMS it is launched in (src/browser/lms/personalities.ts).</param>
/// <param name="Seconds">The most time the learner takes.</param>
/// <param name="Acts">The most things the learner does in a course whose answers are not known.</param>
internal sealed record LaunchOrder(LaunchKind Kind, string SimulatedLms, Errand Errand, int Seconds, int Acts)
{
    /// <summary>What the LMS holds before, by element.</summary>
    public IReadOnlyDictionary<string, string> Before { get; init; } = new Dictionary<string, string>();

    /// <summary>The window is ended from outside instead of being closed.</summary>
    public bool IsKilled => Errand == Errand.Half;

    /// <summary>The argument of protectOpen (src/browser/play/lms-page.ts).</summary>
    public void WriteOpening(Utf8JsonWriter json, string href)
    {
        json.WriteString("href", href);
        json.WriteString("as", SimulatedLms);
        json.WriteString("spoil", Spoil);
        json.WriteBoolean("nested", Kind == LaunchKind.NoOptional);
        json.WriteStartObject("before");
        foreach ((string element, string value) in Before)
            json.WriteString(element, value);
        json.WriteEndObject();
    }

    /// <summary>The argument of learner.run (src/browser/play/learner.ts).</summary>
    public void WriteErrand(Utf8JsonWriter json)
    {
        json.WriteString("what", Errand.ToString().ToLowerInvariant());
        json.WriteNumber("seconds", Seconds);
        json.WriteNumber("acts", Acts);
    }

    /// <summary>The fault by its name in src/browser/play/spoils.ts.</summary>
    private string? Spoil =>
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
