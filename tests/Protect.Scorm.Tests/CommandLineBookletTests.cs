namespace Protect.Scorm.Tests;

/// <summary>Tests the option of <c>build</c> that prints booklets, under its present and its former name.</summary>
public sealed class CommandLineBookletTests : IDisposable
{
    private readonly CommandLine _command = new();

    public CommandLineBookletTests() => _command.Run("new", "mine");

    public void Dispose() => _command.Dispose();

    [Fact(DisplayName = "build --as workbook writes the workbook next to the package, without a warning")]
    public void PresentName()
    {
        (int code, _, string errors) = _command.Run("build", "mine", "--as", "workbook");
        Assert.Equal((0, ""), (code, errors));
        Assert.Single(Workbooks());
    }

    [Fact(DisplayName = "build --output still writes the same booklets, and a warning names the new option --as")]
    public void FormerName()
    {
        _command.Run("build", "mine", "--as", "workbook");
        string expected = File.ReadAllText(Workbooks().Single());
        File.Delete(Workbooks().Single());

        (int code, string output, string errors) = _command.Run("build", "mine", "--output", "workbook", "--no-cache");
        Assert.Equal(0, code);
        Assert.Equal(expected, File.ReadAllText(Workbooks().Single()));
        Assert.Equal(
            "warning: --output is now called --as. The old name still works, but please write --as.",
            errors.Trim()
        );
        Assert.DoesNotContain("--output", output);
    }

    [Fact(DisplayName = "A booklet that does not exist is refused under both names, and the message names --as")]
    public void UnknownBooklet()
    {
        foreach (string name in new[] { "--as", "--output" })
        {
            (int code, _, string errors) = _command.Run("build", "mine", name, "poster");
            Assert.Equal(2, code);
            Assert.Contains(
                "“poster” is not facilitator, workbook, toolbox, or several of them with commas (--as).",
                errors
            );
        }
        Assert.Empty(Workbooks());
    }

    [Fact(DisplayName = "The help of build lists --as and no longer lists --output")]
    public void Help()
    {
        string help = _command.Run("build", "--help").Output;
        Assert.Contains("--as <facilitator,workbook,toolbox>", help);
        Assert.DoesNotContain("--output", help);
    }

    private string[] Workbooks()
    {
        string dist = Path.Combine(_command.Folder, "dist");
        return Directory.Exists(dist) ? Directory.GetFiles(dist, "*workbook*.html") : [];
    }
}
