namespace Protect.Scorm.Inspecting.Scanning;

/// <summary>
/// Table of names and strings in scripts that show communication with an LMS (RTE 1.2, 3.2 and 3.4; RTE 2004, 3.1 and
/// 4.1).
/// </summary>
internal static class ScriptNames
{
    private const int LongestName = 300;

    private static readonly (string Name, ScriptUse Use)[] Names =
    [
        ("LMSInitialize", ScriptUse.Api12),
        ("LMSFinish", ScriptUse.Api12),
        ("LMSSetValue", ScriptUse.Api12),
        ("LMSGetValue", ScriptUse.Api12),
        ("LMSCommit", ScriptUse.Api12),
        ("API_1484_11", ScriptUse.Api2004),
        ("pipwerks", ScriptUse.Wrapper),
        ("doLMSInitialize", ScriptUse.Wrapper),
        ("doInitialize", ScriptUse.Wrapper),
        ("loadPage", ScriptUse.Wrapper),
        ("getAPIHandle", ScriptUse.Wrapper),
        ("findAPI", ScriptUse.Wrapper),
        ("FindAPI", ScriptUse.Wrapper),
        ("getAPI", ScriptUse.Wrapper),
        ("ScormProcessInitialize", ScriptUse.Wrapper),
        ("SCORM_Initialize", ScriptUse.Wrapper),
    ];

    private static readonly (string Start, ScriptUse Use)[] Elements =
    [
        ("cmi.core.", ScriptUse.Api12),
        ("cmi.completion_status", ScriptUse.Api2004),
        ("cmi.success_status", ScriptUse.Api2004),
        ("cmi.score.", ScriptUse.Api2004),
        ("cmi.session_time", ScriptUse.Api2004),
        ("cmi.exit", ScriptUse.Api2004),
        ("cmi.location", ScriptUse.Api2004),
    ];

    private static readonly Dictionary<string, ScriptUse>.AlternateLookup<ReadOnlySpan<char>> ByName = Names
        .ToDictionary(name => name.Name, name => name.Use, StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Endings = [".js", ".mjs", ".html", ".htm", ".xhtml", ".swf"];

    public static void Name(ReadOnlySpan<char> name, bool isMember, ContentNotes notes)
    {
        if (ByName.TryGetValue(name, out ScriptUse use))
            notes.Uses |= use;
        else if (isMember && name is "API")
            notes.Uses |= ScriptUse.Wrapper;
    }

    public static void Text(ReadOnlySpan<char> text, ContentNotes notes)
    {
        if (text.Length is 0 or > LongestName)
            return;
        if (ByName.TryGetValue(text, out ScriptUse use))
            notes.Uses |= use;
        foreach ((string start, ScriptUse element) in Elements)
            if (text.StartsWith(start, StringComparison.Ordinal))
                notes.Uses |= element;
        if (
            text.Contains("score.raw", StringComparison.Ordinal)
            || text.StartsWith("cmi.score.", StringComparison.Ordinal)
        )
            notes.Uses |= ScriptUse.Score;
        if (text is "passed" or "failed")
            notes.Uses |= ScriptUse.Verdict;
        if (text is "completed")
            notes.Uses |= ScriptUse.Completed;
        int end = text.IndexOfAny('?', '#');
        ReadOnlySpan<char> path = end >= 0 ? text[..end] : text;
        foreach (string ending in Endings)
        {
            if (path.Length > ending.Length && path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                notes.Mention(path.ToString());
        }
    }
}
