namespace Protect.Scorm.Yaml;

/// <summary>
/// Text that learners read, with its place in the source. It is translated and may contain country slots.
/// </summary>
/// <param name="Address">
/// Stable address: ids, and positions only below the nearest id (<c>page.welcome.blocks.2.title</c>).
/// </param>
/// <param name="Scalar">The text as written.</param>
/// <param name="IsMarkdown">False for plain text.</param>
/// <param name="About">The description of the field, one sentence.</param>
internal sealed record TextPlace(string Address, YamlScalar Scalar, bool IsMarkdown, string About)
{
    /// <summary>The text without leading and trailing white space, which YAML adds and readers do not see.</summary>
    public string Text => Scalar.Value.Trim();
}

/// <summary>Returns the text to use instead, or the same text to keep it.</summary>
internal delegate YamlScalar TextRewriter(TextPlace place);
