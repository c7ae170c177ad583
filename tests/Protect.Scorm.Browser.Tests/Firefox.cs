using System.Diagnostics;
using System.Text.Json;

namespace Protect.Scorm.Browser.Tests;

/// <summary>
/// Finds Firefox, or installs it. Playwright does not drive the Firefox of a distribution, so a Node program does
/// (tests/real-lms/firefox.ts). Fails if there is none: tests are never skipped.
/// </summary>
internal static class Firefox
{
    /// <summary>Environment variable with the path of Firefox.</summary>
    public const string Variable = "PROTECT_FIREFOX";

    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/firefox-esr",
        "/usr/bin/firefox",
        "/snap/bin/firefox",
        "/Applications/Firefox.app/Contents/MacOS/firefox",
        @"C:\Program Files\Mozilla Firefox\firefox.exe",
    ];

    /// <summary>Returns the path of Firefox.</summary>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return File.Exists(named)
                ? named
                : throw new InvalidOperationException($"{Variable} names “{named}”, but this file does not exist.");
        if (UsualPlaces.FirstOrDefault(File.Exists) is { } found)
            return found;
        Console.WriteLine("No Firefox found: installing one.");
        return
            (Chromium.Install("firefox-esr") || Chromium.Install("firefox"))
            && UsualPlaces.FirstOrDefault(File.Exists) is { } installed
            ? installed
            : throw new InvalidOperationException(
                $"There is no Firefox, and none could be installed. Install one, or name it in {Variable}."
            );
    }
}

/// <summary>One learner in Firefox: launches a course, answers, closes the tab, and launches it again.</summary>
public sealed class FirefoxVisit : IAsyncLifetime
{
    /// <summary>Output of the program.</summary>
    internal JsonElement Outcome { get; private set; }

    public async Task InitializeAsync()
    {
        string folder = Directory.CreateTempSubdirectory("protect-scorm-firefox-").FullName;
        try
        {
            string course = Courses.OnDisk(SavingTests.Small);
            Directory.Move(course, Path.Combine(folder, "course"));
            await File.WriteAllTextAsync(Path.Combine(folder, "lms.html"), HostPage.Html);
            File.Copy(
                Repository.At("src", "browser", "out", "lms", "strict-lms.js"),
                Path.Combine(folder, "strict-lms.js")
            );
            Outcome = JsonDocument.Parse(await Play(folder)).RootElement;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<string> Play(string folder)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Repository.At("src", "browser", "out", "real-lms", "firefox.mjs"));
        start.ArgumentList.Add(folder);
        start.Environment[Firefox.Variable] = Firefox.Find();
        using Process node = Process.Start(start)!;
        Task<string> errors = node.StandardError.ReadToEndAsync();
        string output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, output + await errors);
        return output;
    }
}
