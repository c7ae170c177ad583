using Protect.Scorm.Importing.Html;

namespace Protect.Scorm.Importing.Moodle;

/// <summary>Reads the kinds of questions of Moodle whose answers are elements.</summary>
internal static class MoodleKinds
{
    private const int LongestAnswer = 100;

    /// <summary>Multiple choice with one or several answers.</summary>
    public static DraftNode? Choice(MoodleItem item)
    {
        bool isSingle = item.Flag("single", otherwise: true);
        XmlItem[] answers = [.. item.Element.All("answer")];
        ItemText[] texts = [.. answers.Select(item.Line)],
            comments = [.. answers.Select(answer => item.Block(answer["feedback"]))];
        ForeignOption[] options =
        [
            .. answers.Select(
                (answer, at) =>
                    new ForeignOption(texts[at].Markdown, MoodleItem.Fraction(answer), comments[at].Markdown)
            ),
        ];
        if (isSingle && options.Length > 0 && options.All(option => option.Weight < 100))
        {
            decimal best = options.Max(option => option.Weight);
            if (best <= 0)
            {
                item.Refuse("no option is right");
                return null;
            }
            options = [.. options.Select(option => option.Weight == best ? option with { Weight = 100 } : option)];
            item.Changed($"the best option with {best:0.#} %", "the right one");
        }
        DraftNode question = item.Start(isSingle ? "single-choice" : "multiple-choice");
        item.Ask(question, item.Parts(item.Element["questiontext"]));
        if (isSingle)
            item.Questions.Single(question, options);
        else
            item.Questions.Multiple(question, options);
        if (question["options"] is DraftList list)
            foreach (DraftNode option in list.Items.OfType<DraftNode>())
            {
                int at = Array.FindIndex(texts, text => text.Markdown == option.Text("text"));
                if (at < 0)
                    continue;
                item.Pictured(option, "picture", texts[at]);
                if (option["feedback"] is not null)
                    item.Pictured(option, "feedback_picture", comments[at]);
            }
        if (item.Flag("shuffleanswers"))
            question.Set("shuffle", true);
        item.Feedback(question);
        return question;
    }

    /// <summary>True or false. Answers with other words are in the order true, false, as Moodle assumes.</summary>
    public static DraftNode? TrueFalse(MoodleItem item)
    {
        XmlItem[] answers = [.. item.Element.All("answer")];
        if (answers.Length < 2)
        {
            item.Refuse("it has less than two answers");
            return null;
        }
        string Words(XmlItem answer) => (answer["text"]?.Text ?? "").Trim();
        bool isNamed = answers.Take(2).All(answer => Words(answer) is "true" or "false");
        XmlItem yes = isNamed ? answers.FirstOrDefault(answer => Words(answer) == "true") ?? answers[0] : answers[0],
            no = isNamed ? answers.FirstOrDefault(answer => Words(answer) == "false") ?? answers[1] : answers[1];
        if (!isNamed)
            item.Changed(
                $"the answers “{LossReport.Short(Words(yes))}” and “{LossReport.Short(Words(no))}”",
                "true and false, in this order"
            );
        DraftNode question = item.Start("true-false");
        item.Ask(question, item.Parts(item.Element["questiontext"]));
        bool isTrue = MoodleItem.Fraction(yes) >= 100;
        question.Set("answer", isTrue);
        ItemText right = item.Block((isTrue ? yes : no)["feedback"]),
            wrong = item.Block((isTrue ? no : yes)["feedback"]);
        item.Feedback(question, right, wrong);
        return question;
    }

    /// <summary>A short answer: a gap to type in.</summary>
    public static DraftNode? Typed(MoodleItem item)
    {
        DraftNode question = item.Start("gap-fill");
        item.Ask(question, item.Parts(item.Element["questiontext"]));
        bool isExact = item.Flag("usecase");
        ForeignOption[] answers =
        [
            .. item
                .Element.All("answer")
                .Select(answer => new ForeignOption(
                    System.Net.WebUtility.HtmlDecode((answer["text"]?.Text ?? "").Trim()),
                    MoodleItem.Fraction(answer),
                    item.Block(answer["feedback"]).Markdown
                )),
        ];
        foreach (ForeignOption answer in answers.Where(answer => answer.Text.Length > LongestAnswer))
            item.Lost(
                $"the answer “{LossReport.Short(answer.Text)}”",
                $"an answer to type has at most {LongestAnswer} characters"
            );
        (string right, string wrong) = item.Questions.Typed(
            question,
            [.. answers.Where(answer => answer.Text.Length is > 0 and <= LongestAnswer)]
        );
        if (!HasAnswers(question))
        {
            item.Refuse("none of its answers gets all points without a wildcard");
            return null;
        }
        if (isExact)
            question.Set("exact", true);
        item.Feedback(question, new ItemText(right, []), new ItemText(wrong, []));
        return question;
    }

    private static bool HasAnswers(DraftNode question) =>
        question["gaps"] is DraftList { Items: [DraftNode gap] } && gap["accept"] is not null;

