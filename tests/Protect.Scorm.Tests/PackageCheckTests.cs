using System.Text.Json;
using Protect.Scorm.Cli.Reports;
using Protect.Scorm.Inspecting.Checks;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Reporting;
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
        Assert.Equal("", errors);
        Assert.StartsWith("sound.zip: Ready for Moodle and Open edX (SCORM XBlock), as far as its files show.", output);
        Assert.Contains("\n  “Fire safety”, SCORM 1.2, ", output);
        Assert.Contains("Moodle, Open edX (SCORM XBlock): plays and records (read in the files).", output);
        Assert.Contains("will not work, because the package is in a folder of the zip [Z04]", output);
        Assert.Contains("3 packages: 2 with errors", output);
        Assert.Contains("my-course: no errors", output);
        Assert.Contains("\nvendors/deep/old.zip: ", output);
        Assert.Contains("\n  error M07: ", output);
        Assert.Contains("\n    imsmanifest.xml(5,40)\n    Fix: ", output);
        string page = File.ReadAllText(Path.Combine(place.Folder, "report.html"));
        Assert.Contains("Must be fixed", page);
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
        Assert.DoesNotContain("warning Z16", place.Run("check", "warned.zip", "--profile", "import").Output);
    }

    [Fact(DisplayName = "JSON is one document, with the places inside the zip")]
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
    }

    [Fact(DisplayName = "With --previous, an identifier lost since the previous package is an error")]
    public void Previous()
    {
        using var place = new CommandLine();
        Put(place, "before.zip", _ => { });
        Put(place, "after.zip", package => package.Edit("I-fire-safety", "I-fire"));
        (int code, string output, _) = place.Run("check", "after.zip", "--previous", "before.zip");
        Assert.Equal(1, code);
        Assert.Contains("error M27: 1 item of the earlier package is missing: “I-fire-safety”", output);
        Assert.Equal(2, place.Run("check", "after.zip", "--previous", "nowhere.zip").Code);
    }

    [Fact(DisplayName = "Any rule is explained, and an unknown name gets the nearest match")]
    public void Explain()
    {
        using var place = new CommandLine();
        string rule = place.Run("explain", "z04").Output;
        Assert.Contains("Z04 (error, the zip)", rule);
        Assert.Contains("Zip the content of the folder", rule);
        Assert.Contains("The package may not work in every LMS.", rule);
        Assert.Contains("unused-file (warning in a course)", place.Run("explain", "unused-file").Output);
        (int code, _, string errors) = place.Run("explain", "unused-fil");
        Assert.Equal(2, code);
        Assert.Contains("Did you mean “unused-file”?", errors);
        Assert.Contains("Z: the zip", place.Run("explain").Output);
    }

    [Fact(DisplayName = "“explain” is complete for every rule: meaning, affected LMSs, steps for both readers, source")]
    public void ExplainsAll()
    {
        using var place = new CommandLine();
        string list = place.Run("explain").Output;
        Assert.All(PackageInspector.Rules, rule => Assert.Contains($"  {rule.Slug} ", list));
        Assert.All(
            PackageInspector.Rules,
            rule =>
            {
                string[] lines = RuleText.Of(rule).Split('\n');
                Assert.StartsWith($"{rule.Slug} (", lines[0]);
                Assert.Equal($"  Rule: {rule.Requirement}", lines[1]);
                Assert.StartsWith("  Meaning: ", lines[2]);
                int affected = Array.IndexOf(lines, "  Affected:");
                Assert.True(
                    affected > 2 && lines[affected + 1].StartsWith("    ", StringComparison.Ordinal),
                    rule.Slug
                );
                Assert.Contains("  If you received the package:", lines);
                Assert.Contains("  If you made the package:", lines);
                Assert.Contains(lines, line => line.StartsWith("  Source: ", StringComparison.Ordinal));
                Assert.DoesNotContain(lines, line => line.Contains('{') && !line.Contains("{A,B,C}"));
                // A message that consists of values explains nothing.
                Assert.DoesNotContain(
                    lines,
                    line =>
                        line.StartsWith("  Typical finding: ", StringComparison.Ordinal)
                        && line.Count(char.IsLetter) < "Typical finding".Length + 12
                );
            }
        );
        Assert.All(
            Suppression.Rules,
            rule =>
            {
                string text = RuleText.Of(rule);
                Assert.Contains("  Affected: ", text);
                Assert.Contains("  Fix: ", text);
            }
        );
    }

    [Fact(DisplayName = "Several findings of a rule are one group with their number, the first places and the rest")]
    public void Grouped()
    {
        using var place = new CommandLine();
        Put(
            place,
            "evals.zip",
            package =>
            {
                for (int i = 0; i < 23; i++)
                    package.AddListed($"script{i:00}.js", "eval('1');");
            }
        );
        string output = place.Run("check", "evals.zip").Output;
        Assert.Contains(
            "  warning W08: 23 scripts run a text as a program, which LMSs with a strict security policy block.\n"
                + "    script00.js(1,7)\n    script01.js(1,7)\n    script02.js(1,7)\n    and 20 more\n"
                + "    Fix: ",
            output
        );
    }

    [Fact(DisplayName = "Findings in courses are on standard output too; wrong arguments are on standard error")]
    public void OneStream()
    {
        using var place = new CommandLine();
        place.Write("mine/course.yaml", TestCourse.Course.Replace("language: en", "language: en\nlangauge: fr"));
        place.Write("mine/modules/one.yaml", TestCourse.Module);
        (int code, string output, string errors) = place.Run("check", "mine");
        Assert.Equal((1, ""), (code, errors));
        Assert.Contains("mine/course.yaml(4,1): error unknown-field", output);
        Assert.Contains("1 error", output);
        Put(place, "sound.zip", _ => { });
        Assert.Contains("There is no LMS “moodl”", place.Run("check", "sound.zip", "--lms", "moodl").Errors);
    }

    [Fact(DisplayName = "The report says why a package was not played")]
    public void NotPlayed()
    {
        using var place = new CommandLine();
        Put(place, "empty.zip", package => package.Edit(" href=\"index.html\">", ">"));
        // The command looks for the file only, because there is nothing to play.
        var browser = new Dictionary<string, string> { ["PROTECT_CHROMIUM"] = typeof(CommandLine).Assembly.Location };
        string output = place.RunIn("", browser, "check", "empty.zip", "--run").Output;
        Assert.Contains("  Not played: it has no SCORM manifest that names a page to open.", output);
    }

    [Fact(DisplayName = "“diff” of two packages of other tools names the command that compares them")]
    public void DiffOfOthers()
    {
        using var place = new CommandLine();
        Put(place, "old.zip", _ => { });
        Put(place, "new one.zip", _ => { });
        (int code, _, string errors) = place.Run("diff", "old.zip", "new one.zip");
        Assert.Equal(2, code);
        Assert.Contains("protect-scorm check \"new one.zip\" --previous old.zip", errors);
    }

    [Fact(DisplayName = "The HTML report begins with the answer; path and digest come last")]
    public void AnswerFirst()
    {
        using var place = new CommandLine();
        Put(place, "vendors/old.zip", package => package.Edit(">1.2<", ">1.2.7<"));
        string page = place.Run("check", "vendors/old.zip", "--format", "html").Output;
        int[] order =
        [
            page.IndexOf("class=\"answer", StringComparison.Ordinal),
            page.IndexOf("Prediction for each LMS", StringComparison.Ordinal),
            page.IndexOf("Next steps", StringComparison.Ordinal),
            page.IndexOf("Must be fixed", StringComparison.Ordinal),
            page.IndexOf("vendors/", StringComparison.Ordinal),
            page.IndexOf("SHA-256", StringComparison.Ordinal),
        ];
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
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
