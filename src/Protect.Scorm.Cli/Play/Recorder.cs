using System.Diagnostics;
using System.Text.Json;
using Protect.Scorm.Inspecting;

namespace Protect.Scorm.Cli.Play;

/// <summary>Keeps what the page of the LMS and the learner tell of one launch, as it comes. What is played can tell lies too; they are words, and no more than fit.</summary>
internal sealed class Recorder
{
    private const int MostCalls = 20_000,
        MostActs = 5000;

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private readonly List<TraceCall> _calls = [];
    private readonly List<TraceAct> _acts = [];
    private TimeSpan _last;

    public IReadOnlyList<TraceCall> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    public IReadOnlyList<TraceAct> Acts
    {
        get
        {
            lock (_lock)
                return [.. _acts];
        }
    }

    public IReadOnlyDictionary<string, string> Stored { get; private set; } = new Dictionary<string, string>();

    /// <summary>More calls than anybody looks at.</summary>
    public bool IsFlooded { get; private set; }

    public double Milliseconds => _watch.Elapsed.TotalMilliseconds;

    /// <summary>Everything that was set is committed, and it has been quiet for a moment.</summary>
    public bool IsQuiet
    {
        get
        {
            lock (_lock)
                return _watch.Elapsed - _last > TimeSpan.FromMilliseconds(300)
                    && _calls.FindLastIndex(call => call.IsSet)
                        <= _calls.FindLastIndex(call => call.Name is "LMSCommit" or "LMSFinish");
        }
    }

    public void Began() => _watch.Restart();

    public void AddCall(string line) =>
        Take(
            line,
            json =>
            {
                switch (json.GetProperty("kind").GetString())
                {
                    case "call" when _calls.Count < MostCalls:
                        _calls.Add(TraceJson.Call(json));
                        break;
                    case "stored":
                        Stored = TraceJson.Record(json.GetProperty("stored"));
                        break;
                    default:
                        IsFlooded = true;
                        break;
                }
                _last = _watch.Elapsed;
            }
        );

    public void AddAct(string line) =>
        Take(
            line,
            json =>
            {
                if (_acts.Count < MostActs)
                    _acts.Add(
                        new TraceAct(
                            json.GetProperty("act").GetString() ?? "",
                            Math.Round(_watch.Elapsed.TotalMilliseconds)
                        )
                    );
            }
        );

    private void Take(string line, Action<JsonElement> take)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            lock (_lock)
                take(json.RootElement);
        }
        catch (Exception fault)
            when (fault is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            // not from our page
        }
    }
}
