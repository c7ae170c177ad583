using System.Text;
using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Importing;

/// <summary>Gives modules, pages and blocks their stable ids, made from names.</summary>
internal static class DraftIds
{
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
