using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>Slots in the texts of tools that become blanks while nobody has filled them.</summary>
internal static class ToolSlots
{
    public const string Country = "country.",
        Organisation = "organisation.";

    public const string Name = "name",
        Contact = "contact",
        Lead = "safeguarding_lead",
        Policy = "policy";

    /// <summary>The slots of the organisation.</summary>
    public static IReadOnlyList<string> OfOrganisation { get; } = [Name, Contact, Lead, Policy];

    /// <summary>Returns the blank of a slot: a field without a declaration.</summary>
    public static string Blank(string slot) => $"[[{Tool.SlotMark}{slot}]]";
}
