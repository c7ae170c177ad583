using Protect.Scorm.Diagnostics;
using static Protect.Scorm.Diagnostics.Severity;

namespace Protect.Scorm.Content;

/// <summary>Diagnostics about the sources of a course.</summary>
internal static class SourceRules
{
    public static readonly DiagnosticRule UnknownSource = new("unknown-source", Error,
        "There is no source “{0}”.{1}", "The sources under “sources” in course.yaml: {2}.");

    public static readonly DiagnosticRule RepeatedSource = new("repeated-source", Error,
        "The source “{0}” is declared twice.", "Give each source an id of its own.");

    public static readonly DiagnosticRule UncertainSource = new("uncertain-source", Error,
        "“{0}” is uncertain and must not be cited.", "Find a source that a person has read, or remove the claim.");

    public static readonly DiagnosticRule SourceInPlainText = new("source-in-plain-text", Error,
        "“{0}” is plain text and cannot contain a citation.", "A citation contains a link: move it to a text in Markdown.");

    public static readonly DiagnosticRule UnusedSource = new("unused-source", Warning,
        "Nothing cites the source “{0}”.", "Cite it next to the claim that it supports, or remove it.");

    public static readonly IReadOnlyList<DiagnosticRule> All = [UnknownSource, RepeatedSource, UncertainSource, SourceInPlainText, UnusedSource];
}
