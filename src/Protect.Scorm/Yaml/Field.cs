using System.Text.Json.Nodes;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Yaml;

/// <summary>
/// Declaration of one field of a shape: name, type, required or default, and a one-sentence description. Reader, schema
/// and reference derive from it.
/// </summary>
internal abstract class Field<TOwner>(string name, string summary)
{
    public string Name { get; } = name;

    /// <summary>A one-sentence description for authors, used in messages, the schema and the reference.</summary>
    public string Summary { get; } = summary;

    public bool IsRequired { get; protected init; }

    /// <summary>The default as the author reference shows it; null when there is none.</summary>
    public string? DefaultWords { get; init; }

    /// <summary>
    /// True for a field hidden from templates, such as a right answer, which must not appear in the HTML.
    /// </summary>
    public bool IsSecret { get; init; }

    /// <summary>True for a text that stays empty for a while, so that editors must not mark it as a mistake.</summary>
    public bool MayBeEmpty { get; init; }

    public abstract string TypeNoun { get; }

    /// <summary>See <see cref="ValueType{T}.IsProse"/>.</summary>
    public abstract bool IsProse { get; }

    /// <summary>See <see cref="ValueType{T}.InnerNames"/>.</summary>
    public abstract IReadOnlyList<string> InnerNames { get; }

    /// <summary>See <see cref="ValueType{T}.Shown"/>.</summary>
    public abstract Shown Shown { get; }

    /// <summary>See <see cref="FieldDescription.Inner"/>.</summary>
    public abstract IReadOnlyList<FieldDescription> Inner { get; }

    public abstract JsonObject Schema(JsonObject definitions);

    /// <summary>Reads the field; returns false when its value is invalid (reported).</summary>
    internal abstract bool TryRead(YamlNode? node, DiagnosticBag bag, out object? value);

    internal abstract object? Show(TOwner owner);

    internal abstract YamlNode Rewrite(YamlNode node, string address, TextRewriter rewrite);
}

/// <summary>
/// A field with its type. <paramref name="get"/> reads the value from the finished record, for templates and checks.
/// </summary>
internal sealed class Field<TOwner, T>(string name, ValueType<T> type, Func<TOwner, T?> get, string summary)
    : Field<TOwner>(name, summary)
{
    private T? _default;

    public override string TypeNoun => type.Noun;

    public override bool IsProse => type.IsProse;

    public override IReadOnlyList<string> InnerNames => type.InnerNames;

    public override Shown Shown => type.Shown;

    public override IReadOnlyList<FieldDescription> Inner => type.Inner;

    public bool Required
    {
        init => IsRequired = value;
    }

    /// <summary>The value of a field that the author left out.</summary>
    public T Default
    {
        init
        {
            _default = value;
            DefaultWords = type.Show(value)?.ToString()?.ToLowerInvariant();
        }
    }

    public override JsonObject Schema(JsonObject definitions)
    {
        JsonObject schema = type.Schema(definitions);
        if (schema.ContainsKey("$ref"))
            return new JsonObject { ["description"] = Summary, ["allOf"] = new JsonArray(schema) };
        if (MayBeEmpty)
            schema["type"]!.AsArray().Add((JsonNode)"null");
        schema["description"] = Summary;
        return schema;
    }

    internal override bool TryRead(YamlNode? node, DiagnosticBag bag, out object? value)
    {
        value = _default;
        if (node is null)
            return true;
        bool read = type.TryRead(node, Name, bag, out T typed);
        value = read ? typed : _default;
        return read;
    }

    internal override YamlNode Rewrite(YamlNode node, string address, TextRewriter rewrite) =>
        type.Rewrite(node, $"{address}.{Name}", Summary, rewrite);

    internal override object? Show(TOwner owner)
    {
        T? value = get(owner);
        return value is null ? null : type.Show(value);
    }
}
