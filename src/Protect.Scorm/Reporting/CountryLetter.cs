using System.Globalization;
using System.Text;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Model;
using Protect.Scorm.Rendering;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reporting;

/// <summary>Letter that asks one person to check a country: a page to print and a table to fill in.</summary>
/// <param name="Document">The page.</param>
/// <param name="Table">The table, as CSV.</param>
/// <param name="Name">The name of both files, without an ending.</param>
internal sealed record CountryLetter(string Document, string Table, string Name)
{
    /// <summary>Names of the columns of the table.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["entry", "field", "what", "now", "answer", "new", "from"];

    private const string Style =
        "body{font:1rem/1.45 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}"
        + "table{border-collapse:collapse;width:100%}th,td{border:1px solid #888;padding:.4rem;text-align:start;"
        + "vertical-align:top;overflow-wrap:anywhere}th{background:#eee}td.answer{width:5rem}td.new{width:11rem}"
        + "td.from{width:14rem;font-size:.85rem}tr{break-inside:avoid}.line{border-block-end:1px solid;min-height:2rem}"
        + "@media print{body{margin:0;max-width:none}}";

    /// <summary>Writes the letter; null when course or country cannot be read (reported).</summary>
    /// <param name="source">The folder of the course.</param>
    /// <param name="code">ISO 3166-1 alpha-2, one of the course's countries.</param>
    /// <param name="bag">Receives the diagnostics.</param>
    public static CountryLetter? Write(CourseSource source, string code, DiagnosticBag bag)
    {
        if (
            source.Read(bag) is not { CountryNeeds: not null } course
            || source.Country(code, bag) is not { } country
            || source.Yaml.Read(source.Folder, CountryQuestions.PathOf(code), bag) is not YamlMap file
            || bag.HasErrors
        )
            return null;
        CountryLetterTexts texts = CountryLetterTexts.For(code);
        IReadOnlyList<CountryQuestion> questions = CountryQuestions.Of(source, course, file, texts.Language);
        string name = $"{course.Id.Value}-{code}-questions";
        return new CountryLetter(
            Page(course, country, questions, texts, name),
            CsvTable.Write([Columns, .. Head(code, texts), .. questions.Select(question => Row(question, texts))]),
            name
        );
    }

    private static IEnumerable<IReadOnlyList<string>> Head(string code, CountryLetterTexts texts) =>
        [
            ["letter", "country", "", code, "", "", ""],
            ["letter", "date", texts.Date, "", "", "", ""],
            ["letter", "role", texts.Role, "", "", "", ""],
        ];

    private static IReadOnlyList<string> Row(CountryQuestion question, CountryLetterTexts texts) =>
        [
            question.Entry,
            question.Field,
            $"{question.Slot}: {CountryQuestions.LabelOf(question.Field, texts)}",
            question.Now,
            "",
            "",
            question.IsNew ? texts.Missing : question.From,
        ];

    private static string Page(
        Course course,
        Country country,
        IReadOnlyList<CountryQuestion> questions,
        CountryLetterTexts texts,
        string name
    )
    {
        string title = Format(texts.Title, country.NameIn(texts.Language).Value);
        var page = new StringBuilder(
            $"""
            <!doctype html>
            <html lang="{texts.Language}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Html.Encode(title)}</title>
            <style>{Style}</style>
            </head>
            <body>
            <h1>{Html.Encode(title)}</h1>
            <p>{Html.Encode(Format(texts.Intro, course.Title.Value))}</p>
            <ol>

            """
        );
        foreach (string step in texts.Steps)
            page.Append($"<li>{Html.Encode(Format(step, name + ".csv"))}</li>\n");
        page.Append($"</ol>\n<p class=\"line\">{Html.Encode(texts.Date)}:</p>\n");
        page.Append($"<p class=\"line\">{Html.Encode(texts.Role)}:</p>\n");
        foreach (IGrouping<string, CountryQuestion> entry in questions.GroupBy(question => question.Entry))
        {
            CountryQuestion first = entry.First();
            string number = entry.Key[(entry.Key.LastIndexOf('.') + 1)..];
            page.Append($"<h2>{Html.Encode(first.Slot)}{(first.IsNew ? "" : $" ({Html.Encode(number)})")}</h2>\n");
            page.Append($"<p>{Html.Encode(first.IsNew ? texts.Missing : $"{texts.From}: {first.From}")}</p>\n");
            page.Append(
                $"<table>\n<tr><th>{Html.Encode(texts.What)}</th><th>{Html.Encode(texts.Now)}</th>"
                    + $"<th>{Html.Encode(texts.Answer)}</th><th>{Html.Encode(texts.New)}</th></tr>\n"
            );
            foreach (CountryQuestion question in entry)
            {
                string label = CountryQuestions.LabelOf(question.Field, texts);
                page.Append(
                    $"<tr><th>{Html.Encode(label)}</th><td>{Html.Encode(question.Now)}</td>"
                        + "<td class=\"answer\"></td><td class=\"new\"></td></tr>\n"
                );
            }
            page.Append("</table>\n");
        }
        return page.Append("</body>\n</html>\n").ToString().ReplaceLineEndings("\n");
    }

    private static string Format(string text, string value) => string.Format(CultureInfo.InvariantCulture, text, value);
}
