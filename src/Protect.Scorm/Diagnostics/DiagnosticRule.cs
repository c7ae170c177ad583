namespace Protect.Scorm.Diagnostics;

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>Something to know.</summary>
    Note,

    /// <summary>Something that could be better; a package is made all the same.</summary>
    Warning,

    /// <summary>There is no package before it is mended.</summary>
    Error,
}

/// <summary>
/// One kind of finding. <see cref="Message"/> says what was found (with {0}-style places), <see cref="Help"/> says what to do about it in one sentence.
/// The slug is what authors search for and never changes once published.
/// </summary>
public record DiagnosticRule(string Slug, Severity Severity, string Message, string Help);

/// <summary>One finding at one place.</summary>
public sealed record Diagnostic(DiagnosticRule Rule, SourceSpan Span, string Message, string Help)
{
    /// <summary>True where it stops the package.</summary>
    public bool IsError => Rule.Severity == Severity.Error;
}
