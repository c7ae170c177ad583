using Protect.Scorm.Diagnostics;

namespace Protect.Scorm;

/// <summary>A course folder as one language sees it: <c>media/tree.pl.svg</c> stands for <c>media/tree.svg</c> in Polish.</summary>
internal sealed class LanguageFolder(SourceFolder inner, string language) : SourceFolder
{
    public override SourceFolder Origin => inner.Origin;

    internal override object ParsedOn => inner.ParsedOn;

    public override string DisplayPath => inner.DisplayPath;

    public override IReadOnlyList<string> Files => inner.Files;

    public override long? Size(string path) => inner.Size(Resolve(path));

    public override byte[] Read(string path) => inner.Read(Resolve(path));

    public override string Resolve(string path) => inner.Exists(Own(path)) ? Own(path) : path;

    private string Own(string path) =>
        path.StartsWith("media/", StringComparison.Ordinal)
            ? Path.ChangeExtension(path, $".{language}{Path.GetExtension(path)}").Replace('\\', '/')
            : path;
}
