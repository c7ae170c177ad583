using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Importing.Html;

namespace Protect.Scorm.Importing.H5p;

/// <summary>
/// Reads a package of H5P, as the files <c>semantics.json</c> of its content types describe it. The package is one
/// module; an interactive book has a page per chapter, and the first question set becomes the assessment.
/// </summary>
internal sealed partial class H5pFile
{
    // Containers in containers; H5P's editor has two at most.
    private const int MostContainers = 8;

    private readonly ImportSource _source;
    private readonly H5pPackage _package;
    private readonly DraftCourse _draft = new();
    private readonly LossReport _losses = new();
    private readonly DraftModule _module;
    private DraftPage? _page;
    private string _title;
    private bool _hasAssessment,
        _hasPoints;
    private int _count;

    private H5pFile(ImportSource source, H5pPackage package)
    {
        (_source, _package) = (source, package);
        H5pValue about = package.About;
        string title = MarkdownText.Plain(about["title"].Text);
        _title = title.Length > 0 ? title : source.Name;
        _draft.Title = title.Length > 0 ? title : null;
        _draft.Language = new[] { about["defaultLanguage"].Text, about["language"].Text }.FirstOrDefault(code =>
            code != "und" && Language().IsMatch(code)
        );
        _draft.Licence = H5pRights.Licence(about);
        _draft.Authors.AddRange(H5pRights.Authors(about));
        _module = new DraftModule(_title) { Comment = H5pRights.Notes(about) };
    }

    /// <summary>Returns true for a package of H5P.</summary>
    public static bool Knows(ImportSource source) => H5pPackage.Knows(source);

    /// <summary>Reads a file.</summary>
    public static ImportResult Read(ImportSource source, ImportOptions options)
    {
        using H5pPackage? package = H5pPackage.Open(source, out string fault);
        return package is null
            ? ImportResult.Failed(source, ImportingRules.Unreadable, fault)
            : new H5pFile(source, package).Read();
    }

    private ImportResult Read()
    {
        string library = H5pKinds.MachineName(_package.About["mainLibrary"]);
        Content(library, _package.Parameters, _package.About, "content/content.json#", 0);
        _module.Pages.RemoveAll(page => page.Blocks.Count == 0);
        if (_module.Pages.Count > 0)
            _draft.Modules.Add(_module);
        else if (!_losses.HasErrors)
            _losses.Add(ImportingRules.Nothing, _source.Start, _source.Path);
        return new ImportResult(_draft, _losses.All);
    }

    /// <summary>Reads one content, and those in it.</summary>
    /// <param name="library">The machine name of the library.</param>
    /// <param name="parameters">Its fields.</param>
    /// <param name="metadata">Its metadata.</param>
    /// <param name="pointer">Its place, as a JSON pointer behind the name of the file (RFC 6901).</param>
    /// <param name="depth">The number of containers around it.</param>
    private void Content(string library, H5pValue parameters, H5pValue metadata, string pointer, int depth)
    {
        SourceSpan span = SourceFile.WithoutText($"{_source.Path}/{pointer}").Start;
        if (_losses.HasErrors)
            return;
        if (++_count > ImportLimits.MostItems)
        {
            _losses.Add(
                ImportingRules.TooLarge,
                span,
                _source.Path,
                $"it has more than {ImportLimits.MostItems} contents"
            );
            return;
        }
        var item = new H5pItem(library, parameters, metadata, span, _package, _draft, _losses);
        if (depth > MostContainers)
        {
            item.Refuse("it has too many containers inside each other");
            return;
        }
        switch (library)
        {
            case "H5P.InteractiveBook":
                Book(item, pointer, depth);
                break;
            case "H5P.Column":
                foreach ((H5pValue part, int at) in parameters["content"].Items.Select((part, at) => (part, at)))
                    Nested(part["content"], $"{pointer}/content/{at}/content", depth);
                break;
            case "H5P.QuestionSet":
                Set(item, pointer, depth);
                break;
            default:
                Page().Blocks.AddRange(Blocks(item));
                break;
        }
    }

    private void Nested(H5pValue content, string pointer, int depth) =>
        Content(H5pKinds.MachineName(content["library"]), content["params"], content["metadata"], pointer, depth + 1);

    private List<DraftNode> Blocks(H5pItem item)
    {
        if (!item.Parameters.IsGroup)
        {
            item.Refuse("its fields are missing");
            return [];
        }
        DraftNode? question;
        switch (item.Library)
        {
            case "H5P.MultiChoice":
                question = H5pKinds.Choice(item);
                if (question?.Type == "multiple-choice")
                    Points(item);
                break;
            case "H5P.TrueFalse":
                question = H5pKinds.TrueFalse(item);
                break;
            case "H5P.Blanks":
                question = H5pGaps.Blanks(item);
                Points(item);
                break;
            case "H5P.DragText":
                question = H5pGaps.Words(item);
                Points(item);
                break;
            case "H5P.Accordion":
                return H5pBlocks.Accordion(item);
            case "H5P.Dialogcards":
                return H5pBlocks.Cards(item);
            case "H5P.AdvancedText" or "H5P.Text" or "H5P.Table":
                return H5pBlocks.Text(item, item.Parameters["text"].Text);
            case "H5P.Image":
                return H5pBlocks.Image(item);
            default:
                item.Refuse(
                    item.Library.Length > 0
                        ? $"the content type “{LossReport.Short(item.Library)}” of H5P cannot be imported"
                        : "it names no content type"
                );
                return [];
        }
        return question is null ? [] : [item.Credited(question)];
    }

