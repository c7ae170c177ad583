using System.IO.Compression;
using System.Text.RegularExpressions;
using Protect.Scorm.Playing;

namespace Protect.Scorm.Tests;

/// <summary>Tests of the layouts of earlier packages: <c>build</c> misses one, <c>layouts add</c> keeps it.</summary>
public sealed class LayoutsTests : IDisposable
{
    private const string Zip = "dist/mine-en-0.1.0-scorm12.zip",
        NextZip = "dist/mine-en-0.2.0-scorm12.zip",
        Map = "dist/mine-en-0.1.0-scorm12.state.json",
        Kept = "mine/layouts/mine-0.1.0.state.json";

    private readonly CommandLine _command = new();

    public void Dispose() => _command.Dispose();

    [Fact(DisplayName = "A build warns of an older package with an unknown layout; its command keeps the answers")]
    public void TheCommandOfTheWarning()
    {
        NewRelease("0.2.0");
        (int code, _, string errors) = _command.Run("build", "mine");
        Assert.Equal(0, code);
        Assert.Contains("mine/course.yaml(1,1): warning missing-layout: ", errors);
        Assert.Contains($"{Zip}, version 0.1.0", errors);
        Assert.Equal($"protect-scorm layouts add \"{Zip}\" \"mine\"", CommandIn(errors));

        var add = _command.Run("layouts", "add", Zip, "mine");
        Assert.Equal((0, ""), (add.Code, add.Errors));
        Assert.StartsWith($"Added {Kept}: the layout of version 0.1.0, with 2 pages and 1 question.", add.Output);
        Assert.Equal(Text(Map), Text(Kept));
        Assert.Equal((0, ""), Errors("build", "mine"));
        Assert.Equal(0, _command.Run("diff", Zip, NextZip).Code);
    }

    [Fact(
        DisplayName = "A release with an unknown layout is an error: no package is written and no older one replaced"
    )]
    public void Release()
    {
        NewRelease("0.2.0");
        (int code, _, string errors) = _command.Run("build", "mine", "--release");
        Assert.Equal(1, code);
        Assert.Contains("error missing-layout: ", errors);
        Assert.False(File.Exists(At(NextZip)));

        NewRelease("0.1.0"); // the same version again
        byte[] before = File.ReadAllBytes(At(Zip));
        Assert.Equal(1, _command.Run("build", "mine", "--release").Code);
        Assert.Equal(before, File.ReadAllBytes(At(Zip)));
        Assert.Equal(0, _command.Run("layouts", "add", Zip, "mine").Code);
        Assert.Equal((0, ""), Errors("build", "mine", "--release"));
    }

    [Fact(DisplayName = "The layout of a package that the build replaces is kept, and the command adds it")]
    public void Replaced()
    {
        NewRelease("0.1.0");
        string old = Text(Map);
        string command = CommandIn(_command.Run("build", "mine").Errors);
        string kept = Regex.Match(command, "\"(dist/mine-0\\.1\\.0-[^\"]+\\.state\\.json)\" \"mine\"").Groups[1].Value;
        Assert.NotEqual(old, Text(Map));
        Assert.Equal(old, Text(kept));
        Assert.Equal(0, _command.Run("layouts", "add", kept, "mine").Code);
        Assert.Equal(old, Text(Kept));
        Assert.Equal((0, ""), Errors("build", "mine"));
    }

    [Fact(DisplayName = "A build is silent about packages of the same layout, of other courses, and files of any kind")]
    public void Silent()
    {
        _command.Run("new", "mine");
        _command.Run("new", "other");
        Assert.Equal((0, ""), Errors("build", "mine", "other"));
        byte[] whole = File.ReadAllBytes(At(Zip));
        Version("0.2.0"); // the same pages and questions
        File.WriteAllBytes(At("dist/cut.zip"), whole[..^200]);
        File.WriteAllBytes(At("dist/damaged.zip"), [.. whole.Select((b, index) => index % 97 == 5 ? (byte)~b : b)]);
        _command.Write("dist/empty.zip", "");
        _command.Write("dist/text.zip", "no zip");
        Directory.CreateDirectory(At("dist/folder.zip"));
        Make("dist/foreign.zip", ("index.html", "<html></html>"), ("imsmanifest.xml", "<manifest/>"));
        Make("dist/lies.zip", ("course.js", "protectCourse = {\"id\":\"mine\"};\n"));
        Make("dist/huge.zip", ("index.html", new string(' ', 60_000_000)));
        Make("dist/odd.zip", ("course.js", $"protectCourse = {Text(Map).Replace("0.1.0", "../../x").Trim()};\n"));
        Assert.Equal((0, ""), Errors("build", "mine"));
        Assert.Equal((0, ""), Errors("build", "mine")); // nothing has changed
    }

