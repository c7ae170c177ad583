using Protect.Scorm.Diagnostics;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Translating;

/// <summary>Number of texts of a course in each state of translation.</summary>
internal sealed record TranslationCounts(int Total, int New, int Stale, int Translated, int Reviewed)
{
    /// <summary>True when a reviewer has read every text.</summary>
    public bool IsReviewed => Reviewed == Total;

    /// <summary>Counts the texts below the required state.</summary>
    public int Below(TranslationState required) =>
        required switch
        {
            TranslationState.Reviewed => New + Stale + Translated,
            TranslationState.Translated or TranslationState.Stale => New + Stale,
            _ => 0,
        };
}

/// <summary>Current texts of a course, each with its unit in a translation file.</summary>
internal sealed class Translation
{
    private readonly Dictionary<string, (TextPlace Place, TranslationUnit Unit)> _units;

    private Translation(string source, string target, Dictionary<string, (TextPlace, TranslationUnit)> units)
    {
        (Source, Target, _units) = (source, target, units);
    }

    /// <summary>Language of the source, BCP 47.</summary>
    public string Source { get; }

    /// <summary>Language of the translation, BCP 47.</summary>
    public string Target { get; }

    public TranslationFile File => new(Source, Target, [.. _units.Values.Select(item => item.Unit)]);

    /// <summary>The units that are new or stale.</summary>
    public TranslationFile Changed => File with { Units = [.. File.Units.Where(IsChanged)] };

    private static bool IsChanged(TranslationUnit unit) => unit.State < TranslationState.Translated;

    public TranslationCounts Counts =>
        new(
            _units.Count,
            CountOf(TranslationState.New),
            CountOf(TranslationState.Stale),
            CountOf(TranslationState.Translated),
            CountOf(TranslationState.Reviewed)
        );

    /// <summary>
    /// Joins the texts of the course with a file. A text whose source has changed is stale; a text that only moved is
    /// found by its source.
    /// </summary>
    public static Translation Join(IReadOnlyList<TextPlace> texts, TranslationFile? file, string source, string target)
    {
        TranslationUnit[] known = [.. file?.Units ?? []];
        var byId = known.ToDictionary(unit => unit.Id, StringComparer.Ordinal);
        var current = texts.DistinctBy(text => text.Address).ToDictionary(text => text.Address, StringComparer.Ordinal);
        // Units whose address now has another text; their own text may have moved.
        ILookup<string, TranslationUnit> loose = known
            .Where(unit => !current.TryGetValue(unit.Id, out TextPlace? place) || place.Text != unit.Source)
            .Where(unit => unit.Target.Length > 0)
            .ToLookup(unit => unit.Source, StringComparer.Ordinal);
        var units = new Dictionary<string, (TextPlace, TranslationUnit)>(StringComparer.Ordinal);
        foreach ((string address, TextPlace place) in current)
        {
            TranslationUnit? unit = byId.GetValueOrDefault(address);
            if (unit is null || unit.Source != place.Text)
                unit =
                    loose[place.Text].FirstOrDefault()
                    ?? (
                        unit is { Target.Length: > 0 }
                            ? unit with
                            {
                                State = TranslationState.Stale,
                                Review = null,
                                PreviousSource =
                                    unit.State == TranslationState.Stale ? unit.PreviousSource : unit.Source,
                            }
                            : null
                    );
            unit ??= new TranslationUnit
            {
                Id = address,
                Source = place.Text,
                Target = "",
                State = TranslationState.New,
                Span = place.Scalar.Span,
            };
            units[address] = (
                place,
                unit with
                {
                    Id = address,
                    Source = place.Text,
                    IsMarkdown = place.IsMarkdown,
                    About = place.About,
                }
            );
        }
        return new Translation(source, target, units);
    }

    /// <summary>Finds the unit and the text of an address; null when the course has no such text.</summary>
    public (TextPlace Place, TranslationUnit Unit)? Find(string address) =>
        _units.TryGetValue(address, out (TextPlace, TranslationUnit) found) ? found : null;

    public Translation With(TranslationUnit unit)
    {
        var units = new Dictionary<string, (TextPlace, TranslationUnit)>(_units, StringComparer.Ordinal)
        {
            [unit.Id] = (_units[unit.Id].Place, unit),
        };
        return new Translation(Source, Target, units);
    }

    /// <summary>Reports marks, links and slots that a translation lost or added.</summary>
    public void Check(DiagnosticBag bag)
    {
        foreach (
            (TextPlace place, TranslationUnit unit) in _units.Values.Where(item =>
                item.Unit.State >= TranslationState.Translated
            )
        )
            Check(place, unit, bag);
    }

    public static void Check(TextPlace place, TranslationUnit unit, DiagnosticBag bag)
    {
        (IReadOnlyList<string> lost, IReadOnlyList<string> added) = MarkupCodes.Compare(
            place.Text,
            unit.Target,
            place.IsMarkdown
        );
        if (lost.Count > 0)
            bag.Add(TranslatingRules.LostPlaceholder, unit.Span, unit.Id, Named(lost));
        if (added.Count > 0)
            bag.Add(TranslatingRules.AddedPlaceholder, unit.Span, unit.Id, Named(added));
    }

    /// <summary>Returns the translation, or the source marked with its language when there is none.</summary>
    public YamlScalar Rewrite(TextPlace place)
    {
        if (Find(place.Address) is not ({ } _, { State: >= TranslationState.Translated } unit))
            return place.Scalar with { Language = Source };
        return new YamlScalar(unit.Target, IsPlain: false, IsBlock: false, unit.Span);
    }

    private int CountOf(TranslationState state) => _units.Values.Count(item => item.Unit.State == state);

    private static string Named(IReadOnlyList<string> codes) =>
        string.Join(", ", codes.Take(5).Select(code => $"“{code.Trim()}”")) + (codes.Count > 5 ? ", …" : "");
}
