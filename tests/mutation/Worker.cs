using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Protect.Scorm.Mutation;

/// <summary>
/// Runs tests inside this process, with one mutant active at a time. Reads commands from the standard input:
/// <c>cover</c>, or <c>mutant: test test …</c>.
/// </summary>
internal static class Worker
{
    public static int Run(string folder, string filter, int count)
    {
        Type mutants = Assembly.LoadFrom(Path.Combine(folder, "Protect.Scorm.dll")).GetType("Mutants")!;
        FieldInfo active = mutants.GetField("Active")!,
            reached = mutants.GetField("Reached")!;
        var assembly = Assembly.LoadFrom(Path.Combine(folder, "Protect.Scorm.Tests.dll"));
        TextWriter answer = Console.Out;
        Console.SetOut(TextWriter.Null);
        using var framework = new XunitTestFramework(new Xunit.Sdk.NullMessageSink());
        using ITestFrameworkDiscoverer discoverer = framework.GetDiscoverer(Reflector.Wrap(assembly));
        var found = new Found();
        discoverer.Find(includeSourceInformation: false, found, new Options());
        found.Done.WaitOne();
        List<ITestCase> cases =
        [
            .. found
                .Cases.Where(test =>
                    Regex.IsMatch($"{test.TestMethod.TestClass.Class.Name} {test.DisplayName}", filter)
                )
                .OrderBy(test => test.UniqueID, StringComparer.Ordinal),
        ];
        using ITestFrameworkExecutor executor = framework.GetExecutor(assembly.GetName());
        void Activate(int number)
        {
            active.SetValue(null, number);
            Environment.SetEnvironmentVariable("PROTECT_MUTANT", $"{number}");
        }
        bool Passes(int test)
        {
            var outcome = new Outcome();
            executor.RunTests([cases[test]], outcome, new Options());
            outcome.Done.WaitOne();
            return outcome.Failed == 0;
        }
        while (Console.ReadLine() is { } line)
        {
            if (line == "cover")
            {
                for (int test = 0; test < cases.Count; test++)
                {
                    var hits = new bool[count];
                    reached.SetValue(null, hits);
                    var watch = Stopwatch.StartNew();
                    bool passes = Passes(test);
                    string numbers = string.Join(' ', Enumerable.Range(0, count).Where(number => hits[number]));
                    string name = cases[test].DisplayName.ReplaceLineEndings(" ").Replace('|', ' ');
                    string outcome = passes ? "1" : "0";
                    answer.WriteLine($"test {test}|{outcome}|{watch.ElapsedMilliseconds}|{name}|{numbers}");
                    answer.Flush();
                }
                reached.SetValue(null, null);
                answer.WriteLine("end");
                answer.Flush();
                continue;
            }
            string[] parts = line.Split(' ');
            int mutant = int.Parse(parts[0], CultureInfo.InvariantCulture);
            Activate(mutant);
            string result = "survived";
            foreach (string part in parts[1..])
            {
                int test = int.Parse(part, CultureInfo.InvariantCulture);
                answer.WriteLine($"runs {test}");
                answer.Flush();
                if (Passes(test))
                    continue;
                // A test that fails without the mutant too says that the process kept something of it.
                Activate(-1);
                result = Passes(test) ? $"killed {test}" : $"dirty {test}";
                break;
            }
            Activate(-1);
            answer.WriteLine(result);
            answer.Flush();
        }
        return 0;
    }

    private sealed class Found : Sink
    {
        public List<ITestCase> Cases { get; } = [];

        protected override void See(IMessageSinkMessage message)
        {
            if (message is ITestCaseDiscoveryMessage { TestCase: var test })
                Cases.Add(test);
            else if (message is IDiscoveryCompleteMessage)
                Done.Set();
        }
    }

    private sealed class Outcome : Sink
    {
        public int Failed { get; private set; }

        protected override void See(IMessageSinkMessage message)
        {
            if (message is ITestFailed or IErrorMessage or ITestCleanupFailure or ITestClassCleanupFailure)
                Failed++;
            if (message is ITestAssemblyFinished)
                Done.Set();
        }
    }

    private abstract class Sink : IMessageSink
    {
        public ManualResetEvent Done { get; } = new(false);

        public void Dispose() => Done.Dispose();

        public bool OnMessage(IMessageSinkMessage message)
        {
            See(message);
            return true;
        }

        protected abstract void See(IMessageSinkMessage message);
    }

    private sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> _values = new()
        {
            ["xunit.discovery.PreEnumerateTheories"] = true,
            ["xunit.execution.DisableParallelization"] = true,
            ["xunit.execution.SynchronousMessageReporting"] = true,
        };

        public TValue GetValue<TValue>(string name) =>
            _values.TryGetValue(name, out object? value) ? (TValue)value! : default!;

        public void SetValue<TValue>(string name, TValue value) => _values[name] = value;
    }
}
