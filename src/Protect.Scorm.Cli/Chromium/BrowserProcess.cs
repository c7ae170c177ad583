using System.Diagnostics;
using System.Net.WebSockets;
using System.Runtime.InteropServices;

namespace Protect.Scorm.Cli.Chromium;

/// <summary>Process of a browser and its profile. Disposing ends the process and deletes the profile.</summary>
internal sealed class BrowserProcess : IAsyncDisposable
{
    /// <summary>Longest time a browser may take to start, even on a busy machine.</summary>
    public static readonly TimeSpan StartingTime = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly BrowserProfile _profile;
    private readonly bool _byPipe;
    private readonly Queue<string> _errors = new();
    private readonly TaskCompletionSource _lastError = new();
    private readonly PosixSignalRegistration[] _signals;

    private BrowserProcess(Process process, BrowserProfile profile, bool byPipe)
    {
        (_process, _profile, _byPipe) = (process, profile, byPipe);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += EndOnExit;
        _signals =
        [
            .. ((PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP]).Select(signal =>
                PosixSignalRegistration.Create(signal, _ => EndOnExit(null, EventArgs.Empty))
            ),
        ];
    }

    /// <summary>
    /// Last lines of error output, without those about services that a headless browser does not need.
    /// </summary>
    public string LastErrors
    {
        get
        {
            lock (_errors)
                return string.Join(" ", _errors);
        }
    }

    /// <summary>Waits a moment, and returns true if the process has ended. Then its error output is complete.</summary>
    public async Task<bool> HasEnded()
    {
        if (!_process.WaitForExit(TimeSpan.FromSeconds(1)))
            return false;
        // A child process may keep the output open.
        await Task.WhenAny(_lastError.Task, Task.Delay(TimeSpan.FromSeconds(10)));
        return true;
    }

    /// <summary>Starts the process.</summary>
    /// <param name="path">Executable.</param>
    /// <param name="onlyServer">Host and port that pages can reach; null for none.</param>
    /// <param name="byPipe">
    /// True to connect by pipes, false by a port on the loopback; null for pipes except on Windows.
    /// </param>
    /// <param name="sandbox">Sandbox of the browser.</param>
    public static BrowserProcess Start(string path, string? onlyServer, bool? byPipe, BrowserSandbox sandbox)
    {
        bool pipes = byPipe ?? !OperatingSystem.IsWindows();
        string[] command = [.. BrowserSandboxes.Before(sandbox), path];
        var start = new ProcessStartInfo(command[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = pipes,
            RedirectStandardError = true,
        };
        if (pipes)
        {
            // The browser reads commands from descriptor 3 and writes answers to 4; only a shell can open these.
            start.FileName = "/bin/sh";
            command = ["/bin/sh", "-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null", .. command];
        }
        BrowserProfile profile = BrowserProfile.Create();
        foreach (string word in command[1..].Concat(Flags(profile.Folder, onlyServer ?? "127.0.0.1:9", pipes, sandbox)))
            start.ArgumentList.Add(word);
        try
        {
            Process process = Process.Start(start)!;
            profile.Record(process);
            return new BrowserProcess(process, profile, pipes);
        }
        catch (Exception fault) when (fault is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            profile.Dispose();
            throw new BrowserStartException($"“{path}” cannot be started: {fault.Message}");
        }
    }

    /// <summary>Connects to the browser by pipe or port; the port must open within a time.</summary>
    public async Task<IDevToolsLink> Link(TimeSpan within, CancellationToken stop)
    {
        if (_byPipe)
            return new PipeLink(_process.StandardInput.BaseStream, _process.StandardOutput.BaseStream);
        string file = Path.Combine(_profile.Folder, "DevToolsActivePort");
        string[] lines = [];
        for (var waited = Stopwatch.StartNew(); lines.Length < 2; await Task.Delay(20, stop))
        {
            if (_process.HasExited || waited.Elapsed > within)
                throw new DevToolsException("The browser did not open its DevTools port.");
            if (File.Exists(file))
                lines = await File.ReadAllLinesAsync(file, stop);
        }
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{lines[0]}{lines[1]}"), stop);
        return new SocketLink(socket);
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndOnExit;
        foreach (PosixSignalRegistration signal in _signals)
            signal.Dispose();
        End();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _process.WaitForExitAsync(soon.Token);
        }
        catch (OperationCanceledException)
        {
            // The process was killed but has not exited yet; try to delete the profile anyway.
        }
        _profile.Dispose();
        _process.Dispose();
    }

    /// <summary>
    /// Returns the command-line flags. The only server is also the proxy, so requests to any address, including the
    /// loopback, arrive there. Host names are never resolved.
    /// </summary>
    private static IEnumerable<string> Flags(string profile, string onlyServer, bool pipes, BrowserSandbox sandbox) =>
        [
            "--headless=new",
            pipes ? "--remote-debugging-pipe" : "--remote-debugging-port=0",
            $"--user-data-dir={profile}",
            $"--proxy-server=http://{onlyServer}",
            "--proxy-bypass-list=<-loopback>",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
            "--disable-quic",
            "--deny-permission-prompts",
            "--js-flags=--max-old-space-size=512",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-extensions",
            "--disable-default-apps",
            "--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider",
            "--disable-breakpad",
            "--disable-client-side-phishing-detection",
            "--metrics-recording-only",
            "--password-store=basic",
            "--use-mock-keychain",
            "--mute-audio",
            "--hide-scrollbars",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--lang=en-GB",
            "--disable-background-timer-throttling",
            "--disable-backgrounding-occluded-windows",
            "--disable-renderer-backgrounding",
            .. sandbox == BrowserSandbox.Off ? (string[])["--no-sandbox"] : [],
            "about:blank",
        ];

    private void Keep(string? line)
    {
        if (line is null)
            _lastError.TrySetResult();
        if (string.IsNullOrWhiteSpace(line) || line.Contains("dbus", StringComparison.OrdinalIgnoreCase))
            return;
        lock (_errors)
        {
            _errors.Enqueue(line.Trim());
            if (_errors.Count > 3)
                _errors.Dequeue();
        }
    }

    private void EndOnExit(object? sender, EventArgs e)
    {
        End();
        _profile.Dispose();
    }

    /// <summary>Kills the process and its children.</summary>
    public void End()
    {
        try
        {
            if (!_process.HasExited)
                _process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // The process has already exited.
        }
    }
}
