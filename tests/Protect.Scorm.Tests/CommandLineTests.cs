using System.Security.Cryptography;
using System.Text.Json;

namespace Protect.Scorm.Tests;

/// <summary>Tests of the real command, each in its own process and folder.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly CommandLine _command = new();

    private string Folder => _command.Folder;

    public void Dispose() => _command.Dispose();

    [Fact(DisplayName = "A new course builds, and the build prints the facts a coordinator needs")]
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

    [Fact(DisplayName = "“new” never overwrites a folder with files")]
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

    [Fact(DisplayName = "“check” finds all that a build would find, and writes nothing")]
    public void CheckWritesNothing()
    {
        _command.Run("new", "mine");
        Assert.Equal(0, _command.Run("check", "mine").Code);
        _command.Write("mine/modules/welcome.yaml", "id: welcome\ntitle: T\npages: []\n");
        Assert.Equal(1, _command.Run("check", "mine").Code);
        Assert.False(Directory.Exists(Path.Combine(Folder, "dist")));
    }

    [Fact(DisplayName = "The paths of a scenario are drawn and described, also when it has errors")]
    public void Graph()
    {
        _command.Run("new", "mine");
        _command.Write(
            "mine/modules/welcome.yaml",
            "id: welcome\ntitle: T\npages:\n  - id: p\n    title: P\n    blocks:\n      - type: scenario\n"
                + "        id: way\n        prompt: What now?\n        nodes:\n"
                + "          - {id: a, text: At the <door>., choices: [{text: On., to: b}]}\n"
                + "          - {id: b, text: B., ending: right}\n          - {id: c, text: C., ending: wrong}\n"
        );
        var graph = _command.Run("graph", "mine");
        Assert.Equal(1, graph.Code);
        Assert.Contains("unreachable-node", graph.Errors);
        Assert.Contains("  → b: On.", graph.Output);
        string svg = File.ReadAllText(Path.Combine(Folder, "dist", "mine-way.svg"));
        Assert.Equal("svg", System.Xml.Linq.XDocument.Parse(svg).Root!.Name.LocalName);
        Assert.Contains("At the &lt;door&gt;.", svg);
    }

    [Fact(DisplayName = "Findings are available as JSON and as SARIF")]
    public void MachineFormats()
    {
        _command.Write("mine/course.yaml", TestCourse.Course.Replace("language: en", "language: en\nlangauge: fr"));
        _command.Write("mine/modules/one.yaml", TestCourse.Module);
        JsonElement found = JsonDocument
            .Parse(_command.Run("check", "mine", "--format", "json").Output)
            .RootElement.GetProperty("diagnostics")[0];
        Assert.Equal(
            ("unknown-field", "mine/course.yaml", 4, 1),
            (
                found.GetProperty("slug").GetString(),
                found.GetProperty("file").GetString(),
                found.GetProperty("line").GetInt32(),
                found.GetProperty("column").GetInt32()
            )
        );
        JsonElement result = JsonDocument
            .Parse(_command.Run("check", "mine", "--format", "sarif").Output)
            .RootElement.GetProperty("runs")[0]
            .GetProperty("results")[0];
        Assert.Equal("unknown-field", result.GetProperty("ruleId").GetString());
        Assert.Equal(
            4,
            result
                .GetProperty("locations")[0]
                .GetProperty("physicalLocation")
                .GetProperty("region")
                .GetProperty("startLine")
                .GetInt32()
        );
    }

    [Theory(DisplayName = "Wrong arguments exit with code 2 and say what is wrong")]
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

    [Fact(
        DisplayName = "The same course gives the same bytes in any folder, time zone and locale, and at any file times"
    )]
    public void Deterministic()
    {
        foreach (string folder in (string[])["showcase", "banks"])
        {
            Copy(Repository.At("courses", folder), Path.Combine(Folder, folder));
            Copy(Repository.At("courses", folder), Path.Combine(Folder, "elsewhere", "deep", folder));
        }
        foreach (
            string file in Directory.EnumerateFiles(Path.Combine(Folder, "elsewhere"), "*", SearchOption.AllDirectories)
        )
            File.SetLastWriteTimeUtc(file, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        Assert.Equal(0, _command.Run("build", "showcase", "--out", "one").Code);
        Assert.Equal(
            0,
            _command
                .RunIn(
                    "elsewhere",
                    new()
                    {
                        ["TZ"] = "Pacific/Kiritimati",
                        ["LANG"] = "tr_TR.UTF-8",
                        ["LC_ALL"] = "tr_TR.UTF-8",
                    },
                    "build",
                    "deep/showcase",
                    "--out",
                    "../two"
                )
                .Code
        );
        string[] one = Directory.GetFiles(Path.Combine(Folder, "one"));
        Assert.Equal(3, one.Length); // the package, its state map, the checksums
        foreach (string file in one)
            Assert.Equal(
                File.ReadAllBytes(file),
                File.ReadAllBytes(Path.Combine(Folder, "two", Path.GetFileName(file)))
            );
    }

    [Fact(DisplayName = "Every command has a help text")]
    public void HelpReads()
    {
        foreach (string command in new[] { "build", "check", "diff", "new", "schema", "targets" })
            Assert.Contains("Usage:", _command.Run(command, "--help").Output);
        Assert.Contains("SCORM 1.2", _command.Run("--help").Output);
    }

    [Fact(DisplayName = "A package for one LMS is named after it, keeps its limit, and gets advice for it alone")]
    public void ForOneLms()
    {
        _command.Run("new", "mine");
        var build = _command.Run("build", "mine", "--lms", "ilias");
        Assert.Contains("dist/mine-en-ilias-0.1.0-scorm12.zip", build.Output);
        Assert.Contains("of 64,000 characters", build.Output);
        Assert.DoesNotContain("In Moodle", build.Output);
        Assert.Equal(2, _command.Run("build", "mine", "--lms", "mudle").Code);
    }

    [Fact(DisplayName = "The table of targets lists each LMS with its limit and the source of that limit")]
    public void TargetsAreTold()
    {
        string table = _command.Run("targets").Output;
        foreach (Targets.LmsTarget target in Targets.LmsTargets.All)
        {
            Assert.Contains($"{target.Id}: {target.Name}", table);
            Assert.All(
                [
                    target.SuspendData.Source,
                    target.Saving.Source,
                    target.Failed.Source,
                    target.Mastery.Source,
                    target.Interactions.Source,
                ],
                source => Assert.False(string.IsNullOrWhiteSpace(source))
            );
        }
    }

    [Fact(DisplayName = "An update that loses learners' answers is reported, and the old state map keeps them")]
    public void UpdatesAreCompared()
    {
        _command.Run("new", "mine");
        _command.Run("build", "mine");
        const string package = "dist/mine-en-0.1.0-scorm12.zip",
            map = "dist/mine-en-0.1.0-scorm12.state.json";
        Assert.Equal(0, _command.Run("diff", package, map).Code);
        string module = Path.Combine(Folder, "mine", "modules", "welcome.yaml");
        File.AppendAllText(
            module,
            "\n  - id: one-more\n    title: One more\n    blocks:\n      - type: text\n        body: New.\n"
        );
        var lost = _command.Run("diff", package, "mine");
        Assert.Equal(1, lost.Code);
        Assert.Contains("LOST:  The new release does not know the layout of 0.1.0", lost.Output);
        Assert.Equal(0, _command.Run("diff", package, "mine", "--accept").Code);
        _command.Write("mine/layouts/0.1.0.state.json", File.ReadAllText(Path.Combine(Folder, map)));
        var kept = _command.Run("diff", map, "mine");
        Assert.Equal(0, kept.Code);
        Assert.Contains("kept:  The new release knows the layout of 0.1.0", kept.Output);
        _command.Write("mine/notes.txt", "no package");
        Assert.Equal(2, _command.Run("diff", "mine/notes.txt", "mine").Code);
    }

    private string Digest() =>
        Convert.ToHexString(
            SHA256.HashData(File.ReadAllBytes(Directory.GetFiles(Path.Combine(Folder, "dist"), "*.zip").Single()))
        );

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    [Fact(DisplayName = "The packages of all shards together equal those of one full build, byte for byte")]
    public void Shards()
    {
        using var line = new CommandLine();
        string course = Repository.At("courses", "protect");
        string[] what =
        [
            "build",
            course,
            "--editions",
            "whole",
            "--languages",
            "fr,en-XA",
            "--countries",
            "none,FR,GB",
            "--lms",
            "moodle,ilias",
        ];
        Assert.Equal(0, line.Run([.. what, "--out", "all"]).Code);
        foreach (int part in Enumerable.Range(1, 5))
            Assert.Equal(0, line.Run([.. what, "--out", "parts", "--shard", $"{part}/5"]).Code);
        string[] files =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(line.Folder, "all"))
                .Select(file => Path.GetFileName(file)!)
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(12, files.Count(file => file.EndsWith(".zip", StringComparison.Ordinal)));
        Assert.Equal(
            files,
            Directory
                .EnumerateFiles(Path.Combine(line.Folder, "parts"))
                .Select(file => Path.GetFileName(file)!)
                .Order(StringComparer.Ordinal)
        );
        Assert.All(
            files,
            file =>
                Assert.Equal(
                    File.ReadAllBytes(Path.Combine(line.Folder, "all", file)),
                    File.ReadAllBytes(Path.Combine(line.Folder, "parts", file))
                )
        );
    }

    [Fact(DisplayName = "The plan lists every package with its state, and names those not ready to build")]
    public void Plan()
    {
        using var line = new CommandLine();
        Assert.Equal(0, line.Run("new", "mine").Code);
        Assert.Equal(0, line.Run("translate", "export", "mine", "--language", "pl").Code);
        (int code, string output, _) = line.Run("plan", "mine", "--json");
        Assert.Equal(0, code);
        System.Text.Json.Nodes.JsonArray variants = System.Text.Json.Nodes.JsonNode.Parse(output)![
            "variants"
        ]!.AsArray();
        Assert.Equal(
            [("en", true), ("pl", false)],
            variants.Select(variant => ((string)variant!["language"]!, (bool)variant["ready"]!))
        );
        (code, output, string errors) = line.Run("build", "mine");
        Assert.Equal(0, code);
        Assert.Contains("not built: mine pl", errors);
        Assert.Equal(1, line.Run("build", "mine", "--languages", "pl").Code);
        Assert.Equal(0, line.Run("build", "mine", "--languages", "pl", "--require", "new").Code);
    }

    [Fact(DisplayName = "Translations are exported and imported by command, and a rejected text is named")]
    public void TranslateAndBack()
    {
        using var line = new CommandLine();
        line.Run("new", "mine");
        Assert.Equal(
            0,
            line.Run("translate", "export", "mine", "--language", "pl", "--format", "po", "--out", "pl.po").Code
        );
        string po = File.ReadAllText(Path.Combine(line.Folder, "pl.po"));
        line.Write(
            "pl.po",
            po.Replace("msgctxt \"course.title\"\nmsgid \"", "msgctxt \"course.title\"\nmsgid \"Not so ")
                .Replace("msgstr \"\"\n\n", "msgstr \"Tekst\"\n\n")
        );
        (int code, string output, string errors) = line.Run("translate", "import", "mine", "pl.po");
        Assert.Equal(1, code);
        Assert.Contains("source-changed", errors);
        Assert.Contains(" refused.", output);
        Assert.Contains("translated", line.Run("translate", "status", "mine").Output);
        Assert.Equal(2, line.Run("translate", "import", "mine", "nowhere.po").Code);
        Assert.Equal(2, line.Run("translate", "export", "mine", "--language", "pl", "--format", "po").Code);
    }

    [Fact(DisplayName = "The table of countries shows each slot, the age of its check, and who made it")]
    public void CountryTable()
    {
        using var line = new CommandLine();
        (int code, string output, _) = line.Run("check", Repository.At("courses", "protect"), "--countries");
        Assert.Equal(0, code);
        Assert.Matches(@"(?m)^FR  child_helpline +unchecked", output);
        Assert.Matches(@"(?m)^FR  worker_support +MISSING", output);
        Assert.Equal(1, line.Run("build", Repository.At("courses", "protect"), "--countries", "FR", "--release").Code);
        Assert.Empty(
            Directory.Exists(Path.Combine(line.Folder, "dist"))
                ? Directory.EnumerateFiles(Path.Combine(line.Folder, "dist"), "*.zip")
                : []
        );
    }
}
