using System.Globalization;
using Protect.Scorm.Bench;

// One command, one table per part. Each part also runs alone: build, packages, learner, inspect, preview, hot.
var parts = new Dictionary<string, Func<Bench, Task>>
{
    ["build"] = BuildBench.Run,
    ["packages"] = PackagesBench.Run,
    ["learner"] = LearnerBench.Run,
    ["inspect"] = InspectBench.Run,
    ["hot"] = HotBench.Run,
};

string[] words = [.. args.Where(word => !word.Contains('='))];
string? wrong = words.FirstOrDefault(word => word != "all" && !parts.ContainsKey(word));
if (wrong is not null)
{
    Console.Error.WriteLine(
        $"There is no part “{wrong}”. Parts: all, {string.Join(", ", parts.Keys)}. Options: tool=<a published "
            + "protect-scorm>, scales=1,5,20,100, rounds=5."
    );
    return 2;
}
string? Option(string name) =>
    args.FirstOrDefault(word => word.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
Bench bench = await Bench.Prepare(
    Option("tool"),
    Option("scales"),
    Option("rounds") is { } rounds ? int.Parse(rounds, CultureInfo.InvariantCulture) : null
);
foreach (
    (string name, Func<Bench, Task> run) in parts.Where(part =>
        words.Length == 0 || words.Contains("all") || words.Contains(part.Key)
    )
)
{
    var clock = System.Diagnostics.Stopwatch.StartNew();
    await run(bench);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n({name}: {clock.Elapsed.TotalSeconds:0} s)\n"));
}
return 0;
