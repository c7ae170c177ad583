namespace Protect.Scorm.Importing;

/// <summary>Tags that an export of this program writes for fields that other formats do not have.</summary>
internal static class OwnTags
{
    private const string Critical = "critical",
        Difficulty = "difficulty:",
        Module = "module:";

    /// <summary>Sets the fields that tags carry, and returns the other tags.</summary>
    /// <param name="question">The question.</param>
    /// <param name="tags">Its tags in the source.</param>
    public static IReadOnlyList<string> Take(DraftNode question, IEnumerable<string> tags)
    {
        var others = new List<string>();
        foreach (string tag in tags)
            if (!DraftIds.IsQuestion(question))
                others.Add(tag);
            else if (tag == Critical)
                question.Set("critical", true);
            else if (tag is Difficulty + "easy" or Difficulty + "medium" or Difficulty + "hard")
                question.Set("difficulty", tag[Difficulty.Length..]);
            else if (!tag.StartsWith(Module, StringComparison.Ordinal))
                others.Add(tag);
        return others;
    }
}
