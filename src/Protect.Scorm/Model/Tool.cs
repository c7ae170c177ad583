using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Model;

/// <summary>A tool to print and fill in: one file in <c>tools/</c>.</summary>
internal sealed record Tool
{
    /// <summary>Marks a blank that takes the place of a slot nobody has filled: <c>[[¦country.helpline]]</c>.</summary>
    public const char SlotMark = '\uE000';

    /// <summary>The name of its file, with the place in course.yaml that lists it.</summary>
    public required Located<string> Id { get; init; }

    public required Located<string> Title { get; init; }

    public required Located<string> Audience { get; init; }

    public required Located<string> When { get; init; }

    /// <summary>The sentence about the limits of the tool; null for none.</summary>
    public Located<string>? DoesNotReplace { get; init; }

    public IReadOnlyList<ToolField> Fields { get; init; } = [];

    public required IReadOnlyList<ToolSheet> Sheets { get; init; }

    /// <summary>Warnings to suppress in its file.</summary>
    public IReadOnlyList<Allowance> Allow { get; init; } = [];

    /// <summary>True when a sheet may be found by people who must not know what it is about.</summary>
    public bool IsDiscreet => Sheets.Any(sheet => sheet.IsDiscreet);

    /// <summary>True when its first sheet shows the audience and the moment; otherwise only the screen does.</summary>
    public bool IsIntroducedOnPaper => Sheets[0].CanIntroduce;

    public IEnumerable<ToolPart> Parts => Sheets.SelectMany(sheet => sheet.Parts);
}

/// <summary>A place to fill in.</summary>
/// <param name="Id">Unique in the tool; texts refer to it as <c>[[id]]</c>.</param>
/// <param name="Label">Its name.</param>
/// <param name="Lines">Lines to write on; null for one.</param>
/// <param name="Example">Its content in the filled example; null for none.</param>
internal sealed record ToolField(
    Located<string> Id,
    Located<string> Label,
    Located<int>? Lines,
    Located<string>? Example
);

/// <summary>The paper of a sheet.</summary>
internal enum SheetFormat
{
    /// <summary>A4, upright.</summary>
    Page,

    /// <summary>A3, upright.</summary>
    Poster,

    /// <summary>A6, four on one side of A4; each part is a card.</summary>
    Cards,

    /// <summary>A4, lying; each part is a slide.</summary>
    Slides,
}

/// <summary>A sheet of paper, or the sheets of one set of cards or slides.</summary>
internal sealed record ToolSheet(
    Located<SheetFormat> Format,
    Located<string>? Title,
    IReadOnlyList<ToolPart> Parts,
    SourceSpan Span
)
{
    /// <summary>True for a sheet that shows nothing about the course, the audience and the moment.</summary>
    public bool IsDiscreet { get; init; }

    /// <summary>True when it can show the audience and the moment of its tool: a page, unless discreet.</summary>
    public bool CanIntroduce => Format.Value == SheetFormat.Page && !IsDiscreet;

    /// <summary>True when each part has paper of its own.</summary>
    public bool IsSet => Format.Value is SheetFormat.Cards or SheetFormat.Slides;
}

/// <summary>A section of a page or poster, a card, or a slide.</summary>
internal sealed record ToolPart(Located<string>? Title, RichText Body, SourceSpan Span);
