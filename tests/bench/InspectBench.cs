using System.Diagnostics;
using System.Globalization;

namespace Protect.Scorm.Bench;

/// <summary>
/// Inspects 1,000 packages in one process: copies of the packages of the common course, showcase and hello.
/// </summary>
internal static class InspectBench
{
    private const int Wanted = 1000;

    public static async Task Run(Bench bench)
    {
        string dist = Path.Combine(bench.Fresh("inspect-dist"), "dist"),
            shelf = bench.Fresh("inspect");
        await Processes.Run(
            bench.Tool,
            [
                "build",
                bench.Course(1),
                Repository.At("courses", "showcase"),
                Repository.At("courses", "hello"),
                "--out",
                dist,
            ],
            bench.Work
        );
        string[] zips = [.. Directory.EnumerateFiles(dist, "*.zip").Order(StringComparer.Ordinal)];
        for (int copy = 0; copy < Wanted; copy++)
            File.Copy(zips[copy % zips.Length], Path.Combine(shelf, $"package-{copy:0000}.zip"));
        string[] packages = [.. Directory.EnumerateFiles(shelf, "*.zip").Order(StringComparer.Ordinal)];
        var clock = Stopwatch.StartNew();
        double peak = await Processes.Peak(bench.Tool, ["check", .. packages], bench.Work),
            seconds = clock.Elapsed.TotalSeconds;
        var table = new Table("packages inspected", "MB", "seconds", "packages per second", "peak MiB");
        table.Row(
            Number(packages.Length, "0"),
            Number(packages.Sum(file => new FileInfo(file).Length) / 1e6, "0"),
            Number(seconds, "0.0"),
            Number(packages.Length / seconds, "0"),
            Number(peak, "0")
        );
        bench.Fresh("inspect");
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
