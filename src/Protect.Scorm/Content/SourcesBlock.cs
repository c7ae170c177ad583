using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>The sources that the texts of the edition cite.</summary>
internal sealed record SourcesBlock(Located<string>? Title, SourceSpan Span) : Block(Span)
{
    public override string Slug => "sources";
}

internal sealed class SourcesKind() : BlockKind<SourcesBlock>(Fields)
{
    private static readonly Field<SourcesBlock, Located<string>> Title = new(
        "title",
        Values.Text(200),
        b => b.Title,
        "A heading for the list."
    );

    private static Shape<SourcesBlock> Fields { get; } =
        new(
            "sources",
            "All sources of course.yaml that the course cites, with their limits.",
            [Title],
            v => new SourcesBlock(v.Get(Title), v.Span)
        )
        {
            Discriminator = "type",
        };

    protected override bool CanBeKept => false;

    public override string Example =>
        """
            type: sources
            title: Sources
            """;
}
