using System.Globalization;

namespace Protect.Scorm.Diagnostics;

/// <summary>Collects what the steps find. Steps add to it and go on; only the front door decides when to stop.</summary>
public sealed class DiagnosticBag
{
    private readonly HashSet<Diagnostic> _all = [];

    /// <summary>True once an error was added.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Findings by file, line and column, in that order.</summary>
    public IReadOnlyList<Diagnostic> Sorted =>
        [
            .. _all.OrderBy(d => d.Span.File.Path, StringComparer.Ordinal)
                .ThenBy(d => d.Span.Line)
                .ThenBy(d => d.Span.Column)
                .ThenBy(d => d.Rule.Slug, StringComparer.Ordinal)
                .ThenBy(d => d.Message, StringComparer.Ordinal),
        ];

    /// <summary>Takes back findings that are no errors. False when there was none.</summary>
    public bool Remove(Predicate<Diagnostic> which) =>
        _all.RemoveWhere(finding => !finding.IsError && which(finding)) > 0;

    /// <summary>Adds a finding; the arguments fill the places of the rule’s message and help.</summary>
    public void Add(DiagnosticRule rule, SourceSpan span, params object?[] args)
    {
        string Fill(string pattern) => string.Format(CultureInfo.InvariantCulture, pattern, args);
        Add(new Diagnostic(rule, span, Fill(rule.Message), Fill(rule.Help)));
    }

    /// <summary>Adds a finding. One that is there already changes nothing.</summary>
    public void Add(Diagnostic finding)
    {
        _all.Add(finding);
        HasErrors |= finding.IsError;
    }
}
