using System.Text.Json;
using Protect.Scorm.Cli;

namespace Protect.Scorm.Tests;

/// <summary>Licences of the libraries in the tool.</summary>
public sealed class LicencesTests
{
    private const string BuildOnly = "Microsoft.NET.ILLink.Tasks";

    [Fact(DisplayName = "“licences” prints the licence of every library in the tool, with its version")]
    public void Complete()
    {
        // The lock file names all packages that a restore brings.
        using var locked = JsonDocument.Parse(
            File.ReadAllText(Repository.At("src", "Protect.Scorm.Cli", "packages.lock.json"))
        );
        string[] packages =
        [
            .. locked
                .RootElement.GetProperty("dependencies")
                .GetProperty("net10.0")
                .EnumerateObject()
                .Where(package => package.Value.TryGetProperty("resolved", out _) && package.Name != BuildOnly)
                .Select(package => $"{package.Name} {package.Value.GetProperty("resolved").GetString()}"),
        ];
        (string Title, string Text)[] all = [.. LicencesCommand.All()];
        Assert.True(packages.Length >= 6);
        foreach (string package in packages)
            Assert.Contains("Copyright", all.Single(licence => licence.Title == package).Text);
    }

    [Fact(DisplayName = "Programs of others in the tool's pages have their licence")]
    public void Programs()
    {
        (string _, string text) = LicencesCommand.All().Single(licence => licence.Title.StartsWith("scorm-again "));
        Assert.Contains("MIT License", text);
        Assert.Contains("Copyright (c)", text);
    }

    [Fact(DisplayName = "Each saved licence belongs to a library in the tool")]
    public void NoneTooMany()
    {
        string[] titles = [.. LicencesCommand.All().Select(licence => licence.Title.Split(' ')[0])];
        foreach (string file in Directory.GetFiles(Repository.At("src", "licences")))
            Assert.Contains(Path.GetFileNameWithoutExtension(file), titles);
    }

    [Fact(DisplayName = "No npm package runs a script while it is installed")]
    public void NoInstallScripts() =>
        Assert.Contains("ignore-scripts=true", File.ReadAllLines(Repository.At("src", "browser", ".npmrc")));
}
