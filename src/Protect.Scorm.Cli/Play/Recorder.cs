using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Protect.Scorm.Inspecting.Running;

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

    /// <summary>True after a script has looked for the API and found it.</summary>
    public bool HasFoundApi { get; private set; }

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
                        <= _calls.FindLastIndex(call => call.IsCommit || call.IsTerminate);
        }
    }

    public void Began() => _watch.Restart();

    /// <summary>Adds a message of the LMS page: a call, or the stored values.</summary>
    public void AddCall(string line) =>
        Take(
            line,
            PlayJson.Default.LmsMessage,
            message =>
            {
                if (message.Call is { } call && _calls.Count < MostCalls)
                    _calls.Add(call with { At = Math.Round(call.At, 1), Took = Math.Round(call.Took, 1) });
                else if (message.Stored is { } stored)
                    Stored = stored
                        .Where(one => one.Value is not null)
                        .OrderBy(one => one.Key, StringComparer.Ordinal)
                        .ToDictionary();
                else if (message.Found)
                    HasFoundApi = true;
                else
                    IsFlooded = true;
                _last = _watch.Elapsed;
            }
        );

    /// <summary>Adds an action of the learner.</summary>
    public void AddAct(string line) =>
        Take(
            line,
            PlayJson.Default.LearnerAct,
            message =>
            {
                if (_acts.Count < MostActs)
                    _acts.Add(new TraceAct(message.Act, Math.Round(_watch.Elapsed.TotalMilliseconds)));
            }
        );

    private void Take<T>(string line, JsonTypeInfo<T> type, Action<T> take)
    {
        try
        {
            if (JsonSerializer.Deserialize(line, type) is { } message)
                lock (_lock)
                    take(message);
        }
        catch (JsonException)
        {
            // A forged message, not from the LMS page.
        }
    }
}
