using System.Globalization;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Importing;

/// <summary>An option of a choice in a source.</summary>
/// <param name="Text">Markdown of one line.</param>
/// <param name="Weight">Percent of the points: 100 right, 0 wrong, negative for a penalty.</param>
/// <param name="Feedback">Markdown; empty for none.</param>
internal readonly record struct ForeignOption(string Text, decimal Weight, string Feedback);

/// <summary>Makes questions from what several foreign formats have in common.</summary>
/// <param name="item">The name of the item in the loss report.</param>
/// <param name="place">The place of the item in the source.</param>
/// <param name="losses">Receives what is lost.</param>
internal sealed class DraftQuestions(string item, SourceSpan place, LossReport losses)
{
    private const int MostDecimals = 3,
        MostNumbers = 10_000_000;

    /// <summary>Returns a question without answers yet.</summary>
    /// <param name="type">The kind in our format.</param>
    /// <param name="sourceId">The id or name in the source; null for none.</param>
    /// <param name="prompt">Markdown.</param>
    public DraftNode Start(string type, string? sourceId, string prompt) =>
        new DraftNode(type) { SourceId = sourceId, Origin = place }.Set("prompt", prompt);

    /// <summary>Adds the options of a choice with one answer. Several right ones become “any one is enough”.</summary>
    public void Single(DraftNode question, IReadOnlyList<ForeignOption> options)
    {
        IReadOnlyList<ForeignOption> kept = Distinct(options);
        question.Set(
            "options",
            DraftValue.List(
                kept.Select(option =>
                {
                    var node = new DraftNode();
                    node.Set("text", option.Text);
                    if (option.Weight >= 100)
                        node.Set("correct", true);
                    else if (option.Weight > 0)
                        node.Set("credit", Math.Max(0.01m, Math.Round(option.Weight / 100, 4)));
                    return (DraftValue)node.Set("feedback", option.Feedback);
                })
            )
        );
        if (kept.Count(option => option.Weight >= 100) > 1)
            question.Set("accept_any", true);
        Penalties(kept);
    }

    /// <summary>Adds the options of a choice with several answers.</summary>
    public void Multiple(DraftNode question, IReadOnlyList<ForeignOption> options)
    {
        IReadOnlyList<ForeignOption> kept = Distinct(options);
        question.Set(
            "options",
            DraftValue.List(
                kept.Select(option =>
                {
                    DraftNode node = new DraftNode().Set("text", option.Text);
                    if (option.Weight > 0)
                        node.Set("correct", true);
                    return (DraftValue)node.Set("feedback", option.Feedback);
                })
            )
        );
        decimal[] right = [.. kept.Where(option => option.Weight > 0).Select(option => option.Weight)];
        if (right.Length > 0 && right.Max() - right.Min() > 0.01m)
            losses.Add(
                ImportingRules.Changed,
                place,
                item,
                $"the weights {string.Join(", ", right.Select(Percent))} of right options",
                "equal weights"
            );
        Penalties(kept);
    }

    /// <summary>
    /// Adds a gap to type: <c>[[answer]]</c>. Only answers with all points stay; <c>*</c> for any text becomes the
    /// feedback on wrong answers.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="answers">Answers as plain text, with <c>*</c> as a wildcard and <c>\*</c> for a star.</param>
    /// <returns>The feedback on right and on wrong answers.</returns>
    public (string Right, string Wrong) Typed(DraftNode question, IReadOnlyList<ForeignOption> answers)
    {
        var accept = new List<string>();
        string right = "",
            wrong = "";
        foreach (ForeignOption answer in answers)
        {
            string text = DraftMarkdown.Clean(answer.Text.Replace("\\*", "\uFFFC")).Replace('\n', ' ').Trim();
            bool isWild = text.Contains('*');
            text = text.Replace('\uFFFC', '*');
            if (answer.Weight <= 0 && text == "*")
                wrong = answer.Feedback;
            else if (answer.Weight >= 100 && !isWild && text.Length > 0)
            {
                if (accept.TrueForAll(known => SameAnswer.Of(known, false) != SameAnswer.Of(text, false)))
                    accept.Add(text);
                if (right.Length == 0)
                    right = answer.Feedback;
                else if (answer.Feedback.Length > 0 && answer.Feedback != right)
                    Lost(
                        $"the feedback on the answer “{LossReport.Short(text)}”",
                        "all right answers share one feedback"
                    );
            }
            else
                Lost(
                    $"the answer “{LossReport.Short(text)}” ({Percent(answer.Weight)})",
                    isWild ? "a gap has no wildcards" : "an answer to type is right or wrong"
                );
        }
        question.Set("text", "[[answer]]");
        question.Set(
            "gaps",
            DraftValue.List([new DraftNode().Set("name", "answer").Set("accept", DraftValue.Texts(accept))])
        );
        return (right, wrong);
    }

