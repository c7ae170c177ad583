using Protect.Scorm.Content;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Rendering;

/// <summary>A block or the answering part of a question.</summary>
/// <param name="Fields">The names of the kind, with finished values.</param>
/// <param name="Key">Prefix of ids that are unique on the page.</param>
/// <param name="IsPrint">True in print and booklets.</param>
/// <param name="Country">The entries of a country block; else null.</param>
/// <param name="Sources">The lines of a sources block; else null.</param>
/// <param name="Kept">The blocks that a card can show; null for other blocks.</param>
/// <param name="Tools">The tools of a block that offers them; null for other blocks.</param>
internal sealed record BlockData(
    IReadOnlyDictionary<string, object?> Fields,
    string Key,
    bool IsPrint,
    CountryView? Country,
    IReadOnlyList<SourceView>? Sources,
    IReadOnlyList<KeptView>? Kept,
    IReadOnlyList<ToolEntryView>? Tools
)
{
    /// <summary>Name that rendering adds to the fields of every block.</summary>
    public static View<bool> InWords { get; } =
        new View<bool>().Flag(
            "in_words",
            isInWords => isInWords,
            "True where the text alternative replaces a video, a recording or a picture, in a light or text package."
        );

    public static View<BlockData> Names(BlockKind kind)
    {
        View<BlockData> view = new View<BlockData>()
            .Add(
                new(
                    kind is IQuestionKind ? "question" : "block",
                    Shown.Group,
                    kind is IQuestionKind ? "The question." : "The block."
                )
                {
                    Inner = [.. kind.Names, .. InWords.Names],
                },
                data => data.Fields
            )
            .Text("key", data => data.Key, "The start of ids that are unique on the page.")
            .Flag("print", data => data.IsPrint, "True in print and booklets.");
        return kind switch
        {
            CountryKind => view.Group("country", CountryView.Names, data => data.Country, "The country's entries."),
            CardKind => view.List(
                "kept",
                KeptView.Names,
                data => data.Kept,
                "The blocks that learners can put on the card."
            ),
            ToolKind or ToolsKind => view.List(
                "tools",
                ToolEntryView.Names,
                data => data.Tools,
                "The tools that the block offers."
            ),
            SourcesKind => view.List("sources", SourceView.Names, data => data.Sources, "The sources cited."),
            _ => view,
        };
    }
}

/// <summary>A line of the list of sources.</summary>
internal sealed record SourceView(Source Source, Html Text)
{
    public static View<SourceView> Names { get; } =
        new View<SourceView>()
            .Html("text", view => view.Text, "Title, publisher, year and limit.")
            .Flag(
                "known",
                view => view.Source.Confidence.Value == SourceConfidence.Known,
                "True for standard knowledge of the field: the work itself was not read."
            );
}

/// <summary>The frame that all kinds of questions share.</summary>
internal sealed record QuestionView
{
    public required Question Question { get; init; }

    public required Html Answer { get; init; }

    public required string How { get; init; }

    public required bool IsAssessed { get; init; }

    public required bool IsReported { get; init; }

    public required bool IsOnPrivatePage { get; init; }

    public required bool IsOnce { get; init; }

    public required string Key { get; init; }

    public required bool IsPrint { get; init; }

    public required Html Prompt { get; init; }

    public Html? Picture { get; init; }

    /// <summary>Material for the question; null for none.</summary>
    public Html? Blocks { get; init; }

    /// <summary>Feedback on each option; null for an option without.</summary>
    public required IReadOnlyList<Html?> OptionFeedback { get; init; }

    public required Html? Right { get; init; }

    public required Html? Partly { get; init; }

    public required Html? Wrong { get; init; }

    public required Html? Source { get; init; }

