using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>
/// Replaces <c>{{ source.convention }}</c> in texts by the citation of the source, and records the cited sources.
/// </summary>
/// <param name="sources">The sources that the course declares, in the language of the edition.</param>
internal sealed partial class Citations(IReadOnlyList<Source> sources)
{
    private readonly ConcurrentDictionary<string, bool> _cited = new(StringComparer.Ordinal);

    /// <summary>The sources cited so far, in order of declaration.</summary>
    public IReadOnlyList<Source> Cited => [.. sources.Where(source => _cited.ContainsKey(source.Id.Value))];

    /// <summary>Fills the citations of one text. Thread-safe.</summary>
    public YamlScalar Fill(TextPlace place, YamlScalar text, DiagnosticBag bag)
    {
        if (!text.Value.Contains("{{", StringComparison.Ordinal))
            return text;
        var written = new RichText(text.Value, text.Span, text.IsBlock);
        string filled = Reference()
            .Replace(
                text.Value,
                match =>
                {
                    SourceSpan here = written.Locate(match.Index, match.Length);
                    string id = match.Groups[1].Value;
                    Source? source = sources.FirstOrDefault(known => known.Id.Value == id);
                    string[] ids = [.. sources.Select(known => known.Id.Value)];
                    if (!place.IsMarkdown)
                        bag.Add(SourceRules.SourceInPlainText, here, place.Address);
                    else if (source is null)
                        bag.Add(
                            SourceRules.UnknownSource,
                            here,
                            id,
                            Nearest.Hint(id, ids),
                            ids.Length == 0 ? "none" : string.Join(", ", ids)
                        );
                    else if (source.Confidence.Value == SourceConfidence.Uncertain)
                        bag.Add(SourceRules.UncertainSource, here, id);
                    if (source is null || !place.IsMarkdown)
                        return "";
                    _cited[id] = true;
                    return CitationText.Of(source);
                }
            );
        return filled == text.Value ? text : text with { Value = filled };
    }

    [GeneratedRegex(@"(?<!\{)\{\{\s*source\.([A-Za-z0-9_.-]*)\s*\}\}(?!\})")]
    private static partial Regex Reference();
}
