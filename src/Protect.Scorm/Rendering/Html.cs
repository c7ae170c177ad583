namespace Protect.Scorm.Rendering;

/// <summary>Finished HTML. The only type that templates print without encoding.</summary>
internal sealed record Html(string Text)
{
    public static readonly Html Empty = new("");

    public override string ToString() => Text;

    /// <summary>Text for an element or a quoted attribute. Only what HTML needs is encoded: accents stay letters.</summary>
    public static string Encode(string text) =>
        text.Replace("&", "&amp;")
            .Replace("<", "&lt;")
            .Replace(">", "&gt;")
            .Replace("\"", "&quot;")
            .Replace("'", "&#39;");
}
