using System.Security.Cryptography;
using System.Text.Json;

namespace Protect.Scorm.Tests;

/// <summary>Runs the real command in a process of its own, in a folder of its own.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly CommandLine _command = new();

    private string Folder => _command.Folder;

    public void Dispose() => _command.Dispose();

    [Fact(DisplayName = "A new course builds, and the build says what a coordinator needs")]
    public void NewCourseBuilds()
    {
        Assert.Equal(0, _command.Run("new", "my-course").Code);
        var build = _command.Run("build", "my-course");
        Assert.Equal((0, ""), (build.Code, build.Errors));
        Assert.Contains("dist/my-course-en-0.1.0-scorm12.zip", build.Output);
        Assert.Contains("2 pages, 1 question", build.Output);
        Assert.Contains("of 4,096 characters", build.Output);
        Assert.Contains("In Moodle", build.Output);
        Assert.True(File.Exists(Path.Combine(Folder, "dist", "SHA256SUMS")));
    }

    [Fact(DisplayName = "Making a course never overwrites a folder that holds something")]
    public void NewDoesNotOverwrite()
    {
        _command.Write("mine/course.yaml", "precious");
        Assert.Equal(2, _command.Run("new", "mine").Code);
        Assert.Equal("precious", File.ReadAllText(Path.Combine(Folder, "mine", "course.yaml")));
    }

    [Fact(DisplayName = "A failed build leaves the previous package untouched")]
    public void FailureKeepsTheOldPackage()
    {
        _command.Run("new", "mine");
        _command.Run("build", "mine");
        string before = Digest();
        _command.Write("mine/modules/welcome.yaml", "id: welcome\ntitle: [");
        var failed = _command.Run("build", "mine");
        Assert.Equal(1, failed.Code);
        Assert.Contains("mine/modules/welcome.yaml(2,8): error yaml-unclosed", failed.Errors);
        Assert.Equal(before, Digest());
    }

    [Fact(DisplayName = "Check finds what a build would find, and writes nothing")]
    public void CheckWritesNothing()
    {
        _command.Run("new", "mine");
        Assert.Equal(0, _command.Run("check", "mine").Code);
        _command.Write("mine/modules/welcome.yaml", "id: welcome\ntitle: T\npages: []\n");
        Assert.Equal(1, _command.Run("check", "mine").Code);
        Assert.False(Directory.Exists(Path.Combine(Folder, "dist")));
    }

    [Fact(DisplayName = "Machines get the same findings as JSON and as SARIF")]
    public void MachineFormats()
    {
        _command.Write("mine/course.yaml", TestCourse.Course.Replace("language: en", "language: en\nlangauge: fr"));
        _command.Write("mine/modules/one.yaml", TestCourse.Module);
        JsonElement found = JsonDocument.Parse(_command.Run("check", "mine", "--format", "json").Output).RootElement.GetProperty("diagnostics")[0];
        Assert.Equal(("unknown-field", "mine/course.yaml", 4, 1), (found.GetProperty("slug").GetString(), found.GetProperty("file").GetString(),
            found.GetProperty("line").GetInt32(), found.GetProperty("column").GetInt32()));
        JsonElement result = JsonDocument.Parse(_command.Run("check", "mine", "--format", "sarif").Output).RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        Assert.Equal("unknown-field", result.GetProperty("ruleId").GetString());
        Assert.Equal(4, result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Theory(DisplayName = "Wrong arguments are code 2, and say what is wrong")]
    [InlineData("build nowhere", "nowhere")]
    [InlineData("build --format xml", "xml")]
    [InlineData("bild", "bild")]
    [InlineData("build mine --course other", "other")]
    [InlineData("build mine --theme nowhere", "nowhere")]
    [InlineData("build", "courses/")]
    public void WrongArguments(string arguments, string named)
    {
        _command.Run("new", "mine");
        var result = _command.Run(arguments.Split(' '));
        Assert.Equal(2, result.Code);
        Assert.Contains(named, result.Errors);
    }

    [Fact(DisplayName = "The same course gives the same bytes in another folder, time zone and locale, with other file times")]
    public void Deterministic()
    {
        Copy(Repository.At("courses", "showcase"), Path.Combine(Folder, "showcase"));
        Copy(Repository.At("courses", "showcase"), Path.Combine(Folder, "elsewhere", "deep", "showcase"));
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Folder, "elsewhere"), "*", SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(file, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        Assert.Equal(0, _command.Run("build", "showcase", "--out", "one").Code);
        Assert.Equal(0, _command.RunIn("elsewhere", new() { ["TZ"] = "Pacific/Kiritimati", ["LANG"] = "tr_TR.UTF-8", ["LC_ALL"] = "tr_TR.UTF-8" }, "build", "deep/showcase", "--out", "../two").Code);
        string[] one = Directory.GetFiles(Path.Combine(Folder, "one"));
        Assert.Equal(2, one.Length);
        foreach (string file in one) Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(Folder, "two", Path.GetFileName(file))));
    }

    [Fact(DisplayName = "Every command explains itself")]
    public void HelpReads()
    {
        foreach (string command in new[] { "build", "check", "new", "schema" }) Assert.Contains("Usage:", _command.Run(command, "--help").Output);
        Assert.Contains("SCORM 1.2", _command.Run("--help").Output);
    }

    private string Digest() => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Directory.GetFiles(Path.Combine(Folder, "dist"), "*.zip").Single())));

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
