using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Bench;

/// <summary>The paths a build spends its time on, jitted and warm, with what they allocate.</summary>
internal static class HotBench
{
    public static Task Run(Bench bench)
    {
        HotPaths.Folder = bench.Course(1);
        // In this process: a project of its own for each benchmark, as is usual, takes longer here than the measuring.
        var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
        ManualConfig config = ManualConfig
            .CreateEmpty()
            .AddJob(job)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddColumn(StatisticColumn.Median)
            .AddDiagnoser(BenchmarkDotNet.Diagnosers.MemoryDiagnoser.Default)
            .AddLogger(NullLogger.Instance)
            .WithArtifactsPath(Path.Combine(bench.Work, "hot"));
        BenchmarkDotNet.Reports.Summary summary = BenchmarkRunner.Run<HotPaths>(config);
        Console.WriteLine();
        MarkdownExporter.GitHub.ExportToLog(summary, ConsoleLogger.Unicode);
        return Task.CompletedTask;
    }
}

/// <summary>Of the common course at 1×.</summary>
public class HotPaths
{
    public static string Folder { get; set; } = "";

    private readonly SourceFile _module = SourceFolder.OnDisk(Folder, "").Text("modules/m001.yaml")!;

    [Benchmark(Description = "the whole library: read, check, render, pack, inspect")]
    public CompileResult Compile() => CourseCompiler.Compile(SourceFolder.OnDisk(Folder, ""), new CompileOptions());

    [Benchmark(Description = "one module's YAML")]
    public object? Yaml() => YamlDocument.Parse(_module, new DiagnosticBag());
}
