using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Yaml;

/// <summary>What the author typed at one place. The span of a list or map is its first character; of a scalar, its first line.</summary>
internal abstract record YamlNode(SourceSpan Span)
{
    /// <summary>How the node is named to an author: "text", "a list", "a group of fields".</summary>
    public abstract string Noun { get; }
}

internal sealed record YamlScalar(string Value, bool IsPlain, bool IsBlock, SourceSpan Span) : YamlNode(Span)
{
    /// <summary>The language it is in, where that is not the language of the edition: a text that has no translation yet.</summary>
    public string? Language { get; init; }

    /// <summary>True for nothing at all, <c>~</c> and <c>null</c>: the key stands there without a value.</summary>
    public bool IsEmpty => IsPlain && Value is "" or "~" or "null";

    public override string Noun =>
        IsEmpty ? "nothing" : $"“{(Value.Length > 40 ? Value[..40] + "…" : Value).ReplaceLineEndings(" ").Trim()}”";
}

internal sealed record YamlList(IReadOnlyList<YamlNode> Items, SourceSpan Span) : YamlNode(Span)
{
    public override string Noun => "a list";
}

internal sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, SourceSpan Span) : YamlNode(Span)
{
    public override string Noun => "a group of fields";

    public YamlEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Value == key);
}

internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
