using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Exporting;

/// <summary>The fate of a part of a question in a format.</summary>
/// <param name="Kind">Kept, changed or lost.</param>
/// <param name="How">The form that it takes there; empty for a lost part, and for one that stays as it is.</param>
internal sealed record Fate(FateKind Kind, string How = "")
{
    public static readonly Fate Kept = new(FateKind.Kept);
    public static readonly Fate Lost = new(FateKind.Lost);

    /// <summary>Nothing is lost, although the format has another name for it.</summary>
    public static Fate As(string how) => new(FateKind.Kept, how);

    public static Fate Becomes(string how) => new(FateKind.Changed, how);
}

internal enum FateKind
{
    Kept,
    Changed,
    Lost,
}

/// <summary>
/// Table of the parts that a format keeps, changes and loses. The loss report and the table in the documentation
/// derive from it.
/// </summary>
/// <param name="Name">The name of the format in messages.</param>
/// <param name="Kinds">Each kind of question; a lost kind is left out.</param>
/// <param name="Parts">Each feature.</param>
/// <param name="Exceptions">Features whose fate is another one in some kinds of questions.</param>
internal sealed record FormatTable(
    string Name,
    IReadOnlyDictionary<string, Fate> Kinds,
    IReadOnlyDictionary<Feature, Fate> Parts,
    IReadOnlyDictionary<(string Kind, Feature Feature), Fate> Exceptions
)
{
    /// <summary>Returns the fate of a feature in a kind of question.</summary>
    public Fate Of(string kind, Feature feature) =>
        Exceptions.TryGetValue((kind, feature), out Fate? own) ? own : Parts[feature];

    /// <summary>Reports everything about a question that the format changes or loses.</summary>
    /// <returns>False when the question is left out.</returns>
    public bool Report(Question question, DiagnosticBag bag)
    {
        string id = question.Id.Value;
        Fate kind = Kinds[question.Slug];
        if (kind.Kind == FateKind.Lost)
        {
            bag.Add(ExportingRules.QuestionLeftOut, question.Id.Span, id, Name, NameOf(question.Slug));
            return false;
        }
        if (kind.Kind == FateKind.Changed)
            bag.Add(ExportingRules.KindChanged, question.Id.Span, id, Name, NameOf(question.Slug), kind.How);
        foreach ((Feature feature, SourceSpan span) in QuestionFeatures.Of(question))
            switch (Of(question.Slug, feature))
            {
                case { Kind: FateKind.Lost }:
                    bag.Add(ExportingRules.PartLost, span, id, Name, feature.Words);
                    break;
                case { Kind: FateKind.Changed } changed:
                    bag.Add(ExportingRules.PartChanged, span, id, Name, feature.Words, changed.How);
                    break;
            }
        return true;
    }

    /// <summary>Returns the kind of a question for a message: “a question of the kind matching”.</summary>
    private static string NameOf(string slug) => $"a question of the kind “{slug}”";

    /// <summary>Returns the kinds of questions, in the order of the author reference.</summary>
    public static IEnumerable<string> AllKinds =>
        BlockKinds.All.Where(kind => kind is IQuestionKind).Select(kind => kind.Slug);
}
