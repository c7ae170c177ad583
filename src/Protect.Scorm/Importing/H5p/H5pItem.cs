using System.Net;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Importing.Html;

namespace Protect.Scorm.Importing.H5p;

/// <summary>A content of a package: a question, a text, a picture, or a container of others.</summary>
/// <param name="library">The machine name of its library, such as <c>H5P.MultiChoice</c>.</param>
/// <param name="parameters">Its fields.</param>
/// <param name="metadata">Its title, licence and authors.</param>
/// <param name="span">Its place in the package.</param>
/// <param name="package">The package.</param>
/// <param name="draft">Receives pictures.</param>
/// <param name="losses">Receives what is lost.</param>
internal sealed class H5pItem(
    string library,
    H5pValue parameters,
    H5pValue metadata,
    SourceSpan span,
    H5pPackage package,
    DraftCourse draft,
    LossReport losses
) : ForeignItem(span, draft, losses)
{
    private static readonly string[] s_texts = ["question", "text", "taskDescription", "textField", "title"];

    private string? _name;

    /// <summary>The machine name of the library without its version.</summary>
    public string Library => library;

    /// <summary>The fields.</summary>
    public H5pValue Parameters => parameters;

    /// <summary>The metadata.</summary>
    public H5pValue Metadata => metadata;

    /// <summary>The title that the author gave; empty for none and for one that the editor fills in.</summary>
    public string Title =>
        MarkdownText.Plain(metadata["title"].Text) is { Length: > 0 } title
        && !title.StartsWith("Untitled", StringComparison.OrdinalIgnoreCase)
        && !H5pKinds.Names.Contains(title)
            ? title
            : "";

    /// <summary>The title, or else the first words.</summary>
    public override string Name =>
        _name ??= Title is { Length: > 0 } title
            ? title
            : s_texts.Select(name => HtmlReader.Plain(parameters[name].Text)).FirstOrDefault(text => text.Length > 0)
                ?? LossReport.Short(library);

    public override string SourceId => Name;

    /// <summary>The place of a text, with the files of the package.</summary>
    public HtmlPlace Place => new(Name, Span) { Picture = package.File };

    /// <summary>Returns a text of several paragraphs.</summary>
    public ItemText Block(H5pValue text) => Block(text.Text, Place);

    /// <summary>Returns the parts of a question: the picture above it, then its text.</summary>
    /// <param name="text">The HTML.</param>
    public List<HtmlPart> Asked(string text)
    {
        List<HtmlPart> parts = Media();
        parts.AddRange(Parts(text, Place));
        return parts;
    }

    /// <summary>Returns the picture above a question; reports a video or sound that is lost.</summary>
    public List<HtmlPart> Media()
    {
        // The JSON leaves out a group with one field, so “type” is missing where it is the only field of “media”.
        H5pValue media = parameters["media"]["type"] is { IsGroup: true } type ? type : parameters["media"];
        string kind = H5pKinds.MachineName(media["library"]);
        if (kind.Length == 0)
            return [];
        if (kind == "H5P.Image")
            return Picture(media["params"], media["metadata"]);
        Lost($"the {H5pKinds.Word(kind)} above the question", "a question of a course has pictures only");
        return [];
    }

    /// <summary>Returns the picture of an image content, with its alternative text and credit.</summary>
    /// <param name="image">The fields of <c>H5P.Image</c>.</param>
    /// <param name="about">Its metadata.</param>
    public List<HtmlPart> Picture(H5pValue image, H5pValue about)
    {
        string alt = image["alt"].Text.Trim();
        return Picture(
            image["file"],
            image["decorative"].Flag() ? ""
                : alt.Length > 0 ? alt
                : null,
            about
        );
    }

    /// <summary>Returns a picture as a block; none when it is lost, which is reported.</summary>
    /// <param name="file">The field with path and copyright.</param>
    /// <param name="alt">The text alternative; empty for decoration, null when the source has none.</param>
    /// <param name="about">Metadata with licence and authors.</param>
    public List<HtmlPart> Picture(H5pValue file, string? alt, H5pValue about)
    {
        string path = file["path"].Text;
        if (path.Length == 0)
            return [];
        string html = $"<img src=\"{WebUtility.HtmlEncode(path)}\"";
        if (alt is not null)
            html += $" alt=\"{WebUtility.HtmlEncode(alt)}\"";
        List<HtmlPart> parts = Parts(html + ">", Place);
        string? credit = H5pRights.Credit(about) ?? H5pRights.Credit(file["copyright"]);
        foreach (BlockPart part in parts.OfType<BlockPart>())
            part.Node.Set("credit", credit is null ? null : (DraftValue)credit);
        return parts;
    }

    /// <summary>
    /// Adds the feedback for ranges of the score: the range with 100 % on right answers, that with 0 % on wrong ones,
    /// one between them on partly right ones.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="hasPartly">True for a question that can be partly right.</param>
    public void Feedback(DraftNode question, bool hasPartly)
    {
        ItemText right = ItemText.None,
            wrong = ItemText.None,
            partly = ItemText.None,
            always = ItemText.None;
        int others = 0;
        foreach (H5pValue range in Ranges(parameters["overallFeedback"]))
        {
            ItemText text = Block(range["feedback"]);
            int from = range["from"].Number ?? 0,
                to = range["to"].Number ?? 100;
            if (text.Markdown.Length == 0)
                continue;
            if (from <= 0 && to >= 100)
                always = text;
            else if (to >= 100)
                right = text;
            else if (from <= 0)
                wrong = text;
            else if (hasPartly && others++ == 0)
                partly = text;
            else
                Lost($"the feedback from {from} to {to} %", "a question has one feedback on partly right answers");
        }
        if (
            System.Text.RegularExpressions.Regex.IsMatch(
                right.Markdown + wrong.Markdown + always.Markdown,
                "@(?:score|total)"
            )
        )
            Lost("the score in a feedback", "a course shows it by itself; “@score” and “@total” stay in the text");
        DraftQuestions.Feedback(question, right.Markdown, wrong.Markdown, always.Markdown, partly.Markdown);
    }

    /// <summary>Returns the ranges of a feedback that have a text.</summary>
    public static IEnumerable<H5pValue> Ranges(H5pValue feedback) =>
        (feedback["overallFeedback"].Exists ? feedback["overallFeedback"] : feedback).Items.Where(range =>
            range["feedback"].Text.Trim().Length > 0
        );

    /// <summary>Adds licence and authors of a question as a comment: a question has no field for them.</summary>
    public DraftNode Credited(DraftNode question)
    {
        // Those of the package are in the file of the course.
        if (!metadata["mainLibrary"].Exists && H5pRights.Credit(metadata) is { } credit)
            question.Comment = $"credit in the source: {credit}";
        return question;
    }
}
