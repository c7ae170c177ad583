using Protect.Scorm.Diagnostics;
using static Protect.Scorm.Diagnostics.Severity;

namespace Protect.Scorm.Content;

/// <summary>What can be wrong with the sources of a course. A table.</summary>
internal static class SourceRules
{
    public static readonly DiagnosticRule UnknownSource = new("unknown-source", Error,
        "There is no source “{0}”.{1}", "Sources stand under “sources” in course.yaml: {2}.");

    public static readonly DiagnosticRule RepeatedSource = new("repeated-source", Error,
        "The source “{0}” is declared twice.", "Give each source an id of its own.");

    public static readonly DiagnosticRule UncertainSource = new("uncertain-source", Error,
        "“{0}” is uncertain, so that nothing may rest on it.", "Find a source somebody has read, or take the claim out.");

    public static readonly DiagnosticRule SourceInPlainText = new("source-in-plain-text", Error,
        "A source is cited in “{0}”, which is plain text.", "A citation holds a link; put it into a text in Markdown.");

    public static readonly DiagnosticRule UnusedSource = new("unused-source", Warning,
        "Nothing cites the source “{0}”.", "Cite it beside the claim that rests on it, or take it out.");

    public static readonly IReadOnlyList<DiagnosticRule> All = [UnknownSource, RepeatedSource, UncertainSource, SourceInPlainText, UnusedSource];
}
