using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Importing;

/// <summary>Value of a field in a draft: text, a number or a truth value, a list, or a group of fields.</summary>
internal abstract record DraftValue
{
    /// <summary>Makes a text; Markdown where the field takes Markdown.</summary>
    public static implicit operator DraftValue(string text) => new DraftText(text);

    /// <summary>Makes a truth value.</summary>
    public static implicit operator DraftValue(bool value) => new DraftLiteral(value ? "true" : "false");

    /// <summary>Makes a whole number.</summary>
    public static implicit operator DraftValue(int value) => new DraftLiteral($"{value}");

    /// <summary>Makes a number, written with a dot.</summary>
    public static implicit operator DraftValue(decimal value) =>
        new DraftLiteral(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Makes a list of texts.</summary>
    public static DraftList Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (DraftValue)text)]);

    /// <summary>Makes a list of values.</summary>
    public static DraftList List(IEnumerable<DraftValue> values) => new([.. values]);
}

/// <summary>Text. Several lines become a YAML block; quotation marks are added where YAML needs them.</summary>
internal sealed record DraftText(string Value) : DraftValue;

/// <summary>A number or a truth value, written as it is.</summary>
internal sealed record DraftLiteral(string Written) : DraftValue;

/// <summary>A list.</summary>
internal sealed record DraftList(IReadOnlyList<DraftValue> Items) : DraftValue;

/// <summary>A field of a group.</summary>
/// <param name="Name">The name in our format, such as <c>prompt</c>.</param>
/// <param name="Value">The value.</param>
/// <param name="Comment">A decision that the author has to take, printed above the field; null for none.</param>
internal sealed record DraftField(string Name, DraftValue Value, string? Comment);

/// <summary>
/// Group of fields of our format, in the order in which they are written: a block, a question, or a group inside one.
/// </summary>
internal sealed record DraftNode : DraftValue
{
    private readonly List<DraftField> _fields = [];

    /// <summary>Makes a group inside a block or question, without a type.</summary>
    public DraftNode() { }

    /// <summary>Makes a block or question.</summary>
    /// <param name="type">The kind in our format, such as <c>single-choice</c>.</param>
    public DraftNode(string type) => Type = type;

    /// <summary>The kind of the block or question; null for a group inside one.</summary>
    public string? Type { get; }

    /// <summary>
    /// The id or name in the source; the stable id is made from it, and a second import finds the item by it. Null when
    /// the source has none: then the text is used.
    /// </summary>
    public string? SourceId { get; init; }

    /// <summary>The place in the source; null for a group inside a block.</summary>
    public SourceSpan? Origin { get; init; }

    /// <summary>A decision that the author has to take, printed above the block; null for none.</summary>
    public string? Comment { get; set; }

    /// <summary>The stable id, given by <see cref="DraftIds"/>; null before, and for blocks that have none.</summary>
    public string? Id { get; set; }

    /// <summary>The fields in order.</summary>
    public IReadOnlyList<DraftField> Fields => _fields;

    /// <summary>Returns the value of a field; null when there is none.</summary>
    public DraftValue? this[string name] => _fields.Find(field => field.Name == name)?.Value;

    /// <summary>Returns a text field; null when there is none.</summary>
    public string? Text(string name) => (this[name] as DraftText)?.Value;

    /// <summary>
    /// Adds a field, or replaces the value of one that exists. Null, an empty text, an empty list and an empty group
    /// add nothing.
    /// </summary>
    /// <param name="name">The name in our format.</param>
    /// <param name="value">The value.</param>
    /// <param name="comment">A decision for the author, such as “decide: which licence?”.</param>
    public DraftNode Set(string name, DraftValue? value, string? comment = null)
    {
        if (value is null or DraftText { Value: "" } or DraftList { Items: [] } or DraftNode { Type: null, Fields: [] })
            return this;
        int at = _fields.FindIndex(field => field.Name == name);
        if (at >= 0)
            _fields[at] = new DraftField(name, value, comment ?? _fields[at].Comment);
        else
            _fields.Add(new DraftField(name, value, comment));
        return this;
    }

    /// <summary>Removes a field.</summary>
    public void Remove(string name) => _fields.RemoveAll(field => field.Name == name);
}
