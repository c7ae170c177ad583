using System.Text.Json.Nodes;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Yaml;

/// <summary>
/// Type of a field's value: how to read it, describe it in the JSON schema, name it to authors and show it to
/// templates.
/// </summary>
internal abstract class ValueType<T>
{
    /// <summary>The name of the type in messages: "text", "a whole number", "true or false".</summary>
    public abstract string Noun { get; }

    /// <summary>
    /// Reads the node or reports why it cannot. <paramref name="field"/> is the name to use in messages.
    /// </summary>
    public abstract bool TryRead(YamlNode node, string field, DiagnosticBag bag, out T value);

    /// <summary>
    /// Returns the JSON schema of the value. Named shapes are added to <paramref name="definitions"/> once and
    /// referenced.
    /// </summary>
    public abstract JsonObject Schema(JsonObject definitions);

    /// <summary>The form of the value in templates.</summary>
    public virtual Shown Shown => Shown.Text;

    /// <summary>The form of a list of such values in templates.</summary>
    public virtual Shown ShownInList => Shown.List;

    /// <summary>See <see cref="FieldDescription.Inner"/>.</summary>
    public virtual IReadOnlyList<FieldDescription> Inner => [];

    /// <summary>
    /// Converts the value for templates: text, number, boolean, model value, or a list or map of these.
    /// </summary>
    public virtual object? Show(T value) => value;

    /// <summary>Replaces the texts of a node; nodes that cannot be read stay unchanged.</summary>
    /// <param name="node">The node of the source file.</param>
    /// <param name="address">See <see cref="TextPlace.Address"/>.</param>
    /// <param name="about">See <see cref="TextPlace.About"/>.</param>
    /// <param name="rewrite">Called once per text, in source order.</param>
    public virtual YamlNode Rewrite(YamlNode node, string address, string about, TextRewriter rewrite) => node;

    /// <summary>True for text that people read, in which a comment is probably a part of the text.</summary>
    public virtual bool IsProse => false;

    /// <summary>The names of the fields of a nested group, or of the entries of a list; empty for others.</summary>
    public virtual IReadOnlyList<string> InnerNames => [];

    /// <summary>Returns an example of the value that holds a text: “text: …”.</summary>
    public virtual string ExampleOf(string text) => text;

    /// <summary>Returns what to do about a value of the wrong type; null for “Write” and the noun.</summary>
    protected virtual string? HelpFor(YamlNode node, string field) => null;

    protected bool Wrong(YamlNode node, string field, DiagnosticBag bag, out T value)
    {
        string? help = HelpFor(node, field);
        string found = node.Noun;
        if (node is YamlScalar { IsEmpty: true } && TextLoss.CommentIn(node.Span) is { } comment)
        {
            found = $"empty, because “#” starts a comment (“{TextLoss.Shorten(comment)}”)";
            help = "Put the whole text in quotation marks.";
        }
        else if (Shown == Shown.Flag && node is YamlScalar { IsPlain: false })
            found = $"the text {node.Noun} in quotation marks";
        bag.AddWrongType(node.Span, field, Noun, found, help);
        value = default!;
        return false;
    }
}

/// <summary>Value type that is written as one scalar.</summary>
internal abstract class ScalarType<T> : ValueType<T>
{
    public sealed override bool TryRead(YamlNode node, string field, DiagnosticBag bag, out T value) =>
        node is YamlScalar { IsEmpty: false } scalar
            ? TryParse(scalar, field, bag, out value)
            : Wrong(node, field, bag, out value);

    protected abstract bool TryParse(YamlScalar scalar, string field, DiagnosticBag bag, out T value);
}
