using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Checks;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Model;

namespace Protect.Scorm.Cli.Play;

/// <summary>Package to play: its files by name, and the file that an LMS opens.</summary>
internal sealed record PlayedPackage(string Name, string Title, string Href, bool IsAsset, Func<string, byte[]?> Read)
    : IDisposable
{
    /// <summary>True for a package of SCORM 2004, which is played without its sequencing.</summary>
    public bool IsScorm2004 { get; init; }

    /// <summary>All launchable items in the order of the manifest, without repeated addresses.</summary>
    public IReadOnlyList<LaunchItem> Parts { get; init; } = [];

    private IDisposable? Source { get; init; }

    /// <summary>
    /// Compiles a course folder, or opens a zip as it is. Null, with findings, if there is nothing to play.
    /// </summary>
    public static PlayedPackage? Open(string path, CompileOptions options, List<Diagnostic> findings)
    {
        string name = CourseArguments.Shown(path);
        if (Directory.Exists(path))
        {
            CompileResult result = CourseCompiler.Compile(SourceFolder.Course(path, name), options);
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
        PackageZip? zip = PackageZip.Open(InputFile.Open(path), name, bag);
        PlayedPackage? played =
            zip is null ? null
            : Of(name, file => zip.Read(file, new DiagnosticBag())) is { } found ? found with { Source = zip }
            : null;
        findings.AddRange(bag.Sorted);
        if (played is null)
            zip?.Dispose();
        return played;
    }

    /// <summary>Reads the manifest of a package; null if it names no file to open.</summary>
    public static PlayedPackage? Of(string name, Func<string, byte[]?> read) =>
        read("imsmanifest.xml") is { } manifest && LaunchFile.Of(manifest) is { } launch
            ? new PlayedPackage(name, launch.Title, launch.Href, launch.IsAsset, read)
            {
                IsScorm2004 = launch.IsScorm2004,
                Parts = [.. LaunchItem.All(manifest).DistinctBy(item => item.Href)],
            }
            : null;

    public void Dispose() => Source?.Dispose();
}
