using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Yaml;

/// <summary>
/// Explains field names that a group does not have: names from other tools, names of another group, and slips of
/// typing.
/// </summary>
internal static class OtherNames
{
    // A name from other tools, and the names that it may have here; the first that the group has is proposed.
    private static readonly (string Typed, string[] Here)[] FromOtherTools =
    [
        ("answers", ["options", "accept", "pairs"]),
        ("choices", ["options", "scale"]),
        ("distractors", ["wrong", "options"]),
        ("question", ["prompt"]),
        ("stem", ["prompt"]),
        ("statement", ["prompt"]),
        ("content", ["body", "text", "blocks"]),
        ("markdown", ["body", "text"]),
        ("html", ["body", "text"]),
        ("text", ["body", "prompt", "title"]),
        ("body", ["text", "prompt"]),
        ("heading", ["title"]),
        ("name", ["title", "id"]),
        ("label", ["title", "text"]),
        ("points", ["weight"]),
        ("score", ["weight"]),
        ("marks", ["weight"]),
        ("correct", ["right", "answer"]),
        ("incorrect", ["wrong"]),
        ("partial", ["partly"]),
        ("partially_correct", ["partly"]),
        ("explanation", ["feedback"]),
        ("rationale", ["feedback"]),
        ("solution", ["answer"]),
        ("image", ["src", "picture"]),
        ("img", ["src", "picture"]),
        ("file", ["src"]),
        ("url", ["src"]),
        ("path", ["src"]),
        ("subtitles", ["captions"]),
        ("min", ["least"]),
        ("minimum", ["least"]),
        ("max", ["most"]),
        ("maximum", ["most"]),
        ("margin", ["tolerance"]),
        ("randomize", ["shuffle", "shuffle_questions"]),
        ("random", ["shuffle", "shuffle_questions"]),
        ("passing_score", ["pass_mark"]),
        ("pass_score", ["pass_mark"]),
        ("mastery_score", ["pass_mark"]),
        ("retries", ["attempts"]),
        ("max_attempts", ["attempts"]),
        ("lang", ["language"]),
        ("license", ["licence"]),
        ("author", ["authors"]),
        ("time", ["duration"]),
        ("minutes", ["duration"]),
        ("tag", ["tags"]),
        ("reference", ["source", "url"]),
    ];

    // Where a field belongs that the group does not have; the second part is a field of the groups it concerns.
    private static readonly (string Typed, string Having, string Advice)[] Elsewhere =
    [
        ("answer", "options", "Mark the right option with “correct: true”."),
        ("answer", "pairs", "The matches themselves are the answer."),
        ("answer", "items", "The order in which the items are written is the answer."),
        ("answer", "gaps", "Write the right words of each gap under “accept”."),
        ("scorm", "", "The LMS and its reports are described under “tracking” in course.yaml."),
        ("pass_mark", "", "It belongs under “tracking” in course.yaml, or in the assessment."),
        ("weight", "", "It belongs to a question."),
        ("critical", "", "It belongs to a question."),
        ("prompt", "", "It belongs to a question."),
        ("options", "", "It belongs to a question of the type single-choice or multiple-choice."),
        ("correct", "", "It belongs to an option of a question."),
        ("feedback", "", "It belongs to a question or to an option."),
        ("right", "", "It belongs under “feedback” of a question."),
        ("wrong", "", "It belongs under “feedback” of a question."),
        ("partly", "", "It belongs under “feedback” of a question."),
        ("blocks", "", "It belongs to a page."),
        ("assessment", "", "It belongs to a page."),
        ("private", "", "It belongs to a page."),
        ("pages", "", "It belongs to a module, in a file in modules/."),
        ("questions", "", "It belongs to the assessment of a page."),
        ("modules", "", "It belongs in course.yaml."),
        ("glossary", "", "It belongs in course.yaml."),
        ("sources", "", "It belongs in course.yaml."),
        ("tracking", "", "It belongs in course.yaml."),
        ("type", "", "It belongs to a block or a question."),
    ];

    /// <summary>Returns a sentence about a name that a group does not have, after a space; may be empty.</summary>
    /// <param name="key">The name as written.</param>
    /// <param name="value">Its value.</param>
    /// <param name="known">The names of the group.</param>
    /// <param name="inner">Fields of the group that hold fields of their own, with their names.</param>
    public static string Hint(
        YamlScalar key,
        YamlNode value,
        IReadOnlyList<string> known,
        IEnumerable<(string Field, bool IsList, IReadOnlyList<string> Names)> inner
    )
    {
        string typed = key.Value;
        if (typed.Length > 1 && Characters.Dash(typed[0]) is { } dash && !char.IsLetter(typed[1]))
            return $" “{typed[0]}” is {dash}, not a hyphen: start each list item with “- ”.";
        string hidden = Characters.Hint(typed);
        string name = Characters.Visible(typed).Trim();
        if (value is YamlScalar { IsEmpty: true } && NameBefore(name, known) is { } cut)
            return $"{hidden} A space must follow the colon: “{cut}: {name[(cut.Length + 1)..].Trim()}”.";
        if (name.TrimEnd(':') is var single && single != name && known.Contains(single))
            return $"{hidden} One colon is enough: “{single}:”.";
        if (name.TrimStart('-') is var bare && bare != name && known.Contains(bare))
            return $"{hidden} A space must follow the hyphen of a list item: “- {bare}: …”.";
        if (hidden.Length > 0)
            return hidden + Nearest.Hint(name, known);
        foreach ((string field, bool isList, IReadOnlyList<string> names) in inner)
        {
            if (names.Contains(name))
                return isList
                    ? $" It belongs to an entry of “{field}”."
                    : $" It belongs under “{field}”, indented by two spaces more.";
        }
        foreach ((string other, string having, string advice) in Elsewhere)
        {
            if (other == name && having.Length > 0 && known.Contains(having))
                return $" {advice}";
        }
        string[] here = [.. FromOtherTools.Where(entry => entry.Typed == Plain(name)).SelectMany(entry => entry.Here)];
        if (here.FirstOrDefault(known.Contains) is { } proposed)
            return $" Did you mean “{proposed}”?";
        if (Elsewhere.FirstOrDefault(entry => entry.Typed == name && entry.Having.Length == 0).Advice is { } place)
            return $" {place}";
        return Nearest.Hint(name, known);
    }

    private static string Plain(string name) => name.ToLowerInvariant().Replace('-', '_').Replace(' ', '_');

    /// <summary>Returns the known name before the first colon or no-break space; null when there is none.</summary>
    private static string? NameBefore(string name, IReadOnlyList<string> known) =>
        name.IndexOf(':') is var at and > 0 && at < name.Length - 1 && known.Contains(name[..at].Trim())
            ? name[..at]
            : null;
}
