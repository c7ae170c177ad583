using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Yaml;

/// <summary>Adds the diagnostics about values that several types share.</summary>
internal static class Reports
{
    /// <summary>Reports a value of the wrong type.</summary>
    /// <param name="bag">Receives the diagnostic.</param>
    /// <param name="span">The place of the value.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="noun">The type that the value should have.</param>
    /// <param name="found">The value, or its type.</param>
    /// <param name="help">One sentence; null for “Write” and the noun.</param>
    public static void AddWrongType(
        this DiagnosticBag bag,
        SourceSpan span,
        string field,
        string noun,
        string found,
        string? help = null
    ) => bag.Add(YamlRules.WrongType, span, field, noun, found, help ?? $"Write {noun}.");

    /// <summary>Reports a field that is missing or has no value.</summary>
    /// <param name="bag">Receives the diagnostic.</param>
    /// <param name="group">The group that needs it, with a capital letter.</param>
    /// <param name="map">The fields of the group.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="about">A description of the field, one sentence.</param>
    public static void AddMissingField(this DiagnosticBag bag, string group, YamlMap map, string field, string about)
    {
        if (map.Find(field) is not { } entry)
            bag.Add(YamlRules.MissingField, map.Span, group, field, about, "", $"Add a line “{field}: …” here.");
        else if (TextLoss.CommentAfter(entry.Key) is var (span, text))
            bag.Add(
                YamlRules.MissingField,
                span,
                group,
                field,
                about,
                $", which is empty because “#” starts a comment (“{TextLoss.Shorten(text)}”)",
                "Put the whole text in quotation marks."
            );
        else
            bag.Add(
                YamlRules.MissingField,
                entry.Key.Span,
                group,
                field,
                about,
                ", which has nothing after it",
                $"Write the value after “{field}:”, or on the lines below it, indented by two spaces more."
            );
    }

    /// <summary>Reports a word that is not one of a fixed set.</summary>
    public static void AddUnknownValue(
        this DiagnosticBag bag,
        YamlScalar scalar,
        string field,
        string? hint,
        IEnumerable<string> known
    )
    {
        string[] all = [.. known];
        bag.Add(
            YamlRules.UnknownValue,
            scalar.Span,
            scalar.Value,
            field,
            Characters.Hint(scalar.Value) + (hint ?? Nearest.Hint(Characters.Visible(scalar.Value), all)),
            string.Join(", ", all)
        );
    }
}
