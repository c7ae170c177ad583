namespace Protect.Scorm.Content;

/// <summary>What texts of country slots have in common between the step that fills them in and the one that prints them.</summary>
internal static class CountryText
{
    /// <summary>Marks, in a page, what nobody has checked.</summary>
    public const string Unchecked = "data-unchecked";
}
