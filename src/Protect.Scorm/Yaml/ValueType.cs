using System.Text.Json.Nodes;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Yaml;

/// <summary>
/// One type of value a field can hold: how it is read, described in the JSON schema, named to authors, and shown to templates.
/// </summary>
internal abstract class ValueType<T>
{
    /// <summary>As it stands in a sentence: "text", "a whole number", "true or false".</summary>
    public abstract string Noun { get; }

    /// <summary>Reads the node or reports why not. <paramref name="field"/> is the name to use in messages.</summary>
    public abstract bool TryRead(YamlNode node, string field, DiagnosticBag bag, out T value);

    /// <summary>The JSON schema of the value. Named shapes are put into <paramref name="definitions"/> once and referred to.</summary>
    public abstract JsonObject Schema(JsonObject definitions);

    /// <summary>See <see cref="FieldFacts.Inner"/>.</summary>
    public virtual IReadOnlyList<FieldFacts> Inner => [];

    /// <summary>What a template sees: text, numbers, booleans, model values, lists, or maps of these.</summary>
    public virtual object? Show(T value) => value;

    /// <summary>The node with its texts as <paramref name="rewrite"/> gives them; nodes that cannot be read stay as they are.</summary>
    /// <param name="node">What the author typed.</param>
    /// <param name="address">See <see cref="TextPlace.Address"/>.</param>
    /// <param name="about">See <see cref="TextPlace.About"/>.</param>
    /// <param name="rewrite">Called once a text, in the order they stand.</param>
    public virtual YamlNode Rewrite(YamlNode node, string address, string about, TextRewriter rewrite) => node;

    protected bool Wrong(YamlNode node, string field, DiagnosticBag bag, out T value)
    {
        bag.Add(YamlRules.WrongType, node.Span, field, Noun, node.Noun);
        value = default!;
        return false;
    }
}

/// <summary>A value type that is one scalar: text in, value out.</summary>
internal abstract class ScalarType<T> : ValueType<T>
{
    public sealed override bool TryRead(YamlNode node, string field, DiagnosticBag bag, out T value) =>
        node is YamlScalar { IsEmpty: false } scalar
            ? TryParse(scalar, field, bag, out value)
            : Wrong(node, field, bag, out value);

    protected abstract bool TryParse(YamlScalar scalar, string field, DiagnosticBag bag, out T value);
}
