using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Yaml;

/// <summary>
/// Node of a YAML file. The span of a list or map is its first character; that of a scalar is its first line.
/// </summary>
internal abstract record YamlNode(SourceSpan Span)
{
    /// <summary>The name of the node in messages: "text", "a list", "a group of fields".</summary>
    public abstract string Noun { get; }
}

internal sealed record YamlScalar(string Value, bool IsPlain, bool IsBlock, SourceSpan Span) : YamlNode(Span)
{
    /// <summary>The language of an untranslated text, where it differs from that of the edition; else null.</summary>
    public string? Language { get; init; }

    /// <summary>Where it is in the text of its file; for edits.</summary>
    public ScalarPlace Place { get; init; }

    /// <summary>True when the key has no value: nothing at all, <c>~</c> or <c>null</c>.</summary>
    public bool IsEmpty => IsPlain && Value is "" or "~" or "null";

    public override string Noun =>
        IsEmpty ? "nothing" : $"“{(Value.Length > 40 ? Value[..40] + "…" : Value).ReplaceLineEndings(" ").Trim()}”";
}

/// <summary>Place of a scalar in the text of its file, without the byte order mark.</summary>
/// <param name="Start">Offset of its first character: a quotation mark, or the indicator of a block.</param>
/// <param name="End">Offset after its last character; for a block, also after the blank lines that follow.</param>
/// <param name="Indent">Indentation of the list or group that contains it; -1 at the root.</param>
/// <param name="IsInFlow">True inside square brackets or braces.</param>
/// <param name="IsKey">True for a key.</param>
internal readonly record struct ScalarPlace(int Start, int End, int Indent, bool IsInFlow, bool IsKey);

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
