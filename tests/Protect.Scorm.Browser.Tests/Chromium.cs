using System.Diagnostics;
using Protect.Scorm.Cli.Chromium;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Finds a Chromium or Chrome, or installs one, and says what it did. It fails where there is none: tests are not skipped.</summary>
internal static class Chromium
{
    /// <summary>The path of the browser; null for the one Playwright installed for itself.</summary>
    public static string? Find()
    {
        if (ChromiumPath.Find(out string why) is { } found) return Say(found, "found as the tool finds it");
        if (Environment.GetEnvironmentVariable(ChromiumPath.Variable) is { Length: > 0 }) throw new InvalidOperationException(why);
        Console.WriteLine("No Chromium found: installing one.");
        if (Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0)
        {
            Say("Playwright's Chromium", "installed by Playwright");
            return null;
        }
        if (InstallPackage() && ChromiumPath.Find(out _) is { } packaged) return Say(packaged, "installed from the distribution");
        throw new InvalidOperationException("There is no Chromium, and none could be installed. Install one, or name it in PROTECT_CHROMIUM.");
    }

    private static string Say(string path, string how)
    {
        Console.WriteLine($"Browser tests use {path} ({how}).");
        return path;
    }

    private static bool InstallPackage()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/apt-get")) return false;
        string sudo = Environment.UserName == "root" ? "" : "sudo -n ";
        return Run($"{sudo}apt-get update -qq && {sudo}apt-get install -y -qq chromium");
    }

    private static bool Run(string command)
    {
        using Process process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
