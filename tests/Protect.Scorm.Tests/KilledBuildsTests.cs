using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Xunit;
using Xunit.Abstractions;

namespace Protect.Scorm.Tests;

/// <summary>
/// Builds that are killed at random moments, with edits between them. <c>PROTECT_BUILD_KILLS</c> sets how many.
/// </summary>
public sealed class KilledBuildsTests(ITestOutputHelper log) : IDisposable
{
    private const int Courses = 4;

    private readonly CommandLine _command = new();
    private readonly Random _random = new(7);

    private static int Kills =>
        int.TryParse(
            Environment.GetEnvironmentVariable("PROTECT_BUILD_KILLS"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int count
        )
            ? count
            : 10;

    public void Dispose() => _command.Dispose();

    private string Dist => Path.Combine(_command.Folder, "dist");

    [Fact(DisplayName = "A build killed at any moment leaves sound zips, true checksums, and a cache that is right")]
    public void Killed()
    {
        if (OperatingSystem.IsWindows())
            return; // no signal can be sent to another process there
        string[] courses = [.. Enumerable.Range(0, Courses).Select(index => $"c{index}")];
        foreach (string course in courses)
            Edit(course);
        var clock = Stopwatch.StartNew();
        Build(courses);
        double longest = clock.Elapsed.TotalMilliseconds * 1.1;
        Dictionary<int, int> codes = [];
        int compared = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            foreach (string course in courses.Where(_ => _random.Next(3) > 0))
                Edit(course);
            bool isAsked = _random.Next(3) == 0;
            int code = Interrupt(courses, _random.NextDouble() * longest, isAsked ? "-TERM" : "-KILL");
            codes[code] = codes.GetValueOrDefault(code) + 1;
            foreach (string zip in Directory.EnumerateFiles(Dist, "*.zip"))
                ReadAll(zip);
            if (File.Exists(Path.Combine(Dist, "SHA256SUMS")))
                OutputFolderTests.AssertSums(Dist, isComplete: false);
            if (kill % 5 != 4 && kill != Kills - 1)
                continue;
            // The next build uses what the killed ones cached.
            compared++;
            Build(courses);
            OutputFolderTests.AssertSums(Dist);
            Build([.. courses, "--no-cache", "--out", "sound"]);
            Assert.Equal(Files("sound"), Files("dist"));
        }
        log.WriteLine(
            $"{Kills} kills, {compared} builds compared; exit codes: "
                + string.Join(", ", codes.OrderBy(code => code.Key).Select(code => $"{code.Key}: {code.Value}"))
        );
        Assert.Contains(codes, code => code.Key is 137 or 130);
    }

    private void Edit(string course)
    {
        _command.Write(
            $"{course}/course.yaml",
            TestCourse.Course.Replace("id: spec", $"id: {course}").Replace("Somebody", $"Somebody {_random.Next()}")
        );
        _command.Write($"{course}/modules/one.yaml", TestCourse.Module.Replace("Hello.", $"Hello {_random.Next()}."));
    }

    private void Build(string[] courses)
    {
        (int code, string output, string errors) = _command.Run(["build", .. courses]);
        Assert.True(code == 0, output + errors);
    }

    private int Interrupt(string[] courses, double milliseconds, string signal)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = _command.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in _command.Host.Append("build").Concat(courses))
            start.ArgumentList.Add(argument);
        using Process build = Process.Start(start)!;
        Task output = build.StandardOutput.ReadToEndAsync(),
            errors = build.StandardError.ReadToEndAsync();
        if (!build.WaitForExit((int)milliseconds))
        {
            using Process sent = Process.Start("kill", [signal, $"{build.Id}"]);
            sent.WaitForExit();
        }
        build.WaitForExit();
        return build.ExitCode;
    }

    private static void ReadAll(string path)
    {
        using ZipArchive zip = ZipFile.OpenRead(path);
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            using Stream content = entry.Open();
            content.CopyTo(Stream.Null); // checks the CRC
        }
    }

    /// <summary>Returns the products in a folder, without the cache and what a killed build left.</summary>
    private Dictionary<string, string> Files(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(_command.Folder, folder))
            .Where(file => !file.EndsWith(TemporaryEnding, StringComparison.Ordinal))
            .ToDictionary(
                file => Path.GetFileName(file),
                file => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))
            );

    private const string TemporaryEnding = Protect.Scorm.Cli.Arguments.TemporaryFile.Ending;
}
