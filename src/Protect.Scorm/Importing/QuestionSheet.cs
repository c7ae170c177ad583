using System.Globalization;
using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Reporting;

namespace Protect.Scorm.Importing;

/// <summary>
/// Reads questions from a table, CSV or XLSX: one row per question, the columns of <see cref="SheetColumn"/> in any
/// order.
/// </summary>
internal sealed partial class QuestionSheet
{
    private readonly ImportSource _source;
    private readonly LossReport _losses;
    private readonly QuestionCategories _questions;
    private readonly Dictionary<(string Name, int Number), int> _columns = [];

    private QuestionSheet(ImportSource source, LossReport losses) =>
        (_source, _losses, _questions) = (source, losses, new QuestionCategories(source.Name));

    /// <summary>Returns true for a table whose heading has a prompt and answers.</summary>
    public static bool IsCsv(ImportSource source) =>
        source.Extension is ".csv" or ".tsv"
        || (source.Text is { } file && Heading().IsMatch(file.Line(1)) && file.Line(1).AsSpan().IndexOfAny(";,\t") > 0);

    /// <summary>Returns true for a workbook.</summary>
    public static bool IsXlsx(ImportSource source) =>
        source.IsZip
        && (source.Extension is ".xlsx" or ".xlsm" || source.Bytes.AsSpan().IndexOf("xl/workbook.xml"u8) >= 0);

    /// <summary>Reads a CSV file.</summary>
    public static ImportResult ReadCsv(ImportSource source, ImportOptions options)
    {
        if (source.Text is not { } file)
            return ImportResult.Failed(
                source,
                ImportingRules.Unreadable,
                "it is not UTF-8 text; save it as “CSV UTF-8”"
            );
        if (CsvTable.Read(file.Text, out (int Line, string Reason) why, ImportLimits.MostItems, 32_767) is not { } rows)
        {
            var losses = new LossReport();
            losses.Add(ImportingRules.Unreadable, file.At(why.Line, 1), source.Path, why.Reason.TrimEnd('.'));
            return new ImportResult(new DraftCourse(), losses.All);
        }
        return new QuestionSheet(source, new LossReport()).Read(rows);
    }

    /// <summary>Reads the first sheet of a workbook.</summary>
    public static ImportResult ReadXlsx(ImportSource source, ImportOptions options)
    {
        var losses = new LossReport();
        return XlsxTable.Read(source, losses) is { } rows
            ? new QuestionSheet(source, losses).Read(rows)
            : new ImportResult(new DraftCourse(), losses.All);
    }

    private ImportResult Read(IReadOnlyList<CsvRow> rows)
    {
        if (rows.Count == 0)
            return _questions.Result(_source, _losses);
        for (int column = 0; column < rows[0].Cells.Count; column++)
        {
            if (rows[0][column].Length == 0)
                continue;
            if (SheetColumn.Of(rows[0][column]) is not var (known, number))
                _losses.Add(
                    ImportingRules.PartLost,
                    Place(rows[0]),
                    "heading",
                    $"the column “{LossReport.Short(rows[0][column])}”",
                    "no column of a question sheet has this heading"
                );
            else if (!_columns.TryAdd((known.Name, number), column))
                _losses.Add(
                    ImportingRules.PartLost,
                    Place(rows[0]),
                    "heading",
                    $"the second column “{LossReport.Short(rows[0][column])}”",
                    "one is enough"
                );
        }
        if (!_columns.ContainsKey(("prompt", 1)))
        {
            _losses.Add(
                ImportingRules.Unreadable,
                Place(rows[0]),
                _source.Path,
                "its first row has no heading “prompt”; “protect-scorm new --sheet questions.csv” writes a template"
            );
            return new ImportResult(new DraftCourse(), _losses.All);
        }
        foreach (CsvRow row in rows.Skip(1))
            Question(row);
        return _questions.Result(_source, _losses);
    }

