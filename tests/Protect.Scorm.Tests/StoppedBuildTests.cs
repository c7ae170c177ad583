using System.Diagnostics;
using System.Security.Cryptography;
using Xunit;

namespace Protect.Scorm.Tests;

/// <summary>Interrupted builds, in their own processes.</summary>
public sealed class StoppedBuildTests : IDisposable
{
    private readonly CommandLine _command = new();

    public void Dispose() => _command.Dispose();

    private string Dist => Path.Combine(_command.Folder, "dist");

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = _command.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "protect-scorm.dll")))
            start.ArgumentList.Add(argument);
        start.Environment.Remove("CI");
        return Process.Start(start)!;
    }

    [Fact(DisplayName = "A killed build leaves each package old or new, never half-written; the next build cleans up")]
    public void Killed()
    {
        _command.Run("new", "course");
        Assert.Equal(0, _command.Run("build", "course").Code);
        string zip = Directory.EnumerateFiles(Dist, "*.zip").Single();
        byte[] old = File.ReadAllBytes(zip);
        string course = Path.Combine(_command.Folder, "course", "course.yaml");
        File.AppendAllText(course, "audience: Everybody\n");
        Assert.Equal(0, _command.Run("build", "course", "--out", "other").Code);
        byte[] changed = File.ReadAllBytes(Path.Combine(_command.Folder, "other", Path.GetFileName(zip)));
        Assert.NotEqual(old, changed);
        // Kills the build as soon as anything changes in the folder of packages.
        using (var watcher = new FileSystemWatcher(Dist) { EnableRaisingEvents = true })
        using (Process build = Start("build", "course", "--no-cache"))
        {
            watcher.WaitForChanged(WatcherChangeTypes.All, 60_000);
            build.Kill();
            build.WaitForExit();
        }
        byte[] now = File.ReadAllBytes(zip);
        Assert.True(now.AsSpan().SequenceEqual(old) || now.AsSpan().SequenceEqual(changed));
        File.WriteAllText(zip + ".12345.new", "left by another build");
        foreach (string left in Directory.EnumerateFiles(Dist, "*.new"))
            File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddMinutes(-1));
        Assert.Equal(0, _command.Run("build", "course", "--no-cache").Code);
        Assert.Equal(changed, File.ReadAllBytes(zip));
        Assert.Empty(Directory.EnumerateFiles(Dist, "*.new"));
    }

    [Fact(
        DisplayName = "A build stopped by a signal exits with a message and code 130; written packages have checksums"
    )]
    public void Stopped()
    {
        if (OperatingSystem.IsWindows())
            return; // no signal can be sent to another process there
        string course = Repository.At("courses", "showcase");
        using Process build = Start("build", course, "--lms", "all", "--size", "full,text", "--no-cache");
        string? first = build.StandardOutput.ReadLine();
        Assert.NotNull(first);
        // Background processes receive this signal, too; Ctrl-C is handled in the same way.
        using (Process kill = Process.Start("kill", ["-TERM", $"{build.Id}"]))
            kill.WaitForExit();
        build.StandardOutput.ReadToEnd();
        string errors = build.StandardError.ReadToEnd();
        build.WaitForExit();
        Assert.Equal(130, build.ExitCode);
        Assert.Contains("Stopped.", errors);
        string[] zips = [.. Directory.EnumerateFiles(Dist, "*.zip").Select(file => Path.GetFileName(file))];
        Assert.NotEmpty(zips);
        string sums = File.ReadAllText(Path.Combine(Dist, "SHA256SUMS"));
        Assert.All(
            zips,
            zip =>
            {
                byte[] hash = SHA256.HashData(File.ReadAllBytes(Path.Combine(Dist, zip)));
                Assert.Contains($"{Convert.ToHexStringLower(hash)}  {zip}\n", sums);
            }
        );
        Assert.Empty(Directory.EnumerateFiles(Dist, "*.new"));
    }

    [Fact(DisplayName = "In CI a build prints progress on standard error only; a pipe gets none")]
    public void InCi()
    {
        _command.Run("new", "course");
        (int _, string output, string errors) = _command.RunIn("", new() { ["CI"] = "true" }, "build", "course");
        Assert.Contains("1 of 1: course en\n", errors.ReplaceLineEndings("\n"));
        Assert.DoesNotContain("1 of 1", output);
        Assert.DoesNotContain("1 of 1", _command.Run("build", "course").Errors);
    }
}
