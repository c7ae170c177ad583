using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

internal sealed record QuoteBlock(
    RichText Body,
    Located<string>? By,
    Located<string> Source,
    Located<string>? Url,
    SourceSpan Span
) : Block(Span)
{
    public override string Slug => "quote";

    /// <summary>Size on the page; null for the normal one.</summary>
    public Located<bool>? IsLarge { get; init; }
}

internal sealed class QuoteKind() : BlockKind<QuoteBlock>(Fields, Additions)
{
    private static readonly Field<QuoteBlock, RichText> Body = new(
        "body",
        CourseValues.RichText,
        b => b.Body,
        "The words quoted."
    )
    {
        Required = true,
    };

    private static readonly Field<QuoteBlock, Located<string>> By = new(
        "by",
        Values.Text(200),
        b => b.By,
        "The speaker or author."
    );

    private static readonly Field<QuoteBlock, Located<string>> Source = new(
        "source",
        Values.Text(400),
        b => b.Source,
        "Where it is from: title, publisher, year."
    )
    {
        Required = true,
    };

    private static readonly Field<QuoteBlock, Located<string>> Url = new(
        "url",
        Values.Verbatim(1000),
        b => b.Url,
        "The address of the source, https."
    );

    private static readonly Field<QuoteBlock, Located<bool>> Size = new(
        "size",
        Values.OneOf(("normal", false), ("large", true)),
        b => b.IsLarge,
        "Large for a quotation that fills the page; normal when it is left out."
    )
    {
        IsSecret = true,
    };

    private static View<QuoteBlock> Additions { get; } =
        new View<QuoteBlock>().Flag("large", b => b.IsLarge?.Value == true, "True for a large quotation.");

    private static Shape<QuoteBlock> Fields { get; } =
        new(
            "quote",
            "A quotation with its source.",
            [Body, By, Source, Url, Size],
            v => new QuoteBlock(v.Need(Body), v.Get(By), v.Need(Source), v.Get(Url), v.Span) { IsLarge = v.Get(Size) }
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: quote
            body: Every child has the right to be protected.
            source: Convention on the Rights of the Child, in our words
            """;

    protected override void CheckBlock(QuoteBlock block, DiagnosticBag bag) =>
        AssetRules.CheckWebAddress(block.Url, "url", bag);
}
