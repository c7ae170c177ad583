using System.Diagnostics;

namespace Protect.Scorm.Bench;

/// <summary>Whole processes, timed from outside: from before they start until they are gone.</summary>
internal static class Processes
{
    /// <summary>Seconds of one run. What it prints is read and thrown away; a failure is told with it.</summary>
    public static async Task<double> Run(string program, string[] arguments, string folder)
    {
        var clock = Stopwatch.StartNew();
        using Process process = Start(program, arguments, folder);
        Task<string> printed = process.StandardOutput.ReadToEndAsync(),
            faults = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        double seconds = clock.Elapsed.TotalSeconds;
        if (process.ExitCode != 0)
            throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await printed}\n{await faults}"
            );
        return seconds;
    }

    /// <summary>
    /// Peak memory of one run in MiB, looked at every millisecond: a run of its own, because looking disturbs. Of the process itself, not of those it starts.
    /// </summary>
    public static async Task<double> Peak(string program, string[] arguments, string folder)
    {
        using Process process = Start(program, arguments, folder);
        Task<string> printed = process.StandardOutput.ReadToEndAsync(),
            faults = process.StandardError.ReadToEndAsync();
        long peak = 0;
        while (!process.HasExited)
        {
            try
            {
                process.Refresh();
                peak = Math.Max(peak, Math.Max(process.PeakWorkingSet64, process.WorkingSet64));
            }
            catch (InvalidOperationException)
            {
                // It ended while we looked.
            }
            Thread.Sleep(1);
        }
        await Task.WhenAll(printed, faults);
        if (process.ExitCode != 0)
            throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await printed}\n{await faults}"
            );
        return peak / 1048576.0;
    }

    private static Process Start(string program, string[] arguments, string folder) =>
        Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        ) ?? throw new InvalidOperationException($"{program} did not start.");
}
