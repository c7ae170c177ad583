using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>
/// Checks that each named file has content, is of the kind that its name promises, and can be played if it is a video
/// or a recording.
/// </summary>
internal sealed class MediaFiles : ICourseCheck
{
    public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        foreach (AssetRef asset in BlockParts.Assets(course).DistinctBy(asset => asset.Path))
            if (folder.Exists(asset.Path))
                Check(asset, folder, bag);
    }

    /// <summary>Checks one file that exists.</summary>
    public static void Check(AssetRef asset, SourceFolder folder, DiagnosticBag bag)
    {
        if (folder.Size(asset.Path) == 0)
        {
            bag.Add(CheckingRules.EmptyMedia, asset.Span, asset.Path);
            return;
        }
        byte[] bytes = folder.Read(asset.Path);
        if (MediaKind.Mismatch(asset.Path, bytes) is var (promised, found))
            bag.Add(CheckingRules.WrongMedia, asset.Span, asset.Path, promised, found);
        else if (MediaKind.Unplayable(asset.Path, bytes) is { } lack)
            bag.Add(CheckingRules.UnplayableMedia, asset.Span, asset.Path, lack);
    }
}
