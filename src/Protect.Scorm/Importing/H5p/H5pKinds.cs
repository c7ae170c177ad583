using Protect.Scorm.Importing.Html;

namespace Protect.Scorm.Importing.H5p;

/// <summary>Reads choices and true-false questions of H5P, and knows the names of its libraries.</summary>
internal static class H5pKinds
{
    /// <summary>Titles that the editor gives to contents.</summary>
    public static readonly IReadOnlySet<string> Names = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "Multiple Choice",
        "True/False Question",
        "True/False",
        "Fill in the Blanks",
        "Drag the Words",
        "Drag Text",
        "Quiz (Question Set)",
        "Question Set",
        "Accordion",
        "Dialog Cards",
        "Text",
        "Image",
        "Table",
        "Column",
        "Page",
    };

    /// <summary>Returns the machine name of “H5P.MultiChoice 1.16”.</summary>
    public static string MachineName(H5pValue library) => library.Text.Trim().Split(' ')[0];

    /// <summary>Returns what a content is called in the loss report.</summary>
    public static string Word(string library) =>
        library switch
        {
            "H5P.Video" => "video",
            "H5P.Audio" => "sound",
            _ => $"content “{LossReport.Short(library)}”",
        };

    /// <summary>H5P.MultiChoice: one answer or several, as its field “type” says.</summary>
    public static DraftNode? Choice(H5pItem item)
    {
        H5pValue[] answers = [.. item.Parameters["answers"].Items.Take(ImportLimits.MostItems)];
        int right = answers.Count(answer => answer["correct"].Flag());
        string type = item.Parameters["behaviour"]["type"].Text;
        bool isSingle = type == "single" || type != "multi" && right == 1;
        if (right == 0)
        {
            item.Refuse("no option is right; in H5P, choosing none was the right answer");
            return null;
        }
        var options = new List<ForeignOption>();
        var pictures = new List<IReadOnlyList<DraftNode>>();
        int tips = 0,
            silent = 0;
        foreach (H5pValue answer in answers)
        {
            H5pValue more = answer["tipsAndFeedback"];
            ItemText text = item.Line(answer["text"].Text, item.Place);
            options.Add(
                new ForeignOption(
                    text.Markdown,
                    answer["correct"].Flag() ? 100 : 0,
                    item.Block(more["chosenFeedback"]).Markdown
                )
            );
            pictures.Add(text.Pictures);
            tips += HtmlReader.Plain(more["tip"].Text).Length > 0 ? 1 : 0;
            silent += HtmlReader.Plain(more["notChosenFeedback"].Text).Length > 0 ? 1 : 0;
        }
        Many(item, tips, "tip", "an option has no tip");
        Many(item, silent, "feedback text on an option that was not chosen", "feedback is on options that were chosen");
        DraftNode question = item.Start(isSingle ? "single-choice" : "multiple-choice");
        item.Ask(question, item.Asked(item.Parameters["question"].Text));
        if (isSingle)
            item.Questions.Single(question, options);
        else
            item.Questions.Multiple(question, options);
        foreach (DraftNode option in (question["options"] as DraftList)?.Items.OfType<DraftNode>() ?? [])
            if (options.FindIndex(known => known.Text == option.Text("text")) is >= 0 and int at)
                item.Pictured(option, "picture", new ItemText("", pictures[at]));
        if (item.Parameters["behaviour"]["randomAnswers"].Flag(otherwise: true))
            question.Set("shuffle", true);
        item.Feedback(question, hasPartly: !isSingle);
        return question;
    }

    /// <summary>H5P.TrueFalse.</summary>
    public static DraftNode TrueFalse(H5pItem item)
    {
        DraftNode question = item.Start("true-false");
        item.Ask(question, item.Asked(item.Parameters["question"].Text));
        question.Set("answer", item.Parameters["correct"].Flag());
        H5pValue behaviour = item.Parameters["behaviour"];
        DraftQuestions.Feedback(
            question,
            item.Block(behaviour["feedbackOnCorrect"]).Markdown,
            item.Block(behaviour["feedbackOnWrong"]).Markdown
        );
        return question;
    }

    /// <summary>Reports parts of an item that are lost for the same reason.</summary>
    public static void Many(H5pItem item, int count, string what, string why)
    {
        if (count > 0)
            item.Lost(count == 1 ? $"one {what}" : $"{count} times a {what}", why);
    }
}
