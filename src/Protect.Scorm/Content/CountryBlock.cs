using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>List of the entries of some country slots: numbers, links, duties.</summary>
internal sealed record CountryBlock(Located<string>? Title, IReadOnlyList<Located<string>> Slots, SourceSpan Span)
    : Block(Span)
{
    public override string Slug => "country";
}

internal sealed class CountryKind() : BlockKind<CountryBlock>(Fields)
{
    private static readonly Field<CountryBlock, Located<string>> Title = new(
        "title",
        Values.Text(200),
        b => b.Title,
        "A heading for the list."
    );

    private static readonly Field<CountryBlock, IReadOnlyList<Located<string>>> Slots = new(
        "slots",
        Values.ListOf(Values.Verbatim(40)),
        b => b.Slots,
        "The slots to show, of those under “country” in course.yaml."
    )
    {
        Required = true,
    };

    private static Shape<CountryBlock> Fields { get; } =
        new(
            "country",
            "Numbers, links and duties of the package's country, each with the date of its check.",
            [Title, Slots],
            v => new CountryBlock(v.Get(Title), v.Need(Slots), v.Span)
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: country
            title: For your country
            slots: [child_helpline]
            """;
}
