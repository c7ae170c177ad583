using System.Diagnostics;
using System.Security.Cryptography;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Cli.Building;
using Protect.Scorm.Packaging;
using Xunit;

namespace Protect.Scorm.Tests;

/// <summary>Output folders that several builds share, or that cannot be written.</summary>
public sealed class OutputFolderTests : IDisposable
{
    private const int Courses = 3;

    private readonly CommandLine _command = new();

    public void Dispose() => _command.Dispose();

    private string Dist => Path.Combine(_command.Folder, "dist");

    private void Write(string course, string id = "spec", int pages = 1)
    {
        _command.Write($"{course}/course.yaml", TestCourse.Course.Replace("id: spec", $"id: {id}"));
        string more = string.Concat(
            Enumerable
                .Range(0, pages)
                .Select(page =>
                    $"  - id: p{page}\n    title: P {page}\n    blocks:\n      - type: text\n        body: Page.\n"
                )
        );
        _command.Write($"{course}/modules/one.yaml", TestCourse.Module + more);
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = _command.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in _command.Host.Concat(arguments))
            start.ArgumentList.Add(argument);
        start.Environment.Remove("CI");
        return Process.Start(start)!;
    }

    private static (int Code, string Errors) End(Process process)
    {
        using (process)
        {
            Task<string> errors = process.StandardError.ReadToEndAsync();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, errors.Result);
        }
    }

    /// <summary>Fails when SHA256SUMS lacks a zip of the folder, or has a wrong hash.</summary>
    internal static void AssertSums(string dist, bool isComplete = true)
    {
        string[] lines = File.ReadAllLines(Path.Combine(dist, "SHA256SUMS"));
        foreach (string zip in Directory.EnumerateFiles(dist, "*.zip"))
        {
            string[] own = [.. lines.Where(line => line.EndsWith($"  {Path.GetFileName(zip)}") && line[0] != '#')];
            if (isComplete || own.Length > 0)
                Assert.Equal(
                    $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(zip)))}  {Path.GetFileName(zip)}",
                    Assert.Single(own)
                );
        }
    }

    [Fact(DisplayName = "Builds of other courses in the same folder at the same time lose no line of SHA256SUMS")]
    public void Processes()
    {
        string[] courses = [.. Enumerable.Range(0, Courses).Select(index => $"c{index}")];
        foreach (string course in courses)
            Write(course, course);
        Assert.Equal(0, _command.Run(["build", .. courses]).Code);
        for (int round = 0; round < 4; round++)
        {
            // All packages are cached, so that all builds write their checksums at about the same time.
            File.Delete(Path.Combine(Dist, "SHA256SUMS"));
            Process[] builds = [.. courses.Select(course => Start("build", course))];
            foreach (Process build in builds)
                Assert.Equal((0, ""), End(build));
            Assert.Equal(Courses, Directory.EnumerateFiles(Dist, "*.zip").Count());
            AssertSums(Dist);
        }
    }

    [Fact(DisplayName = "Two hundred parallel writes lose no line, also when two builds make the same package")]
    public async Task Threads()
    {
        var results = new List<CompileResult>();
        // Two courses with the same id: their packages have the same name and other bytes.
        foreach ((string id, int pages) in new[] { ("a", 1), ("a", 2), ("b", 1), ("c", 1), ("d", 1) })
        {
            Dictionary<string, byte[]> files = TestCourse.Files();
            files["course.yaml"] = TestCourse.Utf8(
                TestCourse.Course.Replace("id: spec", $"id: {id}").Replace("Spec", $"Spec {pages}")
            );
            results.Add(TestCourse.Compile(files));
        }
        for (int round = 0; round < 40; round++)
        {
            await Task.WhenAll(
                results.Select(result =>
                    Task.Run(() =>
                    {
                        var dist = new DistFolder(Dist);
                        dist.Write(result, CancellationToken.None);
                        AssertSumsOf(dist);
                        dist.WriteChecksums(CancellationToken.None);
                    })
                )
            );
            AssertSums(Dist);
        }

        // At every moment, a line of SHA256SUMS is right or missing.
        void AssertSumsOf(DistFolder _)
        {
            using FolderLock held = FolderLock.Take(Dist, CancellationToken.None);
            if (File.Exists(Path.Combine(Dist, "SHA256SUMS")))
                AssertSums(Dist, isComplete: false);
        }
    }

    [Fact(DisplayName = "A build that another one keeps waiting says so, and goes on when that one ends")]
    public void Waits()
    {
        Write("c");
        Process build;
        using (FolderLock.Take(Dist, CancellationToken.None))
        {
            build = Start("build", "c");
            Assert.Equal("Waiting: another build is writing to “dist”.", build.StandardError.ReadLine());
            Assert.Empty(Directory.EnumerateFiles(Dist, "*.zip"));
        }
        using (build)
        {
            build.StandardOutput.ReadToEnd();
            build.WaitForExit();
            Assert.Equal(0, build.ExitCode);
        }
        AssertSums(Dist);
        // Nothing but the products, and the folder that Git ignores.
        Assert.Equal(
            [".cache", "SHA256SUMS"],
            Directory
                .EnumerateFileSystemEntries(Dist)
                .Select(file => Path.GetFileName(file))
                .Where(file => !file.StartsWith("spec", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact(DisplayName = "A stopped build does not wait for another one")]
    public void StopsWaiting()
    {
        if (OperatingSystem.IsWindows())
            return; // no signal can be sent to another process there
        Write("c");
        using FolderLock held = FolderLock.Take(Dist, CancellationToken.None);
        using Process build = Start("build", "c");
        Assert.StartsWith("Waiting", build.StandardError.ReadLine());
        using (Process kill = Process.Start("kill", ["-TERM", $"{build.Id}"]))
            kill.WaitForExit();
        build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        Assert.Equal(130, build.ExitCode);
        Assert.Empty(Directory.EnumerateFiles(Dist));
    }

    [Fact(DisplayName = "A folder with the name of a package is the user's to fix, and the build leaves no other file")]
    public void FolderInTheWay()
    {
        Write("c");
        Assert.Equal(0, _command.Run("build", "c").Code);
        string zip = Directory.EnumerateFiles(Dist, "*.zip").Single();
        File.Delete(zip);
        Directory.CreateDirectory(Path.Combine(zip, "inside"));
        (int code, _, string errors) = _command.Run("build", "c");
        Assert.Equal(2, code);
        Assert.Contains(Path.GetFileName(zip), errors);
        Assert.Empty(Directory.EnumerateFiles(Dist, "*.new"));
    }

    [Fact(DisplayName = "When a file cannot be written completely, the older package and its checksum stay")]
    public void DiskFull()
    {
        if (OperatingSystem.IsWindows())
            return; // no limit of the size of files there
        Write("c");
        Assert.Equal(0, _command.Run("build", "c").Code);
        string zip = Directory.EnumerateFiles(Dist, "*.zip").Single();
        byte[] old = File.ReadAllBytes(zip);
        Write("c", pages: 5);
        Assert.True(old.Length > 16 * 1024);
        // With the signal ignored, a write beyond the limit fails as on a full disk.
        var start = new ProcessStartInfo("bash") { WorkingDirectory = _command.Folder, RedirectStandardError = true };
        start.RedirectStandardOutput = true;
        string host = string.Join("' '", _command.Host.Prepend("dotnet"));
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"trap '' XFSZ; ulimit -f 16; exec '{host}' build c --no-cache");
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0"; // would need larger files itself
        (int code, string errors) = End(Process.Start(start)!);
        Assert.True(code == 2, $"{code}: {errors}");
        Assert.Contains(".zip", errors);
        Assert.Equal(old, File.ReadAllBytes(zip));
        AssertSums(Dist);
        Assert.Empty(Directory.EnumerateFiles(Dist, "*.new"));
    }

    [Fact(DisplayName = "Files without permission are the user's to fix: exit code 2, with the path")]
    public void NoPermission()
    {
        if (OperatingSystem.IsWindows())
            return; // permissions differ there
        Write("c");
        Assert.Equal(0, _command.Run("build", "c").Code);
        string zip = Directory.EnumerateFiles(Dist, "*.zip").Single();
        const UnixFileMode none = UnixFileMode.None,
            readable = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
            open = readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(_command.Folder, open | UnixFileMode.UserWrite);
        File.SetUnixFileMode(zip, none);
        Refused(Path.GetFileName(zip), "check", zip);
        File.SetUnixFileMode(zip, readable);
        string module = Path.Combine(_command.Folder, "c", "modules", "one.yaml");
        File.SetUnixFileMode(module, none);
        Refused("one.yaml", "check", "c");
        File.SetUnixFileMode(module, readable);
        File.SetUnixFileMode(Path.Combine(Dist, ".cache"), open);
        File.SetUnixFileMode(Dist, open);
        Refused("dist", "build", "c", "--no-cache");
        File.SetUnixFileMode(Dist, open | UnixFileMode.UserWrite);
        File.SetUnixFileMode(Path.Combine(Dist, ".cache"), open | UnixFileMode.UserWrite);
    }

    /// <summary>Runs a command as a user without special rights; root may read and write everything.</summary>
    private void Refused(string path, params string[] arguments)
    {
        string[] asNobody = Environment.IsPrivilegedProcess ? ["--reuid=65534", "--clear-groups", "dotnet"] : [];
        var start = new ProcessStartInfo(asNobody.Length > 0 ? "setpriv" : "dotnet")
        {
            WorkingDirectory = _command.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in asNobody.Concat(_command.Host).Concat(arguments))
            start.ArgumentList.Add(argument);
        (int code, string errors) = End(Process.Start(start)!);
        Assert.True(code == 2, $"{code}: {errors}");
        Assert.Contains(path, errors);
    }

    [Fact(DisplayName = "A fault of the disk in parallel work is the user's to fix, too")]
    public void Parallel()
    {
        var fault = new AggregateException(new AggregateException(new UnauthorizedAccessException("No access to x.")));
        Assert.True(MachineFault.Is(fault));
        Assert.Contains("No access to x.", MachineFault.Explain(fault));
        Assert.False(MachineFault.Is(new AggregateException(new InvalidOperationException())));
    }

    [Fact(DisplayName = "A temporary file that is not moved is deleted")]
    public void Temporary()
    {
        string path = Path.Combine(Dist, "x");
        using (new TemporaryFile(path, new FileImage("x"u8.ToArray())))
            Assert.Single(Directory.EnumerateFiles(Dist));
        Assert.Empty(Directory.EnumerateFiles(Dist));
        TemporaryFile.Write(path, new FileImage("x"u8.ToArray()));
        Assert.Equal(["x"], Directory.EnumerateFiles(Dist).Select(file => Path.GetFileName(file)));
    }
}
