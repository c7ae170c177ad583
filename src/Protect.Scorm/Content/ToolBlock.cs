using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>One tool of the course, to open and to download.</summary>
internal sealed record ToolBlock(Located<string> Tool, SourceSpan Span) : Block(Span)
{
    public override string Slug => "tool";

    /// <summary>Returns the tools that a course offers on its pages, in the order of course.yaml.</summary>
    public static IReadOnlyList<Tool> Offered(Course course)
    {
        Block[] blocks = [.. BlockParts.Blocks(course).Where(block => block is ToolBlock or ToolsBlock)];
        return
        [
            .. course.Tools.Where(tool =>
                blocks.Any(block => block is not ToolBlock one || one.Tool.Value == tool.Id.Value)
            ),
        ];
    }
}

/// <summary>All tools of the course, to open and to download.</summary>
internal sealed record ToolsBlock(Located<string>? Title, SourceSpan Span) : Block(Span)
{
    public override string Slug => "tools";
}

internal sealed class ToolKind() : BlockKind<ToolBlock>(Fields)
{
    private static readonly Field<ToolBlock, Located<string>> Tool = new(
        "tool",
        Values.Verbatim(CourseValues.LongestId),
        b => b.Tool,
        "The tool: its file in tools/, without .yaml."
    )
    {
        Required = true,
    };

    private static Shape<ToolBlock> Fields { get; } =
        new(
            "tool",
            "A tool to print and fill in, as a page to open and a document to download.",
            [Tool],
            v => new ToolBlock(v.Need(Tool), v.Span)
        )
        {
            Discriminator = "type",
        };

    protected override bool CanBeKept => false;

    public override string Example =>
        """
            type: tool
            tool: record-of-concern
            """;
}

internal sealed class ToolsKind() : BlockKind<ToolsBlock>(Fields)
{
    private static readonly Field<ToolsBlock, Located<string>> Title = new(
        "title",
        Values.Text(200),
        b => b.Title,
        "A heading for the list."
    );

    private static Shape<ToolsBlock> Fields { get; } =
        new(
            "tools",
            "All tools of the course, each with its audience and the moment to use it.",
            [Title],
            v => new ToolsBlock(v.Get(Title), v.Span)
        )
        {
            Discriminator = "type",
        };

    protected override bool CanBeKept => false;

    public override string Example =>
        """
            type: tools
            title: Tools
            """;
}
