using Protect.Scorm.Cli.Packages;
using Protect.Scorm.Inspecting;
using Protect.Scorm.Packaging;
using Protect.Scorm.Playing;

namespace Protect.Scorm.Cli;

/// <summary>The folder packages are written to. A file is written aside and then moved, so that a broken build leaves the old one whole.</summary>
internal sealed class DistFolder(string folder, bool withReports = false)
{
    private const string ChecksumFile = "SHA256SUMS";

    private readonly List<PackageSums> _written = [];

    /// <summary>Says so when another course of this build already has the same file name.</summary>
    public string? Clash(string fileName) => _written.Any(sums => sums.FileName == fileName)
        ? $"Two courses would be written to {fileName}; give one another id." : null;

    /// <summary>Writes the zip, with the map of its state, what is printed beside it and, when asked, its reports; returns its path.</summary>
    public string Write(CompileResult result)
    {
        string path = Path.Combine(folder, result.Package!.FileName);
        WriteWhole(path, result.Zip!);
        WriteWhole(Path.ChangeExtension(path, null) + StateMap.Suffix, System.Text.Encoding.UTF8.GetBytes(result.StateMap!.Write()));
        foreach ((string name, string text) in result.Booklets) WriteWhole(Path.Combine(folder, name), System.Text.Encoding.UTF8.GetBytes(text));
        if (withReports) WriteReports(Path.ChangeExtension(path, null), result, PackagePlay.OfBuilt(path));
        _written.Add(Checksums.Of(result.Package!, result.Zip!));
        return path.Replace('\\', '/');
    }

    /// <param name="run">What playing it showed; null without a browser.</param>
    private void WriteReports(string path, CompileResult result, RunReport? run)
    {
        WriteWhole(path + ".report.html", System.Text.Encoding.UTF8.GetBytes(ConformancePage.Write(result, run)));
        WriteWhole(path + ".report.json", ConformanceJson.Write(result, run));
    }

    /// <summary>Brings SHA256SUMS up to date: new lines for what was built, old lines for packages that still stand there.</summary>
    public void WriteChecksums()
    {
        if (_written.Count == 0) return;
        string path = Path.Combine(folder, ChecksumFile);
        string existing = File.Exists(path) ? File.ReadAllText(path) : "";
        string[] present = [.. Directory.EnumerateFiles(folder, "*.zip").Select(file => Path.GetFileName(file))];
        WriteWhole(path, System.Text.Encoding.UTF8.GetBytes(Checksums.Write(existing, present, _written)));
    }

    private void WriteWhole(string path, byte[] bytes)
    {
        Directory.CreateDirectory(folder);
        string aside = path + ".new";
        File.WriteAllBytes(aside, bytes);
        File.Move(aside, path, overwrite: true);
    }
}
