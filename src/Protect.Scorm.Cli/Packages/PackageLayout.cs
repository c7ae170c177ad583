using System.Text;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Checks;
using Protect.Scorm.Playing;
using Protect.Scorm.Reporting;

namespace Protect.Scorm.Cli.Packages;

/// <summary>
/// Reads the state map of a package built by protect-scorm, or of its <c>.state.json</c> file. Both may come from
/// anywhere: sizes are checked first, nothing is unpacked to disk, and only values that a build can have written are
/// accepted.
/// </summary>
internal static class PackageLayout
{
    /// <summary>Largest package in bytes.</summary>
    public const int MostBytes = 1_000_000_000;

    /// <summary>Largest file with a state map: one of 10,000 questions has less than 2 MB.</summary>
    private const int MostMapBytes = 20_000_000;

    private const int LongestVersion = 40;

    /// <summary>Reads a zip or a state map; null when it is neither.</summary>
    /// <param name="path">Path of an existing file of at most <see cref="MostBytes"/>.</param>
    /// <param name="bag">Receives the faults of a damaged or harmful zip.</param>
    public static StateMap? Read(string path, DiagnosticBag bag)
    {
        StateMap? map =
            path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? FromZip(path, bag)
            : new FileInfo(path).Length > MostMapBytes ? null
            : StateMap.Read(InputFile.ReadText(path));
        return map is { IsSound: true } && IsVersion(map.Version) ? map : null;
    }

    /// <summary>Reads the state map of a file; null when it cannot be read or is something else.</summary>
    public static StateMap? TryRead(string path)
    {
        try
        {
            return InputFile.Exists(path) && new FileInfo(path).Length is > 0 and <= MostBytes
                ? Read(path, new DiagnosticBag())
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static StateMap? FromZip(string path, DiagnosticBag bag)
    {
        using PackageZip? zip = PackageZip.Open(InputFile.Open(path), CourseArguments.Shown(path), bag);
        string? Text(string name) =>
            zip?.Size(name) <= MostMapBytes && zip.Read(name, bag) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
        return OwnData.Of(Text) is { } data ? StateMap.Read(data) : null;
    }

    // The version becomes part of a file name and is printed.
    private static bool IsVersion(string version) =>
        version.Length is > 0 and <= LongestVersion
        && version.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
}
