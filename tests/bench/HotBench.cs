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

/// <summary>Time and allocations of the hot paths of a build, after JIT compilation and warm-up.</summary>
internal static class HotBench
{
    public static Task Run(Bench bench)
    {
        HotPaths.Folder = bench.Course(1);
        // Runs in this process: the usual separate project per benchmark takes longer than the measurement.
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

/// <summary>Benchmarks on the common course at 1×.</summary>
public class HotPaths
{
    public static string Folder { get; set; } = "";

    private readonly SourceFile _module = SourceFolder.OnDisk(Folder, "").Text("modules/m001.yaml")!;

    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Performance",
        "CA1822",
        Justification = "Benchmarks are instance methods."
    )]
    [Benchmark(Description = "the complete library: read, check, render, pack, inspect")]
    public CompileResult Compile() => CourseCompiler.Compile(SourceFolder.OnDisk(Folder, ""), new CompileOptions());

    [Benchmark(Description = "one module's YAML")]
    public object? Yaml() => YamlDocument.Parse(_module, new DiagnosticBag());
}
