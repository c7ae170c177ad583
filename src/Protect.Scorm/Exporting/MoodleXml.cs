using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Exporting;

/// <summary>
/// Writes the questions of a course as Moodle XML, as question/format/xml/format.php of Moodle 4.5 reads it. Each
/// module is a category.
/// </summary>
internal sealed class MoodleXml(ExportCourse course, DiagnosticBag bag)
{
    private const string PartMarks = "ABSOLUTE_POSITION";

    private readonly ExportPictures _pictures = new(course.Folder);

    /// <summary>Returns the file; null when no question can be exported.</summary>
    public byte[]? Write()
    {
        var elements = new List<XElement>();
        bool any = false;
        foreach (IGrouping<Module, PlacedQuestion> module in course.Questions.GroupBy(item => item.Module))
        {
            XElement[] questions = [.. module.Select(QuestionOf).OfType<XElement>()];
            if (questions.Length == 0)
                continue;
            any = true;
            elements.Add(CategoryOf(module.Key));
            elements.AddRange(questions);
        }
        return any ? Bytes(new XElement("quiz", elements)) : null;
    }

    private static byte[] Bytes(XElement root)
    {
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
        };
        using (var writer = XmlWriter.Create(bytes, settings))
            new XDocument(new XDeclaration("1.0", "UTF-8", null), root).WriteTo(writer);
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private XElement CategoryOf(Module module) =>
        new(
            "question",
            new XAttribute("type", "category"),
            MoodleText.Words("category", MoodleCategory.Of(course.Course, module)),
            new XElement("idnumber", module.Id.Value)
        );

    private XElement? QuestionOf(PlacedQuestion placed)
    {
        Question question = placed.Question;
        if (TooMany(question) || !FormatTables.MoodleXml.Report(question, bag))
            return null;
        return question switch
        {
            SingleChoice single => ChoiceOf(placed, single.Options, isSingle: true, Text()),
            MultipleChoice multiple => ChoiceOf(placed, multiple.Options, isSingle: false, Text()),
            HotspotChoice hotspots => ChoiceOf(
                placed,
                hotspots.Options,
                hotspots.Areas.Count(area => area.IsCorrect) == 1,
                Text().Add(hotspots.Picture, hotspots.Alt.Value, null)
            ),
            TrueFalse statement => TrueFalseOf(placed, statement),
            Matching matching => MatchingOf(placed, PairsOf(matching), matching.Extra),
            Categorise sorting => MatchingOf(placed, PairsOf(sorting), EmptyCategories(sorting)),
            Ordering ordering => OrderingOf(placed, ordering),
            GapFill gaps => New(placed, "cloze", StemOf(gaps, Text()).Add(MoodleCloze.Write(gaps, course.Texts))),
            Numeric numeric => NumericOf(placed, numeric),
            _ => throw new InvalidOperationException($"Moodle XML has no writer for {question.Slug}."),
        };
    }

    private bool TooMany(Question question)
    {
        if (question is not MultipleChoice { Options: var options })
            return false;
        int right = options.Count(option => option.IsCorrect);
        if (right > MoodleFractions.MostRight)
            bag.Add(
                ExportingRules.QuestionLeftOut,
                question.Id.Span,
                question.Id.Value,
                FormatTables.MoodleXml.Name,
                $"a question with more than {MoodleFractions.MostRight} right options"
            );
        return right > MoodleFractions.MostRight;
    }

    private MoodleText Text() => new(course, _pictures);

    private static MoodleText StemOf(Question question, MoodleText text) =>
        text.Add(question.Core.Blocks).Add(question.Core.Prompt).Add(question.Core.Picture);

    /// <summary>Writes the parts that all kinds share, then those of one kind, then the tags.</summary>
    private XElement New(PlacedQuestion placed, string type, MoodleText stem, params object?[] own)
    {
        Question question = placed.Question;
        return new XElement(
            "question",
            new XAttribute("type", type),
            MoodleText.Words("name", ExportCourse.NameOf(question)),
            stem.Element("questiontext"),
            Text().Add(question.Core.Source).Element("generalfeedback"),
            type == "cloze" ? null : new XElement("defaultgrade", question.Core.Weight?.Value ?? 1),
            new XElement("penalty", "0.3333333"),
            new XElement("hidden", 0),
            new XElement("idnumber", question.Id.Value),
            own,
            new XElement("tags", placed.Tags.Select(tag => MoodleText.Words("tag", tag)))
        );
    }

    private IEnumerable<XElement> CombinedFeedback(Feedback feedback) =>
        [
            Text().Add(feedback.Right).Add(feedback.RightPicture).Element("correctfeedback"),
            Text().Add(feedback.Partly).Add(feedback.PartlyPicture).Element("partiallycorrectfeedback"),
            Text().Add(feedback.Wrong).Add(feedback.WrongPicture).Element("incorrectfeedback"),
        ];

    private static XElement Flag(string name, bool value) => new(name, value ? "true" : "false");

    private XElement ChoiceOf(PlacedQuestion placed, IReadOnlyList<Choice> options, bool isSingle, MoodleText stem)
    {
        Question question = placed.Question;
        stem =
            question is HotspotChoice
                ? stem.Add(question.Core.Blocks).Add(question.Core.Prompt)
                : StemOf(question, stem);
        IReadOnlyList<decimal> fractions = isSingle ? SingleFractions(question, options) : ChoiceShares.Of(options);
        return New(
            placed,
            "multichoice",
            stem,
            Flag("single", isSingle),
            Flag("shuffleanswers", placed.IsShuffled),
            new XElement("answernumbering", "abc"),
            new XElement("showstandardinstruction", 1),
            CombinedFeedback(question.Core.Feedback),
            options.Select(
                (option, index) =>
                    Answer(
                        fractions[index],
                        Text().AddLine(option.Text).Add(option.Picture),
                        Text().Add(option.Feedback).Add(option.FeedbackPicture)
                    )
            )
        );
    }

