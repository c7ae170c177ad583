using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>Questions and snippets that several courses share.</summary>
internal sealed record Bank(Located<string>? Title, IReadOnlyList<Block> Questions, IReadOnlyList<Snippet> Snippets);

/// <summary>Blocks that are used together.</summary>
internal sealed record Snippet(Located<string> Id, IReadOnlyList<Block> Blocks);

/// <summary>The shapes of a file in <c>banks/</c>.</summary>
internal static class BankFile
{
    private static readonly Field<Bank, Located<string>> Title = new(
        "title",
        Values.Text(Scorm12Limits.Title),
        b => b.Title,
        "The subject of the bank, for authors."
    );

    private static readonly Field<Bank, IReadOnlyList<Block>> Questions = new(
        "questions",
        Values.ListOf(BlockKinds.AnyQuestion),
        b => b.Questions,
        "Questions. “use: <bank>/<id>” takes one of them, “use: <bank>” all."
    );

    private static readonly Field<Snippet, Located<string>> Id = new(
        "id",
        CourseValues.Id,
        s => s.Id,
        "The name of the snippet in its bank."
    )
    {
        Required = true,
    };

    private static readonly Field<Snippet, IReadOnlyList<Block>> Blocks = new(
        "blocks",
        Values.ListOf(BlockKinds.AnyBlock),
        s => s.Blocks,
        "The blocks, from top to bottom."
    )
    {
        Required = true,
    };

    private static readonly Shape<Snippet> SnippetFields = new(
        "snippet",
        "Blocks that are used together.",
        [Id, Blocks],
        v => new Snippet(v.Need(Id), v.Need(Blocks))
    );

    private static readonly Field<Bank, IReadOnlyList<Snippet>> Snippets = new(
        "snippets",
        Values.ListOf(Values.Nested(SnippetFields)),
        b => b.Snippets,
        "Blocks for the pages of several courses. “use: <bank>/<id>” puts them there."
    );

    public static Shape<Bank> Fields { get; } =
        new(
            "bank",
            "Questions and snippets that several courses share.",
            [Title, Questions, Snippets],
            v => new Bank(v.Get(Title), v.Get(Questions) ?? [], v.Get(Snippets) ?? [])
        );
}
