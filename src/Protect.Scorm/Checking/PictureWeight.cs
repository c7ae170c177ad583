using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Checking;

/// <summary>Warns of pictures that contain a GPS position, or are larger than their display needs.</summary>
internal sealed class PictureWeight : ICourseCheck
{
    public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        foreach (CoursePicture picture in CoursePictures.Of(course, folder))
        {
            byte[] bytes = folder.Read(picture.Path);
            SourceSpan span = picture.Named.Span;
            if (PictureMetadata.ContainsPosition(bytes))
                bag.Add(QualityRules.PictureTellsPlace, span, picture.Path);
            if (
                picture.IsShown
                && PictureSize.Read(bytes) is { } size
                && PictureLimits.IsHeavy(picture.Path, bytes.Length, size)
            )
                bag.Add(
                    QualityRules.HeavyPicture,
                    span,
                    picture.Path,
                    ByteSizes.Show(bytes.Length),
                    size.Width,
                    size.Height,
                    ByteSizes.Show(PictureLimits.Enough(picture.Path, size))
                );
        }
    }
}