    private void Question(CsvRow row)
    {
        SourceSpan place = Place(row);
        string prompt = Of(row, "prompt"),
            item = prompt.Length > 0 ? prompt : $"row {row.Line}";
        if (prompt.Length == 0)
        {
            _losses.Add(ImportingRules.ItemLost, place, item, "the cell “prompt” is empty");
            return;
        }
        string[] right = Numbered(row, "right"),
            wrong = Numbered(row, "wrong");
        string kind = KindOf(Of(row, "kind"), right);
        var make = new DraftQuestions(item, place, _losses);
        string id = Of(row, "id");
        DraftNode question = make.Start(kind, id.Length > 0 ? id : null, Markdown(prompt, false));
        if (Answers(question, make, row, right, wrong) is { } why)
        {
            _losses.Add(ImportingRules.ItemLost, place, item, why);
            return;
        }
        DraftQuestions.Feedback(
            question,
            Markdown(Of(row, "feedback right"), false),
            Markdown(Of(row, "feedback wrong"), false)
        );
        question.Set("source", Markdown(Of(row, "source"), false));
        Choose(question, row, item, place);
        _questions.Open(Of(row, "module").Replace("/", "//", StringComparison.Ordinal));
        _questions.Add(question, Of(row, "tags").Split(',', ';'));
    }

    /// <summary>Adds the answers; returns why that is impossible, or null.</summary>
    private string? Answers(DraftNode question, DraftQuestions make, CsvRow row, string[] right, string[] wrong)
    {
        if (right.Length == 0)
            return "no cell “right” has an answer";
        switch (question.Type)
        {
            case "single-choice" or "multiple-choice":
                ForeignOption[] options =
                [
                    .. right.Select(text => new ForeignOption(Markdown(text, true), 100, "")),
                    .. wrong.Select(text => new ForeignOption(Markdown(text, true), 0, "")),
                ];
                if (question.Type == "single-choice")
                    make.Single(question, options);
                else
                    make.Multiple(question, options);
                // The sheet lists right answers first.
                question.Set("shuffle", true);
                return options.Length < 2 ? "it has fewer than two options" : null;
            case "true-false":
                if (Truth(right[0]) is not { } truth)
                    return $"“{LossReport.Short(right[0])}” is neither true nor false";
                question.Set("answer", truth);
                return null;
            case "ordering":
                question.Set("items", DraftValue.Texts(right.Select(text => Markdown(text, true))));
                return right.Length < 2 ? "it has fewer than two items" : null;
            case "numeric":
                if (Number(right[0]) is not { } number)
                    return $"“{LossReport.Short(right[0])}” is no number";
                string slip = Of(row, "tolerance");
                if (slip.Length > 0 && Number(slip) is null)
                    return $"the tolerance “{LossReport.Short(slip)}” is no number";
                bool fits = make.Number(question, number, Number(slip) ?? 0);
                question.Set("unit", DraftMarkdown.Clean(Of(row, "unit")));
                return fits ? null : $"“{LossReport.Short(right[0])}” is too large or too precise";
            case "matching":
                List<(string, string)> pairs =
                [
                    .. right.Select(Pair),
                    .. wrong.Select(text => ("", Markdown(text, true))),
                ];
                DraftQuestions.Matching(question, pairs);
                return right.All(text => text.Contains("->", StringComparison.Ordinal))
                    ? null
                    : "an answer has no “->” between item and match";
            case "categorise":
                if (!right.All(text => text.Contains("->", StringComparison.Ordinal)))
                    return "an answer has no “->” between item and category";
                question.Set(
                    "categories",
                    DraftValue.List(
                        right
                            .Select(Pair)
                            .GroupBy(pair => pair.Right)
                            .Select(group =>
                                (DraftValue)
                                    new DraftNode()
                                        .Set("title", group.Key)
                                        .Set("items", DraftValue.Texts(group.Select(pair => pair.Left)))
                            )
                    )
                );
                return null;
            case "gap-fill":
                string text = Of(row, "text");
                question.Set("text", text.Length > 0 ? Markdown(text, false) : "[[1]]");
                question.Set(
                    "gaps",
                    DraftValue.List(
                        right.Select(
                            (answers, index) =>
                                (DraftValue)
                                    new DraftNode()
                                        .Set("name", $"{index + 1}")
                                        .Set("accept", DraftValue.Texts(Alternatives(answers)))
                                        .Set("wrong", index == 0 ? DraftValue.Texts(wrong) : null)
                        )
                    )
                );
                return null;
            default:
                return $"there is no kind “{LossReport.Short(question.Type ?? "")}” in a question sheet";
        }
    }

