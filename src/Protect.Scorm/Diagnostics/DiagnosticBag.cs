using System.Globalization;

namespace Protect.Scorm.Diagnostics;

/// <summary>
/// Collects diagnostics. A step adds to it and continues; only <see cref="CourseCompiler"/> decides when to stop.
/// </summary>
public sealed class DiagnosticBag
{
    private readonly HashSet<Diagnostic> _all = [];

    /// <summary>True once an error was added.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>All diagnostics, ordered by file, line and column.</summary>
    public IReadOnlyList<Diagnostic> Sorted =>
        [
            .. _all.OrderBy(d => d.Span.File.Path, StringComparer.Ordinal)
                .ThenBy(d => d.Span.Line)
                .ThenBy(d => d.Span.Column)
                .ThenBy(d => d.Rule.Slug, StringComparer.Ordinal)
                .ThenBy(d => d.Message, StringComparer.Ordinal),
        ];

    /// <summary>Removes the notes and warnings that match; errors always stay.</summary>
    /// <returns>True when at least one was removed.</returns>
    public bool Remove(Predicate<Diagnostic> which) =>
        _all.RemoveWhere(finding => !finding.IsError && which(finding)) > 0;

    /// <summary>Adds a diagnostic; the arguments fill the placeholders of the rule’s message and help.</summary>
    public void Add(DiagnosticRule rule, SourceSpan span, params object?[] args)
    {
        string Fill(string pattern) => string.Format(CultureInfo.InvariantCulture, pattern, args);
        Add(new Diagnostic(rule, span, Fill(rule.Message), Fill(rule.Help)));
    }

    /// <summary>Adds a diagnostic. Adding an equal one again has no effect.</summary>
    public void Add(Diagnostic finding)
    {
        _all.Add(finding);
        HasErrors |= finding.IsError;
    }

    /// <summary>Adds the diagnostics of an earlier reading or of another bag.</summary>
    internal void AddAll(IEnumerable<Diagnostic> findings)
    {
        foreach (Diagnostic finding in findings)
            Add(finding);
    }
}
