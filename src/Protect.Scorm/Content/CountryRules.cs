using Protect.Scorm.Diagnostics;
using static Protect.Scorm.Diagnostics.Severity;

namespace Protect.Scorm.Content;

/// <summary>Diagnostics about countries and organisations.</summary>
internal static class CountryRules
{
    public static readonly DiagnosticRule UnknownCountry = new("unknown-country", Error,
        "“{0}” is not a country's code.{1}", "Use the two capital letters of ISO 3166-1, such as FR, GB or GR.");

    public static readonly DiagnosticRule NoCountryFile = new("no-country-file", Error,
        "The course has no {0}.{1}", "Write the file, or build for a country that has one.");

    public static readonly DiagnosticRule CountryNotNeeded = new("country-not-needed", Error,
        "The course does not declare which data of a country it needs.", "Add “country” with its slots to course.yaml, or build without a country.");

    public static readonly DiagnosticRule WrongCountryFile = new("wrong-country-file", Error,
        "The file is for the country “{0}”, but its name is {1}.", "Give file and country the same code.");

    public static readonly DiagnosticRule UnknownSlot = new("unknown-slot", Error,
        "There is no slot “{0}”.{1}", "The slots under “country” in course.yaml: {2}.");

    public static readonly DiagnosticRule MalformedSlot = new("malformed-slot", Error,
        "“{0}” is not a name for a slot.", "Use small letters and underscores, such as child_helpline.");

    public static readonly DiagnosticRule SlotInPlainText = new("slot-in-plain-text", Error,
        "“{0}” is plain text and cannot contain a country slot.", "Slots may contain links: move it to a text in Markdown.");

    public static readonly DiagnosticRule SlotInSentence = new("slot-in-sentence", Warning,
        "The slot “{0}” is inside a sentence. In “{1}” its words would need a grammatical case, which a name or a number cannot take.", "Write it after a colon, or begin a sentence, line, list item or cell with it: “Helpline: {{{{ country.{0} }}}}”.");

    public static readonly DiagnosticRule SlotUnjoined = new("slot-unjoined", Warning,
        "With the phrase of this slot, learners read “{0}”, which the language joins to one word.", "Write the slot after a colon, or change the words before it.");

    public static readonly DiagnosticRule MistypedSlot = new("mistyped-slot", Error,
        "“{0}” is neither a country slot nor a citation, so learners would read the braces.{1}", "Write {{{{ country.<slot> }}}} or {{{{ source.<id> }}}}, in small letters; to show double braces, write four: {{{{{{{{ x }}}}}}}}.");

    public static readonly DiagnosticRule BracesInPlainText = new("braces-in-plain-text", Error,
        "“{0}” is in plain text, where learners would read the braces.{1}", "Move a slot or citation to a text in Markdown; show double braces only there.");

    public static readonly DiagnosticRule EmptyEntry = new("empty-entry", Error,
        "This entry has nothing to show: no name, number, address or text, and no reason why there is none (“none”).", "Add one of them.");

    public static readonly DiagnosticRule MalformedDate = new("malformed-date", Error,
        "“{0}” is not a past date.", "Write year, month and day, such as 2026-11-24; it cannot be in the future.");

    public static readonly DiagnosticRule HalfChecked = new("half-checked", Error,
        "A check needs both the day and the person.", "Fill in “checked_on” and “checked_by”, or neither.");

    public static readonly DiagnosticRule MissingSlot = new("missing-slot", Error,
        "{0} has nothing for “{1}”, which the course needs.", "Add an entry that a person has checked, or “none” with the reason and its source.");

    public static readonly DiagnosticRule UncheckedEntry = new("unchecked-entry", Error,
        "Nobody has checked this entry for “{0}”.", "Dial the number or open the page, then fill in “checked_on” and “checked_by”.");

    public static readonly DiagnosticRule OldCheck = new("old-check", Error,
        "This entry for “{0}” was checked on {1}, more than {2} months ago.", "Check it again, and write the new day.");

    public static readonly DiagnosticRule CountryDraft = new("country-draft", Note,
        "{0} is a draft: {1} of {2} needed slots are missing, {3} of {4} entries are unchecked.", "Learners see phrases instead of numbers; “check --countries” shows what is left, and “build --release” refuses a draft.");

    public static readonly DiagnosticRule PageWithoutPlace = new("page-without-place", Error,
        "A page of a country needs either “replaces” or “after”, with the id of a page.{0}", "Name one page of the course.");

    public static readonly DiagnosticRule PaleColour = new("pale-colour", Error,
        "“{0}” is not a colour that can be read on white: it is {1}.", "Choose one with a contrast of at least 4.5 to 1, written as #1b5955.");

    public static readonly IReadOnlyList<DiagnosticRule> All =
    [
        UnknownCountry, NoCountryFile, CountryNotNeeded, WrongCountryFile, UnknownSlot, MalformedSlot, SlotInPlainText, SlotInSentence, SlotUnjoined, MistypedSlot, BracesInPlainText, EmptyEntry, MalformedDate, HalfChecked,
        MissingSlot, UncheckedEntry, OldCheck, CountryDraft, PageWithoutPlace, PaleColour,
    ];
}
