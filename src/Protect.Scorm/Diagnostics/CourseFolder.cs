namespace Protect.Scorm.Diagnostics;

/// <summary>
/// View of a course folder together with the banks that several courses share. <c>banks/…</c> is the shared folder, and
/// a file in <c>media/</c> that the course lacks is looked up in <c>banks/media/</c>.
/// </summary>
internal sealed class CourseFolder(SourceFolder own, SourceFolder banks) : SourceFolder
{
    /// <summary>The name of the shared folder, next to the folders of the courses.</summary>
    public const string Banks = "banks";

    private const string Shared = Banks + "/",
        Media = "media/";

    public override string DisplayPath => own.DisplayPath;

    public override IReadOnlyList<string> Files { get; } =
    [.. own.Files.Concat(banks.Files.Select(file => Shared + file)).Order(StringComparer.Ordinal)];

    public override long? Size(string path) => Find(path, out string there).Size(there);

    public override byte[] Read(string path) => Find(path, out string there).Read(there);

    public override string Display(string path) => Find(path, out string there).Display(there);

    internal override string Digest(string path) => Find(path, out string there).Digest(there);

    internal override bool IsSpecial(string path) => Find(path, out string there).IsSpecial(there);

    private SourceFolder Find(string path, out string there)
    {
        bool isShared = path.StartsWith(Shared, StringComparison.Ordinal);
        there = isShared ? path[Shared.Length..] : path;
        return
            isShared
            || path.StartsWith(Media, StringComparison.Ordinal)
                && own.Size(path) is null
                && banks.Size(path) is not null
            ? banks
            : own;
    }
}
