using System.Diagnostics;

namespace Protect.Scorm.Tests;

/// <summary>Runs the real command in its own process and folder.</summary>
internal sealed class CommandLine : IDisposable
{
    /// <summary>Time after which a command counts as hanging.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public string Folder { get; } = Directory.CreateTempSubdirectory("protect-scorm-").FullName;

    /// <summary>Arguments of <c>dotnet</c> that start the command.</summary>
    public IReadOnlyList<string> Host { get; set; } = [Path.Combine(AppContext.BaseDirectory, "protect-scorm.dll")];

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public (int Code, string Output, string Errors) Run(params string[] arguments) => RunIn("", [], arguments);

    public (int Code, string Output, string Errors) RunIn(
        string folder,
        Dictionary<string, string> environment,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path.Combine(Folder, folder),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in Host.Concat(arguments))
            start.ArgumentList.Add(argument);
        start.Environment.Remove("CI"); // in CI the command prints progress
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(),
            output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Longest))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(
                $"“{string.Join(' ', arguments)}” did not end in {Longest.TotalMinutes} minutes."
            );
        }
        return (process.ExitCode, output.Result, errors.Result);
    }

    public void Write(string path, string text)
    {
        string full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
