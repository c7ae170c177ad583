using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>The shapes of a file in <c>tools/</c>.</summary>
internal static class ToolFile
{
    private static readonly Field<ToolField, Located<string>> Id = new(
        "id",
        CourseValues.Id,
        f => f.Id,
        "A name that is unique in the tool. Texts refer to it as [[id]]."
    )
    {
        Required = true,
    };

    private static readonly Field<ToolField, Located<string>> Label = new(
        "label",
        Values.Text(200),
        f => f.Label,
        "The name of the field, printed above its lines; screen readers read it at every blank."
    )
    {
        Required = true,
    };

    private static readonly Field<ToolField, Located<int>> Lines = new(
        "lines",
        Values.Integer(1, 40),
        f => f.Lines,
        "Lines to write on. Left out: one."
    );

    private static readonly Field<ToolField, Located<string>> Example = new(
        "example",
        Values.Text(2000),
        f => f.Example,
        "Its content in the filled example. If any field has one, the tool is printed a second time, filled in."
    );

    private static readonly Shape<ToolField> FieldShape = new(
        "tool-field",
        "A place to fill in.",
        [Id, Label, Lines, Example],
        v => new ToolField(v.Need(Id), v.Need(Label), v.Get(Lines), v.Get(Example))
    );

    private static readonly Field<ToolPart, Located<string>> PartTitle = new(
        "title",
        Values.Text(200),
        p => p.Title,
        "The heading. Needed for cards and slides."
    );

    private static readonly Field<ToolPart, RichText> Body = new(
        "body",
        CourseValues.RichText,
        p => p.Body,
        "The text, with [[id]] for a field, [[]] for an empty cell of a table and [ ] for a box to tick."
    )
    {
        Required = true,
    };

    private static readonly Shape<ToolPart> PartShape = new(
        "tool-part",
        "A section of a page or poster, a card, or a slide.",
        [PartTitle, Body],
        v => new ToolPart(v.Get(PartTitle), v.Need(Body), v.Span)
    );

    private static readonly Field<ToolSheet, Located<SheetFormat>> Format = new(
        "format",
        Values.OneOf(
            ("page", SheetFormat.Page),
            ("poster", SheetFormat.Poster),
            ("cards", SheetFormat.Cards),
            ("slides", SheetFormat.Slides)
        ),
        s => s.Format,
        "page: A4 upright; poster: A3 upright; cards: A6, four on one side of A4; slides: A4 lying, one for each part."
    )
    {
        Required = true,
    };

    private static readonly Field<ToolSheet, Located<string>> SheetTitle = new(
        "title",
        Values.Text(200),
        s => s.Title,
        "The title of the sheet. Needed in a tool with several sheets."
    );

    private static readonly Field<ToolSheet, bool> Discreet = new(
        "discreet",
        Values.Boolean,
        s => s.IsDiscreet,
        "true: only titles and texts, without audience, moment, notice and the name of the course, for a sheet that "
            + "somebody carries who must not be asked about it. The start page shows these."
    );

    private static readonly Field<ToolSheet, IReadOnlyList<ToolPart>> Parts = new(
        "parts",
        Values.ListOf(Values.Nested(PartShape)),
        s => s.Parts,
        "The sections, cards or slides, in order."
    )
    {
        Required = true,
    };

    private static readonly Shape<ToolSheet> SheetShape = new(
        "tool-sheet",
        "A sheet of paper, or a set of cards or slides.",
        [Format, SheetTitle, Discreet, Parts],
        v => new ToolSheet(v.Need(Format), v.Get(SheetTitle), v.Need(Parts), v.Span) { IsDiscreet = v.Get(Discreet) }
    );

    private static readonly Field<Tool, Located<string>> Title = new(
        "title",
        Values.Text(120),
        t => t.Title,
        "The title of the tool, short and without a number."
    )
    {
        Required = true,
    };

    private static readonly Field<Tool, Located<string>> Audience = new(
        "audience",
        Values.Text(300),
        t => t.Audience,
        "The people who use the tool, in one sentence."
    )
    {
        Required = true,
    };

    private static readonly Field<Tool, Located<string>> When = new(
        "when",
        Values.Text(300),
        t => t.When,
        "The moment to use the tool, in one sentence."
    )
    {
        Required = true,
    };

    private static readonly Field<Tool, Located<string>> DoesNotReplace = new(
        "does_not_replace",
        Values.Text(300),
        t => t.DoesNotReplace,
        "A sentence that names the thing or person that the tool does not replace, such as a phone call."
    );

    private static readonly Field<Tool, IReadOnlyList<ToolField>> FieldList = new(
        "fields",
        Values.ListOf(Values.Nested(FieldShape)),
        t => t.Fields,
        "The places to fill in."
    );

    private static readonly Field<Tool, IReadOnlyList<ToolSheet>> Sheets = new(
        "sheets",
        Values.ListOf(Values.Nested(SheetShape)),
        t => t.Sheets,
        "The sheets of paper, in order."
    )
    {
        Required = true,
    };

    private static readonly Field<Tool, IReadOnlyList<Allowance>> Allow = new(
        "allow",
        CourseValues.Allowances,
        t => t.Allow,
        AllowanceFields.About
    );

    public static Shape<Tool> Fields { get; } =
        new(
            "tool",
            "A tool to print and fill in: one file in tools/.",
            [Title, Audience, When, DoesNotReplace, FieldList, Sheets, Allow],
            v => new Tool
            {
                Id = new Located<string>("", v.Span),
                Title = v.Need(Title),
                Audience = v.Need(Audience),
                When = v.Need(When),
                DoesNotReplace = v.Get(DoesNotReplace),
                Fields = v.Get(FieldList) ?? [],
                Sheets = v.Need(Sheets),
                Allow = v.Get(Allow) ?? [],
            }
        )
        {
            HasOwnEntry = true,
        };

    /// <summary>The field of course.yaml.</summary>
    public static readonly Field<CourseFile, IReadOnlyList<Located<string>>> InCourse = new(
        "tools",
        Values.ListOf(CourseValues.Id),
        c => c.Tools,
        "The files in tools/, without .yaml, in order: tools to print and fill in (“build --as toolbox”)."
    );
}
