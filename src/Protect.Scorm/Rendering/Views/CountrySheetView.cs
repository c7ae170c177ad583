using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>The printable sheet of a country: contacts, authority, legal duties.</summary>
internal sealed record CountrySheetView(
    Course Course,
    OrganisationView? Organisation,
    IReadOnlyList<SheetPartView> Parts
)
{
    public static View<CountrySheetView> Names { get; } =
        new View<CountrySheetView>()
            .Group(
                "organisation",
                OrganisationView.Names,
                view => view.Organisation,
                "The organisation that offers the course; may be empty."
            )
            .List("parts", SheetPartView.Names, view => view.Parts, "The parts that have a slot.")
            .Text(
                "directory",
                view => view.Course.CountryNeeds?.Directory?.Value,
                "The address of a directory for all countries; may be empty."
            );

    /// <param name="course">A course with slots.</param>
    /// <param name="organisation">Its organisation; null for none.</param>
    /// <param name="strings">The texts of the player.</param>
    /// <param name="texts">Renders Markdown.</param>
    public static CountrySheetView Of(
        Course course,
        OrganisationView? organisation,
        UiStrings strings,
        Func<RichText, Html> texts
    ) =>
        new(
            course,
            organisation,
            [
                .. course
                    .CountryNeeds!.Slots.GroupBy(slot => slot.Part)
                    .OrderBy(slots => slots.Key)
                    .Select(slots => new SheetPartView(
                        slots.Key,
                        strings.Page[$"country_{Word(slots.Key)}"],
                        strings.Page[$"country_ask_{Word(slots.Key)}"],
                        Asking([.. slots.Select(slot => SheetSlotView.Of(slot, course, texts))])
                    )),
            ]
        );

    /// <summary>Returns the slots with what is known first, and marks the first one that asks for something.</summary>
    private static IReadOnlyList<SheetSlotView> Asking(IReadOnlyList<SheetSlotView> slots)
    {
        SheetSlotView[] ordered = [.. slots.OrderBy(slot => slot.Asks)];
        SheetSlotView? first = ordered.FirstOrDefault(slot => slot.Asks);
        return [.. ordered.Select(slot => slot with { IsFirstToAsk = slot == first })];
    }

    private static string Word(SlotPart part) => part.ToString().ToLowerInvariant();
}

/// <summary>A part of the sheet.</summary>
/// <param name="Part">The part.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Ask">The person or service to ask for what is missing.</param>
/// <param name="Slots">Its slots.</param>
internal sealed record SheetPartView(SlotPart Part, string Title, string Ask, IReadOnlyList<SheetSlotView> Slots)
{
    public static View<SheetPartView> Names { get; } =
        new View<SheetPartView>()
            .Text("title", view => view.Title, "The heading.")
            .Text("ask", view => view.Ask, "The person or service to ask for what is missing.")
            .Flag("law", view => view.Part == SlotPart.Law, "True for what the law asks.")
            .List("slots", SheetSlotView.Names, view => view.Slots, "The slots.");
}

/// <summary>A slot on the sheet, with its checked entries only.</summary>
internal sealed record SheetSlotView(CountrySlot Slot, Html Empty, IReadOnlyList<CountryEntryView> Entries)
{
    /// <summary>True for the first slot of its part that asks for something.</summary>
    public bool IsFirstToAsk { get; init; }

    private bool IsLaw => Slot.Part == SlotPart.Law;

    private bool AsksWorker => IsLaw && Entries.All(entry => (entry.Worker ?? entry.None) is null);

    private bool AsksVolunteer => IsLaw && Entries.All(entry => (entry.Volunteer ?? entry.None) is null);

    public bool Asks => IsLaw ? AsksWorker || AsksVolunteer : Entries.Count == 0 && !Slot.IsCertain;

    public static View<SheetSlotView> Names { get; } =
        new View<SheetSlotView>()
            .Text("title", view => view.Slot.Title.Value, "The heading.")
            .Html("empty", view => view.Empty, "The text for a country without an entry.")
            .Flag("certain", view => view.Slot.IsCertain, "True when `empty` is right in every country.")
            .List("checked", CountryEntryView.Names, view => view.Entries, "The checked entries.")
            .Flag("asks", view => view.Asks, "True when something is missing, to be filled in by hand.")
            .Flag("first", view => view.IsFirstToAsk, "True for the first slot of its part with something missing.")
            .Flag("asks_worker", view => view.AsksWorker, "True when the duty of workers is missing.")
            .Flag("asks_volunteer", view => view.AsksVolunteer, "True when the duty of volunteers is missing.");

    public static SheetSlotView Of(CountrySlot slot, Course course, Func<RichText, Html> texts) =>
        new(
            slot,
            texts(slot.Empty),
            [
                .. course
                    .Entries.Of(slot)
                    .Where(entry => entry.Checked is not null)
                    .Select(entry => CountryEntryView.Of(entry, texts)),
            ]
        );
}
