using System.Diagnostics;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Unit tests of the browser program, run in Node without a browser.</summary>
public sealed class NodeTests
{
    [Fact(DisplayName = "The unit tests of the browser program pass")]
    public async Task UnitTests()
    {
        string folder = Repository.At("src", "browser", "out", "tests");
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("--max-semi-space-size=64"); // the kill matrix allocates many small objects
        start.ArgumentList.Add("--test");
        string[] files = [.. Directory.EnumerateFiles(folder, "*.mjs").Order(StringComparer.Ordinal)];
        Assert.NotEmpty(files);
        foreach (string file in files)
            start.ArgumentList.Add(file);
        using Process node = Process.Start(start)!;
        // The kill matrix uses every processor for minutes; pages of the other tests have time limits.
        node.PriorityClass = ProcessPriorityClass.BelowNormal;
        Task<string> errors = node.StandardError.ReadToEndAsync();
        string output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, output + await errors);
    }
}
