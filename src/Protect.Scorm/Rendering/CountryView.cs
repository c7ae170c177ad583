using System.Text.RegularExpressions;
using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>Prepares a country's entries for the slots of a block. Unchecked numbers are left out.</summary>
internal sealed partial class CountryView(Course course, Markdown markdown)
{
    public IReadOnlyDictionary<string, object?> Of(CountryBlock block) =>
        new Dictionary<string, object?>
        {
            ["slots"] = block
                .Slots.Select(slot => course.CountryNeeds?.Find(slot.Value))
                .OfType<CountrySlot>()
                .Select(object? (slot) => Of(slot))
                .ToList(),
            ["directory"] = course.CountryNeeds?.Directory?.Value,
            ["name"] = course.Country?.Name.Value,
            ["leave_out"] = course.CountryNeeds?.Unchecked == UncheckedEntries.LeaveOut,
            ["to_confirm"] = course.CountryNeeds is { } needs ? markdown.Render(needs.ToConfirm) : null,
        };

    private Dictionary<string, object?> Of(CountrySlot slot)
    {
        CountryEntry[] entries = [.. course.Country?.Of(slot) ?? []];
        // An unchecked entry must not replace an “empty” text that is right in every country.
        bool leavesOut = slot.IsCertain || course.CountryNeeds?.Unchecked == UncheckedEntries.LeaveOut;
        return new Dictionary<string, object?>
        {
            ["title"] = slot.Title.Value,
            ["empty"] = markdown.Render(slot.Empty),
            // An edition for a country is a draft while an entry is missing or unchecked; a generic one is not.
            ["unchecked"] =
                course.Country is not null
                && !slot.IsCertain
                && (entries.Length == 0 || entries.Any(entry => entry.Checked is null)),
            ["entries"] = entries
                .Where(entry => entry.Checked is not null || (!leavesOut && MayBeNamed(entry)))
                .Select(object? (entry) => Of(entry))
                .ToList(),
        };
    }

    // The name of a helpline often contains its number.
    private static bool MayBeNamed(CountryEntry entry) => entry.Name is { } name && !name.Value.Any(char.IsDigit);

    private Dictionary<string, object?> Of(CountryEntry entry)
    {
        bool good = entry.Checked is not null;
        return new Dictionary<string, object?>
        {
            ["checked"] = good,
            ["name"] = entry.Name?.Value,
            ["none"] = entry.None is { } none && good ? markdown.Render(none) : null,
            ["number"] = good ? entry.Number?.Value : null,
            ["tel"] = good && entry.Number is { } number ? Dialled().Replace(number.Value, "") : null,
            ["url"] = good ? entry.Url?.Value : null,
            ["about"] = good && entry.About is { } about ? markdown.Render(about) : null,
            ["hours"] = good ? entry.Hours?.Value : null,
            ["languages"] = good ? entry.Languages?.Value : null,
            ["checked_on"] = good ? entry.CheckedOn?.Value : null,
            ["language"] =
                course.Country?.Language.Value == course.Language.Value ? null : course.Country?.Language.Value,
        };
    }

    [GeneratedRegex(@"[^0-9+]")]
    private static partial Regex Dialled();
}
