using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Protect.Scorm.Cli.Play;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Tests;

/// <summary>
/// Published artifacts work outside the repository. The command as built is always tested. <c>PROTECT_PUBLISH</c>
/// (tests/README.md) adds the published file, the tool package and the library package.
/// </summary>
public sealed partial class PublishedTests : IDisposable
{
    private static readonly string? Switch = Environment.GetEnvironmentVariable("PROTECT_PUBLISH");

    private readonly string _folder = Directory.CreateTempSubdirectory("protect-published-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string> Forms =>
        Switch is null ? ["as built"] : ["as built", "published file", "tool package"];

    [Theory(
        DisplayName = "In an empty folder the command creates, checks, builds and plays a course, and prints "
            + "schema and targets"
    )]
    [MemberData(nameof(Forms))]
    public async Task Journey(string form)
    {
        (string file, string[] first) = form switch
        {
            "published file" => Published(),
            "tool package" => Tool(),
            _ => ("dotnet", [Path.Combine(AppContext.BaseDirectory, "protect-scorm.dll")]),
        };
        string place = Directory.CreateDirectory(Path.Combine(_folder, "empty")).FullName;
        (int Code, string Output, string Errors) Run(params string[] arguments) =>
            Start(place, file, [.. first, .. arguments], isAlone: form == "published file");

        Assert.Equal((0, ""), Sound(Run("new", "mine")));
        Assert.Equal((0, ""), Sound(Run("check", "mine")));
        Assert.Equal((0, ""), Sound(Run("build", "mine")));
        Assert.True(new FileInfo(Path.Combine(place, "dist", "mine-en-0.1.0-scorm12.zip")).Length > 20_000);
        Assert.Equal(
            "object",
            JsonDocument
                .Parse(Run("schema").Output)
                .RootElement.GetProperty("$defs")
                .GetProperty("course")
                .GetProperty("type")
                .GetString()
        );
        Assert.Contains("moodle", Run("targets").Output);
        Assert.Matches(@"^\d+\.\d+\.\d+", Run("--version").Output);
        string licences = Run("licences").Output;
        foreach (string part in (string[])["Markdig", "scorm-again", "SCORM schemas"])
            Assert.Contains($"\n== {part}", licences);
        Assert.Equal(form == "published file", licences.Contains("\n== Microsoft.NETCore.App"));
        File.AppendAllText(Path.Combine(place, "mine", "course.yaml"), "colour: red\n");
        (int code, string output, _) = Run("check", "mine");
        Assert.Equal(1, code);
        Assert.Matches(@"mine/course\.yaml\(\d+,1\): error unknown-field", output);
        Assert.Equal(2, Run("play").Code);
        await Preview(place, file, first, form == "published file");
    }

    public static TheoryData<string> Consumers => Switch is null ? ["as built"] : ["as built", "library package"];

    [Theory(DisplayName = "The code in the library's README compiles a course")]
    [MemberData(nameof(Consumers))]
    public void Consumer(string form)
    {
        foreach ((string name, byte[] bytes) in TestCourse.Files())
            Save(Path.Combine("my-course", name), bytes);
        string[] samples =
        [
            .. CodeFence()
                .Matches(File.ReadAllText(Repository.At("src", "Protect.Scorm", "README.md")))
                .Select(fence => fence.Groups[1].Value),
        ];
        Assert.Equal(2, samples.Length);
        if (form == "as built")
        {
            // The code of the README is repeated below word for word, so the code that runs is the code shown.
            string[] shown = Lines(string.Concat(samples)),
                here = Lines(File.ReadAllText(Repository.At("tests", "Protect.Scorm.Tests", "PublishedTests.cs")));
            Assert.Equal([], shown.Where(line => !line.StartsWith("using ", StringComparison.Ordinal)).Except(here));
            Sample([Path.Combine(_folder, "my-course")]);
            SessionSample([Path.Combine(_folder, "my-course")]);
        }
        else
            Assert.Equal((0, ""), Sound(FromPackage(samples[0])));
        Assert.Equal(
            "spec-en-1.0.0-scorm12.zip",
            Path.GetFileName(Assert.Single(Directory.EnumerateFiles(Path.Combine(_folder, "my-course"), "*.zip")))
        );
    }

    private static string[] Lines(string text) =>
        [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    private static void Sample(string[] args)
    {
        string course = args[0];
        CompileResult result = CourseCompiler.Compile(SourceFolder.OnDisk(course, course), new CompileOptions());

        foreach (Diagnostic finding in result.Diagnostics)
            Console.Error.WriteLine(DiagnosticText.Format(finding));

        if (result.Zip is { } zip)
            File.WriteAllBytes(Path.Combine(course, result.Package!.FileName), zip);
    }

    private static void SessionSample(string[] args)
    {
        var session = new CourseSession(SourceFolder.OnDisk(args[0], args[0]));
        var options = new CompileOptions();
        foreach (Variant variant in session.Plan(new VariantSelection(), options).Variants)
        {
            CompileResult result = session.Compile(variant.Options(options));
            Console.WriteLine($"{variant.Language}: {result.Package?.FileName ?? "has errors"}");
        }
    }

    /// <summary>Creates a project whose only reference is the package, from a folder.</summary>
    private (int, string, string) FromPackage(string sample)
    {
        Pack("Protect.Scorm");
        Save(
            "Consumer.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="Protect.Scorm" Version="*-*" /></ItemGroup>
            </Project>
            """u8.ToArray()
        );
        Save("Program.cs", System.Text.Encoding.UTF8.GetBytes(sample));
        string known =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Start(
            _folder,
            "dotnet",
            [
                "run",
                "--property:RestorePackagesPath=here",
                $"--property:RestoreAdditionalProjectFallbackFolders={known}",
                "--property:RestoreAdditionalProjectSources=packages",
                "my-course",
            ]
        );
    }

    /// <summary>Returns the single file for this platform: published now, or named by the variable.</summary>
    private (string, string[]) Published()
    {
        string name = OperatingSystem.IsWindows() ? "protect-scorm.exe" : "protect-scorm",
            made = Switch!;
        if (made == "1")
        {
            string folder = Path.Combine(_folder, "published");
            Assert.Equal(
                (0, ""),
                Sound(Start(Repository.Root, "dotnet", ["publish", "src/Protect.Scorm.Cli", "-o", folder]))
            );
            Assert.Equal([name], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName));
            made = Path.Combine(folder, name);
        }
        string alone = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "alone")).FullName, name);
        File.Copy(Path.GetFullPath(made, Repository.Root), alone);
        return (alone, []);
    }

    private (string, string[]) Tool()
    {
        Pack("Protect.Scorm.Cli");
        string tools = Path.Combine(_folder, "tools");
        Assert.Equal(
            (0, ""),
            Sound(
                Start(
                    _folder,
                    "dotnet",
                    [
                        "tool",
                        "install",
                        "protect-scorm",
                        "--tool-path",
                        tools,
                        "--source",
                        Path.Combine(_folder, "packages"),
                        "--prerelease",
                    ]
                )
            )
        );
        return (Path.Combine(tools, OperatingSystem.IsWindows() ? "protect-scorm.exe" : "protect-scorm"), []);
    }

    private void Pack(string project) =>
        Assert.Equal(
            (0, ""),
            Sound(
                Start(
                    Repository.Root,
                    "dotnet",
                    [
                        "pack",
                        $"src/{project}",
                        "-o",
                        Path.Combine(_folder, "packages"),
                        $"-p:PackageVersion=0.0.0-test.{Environment.ProcessId}",
                    ]
                )
            )
        );

    private static async Task Preview(string place, string file, string[] first, bool isAlone)
    {
        var start = Info(
            place,
            file,
            [.. first, "preview", Path.Combine("dist", "mine-en-0.1.0-scorm12.zip")],
            isAlone
        );
        using Process process = Process.Start(start)!;
        try
        {
            var address = new Uri((await process.StandardOutput.ReadLineAsync())!.Split(' ')[0]);
            using var http = new HttpClient();
            Assert.Contains("<title>", await http.GetStringAsync(address));
            string page = await http.GetStringAsync(
                new UriBuilder(address)
                {
                    Host = "localhost",
                    Port = address.Port + 1,
                    Path = "/course/i1/index.html",
                }.Uri
            );
            Assert.Contains("boot.start(", page);
            if (OperatingSystem.IsWindows())
                return;
            using Process kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            Assert.True(process.WaitForExit(30_000));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    private static ProcessStartInfo Info(string place, string file, string[] arguments, bool isAlone)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = place,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("CI"); // in CI the command prints progress
        if (!isAlone)
            return start;
        foreach (
            string name in start
                .Environment.Keys.Where(name => name.StartsWith("DOTNET", StringComparison.Ordinal))
                .ToArray()
        )
            start.Environment.Remove(name);
        start.Environment["PATH"] = OperatingSystem.IsWindows() ? Environment.SystemDirectory : "";
        return start;
    }

    private static (int Code, string Output, string Errors) Start(
        string place,
        string file,
        string[] arguments,
        bool isAlone = false
    )
    {
        using Process process = Process.Start(Info(place, file, arguments, isAlone))!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }

    // The failure with its output; builds report it on the other stream.
    private static (int, string) Sound((int Code, string Output, string Errors) run) =>
        (run.Code, run.Code == 0 ? run.Errors : run.Errors + run.Output);

    private void Save(string name, byte[] bytes)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    [GeneratedRegex("^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeFence();
}
