using System.Text.RegularExpressions;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>Checks that the names of slots can be used in texts, and that blocks show only declared slots.</summary>
internal sealed partial class CountryPlaces : ICourseCheck
{
    public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        string[] slots = [.. course.CountryNeeds?.Slots.Select(slot => slot.Id.Value) ?? []];
        foreach (CountrySlot slot in course.CountryNeeds?.Slots ?? [])
        {
            if (!Name().IsMatch(slot.Id.Value))
                bag.Add(CountryRules.MalformedSlot, slot.Id.Span, slot.Id.Value);
        }
        foreach (
            Located<string> named in BlockParts.Blocks(course).OfType<CountryBlock>().SelectMany(block => block.Slots)
        )
        {
            if (!slots.Contains(named.Value))
                bag.Add(
                    CountryRules.UnknownSlot,
                    named.Span,
                    named.Value,
                    Nearest.Hint(named.Value, slots),
                    slots.Length == 0 ? "none" : string.Join(", ", slots)
                );
        }
        AssetRules.CheckWebAddress(course.CountryNeeds?.Directory, "directory", bag);
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex Name();
}
