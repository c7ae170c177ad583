using System.Diagnostics;
using Protect.Scorm.Cli.Cache;
using Protect.Scorm.Cli.Reports;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli;

/// <summary>
/// Plans the packages of several courses. Compiles those of one shard in parallel, and reports them in order.
/// </summary>
internal sealed class VariantBuild(
    IReadOnlyList<string> folders,
    VariantSelection wanted,
    CompileOptions options,
    int part,
    int parts
)
{
    /// <summary>
    /// Limit above which a run caches no modules: at about 1 MB per package they would evict the entries of other
    /// builds.
    /// </summary>
    private const int MostWithModules = 12;

    /// <summary>Planned package and its course.</summary>
    public sealed record Planned(string Shown, SourceFolder Folder, Variant Variant);

    /// <summary>Result for one package: compiled now, or cached by an earlier build.</summary>
    public sealed record Done(
        CompileResult Result,
        CompileOptions Options,
        BuildCache.Inputs? Inputs,
        CachedPackage? Cached,
        TimeSpan Time
    );

    /// <summary>Results of earlier builds; null to compile everything.</summary>
    public BuildCache? Cache { get; init; }

    /// <summary>
    /// Lists every package, ready or not. Returns false if a course cannot be read; its errors are then in the report.
    /// </summary>
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
    /// Compiles the packages that are ready. Memory stays bounded: no more packages are in progress than there are
    /// processors, plus one.
    /// </summary>
    /// <param name="planned">Packages to compile.</param>
    /// <param name="report">Receives each result, in order.</param>
    /// <param name="use">Writes a package and returns its path; stops everything if it returns false.</param>
    /// <param name="stop">Cancels the compilation.</param>
    /// <exception cref="OperationCanceledException">
    /// The user stopped the build; packages written before stay.
    /// </exception>
    public bool Compile(
        IReadOnlyList<Planned> planned,
        Report report,
        Func<Planned, Done, (bool Continues, string? Path)> use,
        CancellationToken stop = default
    )
    {
        bool sound = true;
        Planned[] mine = [.. VariantArguments.Shard(planned.Where(item => item.Variant.IsReady), part, parts)];
        var inProgress = new Queue<Task<Done>>();
        using Progress progress = Progress.OfConsole();
        for (int next = 0, reported = 0; reported < mine.Length; reported++)
        {
            for (; next < mine.Length && inProgress.Count <= Environment.ProcessorCount; next++)
            {
                Planned item = mine[next];
                inProgress.Enqueue(Task.Run(() => Make(item, keepsModules: mine.Length <= MostWithModules), stop));
            }
            Planned at = mine[reported];
            string name = $"{at.Shown} {BuildCommand.Describe(at.Variant)}".Trim();
            progress.Say($"{reported + 1} of {mine.Length}: {name}");
            Task<Done> task = inProgress.Dequeue();
            // Exceptions of the task are rethrown unchanged. A stopped build does not wait for the package in progress.
            Task.WhenAny(task, Task.Delay(Timeout.Infinite, stop)).GetAwaiter().GetResult();
            stop.ThrowIfCancellationRequested();
            Done done = task.GetAwaiter().GetResult();
            progress.Clear();
            sound &= done.Result.Image is not null;
            (bool continues, string? path) = done.Result.Image is null ? (true, null) : use(at, done);
            if (!continues)
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
        (CompileResult result, BuildCache.Inputs inputs) = Cache.Compile(item.Folder, own, keepsModules);
        return new Done(result, own, inputs, null, clock.Elapsed);
    }
}
