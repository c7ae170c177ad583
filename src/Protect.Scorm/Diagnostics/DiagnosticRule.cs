namespace Protect.Scorm.Diagnostics;

public enum Severity { Note, Warning, Error }

/// <summary>
/// One kind of finding. <see cref="Message"/> says what was found (with {0}-style places), <see cref="Help"/> says what to do about it in one sentence.
/// The slug is what authors search for and never changes once published.
/// </summary>
public record DiagnosticRule(string Slug, Severity Severity, string Message, string Help);

/// <summary>One finding at one place.</summary>
public sealed record Diagnostic(DiagnosticRule Rule, SourceSpan Span, string Message, string Help)
{
    public bool IsError => Rule.Severity == Severity.Error;
}