    [Fact(DisplayName = "A warning comes once per layout, also from a cached build, and for renamed packages")]
    public void Once()
    {
        NewRelease("0.2.0");
        File.Move(At(Zip), At("dist/what learners have.zip"));
        File.Copy(At("dist/what learners have.zip"), At("dist/z.zip"));
        for (int build = 0; build < 2; build++)
        {
            string errors = _command.Run("build", "mine").Errors;
            Assert.Single(Regex.Matches(errors, "missing-layout"));
            Assert.Contains("layouts add \"dist/what learners have.zip\" \"mine\"", errors);
        }
    }

    [Fact(DisplayName = "Pages of a country give its package a layout of its own, which is not an older one")]
    public void Countries()
    {
        foreach ((string path, byte[] bytes) in TestCourse.Files())
            _command.Write("mine/" + path, System.Text.Encoding.UTF8.GetString(bytes));
        _command.Write("mine/course.yaml", TestCourse.Course + TestCourse.Countries);
        _command.Write(
            "mine/countries/FR.yaml",
            """
            country: FR
            name: France
            language: en
            entries:
              - slot: child_helpline
                name: The child line
                number: "116 111"
                source: {title: A page}
                checked_on: 2026-11-01
                checked_by: A. Person
                confidence: verified
            pages:
              - after: start
                page:
                  id: la-loi
                  title: Law
                  blocks:
                    - type: text
                      body: Law.

            """
        );
        Assert.Equal((0, ""), Errors("build", "mine"));
        Assert.Equal((0, ""), Errors("build", "mine", "--countries", "FR"));
        Assert.Equal((0, ""), Errors("build", "mine"));
    }

    [Fact(
        DisplayName = "“layouts add” finds the course by its id, says when a layout is there, and overwrites nothing"
    )]
    public void Add()
    {
        _command.Run("new", "courses/mine");
        Directory.Move(At("courses/mine"), At("courses/another-name"));
        _command.Run("build");
        Assert.Equal(0, _command.Run("layouts", "add", Zip).Code);
        const string kept = "courses/another-name/layouts/mine-0.1.0.state.json";
        string old = Text(kept);
        var again = _command.Run("layouts", "add", Map);
        Assert.Equal((0, ""), (again.Code, again.Errors));
        Assert.Contains($"{kept} already has the layout", again.Output);

        AddPage("courses/another-name");
        _command.Run("build");
        Assert.Equal(0, _command.Run("layouts", "add", Zip).Code);
        Assert.Equal(old, Text(kept));
        string[] both = Directory.GetFiles(At("courses/another-name/layouts"));
        Assert.Equal(2, both.Length);
        string second = both.Single(file => !file.EndsWith("mine-0.1.0.state.json", StringComparison.Ordinal));
        Assert.EndsWith($"mine-0.1.0-{StateMap.Read(File.ReadAllText(second))!.Hash}.state.json", second);
        File.WriteAllText(second, "changed");
        Assert.Equal(2, _command.Run("layouts", "add", Zip).Code);
        Assert.Equal("changed", File.ReadAllText(second));
    }

