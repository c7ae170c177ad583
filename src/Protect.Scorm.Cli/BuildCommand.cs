using System.CommandLine;
using System.Runtime.InteropServices;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Cli.Building;
using Protect.Scorm.Cli.Reports;
using Protect.Scorm.Packaging;
using Protect.Scorm.Rendering;

namespace Protect.Scorm.Cli;

/// <summary>Command <c>protect-scorm build</c>: compiles courses and writes their packages.</summary>
internal static class BuildCommand
{
    private const string Toolbox = "toolbox";

    public static Command Create()
    {
        var courses = new CourseArguments();
        var variants = new VariantArguments();
        var output = new Option<string>("--out")
        {
            Description = "Folder for the packages.",
            HelpName = "folder",
            DefaultValueFactory = _ => "dist",
        };
        var printed = new Option<string?>("--as")
        {
            Description =
                "Also write facilitator (a guide to lead sessions), workbook (for learners) or toolbox (a zip of tools "
                + "to print and fill in); several with commas.",
            HelpName = "facilitator,workbook,toolbox",
        };
        var printedBefore = new Option<string?>("--output") { Description = "The former name of --as.", Hidden = true };
        var noCache = new Option<bool>("--no-cache")
        {
            Description = "Build everything again, and cache nothing for the next build.",
        };
        var withReports = new Option<bool>("--report")
        {
            Description =
                "Also write a conformance report (HTML and JSON) with rules, limits and data sent about learners, "
                + "and an accessibility statement.",
        };
        var command = new Command("build", "Builds SCORM 1.2 packages (zip files) that are ready to upload to an LMS.");
        courses.AddTo(command);
        variants.AddTo(command);
        command.Options.Add(output);
        command.Options.Add(printed);
        command.Options.Add(printedBefore);
        command.Options.Add(noCache);
        command.Options.Add(withReports);
        command.SetAction(arguments =>
        {
            if (
                courses.Select(arguments) is not { } folders
                || variants.Read(arguments, courses.Options(arguments)) is not { } chosen
            )
                return ExitCodes.WrongArguments;
            string? list = arguments.GetValue(printed) ?? arguments.GetValue(printedBefore);
            if (arguments.GetResult(printedBefore) is { Implicit: false })
            {
                Console.Error.WriteLine(
                    "warning: --output is now called --as. The old name still works, but please write --as."
                );
            }
            if (Wanted(list) is not var (booklets, withToolbox))
            {
                Console.Error.WriteLine(
                    $"“{list}” is not facilitator, workbook, toolbox, or several of them with commas (--as)."
                );
                return ExitCodes.WrongArguments;
            }
            string outFolder = arguments.GetValue(output)!;
            if (File.Exists(outFolder))
            {
                Console.Error.WriteLine($"“{outFolder}” is a file; --out needs a folder.");
                return ExitCodes.WrongArguments;
            }
            var dist = new DistFolder(outFolder, arguments.GetValue(withReports));
            // A report needs the compilation itself and a run in a browser, which are not cached.
            CacheFolder? cache =
                arguments.GetValue(noCache) || arguments.GetValue(withReports) ? null : new CacheFolder(outFolder);
            int code = Build(
                new VariantBuild(
                    folders,
                    chosen.Wanted,
                    chosen.Options with
                    {
                        Booklets = booklets,
                        Toolbox = withToolbox,
                    },
                    chosen.Part,
                    chosen.Parts
                )
                {
                    Cache = cache is null ? null : new BuildCache(cache, dist),
                },
                dist,
                new OlderPackages(outFolder, chosen.Options.ReleaseDate is not null),
                Report.For(arguments.GetValue(courses.Format)!, Console.Error)
            );
            cache?.Tidy();
            return code;
        });
        return command;
    }

    /// <summary>Reads the value of --as; null for an unknown word.</summary>
    private static (Booklet[] Booklets, bool WithToolbox)? Wanted(string? list)
    {
        string[] names = list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (names.Any(name => name is not ("facilitator" or "workbook" or Toolbox)))
            return null;
        Booklet[] booklets =
        [
            .. names
                .Where(name => name != Toolbox)
                .Distinct()
                .Select(name => name == "workbook" ? Booklet.Workbook : Booklet.Facilitator),
        ];
        return (booklets, names.Contains(Toolbox));
    }

