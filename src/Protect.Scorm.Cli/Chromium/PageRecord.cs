using System.Text.Json;

namespace Protect.Scorm.Cli.Chromium;

/// <summary>Log of limited size: counts all entries, and keeps the first 200, cut to 500 characters each.</summary>
internal sealed class CappedLog
{
    public const int MostKept = 200,
        MostCharacters = 500;

    private readonly List<string> _first = [];

    public int Count { get; private set; }

    public IReadOnlyList<string> First
    {
        get
        {
            lock (_first)
                return [.. _first];
        }
    }

    public void Add(string what)
    {
        lock (_first)
        {
            Count++;
            if (_first.Count < MostKept)
                _first.Add(what.Length > MostCharacters ? what[..MostCharacters] + "…" : what);
        }
    }
}

/// <summary>Record of a page, its frames and the windows it opened.</summary>
internal sealed class PageRecord(string? onlyServer)
{
    private const int Quiet = 500,
        MostOpen = 5000;

    private readonly HashSet<string> _open = [];
    private long _lastRequest = Environment.TickCount64;

    /// <summary>
    /// JavaScript dialogs, as “alert: text”. Each is dismissed; the question whether to leave the page is accepted.
    /// </summary>
    public CappedLog Dialogs { get; } = new();

    /// <summary>Uncaught script errors.</summary>
    public CappedLog Errors { get; } = new();

    /// <summary>Requested addresses outside the only server. None was reached.</summary>
    public CappedLog Outside { get; } = new();

    /// <summary>
    /// Addresses of windows that the page tried to open. The browser blocks windows without a user action.
    /// </summary>
    public CappedLog Popups { get; } = new();

    /// <summary>Submissions of forms that the browser blocked, because the frame is sandboxed.</summary>
    public CappedLog BlockedForms { get; } = new();

    /// <summary>True if no request is open, and none was for half a second.</summary>
    public bool IsNetworkQuiet
    {
        get
        {
            lock (_open)
                return _open.Count == 0 && Environment.TickCount64 - _lastRequest > Quiet;
        }
    }

    /// <summary>True after the process of the page crashed.</summary>
    public bool IsCrashed { get; private set; }

    /// <summary>Adds an event of the page to the record, if it is relevant.</summary>
    public void Take(DevToolsEvent notification)
    {
        switch (notification.Method)
        {
            case "Runtime.exceptionThrown":
                Errors.Add(Thrown(notification.Values));
                break;
            case "Network.requestWillBeSent":
                Requested(notification.Values.Text("request", "url"));
                // A stream of events stays open.
                if (notification.Values.Text("type") != "EventSource")
                    Open(notification.Values.Text("requestId"), isOpen: true);
                break;
            case "Network.loadingFinished":
            case "Network.loadingFailed":
                Open(notification.Values.Text("requestId"), isOpen: false);
                break;
            case "Log.entryAdded":
                string entry = notification.Values.Text("entry", "text");
                if (entry.StartsWith("Blocked form submission", StringComparison.Ordinal))
                    BlockedForms.Add(entry);
                break;
            case "Network.webSocketCreated":
                Requested(notification.Values.Text("url"));
                break;
            case "Page.javascriptDialogOpening":
                Dialogs.Add($"{notification.Values.Text("type")}: {notification.Values.Text("message")}");
                break;
            case "Page.windowOpen":
                Popups.Add(notification.Values.Text("url") is { Length: > 0 } address ? address : "about:blank");
                break;
            case "Inspector.targetCrashed":
                IsCrashed = true;
                break;
        }
    }

    private void Open(string request, bool isOpen)
    {
        lock (_open)
        {
            _lastRequest = Environment.TickCount64;
            if (!isOpen)
                _open.Remove(request);
            else if (_open.Count < MostOpen)
                _open.Add(request);
        }
    }

    private void Requested(string address)
    {
        string[] inside = ["data:", "blob:", "about:", "chrome", "devtools:"];
        if (address.Length == 0 || inside.Any(scheme => address.StartsWith(scheme, StringComparison.Ordinal)))
            return;
        if (onlyServer is null || !address.StartsWith($"http://{onlyServer}/", StringComparison.Ordinal))
            Outside.Add(address);
    }

    private static string Thrown(JsonElement values)
    {
        JsonElement details = values.GetProperty("exceptionDetails");
        string text = details.Text("exception", "description");
        if (text.Length == 0)
            text = details.Text("text");
        return text.Split('\n')[0];
    }
}
