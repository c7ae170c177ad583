using System.Text.Json.Nodes;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Yaml;

/// <summary>One field of a shape, declared once: name, type, required or default, one sentence. Everything else is derived from it.</summary>
internal abstract class Field<TOwner>(string name, string summary)
{
    public string Name { get; } = name;

    /// <summary>One sentence for authors: in messages about a missing field, in the schema, in the reference.</summary>
    public string Summary { get; } = summary;

    public bool IsRequired { get; protected init; }

    /// <summary>How the default reads in the author reference; null when there is none.</summary>
    public string? DefaultWords { get; init; }

    /// <summary>True for what templates must not see: a right answer printed into a page would be there without the program too.</summary>
    public bool IsSecret { get; init; }

    public abstract string TypeNoun { get; }

    /// <summary>See <see cref="FieldFacts.Inner"/>.</summary>
    public abstract IReadOnlyList<FieldFacts> Inner { get; }

    public abstract JsonObject Schema(JsonObject definitions);

    /// <summary>False when the value stands there and cannot be read (already reported).</summary>
    internal abstract bool TryRead(YamlNode? node, DiagnosticBag bag, out object? value);

    internal abstract object? Show(TOwner owner);

    internal abstract YamlNode Rewrite(YamlNode node, string address, TextRewriter rewrite);
}

/// <summary>A field with its type. <paramref name="get"/> reads it back from the finished record, for templates and checks.</summary>
internal sealed class Field<TOwner, T>(string name, ValueType<T> type, Func<TOwner, T?> get, string summary)
    : Field<TOwner>(name, summary)
{
    private T? _default;

    public override string TypeNoun => type.Noun;

    public override IReadOnlyList<FieldFacts> Inner => type.Inner;

    public bool Required
    {
        init => IsRequired = value;
    }

    /// <summary>The value when the author writes nothing.</summary>
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
