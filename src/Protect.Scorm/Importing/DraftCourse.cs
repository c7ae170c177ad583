namespace Protect.Scorm.Importing;

/// <summary>What was read from a foreign file, in the terms of our format and before it is written.</summary>
internal sealed class DraftCourse
{
    /// <summary>The title in the source; null when it has none.</summary>
    public string? Title { get; set; }

    /// <summary>The language of the source, such as <c>fr</c>; null when it does not say.</summary>
    public string? Language { get; set; }

    /// <summary>The description in the source; null when it has none.</summary>
    public string? Description { get; set; }

    /// <summary>The licence in the source, such as <c>CC-BY-SA-4.0</c>; null when it does not say.</summary>
    public string? Licence { get; set; }

    /// <summary>The authors that the source names.</summary>
    public List<string> Authors { get; } = [];

    /// <summary>The modules in order.</summary>
    public List<DraftModule> Modules { get; } = [];

    /// <summary>Pictures and other files.</summary>
    public List<DraftFile> Files { get; } = [];

    /// <summary>All questions, on the pages and in assessments, in order.</summary>
    public IEnumerable<DraftNode> Questions =>
        Modules.SelectMany(module => module.Pages).SelectMany(page => page.Blocks).Where(DraftIds.IsQuestion);
}

/// <summary>A module: one file in <c>modules/</c>.</summary>
internal sealed class DraftModule(string title)
{
    /// <summary>The title.</summary>
    public string Title { get; } = title;

    /// <summary>The id or name in the source; null for the title.</summary>
    public string? SourceId { get; init; }

    /// <summary>The stable id, given by <see cref="DraftIds"/>.</summary>
    public string? Id { get; set; }

    /// <summary>A decision for the author, printed at the top of the file; null for none.</summary>
    public string? Comment { get; set; }

    /// <summary>The pages in order.</summary>
    public List<DraftPage> Pages { get; } = [];
}

/// <summary>A page: blocks and questions in order.</summary>
internal sealed class DraftPage(string title)
{
    /// <summary>The title.</summary>
    public string Title { get; } = title;

    /// <summary>The id or name in the source; null for the title.</summary>
    public string? SourceId { get; init; }

    /// <summary>The stable id, given by <see cref="DraftIds"/>.</summary>
    public string? Id { get; set; }

    /// <summary>A decision for the author, printed above the page; null for none.</summary>
    public string? Comment { get; set; }

    /// <summary>The blocks and questions in order.</summary>
    public List<DraftNode> Blocks { get; } = [];

    /// <summary>Fields of the assessment of the page other than its questions; null for a page without one.</summary>
    public DraftNode? Assessment { get; set; }
}

/// <summary>A file to be written to the course.</summary>
/// <param name="Path">
/// The path in the course, such as <c>media/tree.png</c>: small letters, digits, points, hyphens; see
/// <see cref="DraftFiles.Add"/>.
/// </param>
/// <param name="Bytes">The content.</param>
internal sealed record DraftFile(string Path, byte[] Bytes);
