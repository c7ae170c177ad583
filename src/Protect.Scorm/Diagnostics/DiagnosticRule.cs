namespace Protect.Scorm.Diagnostics;

/// <summary>Severity of a diagnostic.</summary>
public enum Severity
{
    /// <summary>Information that needs no action.</summary>
    Note,

    /// <summary>A weakness; the package is still built.</summary>
    Warning,

    /// <summary>A defect; no package is built until it is fixed.</summary>
    Error,
}

/// <summary>
/// Kind of diagnostic. <see cref="Message"/> says what is wrong, with placeholders such as {0}; <see cref="Help"/> says
/// in one sentence what to do. Authors search for the slug, so it never changes once published.
/// </summary>
public record DiagnosticRule(string Slug, Severity Severity, string Message, string Help);

/// <summary>A diagnostic at one place in a file.</summary>
public sealed record Diagnostic(DiagnosticRule Rule, SourceSpan Span, string Message, string Help)
{
    /// <summary>True when it prevents the package.</summary>
    public bool IsError => Rule.Severity == Severity.Error;
}
