using Protect.Scorm.Model;

namespace Protect.Scorm.Importing;

/// <summary>Names of imported files. No name of a source becomes a path.</summary>
internal static class DraftFiles
{
    private const int LongestName = 60;

    /// <summary>
    /// Adds a file under <c>media/</c> with a name made from that in the source, and returns its path. The same bytes
    /// are added once; another file of the same name gets a number.
    /// </summary>
    /// <param name="draft">The draft.</param>
    /// <param name="name">The name in the source, with or without folders.</param>
    /// <param name="bytes">The content.</param>
    /// <param name="extension">The extension of the content, such as <c>.png</c>; null for that of the name.</param>
    public static string Add(DraftCourse draft, string name, byte[] bytes, string? extension = null)
    {
        if (draft.Files.Find(file => file.Bytes.AsSpan().SequenceEqual(bytes)) is { } same)
            return same.Path;
        string last = name.Replace('\\', '/').Split('/')[^1];
        int point = last.LastIndexOf('.');
        string stem = DraftIds.Slug(point > 0 ? last[..point] : last, LongestName) ?? "picture",
            ending = extension ?? (point > 0 ? "." + DraftIds.Slug(last[(point + 1)..], 5) : "");
        string path = $"media/{stem}{ending}";
        for (int number = 2; draft.Files.Exists(file => file.Path == path); number++)
            path = $"media/{stem}-{number}{ending}";
        draft.Files.Add(new DraftFile(path, bytes));
        return path;
    }
}