    /// <summary>Adds a number to type with bounds that hold it; false when our format cannot have it.</summary>
    public bool Number(DraftNode question, decimal answer, decimal tolerance)
    {
        decimal rounded = Math.Round(answer, MostDecimals),
            slip = Math.Round(Math.Abs(tolerance), MostDecimals);
        if (rounded != answer || slip != Math.Abs(tolerance))
        {
            if (Math.Abs(rounded - answer) > Math.Abs(tolerance) && rounded != answer)
                return false;
            losses.Add(
                ImportingRules.Changed,
                place,
                item,
                $"the number {Written(answer)} ± {Written(tolerance)}",
                $"{Written(rounded)} ± {Written(slip)}, because numbers have three decimals at most"
            );
        }
        decimal largest = Math.Max(Math.Abs(rounded - slip), Math.Abs(rounded + slip)),
            bound = 10;
        while (bound <= largest && bound < 1_000_000_000)
            bound *= 10;
        int decimals = Math.Max(Decimals(rounded), Decimals(slip));
        decimal least = rounded - slip < 0 ? -bound : 0;
        while ((bound - least) * Pow(decimals) >= MostNumbers && bound > largest + 1)
        {
            bound = Math.Max(Math.Ceiling(largest) + 1, Math.Floor(bound / 2));
            least = least < 0 ? -bound : 0;
        }
        if ((bound - least) * Pow(decimals) >= MostNumbers)
            return false;
        question.Set("answer", rounded / 1.000m);
        if (slip > 0)
            question.Set("tolerance", slip / 1.000m);
        if (least < 0)
            question.Set("least", least);
        question.Set("most", bound);
        return true;
    }

    /// <summary>Adds pairs and matches without an item.</summary>
    public static void Matching(DraftNode question, IReadOnlyList<(string Item, string Match)> pairs)
    {
        question.Set(
            "pairs",
            DraftValue.List(
                pairs
                    .Where(pair => pair.Item.Length > 0)
                    .Select(pair => (DraftValue)new DraftNode().Set("item", pair.Item).Set("match", pair.Match))
            )
        );
        HashSet<string> used = [.. pairs.Where(pair => pair.Item.Length > 0).Select(pair => pair.Match)];
        question.Set(
            "extra",
            DraftValue.Texts(pairs.Where(pair => pair.Item.Length == 0).Select(pair => pair.Match).Where(used.Add))
        );
    }

    /// <summary>Adds the feedback on right and on wrong answers; what is always shown is added to both.</summary>
    public static void Feedback(DraftNode question, string right, string wrong, string always = "", string partly = "")
    {
        string Join(string first) =>
            first == always || always.Length == 0 ? first
            : first.Length == 0 ? always
            : $"{first}\n\n{always}";
        var feedback = new DraftNode();
        feedback.Set("right", Join(right));
        if (question.Type is not ("true-false" or "numeric" or "single-choice" or "scenario" or "dialogue"))
            feedback.Set("partly", partly.Length > 0 || (wrong.Length == 0 && always.Length > 0) ? Join(partly) : "");
        feedback.Set("wrong", Join(wrong));
        question.Set("feedback", feedback);
    }

    private void Lost(string what, string why) => losses.Add(ImportingRules.PartLost, place, item, what, why);

    private List<ForeignOption> Distinct(IReadOnlyList<ForeignOption> options)
    {
        var kept = new List<ForeignOption>();
        foreach (ForeignOption option in options)
        {
            if (kept.Exists(other => SameText.Comparer.Equals(other.Text, option.Text)))
                Lost($"the option “{LossReport.Short(option.Text)}”", "another option has the same text");
            else
                kept.Add(option);
        }
        return kept;
    }

    private void Penalties(IReadOnlyList<ForeignOption> options)
    {
        decimal[] minus = [.. options.Where(option => option.Weight < 0).Select(option => option.Weight)];
        if (minus.Length > 0)
            Lost(
                $"the penalty of {Percent(minus.Min())}",
                "the assessment decides about wrong choices, with “credit:”"
            );
    }

    private static string Percent(decimal weight) => $"{Written(weight)} %";

    private static string Written(decimal number) => number.ToString("0.#####", CultureInfo.InvariantCulture);

    private static int Decimals(decimal number) =>
        number == Math.Round(number, 0) ? 0
        : number == Math.Round(number, 1) ? 1
        : number == Math.Round(number, 2) ? 2
        : MostDecimals;

    private static decimal Pow(int decimals) =>
        decimals switch
        {
            0 => 1,
            1 => 10,
            2 => 100,
            _ => 1000,
        };
}
