using System.Text.RegularExpressions;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Formulas;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>Warns of questions that can be guessed, and of questions without useful feedback.</summary>
internal sealed partial class QuestionQuality : ICourseCheck
{
    public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        Words words = Words.Of(course.Language.Value);
        foreach ((_, Question question, _) in course.Questions)
        {
            CheckPrompt(question, words, bag);
            CheckFeedback(question, words, bag);
            IReadOnlyList<Choice> options = OptionsOf(question);
            CheckOptions(options, words, bag);
            CheckOverlap(options, bag);
            CheckAlike(options, bag);
            if (question.Core is { IsCritical: true, Source: null })
                bag.Add(QualityRules.CriticalWithoutSource, question.Id.Span, question.Id.Value);
        }
    }

    private static IReadOnlyList<Choice> OptionsOf(Question question) =>
        question switch
        {
            SingleChoice single => single.Options,
            MultipleChoice several => several.Options,
            HotspotChoice spots => spots.Options,
            _ => [],
        };

    private static void CheckPrompt(Question question, Words words, DiagnosticBag bag)
    {
        string[] found = [.. words.Negations.Matches(question.Core.Prompt.Markdown).Select(match => match.Value)];
        if (found.Length > 1)
            bag.Add(QualityRules.DoubleNegative, question.Core.Prompt.Span, string.Join(", ", found));
    }

    private static void CheckFeedback(Question question, Words words, DiagnosticBag bag)
    {
        if (!BlockKinds.Of(question).IsMarked)
            return;
        Feedback feedback = question.Core.Feedback;
        foreach (RichText text in new[] { feedback.Right, feedback.Wrong, feedback.Partly }.OfType<RichText>())
        {
            if (words.Verdicts.IsMatch(Letters().Replace(text.Markdown, " ").Trim()))
                bag.Add(QualityRules.ThinFeedback, text.Span);
        }
        bool ofOptions =
            OptionsOf(question).Any(option => option.Feedback is not null)
            || question is TrueFalse { WhenTrue: not null } or TrueFalse { WhenFalse: not null };
        bool ofEndings = question is Branching branching && branching.Nodes.Any(node => node.Ending is not null);
        if (feedback is { Right: null, Wrong: null } && !ofOptions && !ofEndings)
            bag.Add(QualityRules.NoFeedback, question.Id.Span, question.Id.Value);
    }

    private static void CheckOptions(IReadOnlyList<Choice> options, Words words, DiagnosticBag bag)
    {
        foreach (Choice option in options)
        {
            string text = option.Text.Markdown;
            if (words.AllOfThese.IsMatch(text))
                bag.Add(QualityRules.AllOfTheAbove, option.Text.Span, text.Trim());
            else if (!option.IsCorrect && words.Absolutes.Match(text) is { Success: true } match)
                bag.Add(QualityRules.AbsoluteWord, option.Text.Locate(match.Index, match.Length), match.Value);
        }
    }

    private static void CheckOverlap(IReadOnlyList<Choice> options, DiagnosticBag bag)
    {
        for (int one = 0; one < options.Count; one++)
        {
            for (int other = one + 1; other < options.Count; other++)
            {
                if (HasFormula(options[one]) || HasFormula(options[other]))
                    continue;
                (string a, string b) = (Plain(options[one].Text), Plain(options[other].Text));
                if (Contains(a, b) || Contains(b, a) || RangesOverlap(a, b))
                    bag.Add(
                        QualityRules.OverlappingOptions,
                        options[other].Text.Span,
                        options[one].Text.Markdown.Trim(),
                        options[other].Text.Markdown.Trim()
                    );
            }
        }
    }

    private static void CheckAlike(IReadOnlyList<Choice> options, DiagnosticBag bag)
    {
        var seen = new Dictionary<string, Choice>(StringComparer.Ordinal);
        foreach (Choice option in options)
        {
            // In a formula every mark counts: N and n, x^2 and x_2.
            string written = option.Text.Markdown;
            string read = FormulaSyntax.IsIn(written)
                ? written.Trim()
                : Unread().Replace(written.ToLowerInvariant(), "");
            if (read.Length > 0 && !seen.TryAdd(read, option))
                bag.Add(
                    QualityRules.OptionsAlike,
                    option.Text.Span,
                    seen[read].Text.Markdown.Trim(),
                    option.Text.Markdown.Trim()
                );
        }
    }

    // Only options of several words count: “yes” inside “yes, but” is no overlap.
    private static bool Contains(string whole, string part) =>
        part.Contains(' ')
        && part.Split(' ').Length > 2
        && $" {whole} ".Contains($" {part} ", StringComparison.Ordinal);

    private static bool RangesOverlap(string one, string other)
    {
        static (int From, int To)? Range(string text) =>
            RangePattern().Match(text) is { Success: true } match
            && int.TryParse(match.Groups[1].Value, out int from)
            && int.TryParse(match.Groups[2].Value, out int to)
                ? (from, to)
                : null;
        return Range(one) is var (a, b) && Range(other) is var (c, d) && a <= d && c <= b;
    }

    private static bool HasFormula(Choice option) => FormulaSyntax.IsIn(option.Text.Markdown);

    private static string Plain(RichText text) => Letters().Replace(text.Markdown.ToLowerInvariant(), " ").Trim();

    [GeneratedRegex(@"[^\p{L}\p{N}–-]+")]
    private static partial Regex Letters();

    // White space, marks of emphasis and punctuation; not those of a number.
    [GeneratedRegex(@"[\s\u00AD\u200B*_`""'“”‘’«»„()\[\]!?…;:]|(?<!\d)[.,]|[.,](?!\d)")]
    private static partial Regex Unread();

    [GeneratedRegex(@"^(\d+)\s*(?:-|–|to|à)\s*(\d+)\b")]
    private static partial Regex RangePattern();

    /// <summary>Word lists of a language. Complete lists are for English and French.</summary>
    private sealed record Words(Regex Negations, Regex Absolutes, Regex AllOfThese, Regex Verdicts)
    {
        private static readonly Words None = new(Never, Never, Never, Never);

        private static Regex Never => new("(?!)");

        public static Words Of(string language) =>
            language.Split('-')[0] switch
            {
                "en" => English,
                "fr" => French,
                "de" => Only(
                    "alles? (der )?(oben )?genannten?|alle (obigen|oben stehenden|vorstehenden)( antworten)?"
                        + "|keine[rs]? (der|von den) (oben )?(genannten|obigen|vorstehenden)|nichts davon"
                        + "|alle antworten sind (richtig|korrekt|falsch)"
                ),
                "es" => Only("(todas|todos) (las|los) anteriores|ningun[ao] de (las|los) anteriores"),
                "it" => Only("tutte le (risposte )?precedenti|nessuna delle (risposte )?precedenti"),
                "nl" => Only("al het bovenstaande|alle bovenstaande|geen van (de )?bovenstaande"),
                "pl" => Only("wszystkie (z )?powyższych|wszystkie powyższe|żadn[ae] z powyższych"),
                "pt" => Only("(todas|todos) (as|os) anteriores|nenhum[ao]? d[ao]s anteriores"),
                _ => None,
            };

        /// <summary>A language with a list of phrases such as “all of the above” only.</summary>
        private static Words Only(string allOfThese) =>
            None with
            {
                AllOfThese = new Regex($@"\b(?:{allOfThese})\b", RegexOptions.IgnoreCase),
            };

        private static Words English { get; } =
            new(
                Any(@"not|n['’]t|never|no|none|nobody|nothing|neither|except", before: @"(?:(?<=\w)(?=n['’]t)|\b)"),
                Any("always|never|all|every|none|only|must"),
                new Regex(
                    @"\b(all|none|both) of (the above|these|them)\b|\bthe (two|three) above\b",
                    RegexOptions.IgnoreCase
                ),
                new Regex(
                    "^((that is|this is|it is|yes|no) )?(not )?(right|wrong|correct|incorrect|true|false|yes|no|"
                        + "well done|good|great|exactly|sorry|bravo)( answer)?$",
                    RegexOptions.IgnoreCase
                )
            );

        private static Words French { get; } =
            new(
                // “ne … jamais” is one negation, so only its first part is counted.
                Any(@"ne|n['’]|sans|sauf|non", after: @"(?:(?<=['’])|\b)"),
                Any("toujours|jamais|tous|toutes|aucune?|seulement|uniquement"),
                new Regex(
                    @"\b(toutes|tous|aucune?) (les|des|de ces|ces) (réponses|options|propositions)|\bci-dessus\b",
                    RegexOptions.IgnoreCase
                ),
                new Regex(
                    "^((c est|oui|non) )?(pas )?(juste|faux|vrai|correct|incorrect|bravo|oui|non|bien|très bien|exact|"
                        + "exactement|dommage|perdu|bonne réponse|mauvaise réponse)$",
                    RegexOptions.IgnoreCase
                )
            );

        private static Regex Any(string words, string before = @"\b", string after = @"\b") =>
            new($"{before}(?:{words}){after}", RegexOptions.IgnoreCase);
    }
}
