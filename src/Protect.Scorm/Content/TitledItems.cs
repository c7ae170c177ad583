using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>An item of a list block: a title and a text.</summary>
internal sealed record TitledItem(Located<string>? When, Located<string> Title, RichText Body);

/// <summary>A block that is a list of titled texts; its kind defines the presentation.</summary>
internal sealed record TitledListBlock(
    string Slug,
    Located<string>? Title,
    IReadOnlyList<TitledItem> Items,
    SourceSpan Span
) : Block(Span)
{
    public override string Slug { get; } = Slug;
}

/// <summary>Common base of tabs, timelines, processes and cards.</summary>
internal abstract class TitledListKind(string slug, string summary, string list, bool withTime)
    : BlockKind<TitledListBlock>(Make(slug, summary, list, withTime))
{
    private static readonly Field<TitledItem, Located<string>> When = new(
        "when",
        Values.Text(60),
        i => i.When,
        "The time, as text."
    )
    {
        Required = true,
    };

    private static readonly Field<TitledItem, Located<string>> ItemTitle = new(
        "title",
        Values.Text(200),
        i => i.Title,
        "The title that learners see."
    )
    {
        Required = true,
    };

    private static readonly Field<TitledItem, RichText> Body = new(
        "body",
        CourseValues.RichText,
        i => i.Body,
        "The text, in Markdown."
    )
    {
        Required = true,
    };

    private static readonly Field<TitledListBlock, Located<string>> Title = new(
        "title",
        Values.Text(200),
        b => b.Title,
        "A heading for the block."
    );

    private static readonly Shape<TitledItem> Plain = new(
        "titled-item",
        "A title and its text.",
        [ItemTitle, Body],
        v => new TitledItem(null, v.Need(ItemTitle), v.Need(Body))
    );

    private static readonly Shape<TitledItem> Timed = new(
        "timed-item",
        "A time, a title and its text.",
        [When, ItemTitle, Body],
        v => new TitledItem(v.Need(When), v.Need(ItemTitle), v.Need(Body))
    );

    private static Shape<TitledListBlock> Make(string slug, string summary, string list, bool withTime)
    {
        var items = new Field<TitledListBlock, IReadOnlyList<TitledItem>>(
            list,
            Values.ListOf(Values.Nested(withTime ? Timed : Plain)),
            b => b.Items,
            "Its parts, in order."
        )
        {
            Required = true,
        };
        return new Shape<TitledListBlock>(
            slug,
            summary,
            [Title, items],
            v => new TitledListBlock(slug, v.Get(Title), v.Need(items), v.Span)
        )
        {
            Discriminator = "type",
        };
    }
}

internal sealed class TabsKind()
    : TitledListKind("tabs", "Texts of which one is open at a time.", "items", withTime: false)
{
    protected override bool CanBeKept => false;

    public override string Example =>
        """
            type: tabs
            items:
              - title: At the club
                body: You are never the only adult in the room.
              - title: On the way
                body: You are never alone in a car with a young person.
            """;
}

internal sealed class TimelineKind() : TitledListKind("timeline", "Events in order of time.", "entries", withTime: true)
{
    public override string Example =>
        """
            type: timeline
            entries:
              - when: The same day
                title: You write down what was said
                body: In the words you heard.
              - when: Within a day
                title: Your lead knows
                body: Not everyone needs to.
            """;
}

internal sealed class ProcessKind()
    : TitledListKind("process", "Steps in order, each with a number.", "steps", withTime: false)
{
    public override string Example =>
        """
            type: process
            steps:
              - title: Listen
                body: Their words, their pace.
              - title: Pass it on
                body: To your safeguarding lead, the same day.
            """;
}

internal sealed class FlipCardsKind()
    : TitledListKind("flip-cards", "Cards with a front and a back that opens.", "cards", withTime: false)
{
    public override string Example =>
        """
            type: flip-cards
            cards:
              - title: Grooming
                body: Winning the trust of a child in order to abuse it.
            """;
}
