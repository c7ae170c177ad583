using System.Diagnostics;
using System.Globalization;
using Protect.Scorm.Cli.Chromium;

namespace Protect.Scorm.Tests;

/// <summary>Browsers that do not start, and profiles of browsers whose owner is gone.</summary>
public sealed class BrowserStartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("protect-scorm-");

    public void Dispose() => _folder.Delete(recursive: true);

    private string Script(string text)
    {
        string path = Path.Combine(_folder.FullName, "browser.sh");
        File.WriteAllText(path, "#!/bin/sh\n" + text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    private static async Task<string> Message(string browser, int seconds) =>
        (
            await Assert.ThrowsAsync<BrowserStartException>(() =>
                Browser.Launch(browser, null, default, within: TimeSpan.FromSeconds(seconds))
            )
        ).Message;

    [Fact(DisplayName = "A browser that does not start is reported with its reason or the time, and what to do")]
    public async Task NoStart()
    {
        if (OperatingSystem.IsWindows())
            return;
        string silent = await Message(Script("exec sleep 30\n"), 1);
        Assert.Contains("did not answer in 1 s. Try again when the machine is less busy, or set", silent);
        string ended = await Message(
            Script(
                """
                echo "[1:1:ERROR:dbus/bus.cc:405] Failed to connect to the bus" >&2
                echo "[1:1:ERROR:dbus/object_proxy.cc:572] Failed to call method" >&2
                echo "The disk is full" >&2
                exit 1

                """
            ),
            20
        );
        Assert.EndsWith("ended while it was starting. The disk is full", ended);
    }

    [Fact(DisplayName = "The profile of a browser that ended before it was recorded is deleted")]
    public void EndedAtOnce()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var browser = Process.Start("true");
        browser.WaitForExit();
        string folder;
        using (BrowserProfile profile = BrowserProfile.Create())
        {
            profile.Record(browser);
            folder = profile.Folder;
        }
        Assert.False(Directory.Exists(folder));
    }

    [Fact(DisplayName = "Profile and browser of a killed owner are removed by a later run; those in use stay")]
    public void Leftovers()
    {
        if (OperatingSystem.IsWindows())
            return;
        using BrowserProfile used = BrowserProfile.Create();
        using Process browser = Process.Start("sleep", "300");
        double start = (browser.StartTime.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds;
        string left = Left(string.Create(CultureInfo.InvariantCulture, $"{browser.Id} {start:R}")),
            damaged = Left("x"),
            fresh = Directory.CreateTempSubdirectory("protect-scorm-browser-").FullName,
            old = Directory.CreateTempSubdirectory("protect-scorm-browser-").FullName;
        Directory.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-3));
        using Process other = Process.Start("sleep", "300");
        string reused = Left(string.Create(CultureInfo.InvariantCulture, $"{other.Id} {start - 500:R}"));
        try
        {
            using BrowserProfile next = BrowserProfile.Create();
            Assert.True(browser.WaitForExit(5000));
            Assert.False(other.HasExited);
            Assert.All((string[])[left, damaged, old, reused], folder => Assert.False(Directory.Exists(folder)));
            Assert.All((string[])[used.Folder, fresh, next.Folder], folder => Assert.True(Directory.Exists(folder)));
        }
        finally
        {
            Directory.Delete(fresh);
            foreach (Process process in (Process[])[browser, other])
                if (!process.HasExited)
                    process.Kill();
        }
        string folder = used.Folder;
        used.Dispose();
        Assert.False(Directory.Exists(folder));
    }

    private static string Left(string record)
    {
        string folder = Directory.CreateTempSubdirectory("protect-scorm-browser-").FullName;
        File.WriteAllText(Path.Combine(folder, "protect-scorm-owner"), record);
        Directory.CreateDirectory(Path.Combine(folder, "Default"));
        return folder;
    }
}