    private static int Build(VariantBuild build, DistFolder dist, OlderPackages older, Report report)
    {
        using var stop = new CancellationTokenSource();
        using PosixSignalRegistration interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
            ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        bool planned =
            build.TryPlan(report, out IReadOnlyList<VariantBuild.Planned> all) & Skip(all, "not built", Console.Error);
        bool clashed = false,
            stopped = false,
            sound = false,
            failed = false;
        int count = 0;
        try
        {
            sound = build.Compile(
                all,
                report,
                (item, done) =>
                {
                    string name = done.Cached?.FileName ?? done.Result.Package!.FileName;
                    if (dist.Clash(name) is { } clash)
                    {
                        Console.Error.WriteLine(clash);
                        clashed = true;
                        return new(done.Result, Stops: true);
                    }
                    CompileResult result = done.Result;
                    if ((result.StateMap ?? dist.StateMapOf(name)) is { } map)
                        result = result with { Diagnostics = [.. result.Diagnostics, .. older.Report(item, map)] };
                    if (result.Diagnostics.Any(finding => finding.IsError))
                        return new(new CompileResult { Diagnostics = result.Diagnostics });
                    Write(build, dist, item, done, stop.Token);
                    count++;
                    return new(result, dist.PathOf(name));
                },
                stop.Token
            );
        }
        catch (OperationCanceledException)
        {
            stopped = true;
            Console.Error.WriteLine(
                $"Stopped. Built: {(count == 1 ? "1 package" : $"{count} packages")}. All others are unchanged."
            );
        }
        catch (Exception fault) when (MachineFault.Is(fault))
        {
            failed = true;
            Console.Error.WriteLine(MachineFault.Explain(fault));
        }
        try
        {
            dist.WriteChecksums(stop.Token);
        }
        catch (Exception fault) when (failed && MachineFault.Is(fault))
        {
            // The same cause, reported above.
        }
        report.Finish();
        return stopped ? ExitCodes.Stopped
            : clashed || failed ? ExitCodes.WrongArguments
            : sound && planned ? ExitCodes.Success
            : ExitCodes.CourseHasErrors;

        // The package being compiled is abandoned; packages written so far are added to SHA256SUMS.
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    /// <summary>Names the packages that are not ready, each cause once. Returns false if no package is.</summary>
    internal static bool Skip(IReadOnlyList<VariantBuild.Planned> all, string how, TextWriter notes)
    {
        foreach (
            var skipped in all.Where(item => !item.Variant.IsReady).GroupBy(item => (item.Shown, item.Variant.State))
        )
        {
            int count = skipped.Count();
            string which = count == 1 ? VariantArguments.Describe(skipped.First().Variant) : $"({count} packages)";
            notes.WriteLine($"{how}: {skipped.Key.Shown} {which}: {skipped.Key.State}");
        }
        return all.Count == 0 || all.Any(item => item.Variant.IsReady);
    }

    /// <summary>Writes a compiled package and caches its result. A cached package is already in the folder.</summary>
    internal static void Write(
        VariantBuild build,
        DistFolder dist,
        VariantBuild.Planned item,
        VariantBuild.Done done,
        CancellationToken stop
    )
    {
        if (done.Cached is { } known)
        {
            foreach (CachedSums zip in known.Sums)
                dist.Keep(zip.Restore());
            return;
        }
        (IReadOnlyList<FileDigest> files, IReadOnlyList<PackageSums> sums) = dist.Write(done.Result, stop);
        build.Cache?.Keep(
            item.Course,
            done.Options,
            new CachedPackage(
                sums[0].FileName,
                files,
                [.. sums.Select(CachedSums.Of)],
                CachedSummary.Of(done.Result.Summary!),
                [.. done.Result.Diagnostics.Select(CachedFinding.Of)]
            )
        );
    }
}
