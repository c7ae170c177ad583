using System.Diagnostics;
using Protect.Scorm.Cli.Chromium;

namespace Protect.Scorm.Browser.Tests;

/// <summary>
/// Finds a Chromium or Chrome, or installs one, and prints which. Fails if there is none: tests are never skipped.
/// </summary>
internal static class Chromium
{
    private static readonly Lock s_installing = new();

    /// <summary>Chromium without windows: its pages take less than half the processor time.</summary>
    private const string Shell = "/usr/bin/chromium-headless-shell",
        Packaged = "/usr/bin/chromium";

    /// <summary>Returns the path of the browser, or null to use the one that Playwright installed.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable(ChromiumPath.Variable) is { Length: > 0 })
            return ChromiumPath.Find(out string why) is { } named
                ? Say(named, $"named by {ChromiumPath.Variable}")
                : throw new InvalidOperationException(why);
        if (ChromiumPath.Find(out _) is not { } found)
        {
            Console.WriteLine("No Chromium found: installing one.");
            if (Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0)
            {
                Say("Playwright's Chromium", "installed by Playwright");
                return null;
            }
            found =
                Install("chromium") && ChromiumPath.Find(out _) is { } packaged
                    ? packaged
                    : throw new InvalidOperationException(
                        "There is no Chromium, and none could be installed. Install one, "
                            + $"or name it in {ChromiumPath.Variable}."
                    );
        }
        bool hasShell =
            File.Exists(Shell)
            || (
                found == Packaged
                && Environment.UserName == "root"
                && Install("chromium-headless-shell")
                && File.Exists(Shell)
            );
        return Say(
            hasShell ? Shell : found,
            hasShell ? "the distribution's, without windows" : "found as the tool finds it"
        );
    }

    /// <summary>Returns the launch options, which turn off the browser's own network requests.</summary>
    public static Microsoft.Playwright.BrowserTypeLaunchOptions Options(string? path)
    {
        List<string> arguments =
        [
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ];
        if (Environment.UserName == "root")
            arguments.Add("--no-sandbox");
        return new() { ExecutablePath = path, Args = arguments };
    }

    private static string Say(string path, string how)
    {
        Console.WriteLine($"Browser tests use {path} ({how}).");
        return path;
    }

    /// <summary>Installs a package of the distribution, where permitted. Waits for other installations.</summary>
    public static bool Install(string package)
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/apt-get"))
            return false;
        string sudo = Environment.UserName == "root" ? "" : "sudo -n ";
        lock (s_installing)
            return Run(
                $"{sudo}apt-get update -qq && {sudo}apt-get -o DPkg::Lock::Timeout=400 install -y -qq {package}"
            );
    }

    private static bool Run(string command)
    {
        using Process process = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true }
        )!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
