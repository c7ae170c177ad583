using System.Text.RegularExpressions;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>
/// Replaces <c>{{ organisation.name }}</c> in the texts of tools by the value in the organisation's file, or by a
/// blank.
/// </summary>
internal static partial class OrganisationSlots
{
    /// <summary>Fills the slots of one text.</summary>
    /// <param name="place">The position of the text in the source.</param>
    /// <param name="text">The text in the language of the edition.</param>
    /// <param name="organisation">The organisation of the package; null for none.</param>
    /// <param name="bag">Receives the diagnostics.</param>
    public static YamlScalar Fill(TextPlace place, YamlScalar text, Organisation? organisation, DiagnosticBag bag)
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
                    if (!ToolSlots.OfOrganisation.Contains(id))
                        bag.Add(
                            ToolRules.UnknownOrganisationSlot,
                            here,
                            id,
                            Nearest.Hint(id, ToolSlots.OfOrganisation),
                            string.Join(", ", ToolSlots.OfOrganisation)
                        );
                    else if (!place.IsMarkdown)
                        bag.Add(CountryRules.SlotInPlainText, here, place.Address);
                    else
                        return ValueOf(id, organisation) ?? ToolSlots.Blank($"{ToolSlots.Organisation}{id}");
                    return "";
                }
            );
        return filled == text.Value ? text : text with { Value = filled };
    }

    private static string? ValueOf(string id, Organisation? organisation) =>
        id switch
        {
            ToolSlots.Name => organisation is null ? null : CountrySlots.Escape(organisation.Name.Value),
            ToolSlots.Contact => organisation?.Contact?.Markdown.Trim(),
            ToolSlots.Lead => organisation?.Lead?.Markdown.Trim(),
            _ => organisation?.Policy is { } policy ? $"[{CountrySlots.Escape(policy.Value)}]({policy.Value})" : null,
        };

    [GeneratedRegex(@"(?<!\{)\{\{\s*organisation\.([A-Za-z0-9_.-]*)\s*\}\}(?!\})")]
    private static partial Regex Reference();
}
