using System.CommandLine;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Cli.Packages;

/// <summary>What <c>check</c> asks about packages: which, how strictly, what counts as a failure, where the page goes.</summary>
internal sealed class PackageArguments
{
    private readonly Option<string> _profile = new("--profile")
    {
        Description =
            "For zips: portable (all rules), adl (what ADL's test suite asks, at face value), import (only what breaks).",
        DefaultValueFactory = _ => "portable",
    };

    private readonly Option<string> _failOn = new("--fail-on")
    {
        Description = "For zips: end with code 1 on an error, on a warning too, or never.",
        DefaultValueFactory = _ => "error",
    };

    private readonly Option<string?> _html = new("--html")
    {
        Description = "For zips: also write a page to read and print.",
        HelpName = "file",
    };

    private readonly Option<string?> _previous = new("--previous")
    {
        Description = "For a zip: the package that learners have now; says whose records would be lost.",
        HelpName = "zip",
    };

    private readonly Option<bool> _run = new("--run")
    {
        Description = "For zips: also play each in a headless Chromium (a minute at most) and judge what it does.",
    };

    private readonly Option<string?> _trace = new("--trace")
    {
        Description = "For a zip: judge what “play --json” wrote of it, instead of playing it.",
        HelpName = "file",
    };

    public void AddTo(Command command)
    {
        _profile.AcceptOnlyFromAmong("portable", "adl", "import");
        _failOn.AcceptOnlyFromAmong("error", "warning", "never");
        foreach (Option option in new Option[] { _profile, _failOn, _html, _previous, _run, _trace })
            command.Options.Add(option);
    }

    public RuleProfile Profile(ParseResult arguments) =>
        arguments.GetValue(_profile) switch
        {
            "adl" => RuleProfile.Adl,
            "import" => RuleProfile.Import,
            _ => RuleProfile.Portable,
        };

    public string? Html(ParseResult arguments) => arguments.GetValue(_html);

    public string? Previous(ParseResult arguments) => arguments.GetValue(_previous);

    public bool Plays(ParseResult arguments) => arguments.GetValue(_run);

    public string? Trace(ParseResult arguments) => arguments.GetValue(_trace);

    public bool Fails(ParseResult arguments, PackageReport report) =>
        arguments.GetValue(_failOn) switch
        {
            "never" => false,
            "warning" => report.Errors + report.Warnings > 0,
            _ => report.Errors > 0,
        };

    /// <summary>The zips among what was named, those of folders included, in ordinal order; what is left are course folders.</summary>
    public static (IReadOnlyList<string> Zips, IReadOnlyList<string> Folders) Sort(IReadOnlyList<string> named)
    {
        var zips = new List<string>();
        var folders = new List<string>();
        foreach (string path in named)
        {
            if (File.Exists(path))
                zips.Add(path);
            else if (
                Directory.Exists(path)
                && !File.Exists(Path.Combine(path, "course.yaml"))
                && ZipsIn(path) is { Length: > 0 } inside
            )
                zips.AddRange(inside);
            else
                folders.Add(path);
        }
        return ([.. zips.Distinct()], folders);
    }

    private static string[] ZipsIn(string folder) =>
        [
            .. Directory
                .EnumerateFiles(
                    folder,
                    "*.zip",
                    new EnumerationOptions
                    {
                        RecurseSubdirectories = true,
                        MaxRecursionDepth = 20,
                        IgnoreInaccessible = true,
                        AttributesToSkip = FileAttributes.ReparsePoint,
                        MatchCasing = MatchCasing.CaseInsensitive,
                    }
                )
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>All LMSs, or those named; null after saying which is none.</summary>
    public static IReadOnlyList<LmsTarget>? Targets(string? ids)
    {
        if (ids is null or VariantArguments.Every)
            return LmsTargets.All;
        var targets = new List<LmsTarget>();
        foreach (string id in ids.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (LmsTargets.All.FirstOrDefault(target => target.Id == id) is { } target)
                targets.Add(target);
            else
            {
                Console.Error.WriteLine(
                    $"There is no LMS “{id}”.{Nearest.Hint(id, LmsTargets.All.Select(row => row.Id))} “protect-scorm targets” lists them."
                );
                return null;
            }
        }
        return targets;
    }
}
