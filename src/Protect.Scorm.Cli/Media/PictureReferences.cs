using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Model;
using Protect.Scorm.Reading;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Cli.Media;

/// <summary>New name of a picture, and the files of the course that name it, by path.</summary>
internal sealed record PictureRename(string Path, IReadOnlyDictionary<string, byte[]> Files);

/// <summary>Places where a course names its pictures.</summary>
/// <param name="root">Folder of the course.</param>
/// <param name="source">The course as written.</param>
/// <param name="course">The same course, which has no errors.</param>
internal sealed class PictureReferences(string root, CourseSource source, Course course)
{
    private readonly IReadOnlyDictionary<string, string> _files = source
        .Folder.Files.Where(file => file.EndsWith(".yaml", StringComparison.Ordinal))
        .ToDictionary(source.Folder.Display, StringComparer.Ordinal);

    /// <summary>Returns the files with the new name; null with a reason if the picture must keep its name.</summary>
    /// <param name="picture">Picture of the course.</param>
    /// <param name="path">New path.</param>
    /// <param name="bytes">Content of the new file.</param>
    /// <param name="why">The reason, as the end of a sentence; empty on success.</param>
    public PictureRename? Rename(CoursePicture picture, string path, byte[] bytes, out string why)
    {
        string old = picture.Path,
            start = Path.ChangeExtension(old, ".");
        why = "it replaces another file: convert both yourself, and write the new name in the course";
        if (old != picture.Named.Path)
            return null;
        why = "other files replace it: convert all of them yourself, and write the new name in the course";
        if (
            source.Folder.Files.Any(file =>
                file != old && (AssetNames.Plain(file) == old || AssetNames.Plain(AssetNames.Plain(file)) == old)
            )
        )
            return null;
        why = "a file with a similar name exists: rename one of them";
        // An interrupted run may have left exactly this file.
        if (
            source.Folder.Files.Any(file =>
                file != old
                && file.StartsWith(start, StringComparison.OrdinalIgnoreCase)
                && (file != path || !source.Folder.Read(file).AsSpan().SequenceEqual(bytes))
            )
        )
            return null;
        why = "learners can download it: use two files, one of which is shown";
        if (BlockParts.Blocks(course).OfType<DownloadBlock>().Any(block => Names(BlockParts.Assets(block), old).Any()))
            return null;
        List<SourceSpan> places = [.. Names(BlockParts.Assets(course), old)];
        foreach (string code in CountryReader.Countries(source.Folder))
        {
            why = $"countries/{code}.yaml has errors: correct them first";
            if (source.Country(code, new DiagnosticBag()) is not { } country)
                return null;
            places.AddRange(Names(country.Pages.SelectMany(page => BlockParts.Assets(page.Page)), old));
        }
        return Edit(places, old, path, out why) is { } files ? new PictureRename(path, files) : null;
    }

    private static IEnumerable<SourceSpan> Names(IEnumerable<AssetRef> assets, string path) =>
        assets.Where(asset => asset.Path == path).Select(asset => asset.Span);

    private Dictionary<string, byte[]>? Edit(List<SourceSpan> places, string old, string path, out string why)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach ((string shown, int line, int column) in places.Select(At).Distinct())
        {
            why = $"its name could not be changed at {shown}({line},{column}): convert it yourself";
            if (
                !_files.TryGetValue(shown, out string? file)
                || source.Yaml.Read(source.Folder, file).Root is not { } read
            )
                return null;
            // Earlier edits of this run may have moved the scalar, but not changed its index.
            int index = YamlEdit.Scalars(read).TakeWhile(scalar => At(scalar.Span) != (shown, line, column)).Count();
            byte[] now = files.GetValueOrDefault(file) ?? InputFile.Read(Path.Combine(root, file));
            if (
                YamlDocument.Read(shown, now, new DiagnosticBag()) is not { } tree
                || YamlEdit.Scalars(tree).ElementAtOrDefault(index) is not { } scalar
                || scalar.Value.Trim() != old
                || YamlEdit.Replace(now, scalar, path, out _) is not { } changed
            )
                return null;
            files[file] = changed;
        }
        why = "";
        return files;
    }

    private static (string File, int Line, int Column) At(SourceSpan span) => (span.File.Path, span.Line, span.Column);
}
