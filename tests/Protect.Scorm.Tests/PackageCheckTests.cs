using System.Text.Json;
using Protect.Scorm.Inspecting.Checks;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Tests.Inspecting.Cases;

namespace Protect.Scorm.Tests;

/// <summary>Tests of the commands <c>check</c> (for zips) and <c>explain</c>.</summary>
public sealed class PackageCheckTests
{
    [Fact(DisplayName = "One run checks zips, folders and courses: findings with places, a verdict per LMS, a summary")]
    public void Mixed()
    {
        using var place = new CommandLine();
        Put(place, "sound.zip", _ => { });
        Put(
            place,
            "vendors/nested.zip",
            package =>
            {
                package.Manifest = null;
                package.Add("course/imsmanifest.xml", "<manifest/>");
            }
        );
        Put(place, "vendors/deep/old.zip", package => package.Edit(">1.2<", ">1.2.7<"));
        place.Run("new", "my-course");
        (int code, string output, string errors) = place.Run(
            "check",
            "sound.zip",
            "vendors",
            "my-course",
            "--lms",
            "moodle,open-edx",
            "--html",
            "report.html"
        );
        Assert.Equal(1, code);
        Assert.Contains("sound.zip: “Fire safety” SCORM 1.2", output);
        Assert.Contains("Moodle, Open edX (SCORM XBlock): plays and records (read in the files).", output);
        Assert.Contains("will not work, because the package is in a folder of the zip [Z04]", output);
        Assert.Contains("3 packages: 2 with errors", output);
        Assert.Contains("my-course: no errors", output);
        Assert.Contains("vendors/deep/old.zip: imsmanifest.xml(5,40): error M07: ", errors);
        string page = File.ReadAllText(Path.Combine(place.Folder, "report.html"));
        Assert.Contains("Will not work", page);
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotMatch("(src|href)=\"(?!#)|url\\(", page);
    }

    [Fact(DisplayName = "Options choose the severity that fails a check, and the profile of rules")]
    public void FailOn()
    {
        using var place = new CommandLine();
        Put(place, "warned.zip", package => package.Add("my page.html", "x"));
        Put(place, "formal.zip", package => package.Edit("isvisible=\"true\"", "isvisible=\"yes\""));
        Assert.Equal(0, place.Run("check", "warned.zip").Code);
        Assert.Equal(1, place.Run("check", "warned.zip", "--fail-on", "warning").Code);
        Assert.Equal(
            (0, 1),
            (place.Run("check", "formal.zip").Code, place.Run("check", "formal.zip", "--profile", "adl").Code)
        );
        Assert.DoesNotContain("Z16", place.Run("check", "warned.zip", "--profile", "import").Errors);
    }

    [Fact(DisplayName = "JSON and SARIF are one document each, with the places inside the zip")]
    public void Machines()
    {
        using var place = new CommandLine();
        Put(place, "old.zip", package => package.Edit(">1.2<", ">1.2.7<"));
        using JsonDocument json = JsonDocument.Parse(place.Run("check", "old.zip", "--format", "json").Output);
        JsonElement package = json.RootElement.GetProperty("packages")[0];
        Assert.Equal("M07", package.GetProperty("findings")[0].GetProperty("rule").GetString());
        Assert.Equal(5, package.GetProperty("findings")[0].GetProperty("line").GetInt32());
        Assert.Contains(
            package.GetProperty("verdicts").EnumerateArray(),
            verdict =>
                verdict.GetProperty("lms").GetString() == "moodle"
                && verdict.GetProperty("outcome").GetString() == "plays-but"
        );
        using JsonDocument sarif = JsonDocument.Parse(place.Run("check", "old.zip", "--format", "sarif").Output);
        JsonElement run = sarif.RootElement.GetProperty("runs")[1];
        Assert.Equal("M07", run.GetProperty("results")[0].GetProperty("ruleId").GetString());
        Assert.Equal(
            0,
            run.GetProperty("artifacts")[
                    run.GetProperty("results")[0]
                        .GetProperty("locations")[0]
                        .GetProperty("physicalLocation")
                        .GetProperty("artifactLocation")
                        .GetProperty("index")
                        .GetInt32()
                ]
                .GetProperty("parentIndex")
                .GetInt32()
        );
    }

