using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Editions;

/// <summary>
/// View of a course folder for light packages: <c>media/tree.light.jpg</c> replaces <c>media/tree.jpg</c>.
/// </summary>
internal sealed class LightFolder(SourceFolder inner) : SourceFolder
{
    public override string DisplayPath => inner.DisplayPath;

    public override IReadOnlyList<string> Files => inner.Files;

    public override string Display(string path) => inner.Display(path);

    public override long? Size(string path) => inner.Size(Resolve(path));

    public override byte[] Read(string path) => inner.Read(Resolve(path));

    internal override string Digest(string path) => inner.Digest(Resolve(path));

    // The language takes precedence: the content of a picture matters more than its size.
    public override string Resolve(string path)
    {
        string there = inner.Resolve(path),
            own = Own(there);
        return inner.Exists(own) ? own : there;
    }

    private static string Own(string path) =>
        path.StartsWith("media/", StringComparison.Ordinal)
            ? Path.ChangeExtension(path, ".light" + Path.GetExtension(path)).Replace('\\', '/')
            : path;

    /// <summary>Returns the view of the folder for a package in one language and size.</summary>
    /// <param name="folder">The folder of the course.</param>
    /// <param name="language">BCP 47; null for the language of the source.</param>
    /// <param name="size">The size of the package.</param>
    public static SourceFolder For(SourceFolder folder, string? language, PackageSize size)
    {
        if (language is not null)
            folder = new LanguageFolder(folder, language);
        return size == PackageSize.Light ? new LightFolder(folder) : folder;
    }
}
