using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Protect.Scorm.Bench;

/// <summary>Shared parts of all benchmarks: the published tool, the courses, a working folder.</summary>
internal sealed record Bench(string Tool, string Work, int[] Scales, int? Rounds)
{
    /// <summary>Publishes the tool unless one is given, and prints the machine.</summary>
    public static async Task<Bench> Prepare(string? tool, string? scales, int? rounds)
    {
        string work = Repository.At("tests", "bench", "out");
        Directory.CreateDirectory(work);
        if (tool is null)
        {
            Console.Error.WriteLine("Publishing the ahead-of-time compiled tool …");
            await Processes.Run(
                "dotnet",
                [
                    "publish",
                    Repository.At("src", "Protect.Scorm.Cli"),
                    "-c",
                    "Release",
                    "-p:PublishAot=true",
                    "-o",
                    Path.Combine(work, "tool"),
                    "--nologo",
                    "-v",
                    "q",
                ],
                work
            );
            tool = Path.Combine(work, "tool", OperatingSystem.IsWindows() ? "protect-scorm.exe" : "protect-scorm");
        }
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {RuntimeInformation.OSDescription}, "
                    + $"{Environment.ProcessorCount} cores, {Processor()}, load {Load()}, "
                    + $"tool {new FileInfo(tool).Length / 1048576.0:0.0} MiB\n"
            )
        );
        return new Bench(
            Path.GetFullPath(tool),
            work,
            scales?.Split(',').Select(int.Parse).ToArray() ?? [1, 5, 20, 100],
            rounds
        );
    }

    /// <summary>Returns the folder of the common course at a scale, written once.</summary>
    public string Course(int scale)
    {
        string folder = Path.Combine(Work, $"course-{scale}");
        if (File.Exists(Path.Combine(folder, "course.yaml")))
            Directory.Delete(folder, recursive: true);
        var course = new CommonCourse(scale);
        course.Write(folder);
        long media = Directory.EnumerateFiles(Path.Combine(folder, "media")).Sum(file => new FileInfo(file).Length);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Common course {scale}×: {course.Modules} modules, {course.Pages} pages, "
                    + $"{course.Words / course.Pages} words per page, {course.Pictures} pictures of {media / 1e6:0.00} "
                    + $"MB, {course.Questions} questions"
            )
        );
        return folder;
    }

    /// <summary>Creates a new, empty folder under the working folder.</summary>
    public string Fresh(string name)
    {
        string folder = Path.Combine(Work, name);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>Builds a course of this repository, and unpacks its package into its own folder.</summary>
    public string UnpackedBeside(string course, params string[] options) =>
        Unpacked(Repository.At("courses", course), $"unpacked-{course}", options).GetAwaiter().GetResult();

    /// <summary>Builds a course and unpacks its package.</summary>
    public Task<string> Unpacked(string course, params string[] options) => Unpacked(course, "unpacked", options);

    private async Task<string> Unpacked(string course, string name, string[] options)
    {
        string folder = Fresh(name),
            dist = Fresh(name + "-dist");
        await Processes.Run(Tool, ["build", course, "--out", Path.Combine(dist, "dist"), .. options], Work);
        ZipFile.ExtractToDirectory(Directory.EnumerateFiles(Path.Combine(dist, "dist"), "*.zip").Single(), folder);
        return folder;
    }

    /// <summary>Copies a course of this repository, so that it can be changed.</summary>
    public string Copy(string course)
    {
        string folder = Path.Combine(Fresh($"copy-{course}"), course);
        CopyFolder(Repository.At("courses", course), folder);
        return folder;
    }

    public static void CopyFolder(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    private static string Processor() =>
        !File.Exists("/proc/cpuinfo")
            ? RuntimeInformation.ProcessArchitecture.ToString()
            : File.ReadLines("/proc/cpuinfo")
                .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
                ?.Split(':')[1]
                .Trim()
                ?? RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>
    /// Returns the load of the machine. On a busy machine absolute figures mean little, ratios a bit more.
    /// </summary>
    private static string Load() =>
        File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
