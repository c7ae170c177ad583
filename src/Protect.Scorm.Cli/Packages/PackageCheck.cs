using System.CommandLine;
using System.Text;
using System.Text.Json;
using Protect.Scorm.Cli.Reports;
using Protect.Scorm.Inspecting;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Cli.Packages;

/// <summary>The half of <c>check</c> that looks into zips.</summary>
internal static class PackageCheck
{
    /// <summary>The reports, and how the command ends because of them; null after saying what is wrong with the arguments.</summary>
    /// <param name="told">True: each report is written to the terminal as it comes.</param>
    public static (IReadOnlyList<PackageReport> Reports, int Code)? Run(
        ParseResult parsed,
        PackageArguments arguments,
        IReadOnlyList<string> zips,
        string? lms,
        bool told
    )
    {
        if (PackageArguments.Targets(lms) is not { } targets)
            return null;
        if (arguments.Previous(parsed) is { } earlier && !File.Exists(earlier))
            return Refuse($"There is no file “{earlier}” (--previous).");
        if (arguments.Previous(parsed) is not null && zips.Count != 1)
            return Refuse("--previous is for one package at a time.");
        using InspectedPackage? before = arguments.Previous(parsed) is { } path
            ? InspectedPackage.Open(File.OpenRead(path), path)
            : null;
        if (before is { Manifest: null })
            return Refuse($"“{before.Name}” has no manifest to compare with (--previous).");
        if (!PackagePlay.TryChoose(parsed, arguments, zips, out PackagePlay? play, out int code))
            return code == ExitCodes.WrongArguments ? null : ([], code);
        var reports = new List<PackageReport>();
        foreach (
            PackageReport report in new PackageRun(
                arguments.Profile(parsed),
                targets,
                before?.Manifest,
                play is null ? null : play.Trace
            ).Inspect(zips)
        )
        {
            if (told)
                PackageText.Write(report);
            reports.Add(report);
        }
        if (told)
            PackageText.Summary(reports);
        if (arguments.Html(parsed) is { } page)
            File.WriteAllText(page, PackagePage.Write(reports), new UTF8Encoding(false));
        return (
            reports,
            reports.Any(report => arguments.Fails(parsed, report))
                ? ExitCodes.CourseHasErrors
                : play?.Code ?? ExitCodes.Success
        );
    }

    /// <summary>For formats that are one document: what is added to it.</summary>
    public static Action<Utf8JsonWriter>? Addition(string format, IReadOnlyList<PackageReport> reports) =>
        reports.Count == 0
            ? null
            : format switch
            {
                "json" => json => PackageJson.Write(json, reports),
                "sarif" => json => PackageSarif.Write(json, reports),
                _ => null,
            };

    private static (IReadOnlyList<PackageReport>, int)? Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return null;
    }
}
