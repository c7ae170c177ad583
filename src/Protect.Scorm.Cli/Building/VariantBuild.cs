using System.Diagnostics;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Cli.Reports;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli.Building;

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
    /// Limit above which a run keeps no artifacts: at about 2 MB per package they would evict the entries of other
    /// builds.
    /// </summary>
    private const int MostWithArtifacts = 12;

    /// <summary>Planned package and its course.</summary>
    public sealed record Planned(string Shown, CourseSession Course, Variant Variant);

    /// <summary>Result for one package: compiled now, or cached by an earlier build.</summary>
    public sealed record Done(CompileResult Result, CompileOptions Options, CachedPackage? Cached, TimeSpan Time);

    /// <summary>Outcome for a compiled package.</summary>
    /// <param name="Result">Result to report, with the findings of writing it.</param>
    /// <param name="Path">Path of the package; null if it was not written.</param>
    /// <param name="Stops">True to compile no further packages.</param>
    public sealed record Used(CompileResult Result, string? Path = null, bool Stops = false);

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
            string shown = CourseArguments.Shown(path);
            var course = new CourseSession(SourceFolder.Course(path, shown));
            VariantSelection own = wanted with { IsForSeveralCourses = folders.Count > 1 };
            PlanResult plan = Cache is null ? course.Plan(own, options) : Cache.Plan(course, own, options);
            all.AddRange(plan.Variants.Select(variant => new Planned(shown, course, variant)));
            if (plan.Variants.Count > 0)
                continue;
            sound = false;
            report.Add(shown, new CompileResult { Diagnostics = plan.Diagnostics }, null, TimeSpan.Zero);
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
    /// <param name="use">Writes a package.</param>
    /// <param name="stop">Cancels the compilation.</param>
    /// <exception cref="OperationCanceledException">
    /// The user stopped the build; packages written before stay.
    /// </exception>
    public bool Compile(
        IReadOnlyList<Planned> planned,
        Report report,
        Func<Planned, Done, Used> use,
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
                inProgress.Enqueue(Task.Run(() => Make(item, keepsArtifacts: mine.Length <= MostWithArtifacts), stop));
            }
            Planned at = mine[reported];
            string name = $"{at.Shown} {VariantArguments.Describe(at.Variant)}".Trim();
            progress.Say($"{reported + 1} of {mine.Length}: {name}");
            Task<Done> task = inProgress.Dequeue();
            // Exceptions of the task are rethrown unchanged. A stopped build does not wait for the package in progress.
            Task.WhenAny(task, Task.Delay(Timeout.Infinite, stop)).GetAwaiter().GetResult();
            stop.ThrowIfCancellationRequested();
            Done done = task.GetAwaiter().GetResult();
            progress.Clear();
            Used used = done.Result.Image is null ? new(done.Result) : use(at, done);
            if (used.Stops)
                return false;
            sound &= used.Result.Image is not null;
            report.Add(at.Shown, used.Result, used.Path, done.Time);
        }
        return sound;
    }

    private Done Make(Planned item, bool keepsArtifacts)
    {
        var clock = Stopwatch.StartNew();
        CompileOptions own = item.Variant.Options(options);
        if (Cache?.Find(item.Course, own) is { } known)
            return new Done(
                new CompileResult
                {
                    Summary = known.Package.Summary.Restore(),
                    Image = known.Zip,
                    Diagnostics = [.. known.Package.Findings.Select(finding => finding.Restore())],
                },
                own,
                known.Package,
                clock.Elapsed
            );
        CompileResult result =
            Cache is not null && keepsArtifacts ? Cache.Compile(item.Course, own) : item.Course.Compile(own, null);
        return new Done(result, own, null, clock.Elapsed);
    }
}
