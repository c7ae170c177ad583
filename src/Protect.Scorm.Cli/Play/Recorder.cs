using System.Diagnostics;
using System.Text.Json;
using Protect.Scorm.Inspecting;

namespace Protect.Scorm.Cli.Play;

/// <summary>
/// Records the messages of the LMS page and of the learner during one launch. The package can forge messages, so they
/// are treated as plain data and limited in number.
/// </summary>
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

    /// <summary>True after more calls than the limit.</summary>
    public bool IsFlooded { get; private set; }

    public double Milliseconds => _watch.Elapsed.TotalMilliseconds;

    /// <summary>True if all set values are committed and no message has arrived for 300 ms.</summary>
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

    /// <summary>Adds a message of the LMS page: a call, or the stored values.</summary>
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

    /// <summary>Adds an action of the learner.</summary>
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
            // A forged message, not from the LMS page.
        }
    }
}
