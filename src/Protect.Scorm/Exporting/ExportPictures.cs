using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Exporting;

/// <summary>Gives the pictures of an export names without folders, each its own.</summary>
/// <param name="folder">The files of the course.</param>
internal sealed class ExportPictures(SourceFolder folder)
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Returns the name of a picture: its path below media/, with hyphens instead of slashes.</summary>
    public string NameOf(AssetRef asset)
    {
        string path = folder.Resolve(asset.Path);
        if (_names.TryGetValue(path, out string? known))
            return known;
        string plain = (path.StartsWith("media/", StringComparison.Ordinal) ? path[6..] : path).Replace('/', '-');
        string name = plain;
        for (int number = 2; _names.ContainsValue(name); number++)
            name = $"{Path.GetFileNameWithoutExtension(plain)}-{number}{Path.GetExtension(plain)}";
        return _names[path] = name;
    }

    /// <summary>Returns the bytes of a picture.</summary>
    public byte[] Read(AssetRef asset) => folder.Read(asset.Path);
}
