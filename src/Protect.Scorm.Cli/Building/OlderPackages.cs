using System.Text;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Cli.Packages;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Packaging;
using Protect.Scorm.Playing;

namespace Protect.Scorm.Cli.Building;

/// <summary>
/// Packages that were in the output folder before the build. Learners who use one of them lose answers with the new
/// package if the course does not keep its layout.
/// </summary>
/// <param name="folder">Output folder.</param>
/// <param name="isRelease">True for <c>--release</c>: an error, and nothing is replaced.</param>
internal sealed class OlderPackages(string folder, bool isRelease)
{
    private readonly HashSet<(string Id, string Hash)> _reported = [];
    private readonly Dictionary<(CourseSession Course, string? Edition), IReadOnlyList<string>> _current = [];
    private IReadOnlyList<(string Name, StateMap Map)>? _all;

    /// <summary>
    /// Reports each layout of an older package that a new one does not restore: as a warning once per build, as an
    /// error for each package. Must be called before the package is written.
    /// </summary>
    /// <param name="item">Planned package.</param>
    /// <param name="now">State map of the package.</param>
    public IReadOnlyList<Diagnostic> Report(VariantBuild.Planned item, StateMap now)
    {
        HashSet<(string Id, string Hash)> reported = isRelease ? [] : _reported;
        var found = new List<Diagnostic>();
        foreach ((string name, StateMap map) in _all ??= Read())
        {
            if (
                map.Id != now.Id
                || map.Hash == now.Hash
                || now.Reads.Contains(map.Hash)
                || Current(item).Contains(map.Hash)
                || !reported.Add((map.Id, map.Hash))
            )
                continue;
            found.Add(Finding(item, name, map, now));
        }
        return found;
    }

    private Diagnostic Finding(VariantBuild.Planned item, string name, StateMap map, StateMap now)
    {
        // A package of the same version is about to be replaced, by this package or by the next one.
        string source = isRelease || map.Version != now.Version ? name : Keep(map);
        string command = $"protect-scorm layouts add {ShellWord.Of(PathOf(source))}";
        if (item.Shown.Length > 0)
            command += $" {ShellWord.Of(item.Shown)}";
        DiagnosticRule rule = isRelease
            ? PlayingRules.MissingLayout with
            {
                Severity = Severity.Error,
            }
            : PlayingRules.MissingLayout;
        var bag = new DiagnosticBag();
        bag.Add(
            rule,
            SourceFile.WithoutText(item.Course.Source.Folder.Display("course.yaml")).Start,
            PathOf(name),
            map.Version,
            map.Hash,
            command
        );
        return bag.Sorted[0];
    }

    /// <summary>Writes the state map of a package that will be replaced. Returns the name of the file.</summary>
    private string Keep(StateMap map)
    {
        string name = $"{map.Id}-{map.Version}-{map.Hash}{StateMap.Suffix}",
            path = Path.Combine(folder, name);
        if (!File.Exists(path))
            TemporaryFile.Write(path, new FileImage(Encoding.UTF8.GetBytes(map.Write())));
        return name;
    }

    /// <summary>
    /// Returns the layouts that the course has now. Pages of a country give its packages a layout of their own.
    /// </summary>
    private IReadOnlyList<string> Current(VariantBuild.Planned item) =>
        _current.TryGetValue((item.Course, item.Variant.Edition), out IReadOnlyList<string>? known)
            ? known
            : _current[(item.Course, item.Variant.Edition)] = item.Course.Layouts(item.Variant.Edition);

    private string PathOf(string name) => Path.Combine(folder, name).Replace('\\', '/');

    private List<(string Name, StateMap Map)> Read()
    {
        if (!Directory.Exists(folder))
            return [];
        var all = new List<(string Name, StateMap Map)>();
        foreach (string path in Directory.EnumerateFiles(folder, "*.zip").Order(StringComparer.Ordinal))
        {
            if (PackageLayout.TryRead(path) is { } map)
                all.Add((Path.GetFileName(path), map));
        }
        return all;
    }
}
