using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>A number, what it counts, and its source.</summary>
internal sealed record StatisticBlock(
    Located<string> Number,
    RichText Text,
    Located<string> Source,
    Located<string>? Url,
    SourceSpan Span
) : Block(Span)
{
    public override string Slug => "statistic";
}

internal sealed class StatisticKind() : BlockKind<StatisticBlock>(Fields)
{
    private static readonly Field<StatisticBlock, Located<string>> Number = new(
        "number",
        Values.Text(24),
        b => b.Number,
        "The number as learners read it, such as 1 in 5 or 87 %."
    )
    {
        Required = true,
    };

    private static readonly Field<StatisticBlock, RichText> Text = new(
        "text",
        CourseValues.Line,
        b => b.Text,
        "The thing counted: who, where and when."
    )
    {
        Required = true,
    };

    private static readonly Field<StatisticBlock, Located<string>> Source = new(
        "source",
        Values.Text(400),
        b => b.Source,
        "Where it is from: title, publisher, year."
    )
    {
        Required = true,
    };

    private static readonly Field<StatisticBlock, Located<string>> Url = new(
        "url",
        Values.Verbatim(1000),
        b => b.Url,
        "The address of the source, https."
    );

    private static Shape<StatisticBlock> Fields { get; } =
        new(
            "statistic",
            "A number that stands out, with what it counts and its source.",
            [Number, Text, Source, Url],
            v => new StatisticBlock(v.Need(Number), v.Need(Text), v.Need(Source), v.Get(Url), v.Span)
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: statistic
            number: "54"
            text: articles are in the Convention on the Rights of the Child.
            source: Convention on the Rights of the Child, United Nations, 1989
            """;

    protected override void CheckBlock(StatisticBlock block, DiagnosticBag bag) =>
        AssetRules.CheckWebAddress(block.Url, "url", bag);
}
