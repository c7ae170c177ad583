using System.Diagnostics;
using System.Globalization;

namespace Protect.Scorm.Bench;

/// <summary>Builds 750 packages of <c>protect</c> in one process: 5 languages × 15 countries × 10 LMSs.</summary>
internal static class PackagesBench
{
    private const string Languages = "fr,en,el,pl,tr",
        Countries = "BE,CY,DE,ES,FR,GB,GR,IE,IT,NL,PL,PT,RO,TR,UA";
    private const string Lms = "any,moodle,ilias,chamilo,open-edx,openolat,talentlms,canvas,blackboard,successfactors";

    public static async Task Run(Bench bench)
    {
        string course = bench.Copy("protect");
        // The countries are drafts, which no package includes until somebody has checked them. A measurement does not
        // need that.
        foreach (string country in Directory.EnumerateFiles(Path.Combine(course, "countries"), "*.yaml"))
            File.WriteAllText(country, Checked(File.ReadAllText(country)));
        string dist = Path.Combine(bench.Fresh("packages"), "dist");
        var clock = Stopwatch.StartNew();
        double peak = await Processes.Peak(
            bench.Tool,
            [
                "build",
                course,
                "--editions",
                "whole",
                "--languages",
                Languages,
                "--countries",
                Countries,
                "--lms",
                Lms,
                "--require",
                "new",
                "--out",
                dist,
            ],
            bench.Work
        );
        double seconds = clock.Elapsed.TotalSeconds;
        FileInfo[] zips = [.. new DirectoryInfo(dist).EnumerateFiles("*.zip")];
        var table = new Table("packages of protect", "seconds", "packages per second", "peak MiB", "MB written");
        table.Row(
            Number(zips.Length, "0"),
            Number(seconds, "0.0"),
            Number(zips.Length / seconds, "0.0"),
            Number(peak, "0"),
            Number(zips.Sum(zip => zip.Length) / 1e6, "0")
        );
        bench.Fresh("packages");
    }

    private static string Checked(string country) =>
        country
            .Replace("checked_on:\n", "checked_on: 2026-11-01\n")
            .Replace("checked_by:\n", "checked_by: nobody, this measures only\n");

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
