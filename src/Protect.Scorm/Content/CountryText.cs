namespace Protect.Scorm.Content;

/// <summary>Markup of filled country slots, shared by the steps that write and render it.</summary>
internal static class CountryText
{
    /// <summary>The attribute that marks unchecked entries in a page.</summary>
    public const string Unchecked = "data-unchecked";
}
