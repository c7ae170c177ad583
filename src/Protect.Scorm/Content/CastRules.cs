using Protect.Scorm.Diagnostics;
using static Protect.Scorm.Diagnostics.Severity;

namespace Protect.Scorm.Content;

/// <summary>Diagnostics about the people of the stories in a course.</summary>
internal static class CastRules
{
    public static readonly DiagnosticRule RepeatedPerson = new("repeated-person", Error,
        "The person “{0}” is declared twice.", "Give each person an id of their own.");

    public static readonly DiagnosticRule UnknownPerson = new("unknown-person", Error,
        "There is no person “{0}” in the cast.{1}", "Add the person under “cast” in course.yaml, or correct the id.");

    public static readonly DiagnosticRule UnusedPerson = new("unused-person", Warning,
        "“{0}” speaks nowhere in the course.", "Use the person as “speaker”, or remove the entry.");

    public static readonly DiagnosticRule PortraitWithoutAlt = new("portrait-without-alt", Error,
        "The portrait of “{0}” has no text alternative.", "Add “alt: …” that says what it shows.");

    public static readonly DiagnosticRule WhoAndSpeaker = new("who-and-speaker", Error,
        "This turn names its speaker twice.", "Keep “speaker” for a person of the cast, or “who” for a plain name.");

    public static readonly IReadOnlyList<DiagnosticRule> All =
    [
        RepeatedPerson, UnknownPerson, UnusedPerson, PortraitWithoutAlt, WhoAndSpeaker,
    ];
}
