using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>A raster picture that a course shows or offers for download.</summary>
/// <param name="Path">The file that the course refers to, or its replacement for a language or for light
/// packages.</param>
/// <param name="Named">The reference in the course.</param>
/// <param name="IsShown">False for a picture that is only offered for download, whose size is not checked.</param>
/// <param name="IsLight">True for the replacement file of light packages.</param>
internal sealed record CoursePicture(string Path, AssetRef Named, bool IsShown, bool IsLight);

/// <summary>Finds the pictures of a course, including replacements for languages and light packages.</summary>
internal static class CoursePictures
{
    /// <summary>Returns the pictures without duplicates, in course order.</summary>
    public static IReadOnlyList<CoursePicture> Of(Course course, SourceFolder folder)
    {
        ILookup<string, string> beside = folder
            .Files.Where(file => file.StartsWith("media/", StringComparison.Ordinal) && PictureLimits.IsRaster(file))
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
            where PictureLimits.IsRaster(asset.Path)
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
