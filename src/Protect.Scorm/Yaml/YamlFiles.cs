using System.Collections.Concurrent;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Yaml;

/// <summary>A parsed file.</summary>
/// <param name="Bytes">The bytes it was parsed from.</param>
/// <param name="Root">Null, with at least one finding, when the file is not one YAML document.</param>
/// <param name="Findings">Faults of the syntax.</param>
internal sealed record YamlFile(byte[] Bytes, YamlNode? Root, IReadOnlyList<Diagnostic> Findings);

/// <summary>
/// Parsed YAML files by the path that messages show. A file is parsed once, and again only when its bytes differ.
/// Thread-safe.
/// </summary>
internal sealed class YamlFiles
{
    private const int MaxMegabytes = 2;

    private readonly ConcurrentDictionary<string, YamlFile> _files = new(StringComparer.Ordinal);

    /// <summary>Returns a file that exists.</summary>
    public YamlFile Read(SourceFolder folder, string path)
    {
        string shown = folder.Display(path);
        if (folder.Size(path) is { } size and > MaxMegabytes * 1024 * 1024)
        {
            var large = new DiagnosticBag();
            large.Add(YamlRules.FileTooLarge, SourceFile.WithoutText(shown).Start, size / (1024 * 1024), MaxMegabytes);
            return new YamlFile([], null, large.Sorted);
        }
        byte[] bytes = folder.Read(path);
        if (!_files.TryGetValue(shown, out YamlFile? file) || !bytes.AsSpan().SequenceEqual(file.Bytes))
        {
            var bag = new DiagnosticBag();
            YamlNode? root = YamlDocument.Read(shown, bytes, bag);
            _files[shown] = file = new YamlFile(bytes, root, bag.Sorted);
        }
        return file;
    }

    /// <summary>Returns the root of a file that exists; null when it is not one YAML document (reported).</summary>
    public YamlNode? Read(SourceFolder folder, string path, DiagnosticBag bag)
    {
        YamlFile file = Read(folder, path);
        bag.AddAll(file.Findings);
        return file.Root;
    }
}
