using System.Globalization;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Importing;

/// <summary>Collects the losses of one import, in the order of the source. Their number is bounded.</summary>
internal sealed class LossReport
{
    private const int LongestName = 60;

    private readonly List<Diagnostic> _losses = [];
    private SourceSpan? _firstMore;
    private int _more;

    /// <summary>True once an error was added.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>The report.</summary>
    public IReadOnlyList<Diagnostic> All =>
        _firstMore is null
            ? _losses
            :
            [
                .. _losses,
                new Diagnostic(
                    ImportingRules.MoreLosses,
                    _firstMore,
                    string.Format(CultureInfo.InvariantCulture, ImportingRules.MoreLosses.Message, _more),
                    ImportingRules.MoreLosses.Help
                ),
            ];

    /// <summary>Adds a loss.</summary>
    /// <param name="rule">A row of <see cref="ImportingRules"/>.</param>
    /// <param name="place">The place in the source.</param>
    /// <param name="item">The name of the item; a long one is cut.</param>
    /// <param name="values">The values for {1}, {2} …</param>
    public void Add(DiagnosticRule rule, SourceSpan place, string item, params string[] values)
    {
        HasErrors |= rule.Severity == Severity.Error;
        if (_losses.Count >= ImportLimits.MostLosses && rule.Severity != Severity.Error)
        {
            _firstMore ??= place;
            _more++;
            return;
        }
        object[] all = [Short(item), .. values];
        string Fill(string pattern) => string.Format(CultureInfo.InvariantCulture, pattern, all);
        _losses.Add(new Diagnostic(rule, place, Fill(rule.Message), Fill(rule.Help)));
    }

    /// <summary>Adds the losses of a reader.</summary>
    public void AddAll(IEnumerable<Diagnostic> losses)
    {
        foreach (Diagnostic loss in losses)
        {
            HasErrors |= loss.IsError;
            _losses.Add(loss);
        }
    }

    /// <summary>Returns a text of the source for a message: one line, at most 60 characters.</summary>
    public static string Short(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        line = string.Concat(line.Where(letter => !char.IsControl(letter)));
        return line.Length > LongestName ? line[..(LongestName - 1)].TrimEnd() + "…" : line;
    }
}
