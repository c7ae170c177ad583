namespace Protect.Scorm.Rendering;

/// <summary>Finished HTML: the only type that templates print without encoding.</summary>
internal sealed record Html(string Text)
{
    public static readonly Html Empty = new("");

    public override string ToString() => Text;

    /// <summary>Encodes text for an element or a quoted attribute. Letters with accents are not changed.</summary>
    public static string Encode(string text) =>
        text.Replace("&", "&amp;")
            .Replace("<", "&lt;")
            .Replace(">", "&gt;")
            .Replace("\"", "&quot;")
            .Replace("'", "&#39;");
}
