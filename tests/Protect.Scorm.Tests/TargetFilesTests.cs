using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Targets;
using Protect.Scorm.Tests.Inspecting.Cases;

namespace Protect.Scorm.Tests;

/// <summary>The files of src/targets: one LMS each. Tests of the browser programs: player/targets.test.ts.</summary>
public sealed class TargetFilesTests : IDisposable
{
    private readonly CommandLine _command = new();

    public void Dispose() => _command.Dispose();

    [Fact(
        DisplayName = "An LMS added as one file is listed, has a sheet, gets verdicts, and packages are built for it"
    )]
    public void OneFile()
    {
        WithMadeUpLms();
        string list = _command.Run("targets").Output;
        Assert.Contains("made-up: Made-up LMS\n  suspend data:  20,000 characters [imagined for a test]\n", list);
        Assert.Contains("packages:      needs file names in ASCII, without blanks [imagined for a test]\n", list);
        Assert.True(
            list.IndexOf("\nopen-edx:", StringComparison.Ordinal) < list.IndexOf("\nmade-up:", StringComparison.Ordinal)
                && list.IndexOf("\nmade-up:", StringComparison.Ordinal)
                    < list.IndexOf("\nopenolat:", StringComparison.Ordinal)
        );

        string sheet = _command.Run("targets", "made-up", "--language", "fr").Output;
        Assert.StartsWith("# Mettre le paquet dans Made-up LMS\n", sheet);
        foreach (string text in new[] { "la boîte avec le timbre. Les cartes", "est arrivée.", "le paillasson." })
            Assert.Contains(text, sheet);
        Assert.Contains("[imaginé pour un test]", sheet);

        var package = new SamplePackage();
        package.Add("Émile.html", "x");
        File.WriteAllBytes(Path.Combine(_command.Folder, "foreign.zip"), package.Zip());
        (_, string verdicts, _) = _command.Run("check", "foreign.zip", "--lms", "made-up");
        Assert.Contains(
            "plays, but files with letters beyond ASCII may not be found (Émile.html) [Z15; imagined for a test]",
            verdicts
        );

        _command.Run("new", "mine");
        File.AppendAllText(Path.Combine(_command.Folder, "mine", "course.yaml"), "\ntracking: {lms: made-up}\n");
        (int code, string built, string errors) = _command.Run("build", "mine");
        Assert.True(code == 0, errors);
        Assert.Contains("of 20,000 characters", built);
        Assert.Contains("In the made-up LMS, tick “Arrived”.", built);
        Assert.Single(Directory.GetFiles(Path.Combine(_command.Folder, "dist"), "*-made-up-*.zip"));
    }

    [Fact(DisplayName = "An LMS added as one file is offered to coordinators in the preview, with its sheet")]
    public async Task Preview()
    {
        WithMadeUpLms();
        _command.Run("new", "mine");
        using var preview = PreviewProcess.StartWith(_command.Host, _command.Folder, "mine");
        using var http = new HttpClient();
        using var workspace = JsonDocument.Parse(await http.GetStringAsync(new Uri(preview.Address, "/workspace")));
        Assert.Contains(
            ("made-up", "Made-up LMS"),
            workspace
                .RootElement.GetProperty("lms")
                .EnumerateArray()
                .Select(lms => (lms.GetProperty("id").GetString(), lms.GetProperty("name").GetString()))
        );
        string course = workspace.RootElement.GetProperty("items")[0].GetProperty("id").GetString()!;
        await http.GetAsync(new Uri(preview.Play, $"/course/{course}/index.html"));
        using var changes = new StreamReader(await http.GetStreamAsync(new Uri(preview.Address, "/changes")));
        while (!(await http.GetStringAsync(new Uri(preview.Address, "/workspace"))).Contains("\"offers\""))
            await changes.ReadLineAsync();
        string sheet = await http.GetStringAsync(
            new Uri(preview.Address, $"/sheet?course={course}&lms=made-up&language=en")
        );
        Assert.Contains("Choose the box with the stamp.", sheet);
    }

