using System.Globalization;

namespace Protect.Scorm.Bench;

/// <summary>A table in the format of README.md.</summary>
internal sealed class Table
{
    public Table(params string[] heads)
    {
        Console.WriteLine();
        Row(heads);
        Row([.. heads.Select(_ => "---")]);
    }

    // An instance method, because the head of a table is written before its rows.
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822", Justification = "See above.")]
    public void Row(params string[] cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

    /// <summary>Returns the median of several figures, with the smallest and largest: “0.12 (0.11–0.15)”.</summary>
    public static string Figures(IReadOnlyList<double> all, string format = "0.000")
    {
        string Text(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        return all.Count == 1 ? $"{Text(all[0])} (once)" : $"{Text(Median(all))} ({Text(all.Min())}–{Text(all.Max())})";
    }

    /// <summary>Returns the ratios of paired runs and, if a bar is given, whether their median meets it.</summary>
    public static string Ratios(IReadOnlyList<double> some, IReadOnlyList<double> others, double? bar = null)
    {
        double[] ratios = [.. some.Zip(others, (one, other) => one / other)];
        string held = bar is { } most
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"; bar {most}×: {(Median(ratios) <= most ? "held" : "missed")}"
            )
            : "";
        return $"{Figures(ratios, "0.00")}×{held}";
    }

    public static double Median(IReadOnlyList<double> all)
    {
        double[] sorted = [.. all.Order()];
        return sorted.Length % 2 == 1
            ? sorted[sorted.Length / 2]
            : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
