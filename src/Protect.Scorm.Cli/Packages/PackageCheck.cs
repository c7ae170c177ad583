using System.CommandLine;
using System.Text;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Cli.Play;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Verdicts;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Cli.Packages;

/// <summary>The part of <c>check</c> that inspects zips.</summary>
internal static class PackageCheck
{
    /// <summary>
    /// Inspects zips. Returns the reports and the exit code; null after printing what is wrong with the arguments.
    /// </summary>
    /// <param name="parsed">Parsed command line.</param>
    /// <param name="arguments">Arguments for packages.</param>
    /// <param name="zips">Paths of the zips.</param>
    /// <param name="lms">LMS ids as typed; null for all.</param>
    /// <param name="printsText">True to print each report to the terminal as soon as it is ready.</param>
    public static (IReadOnlyList<PackageReport> Reports, int Code)? Run(
        ParseResult parsed,
        PackageArguments arguments,
        IReadOnlyList<string> zips,
        string? lms,
        bool printsText
    )
    {
        if (PackageArguments.Targets(lms) is not { } targets)
            return null;
        if (arguments.Previous(parsed) is { } earlier && !File.Exists(earlier))
            return Refuse($"There is no file “{earlier}” (--previous).");
        if (arguments.Previous(parsed) is not null && zips.Count != 1)
            return Refuse("--previous works for one zip only.");
        using InspectedPackage? before = arguments.Previous(parsed) is { } path
            ? InspectedPackage.Open(InputFile.Open(path), path)
            : null;
        if (before is { Manifest: null })
            return Refuse($"“{before.Name}” has no manifest to compare with (--previous).");
        if (!PackagePlay.TryChoose(parsed, arguments, zips, out PackagePlay? play, out int code))
            return code == ExitCodes.WrongArguments ? null : ([], code);
        var reports = new List<PackageReport>();
        foreach (
            PackageReport report in new PackageRun(arguments.Profile(parsed), targets, before?.Manifest, play).Inspect(
                zips
            )
        )
        {
            if (printsText)
                PackageText.Write(report);
            reports.Add(report);
        }
        if (printsText)
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

    private static (IReadOnlyList<PackageReport>, int)? Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return null;
    }
}
