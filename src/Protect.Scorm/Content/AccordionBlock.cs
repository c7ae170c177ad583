using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

internal sealed record AccordionItem(Located<string> Title, RichText Body);

internal sealed record AccordionBlock(IReadOnlyList<AccordionItem> Items, SourceSpan Span) : Block(Span)
{
    public override string Slug => "accordion";
}

internal sealed class AccordionKind() : BlockKind<AccordionBlock>(Fields)
{
    private static readonly Field<AccordionItem, Located<string>> Title = new(
        "title",
        Values.Text(200),
        i => i.Title,
        "The title, shown while the item is closed."
    )
    {
        Required = true,
    };

    private static readonly Field<AccordionItem, RichText> Body = new(
        "body",
        CourseValues.RichText,
        i => i.Body,
        "The text that opens."
    )
    {
        Required = true,
    };

    private static readonly Shape<AccordionItem> Item = new(
        "accordion-item",
        "One item of an accordion.",
        [Title, Body],
        v => new AccordionItem(v.Need(Title), v.Need(Body))
    );

    private static readonly Field<AccordionBlock, IReadOnlyList<AccordionItem>> Items = new(
        "items",
        Values.ListOf(Values.Nested(Item)),
        b => b.Items,
        "The items, each with a title and a body."
    )
    {
        Required = true,
    };

    private static Shape<AccordionBlock> Fields { get; } =
        new("accordion", "Short texts that open one by one.", [Items], v => new AccordionBlock(v.Need(Items), v.Span))
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: accordion
            items:
              - title: What can I do first?
                body: Listen. You do not need proof to tell your lead.
            """;
}
