using System.Text.RegularExpressions;
using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>A country's entries for the slots of a block. Unchecked numbers are left out.</summary>
internal sealed record CountryView(
    Course Course,
    FileNames Files,
    IReadOnlyList<CountrySlotView> Slots,
    Html? ToConfirm
)
{
    public static View<CountryView> Names { get; } =
        new View<CountryView>()
            .List("slots", CountrySlotView.Names, view => view.Slots, "The slots of the block.")
            .Text(
                "directory",
                view => view.Course.CountryNeeds?.Directory?.Value,
                "The address of a directory for all countries; may be empty."
            )
            .Text("file", view => view.Files.Country, "The file of the printable sheet.")
            .Text("name", view => view.Course.Country?.Name.Value, "The country; empty in a package without one.")
            .Flag(
                "leave_out",
                view => view.Course.CountryNeeds?.Unchecked == UncheckedEntries.LeaveOut,
                "True when unchecked entries are left out."
            )
            .Html("to_confirm", view => view.ToConfirm, "The text for entries that are not checked.");

    /// <param name="block">The block.</param>
    /// <param name="course">Its course.</param>
    /// <param name="files">The names of the files of its language.</param>
    /// <param name="texts">Renders Markdown.</param>
    public static CountryView Of(CountryBlock block, Course course, FileNames files, Func<RichText, Html> texts) =>
        new(
            course,
            files,
            [
                .. block
                    .Slots.Select(slot => course.CountryNeeds?.Find(slot.Value))
                    .OfType<CountrySlot>()
                    .Select(slot => CountrySlotView.Of(slot, course, texts)),
            ],
            course.CountryNeeds is { } needs ? texts(needs.ToConfirm) : null
        );
}

/// <summary>A slot with the country's entries.</summary>
internal sealed record CountrySlotView(
    CountrySlot Slot,
    Html Empty,
    bool IsUnchecked,
    IReadOnlyList<CountryEntryView> Entries
)
{
    public static View<CountrySlotView> Names { get; } =
        new View<CountrySlotView>()
            .Text("title", view => view.Slot.Title.Value, "The heading.")
            .Html("empty", view => view.Empty, "The text for a country without an entry.")
            .Flag("unchecked", view => view.IsUnchecked, "True when a checked entry is missing.")
            .List("entries", CountryEntryView.Names, view => view.Entries, "The entries.");

    public static CountrySlotView Of(CountrySlot slot, Course course, Func<RichText, Html> texts)
    {
        CountryEntry[] entries = [.. course.Entries.Of(slot)];
        // An unchecked entry must not replace an “empty” text that is right in every country.
        bool leavesOut = slot.IsCertain || course.CountryNeeds?.Unchecked == UncheckedEntries.LeaveOut;
        return new CountrySlotView(
            slot,
            texts(slot.Empty),
            // An edition for a country is a draft while an entry is missing or unchecked; a generic one is not.
            (course.Country is not null || entries.Length > 0)
                && !slot.IsCertain
                && (entries.Length == 0 || entries.Any(entry => entry.Checked is null)),
            [
                .. entries
                    .Where(entry => entry.Checked is not null || (!leavesOut && MayBeNamed(entry)))
                    .Select(entry => CountryEntryView.Of(entry, texts)),
            ]
        );
    }

    // The name of a helpline often contains its number.
    private static bool MayBeNamed(CountryEntry entry) => entry.Name is { } name && !name.Value.Any(char.IsDigit);
}

/// <summary>An entry of a slot. Of an unchecked one, only the name is shown.</summary>
internal sealed partial record CountryEntryView(
    CountryEntry Entry,
    Html? None,
    Html? About,
    Html? Worker,
    Html? Volunteer
)
{
    private CountryEntry? Good => Entry.Checked is null ? null : Entry;

    public static View<CountryEntryView> Names { get; } =
        new View<CountryEntryView>()
            .Flag(
                "checked",
                view => view.Good is not null,
                "True once a person has checked it; else only `name` is set."
            )
            .Text("name", view => view.Entry.Name?.Value, "The name; may be empty.")
            .Text(
                "name_language",
                view => view.Entry.NameLanguage?.Value,
                "The language of the name; empty when it is the language of the course."
            )
            .Text("gloss", view => view.Good?.Gloss?.Value, "The meaning of the name; may be empty.")
            .Html("none", view => view.None, "Why there is no such service; may be empty.")
            .Text("number", view => view.Good?.Number?.Value, "The phone number; may be empty.")
            .Text(
                "tel",
                view => view.Good?.Number is { } number ? Dialled().Replace(number.Value, "") : null,
                "The phone number for a link."
            )
            .Text("url", view => view.Good?.Url?.Value, "The address; may be empty.")
            .Html("about", view => view.About, "The description; may be empty.")
            .Html("worker", view => view.Worker, "The legal duty of a worker; may be empty.")
            .Html("volunteer", view => view.Volunteer, "The legal duty of a volunteer; may be empty.")
            .Text("hours", view => view.Good?.Hours?.Value, "When it can be reached; may be empty.")
            .Text("languages", view => view.Good?.Languages?.Value, "The languages it speaks; may be empty.")
            .Text("checked_on", view => view.Good?.CheckedOn?.Value, "The date of the check.")
            .Text(
                "language",
                view => view.Entry.TextLanguage,
                "The language of the texts; empty when it is the language of the course."
            );

    public static CountryEntryView Of(CountryEntry entry, Func<RichText, Html> texts)
    {
        Html? Checked(RichText? text) => text is null || entry.Checked is null ? null : texts(text);
        return new CountryEntryView(
            entry,
            Checked(entry.None),
            Checked(entry.About),
            Checked(entry.Worker),
            Checked(entry.Volunteer)
        );
    }

    [GeneratedRegex(@"[^0-9+]")]
    private static partial Regex Dialled();
}
