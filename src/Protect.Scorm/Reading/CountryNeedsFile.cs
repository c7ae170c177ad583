using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>The <c>country:</c> group of course.yaml.</summary>
internal static class CountryNeedsFile
{
    private static readonly Field<CountrySlot, Located<string>> Id = new(
        "id",
        Values.Verbatim(40),
        s => s.Id,
        "Small letters and underscores, such as child_helpline; texts refer to it as {{ country.child_helpline }}."
    )
    {
        Required = true,
    };

    private static readonly Field<CountrySlot, Located<string>> Title = new(
        "title",
        Values.Text(200),
        s => s.Title,
        "The heading of the slot."
    )
    {
        Required = true,
    };

    private static readonly Field<CountrySlot, RichText> Empty = new(
        "empty",
        CourseValues.Line,
        s => s.Empty,
        "Phrase for a sentence when there is no checked entry, such as “the child helpline of your country”."
    )
    {
        Required = true,
    };

    private static readonly Field<CountrySlot, bool> Helpline = new(
        "helpline",
        Values.Boolean,
        s => s.IsHelpline,
        "True for numbers to call: they are checked more often."
    )
    {
        Default = false,
    };

    private static readonly Field<CountrySlot, bool> Required = new(
        "required",
        Values.Boolean,
        s => s.IsRequired,
        "True when a release needs an entry, or the reason why there is none."
    )
    {
        Default = true,
    };

    private static readonly Field<CountrySlot, bool> Certain = new(
        "certain",
        Values.Boolean,
        s => s.IsCertain,
        "True when “empty” is right in every country of the course, such as 112 in Europe: "
            + "it then appears without “to_confirm” until an entry is checked."
    )
    {
        Default = false,
    };

    private static readonly Field<CountrySlot, Located<SlotPart>> Part = new(
        "part",
        Values.OneOf(("call", SlotPart.Call), ("decides", SlotPart.Decides), ("law", SlotPart.Law)),
        s => new Located<SlotPart>(s.Part, s.Id.Span),
        "The part of the printable sheet: call (whom to call), decides (who decides) or law (what the law asks). "
            + "Left out: call."
    );

    private static readonly Shape<CountrySlot> Slot = new(
        "slot",
        "A placeholder that each country fills.",
        [Id, Title, Empty, Helpline, Required, Certain, Part],
        v => new CountrySlot(
            v.Need(Id),
            v.Need(Title),
            v.Need(Empty),
            v.Get(Helpline),
            v.Get(Required),
            v.Get(Certain),
            v.Get(Part)?.Value ?? SlotPart.Call
        )
    );

    private static readonly Field<CountryNeeds, IReadOnlyList<CountrySlot>> Slots = new(
        "slots",
        Values.ListOf(Values.Nested(Slot)),
        n => n.Slots,
        "The slots."
    )
    {
        Required = true,
    };

    private static readonly Field<CountryNeeds, RichText> ToConfirm = new(
        "to_confirm",
        CourseValues.Line,
        n => n.ToConfirm,
        "Text that replaces an unchecked number, such as “to be confirmed by your organisation”."
    )
    {
        Required = true,
    };

    private static readonly Field<CountryNeeds, Located<UncheckedEntries>> Unchecked = new(
        "unchecked",
        Values.OneOf(("to-confirm", UncheckedEntries.ToConfirm), ("leave-out", UncheckedEntries.LeaveOut)),
        n => new Located<UncheckedEntries>(n.Unchecked, null!),
        "How to show an unchecked entry: its name with “to_confirm”, or not at all. Left out: to-confirm."
    );

    private static readonly Field<CountryNeeds, Located<int>> Oldest = new(
        "oldest_check",
        Values.Integer(1, 60),
        _ => null,
        "Months after which a check is too old for a release. Left out: 6."
    );

    private static readonly Field<CountryNeeds, Located<int>> OldestHelpline = new(
        "oldest_helpline_check",
        Values.Integer(1, 60),
        _ => null,
        "The same for helplines. Left out: 3."
    );

    private static readonly Field<CountryNeeds, Located<string>> Directory = new(
        "directory",
        Values.Verbatim(1000),
        n => n.Directory,
        "The https address of a directory of help in any country."
    );

    public static Shape<CountryNeeds> Fields { get; } =
        new(
            "country",
            "The data that the course needs about a country.",
            [Slots, ToConfirm, Unchecked, Oldest, OldestHelpline, Directory],
            v => new CountryNeeds
            {
                Slots = v.Need(Slots),
                ToConfirm = v.Need(ToConfirm),
                Unchecked = v.Get(Unchecked)?.Value ?? UncheckedEntries.ToConfirm,
                OldestCheck = v.Get(Oldest)?.Value ?? 6,
                OldestHelplineCheck = v.Get(OldestHelpline)?.Value ?? 3,
                Directory = v.Get(Directory),
            }
        )
        {
            HasOwnEntry = true,
        };
}
