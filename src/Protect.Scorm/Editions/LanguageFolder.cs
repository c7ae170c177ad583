using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Editions;

/// <summary>
/// View of a course folder for one language: in Polish, <c>media/tree.pl.svg</c> replaces <c>media/tree.svg</c>.
/// </summary>
internal sealed class LanguageFolder(SourceFolder inner, string language) : SourceFolder
{
    public override string DisplayPath => inner.DisplayPath;

    public override IReadOnlyList<string> Files => inner.Files;

    public override string Display(string path) => inner.Display(path);

    public override long? Size(string path) => inner.Size(Resolve(path));

    public override byte[] Read(string path) => inner.Read(Resolve(path));

    internal override string Digest(string path) => inner.Digest(Resolve(path));

    public override string Resolve(string path) => inner.Exists(Own(path)) ? Own(path) : path;

    private string Own(string path) =>
        path.StartsWith("media/", StringComparison.Ordinal)
            ? Path.ChangeExtension(path, $".{language}{Path.GetExtension(path)}").Replace('\\', '/')
            : path;
}
