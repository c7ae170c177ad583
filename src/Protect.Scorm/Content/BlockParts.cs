using System.Runtime.CompilerServices;
using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>Finds what a block refers to, whatever its kind, by walking its fields.</summary>
internal static class BlockParts
{
    public static IEnumerable<AssetRef> Assets(Course course) => Blocks(course).SelectMany(Parts<AssetRef>);

    /// <summary>The files a block names.</summary>
    public static IEnumerable<AssetRef> Assets(Block block) => Parts<AssetRef>(block);

    /// <summary>The files that go into a package of the course's size.</summary>
    public static IEnumerable<AssetRef> Shipped(Course course) => InWords.Others(course).SelectMany(Parts<AssetRef>);

    /// <summary>Everything an author wrote in Markdown on a page.</summary>
    public static IEnumerable<RichText> Texts(Page page) =>
        page.Blocks.Concat(page.Assessment?.Questions ?? []).SelectMany(WithInner).SelectMany(Parts<RichText>);

    /// <summary>The files a page names.</summary>
    public static IEnumerable<AssetRef> Assets(Page page) =>
        page.Blocks.Concat(page.Assessment?.Questions ?? []).SelectMany(WithInner).SelectMany(Parts<AssetRef>);

    /// <summary>Every block of the course in order, blocks inside blocks and assessed questions included.</summary>
    public static IEnumerable<Block> Blocks(Course course) => course.Pages.SelectMany(Blocks);

    /// <summary>Every block of a page in order, blocks inside blocks and assessed questions included.</summary>
    public static IEnumerable<Block> Blocks(Page page) =>
        page.Blocks.Concat(page.Assessment?.Questions ?? []).SelectMany(WithInner);

    private static IEnumerable<Block> WithInner(Block block) => block.Inner.SelectMany(WithInner).Prepend(block);

    // A dozen checks and steps ask this of every block.
    private static readonly ConditionalWeakTable<Block, object[]> All = [];

    private static IEnumerable<T> Parts<T>(Block block) =>
        All.GetValue(block, static block => [.. Walk(BlockKinds.Of(block).Show(block))]).OfType<T>();

    private static IEnumerable<object> Walk(object? value) =>
        value switch
        {
            null => [],
            IReadOnlyDictionary<string, object?> map => map.Values.SelectMany(Walk),
            string text => [text],
            System.Collections.IEnumerable list => list.Cast<object?>().SelectMany(Walk),
            _ => [value],
        };
}