    /// <summary>A number with a tolerance and a unit.</summary>
    public static DraftNode? Number(MoodleItem item)
    {
        XmlItem[] answers = [.. item.Element.All("answer")];
        string Words(XmlItem answer) => (answer["text"]?.Text ?? answer.Text).Trim();
        XmlItem? right = answers.FirstOrDefault(answer => MoodleItem.Fraction(answer) >= 100);
        if (right is null || MoodleItem.Number(Words(right)) is not { } number)
        {
            item.Refuse(right is null ? "no answer gets all points" : $"“{LossReport.Short(Words(right))}” is no number");
            return null;
        }
        XmlItem? other = answers.FirstOrDefault(answer => answer != right && Words(answer) == "*");
        foreach (XmlItem lost in answers.Where(answer => answer != right && answer != other))
            item.Lost(
                $"the answer {LossReport.Short(Words(lost))} ({MoodleItem.Fraction(lost):0.#} %)",
                "a number to type has one right value"
            );
        DraftNode question = item.Start("numeric");
        item.Ask(question, item.Parts(item.Element["questiontext"]));
        decimal tolerance = MoodleItem.Number(right["tolerance"]?.Text) ?? 0;
        if (!item.Questions.Number(question, number, tolerance))
        {
            item.Refuse($"the number {LossReport.Short(Words(right))} is too large or too exact to type");
            return null;
        }
        XmlItem[] units = [.. item.Element["units"]?.All("unit") ?? []];
        XmlItem? unit =
            units.FirstOrDefault(one => MoodleItem.Number(one["multiplier"]?.Text) is null or 1) ?? units.FirstOrDefault();
        string unitName = MarkdownText.Plain(unit?["unit_name"]?.Text ?? "", 30);
        question.Set("unit", unitName);
        foreach (XmlItem one in units.Where(one => one != unit))
            item.Lost(
                $"the unit “{LossReport.Short(one["unit_name"]?.Text ?? "")}”",
                "a number to type has one unit, which is shown"
            );
        item.Feedback(question, item.Block(right["feedback"]), item.Block(other?["feedback"]));
        return question;
    }

    /// <summary>Matching: an answer without a question is a distractor.</summary>
    public static DraftNode? Matching(MoodleItem item)
    {
        DraftNode question = item.Start("matching");
        item.Ask(question, item.Parts(item.Element["questiontext"]));
        XmlItem[] subs = [.. item.Element.All("subquestion")];
        ItemText[] texts = [.. subs.Select(item.Line)];
        (string Item, string Match)[] pairs =
        [
            .. subs.Select((sub, at) => (texts[at].Markdown, Escaped(sub["answer"]?["text"]?.Text)))
                .Where(pair => pair.Item2.Length > 0),
        ];
        if (!pairs.Any(pair => pair.Item.Length > 0))
        {
            item.Refuse("it has no pairs");
            return null;
        }
        DraftQuestions.Matching(question, pairs);
        if (question["pairs"] is DraftList list)
            foreach (DraftNode pair in list.Items.OfType<DraftNode>())
                if (Array.Find(texts, text => text.Markdown == pair.Text("item")) is { } text)
                    item.Pictured(pair, "picture", text);
        item.Feedback(question);
        return question;
    }

    /// <summary>Ordering: the answers in the right order.</summary>
    public static DraftNode? Ordering(MoodleItem item)
    {
        DraftNode question = item.Start("ordering");
        item.Ask(question, item.Parts(item.Element["questiontext"]));
        ItemText[] items = [.. item.Element.All("answer").Select(item.Line).Where(text => text.Markdown.Length > 0)];
        if (items.Length < 2)
        {
            item.Refuse("it has less than two items");
            return null;
        }
        if (items.Any(text => text.Pictures.Count > 0))
            item.Lost("the pictures of the items", "an item to order is text");
        question.Set("items", DraftValue.Texts(items.Select(text => text.Markdown)));
        if (item.Words("gradingtype") is { Length: > 0 } grading && grading != "ALL_OR_NOTHING")
            item.Changed("the points for partly right orders", "those of “credit:” of the assessment");
        item.Feedback(question);
        return question;
    }

    /// <summary>An essay: a question for private reflection.</summary>
    public static DraftNode Essay(MoodleItem item)
    {
        DraftNode block = item.Start("reflection").Set("title", MarkdownText.Plain(item.Name, 120));
        List<HtmlPart> parts = item.Parts(item.Element["questiontext"]);
        string prompt = string.Join("\n\n", parts.OfType<TextPart>().Select(part => part.Markdown));
        block.Set("prompt", prompt.Length > 0 ? prompt : MarkdownText.EscapeStart(MarkdownText.Escape(item.Name)));
        foreach (BlockPart part in parts.OfType<BlockPart>())
            item.Lost($"the picture “{part.Node.Text("src")}”", "a question for reflection has none");
        block.Set("answer", item.Block(item.Element["generalfeedback"]).Markdown);
        item.Changed("an essay that a teacher marks", "a question for private reflection, which nobody sees or marks");
        if (HtmlReader.Plain(item.Element["graderinfo"]?["text"]?.Text ?? "").Length > 0)
            item.Lost("the information for graders", "nobody marks a reflection");
        if (HtmlReader.Plain(item.Element["responsetemplate"]?["text"]?.Text ?? "").Length > 0)
            item.Lost("the template of the response", "a reflection starts empty");
        return block;
    }

    private static string Escaped(string? text) =>
        MarkdownText.EscapeStart(
            MarkdownText.Escape(System.Net.WebUtility.HtmlDecode(text ?? "")).Trim()
        );
}