    public static View<QuestionView> Names { get; } =
        new View<QuestionView>()
            .Group(
                "question",
                new View<QuestionView>()
                    .Text("id", view => view.Question.Id.Value, "The id.")
                    .Html("prompt", view => view.Prompt, "The question itself.")
                    .Html("picture", view => view.Picture, "A picture below the prompt; may be empty.")
                    .Html("blocks", view => view.Blocks, "The blocks above the prompt; may be empty.")
                    .List(
                        "options",
                        new View<(Html? Feedback, int Index)>()
                            .Number("index", option => option.Index, "The position in the author's order, from 0.")
                            .Html("feedback", option => option.Feedback, "Shown when it was chosen; may be empty."),
                        view => view.OptionFeedback.Select((feedback, index) => (feedback, index)),
                        "The options that can have feedback."
                    )
                    .Group(
                        "feedback",
                        new View<QuestionView>()
                            .Html("right", view => view.Right, "Shown when the answer is right; may be empty.")
                            .Html("wrong", view => view.Wrong, "Shown when it is wrong; may be empty."),
                        view => view,
                        "Feedback on the answer."
                    )
                    .Html("partly", view => view.Partly, "Feedback on a partly right answer; may be empty.")
                    .Html("source", view => view.Source, "The source of the right answer; may be empty.")
                    .Flag(
                        "confidence",
                        view => view.Question.Core.AsksConfidence,
                        "True to ask how confident the learner is."
                    ),
                view => view,
                "The question."
            )
            .Html("answer", view => view.Answer, "The output of the template of its kind.")
            .Text("kind", view => view.Question.Slug, "The kind, such as `matching`.")
            .Text("how", view => view.How, "The instruction, such as “Choose one”.")
            .Flag("assessed", view => view.IsAssessed, "True in an assessment.")
            .Flag("reported", view => view.IsReported, "True when the answer is sent to the LMS.")
            .Flag("private", view => view.IsOnPrivatePage, "True when the answer is not stored.")
            .Flag("once", view => view.IsOnce, "True for a knowledge check with one try only.")
            .Flag("opinion", view => !BlockKinds.Of(view.Question).IsMarked, "True when no answer is right or wrong.")
            .Text("key", view => view.Key, "The start of ids that are unique on the page.")
            .Flag("print", view => view.IsPrint, "True in print and booklets.");
}

/// <summary>The frame that all private notes share.</summary>
internal sealed record PaperView(PrivateNote Note, Html Body, bool IsOnPrivatePage, string Key, bool IsPrint)
{
    public static View<PaperView> Names { get; } =
        new View<PaperView>()
            .Text("id", view => view.Note.Id.Value, "The id.")
            .Text("title", view => view.Note.Title.Value, "The title.")
            .Text("kind", view => view.Note.Slug, "The kind: `reflection`, `checklist` or `action-plan`.")
            .Html("body", view => view.Body, "The output of the template of its kind.")
            .Flag("private", view => view.IsOnPrivatePage, "True when notes cannot be kept on the device.")
            .Text("key", view => view.Key, "The start of ids that are unique on the page.")
            .Flag("print", view => view.IsPrint, "True in print and booklets.");
}

/// <summary>A picture in a part of a question.</summary>
/// <param name="Source">The address in the package.</param>
/// <param name="Measures">Width and height in pixels; null when they are unknown.</param>
/// <param name="IsInWords">True in a text package.</param>
internal sealed record PictureView(
    Picture Picture,
    string Source,
    (int Width, int Height)? Measures,
    bool IsInWords,
    bool IsPrint
)
{
    public static View<PictureView> Names { get; } =
        new View<PictureView>()
            .Text("src", view => view.Source, "The file.")
            .Text("alt", view => view.Picture.Alt?.Value, "The text alternative; empty for a decorative picture.")
            .Number("width", view => view.Measures?.Width, "The width in pixels; empty when it is unknown.")
            .Number("height", view => view.Measures?.Height, "The height in pixels; empty when it is unknown.")
            .Text(
                "size",
                view => view.Picture.Size?.Value.ToString().ToLowerInvariant(),
                "The largest height: `small`, `medium` or `large`; empty for that of its place."
            )
            .Text("credit", view => view.Picture.Credit?.Value, "The author and licence; may be empty.")
            .Flag(
                "in_words",
                view => view.IsInWords,
                "True where the text alternative replaces the picture, in a text package."
            )
            .Flag("print", view => view.IsPrint, "True in print and booklets.");
}

/// <summary>A block that learners can put on their card, as the card shows it.</summary>
/// <param name="Keep">Its mark.</param>
/// <param name="Page">Its page.</param>
/// <param name="Body">The block as in print; null for a private note, whose text the player adds.</param>
internal sealed record KeptView(Keep Keep, Page Page, Html? Body)
{
    public static View<KeptView> Names { get; } =
        new View<KeptView>()
            .Text("id", view => view.Keep.Id.Value, "The id.")
            .Text("title", view => view.Keep.Title.Value, "Its heading on the card.")
            .Text("page", view => view.Page.Id.Value, "The id of its page.")
            .Text("page_title", view => view.Page.Title.Value, "The title of its page.")
            .Html("body", view => view.Body, "The block; empty for a private note.");
}

/// <summary>The button that puts a block on the learner's card.</summary>
internal sealed record KeepView(Keep Keep, Html Body)
{
    public static View<KeepView> Names { get; } =
        new View<KeepView>()
            .Text("id", view => view.Keep.Id.Value, "The id.")
            .Text("title", view => view.Keep.Title.Value, "The heading on the card.")
            .Html("body", view => view.Body, "The block.");
}
