using System.Text.Json.Nodes;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Yaml;

/// <summary>A shape as the reference, the schema and the tests see it.</summary>
internal interface IShape
{
    string Name { get; }

    string Summary { get; }

    IReadOnlyList<FieldDescription> Fields { get; }

    JsonObject Reference(JsonObject definitions);
}

/// <summary>A field as the references for authors and templates print it.</summary>
internal sealed record FieldDescription(
    string Name,
    string TypeNoun,
    bool IsRequired,
    string? DefaultWords,
    string Summary
)
{
    /// <summary>
    /// The fields of the nested group, or of the items of a list; empty for plain values and for groups with their own
    /// heading.
    /// </summary>
    public IReadOnlyList<FieldDescription> Inner { get; init; } = [];

    /// <summary>The form of its value in templates.</summary>
    public Shown Shown { get; init; }

    /// <summary>True when templates do not see it.</summary>
    public bool IsSecret { get; init; }
}

/// <summary>
/// Declaration of a group of fields. The reader, the messages about unknown and missing keys, the JSON schema, the
/// author reference and the data for templates derive from it.
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

    /// <summary>A key that is read elsewhere and must not be reported as unknown (<c>type</c> of blocks).</summary>
    public string? Discriminator { get; init; }

    /// <summary>Its name in messages; null for the name itself.</summary>
    public string? Noun { get; init; }

    /// <summary>True when the author reference describes this shape under its own heading.</summary>
    public bool HasOwnEntry { get; init; }

    public IReadOnlyList<FieldDescription> Fields =>
        [
            .. fields.Select(f => new FieldDescription(f.Name, f.TypeNoun, f.IsRequired, f.DefaultWords, f.Summary)
            {
                Inner = f.Inner,
                Shown = f.Shown,
                IsSecret = f.IsSecret,
            }),
        ];

    /// <summary>Reads a record; null when a required field is missing or invalid. All faults are reported.</summary>
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
                bag.AddMissingField(Title, map, field.Name, field.Summary);
                whole = false;
            }
            else if (entry is not null && (empty || entry.Value.Span.Line > entry.Key.Span.Line))
                ReportLost(field, entry, bag);
            bool read = field.TryRead(empty ? null : entry!.Value, bag, out object? value);
            whole &= read || !field.IsRequired;
            values.Set(field, value);
        }
        return whole ? make(values) : null;
    }

    /// <summary>Returns the shape with one more field, whose value <paramref name="set"/> stores.</summary>
    public Shape<T> With<TValue>(Field<T, TValue> field, Action<T, TValue?> set) =>
        new(
            name,
            summary,
            [.. fields, field],
            values =>
            {
                T made = make(values);
                set(made, values.Get(field));
                return made;
            }
        )
        {
            Discriminator = Discriminator,
            HasOwnEntry = HasOwnEntry,
            BeginsAddress = BeginsAddress,
        };

    /// <summary>
    /// True when the id of the record is unique in the course, so that addresses of its texts start with it.
    /// </summary>
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

    /// <summary>Returns the fields of a record as a template sees them; missing ones are null.</summary>
    public IReadOnlyDictionary<string, object?> Show(T owner) =>
        fields.Where(field => !field.IsSecret).ToDictionary(field => field.Name, field => field.Show(owner));

    public JsonObject Reference(JsonObject definitions)
    {
        // A block and a group may share a name: “country” is both.
        string key = Discriminator is null ? name : $"{name}-block";
        if (!definitions.ContainsKey(key))
        {
            definitions[key] = new JsonObject();
            definitions[key] = Schema(definitions);
        }
        return new JsonObject { ["$ref"] = $"#/$defs/{key}" };
    }

    private string Title => Discriminator is null ? $"The {Noun ?? name}" : $"The block “{name}”";

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
        foreach ((YamlScalar key, YamlNode value) in map.Entries)
        {
            if (key.Value == Discriminator || fields.Any(field => field.Name == key.Value))
                continue;
            string[] known = [.. fields.Select(f => f.Name)];
            bag.Add(
                YamlRules.UnknownField,
                key.Span,
                Title,
                key.Value,
                OtherNames.Hint(
                    key,
                    value,
                    Discriminator is null ? known : [Discriminator, .. known],
                    fields.Select(field => (field.Name, field.Shown is not Shown.Group, field.InnerNames))
                ),
                string.Join(", ", known)
            );
        }
    }

    // An optional field may be empty, and a comment may follow it, but not what was meant as its value: “#1b5955”.
    private static void ReportLost(Field<T> field, YamlEntry entry, DiagnosticBag bag)
    {
        bool isEmpty = entry.Value is YamlScalar { IsEmpty: true },
            isGroup = field.TypeNoun is "a list" or "a group of fields";
        if (
            TextLoss.CommentAfter(entry.Key) is var (span, text)
            && (TextLoss.IsValue(text) || (isEmpty && !isGroup && (field.IsProse || field.TypeNoun != "text")))
        )
            bag.Add(YamlRules.LostAfterHash, span, TextLoss.Shorten(text), "");
    }

    /// <summary>The names of the fields, the required ones first.</summary>
    public IReadOnlyList<string> Names => [.. fields.OrderBy(f => f.IsRequired ? 0 : 1).Select(f => f.Name)];
}

/// <summary>The values read for one record, by field.</summary>
internal sealed class FieldValues<T>(YamlMap map)
{
    private readonly Dictionary<Field<T>, object?> _values = [];

    /// <summary>The first key of the group: the position of faults that concern the group itself.</summary>
    public SourceSpan Span => map.Span;

    /// <summary>Returns true when the shape has this field.</summary>
    public bool Has(Field<T> field) => _values.ContainsKey(field);

    public TValue? Get<TValue>(Field<T, TValue> field) => (TValue?)_values[field];

    /// <summary>Returns the value of a required field.</summary>
    public TValue Need<TValue>(Field<T, TValue> field) => (TValue)_values[field]!;

    /// <summary>Returns the value of a field; null when the author left it out.</summary>
    public TValue? IfWritten<TValue>(Field<T, TValue> field)
        where TValue : struct => map.Find(field.Name) is null ? null : (TValue?)_values[field];

    /// <summary>Returns the position of a field's name, or of the group when the field was left out.</summary>
    public SourceSpan SpanOf(Field<T> field) => map.Find(field.Name)?.Key.Span ?? map.Span;

    internal void Set(Field<T> field, object? value) => _values[field] = value;
}
