using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Rendering;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Importing;

/// <summary>
/// Reads every block of a draft back with the readers and checks of courses. A block with an error is taken out and
/// reported, so that an imported course builds.
/// </summary>
internal static class DraftCheck
{
    private const int LongestTitle = 200;

    /// <summary>Removes blocks with errors from the draft.</summary>
    /// <param name="draft">The draft, with ids.</param>
    /// <param name="losses">Receives an item for each block that is removed.</param>
    /// <param name="start">The place of blocks without one.</param>
    public static void Apply(DraftCourse draft, LossReport losses, SourceSpan start)
    {
        HashSet<string> pages =
        [
            .. draft.Modules.SelectMany(module => module.Pages).Select(page => page.Id!),
            .. DraftLinks.Names(draft),
        ];
        foreach (DraftPage page in draft.Modules.SelectMany(module => module.Pages))
            page.Blocks.RemoveAll(block =>
            {
                if (Fault(block, pages) is not { } fault)
                    return false;
                string item = block.SourceId ?? block.Text("prompt") ?? block.Text("body") ?? block.Type ?? "";
                losses.Add(ImportingRules.ItemLost, block.Origin ?? start, item, Sentence(fault));
                return true;
            });
        foreach (DraftModule module in draft.Modules)
            module.Pages.RemoveAll(page => page.Blocks.Count == 0);
        draft.Modules.RemoveAll(module => module.Pages.Count == 0);
    }

    /// <summary>Returns a title that a page or module can have.</summary>
    public static string Title(string text, string other)
    {
        string title = string.Join(
            ' ',
            DraftMarkdown.Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        if (title.Length > LongestTitle)
            title = title[..(char.IsHighSurrogate(title[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle)]
                .TrimEnd();
        if (DraftMarkdown.HasSlot(title))
            title = title.Replace('{', '(').Replace('}', ')');
        return title.Length > 0 ? title : other;
    }

    /// <summary>Returns the first error of a block, as a sentence; null when there is none.</summary>
    private static string? Fault(DraftNode node, IReadOnlySet<string> pages)
    {
        string yaml = DraftYaml.Node(node, 0);
        var bag = new DiagnosticBag();
        YamlNode? parsed = YamlDocument.Parse(new SourceFile("", yaml), bag);
        if (!bag.HasErrors && parsed is not null && BlockKinds.AnyBlock.TryRead(parsed, "blocks", bag, out Block block))
        {
            BlockKinds.Of(block).Check(block, bag);
            var markdown = new Markdown(pages, "ltr", bag);
            foreach (RichText text in BlockParts.Texts(block))
                markdown.Render(text);
        }
        else if (!bag.HasErrors)
            return "it cannot be written in our format";
        return bag.Sorted.FirstOrDefault(finding => finding.IsError)?.Message
            ?? (DraftMarkdown.HasSlot(yaml) ? "it has braces that a course reads as a slot" : null);
    }

    private static string Sentence(string message) => LossReport.Short(message).TrimEnd('.');
}
