using System.Diagnostics;

namespace Protect.Scorm.Tests;

/// <summary><c>protect-scorm preview</c> in its own process, until it is disposed.</summary>
public sealed class PreviewProcess : IDisposable
{
    private readonly Process _process;

    private PreviewProcess(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Address of the tool's pages.</summary>
    public Uri Address { get; }

    /// <summary>Address of the played packages for a program that does not resolve their own hosts.</summary>
    public Uri Play => new UriBuilder(Address) { Host = "localhost", Port = Address.Port + 1 }.Uri;

    public static PreviewProcess Start(string folder, params string[] arguments) =>
        StartWith([Path.Combine(AppContext.BaseDirectory, "protect-scorm.dll")], folder, arguments);

    /// <summary>Starts the command with other arguments of <c>dotnet</c>.</summary>
    public static PreviewProcess StartWith(IEnumerable<string> host, string folder, params string[] arguments) =>
        Start(new ProcessStartInfo("dotnet", [.. host, "preview", .. arguments]), folder);

    /// <summary>Starts a published file instead.</summary>
    public static PreviewProcess StartPublished(string file, string folder, params string[] arguments) =>
        Start(new ProcessStartInfo(file, ["preview", .. arguments]), folder);

    private static PreviewProcess Start(ProcessStartInfo start, string folder)
    {
        (start.WorkingDirectory, start.RedirectStandardOutput, start.RedirectStandardError) = (folder, true, true);
        Process process = Process.Start(start)!;
        string? line = process.StandardOutput.ReadLine();
        return line is not null
            ? new PreviewProcess(process, new Uri(line.Split(' ')[0]))
            : throw new InvalidOperationException(process.StandardError.ReadToEnd());
    }

    /// <summary>
    /// Asks the process to end, as a closing terminal does (background processes ignore Ctrl-C). Returns false if it
    /// did not end within ten seconds.
    /// </summary>
    public bool Terminate()
    {
        using Process kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        return _process.WaitForExit(10_000);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
