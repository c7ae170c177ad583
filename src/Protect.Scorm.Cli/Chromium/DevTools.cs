using System.Collections.Concurrent;
using System.Text.Json;

namespace Protect.Scorm.Cli.Chromium;

/// <summary>Event of the browser. The session is empty for events of the browser itself.</summary>
internal sealed record DevToolsEvent(string Session, string Method, JsonElement Values);

/// <summary>Exception thrown when the browser refuses a command or is gone.</summary>
internal sealed class DevToolsException(string message) : Exception(message);

/// <summary>Exception thrown when no browser can be started. The message says what to do.</summary>
internal sealed class BrowserStartException(string message) : Exception(message)
{
    /// <summary>True if the process ended, false if it did not answer.</summary>
    public bool HasEnded { get; init; }
}

/// <summary>
/// Client of the Chrome DevTools protocol: numbered commands, answers with the same number, and events. The only reader
/// calls the event handler in order; the handler may send commands, but must not block.
/// </summary>
internal sealed class DevTools : IAsyncDisposable
{
    /// <summary>
    /// Default timeout of a command, long enough for a busy machine. A page in an endless loop answers no command.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IDevToolsLink _link;
    private readonly Action<DevToolsEvent> _notify;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _open = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _end = new();
    private int _last;

    public DevTools(IDevToolsLink link, Action<DevToolsEvent> notification)
    {
        (_link, _notify) = (link, notification);
        Closed = Task.Run(Read);
    }

    /// <summary>Completes when the connection is closed, with a sentence that gives the reason.</summary>
    public Task<string> Closed { get; }

    /// <summary>Sends a command and returns its result.</summary>
    /// <exception cref="DevToolsException">The command was refused, or the browser is gone.</exception>
    /// <exception cref="TimeoutException">No answer arrived in time.</exception>
    public async Task<JsonElement> Ask(
        string method,
        Action<Utf8JsonWriter>? values = null,
        string session = "",
        TimeSpan? within = null,
        CancellationToken stop = default
    )
    {
        int id = Interlocked.Increment(ref _last);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _open[id] = answer;
        try
        {
            if (Closed.IsCompleted)
                throw new DevToolsException($"{method}: {await Closed}");
            await Write(id, method, values, session, stop);
            return await answer.Task.WaitAsync(within ?? Patience, stop);
        }
        catch (Exception gone)
            when (gone is IOException or ObjectDisposedException or System.Net.WebSockets.WebSocketException)
        {
            throw new DevToolsException($"{method}: the browser is gone.");
        }
        finally
        {
            _open.TryRemove(id, out _);
        }
    }

    /// <summary>Sends a command and ignores its result.</summary>
    public async void Send(string method, Action<Utf8JsonWriter>? values = null, string session = "")
    {
        try
        {
            await Ask(method, values, session);
        }
        catch (Exception late) when (late is DevToolsException or TimeoutException or OperationCanceledException)
        {
            // The target page is gone or busy.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _link.Dispose();
        await Task.WhenAny(Closed, Task.Delay(5000)); // a read that ignores cancellation ends with the process
    }

    private async Task Write(
        int id,
        string method,
        Action<Utf8JsonWriter>? values,
        string session,
        CancellationToken stop
    )
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("id", id);
            json.WriteString("method", method);
            if (session.Length > 0)
                json.WriteString("sessionId", session);
            json.WriteStartObject("params");
            values?.Invoke(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        await _turn.WaitAsync(stop);
        try
        {
            await _link.Send(bytes.ToArray(), _end.Token);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<string> Read()
    {
        string why = "the browser is gone.";
        try
        {
            while (await _link.Receive(_end.Token) is { } message)
                Take(message);
        }
        catch (InvalidDataException fault)
        {
            why = fault.Message;
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The connection was closed by either side.
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            why = $"the browser sent an unreadable message: {fault.Message}";
        }
        foreach (TaskCompletionSource<JsonElement> waiting in _open.Values)
            waiting.TrySetException(new DevToolsException(why));
        return why;
    }

    private void Take(byte[] message)
    {
        using JsonDocument document = JsonDocument.Parse(message, new JsonDocumentOptions { MaxDepth = 256 });
        JsonElement root = document.RootElement;
        if (root.TryGetProperty("id", out JsonElement id))
        {
            if (!_open.TryGetValue(id.GetInt32(), out TaskCompletionSource<JsonElement>? answer))
                return;
            if (root.TryGetProperty("error", out JsonElement error))
                answer.TrySetException(new DevToolsException(error.GetProperty("message").GetString() ?? "refused"));
            else
                answer.TrySetResult(root.TryGetProperty("result", out JsonElement result) ? result.Clone() : default);
        }
        else if (root.TryGetProperty("method", out JsonElement method))
        {
            string session = root.TryGetProperty("sessionId", out JsonElement own) ? own.GetString() ?? "" : "";
            _notify(
                new DevToolsEvent(
                    session,
                    method.GetString() ?? "",
                    root.TryGetProperty("params", out JsonElement values) ? values.Clone() : default
                )
            );
        }
    }
}

/// <summary>Accessors for optional members of an answer.</summary>
internal static class Answers
{
    /// <summary>Returns the text at a path of members; empty if it is missing or not a text.</summary>
    public static string Text(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (string name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return "";
        }
        return element.ValueKind == JsonValueKind.String ? element.GetString() ?? "" : "";
    }

    /// <summary>Returns a text as a JavaScript string literal.</summary>
    public static string Literal(string text) =>
        $"\"{System.Text.Encodings.Web.JavaScriptEncoder.Default.Encode(text)}\"";
}
