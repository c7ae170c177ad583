using System.Globalization;
using System.Text.RegularExpressions;

namespace Protect.Scorm.Bench;

/// <summary>
/// Times complete builds, in rounds: cold, zip -9 of the same unpacked files, the npm packager on them, nothing
/// changed, one module changed. Ratios are taken within a round.
/// </summary>
internal static partial class BuildBench
{
    private sealed class Times
    {
        public List<double> Cold { get; } = [];

        public List<double> Zip { get; } = [];

        public List<double> Packager { get; } = [];

        public List<double> Unchanged { get; } = [];

        public List<double> Module { get; } = [];

        public double Memory { get; set; }
    }

    public static async Task Run(Bench bench)
    {
        var rows = new List<(string Name, int Scale, Times Times)>();
        foreach (int scale in bench.Scales)
            rows.Add(
                (
                    $"common {scale}×",
                    scale,
                    await Measure(
                        bench,
                        bench.Course(scale),
                        scale >= 100 ? 1 : bench.Rounds ?? (scale >= 20 ? 5 : 9),
                        []
                    )
                )
            );
        rows.Add(
            (
                "protect (fr)",
                0,
                await Measure(
                    bench,
                    bench.Copy("protect"),
                    bench.Rounds ?? 5,
                    ["--languages", "fr", "--editions", "whole"]
                )
            )
        );

        var table = new Table(
            "course",
            "cold, s",
            "÷ `zip -9 -r`",
            "nothing changed, s",
            "÷ cold",
            "one module changed, s",
            "÷ cold",
            "peak MiB"
        );
        foreach ((string name, int scale, Times times) in rows)
        {
            table.Row(
                name,
                Table.Figures(times.Cold),
                Table.Ratios(times.Cold, times.Zip, scale is 1 or 20 ? 2 : null),
                Table.Figures(times.Unchanged),
                Table.Ratios(times.Unchanged, times.Cold, 0.25),
                Table.Figures(times.Module),
                Table.Ratios(times.Module, times.Cold, 0.5),
                times.Memory.ToString("0", CultureInfo.InvariantCulture)
                    + (scale == 20 ? $"; bar 150: {(times.Memory < 150 ? "held" : "missed")}" : "")
            );
        }
        var others = new Table("the same files", "`zip -9 -r`, s", "simple-scorm-packager, s", "it ÷ our cold build");
        foreach ((string name, _, Times times) in rows)
            others.Row(
                name,
                Table.Figures(times.Zip),
                times.Packager.Count == 0 ? "not run" : Table.Figures(times.Packager),
                times.Packager.Count == 0 ? "" : Table.Ratios(times.Packager, times.Cold)
            );
        Growth(rows);
    }

    /// <summary>Prints the time per page at each scale, and its ratio to the scale before.</summary>
    private static void Growth(List<(string Name, int Scale, Times Times)> rows)
    {
        var common = rows.Where(row => row.Scale > 0)
            .Select(row => (row.Name, Pages: new CommonCourse(row.Scale).Pages, Seconds: Table.Median(row.Times.Cold)))
            .ToList();
        var table = new Table("growth", "pages", "ms per page", "÷ the row above");
        for (int at = 0; at < common.Count; at++)
        {
            double each = common[at].Seconds / common[at].Pages,
                before = at == 0 ? each : common[at - 1].Seconds / common[at - 1].Pages;
            table.Row(
                common[at].Name,
                common[at].Pages.ToString(CultureInfo.InvariantCulture),
                (each * 1000).ToString("0.00", CultureInfo.InvariantCulture),
                (each / before).ToString("0.00", CultureInfo.InvariantCulture)
            );
        }
    }

    private static async Task<Times> Measure(Bench bench, string course, int rounds, string[] options)
    {
        var times = new Times();
        string unpacked = await bench.Unpacked(course, options);
        string page = Directory
                .EnumerateFiles(Path.Combine(course, "modules"), "*.yaml")
                .Order(StringComparer.Ordinal)
                .First(),
            text = File.ReadAllText(page);
        for (int round = 0; round < rounds; round++)
        {
            string folder = bench.Fresh("round"),
                zip = Path.Combine(folder, "plain.zip");
            string[] build = ["build", course, "--out", Path.Combine(folder, "dist"), .. options];
            times.Cold.Add(await Processes.Run(bench.Tool, build, folder));
            times.Zip.Add(await Processes.Run("zip", ["-9", "-q", "-r", zip, "."], unpacked));
            if (rounds > 1)
                times.Packager.Add(await Packager(bench, unpacked, Path.Combine(folder, "packager")));
            times.Unchanged.Add(await Processes.Run(bench.Tool, build, folder));
            File.WriteAllText(
                page,
                PageTitle().Replace(text, title => $"{title.Groups[1].Value} {round + 2}{title.Groups[2].Value}", 1)
            );
            times.Module.Add(await Processes.Run(bench.Tool, build, folder));
            File.WriteAllText(page, text);
        }
        times.Memory = await Processes.Peak(
            bench.Tool,
            ["build", course, "--out", Path.Combine(bench.Fresh("round"), "dist"), .. options],
            bench.Work
        );
        return times;
    }

    /// <summary>
    /// Runs the npm packager on a copy, because it writes a manifest and schemas into its input. Copying is not timed.
    /// </summary>
    private static Task<double> Packager(Bench bench, string unpacked, string target)
    {
        string copy = bench.Fresh("packager-source");
        Bench.CopyFolder(unpacked, copy);
        const string script = """
            const [source, outputFolder] = process.argv.slice(1);
            require("fs").mkdirSync(outputFolder, { recursive: true });
            require("simple-scorm-packager")({ version: "1.2", organization: "x", title: "x", language: "fr",
              masteryScore: 80, startingPage: "index.html", source,
              package: { version: "1", zip: true, outputFolder } }, () => {});
            """;
        return Processes.Run("node", ["-e", script, "--", copy, target], Repository.At("src", "browser"));
    }

    [GeneratedRegex("""(?m)^(    title: [^\r\n]*?)("?)$""")]
    private static partial Regex PageTitle();
}
