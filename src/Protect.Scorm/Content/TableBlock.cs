using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

internal sealed record TableBlock(
    Located<string> Caption,
    IReadOnlyList<RichText> Columns,
    IReadOnlyList<IReadOnlyList<RichText>> Rows,
    bool RowHeaders,
    SourceSpan Span
) : Block(Span)
{
    public override string Slug => "table";
}

internal sealed class TableKind() : BlockKind<TableBlock>(Fields)
{
    private static readonly Field<TableBlock, Located<string>> Caption = new(
        "caption",
        Values.Text(300),
        b => b.Caption,
        "The caption of the table."
    )
    {
        Required = true,
    };

    private static readonly Field<TableBlock, IReadOnlyList<RichText>> Columns = new(
        "columns",
        Values.ListOf(CourseValues.Line),
        b => b.Columns,
        "The headings of the columns."
    )
    {
        Required = true,
    };

    private static readonly Field<TableBlock, IReadOnlyList<IReadOnlyList<RichText>>> Rows = new(
        "rows",
        Values.ListOf(Values.ListOf(CourseValues.Line)),
        b => b.Rows,
        "The rows, each a list with a cell for each column."
    )
    {
        Required = true,
    };

    private static readonly Field<TableBlock, bool> RowHeaders = new(
        "row_headers",
        Values.Boolean,
        b => b.RowHeaders,
        "True where the first cell names its row."
    )
    {
        Default = false,
    };

    private static Shape<TableBlock> Fields { get; } =
        new(
            "table",
            "A table of short texts.",
            [Caption, Columns, Rows, RowHeaders],
            v => new TableBlock(v.Need(Caption), v.Need(Columns), v.Need(Rows), v.Get(RowHeaders), v.Span)
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: table
            caption: Who needs to know what
            columns: [Who, What]
            rows:
              - [Your lead, Everything you heard]
              - [Colleagues, Nothing without a reason]
            row_headers: true
            """;

    protected override void CheckBlock(TableBlock block, DiagnosticBag bag)
    {
        foreach (
            IReadOnlyList<RichText> row in block.Rows.Where(row => row.Count != block.Columns.Count && row.Count > 0)
        )
            bag.Add(ContentRules.RowLength, row[0].Span, row.Count, block.Columns.Count);
    }
}
