using System.Text.RegularExpressions;

namespace Protect.Scorm.Importing;

/// <summary>
/// Links between pages of a source. Ids of pages are known only at the end, so a reader writes <c>page:@name</c>, and
/// the id takes the place of the name when all ids are given.
/// </summary>
internal static partial class DraftLinks
{
    /// <summary>Returns the address of a link to a page of the source.</summary>
    /// <param name="name">The link name of the page: small letters, digits and hyphens.</param>
    public static string To(string name) => $"page:@{name}";

    /// <summary>Returns the names that links may have, as ids of pages.</summary>
    public static IEnumerable<string> Names(DraftCourse draft) =>
        draft
            .Modules.SelectMany(module => module.Pages)
            .Select(page => page.LinkName)
            .OfType<string>()
            .Select(name => "@" + name);

    /// <summary>Replaces names by ids. A link to a page that is not in the course becomes its text.</summary>
    public static void Resolve(DraftCourse draft)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DraftPage page in draft.Modules.SelectMany(module => module.Pages))
            if (page.LinkName is { } name)
                ids.TryAdd(name, page.Id!);
        if (ids.Count == 0)
            return;
        foreach (DraftNode block in draft.Modules.SelectMany(module => module.Pages).SelectMany(page => page.Blocks))
            In(block, ids);
    }

    private static void In(DraftNode node, Dictionary<string, string> ids)
    {
        foreach (DraftField field in node.Fields.ToList())
            node.Set(field.Name, In(field.Value, ids));
    }

    private static DraftValue In(DraftValue value, Dictionary<string, string> ids)
    {
        switch (value)
        {
            case DraftText { Value: var text } when text.Contains("(page:@", StringComparison.Ordinal):
                return Link()
                    .Replace(
                        text,
                        link =>
                            ids.TryGetValue(link.Groups[2].Value, out string? id)
                                ? $"[{link.Groups[1].Value}](page:{id})"
                                : link.Groups[1].Value
                    );
            case DraftList { Items: var items }:
                return new DraftList([.. items.Select(item => In(item, ids))]);
            case DraftNode node:
                In(node, ids);
                return node;
            default:
                return value;
        }
    }

    [GeneratedRegex(@"\[((?:\\.|[^\[\]\\])*)\]\(page:@([a-z0-9-]+)\)")]
    private static partial Regex Link();
}
