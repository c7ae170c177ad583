using System.Globalization;
using System.Text.RegularExpressions;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Exporting;
using Protect.Scorm.Importing;
using Protect.Scorm.Model;

namespace Protect.Scorm.Tests.Exporting;

/// <summary>
/// Exports questions, imports the file, and compares: all parts that the table of the format keeps must be the same.
/// </summary>
public sealed partial class RoundTripTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (string format in (string[])["MoodleXml", "Gift", "Csv", "Xlsx"])
            {
                all.Add("showcase", format);
                all.Add("protect", format);
                for (int seed = 1; seed <= 3; seed++)
                    all.Add($"random {seed}", format);
            }
            return all;
        }
    }

    private static FormatTable TableOf(ExportFormat format) =>
        format switch
        {
            ExportFormat.MoodleXml => FormatTables.MoodleXml,
            ExportFormat.Gift => FormatTables.Gift,
            _ => FormatTables.Sheet,
        };

    [Theory(DisplayName = "Questions go out and come back the same, but for what the loss reports name")]
    [MemberData(nameof(Cases))]
    public void ComesBack(string name, string formatName)
    {
        ExportFormat format = Enum.Parse<ExportFormat>(formatName);
        (Course course, Exported exported) = Of(name, format);
        PackageFile file = exported.Files[0];
        ImportSource source = ImportSource.OfFile(file.Name, file.Bytes.ToArray());
        Importer importer = Assert.IsType<Importer>(Importers.Of(source));
        ImportPlan plan = new ImportPlanner(
            source,
            importer,
            new ImportOptions { Language = course.Language.Value }
        ).New("back");
        Assert.False(plan.HasErrors, string.Join("\n", plan.Losses.Select(DiagnosticText.Format)));
        Course back = Exports.Read(plan.Files.ToDictionary(item => item.Key, item => item.Value));
        Dictionary<string, Question> arrived = back.Questions.ToDictionary(
            item => item.Question.Id.Value,
            item => item.Question
        );
        string losses = string.Join("\n", plan.Losses.Select(finding => finding.Message));
        var texts = new ExportText(course, new DiagnosticBag());
        var textsBack = new ExportText(back, new DiagnosticBag());
        FormatTable table = TableOf(format);
        var faults = new List<string>();
        foreach ((_, Question question, _) in course.Questions)
        {
            string id = question.Id.Value;
            if (
                exported.Diagnostics.Any(finding =>
                    finding.Rule == ExportingRules.QuestionLeftOut && finding.Message.Contains($"“{id}”")
                )
            )
                continue;
            if (!arrived.TryGetValue(id, out Question? other))
            {
                faults.Add($"{id}: missing");
                continue;
            }
            if (table.Kinds[question.Slug].Kind != FateKind.Kept)
                continue;
            IReadOnlyList<(Feature? Feature, string Name, string Value)> wanted = PartsOf(question, texts),
                found = PartsOf(other, textsBack);
            foreach ((Feature? feature, string part, string value) in wanted)
            {
                if (feature is not null && table.Of(question.Slug, feature).Kind != FateKind.Kept)
                    continue;
                string now = found.FirstOrDefault(item => item.Name == part).Value ?? "(none)";
                if (now != value)
                    faults.Add($"{id}, {part}: {now}\n    instead of: {value}");
            }
        }
        Assert.True(
            faults.Count == 0,
            $"{faults.Count} differences\n"
                + string.Join("\n", faults.Take(12))
                + "\n\n"
                + string.Join("\n", losses.Split('\n').Take(12))
        );
    }

    private static (Course Course, Exported Exported) Of(string name, ExportFormat format)
    {
        if (name.StartsWith("random ", StringComparison.Ordinal))
        {
            Dictionary<string, byte[]> files = RandomQuestions.Course(
                new Random(int.Parse(name[7..], CultureInfo.InvariantCulture)),
                100
            );
            return (Exports.Read(files), Exports.Write(files, format));
        }
        string folder = Repository.At("courses", name);
        return (Exports.Read(folder), Exports.Write(folder, format));
    }

    /// <summary>
    /// Lists the parts of a question, texts as HTML, because the same text can be written in several ways. The source
    /// of an answer may be in the feedback, so feedback is compared only where there is none.
    /// </summary>
    private static List<(Feature? Feature, string Name, string Value)> PartsOf(Question question, ExportText texts)
    {
        string Text(RichText? text) =>
            text is null ? "" : Spaces().Replace(ExportText.Unwrapped(texts.Block(text)), " ").Trim();
        string Plain(RichText text) => ExportText.Plain(text);
        QuestionCore core = question.Core;
        var parts = new List<(Feature?, string, string)>
        {
            (null, "kind", question.Slug),
            (core.Blocks.Count > 0 ? Feature.Blocks : null, "prompt", Text(core.Prompt)),
            (Feature.Difficulty, "difficulty", core.Difficulty?.Value.ToString() ?? ""),
            (Feature.Critical, "critical", core.IsCritical.ToString()),
        };
        parts.Add((Feature.Weight, "weight", (core.Weight?.Value ?? 1).ToString(CultureInfo.InvariantCulture)));
        if (core.Source is null)
        {
            Feature right = question is GapFill { Gaps.Count: > 1 } ? Feature.GapsFeedback : Feature.Right;
            if (core.Feedback.Right is not null)
                parts.Add((right, "right", Text(core.Feedback.Right)));
            if (core.Feedback.Wrong is not null)
                parts.Add((right == Feature.Right ? Feature.Wrong : right, "wrong", Text(core.Feedback.Wrong)));
        }
        switch (question)
        {
            case SingleChoice single:
                parts.Add((null, "options", Options(single.Options)));
                break;
            case MultipleChoice multiple:
                parts.Add((null, "options", Options(multiple.Options)));
                break;
            case TrueFalse statement:
                parts.Add((null, "answer", statement.Answer.ToString()));
                break;
            case Ordering ordering:
                parts.Add((null, "items", string.Join(" / ", ordering.Items.Select(Text))));
                break;
            case Matching matching:
                parts.Add(
                    (
                        Feature.MatchMarkup,
                        "pairs",
                        string.Join(" / ", matching.Pairs.Select(pair => $"{Text(pair.Item)} -> {Plain(pair.Match)}"))
                    )
                );
                parts.Add((Feature.Extra, "extra", string.Join(" / ", matching.Extra.Select(Plain))));
                break;
            case Numeric numeric:
                parts.Add((null, "answer", $"{numeric.Answer.Value:0.###} ± {numeric.Tolerance?.Value ?? 0:0.###}"));
                break;
            case GapFill gaps:
                parts.Add(
                    (
                        null,
                        "gaps",
                        string.Join(
                            " / ",
                            gaps.Gaps.Select(gap =>
                                string.Join('|', gap.Accept.Select(word => word.Value))
                                + "~"
                                + string.Join('|', gap.Wrong.Select(word => word.Value))
                            )
                        )
                    )
                );
                break;
        }
        return parts;

        // In a sheet, right options come first.
        string Options(IReadOnlyList<Choice> options) =>
            string.Join(
                " / ",
                options
                    .Select(option => $"{(option.IsCorrect ? "+" : "-")} {Text(option.Text)}")
                    .Order(StringComparer.Ordinal)
            );
    }

    // A line break inside a paragraph is a space.
    [GeneratedRegex("[ \n]+")]
    private static partial Regex Spaces();
}
