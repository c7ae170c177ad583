namespace Protect.Scorm.Yaml;

/// <summary>A text for readers, where the author wrote it: what is translated, and where country slots may stand.</summary>
/// <param name="Address">Stable: made of ids, and of positions only below the nearest id (<c>page.welcome.blocks.2.title</c>).</param>
/// <param name="Scalar">As it was written.</param>
/// <param name="IsMarkdown">False for plain text.</param>
/// <param name="About">What the field is for, in one sentence.</param>
internal sealed record TextPlace(string Address, YamlScalar Scalar, bool IsMarkdown, string About)
{
    /// <summary>The text without blanks around it, which YAML adds and readers do not see.</summary>
    public string Text => Scalar.Value.Trim();
}

/// <summary>Gives the text that stands at a place instead; the same one to leave it.</summary>
internal delegate YamlScalar TextRewriter(TextPlace place);
