using System.Diagnostics;

namespace Protect.Scorm.Bench;

/// <summary>Timing of complete processes, from before the start until the exit.</summary>
internal static class Processes
{
    /// <summary>Returns the seconds of one run. Output is discarded, but included in a failure.</summary>
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
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await printed}\n"
                    + $"{await faults}"
            );
        return seconds;
    }

    /// <summary>
    /// Returns the peak memory of one run in MiB, sampled every millisecond. Needs its own run, because sampling slows
    /// it down. Child processes are not counted.
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
                // It ended between two samples.
            }
            Thread.Sleep(1);
        }
        await Task.WhenAll(printed, faults);
        if (process.ExitCode != 0)
            throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await printed}\n"
                    + $"{await faults}"
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