    [Fact(DisplayName = "With --previous, an identifier lost since the previous package is an error")]
    public void Previous()
    {
        using var place = new CommandLine();
        Put(place, "before.zip", _ => { });
        Put(place, "after.zip", package => package.Edit("I-fire-safety", "I-fire"));
        (int code, _, string errors) = place.Run("check", "after.zip", "--previous", "before.zip");
        Assert.Equal(1, code);
        Assert.Contains("error M27: 1 items of the earlier package are missing: “I-fire-safety”", errors);
        Assert.Equal(2, place.Run("check", "after.zip", "--previous", "nowhere.zip").Code);
    }

    [Fact(DisplayName = "Any rule is explained, and an unknown name gets the nearest match")]
    public void Explain()
    {
        using var place = new CommandLine();
        string rule = place.Run("explain", "z04").Output;
        Assert.Contains("Z04 (error, the zip)", rule);
        Assert.Contains("Zip the content of the folder", rule);
        Assert.Contains("unused-file (warning in a course)", place.Run("explain", "unused-file").Output);
        (int code, _, string errors) = place.Run("explain", "unused-fil");
        Assert.Equal(2, code);
        Assert.Contains("Did you mean “unused-file”?", errors);
        Assert.Contains("Z: the zip", place.Run("explain").Output);
    }

    [Fact(DisplayName = "“explain” is complete for every rule: severity, requirement, source and fix")]
    public void ExplainsAll()
    {
        using var place = new CommandLine();
        string list = place.Run("explain").Output;
        Assert.All(PackageInspector.Rules, rule => Assert.Contains($"  {rule.Slug} ", list));
        // One process per group: a process for each of more than 200 rules would take minutes.
        foreach (RuleGroup group in PackageInspector.Groups)
        {
            PackageRule rule = group.Rules[^1];
            string[] lines = place.Run("explain", rule.Slug).Output.Split('\n');
            Assert.StartsWith($"{rule.Slug} (", lines[0]);
            Assert.Equal($"  {rule.Requirement}", lines[1]);
            Assert.StartsWith("  Source: ", lines[2]);
            Assert.DoesNotContain(
                lines,
                line => line.StartsWith("  Message: …", StringComparison.Ordinal) && line.Length < 15
            );
            Assert.Contains(lines, line => line.StartsWith("  Fix: ", StringComparison.Ordinal) && line.Length > 12);
        }
        Assert.All(
            PackageInspector.Rules,
            rule =>
            {
                Assert.True(rule.Requirement.Length > 15, rule.Slug);
                Assert.True(rule.Basis.Length > 3, rule.Slug);
                Assert.True(rule.Message.Length > 2, rule.Slug);
                Assert.True(rule.Help.Length > 5, rule.Slug);
            }
        );
    }

    [Fact(DisplayName = "“build --report” also writes the rules checked, the limits and the privacy sheet")]
    public void Reports()
    {
        using var place = new CommandLine();
        place.Run("new", "my-course");
        Assert.Equal(
            0,
            place.RunIn("", new() { ["PROTECT_CHROMIUM"] = "/nowhere" }, "build", "my-course", "--report").Code
        );
        string zip = Directory.GetFiles(Path.Combine(place.Folder, "dist"), "*.zip").Single(),
            stem = Path.ChangeExtension(zip, null);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(stem + ".report.json"));
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(zip))),
            json.RootElement.GetProperty("sha256").GetString()
        );
        Assert.Contains(json.RootElement.GetProperty("passed").EnumerateArray(), rule => rule.GetString() == "Z10");
        Assert.Contains(
            json.RootElement.GetProperty("privacy").EnumerateArray(),
            element => element.GetProperty("element").GetString() == "cmi.core.lesson_status"
        );
        string page = File.ReadAllText(stem + ".report.html");
        Assert.Contains("Data sent", page);
        Assert.Contains("The package was not played", page);
    }

    private static void Put(CommandLine place, string name, Action<SamplePackage> change)
    {
        var package = new SamplePackage();
        change(package);
        string path = Path.Combine(place.Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, package.Zip());
    }
}
