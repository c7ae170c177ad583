using System.Globalization;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Model;
using Protect.Scorm.Reading;

namespace Protect.Scorm.Cli;

/// <summary>Table with one line per country and slot: its state, the age of its check, and who checked it.</summary>
internal static class CountryTable
{
    public static int Print(IReadOnlyList<string> folders)
    {
        DateOnly today = DateOnly.FromDateTime(DateTime.UtcNow);
        bool sound = true;
        foreach (string path in folders)
        {
            var bag = new DiagnosticBag();
            var course = new CourseSource(SourceFolder.Course(path, CourseArguments.Shown(path)));
            if (course.Read(bag) is { CountryNeeds: { } needs })
            {
                foreach (string code in CountryReader.Countries(course.Folder))
                {
                    if (course.Country(code, bag) is not { } country)
                        continue;
                    foreach (CountrySlot slot in needs.Slots)
                        Print(code, slot, [.. country.Of(slot)], needs, today);
                }
            }
            foreach (Diagnostic finding in bag.Sorted)
                Console.Error.WriteLine(DiagnosticText.Format(finding));
            sound &= !bag.HasErrors;
        }
        return sound ? ExitCodes.Success : ExitCodes.CourseHasErrors;
    }

    private static void Print(string code, CountrySlot slot, CountryEntry[] entries, CountryNeeds needs, DateOnly today)
    {
        if (entries.Length == 0)
            Line(code, slot, slot.IsRequired ? "MISSING" : "empty", "", "", "");
        foreach (CountryEntry entry in entries)
        {
            int months = slot.IsHelpline ? needs.OldestHelplineCheck : needs.OldestCheck;
            string state =
                entry.Checked is not { } day ? "unchecked"
                : day.AddMonths(months) < today ? "old"
                : entry.None is null ? "checked"
                : "none";
            string age = entry.Checked is { } on
                ? string.Create(CultureInfo.InvariantCulture, $"{today.DayNumber - on.DayNumber} days")
                : "";
            Line(
                code,
                slot,
                state,
                age,
                entry.CheckedBy?.Value ?? "",
                entry.Name?.Value ?? (entry.None ?? entry.About)?.Markdown ?? entry.Number?.Value ?? ""
            );
        }
    }

    private static void Line(string code, CountrySlot slot, string state, string age, string who, string what) =>
        Console.Out.WriteLine($"{code}  {slot.Id.Value, -20} {state, -10} {age, -9} {who, -20} {what}".TrimEnd());
}