    /// <summary>Adds what an assessment uses to choose and to mark.</summary>
    private void Choose(DraftNode question, CsvRow row, string item, SourceSpan place)
    {
        string weight = Of(row, "weight"),
            difficulty = Of(row, "difficulty").ToLowerInvariant();
        if (weight.Length > 0 && Number(weight) is >= 1 and <= 100 and var points && points == Math.Round(points))
            question.Set("weight", (int)points);
        else if (weight.Length > 0)
            _losses.Add(
                ImportingRules.PartLost,
                place,
                item,
                $"the weight “{LossReport.Short(weight)}”",
                "a weight is a whole number from 1 to 100"
            );
        if (Truth(Of(row, "critical")) is true)
            question.Set("critical", true);
        if (difficulty is "easy" or "medium" or "hard")
            question.Set("difficulty", difficulty);
        else if (difficulty.Length > 0)
            _losses.Add(
                ImportingRules.PartLost,
                place,
                item,
                $"the difficulty “{LossReport.Short(difficulty)}”",
                "it is easy, medium or hard"
            );
    }

    private static string KindOf(string written, string[] right)
    {
        string kind = written.Trim().ToLowerInvariant().Replace(' ', '-');
        return kind switch
        {
            "" => right.Length > 1 ? "multiple-choice" : "single-choice",
            "single" or "choice" => "single-choice",
            "multiple" or "multi" => "multiple-choice",
            "true/false" or "truefalse" or "true-or-false" => "true-false",
            "gap" or "gaps" or "short-answer" => "gap-fill",
            "number" or "numerical" => "numeric",
            "categorize" or "sorting" => "categorise",
            "order" => "ordering",
            "match" => "matching",
            _ => kind,
        };
    }

    private static string[] Alternatives(string answers) =>
        [
            .. answers
                .Split('|')
                .Select(word => DraftMarkdown.Clean(word).Replace('\n', ' ').Trim())
                .Where(word => word.Length > 0),
        ];

    private (string Left, string Right) Pair(string text)
    {
        int arrow = text.IndexOf("->", StringComparison.Ordinal);
        return arrow < 0
            ? (Markdown(text, true), "")
            : (Markdown(text[..arrow], true), Markdown(text[(arrow + 2)..], true));
    }

    private static bool? Truth(string text) =>
        text.Trim().ToLowerInvariant() switch
        {
            "true" or "t" or "yes" or "y" or "x" or "1" => true,
            "false" or "f" or "no" or "n" or "0" => false,
            _ => null,
        };

    // Spreadsheets of many countries write a comma before decimals.
    private static decimal? Number(string text) =>
        decimal.TryParse(
            text.Trim().Count(letter => letter is ',' or '.') == 1 ? text.Trim().Replace(',', '.') : text.Trim(),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out decimal number
        )
        && Math.Abs(number) < 1_000_000_000
            ? number
            : null;

    private static string Markdown(string text, bool isLine)
    {
        string clean = DraftMarkdown.Clean(text.Replace("\r\n", "\n")).Trim();
        if (isLine)
            clean = clean.Replace('\n', ' ');
        return DraftMarkdown.IsSound(clean, isLine) ? clean
            : isLine ? DraftMarkdown.OneLine(clean)
            : DraftMarkdown.Plain(clean);
    }

    private string Of(CsvRow row, string name) => _columns.TryGetValue((name, 1), out int column) ? row[column] : "";

    private string[] Numbered(CsvRow row, string name) =>
        [
            .. _columns
                .Where(column => column.Key.Name == name)
                .OrderBy(column => column.Key.Number)
                .Select(column => row[column.Value])
                .Where(text => text.Length > 0),
        ];

    private SourceSpan Place(CsvRow row) => (_source.Text ?? SourceFile.WithoutText(_source.Path)).At(row.Line, 1);

    [GeneratedRegex(@"(?i)(?:^|[;,\t""\s])prompt(?:$|[;,\t""\s])")]
    private static partial Regex Heading();
}
