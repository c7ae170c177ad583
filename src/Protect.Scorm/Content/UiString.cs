namespace Protect.Scorm.Content;

/// <summary>
/// Key of a player text for use in a template. Rendering looks it up in the strings of the course's language.
/// </summary>
internal sealed record UiString(string Key)
{
    public static readonly UiString True = new("true");
    public static readonly UiString False = new("false");
}
