using System.Diagnostics;
using System.Globalization;

namespace Protect.Scorm.Cli.Chromium;

/// <summary>
/// Temporary profile of a browser. A locked file in it names the browser; the system releases the lock when this
/// process ends, however it ends. Then a later run ends the browser and deletes the profile.
/// </summary>
internal sealed class BrowserProfile : IDisposable
{
    private const string Prefix = "protect-scorm-browser-",
        OwnerFile = "protect-scorm-owner";

    /// <summary>Age after which a profile without an owner file, as of release 0.3, is a leftover.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly FileStream _owner;

    private BrowserProfile(string folder, FileStream owner) => (Folder, _owner) = (folder, owner);

    public string Folder { get; }

    /// <summary>Creates a profile, and deletes those whose owner is gone.</summary>
    public static BrowserProfile Create()
    {
        DeleteLeftovers();
        string folder = Directory.CreateTempSubdirectory(Prefix).FullName;
        return new BrowserProfile(folder, Open(Path.Combine(folder, OwnerFile), FileMode.CreateNew));
    }

    /// <summary>Records the browser that uses this profile.</summary>
    public void Record(Process browser)
    {
        double start;
        try
        {
            start = StartOf(browser);
        }
        catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return; // it has ended already, so a later run has nothing to end
        }
        using var writer = new StreamWriter(_owner, leaveOpen: true);
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{browser.Id} {start:R}"));
    }

    /// <summary>Deletes the profile.</summary>
    public void Dispose()
    {
        _owner.Dispose();
        Delete(Folder);
    }

    private static void DeleteLeftovers()
    {
        try
        {
            foreach (string folder in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
                DeleteIfLeft(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The folder cannot be listed.
        }
    }

    private static void DeleteIfLeft(string folder)
    {
        string file = Path.Combine(folder, OwnerFile);
        try
        {
            if (!File.Exists(file))
            {
                if (DateTime.UtcNow - Directory.GetLastWriteTimeUtc(folder) > Abandoned)
                    Delete(folder);
                return;
            }
            using FileStream owner = Open(file, FileMode.Open);
            bool hasEnded = EndBrowser(new StreamReader(owner).ReadToEnd());
            Delete(folder);
            // Its child processes end a moment later, and may create the folder again.
            for (int tries = 0; hasEnded && tries < 10; tries++, Delete(folder))
                Thread.Sleep(50);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A running process or another user owns it.
        }
    }

    /// <summary>
    /// Ends a browser whose owner is gone, and returns true if it was running. Another process may have its number by
    /// now.
    /// </summary>
    private static bool EndBrowser(string record)
    {
        if (
            record.Split(' ') is not [var number, var start]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int id)
            || !double.TryParse(start, NumberStyles.Float, CultureInfo.InvariantCulture, out double began)
        )
            return false;
        try
        {
            using var browser = Process.GetProcessById(id);
            if (Math.Abs(StartOf(browser) - began) >= 2)
                return false;
            browser.Kill(entireProcessTree: true);
            return browser.WaitForExit(TimeSpan.FromSeconds(5));
        }
        catch (Exception gone)
            when (gone is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false; // it has ended, or belongs to another user
        }
    }

    /// <summary>Returns the start of a process, in seconds.</summary>
    private static double StartOf(Process process) =>
        (process.StartTime.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds;

    private static FileStream Open(string file, FileMode mode) =>
        new(file, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);

    /// <summary>Deletes a profile. Child processes may still write to it for a moment, so this is retried.</summary>
    private static void Delete(string folder)
    {
        for (int tries = 0; tries < 40 && !TryDelete(folder); tries++)
            Thread.Sleep(50);
    }

    private static bool TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
