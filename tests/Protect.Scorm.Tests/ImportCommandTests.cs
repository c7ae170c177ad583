namespace Protect.Scorm.Tests;

/// <summary>The command <c>import</c>: new courses, existing courses, and a second import.</summary>
public sealed class ImportCommandTests
{
    private const string Source = """
        ::Paris:: Which city is the capital of France? {=Paris ~Lyon}

        ::Rome:: Which city is the capital of Italy? {=Rome ~Milan}

        """;

    [Fact(DisplayName = "A file becomes a course that builds; a dry run writes nothing, and nothing is overwritten")]
    public void NewCourse()
    {
        using var place = new CommandLine();
        place.Write("Capital cities.gift", Source);
        (int code, string output, string errors) = place.Run("import", "Capital cities.gift", "--dry-run");
        Assert.True(code == 0, errors);
        Assert.Contains("would write capital-cities/course.yaml", output);
        Assert.False(Directory.Exists(Path.Combine(place.Folder, "capital-cities")));

        (code, output, errors) = place.Run("import", "Capital cities.gift");
        Assert.True(code == 0, errors);
        Assert.Contains("GIFT: 2 questions in 1 module; 0 losses.", output);
        Assert.Equal(0, place.Run("build", "capital-cities").Code);

        (code, _, errors) = place.Run("import", "Capital cities.gift");
        Assert.Equal(2, code);
        Assert.Contains("--into capital-cities", errors);
    }

    [Fact(DisplayName = "A second import keeps ids, adds what is new, and shows and updates what changed")]
    public void SecondImport()
    {
        using var place = new CommandLine();
        place.Write("cities.gift", Source);
        Assert.Equal(0, place.Run("import", "cities.gift").Code);
        string module = Path.Combine(place.Folder, "cities", "modules", "assessment.yaml"),
            first = File.ReadAllText(module);
        Assert.Contains("id: paris\n", first);

        // Without a change nothing is written.
        (int code, string output, string errors) = place.Run("import", "cities.gift", "--into", "cities");
        Assert.True(code == 0, errors);
        Assert.DoesNotContain("wrote", output);
        Assert.Equal(first, File.ReadAllText(module));

        place.Write(
            "cities.gift",
            Source.Replace("Milan", "Turin") + "::Madrid:: Which city is the capital of Spain? {=Madrid ~Toledo}\n"
        );
        (code, output, errors) = place.Run("import", "cities.gift", "--into", "cities");
        Assert.True(code == 0, errors);
        Assert.Contains("-   - text: Milan\n+   - text: Turin\n", output);
        string second = File.ReadAllText(module);
        Assert.StartsWith(first, second);
        Assert.Contains("id: madrid\n", second[first.Length..]);

        Assert.Equal(0, place.Run("import", "cities.gift", "--into", "cities", "--update").Code);
        string third = File.ReadAllText(module);
        Assert.Equal(second.Replace("Milan", "Turin"), third);
        Assert.Equal(0, place.Run("build", "cities").Code);
    }

    [Fact(DisplayName = "What the author changed is never overwritten, and what the author removed stays removed")]
    public void AuthorKeeps()
    {
        using var place = new CommandLine();
        place.Write("cities.gift", Source);
        Assert.Equal(0, place.Run("import", "cities.gift").Code);
        string module = Path.Combine(place.Folder, "cities", "modules", "assessment.yaml"),
            edited = File.ReadAllText(module).Replace("text: Lyon", "text: Marseille");
        File.WriteAllText(module, edited);
        place.Write("cities.gift", Source.Replace("Lyon", "Nice"));
        (int code, string output, string errors) = place.Run("import", "cities.gift", "--into", "cities", "--update");
        Assert.True(code == 0, errors);
        Assert.Contains("paris: changed in the source and in the course.", output);
        Assert.Equal(edited, File.ReadAllText(module));

        int at = edited.IndexOf("\n        - type: single-choice\n          id: rome");
        File.WriteAllText(module, edited[..at].TrimEnd() + "\n");
        (code, output, _) = place.Run("import", "cities.gift", "--into", "cities", "--update");
        Assert.Equal(0, code);
        Assert.Contains("rome: only in", output);
        Assert.DoesNotContain("id: rome", File.ReadAllText(module));
    }

    [Fact(DisplayName = "Questions are added to an existing course as new modules")]
    public void IntoCourse()
    {
        using var place = new CommandLine();
        Assert.Equal(0, place.Run("new", "mine").Code);
        place.Write("cities.gift", "$CATEGORY: Capitals\n\n" + Source);
        string[] import = ["import", "cities.gift", "--into", "mine", "--as", "checks"];
        (int code, string output, string errors) = place.Run(import);
        Assert.True(code == 0, errors);
        Assert.Contains("wrote mine/modules/capitals.yaml", output);
        Assert.Contains(
            "  - welcome\n  - " + "capitals\n",
            File.ReadAllText(Path.Combine(place.Folder, "mine", "course.yaml"))
        );
        (code, _, errors) = place.Run("build", "mine");
        Assert.True(code == 0, errors);
        Assert.Equal(2, place.Run("import", "cities.gift", "--into", "nowhere").Code);

        place.Write("bad/course.yaml", "modules: one\n");
        (code, _, errors) = place.Run("import", "cities.gift", "--into", "bad");
        Assert.Equal(1, code);
        Assert.Contains("import-course-unreadable", errors);
    }

    [Fact(DisplayName = "A question sheet is written, filled in and imported; unknown files are named")]
    public void Sheets()
    {
        using var place = new CommandLine();
        foreach (string sheet in new[] { "one.csv", "two.xlsx" })
        {
            (int code, string output, string errors) = place.Run("new", "--sheet", sheet);
            Assert.True(code == 0, errors);
            Assert.Contains($"protect-scorm import {sheet}", output);
            Assert.Equal(2, place.Run("new", "--sheet", sheet).Code);
            (code, output, errors) = place.Run("import", sheet);
            Assert.True(code == 0, errors);
            Assert.Contains("8 questions", output);
            Assert.Equal(0, place.Run("build", Path.GetFileNameWithoutExtension(sheet)).Code);
        }
        Assert.Equal(2, place.Run("new", "--sheet", "three.ods").Code);
        Assert.Equal(2, place.Run("new").Code);
        place.Write("letter.txt", "Dear Ana,\nhow are you?\n");
        (int refused, _, string why) = place.Run("import", "letter.txt");
        Assert.Equal(1, refused);
        Assert.Contains("import-unknown-format", why);
        Assert.Equal(2, place.Run("import", "missing.gift").Code);
        Assert.Equal(2, place.Run("import", "letter.txt", "--from", "gfit").Code);
        (refused, _, why) = place.Run("import", "letter.txt", "--from", "aiken");
        Assert.Equal(1, refused);
        Assert.Contains("import-nothing", why);
    }
}
