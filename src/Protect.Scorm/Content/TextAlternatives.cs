using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>Decides which blocks a lighter package replaces by their text alternative. Downloads always stay.</summary>
internal static class TextAlternatives
{
    /// <summary>Returns true when the text alternative replaces the video, audio or picture.</summary>
    public static bool Is(Block block, PackageSize size) =>
        block switch
        {
            VideoBlock or AudioBlock => size != PackageSize.Full,
            ImageBlock or GalleryBlock or LabelledPictureBlock or HotspotChoice => size == PackageSize.Text,
            _ => false,
        };

    /// <summary>Returns the files of a block that keeps its media. A text replaces the pictures of questions.</summary>
    public static IEnumerable<AssetRef> Media(Block block, PackageSize size) =>
        size == PackageSize.Text
            ? BlockParts.Assets(block).Except(BlockParts.Pictures(block).Select(picture => picture.Src))
            : BlockParts.Assets(block);

    /// <summary>Returns the blocks of a course that keep their media.</summary>
    public static IEnumerable<Block> Others(Course course) =>
        BlockParts.Blocks(course).Where(block => !Is(block, course.Size));
}
