namespace Protect.Scorm.Content;

/// <summary>A text of the player that a kind needs in its template; looked up in the strings of the course's language when the page is rendered.</summary>
internal sealed record UiString(string Key)
{
    public static readonly UiString True = new("true");
    public static readonly UiString False = new("false");
}
