using System.CommandLine;
using System.Runtime.InteropServices;
using Protect.Scorm.Cli.Cache;
using Protect.Scorm.Cli.Reports;
using Protect.Scorm.Packaging;
using Protect.Scorm.Rendering;

namespace Protect.Scorm.Cli;

/// <summary><c>protect-scorm build</c>: compiles courses and writes their zips.</summary>
internal static class BuildCommand
{
    public static Command Create()
    {
        var courses = new CourseArguments();
        var variants = new VariantArguments();
        var output = new Option<string>("--out")
        {
            Description = "Where the packages go.",
            HelpName = "folder",
            DefaultValueFactory = _ => "dist",
        };
        var printed = new Option<string?>("--as")
        {
            Description =
                "What to print beside each package: facilitator (a guide to lead sessions), workbook (for learners), or both, as HTML.",
            HelpName = "facilitator,workbook",
        };
        var printedBefore = new Option<string?>("--output") { Description = "The former name of --as.", Hidden = true };
        var anew = new Option<bool>("--no-cache")
        {
            Description = "Builds everything anew, and keeps nothing for the next build.",
        };
        var vouched = new Option<bool>("--report")
        {
            Description =
                "Also write beside each package what it was held against, what it sends about learners and how much of each limit it uses, as a page and as JSON.",
        };
        var command = new Command("build", "Builds SCORM 1.2 packages, ready to upload to an LMS.");
        courses.AddTo(command);
        variants.AddTo(command);
        command.Options.Add(output);
        command.Options.Add(printed);
        command.Options.Add(printedBefore);
        command.Options.Add(anew);
        command.Options.Add(vouched);
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
            if (Booklets(list) is not { } booklets)
            {
                Console.Error.WriteLine($"“{list}” is not facilitator, workbook or both (--as).");
                return ExitCodes.WrongArguments;
            }
            string outFolder = arguments.GetValue(output)!;
            if (File.Exists(outFolder))
            {
                Console.Error.WriteLine($"“{outFolder}” is a file; --out needs a folder.");
                return ExitCodes.WrongArguments;
            }
            var dist = new DistFolder(outFolder, arguments.GetValue(vouched));
            // A report says how the package fared when it was made and played: nothing that could be kept.
            CacheFolder? cache =
                arguments.GetValue(anew) || arguments.GetValue(vouched) ? null : new CacheFolder(outFolder);
            int code = Build(
                new VariantBuild(
                    folders,
                    chosen.Wanted,
                    chosen.Options with
                    {
                        Booklets = booklets,
                    },
                    chosen.Part,
                    chosen.Parts
                )
                {
                    Cache = cache is null ? null : new BuildCache(cache, dist),
                },
                dist,
                Report.For(arguments.GetValue(courses.Format)!)
            );
            cache?.Tidy();
            return code;
        });
        return command;
    }

    private static Booklet[]? Booklets(string? list)
    {
        string[] names = list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return names.All(name => name is "facilitator" or "workbook")
            ? [.. names.Distinct().Select(name => name == "workbook" ? Booklet.Workbook : Booklet.Facilitator)]
            : null;
    }

    private static int Build(VariantBuild build, DistFolder dist, Report report)
    {
        using var stop = new CancellationTokenSource();
        using PosixSignalRegistration interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
            ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        bool planned = build.TryPlan(report, out IReadOnlyList<VariantBuild.Planned> all);
        foreach (VariantBuild.Planned left in all.Where(item => !item.Variant.IsReady))
            Console.Error.WriteLine($"not built: {left.Shown} {Describe(left.Variant)}: {left.Variant.State}");
        bool clashed = false,
            stopped = false,
            sound = false;
        int count = 0;
        try
        {
            sound = build.Compile(
                all,
                report,
                (item, done) =>
                {
                    string name = done.Known?.FileName ?? done.Result.Package!.FileName;
                    if (dist.Clash(name) is { } clash)
                    {
                        Console.Error.WriteLine(clash);
                        clashed = true;
                        return (false, null);
                    }
                    Write(build, dist, item, done);
                    count++;
                    return (true, dist.PathOf(name));
                },
                stop.Token
            );
        }
        catch (OperationCanceledException)
        {
            stopped = true;
            Console.Error.WriteLine(
                $"Stopped. {(count == 1 ? "1 package is" : $"{count} packages are")} built; all others stand as they were before."
            );
        }
        dist.WriteChecksums();
        report.Finish();
        return stopped ? ExitCodes.Stopped
            : clashed ? ExitCodes.WrongArguments
            : sound && planned ? ExitCodes.Fine
            : ExitCodes.CourseHasErrors;

        // What is under way is left; the packages written so far get their checksums.
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    /// <summary>Writes what was made now, and notes it for the next build; what is known stands there already.</summary>
    internal static void Write(VariantBuild build, DistFolder dist, VariantBuild.Planned item, VariantBuild.Done done)
    {
        if (done.Known is { } known)
        {
            dist.Keep(new PackageSums(known.FileName, known.Sums));
            return;
        }
        (IReadOnlyList<(string, string)> files, PackageSums sums) = dist.Write(done.Result);
        if (done.Noted is { } noted)
            build.Cache?.Keep(
                item.Folder,
                done.Options,
                noted,
                new KnownPackage(sums.FileName, files, sums.Lines, done.Result.Facts!, done.Result.Diagnostics)
            );
    }

    internal static string Describe(Variant variant) =>
        string.Join(
            ' ',
            new[] { variant.Edition, variant.Language }
                .Concat(variant.MoreLanguages)
                .Append(variant.Country)
                .Append(variant.Lms)
                .Append(variant.Size == Model.PackageSize.Full ? null : VariantArguments.Word(variant.Size))
                .OfType<string>()
        );
}
