using Protect.Scorm.Formulas;
using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>Finds files, texts and inner blocks of any kind of block by walking its fields.</summary>
internal static class BlockParts
{
    public static IEnumerable<AssetRef> Assets(Course course) =>
        Blocks(course)
            .SelectMany(Parts<AssetRef>)
            .Concat(course.Cast.Select(person => person.Portrait).OfType<AssetRef>());

    /// <summary>Returns the references of a block to people of the cast.</summary>
    public static IEnumerable<Speaker> Speakers(Block block) => Parts<Speaker>(block);

    /// <summary>Returns the files that a block refers to.</summary>
    public static IEnumerable<AssetRef> Assets(Block block) => Parts<AssetRef>(block);

    /// <summary>Returns the pictures in the parts of a question.</summary>
    public static IEnumerable<Picture> Pictures(Block block) => Parts<Picture>(block).Distinct();

    /// <summary>Returns the files that ship in a package of the course's size.</summary>
    public static IEnumerable<AssetRef> Shipped(Course course) =>
        TextAlternatives
            .Others(course)
            .SelectMany(block => TextAlternatives.Media(block, course.Size))
            .Concat(course.Size == PackageSize.Text ? [] : Cast.Portraits(course));

    /// <summary>Returns all Markdown texts of a page.</summary>
    public static IEnumerable<RichText> Texts(Page page) =>
        page.Blocks.Concat(page.Assessment?.Questions ?? []).SelectMany(WithInner).SelectMany(Parts<RichText>);

    /// <summary>Returns all Markdown texts of a block and of its inner blocks.</summary>
    public static IEnumerable<RichText> Texts(Block block) => WithInner(block).SelectMany(Parts<RichText>);

    /// <summary>Returns the Markdown texts of the guide for facilitators, and of the support note.</summary>
    public static IEnumerable<RichText> Guide(Course course) =>
        course
            .Modules.Select(module => module.Guide)
            .OfType<ModuleGuide>()
            .SelectMany(guide => guide.Discuss.Prepend(guide.Plan).Append(guide.Practice))
            .Concat([course.Guide?.Before, course.Guide?.Day, course.Guide?.After, course.Support?.Body])
            .OfType<RichText>();

    /// <summary>Returns the Markdown texts of all pages, of the guide and of the glossary.</summary>
    public static IEnumerable<RichText> AllTexts(Course course) =>
        course.Pages.SelectMany(Texts).Concat(Guide(course)).Concat(course.Glossary.Select(entry => entry.Definition));

    /// <summary>Returns true when a text of the course has a formula.</summary>
    public static bool HasFormulas(Course course) => AllTexts(course).Any(text => FormulaSyntax.IsIn(text.Markdown));

    /// <summary>Returns the files that a page refers to.</summary>
    public static IEnumerable<AssetRef> Assets(Page page) =>
        page.Blocks.Concat(page.Assessment?.Questions ?? []).SelectMany(WithInner).SelectMany(Parts<AssetRef>);

    /// <summary>Returns all blocks of the course in order, including inner blocks and assessed questions.</summary>
    public static IEnumerable<Block> Blocks(Course course) => course.Pages.SelectMany(Blocks);

    /// <summary>Returns all blocks of a page in order, including inner blocks and assessed questions.</summary>
    public static IEnumerable<Block> Blocks(Page page) =>
        page.Blocks.Concat(page.Assessment?.Questions ?? []).SelectMany(WithInner);

    private static IEnumerable<Block> WithInner(Block block) => block.Inner.SelectMany(WithInner).Prepend(block);

    private static IEnumerable<T> Parts<T>(Block block) =>
        block.Parts(static block => [.. Walk(BlockKinds.Of(block).Show(block))]).OfType<T>();

    private static IEnumerable<object> Walk(object? value) =>
        value switch
        {
            null => [],
            IReadOnlyDictionary<string, object?> map => map.Values.SelectMany(Walk),
            string text => [text],
            Picture picture => [picture, picture.Src],
            GappedText gapped => [gapped.Text],
            System.Collections.IEnumerable list => list.Cast<object?>().SelectMany(Walk),
            _ => [value],
        };
}
