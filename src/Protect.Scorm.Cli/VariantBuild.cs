using System.Diagnostics;
using Protect.Scorm.Cli.Cache;
using Protect.Scorm.Cli.Reports;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli;

/// <summary>Plans the packages of several courses, and compiles those of one shard, side by side, told of in order.</summary>
internal sealed class VariantBuild(
    IReadOnlyList<string> folders,
    VariantSelection wanted,
    CompileOptions options,
    int part,
    int parts
)
{
    /// <summary>A run of more packages keeps no modules: a megabyte for each package would push out what earlier builds kept.</summary>
    private const int MostWithModules = 12;

    /// <summary>A package and the course it is of.</summary>
    public sealed record Planned(string Shown, SourceFolder Folder, Variant Variant);

    /// <summary>What came of one: compiled now, or known from an earlier build.</summary>
    public sealed record Done(
        CompileResult Result,
        CompileOptions Options,
        BuildCache.Noted? Noted,
        KnownPackage? Known,
        TimeSpan Time
    );

    /// <summary>What earlier builds left; null to do everything anew.</summary>
    public BuildCache? Cache { get; init; }

    /// <summary>Every package that would be built or is only listed; false when a course cannot be read, after its faults were reported.</summary>
    public bool TryPlan(Report report, out IReadOnlyList<Planned> planned)
    {
        var all = new List<Planned>();
        bool sound = true;
        foreach (string path in folders)
        {
            var bag = new DiagnosticBag();
            SourceFolder folder = SourceFolder.OnDisk(path, CourseArguments.Shown(path));
            if (
                (
                    Cache is null
                        ? BuildPlan.Create(folder, wanted, options, bag)
                        : Cache.Plan(folder, wanted, options, bag)
                ) is
                { } variants
            )
                all.AddRange(variants.Select(variant => new Planned(CourseArguments.Shown(path), folder, variant)));
            else
            {
                sound = false;
                report.Add(
                    CourseArguments.Shown(path),
                    new CompileResult { Diagnostics = bag.Sorted },
                    null,
                    TimeSpan.Zero
                );
            }
        }
        planned = all;
        return sound;
    }

    /// <summary>
    /// Compiles what is ready; <paramref name="use"/> says where a package went, and stops everything with false. As many are under way as there are processors, and
    /// a few more wait to be told of, whatever the number of all.
    /// </summary>
    /// <exception cref="OperationCanceledException">Somebody stopped the build; what was used until then stays.</exception>
    public bool Compile(
        IReadOnlyList<Planned> planned,
        Report report,
        Func<Planned, Done, (bool GoOn, string? Path)> use,
        CancellationToken stop = default
    )
    {
        bool sound = true;
        Planned[] mine = [.. VariantArguments.Shard(planned.Where(item => item.Variant.IsReady), part, parts)];
        var underWay = new Queue<Task<Done>>();
        using Progress progress = Progress.OfConsole();
        for (int next = 0, told = 0; told < mine.Length; told++)
        {
            for (; next < mine.Length && underWay.Count <= Environment.ProcessorCount; next++)
            {
                Planned item = mine[next];
                underWay.Enqueue(Task.Run(() => Make(item, keepsModules: mine.Length <= MostWithModules), stop));
            }
            Planned at = mine[told];
            progress.Say(
                $"{told + 1} of {mine.Length}: {string.Join(' ', new[] { at.Shown, BuildCommand.Describe(at.Variant) }.Where(words => words.Length > 0))}"
            );
            Task<Done> task = underWay.Dequeue();
            // A fault is thrown as it is; whoever stops the build does not wait for the package under way.
            Task.WhenAny(task, Task.Delay(Timeout.Infinite, stop)).GetAwaiter().GetResult();
            stop.ThrowIfCancellationRequested();
            Done done = task.GetAwaiter().GetResult();
            progress.Clear();
            sound &= done.Result.Image is not null;
            (bool goOn, string? path) = done.Result.Image is null ? (true, null) : use(at, done);
            if (!goOn)
                return false;
            report.Add(at.Shown, done.Result, path, done.Time);
        }
        return sound;
    }

    private Done Make(Planned item, bool keepsModules)
    {
        var clock = Stopwatch.StartNew();
        Variant variant = item.Variant;
        CompileOptions own = options with
        {
            Edition = variant.Edition,
            Language = variant.Language,
            MoreLanguages = variant.MoreLanguages,
            Country = variant.Country,
            Lms = variant.Lms ?? options.Lms,
            Size = variant.Size,
        };
        if (Cache is null)
            return new Done(CourseCompiler.Compile(item.Folder, own), own, null, null, clock.Elapsed);
        if (Cache.Find(item.Folder, own) is { } known)
            return new Done(
                new CompileResult
                {
                    Summary = known.Package.Summary,
                    Image = known.Zip,
                    Diagnostics = known.Package.Diagnostics,
                },
                own,
                null,
                known.Package,
                clock.Elapsed
            );
        (CompileResult result, BuildCache.Noted noted) = Cache.Compile(item.Folder, own, keepsModules);
        return new Done(result, own, noted, null, clock.Elapsed);
    }
}
