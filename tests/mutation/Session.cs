using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Protect.Scorm.Mutation;

/// <summary>Runs the mutants of one room and prints those that survived.</summary>
/// <param name="built">Folder of the tests as built.</param>
/// <param name="every">Runs every n-th mutant.</param>
/// <param name="seed">Number of the first mutant that runs, below <paramref name="every"/>.</param>
/// <param name="minutes">Time after which no other mutant is started.</param>
internal sealed class Session(string root, string built, Room room, int every, int seed, int minutes)
{
    /// <summary>Extra time of a test before its mutant counts as hanging.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string _folder = Path.Combine(root, "tests", "mutation", "out", room.Name);
    private readonly List<(bool Passes, int Time, string Name)> _tests = [];
    private readonly Dictionary<int, List<int>> _covering = [];
    private readonly Dictionary<int, int> _kills = [];
    private IReadOnlyList<Mutant> _mutants = [];

    public int Run()
    {
        var watch = Stopwatch.StartNew();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        Copy(built, _folder);
        Copy(AppContext.BaseDirectory, _folder, "Protect.Scorm.Mutation.*");
        _mutants = Build.Into(_folder, root, name => Regex.IsMatch(name, room.Files));
        Console.WriteLine($"{room.Name}: {_mutants.Count} mutants");
        Cover();
        int[] failing = [.. Enumerable.Range(0, _tests.Count).Where(test => !_tests[test].Passes)];
        foreach (int test in failing)
            Console.WriteLine($"Left out, fails without a mutant: {_tests[test].Name}");
        Console.WriteLine(
            $"{_tests.Count - failing.Length} tests, {_tests.Sum(test => test.Time) / 1000} s; "
                + $"{_mutants.Count(mutant => !_covering.ContainsKey(mutant.Number))} mutants that no test reaches"
        );
        int killed = 0,
            hung = 0,
            ran = 0;
        var survivors = new List<Mutant>();
        Process? worker = null;
        foreach (Mutant mutant in Chosen())
        {
            if (watch.Elapsed.TotalMinutes > minutes)
                break;
            ran++;
            if (mutant.IsStatic)
                Stop(ref worker); // its code ran already
            string result = Try(mutant, ref worker);
            if (result.StartsWith("dirty", StringComparison.Ordinal))
            {
                Stop(ref worker);
                result = Try(mutant, ref worker);
                Stop(ref worker);
            }
            if (mutant.IsStatic)
                Stop(ref worker);
            if (result == "survived")
            {
                survivors.Add(mutant);
                Console.WriteLine($"{mutant.File}:{mutant.Line} #{mutant.Number} {mutant.Before}  =>  {mutant.After}");
            }
            else
                killed++;
            if (result == "hung")
                hung++;
            Console.Out.Flush();
        }
        Stop(ref worker);
        string scope = ran == _mutants.Count ? "" : $" of {_mutants.Count} (every {every}, from {seed})";
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {room.Name} | {ran}{scope} | {killed} ({hung} by time or crash) | {survivors.Count} | "
                    + $"{100.0 * killed / Math.Max(1, ran):0.0} % | {DateTime.UtcNow:yyyy-MM-dd} |"
            )
        );
        return 0;
    }

    // In random order, so that a run that time ends is a fair sample. Each entry of a table needs a process of its own.
    private IEnumerable<Mutant> Chosen()
    {
        Mutant[] chosen = [.. _mutants.Where((_, index) => index % every == seed)];
        new Random(seed).Shuffle(chosen);
        return chosen.OrderBy(mutant => mutant.IsStatic);
    }

    private string Try(Mutant mutant, ref Process? worker)
    {
        IEnumerable<int> tests = _covering.GetValueOrDefault(mutant.Number) ?? [];
        if (!tests.Any() && !mutant.IsStatic)
            return "survived";
        if (mutant.IsStatic) // a table is built once, for the first test; all tests of its file may use it
        {
            int[] ofFile =
            [
                .. _mutants
                    .Where(other => !other.IsStatic && other.File == mutant.File && _covering.ContainsKey(other.Number))
                    .SelectMany(other => _covering[other.Number])
                    .Distinct(),
            ];
            tests = ofFile.Length > 0 ? ofFile : Enumerable.Range(0, _tests.Count).Where(test => _tests[test].Passes);
        }
        tests = tests.OrderBy(test => (1.0 + _tests[test].Time) / (1 + 5 * _kills.GetValueOrDefault(test)));
        worker ??= Start(mutant);
        worker.StandardInput.WriteLine($"{mutant.Number} {string.Join(' ', tests)}");
        worker.StandardInput.Flush();
        int current = -1;
        while (true)
        {
            Task<string?> next = worker.StandardOutput.ReadLineAsync();
            TimeSpan limit =
                Patience * (current < 0 ? 6 : 1)
                + TimeSpan.FromMilliseconds(current < 0 ? 0 : 40 * _tests[current].Time);
            if (!next.Wait(limit) || next.Result is not { } line)
            {
                Stop(ref worker);
                return "hung";
            }
            if (line.StartsWith("runs ", StringComparison.Ordinal))
                current = int.Parse(line[5..], CultureInfo.InvariantCulture);
            else
            {
                if (line.StartsWith("killed", StringComparison.Ordinal))
                    _kills[current] = _kills.GetValueOrDefault(current) + 1;
                return line;
            }
        }
    }

    private void Cover()
    {
        Process? worker = Start(first: null);
        worker.StandardInput.WriteLine("cover");
        worker.StandardInput.Flush();
        while (worker.StandardOutput.ReadLine() is { } line && line != "end")
        {
            string[] parts = line.Split('|');
            _tests.Add((parts[1] == "1", int.Parse(parts[2], CultureInfo.InvariantCulture), parts[3]));
            if (parts[1] != "1")
                continue;
            foreach (string number in parts[4].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                int key = int.Parse(number, CultureInfo.InvariantCulture);
                if (!_covering.TryGetValue(key, out List<int>? list))
                    _covering[key] = list = [];
                list.Add(_tests.Count - 1);
            }
        }
        Stop(ref worker);
    }

    /// <param name="first">First mutant that runs in it, or null. It is on when the tests are discovered.</param>
    private Process Start(Mutant? first)
    {
        int count = _mutants.Count == 0 ? 0 : _mutants.Max(mutant => mutant.Number) + 1;
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = _folder,
        };
        string tests = Path.Combine(_folder, "Protect.Scorm.Tests");
        foreach (
            string argument in (string[])
                [
                    "exec",
                    "--depsfile",
                    tests + ".deps.json",
                    "--runtimeconfig",
                    tests + ".runtimeconfig.json",
                    Path.Combine(_folder, "Protect.Scorm.Mutation.dll"),
                    "work",
                    _folder,
                    room.Tests,
                    $"{count}",
                ]
        )
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x80000000"; // a mutant may never stop to collect
        start.Environment["DOTNET_TieredPGO"] = "0";
        if (first is { IsStatic: true })
            start.Environment["PROTECT_MUTANT"] = $"{first.Number}";
        return Process.Start(start)!;
    }

    private static void Stop(ref Process? worker)
    {
        if (worker is null)
            return;
        worker.Kill(entireProcessTree: true);
        worker.Dispose();
        worker = null;
    }

    private static void Copy(string from, string to, string pattern = "*")
    {
        foreach (string file in Directory.EnumerateFiles(from, pattern, SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
