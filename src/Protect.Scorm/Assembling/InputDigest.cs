using System.IO.Hashing;
using System.Text;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Assembling;

/// <summary>Digest of everything that a result depends on: the key under which the result is cached.</summary>
internal sealed class InputDigest
{
    private readonly XxHash128 _hash = new();

    /// <summary>Adds a value and its name.</summary>
    public InputDigest Add(string name, string value)
    {
        _hash.Append(Encoding.UTF8.GetBytes($"\n{name} {value.Length}\n{value}"));
        return this;
    }

    /// <summary>Adds the content of some files of a folder.</summary>
    public InputDigest Add(SourceFolder folder, IEnumerable<string> paths)
    {
        foreach (string path in paths)
            Add(path, folder.Digest(path));
        return this;
    }

    /// <summary>
    /// Adds the names and the content of all files of a folder, or of those that count. A pipe has no content; a course
    /// that needs it cannot be compiled.
    /// </summary>
    public InputDigest AddAll(SourceFolder? folder, Func<string, bool>? counts = null)
    {
        if (folder is null)
            return this;
        Add(folder.DisplayPath, string.Join('\n', folder.Files));
        return Add(folder, folder.Files.Where(path => counts?.Invoke(path) != false && !folder.IsSpecial(path)));
    }

    public UInt128 Value => _hash.GetCurrentHashAsUInt128();
}
