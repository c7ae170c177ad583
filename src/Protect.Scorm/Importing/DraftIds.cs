using System.Text;
using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Importing;

/// <summary>Gives modules, pages and blocks their stable ids, made from names.</summary>
internal static class DraftIds
{
    private const int LongestKey = 120;

    private static readonly HashSet<string> s_questions =
    [
        .. BlockKinds.All.Where(kind => kind is IQuestionKind).Select(kind => kind.Slug),
    ];

    private static readonly HashSet<string> s_withId =
    [
        .. BlockKinds
            .All.Where(kind => kind.Shape.Fields.Any(field => field is { Name: "id", IsRequired: true }))
            .Select(kind => kind.Slug),
    ];

    /// <summary>Returns true for a question.</summary>
    public static bool IsQuestion(DraftNode node) => node.Type is { } type && s_questions.Contains(type);

    /// <summary>Returns true for a question, and for a block whose notes are kept under an id.</summary>
    public static bool NeedsId(DraftNode node) => node.Type is { } type && s_withId.Contains(type);

    /// <summary>Gives every module, page and block its id, and returns what they are called in the source.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="known">The ids of an earlier import of the same source, by key.</param>
    /// <param name="taken">Ids that other parts of the course have.</param>
    /// <returns>The key of each item, by its id.</returns>
    public static IReadOnlyDictionary<string, string> Assign(
        DraftCourse draft,
        IReadOnlyDictionary<string, string> known,
        IEnumerable<string> taken
    )
    {
        var used = new HashSet<string>(taken.Concat(known.Values), StringComparer.Ordinal);
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string Give(string kind, string name)
        {
            string cut = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            cut = string.Concat(
                (cut.Length > LongestKey ? cut[..LongestKey] : cut).Where(letter => !char.IsControl(letter))
            );
            string key = $"{kind}: {cut}";
            for (int number = 2; !seen.Add(key); number++)
                key = $"{kind}: {cut} ({number})";
            string id = known.TryGetValue(key, out string? before) ? before : Free(Slug(name) ?? kind, used);
            keys[id] = key;
            return id;
        }

        foreach (DraftModule module in draft.Modules)
        {
            module.Id = Give("module", module.SourceId ?? module.Title);
            foreach (DraftPage page in module.Pages)
            {
                page.Id = Give("page", page.SourceId ?? page.Title);
                foreach (DraftNode block in page.Blocks.Where(NeedsId))
                    block.Id = Give("question", block.SourceId ?? block.Text("prompt") ?? block.Text("title") ?? "");
            }
        }
        return keys;
    }

    private static string Free(string id, HashSet<string> used)
    {
        string free = id;
        for (int number = 2; !used.Add(free); number++)
        {
            string ending = $"-{number}";
            free =
                (
                    id.Length + ending.Length > CourseValues.LongestId
                        ? id[..(CourseValues.LongestId - ending.Length)]
                        : id
                ).TrimEnd('-') + ending;
        }
        return free;
    }

    /// <summary>
    /// Returns an id made from a name: small ASCII letters, digits and hyphens, starting with a letter, cut between
    /// words; null when the name has no letter or digit.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="most">Most characters.</param>
    public static string? Slug(string name, int most = CourseValues.LongestId)
    {
        var slug = new StringBuilder();
        foreach (char letter in AsciiText.Spell(name.Length > 400 ? name[..400] : name))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-' && letter is not ('\'' or '’'))
                slug.Append('-');
        }
        string id = slug.ToString().Trim('-');
        if (id.Length == 0)
            return null;
        if (!char.IsAsciiLetter(id[0]))
            id = "n" + id;
        if (id.Length <= most)
            return id;
        int end = id.LastIndexOf('-', most);
        return id[..(end > most / 2 ? end : most)].TrimEnd('-');
    }
}
