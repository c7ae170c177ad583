using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Inspecting.Scanning;

/// <summary>
/// Collects the results of the scanners for one file. Bounded, because a hostile file may have endless addresses.
/// </summary>
internal sealed class ContentNotes(SourceFile file)
{
    public const int MostReferences = 5000,
        MostOfATrait = 20,
        MostMentions = 500,
        MostAddress = 2000,
        LargeData = 100_000;

    private readonly List<Reference> _references = [];
    private readonly HashSet<(ReferenceKind, string)> _seen = [];
    private readonly List<Trait> _traits = [];
    private readonly HashSet<string> _mentions = new(StringComparer.Ordinal);
    private readonly int[] _counts = new int[Enum.GetValues<TraitKind>().Length];
    private bool _hasMore;

    public ScriptUse Uses { get; set; }

    public PageHead? Page { get; set; }

    public TextForm Form { get; init; }

    /// <summary>
    /// Adds an address. Empty and data: addresses are skipped; of duplicates the first place is kept.
    /// </summary>
    public void Refer(ReferenceKind kind, string address, int offset, string from)
    {
        ReadOnlySpan<char> trimmed = address.AsSpan().Trim();
        if (
            trimmed.IsEmpty
            || trimmed[0] == '#'
            || trimmed.StartsWith("about:", StringComparison.OrdinalIgnoreCase)
            || trimmed.StartsWith("blob:", StringComparison.OrdinalIgnoreCase)
        )
            return;
        if (trimmed.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            if (trimmed.Length > LargeData)
                Note(TraitKind.LargeData, from, offset);
            return;
        }
        if (ActiveContent.IsProgram(address))
        {
            Note(TraitKind.ScriptLink, Cut(trimmed, 100), offset);
            return;
        }
        if (_references.Count >= MostReferences)
        {
            _hasMore = true;
            return;
        }
        string kept = Cut(trimmed, MostAddress);
        if (!_seen.Add((kind, kept)))
            return;
        SourceSpan place = file.Span(offset);
        _references.Add(new Reference(kind, kept, place.Line, place.Column, from));
    }

    public void Note(TraitKind kind, string words, int offset)
    {
        if (++_counts[(int)kind] > MostOfATrait)
            return;
        SourceSpan place = file.Span(offset);
        _traits.Add(new Trait(kind, Cut(words, 200), place.Line, place.Column));
    }

    public void Mention(string name)
    {
        if (_mentions.Count < MostMentions)
            _mentions.Add(name);
    }

    public ContentScan Done() => new(_references, _traits, Uses, [.. _mentions], _hasMore, Page, Form);

    private static string Cut(ReadOnlySpan<char> text, int most) =>
        text.Length <= most ? text.ToString() : string.Concat(text[..most], "…");
}
