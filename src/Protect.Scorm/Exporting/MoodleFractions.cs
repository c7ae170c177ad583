using System.Globalization;

namespace Protect.Scorm.Exporting;

/// <summary>
/// Shares of the points that Moodle accepts, in percent (question/engine/bank.php of Moodle 4.5). An import refuses
/// others.
/// </summary>
internal static class MoodleFractions
{
    /// <summary>Most right options of a question: with more, no shares of the list add up to 100.</summary>
    public const int MostRight = 20;

    private static readonly decimal[] s_listed =
    [
        100,
        90,
        83.33333m,
        80,
        75,
        70,
        66.66667m,
        60,
        50,
        40,
        33.33333m,
        30,
        25,
        20,
        16.66667m,
        14.28571m,
        12.5m,
        11.11111m,
        10,
        5,
        0,
    ];

    /// <summary>Returns the listed share next to this one, in percent.</summary>
    public static decimal Nearest(decimal percent) =>
        percent < 0 ? -Nearest(-percent) : s_listed.MinBy(listed => Math.Abs(listed - percent));

    /// <summary>
    /// Returns the share of each right option: equal ones up to 10 options; then some get 10 and others 5.
    /// </summary>
    public static IReadOnlyList<decimal> Right(int count) =>
        count <= 10
            ? [.. Enumerable.Repeat(Nearest(100m / count), count)]
            : [.. Enumerable.Range(0, count).Select(index => index < MostRight - count ? 10m : 5m)];

    /// <summary>Returns the share of each wrong option: choosing all options earns nothing.</summary>
    public static decimal Wrong(int count) =>
        -s_listed.Where(listed => listed * count >= 99.9m).DefaultIfEmpty(5).Min();

    public static string Write(decimal percent) => percent.ToString("0.#####", CultureInfo.InvariantCulture);
}
