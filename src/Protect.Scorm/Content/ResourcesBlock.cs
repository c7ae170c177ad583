using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

internal sealed record Resource(
    Located<string> Name,
    RichText About,
    Located<string>? Url,
    Located<string>? Phone,
    Located<string>? Languages
);

internal sealed record ResourcesBlock(Located<string>? Title, IReadOnlyList<Resource> Items, SourceSpan Span)
    : Block(Span)
{
    public override string Slug => "resources";
}

internal sealed class ResourcesKind() : BlockKind<ResourcesBlock>(Fields)
{
    private static readonly Field<Resource, Located<string>> Name = new(
        "name",
        Values.Text(200),
        r => r.Name,
        "The organisation or page."
    )
    {
        Required = true,
    };

    private static readonly Field<Resource, RichText> About = new(
        "about",
        CourseValues.Line,
        r => r.About,
        "The help or information that learners find there, in one line."
    )
    {
        Required = true,
    };

    private static readonly Field<Resource, Located<string>> Url = new(
        "url",
        Values.Verbatim(1000),
        r => r.Url,
        "The web address, which starts with https://."
    );

    private static readonly Field<Resource, Located<string>> Phone = new(
        "phone",
        Values.Verbatim(40),
        r => r.Phone,
        "A phone number. Only numbers that a person has checked."
    );

    private static readonly Field<Resource, Located<string>> Languages = new(
        "languages",
        Values.Text(200),
        r => r.Languages,
        "The languages of the help or information."
    );

    internal static Shape<Resource> Item { get; } =
        new(
            "resource",
            "One organisation or link.",
            [Name, About, Url, Phone, Languages],
            v => new Resource(v.Need(Name), v.Need(About), v.Get(Url), v.Get(Phone), v.Get(Languages))
        );

    private static readonly Field<ResourcesBlock, Located<string>> Title = new(
        "title",
        Values.Text(200),
        b => b.Title,
        "A heading for the list."
    );

    private static readonly Field<ResourcesBlock, IReadOnlyList<Resource>> Items = new(
        "items",
        Values.ListOf(Values.Nested(Item)),
        b => b.Items,
        "The organisations and links."
    )
    {
        Required = true,
    };

    private static Shape<ResourcesBlock> Fields { get; } =
        new(
            "resources",
            "A list of organisations and links.",
            [Title, Items],
            v => new ResourcesBlock(v.Get(Title), v.Need(Items), v.Span)
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: resources
            items:
              - name: Child Helpline International
                about: Find the child helpline of a country.
                url: https://childhelplineinternational.org
            """;

    protected override void CheckBlock(ResourcesBlock block, DiagnosticBag bag) => CheckItems(block.Items, bag);

    internal static void CheckItems(IReadOnlyList<Resource> items, DiagnosticBag bag)
    {
        foreach (Resource item in items)
        {
            AssetRules.CheckWebAddress(item.Url, "url", bag);
            if (
                item.Phone is { } phone
                && !phone.Value.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '-' or '(' or ')')
            )
                bag.Add(ContentRules.MalformedPhone, phone.Span, phone.Value);
        }
    }
}