    private decimal[] SingleFractions(Question question, IReadOnlyList<Choice> options)
    {
        var fractions = new decimal[options.Count];
        for (int index = 0; index < options.Count; index++)
        {
            decimal percent = options[index].IsCorrect ? 100 : (options[index].Credit?.Value ?? 0) * 100;
            fractions[index] = MoodleFractions.Nearest(percent);
            if (Math.Abs(fractions[index] - percent) > 0.01m)
                bag.Add(
                    ExportingRules.PartChanged,
                    options[index].Credit!.Span,
                    question.Id.Value,
                    FormatTables.MoodleXml.Name,
                    $"the credit {options[index].Credit!.Value.ToString(CultureInfo.InvariantCulture)}",
                    $"{MoodleFractions.Write(fractions[index])} %, the nearest share that Moodle knows"
                );
        }
        return fractions;
    }

    private static XElement Answer(decimal fraction, MoodleText text, MoodleText feedback, params object?[] more)
    {
        XElement answer = text.Element("answer", feedback.Element("feedback"), more);
        answer.SetAttributeValue("format", null);
        answer.Add(new XAttribute("fraction", MoodleFractions.Write(fraction)), new XAttribute("format", "html"));
        return answer;
    }

    private static XElement PlainAnswer(decimal fraction, string words, MoodleText feedback, params object?[] more) =>
        new(
            "answer",
            new XAttribute("fraction", MoodleFractions.Write(fraction)),
            new XAttribute("format", "plain_text"),
            new XElement("text", Rendering.Tools.WordXml.Clean(words)),
            feedback.Element("feedback"),
            more
        );

    private XElement TrueFalseOf(PlacedQuestion placed, TrueFalse statement)
    {
        Feedback feedback = statement.Core.Feedback;
        MoodleText Comment(RichText? own, bool isRight) =>
            Text()
                .Add(own, isRight ? feedback.Right : feedback.Wrong)
                .Add(isRight ? feedback.RightPicture : feedback.WrongPicture);
        return New(
            placed,
            "truefalse",
            StemOf(statement, Text()),
            PlainAnswer(statement.Answer ? 100 : 0, "true", Comment(statement.WhenTrue, statement.Answer)),
            PlainAnswer(statement.Answer ? 0 : 100, "false", Comment(statement.WhenFalse, !statement.Answer))
        );
    }

    private IEnumerable<(MoodleText Item, RichText Match)> PairsOf(Matching matching) =>
        matching.Pairs.Select(pair => (Text().AddLine(pair.Item).Add(pair.Picture), pair.Match));

    private IEnumerable<(MoodleText Item, RichText Match)> PairsOf(Categorise sorting) =>
        sorting.Items.Select(item => (Text().AddLine(item.Item), sorting.Categories[item.Categories[0]].Title));

    private static IEnumerable<RichText> EmptyCategories(Categorise sorting) =>
        sorting
            .Categories.Where((_, index) => sorting.Items.All(item => item.Categories[0] != index))
            .Select(category => category.Title);

    private XElement MatchingOf(
        PlacedQuestion placed,
        IEnumerable<(MoodleText Item, RichText Match)> pairs,
        IEnumerable<RichText> extra
    ) =>
        New(
            placed,
            "matching",
            StemOf(placed.Question, Text()),
            Flag("shuffleanswers", true),
            CombinedFeedback(placed.Question.Core.Feedback),
            pairs
                .Concat(extra.Select(match => (Text(), match)))
                .Select(pair =>
                    pair.Item1.Element("subquestion", MoodleText.Words("answer", ExportText.Plain(pair.Item2)))
                )
        );

    private XElement OrderingOf(PlacedQuestion placed, Ordering ordering) =>
        New(
            placed,
            "ordering",
            StemOf(ordering, Text()),
            new XElement("layouttype", "VERTICAL"),
            new XElement("selecttype", "ALL"),
            new XElement("selectcount", ordering.Items.Count),
            new XElement("gradingtype", PartMarks),
            new XElement("showgrading", "SHOW"),
            new XElement("numberingstyle", "none"),
            CombinedFeedback(ordering.Core.Feedback),
            new XElement("shownumcorrect", 0),
            ordering.Items.Select((item, index) => Answer(index + 1, Text().AddLine(item), Text()))
        );

    private XElement NumericOf(PlacedQuestion placed, Numeric numeric)
    {
        Feedback feedback = numeric.Core.Feedback;
        XElement Tolerance(decimal tolerance) => new("tolerance", Number(tolerance));
        return New(
            placed,
            "numerical",
            StemOf(numeric, Text()),
            PlainAnswer(
                100,
                Number(numeric.Answer.Value),
                Text().Add(feedback.Right).Add(feedback.RightPicture),
                Tolerance(numeric.Tolerance?.Value ?? 0)
            ),
            feedback.Wrong is null && feedback.WrongPicture is null
                ? null
                : PlainAnswer(0, "*", Text().Add(feedback.Wrong).Add(feedback.WrongPicture), Tolerance(0)),
            numeric.Unit is { } unit
                ? new XElement(
                    "units",
                    new XElement("unit", new XElement("multiplier", 1), new XElement("unit_name", unit.Value))
                )
                : null,
            new XElement("unitgradingtype", 0),
            new XElement("unitpenalty", "0.1"),
            // 0: the unit may be typed; 3: no unit.
            new XElement("showunits", numeric.Unit is null ? 3 : 0),
            new XElement("unitsleft", 0)
        );
    }

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
