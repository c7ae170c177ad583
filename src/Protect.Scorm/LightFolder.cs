using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm;

/// <summary>A course folder as a light package sees it: <c>media/tree.light.jpg</c> stands for <c>media/tree.jpg</c>.</summary>
internal sealed class LightFolder(SourceFolder inner) : SourceFolder
{
    public override SourceFolder Origin => inner.Origin;

    internal override object ParsedOn => inner.ParsedOn;

    public override string DisplayPath => inner.DisplayPath;

    public override IReadOnlyList<string> Files => inner.Files;

    public override long? Size(string path) => inner.Size(Resolve(path));

    public override byte[] Read(string path) => inner.Read(Resolve(path));

    // The language first: what a picture says matters more than what it weighs.
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

    /// <summary>The folder as a package in one language and of one size sees it; null for the language of the source.</summary>
    public static SourceFolder Seen(SourceFolder folder, string? language, PackageSize size)
    {
        if (language is not null)
            folder = new LanguageFolder(folder, language);
        return size == PackageSize.Light ? new LightFolder(folder) : folder;
    }
}
