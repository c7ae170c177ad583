using System.Globalization;
using System.Text;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Importing;
using Protect.Scorm.Model;
using Protect.Scorm.Reporting;

namespace Protect.Scorm.Exporting;

/// <summary>
/// Writes the questions of a course as a question sheet: one row per question, the columns of imports.
/// </summary>
internal sealed class SheetExport(ExportCourse course, DiagnosticBag bag)
{
    /// <summary>Returns the sheet as CSV; null when no question can be exported.</summary>
    public byte[]? Csv() => Rows() is { } rows ? Encoding.UTF8.GetBytes(CsvTable.Write(rows)) : null;

    /// <summary>Returns the sheet as a workbook; null when no question can be exported.</summary>
    public byte[]? Xlsx() => Rows() is { } rows ? XlsxTable.Write("questions", rows) : null;

    private List<IReadOnlyList<string>>? Rows()
    {
        SheetRow[] rows = [.. course.Questions.Select(RowOf).OfType<SheetRow>()];
        if (rows.Length == 0)
            return null;
        IReadOnlyList<string> headings = SheetColumn.Headings(
            rows.Max(row => row.Right.Count),
            Math.Max(1, rows.Max(row => row.Wrong.Count))
        );
        return [headings, .. rows.Select(row => (IReadOnlyList<string>)[.. headings.Select(row.Cell)])];
    }

    /// <summary>Cells of a row: numbered ones as lists, others by heading.</summary>
    private sealed record SheetRow(
        IReadOnlyList<string> Right,
        IReadOnlyList<string> Wrong,
        Dictionary<string, string> Cells
    )
    {
        public string Cell(string heading) =>
            heading.StartsWith("right ", StringComparison.Ordinal) ? At(Right, heading[6..])
            : heading.StartsWith("wrong ", StringComparison.Ordinal) ? At(Wrong, heading[6..])
            : Cells.GetValueOrDefault(heading, "");

        private static string At(IReadOnlyList<string> cells, string number) =>
            int.Parse(number, CultureInfo.InvariantCulture) is var at && at <= cells.Count ? cells[at - 1] : "";
    }

    private SheetRow? RowOf(PlacedQuestion placed)
    {
        Question question = placed.Question;
        if (!CanHold(question) || !FormatTables.Sheet.Report(question, bag))
            return null;
        QuestionCore core = question.Core;
        (IEnumerable<string> right, IEnumerable<string> wrong) = question switch
        {
            SingleChoice single => Options(single.Options),
            MultipleChoice multiple => Options(multiple.Options),
            TrueFalse statement => ([statement.Answer ? "true" : "false"], []),
            Matching matching => (
                matching.Pairs.Select(pair => $"{Line(pair.Item)} -> {Line(pair.Match)}"),
                matching.Extra.Select(Line)
            ),
            Categorise sorting => (
                sorting.Items.Select(item =>
                    $"{Line(item.Item)} -> {Line(sorting.Categories[item.Categories[0]].Title)}"
                ),
                []
            ),
            Ordering ordering => (ordering.Items.Select(Line), []),
            GapFill gaps => (
                InTextOrder(gaps).Select(gap => string.Join(" | ", gap.Accept.Select(word => word.Value))),
                InTextOrder(gaps)[0].Wrong.Select(word => word.Value)
            ),
            Numeric numeric => ([Number(numeric.Answer.Value)], []),
            _ => throw new InvalidOperationException($"A question sheet has no row for {question.Slug}."),
        };
        return new SheetRow(
            [.. right],
            [.. wrong],
            new Dictionary<string, string>
            {
                ["kind"] = question.Slug,
                ["id"] = question.Id.Value,
                ["module"] = placed.Module.Title.Value,
                ["prompt"] = Text(core.Prompt),
                ["text"] = question is GapFill own ? Numbered(own) : "",
                ["tolerance"] = question is Numeric { Tolerance: { } slip } ? Number(slip.Value) : "",
                ["unit"] = (question as Numeric)?.Unit?.Value ?? "",
                ["feedback right"] = Text(core.Feedback.Right),
                ["feedback wrong"] = Text(core.Feedback.Wrong),
                ["tags"] = string.Join(", ", core.Tags.Select(tag => tag.Value)),
                ["difficulty"] = core.Difficulty?.Value.ToString().ToLowerInvariant() ?? "",
                ["weight"] = core.Weight is { } weight ? weight.Value.ToString(CultureInfo.InvariantCulture) : "",
                ["critical"] = core.IsCritical ? "yes" : "",
                ["source"] = Text(core.Source),
            }
        );
    }

    /// <summary>Reports and refuses what the cells of a row have no way to write.</summary>
    private bool CanHold(Question question)
    {
        string? what = question switch
        {
            GapFill gaps when InTextOrder(gaps).Skip(1).Any(gap => gap.Wrong.Count > 0) =>
                "words to choose from in a gap after the first",
            GapFill gaps when gaps.Gaps.Any(gap => gap.Accept.Any(word => word.Value.Contains('|'))) =>
                "an answer with “|”",
            Matching matching when matching.Pairs.Any(pair => HasArrow(pair.Item)) => "an item with “->”",
            Categorise sorting when sorting.Items.Any(item => HasArrow(item.Item)) => "an item with “->”",
            _ => null,
        };
        if (what is not null)
            bag.Add(ExportingRules.QuestionLeftOut, question.Id.Span, question.Id.Value, FormatTables.Sheet.Name, what);
        return what is null;
    }

    private static bool HasArrow(RichText text) => text.Markdown.Contains("->", StringComparison.Ordinal);

    private static (IEnumerable<string> Right, IEnumerable<string> Wrong) Options(IReadOnlyList<Choice> options) =>
        (
            options.Where(option => option.IsCorrect).Select(option => Line(option.Text)),
            options.Where(option => !option.IsCorrect).Select(option => Line(option.Text))
        );

    /// <summary>Returns the gaps in the order of the text.</summary>
    private static Gap[] InTextOrder(GapFill question) =>
        [
            .. question.Gaps.OrderBy(gap =>
                question.Text.Markdown.IndexOf($"[[{gap.Name.Value}]]", StringComparison.Ordinal)
            ),
        ];

    private static string Numbered(GapFill question)
    {
        Gap[] gaps = InTextOrder(question);
        return GapFill
            .Places()
            .Replace(
                Text(question.Text),
                place => $"[[{Array.FindIndex(gaps, gap => gap.Name.Value == place.Groups[1].Value) + 1}]]"
            );
    }

    private static string Text(RichText? text) => text?.Markdown.Trim() ?? "";

    private static string Line(RichText text) => text.Markdown.Trim().ReplaceLineEndings(" ");

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
