using System.CommandLine;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Running;
using Protect.Scorm.Inspecting.Verdicts;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Cli.Packages;

/// <summary>Arguments of <c>check</c> for packages: zips, strictness, failure level, HTML page, browser run.</summary>
internal sealed class PackageArguments
{
    private readonly Option<string> _profile = new("--profile")
    {
        Description =
            "For zips: portable (all rules), adl (rules of ADL's test suite, taken literally), import (only errors).",
        DefaultValueFactory = _ => "portable",
    };

    private readonly Option<string> _failOn = new("--fail-on")
    {
        Description = "For zips: exit with 1 on errors, on errors and warnings, or never.",
        DefaultValueFactory = _ => "error",
    };

    private readonly Option<string?> _html = new("--html")
    {
        Description = "For zips: also write the report as an HTML page.",
        HelpName = "file",
    };

    private readonly Option<string?> _previous = new("--previous")
    {
        Description = "For one zip: package that learners have now. Reports which records an update would lose.",
        HelpName = "zip",
    };

    private readonly Option<bool> _run = new("--run")
    {
        Description = "For zips: also play each one in a headless Chromium (at most two minutes) and judge the result.",
    };

    private readonly Option<string?> _trace = new("--trace")
    {
        Description = "For one zip: judge a recording written by “play --json” instead of playing the zip.",
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
            "warning" => report.Errors + report.Warnings > 0 || report.WillNotWork,
            _ => report.Errors > 0 || report.WillNotWork,
        };

    /// <summary>Separates the named paths into zips, including those in folders, and course folders.</summary>
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

    /// <summary>Returns all LMSs, or the named ones; null after printing an unknown id.</summary>
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
                    $"There is no LMS “{id}”.{Nearest.Hint(id, LmsTargets.All.Select(row => row.Id))} "
                        + "“protect-scorm targets” lists them."
                );
                return null;
            }
        }
        return targets;
    }
}
