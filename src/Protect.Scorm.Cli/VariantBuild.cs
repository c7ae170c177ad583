using System.Diagnostics;
using Protect.Scorm.Cli.Reports;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli;

/// <summary>Plans the packages of several courses, and compiles those of one shard in order.</summary>
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

    /// <summary>Compiles what is ready, one after the other; <paramref name="use"/> says where a package went, and stops everything with null.</summary>
    public bool Compile(IReadOnlyList<Planned> planned, Report report, Func<CompileResult, (bool GoOn, string? Path)> use)
    {
        bool sound = true;
        foreach (Planned item in VariantArguments.Shard(planned.Where(item => item.Variant.IsReady), part, parts))
        {
            var clock = Stopwatch.StartNew();
            CompileResult result = CourseCompiler.Compile(item.Folder, options with { Language = item.Variant.Language, MoreLanguages = item.Variant.MoreLanguages, Country = item.Variant.Country, Lms = item.Variant.Lms ?? options.Lms });
            sound &= result.Zip is not null;
            (bool goOn, string? path) = result.Zip is null ? (true, null) : use(result);
            if (!goOn) return false;
            report.Add(item.Shown, result, path, clock.Elapsed);
        }
        return sound;
    }
}
