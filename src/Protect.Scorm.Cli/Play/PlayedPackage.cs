using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting;
using Protect.Scorm.Model;

namespace Protect.Scorm.Cli.Play;

/// <summary>What is played: the files of a package by name, and the address an LMS opens.</summary>
internal sealed record PlayedPackage(string Name, string Title, string Href, bool IsAsset, Func<string, byte[]?> Read)
    : IDisposable
{
    private IDisposable? Source { get; init; }

    /// <summary>A course folder is compiled, a zip is played as it is. Null, with findings, when there is nothing to play.</summary>
    public static PlayedPackage? Open(string path, CompileOptions options, List<Diagnostic> findings)
    {
        string name = CourseArguments.Shown(path);
        if (Directory.Exists(path))
        {
            CompileResult result = CourseCompiler.Compile(SourceFolder.OnDisk(path, name), options);
            findings.AddRange(result.Diagnostics);
            if (result.Package is not { } package)
                return null;
            Dictionary<string, byte[]> files = package.Files.ToDictionary(
                file => file.Name,
                file => file.Bytes.ToArray(),
                StringComparer.Ordinal
            );
            return Of(name, files.GetValueOrDefault);
        }
        var bag = new DiagnosticBag();
        PackageZip? zip = PackageZip.Open(File.OpenRead(path), name, bag);
        PlayedPackage? played =
            zip is null ? null
            : Of(name, file => zip.Read(file, new DiagnosticBag())) is { } found ? found with { Source = zip }
            : null;
        findings.AddRange(bag.Sorted);
        if (played is null)
            zip?.Dispose();
        return played;
    }

    /// <summary>Null when the manifest names nothing to open.</summary>
    public static PlayedPackage? Of(string name, Func<string, byte[]?> read) =>
        read("imsmanifest.xml") is { } manifest && LaunchFile.Of(manifest) is { } launch
            ? new PlayedPackage(name, launch.Title, launch.Href, launch.IsAsset, read)
            : null;

    public void Dispose() => Source?.Dispose();
}