    /// <summary>A book: a page per chapter.</summary>
    private void Book(H5pItem item, string pointer, int depth)
    {
        H5pValue cover = item.Parameters["bookCover"];
        if (item.Parameters["showCoverPage"].Flag())
        {
            Page().Blocks.AddRange(H5pBlocks.Text(item, cover["coverDescription"].Text));
            string kind = H5pKinds.MachineName(cover["coverMedium"]["library"]);
            if (kind == "H5P.Image")
                Page()
                    .Blocks.AddRange(
                        item.Picture(cover["coverMedium"]["params"], cover["coverMedium"]["metadata"])
                            .OfType<BlockPart>()
                            .Select(part => part.Node)
                    );
            else if (kind.Length > 0)
                item.Lost($"the {H5pKinds.Word(kind)} of the cover", "a cover in an import has pictures only");
        }
        string before = _title;
        foreach ((H5pValue chapter, int at) in item.Parameters["chapters"].Items.Select((part, at) => (part, at)))
        {
            // The JSON leaves out a group with one field, such as “chapter”; other writers may keep it.
            H5pValue content = chapter["chapter"].IsGroup ? chapter["chapter"] : chapter;
            string title = MarkdownText.Plain(content["metadata"]["title"].Text);
            _title = title.Length > 0 ? title : $"{before} ({at + 1})";
            _page = null;
            Nested(content, $"{pointer}/chapters/{at}", depth);
        }
        (_title, _page) = (before, null);
    }

    /// <summary>A question set: the assessment, or a page of checks when there is one already.</summary>
    private void Set(H5pItem item, string pointer, int depth)
    {
        string before = _title,
            title = item.Title;
        if (title.Length > 0)
            _title = title;
        _page = null;
        DraftPage page = Page();
        H5pValue intro = item.Parameters["introPage"];
        if (intro["showIntroPage"].Flag())
        {
            string heading = HtmlReader.Plain(intro["title"].Text);
            if (heading.Length > 0 && heading != _title)
                page.Blocks.Add(
                    item.Start("text").Set("body", $"**{MarkdownText.EscapeStart(MarkdownText.Escape(heading))}**")
                );
            page.Blocks.AddRange(H5pBlocks.Text(item, intro["introduction"].Text));
            string alt = intro["backgroundImageAltText"].Text.Trim();
            page.Blocks.AddRange(
                item.Picture(intro["backgroundImage"], alt.Length > 0 ? alt : null, default)
                    .OfType<BlockPart>()
                    .Select(part => part.Node)
            );
        }
        if (_hasAssessment)
            item.Changed("a further question set", "knowledge checks, because a course has one assessment");
        else
            page.Assessment = Assessment(item);
        _hasAssessment = true;
        foreach ((H5pValue question, int at) in item.Parameters["questions"].Items.Select((part, at) => (part, at)))
            Nested(question, $"{pointer}/questions/{at}", depth);
        H5pValue end = item.Parameters["endGame"];
        if (end["successVideo"].Items.Any() || end["failVideo"].Items.Any())
            item.Lost("the video at the end", "the result of an assessment has texts only");
        (_title, _page) = (before, null);
    }

    private static DraftNode Assessment(H5pItem item)
    {
        var assessment = new DraftNode();
        int pass = item.Parameters["passPercentage"].Number ?? 50;
        if (pass is < 1 or > 100)
            item.Changed($"the pass percentage {pass}", "the pass mark of the course");
        else
            assessment.Set("pass_mark", pass);
        assessment.Set("shuffle_questions", item.Parameters["randomQuestions"].Flag());
        assessment.Set("credit", "share");
        int all = item.Parameters["questions"].Items.Take(ImportLimits.MostItems).Count();
        if (item.Parameters["poolSize"].Number is { } pool && pool > 0 && pool < all)
            assessment.Set("draw", pool);
        var bands = new SortedDictionary<int, string>();
        foreach (H5pValue range in H5pItem.Ranges(item.Parameters["endGame"]["overallFeedback"]))
        {
            string text = item.Block(range["feedback"]).Markdown;
            int from = Math.Clamp(range["from"].Number ?? 0, 0, 100);
            if (text.Length > 0 && !bands.TryAdd(from, text))
                item.Lost($"the feedback from {from} %", "another one starts at the same score");
        }
        assessment.Set(
            "bands",
            DraftValue.List(
                bands.Select(band => (DraftValue)new DraftNode().Set("from", band.Key).Set("text", band.Value))
            )
        );
        return assessment;
    }

    /// <summary>Notes once that questions with several answers count differently.</summary>
    private void Points(H5pItem item)
    {
        if (!_hasPoints && !item.Parameters["behaviour"]["singlePoint"].Flag())
            _losses.Add(
                ImportingRules.Changed,
                _source.Start,
                _source.Name,
                "one point for each right answer of a question",
                "one point for the question, in shares; a wrong choice takes nothing off"
            );
        _hasPoints = true;
    }

    private DraftPage Page()
    {
        if (_page is null)
        {
            _page = new DraftPage(_title);
            _module.Pages.Add(_page);
        }
        return _page;
    }

    [GeneratedRegex(@"\A[a-z]{2}(?:-[a-z]{2})?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Language();
}
