using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>Which blocks stand as words in a package of a lighter size. Files to keep stay: no words could take their place.</summary>
internal static class InWords
{
    /// <summary>True where the words that the author wrote for a film, a sound or a picture stand in its place.</summary>
    public static bool Is(Block block, PackageSize size) =>
        block switch
        {
            VideoBlock or AudioBlock => size != PackageSize.Full,
            ImageBlock or HotspotChoice => size == PackageSize.Text,
            _ => false,
        };

    /// <summary>The blocks of a course that are more than words.</summary>
    public static IEnumerable<Block> Others(Course course) =>
        BlockParts.Blocks(course).Where(block => !Is(block, course.Size));
}