    [Fact(DisplayName = "“layouts add” takes every package of a course: editions, languages, several languages in one")]
    public void EveryPackage()
    {
        string course = Repository.At("courses", "protect");
        string banks = Repository.At("courses", "banks");
        foreach (
            string file in Directory
                .EnumerateFiles(course, "*", SearchOption.AllDirectories)
                .Concat(Directory.EnumerateFiles(banks))
        )
        {
            string path = Path.GetRelativePath(Repository.At("courses"), file);
            if (path.StartsWith(Path.Combine("protect", "layouts"), StringComparison.Ordinal))
                continue;
            string target = At(Path.Combine("courses", path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        Assert.Equal(0, _command.Run("build", "--languages", "fr,en", "--together").Code);
        string[] zips = Directory.GetFiles(At("dist"), "*.zip");
        Assert.True(zips.Length > 1);
        foreach (string zip in zips)
        {
            Assert.Equal(0, _command.Run("layouts", "add", zip).Code);
            string map = Path.ChangeExtension(zip, null) + StateMap.Suffix;
            Assert.Contains(
                File.ReadAllText(map),
                Directory.GetFiles(At("courses/protect/layouts")).Select(File.ReadAllText)
            );
        }
    }

    [Fact(DisplayName = "“layouts add” refuses everything that is not a package of the course, and writes nothing")]
    public void Refused()
    {
        _command.Run("new", "mine");
        _command.Run("new", "other");
        _command.Run("build", "mine");
        byte[] whole = File.ReadAllBytes(At(Zip));
        File.WriteAllBytes(At("cut.zip"), whole[..^200]);
        _command.Write("text.zip", "no zip");
        _command.Write("text.state.json", "{}");
        Make("foreign.zip", ("index.html", "<html></html>"));
        Make("huge.zip", ("index.html", new string(' ', 60_000_000)));
        Make("odd.zip", ("course.js", $"protectCourse = {Text(Map).Replace("0.1.0", "../../x").Trim()};\n"));
        foreach (
            string file in new[] { "cut.zip", "text.zip", "text.state.json", "foreign.zip", "huge.zip", "odd.zip" }
        )
        {
            (int code, string output, string errors) = _command.Run("layouts", "add", file, "mine");
            Assert.Equal((2, ""), (code, output));
            Assert.Contains("is neither a package built by protect-scorm nor its .state.json file", errors);
        }
        Assert.Contains("belongs to the course “mine”", Refusal("layouts", "add", Zip, "other"));
        Assert.Contains("no course “mine”", Refusal("layouts", "add", Zip));
        Assert.Contains("no file", Refusal("layouts", "add", "dist/none.zip", "mine"));
        Assert.Contains("no folder", Refusal("layouts", "add", Zip, "nowhere"));
        Assert.Contains("has errors", Refusal("layouts", "add", Zip, "dist"));
        Assert.Empty(Directory.GetDirectories(_command.Folder, "layouts", SearchOption.AllDirectories));
    }

    /// <summary>Builds release 0.1.0 of a new course, and then adds a page to it.</summary>
    private void NewRelease(string version)
    {
        if (!Directory.Exists(At("mine")))
            _command.Run("new", "mine");
        Version("0.1.0");
        if (!File.Exists(At(Zip)))
        {
            _command.Run("build", "mine");
            AddPage("mine");
        }
        Version(version);
    }

    private void AddPage(string course) =>
        File.AppendAllText(
            At($"{course}/modules/welcome.yaml"),
            "\n  - id: one-more\n    title: One more\n    blocks:\n      - type: text\n        body: New.\n"
        );

    private void Version(string version)
    {
        string course = At("mine/course.yaml");
        File.WriteAllText(course, Regex.Replace(File.ReadAllText(course), "(?m)^version: .*$", $"version: {version}"));
    }

    private void Make(string path, params (string Name, string Text)[] files)
    {
        using ZipArchive zip = ZipFile.Open(At(path), ZipArchiveMode.Create);
        foreach ((string name, string text) in files)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text);
        }
    }

    private static string CommandIn(string errors) => Regex.Match(errors, "protect-scorm layouts add .*").Value;

    private string Refusal(params string[] arguments)
    {
        (int code, string output, string errors) = _command.Run(arguments);
        Assert.Equal((2, ""), (code, output));
        return errors;
    }

    /// <summary>Runs a command, and returns its lines about layouts.</summary>
    private (int Code, string Errors) Errors(params string[] arguments)
    {
        (int code, _, string errors) = _command.Run(arguments);
        return (code, code == 0 && !errors.Contains("layout", StringComparison.Ordinal) ? "" : errors);
    }

    private string At(string path) => Path.Combine(_command.Folder, path);

    private string Text(string path) => File.ReadAllText(At(path));
}
