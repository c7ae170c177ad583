using System.Diagnostics;
using System.Globalization;

namespace Protect.Scorm.Tests;

/// <summary>Many runs of one kind of random input. Each run can be repeated by its number.</summary>
/// <param name="Runs">The number of runs.</param>
/// <param name="Slowest">The longest run.</param>
/// <param name="SlowestRun">The number of the longest run.</param>
internal sealed record FuzzRuns(int Runs, TimeSpan Slowest, int SlowestRun)
{
    /// <summary>
    /// Makes the usual number of runs from 0. With <c>PROTECT_FUZZ</c>, minutes for each kind, it goes on after the
    /// runs that <c>tests/fuzz/</c> counts, and counts its own there every few seconds.
    /// </summary>
    public static FuzzRuns Of(string kind, int usual, Action<Random> run)
    {
        double minutes = double.TryParse(
            Environment.GetEnvironmentVariable("PROTECT_FUZZ"),
            CultureInfo.InvariantCulture,
            out double asked
        )
            ? asked
            : 0;
        int first = minutes > 0 ? int.Parse(File.ReadAllText(CountOf(kind)), CultureInfo.InvariantCulture) : 0,
            at = first;
        var result = new FuzzRuns(0, TimeSpan.Zero, first);
        var clock = Stopwatch.StartNew();
        TimeSpan counted = TimeSpan.Zero;
        for (; minutes > 0 ? clock.Elapsed.TotalMinutes < minutes : at < usual; at++)
        {
            long began = Stopwatch.GetTimestamp();
            try
            {
                run(new Random(at));
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"Run {at} of “{kind}” failed.", fault);
            }
            TimeSpan took = Stopwatch.GetElapsedTime(began);
            if (took > result.Slowest)
                result = result with { Slowest = took, SlowestRun = at };
            if (minutes == 0 || clock.Elapsed - counted < TimeSpan.FromSeconds(5))
                continue;
            counted = clock.Elapsed;
            Count(kind, at + 1);
        }
        if (minutes > 0)
            Count(kind, at);
        return result with { Runs = at - first };
    }

    /// <summary>Damages a text: inserts scraps, and removes, repeats or moves parts.</summary>
    public static string Damaged(string text, Random random, IReadOnlyList<string> scraps)
    {
        for (int times = random.Next(1, 6); times > 0; times--)
        {
            int at = random.Next(text.Length + 1),
                length = Math.Min(random.Next(1, 80), text.Length - at);
            string part = text.Substring(at, length),
                scrap = scraps[random.Next(scraps.Count)];
            text = random.Next(5) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(random.Next(text.Length + 1), part),
                2 => text.Remove(at, length).Insert(at, scrap),
                _ => text.Insert(at, scrap),
            };
        }
        return text;
    }

    private static string CountOf(string kind) => Repository.At("tests", "fuzz", $"{kind}.txt");

    private static void Count(string kind, int runs) =>
        File.WriteAllText(CountOf(kind), string.Create(CultureInfo.InvariantCulture, $"{runs}\n"));
}
