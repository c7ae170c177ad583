using Protect.Scorm.Model;

namespace Protect.Scorm.Targets;

/// <summary>How what is said of an LMS is known.</summary>
internal enum Evidence
{
    Tried,
    CodeRead,
    Documented,
    NotTried,
}

/// <summary>A sentence in the languages of the sheets for coordinators.</summary>
internal sealed record SheetText(string English, string French)
{
    public static IReadOnlyList<string> Languages { get; } = ["en", "fr"];

    /// <summary>In French where <paramref name="language"/> is <c>fr</c>, with the spaces that French wants before its marks; else in English.</summary>
    public string In(string language) => language == "fr" ? Spaced(French) : English;

    private static string Spaced(string text)
    {
        foreach (char mark in ":;!?»%")
            text = text.Replace($" {mark}", $"\u00a0{mark}", StringComparison.Ordinal);
        return text.Replace("« ", "«\u00a0", StringComparison.Ordinal).Replace('\'', '’');
    }
}

/// <summary>Something to choose, to look at or to do in an LMS.</summary>
/// <param name="Do">What to do, complete in itself.</param>
/// <param name="Why">The reason; null where the sentence holds it.</param>
/// <param name="Source">Where that is known from; null for what follows from the package itself.</param>
internal sealed record LmsNote(SheetText Do, SheetText? Why, SheetText? Source)
{
    /// <summary>For which courses it holds, by how they report; null for all.</summary>
    public Func<Tracking, bool>? When { get; init; }
}

/// <summary>What a coordinator does with a package in one LMS, beyond what holds for every LMS.</summary>
internal sealed record LmsNotes
{
    public required Evidence Evidence { get; init; }

    /// <summary>Settings to choose, in the order in which they are met.</summary>
    public IReadOnlyList<LmsNote> Settings { get; init; } = [];

    /// <summary>What to look at with the first learner.</summary>
    public IReadOnlyList<LmsNote> Checks { get; init; } = [];

    /// <summary>What to do when nothing is recorded.</summary>
    public IReadOnlyList<LmsNote> Troubles { get; init; } = [];
}
