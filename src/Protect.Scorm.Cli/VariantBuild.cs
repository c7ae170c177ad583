using System.Diagnostics;
using Protect.Scorm.Cli.Reports;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli;

/// <summary>Plans the packages of several courses, and compiles those of one shard, side by side, told of in order.</summary>
internal sealed class VariantBuild(IReadOnlyList<string> folders, WantedVariants wanted, CompileOptions options, int part, int parts)
{
    /// <summary>A package and the course it is of.</summary>
    public sealed record Planned(string Shown, SourceFolder Folder, Variant Variant);

    /// <summary>Every package that would be built or is only listed; false when a course cannot be read, after its faults were reported.</summary>
    public bool TryPlan(Report report, out IReadOnlyList<Planned> planned)
    {
        var all = new List<Planned>();
        bool sound = true;
        foreach (string path in folders)
        {
            var bag = new DiagnosticBag();
            SourceFolder folder = SourceFolder.OnDisk(path, CourseArguments.Shown(path));
            if (BuildPlan.Of(folder, wanted, options, bag) is { } variants) all.AddRange(variants.Select(variant => new Planned(CourseArguments.Shown(path), folder, variant)));
            else
            {
                sound = false;
                report.Add(CourseArguments.Shown(path), new CompileResult { Diagnostics = bag.Sorted }, null, TimeSpan.Zero);
            }
        }
        planned = all;
        return sound;
    }

    /// <summary>Compiles what is ready; <paramref name="use"/> says where a package went, and stops everything with null.</summary>
    public bool Compile(IReadOnlyList<Planned> planned, Report report, Func<CompileResult, (bool GoOn, string? Path)> use)
    {
        bool sound = true;
        Planned[] mine = [.. VariantArguments.Shard(planned.Where(item => item.Variant.IsReady), part, parts)];
        foreach ((Planned item, CompileResult result, TimeSpan time) in mine.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(Timed))
        {
            sound &= result.Zip is not null;
            (bool goOn, string? path) = result.Zip is null ? (true, null) : use(result);
            if (!goOn) return false;
            report.Add(item.Shown, result, path, time);
        }
        return sound;
    }

    private (Planned Item, CompileResult Result, TimeSpan Time) Timed(Planned item)
    {
        var clock = Stopwatch.StartNew();
        Variant variant = item.Variant;
        return (item, CourseCompiler.Compile(item.Folder, options with
        {
            Edition = variant.Edition, Language = variant.Language, MoreLanguages = variant.MoreLanguages, Country = variant.Country, Lms = variant.Lms ?? options.Lms, Size = variant.Size,
        }), clock.Elapsed);
    }
}