    [Fact(DisplayName = "Each mistake in a target file is reported with its line")]
    public void Mistakes()
    {
        (string Faulty, string Expected)[] cases =
        [
            ("nam: X\nname: X\n", "x.yaml(1,1): error unknown-field"),
            ("order: 1\n", "x.yaml(1,1): error missing-field"),
            ("- name\n", "x.yaml(1,1): error wrong-type"),
            ("name: X\nsaving:\n  value: no\n  source: nowhere\n", "x.yaml(4,11): error unknown-value"),
            ("name: X\nsources:\n  - id: a\n    fr: A\n", "x.yaml(3,5): error missing-field"),
            (
                "name: X\nsources:\n  - {id: a, en: A}\ntraits:\n  - {trait: odd, source: a}\n",
                "x.yaml(5,13): error unknown-value"
            ),
            (
                "name: X\nsources:\n  - {id: a, en: A}\nchecks:\n  - {en: A, source: a}\n",
                "x.yaml(5,6): error missing-field"
            ),
            ("name: X\nadvice:\n  - {when: [some-day], text: A}\n", "x.yaml(3,13): error unknown-value"),
            (
                "name: X\nsources:\n  - {id: a, en: A}\nsimulation: {source: a, about: A, answers: A, lies: true}\n",
                "x.yaml(4,47): error unknown-field"
            ),
        ];
        foreach ((string faulty, string expected) in cases)
        {
            var bag = new DiagnosticBag();
            var folder = SourceFolder.InMemory(
                new Dictionary<string, byte[]> { ["x.yaml"] = Encoding.UTF8.GetBytes(faulty) }
            );
            TargetFiles.Read(folder, bag);
            Diagnostic finding = Assert.Single(bag.Sorted);
            Assert.StartsWith(expected, DiagnosticText.Format(finding));
        }
    }

    [Fact(DisplayName = "Every LMS has its own place in lists, and “any” has the limit of the standard and all traits")]
    public void BuiltIn()
    {
        Assert.True(LmsTargets.All.Count > 10);
        Assert.Equal(LmsTargets.All.Count, LmsTargets.All.Select(target => target.Order).Distinct().Count());
        Assert.Equal(
            ("any", Scorm12Limits.SuspendData, "standard"),
            (LmsTargets.Default.Id, LmsTargets.Default.SuspendData.Value, LmsTargets.Default.SimulatedLms.Value)
        );
        LmsTrait[] known =
        [
            .. LmsTargets.All.SelectMany(target => target.Traits).Select(trait => trait.Value).Distinct(),
        ];
        Assert.All(known, trait => Assert.NotNull(LmsTargets.Default.SourceOf(trait)));
        // A public report describes an LMS that saves at the end only, and does not name it.
        Assert.Equal([LmsTrait.SavesAtFinish], Enum.GetValues<LmsTrait>().Except(known));
        Assert.All(Enum.GetValues<LmsTrait>(), trait => Assert.NotEmpty(LmsTraits.Describe(trait)));
        Assert.All(
            LmsTargets.All.Where(target => target.SimulatedLms.Value != "standard"),
            target => Assert.Equal(target.Id, target.SimulatedLms.Value)
        );
    }

    /// <summary>Lets the command read the folder of the made-up LMS in addition to its own target files.</summary>
    private void WithMadeUpLms()
    {
        string own = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "protect-scorm.runtimeconfig.json"));
        JsonNode config = JsonNode.Parse(own)!;
        JsonObject properties = config["runtimeOptions"]!["configProperties"]!.AsObject();
        properties["Protect.Scorm.MoreTargets"] = Repository.At("tests", "targets");
        _command.Write("more.runtimeconfig.json", config.ToJsonString());
        _command.Host =
        [
            "exec",
            "--runtimeconfig",
            Path.Combine(_command.Folder, "more.runtimeconfig.json"),
            .. _command.Host,
        ];
    }
}
