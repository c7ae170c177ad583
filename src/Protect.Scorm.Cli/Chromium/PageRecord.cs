using System.Text.Json;

namespace Protect.Scorm.Cli.Chromium;

/// <summary>Things of one sort that happened: all are counted, the first ones are kept, cut to a bearable length.</summary>
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

/// <summary>What happened in a page, its frames and the windows it opened.</summary>
internal sealed class PageRecord(string? onlyServer)
{
    /// <summary>Messages, questions and warnings that stop a page, as “alert: text”. Each is dismissed; a question whether to leave is answered with yes.</summary>
    public CappedLog Dialogs { get; } = new();

    /// <summary>Errors nobody caught.</summary>
    public CappedLog Errors { get; } = new();

    /// <summary>Addresses outside the one server that were asked for. None was reached.</summary>
    public CappedLog Outside { get; } = new();

    /// <summary>Addresses of windows that were to be opened; the browser itself stops those that no touch of the learner asked for.</summary>
    public CappedLog Popups { get; } = new();

    /// <summary>The page's process ended.</summary>
    public bool IsCrashed { get; private set; }

    /// <summary>Takes what concerns the record from an event of the page.</summary>
    public void Take(DevToolsEvent told)
    {
        switch (told.Method)
        {
            case "Runtime.exceptionThrown":
                Errors.Add(Thrown(told.Values));
                break;
            case "Network.requestWillBeSent":
                Asked(told.Values.Text("request", "url"));
                break;
            case "Network.webSocketCreated":
                Asked(told.Values.Text("url"));
                break;
            case "Page.javascriptDialogOpening":
                Dialogs.Add($"{told.Values.Text("type")}: {told.Values.Text("message")}");
                break;
            case "Page.windowOpen":
                Popups.Add(told.Values.Text("url") is { Length: > 0 } address ? address : "about:blank");
                break;
            case "Inspector.targetCrashed":
                IsCrashed = true;
                break;
        }
    }

    private void Asked(string address)
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
