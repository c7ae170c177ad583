using Protect.Scorm.Content;

namespace Protect.Scorm.Exporting;

/// <summary>Shares of the points for the options of a question with several right ones.</summary>
internal static class ChoiceShares
{
    /// <summary>
    /// Returns the share of each option in percent: right ones add up to 100, wrong ones take points away.
    /// </summary>
    public static IReadOnlyList<decimal> Of(IReadOnlyList<Choice> options)
    {
        int right = options.Count(option => option.IsCorrect);
        var shares = new Queue<decimal>(MoodleFractions.Right(right));
        decimal wrong = right == options.Count ? 0 : MoodleFractions.Wrong(options.Count - right);
        return [.. options.Select(option => option.IsCorrect ? shares.Dequeue() : wrong)];
    }
}
