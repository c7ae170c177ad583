using System.Text.Json.Nodes;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Yaml;

/// <summary>What the reference, the schema and the tests need to know of any shape.</summary>
internal interface IShape
{
    string Name { get; }

    string Summary { get; }

    IReadOnlyList<FieldFacts> Facts { get; }

    JsonObject Reference(JsonObject definitions);
}

/// <summary>A field as the author reference prints it.</summary>
internal sealed record FieldFacts(string Name, string TypeNoun, bool IsRequired, string? DefaultWords, string Summary)
{
    /// <summary>The fields of the group, or of each item of the list, this field holds; empty for plain values and for groups with a page of their own.</summary>
    public IReadOnlyList<FieldFacts> Inner { get; init; } = [];
}

/// <summary>
/// The one declaration of a group of fields. The reader, the messages for unknown and missing keys, the JSON schema, the author reference
/// and what templates see all come from it.
/// </summary>
internal sealed class Shape<T>(
    string name,
    string summary,
    IReadOnlyList<Field<T>> fields,
    Func<FieldValues<T>, T> make
) : IShape
    where T : class
{
    public string Name => name;

    public string Summary => summary;

    /// <summary>A fixed key that is read elsewhere and must not be called unknown (<c>type</c> of blocks).</summary>
    public string? Discriminator { get; init; }

    /// <summary>True when the author reference describes this shape under a heading of its own.</summary>
    public bool HasOwnEntry { get; init; }

    public IReadOnlyList<FieldFacts> Facts =>
        [
            .. fields.Select(f => new FieldFacts(f.Name, f.TypeNoun, f.IsRequired, f.DefaultWords, f.Summary)
            {
                Inner = f.Inner,
            }),
        ];

    /// <summary>Null when a required field is missing or unreadable; everything found is reported.</summary>
    public T? Read(YamlMap map, DiagnosticBag bag)
    {
        ReportUnknown(map, bag);
        var values = new FieldValues<T>(map);
        bool whole = true;
        foreach (Field<T> field in fields)
        {
            YamlEntry? entry = map.Find(field.Name);
            bool empty = entry is null or { Value: YamlScalar { IsEmpty: true } };
            if (empty && field.IsRequired)
            {
                bag.Add(YamlRules.MissingField, entry?.Key.Span ?? map.Span, Title, field.Name, field.Summary);
                whole = false;
            }
            bool read = field.TryRead(empty ? null : entry!.Value, bag, out object? value);
            whole &= read || !field.IsRequired;
            values.Set(field, value);
        }
        return whole ? make(values) : null;
    }

    /// <summary>True where an id that is unique in the course begins the address of all texts inside.</summary>
    public bool BeginsAddress { get; init; }

    /// <summary>See <see cref="ValueType{T}.Rewrite"/>.</summary>
    public YamlMap Rewrite(YamlMap map, string address, TextRewriter rewrite)
    {
        if ((BeginsAddress || Discriminator is not null) && map.Find("id")?.Value is YamlScalar { IsEmpty: false } id)
            address = $"{(Discriminator is null ? name : "item")}.{id.Value}";
        return map with
        {
            Entries =
            [
                .. map.Entries.Select(entry =>
                    fields.FirstOrDefault(field => field.Name == entry.Key.Value) is { } field
                        ? entry with
                        {
                            Value = field.Rewrite(entry.Value, address, rewrite),
                        }
                        : entry
                ),
            ],
        };
    }

    /// <summary>The fields of a record as a template sees them; absent ones are null.</summary>
    public IReadOnlyDictionary<string, object?> Show(T owner) =>
        fields.Where(field => !field.IsSecret).ToDictionary(field => field.Name, field => field.Show(owner));

    public JsonObject Reference(JsonObject definitions)
    {
        if (!definitions.ContainsKey(name))
        {
            definitions[name] = new JsonObject();
            definitions[name] = Schema(definitions);
        }
        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    private string Title => Discriminator is null ? $"The {name}" : $"The block “{name}”";

    private JsonObject Schema(JsonObject definitions)
    {
        var properties = new JsonObject();
        if (Discriminator is not null)
            properties[Discriminator] = new JsonObject { ["const"] = name, ["description"] = summary };
        foreach (Field<T> field in fields)
            properties[field.Name] = field.Schema(definitions);
        IEnumerable<string> required = fields.Where(f => f.IsRequired).Select(f => f.Name);
        if (Discriminator is not null)
            required = required.Prepend(Discriminator);
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["description"] = summary,
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        if (required.Any())
            schema["required"] = new JsonArray([.. required.Select(r => JsonValue.Create(r))]);
        return schema;
    }

    private void ReportUnknown(YamlMap map, DiagnosticBag bag)
    {
        foreach (YamlScalar key in map.Entries.Select(entry => entry.Key))
        {
            if (key.Value == Discriminator || fields.Any(field => field.Name == key.Value))
                continue;
            string[] known = [.. fields.Select(f => f.Name)];
            bag.Add(
                YamlRules.UnknownField,
                key.Span,
                Title,
                key.Value,
                Nearest.Hint(key.Value, known),
                string.Join(", ", known)
            );
        }
    }
}

/// <summary>The values read for one record, by the fields that declare them.</summary>
internal sealed class FieldValues<T>(YamlMap map)
{
    private readonly Dictionary<Field<T>, object?> _values = [];

    /// <summary>The first key of the group: where to point for faults of the whole.</summary>
    public SourceSpan Span => map.Span;

    /// <summary>False for a field the shape does not have.</summary>
    public bool Has(Field<T> field) => _values.ContainsKey(field);

    public TValue? Get<TValue>(Field<T, TValue> field) => (TValue?)_values[field];

    /// <summary>A required field's value.</summary>
    public TValue Need<TValue>(Field<T, TValue> field) => (TValue)_values[field]!;

    /// <summary>Where a field's name is written, or the group when it is not.</summary>
    public SourceSpan SpanOf(Field<T> field) => map.Find(field.Name)?.Key.Span ?? map.Span;

    internal void Set(Field<T> field, object? value) => _values[field] = value;
}
