using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>A picture of pixels that a course shows or hands out.</summary>
/// <param name="Path">The file: what the course names, or one beside it for a language or for light packages.</param>
/// <param name="Named">Where the course names it, or the file it stands for.</param>
/// <param name="IsShown">False for what is only handed out: its size is the author's business.</param>
/// <param name="IsLight">True for a file that stands in for light packages.</param>
internal sealed record CoursePicture(string Path, AssetRef Named, bool IsShown, bool IsLight);

/// <summary>Finds the pictures of a course, those for languages and light packages among them.</summary>
internal static class CoursePictures
{
    /// <summary>Each once, in the order of the course.</summary>
    public static IReadOnlyList<CoursePicture> Of(Course course, SourceFolder folder)
    {
        ILookup<string, string> beside = folder
            .Files.Where(file => file.StartsWith("media/", StringComparison.Ordinal) && PictureNeeds.IsRaster(file))
            .SelectMany(
                file => (string[])[AssetNames.Plain(file), AssetNames.Plain(AssetNames.Plain(file))],
                (file, plain) => (file, plain)
            )
            .Where(pair => pair.file != pair.plain)
            .Distinct()
            .ToLookup(pair => pair.plain, pair => pair.file);
        return
        [
            .. from block in BlockParts.Blocks(course)
            from asset in BlockParts.Assets(block)
            where PictureNeeds.IsRaster(asset.Path)
            group (asset, shown: block is not DownloadBlock) by asset.Path into uses
            let first = uses.First().asset
            from path in beside[uses.Key].Prepend(uses.Key).Where(folder.Exists)
            select new CoursePicture(
                path,
                first,
                uses.Any(use => use.shown),
                path.Contains(".light.", StringComparison.Ordinal)
            ),
        ];
    }
}
