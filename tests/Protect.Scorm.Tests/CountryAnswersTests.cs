using System.Text;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Model;
using Protect.Scorm.Reporting;

namespace Protect.Scorm.Tests;

/// <summary>The letter that asks a person to check a country, and the answers.</summary>
public sealed class CountryAnswersTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    private readonly CommandLine _command = new();

    public void Dispose() => _command.Dispose();

    private const string Country = """
        # Poland. A draft.
        country: PL
        name: Poland
        language: en
        entries:
          # Anonymous and free.
          - slot: child_helpline
            name: Telefon zaufania dla dzieci i młodzieży
            number: "116 111"
            hours: "24/7"
            note: Look at the hours.
            source:
              title: A page
              publisher: "Somebody; and others"
            checked_on:
            checked_by:
            confidence: verified   # the first one
          - slot: duty
            about: >-
              Everyone must
              report.
            source: {title: The law}
            confidence: known
          - {slot: office, name: "Ośrodek, \"OPS\"", source: {title: A page}, confidence: known}

        """;

    [Fact(
        DisplayName = "The table of a letter comes back unchanged after writing and reading, whatever its values are"
    )]
    public void Table()
    {
        string[][] rows =
        [
            ["=1+1", "+33 1", "-5", "@x", "'x", "''", "0800", "24/7", "a;b", "a\"b", "a\nb", "ąę", ""],
            ["\t=x", "1,2", "\"", "\"\"", ";", "a'", "9:00-20:00", "(0) 12", "x=1", "é", "x", "y", "z"],
        ];
        string text = CsvTable.Write(rows);
        Assert.All(
            text.Split("\r\n").SelectMany(line => line.TrimStart('\uFEFF').Split(';')),
            cell => Assert.DoesNotMatch("\\A\"?[=+@-]", cell)
        );
        foreach (char separator in ";,\t")
        {
            string other = separator == ';' ? text : Rewritten(rows, separator);
            Assert.Equal(
                rows.Select(row => row.Select(cell => cell.Trim('\t', ' '))),
                CsvTable.Read(other, out _)!.Select(row => Enumerable.Range(0, 13).Select(at => row[at].Trim('\t')))
            );
        }
    }

    private static string Rewritten(string[][] rows, char separator) =>
        string.Concat(
            rows.Select(row =>
                string.Join(separator, row.Select(cell => $"\"{CsvTable.Guard(cell).Replace("\"", "\"\"")}\"")) + "\n"
            )
        );

    [Fact(
        DisplayName = "All lines answered “ok” give each entry its date and role, and change nothing else in the file"
    )]
    public void AllRight()
    {
        AnswerResult result = Apply(Answered(_ => ("ok", "")));
        Assert.Empty(result.Faults);
        Assert.Equal((3, 0, 0), (result.Checked, result.Corrected, result.Added));
        string after = Encoding.UTF8.GetString(result.Bytes!);
        Assert.Equal(
            Country
                .Replace(
                    "    checked_on:\n    checked_by:\n",
                    "    checked_on: 2026-11-29\n    checked_by: child protection officer\n"
                )
                .Replace(
                    "    source: {title: The law}\n    confidence: known\n",
                    "    source: {title: The law}\n    confidence: known\n"
                        + "    checked_on: \"2026-11-29\"\n    checked_by: \"child protection officer\"\n"
                )
                .Replace(
                    "confidence: known}\n",
                    "confidence: known, checked_on: \"2026-11-29\", checked_by: \"child protection officer\"}\n"
                ),
            after
        );
        Country country = new CourseSource(Folder(after)).Country("PL", new DiagnosticBag())!;
        Assert.All(country.Entries, entry => Assert.Equal(new DateOnly(2026, 11, 29), entry.Checked));
        // The next letter has the same questions.
        Assert.Equal(Questions(Country).Split('\n').Length, Questions(after).Split('\n').Length);
    }

    [Fact(DisplayName = "Corrected values, missing duties and a service for an empty slot go into the file")]
    public void Corrections()
    {
        AnswerResult result = Apply(
            Answered(row =>
                (row[0], row[1]) switch
                {
                    ("child_helpline.1", "number") => ("", "116 112"),
                    ("child_helpline.1", _) => ("OK", ""),
                    ("duty.1", "about") => ("tak", ""),
                    ("duty.1", "worker") => ("", "Tell the office: \"at once\"."),
                    ("adults.new", "name") => ("", "Linia dla dorosłych"),
                    ("adults.new", "number") => ("", "+48 22 1"),
                    ("adults.new", "source") => ("", "Strona urzędu"),
                    _ => ("", ""),
                }
            )
        );
        Assert.Empty(result.Faults);
        Assert.Equal((2, 2, 1), (result.Checked, result.Corrected, result.Added));
        string after = Encoding.UTF8.GetString(result.Bytes!);
        Assert.Contains("    number: \"116 112\"\n", after);
        Assert.Contains("confidence: verified   # the first one\n", after);
        Country country = new CourseSource(Folder(after)).Country("PL", new DiagnosticBag())!;
        Assert.Equal("Tell the office: \"at once\".", country.Entries[1].Worker!.Markdown);
        CountryEntry added = country.Entries[^1];
        Assert.Equal(
            ("adults", "Linia dla dorosłych", "+48 22 1", "Strona urzędu", "child protection officer"),
            (added.Slot.Value, added.Name!.Value, added.Number!.Value, added.Source.Title.Value, added.CheckedBy!.Value)
        );
        Assert.Null(country.Entries[2].Checked);
    }

    [Fact(
        DisplayName = "A text in the language of the letter is asked too; one in a further language stops a correction"
    )]
    public void Translations()
    {
        string country = Country.Replace(
            "    source: {title: The law}\n",
            "    translations:\n      - {language: pl, about: Każdy musi zgłosić.}\n      - language: fr\n"
                + "        worker: Il faut signaler.\n    source: {title: The law}\n"
        );
        string table = Fill(
            Questions(country),
            row =>
                row[0] != "duty.1" ? ("", "")
                : row[1] == "about.pl" ? ("", "Każdy ma zgłosić.")
                : ("ok", "")
        );
        AnswerResult result = CountryAnswers.Apply(new CourseSource(Folder(country)), table, Today);
        Assert.Empty(result.Faults);
        Assert.Contains("{language: pl, about: Każdy ma zgłosić.}", Encoding.UTF8.GetString(result.Bytes!));
        table = Fill(
            Questions(country),
            row =>
                row[0] != "duty.1" ? ("", "")
                : row[1] == "worker" ? ("", "Zgłosić.")
                : ("ok", "")
        );
        result = CountryAnswers.Apply(new CourseSource(Folder(country)), table, Today);
        Assert.Contains("also has a text in fr", Assert.Single(result.Faults).Message);
        Assert.Null(result.Bytes);
    }

    [Fact(DisplayName = "A service that no longer exists is named and stays unchecked")]
    public void Gone()
    {
        AnswerResult result = Apply(
            Answered(row => row[0] == "child_helpline.1" && row[1] == "name" ? ("gone", "") : ("", ""))
        );
        Assert.Equal(["child_helpline.1"], result.Gone);
        Assert.Null(result.Bytes);
    }

    [Theory(DisplayName = "A line that does not fit is refused with its number, and its entry stays as it was")]
    [InlineData("number", "", "=HYPERLINK(\"http://x\")", "not a phone number")]
    [InlineData("number", "", "call us", "not a phone number")]
    [InlineData("name", "", "=cmd|' /C calc'!A0", "formula")]
    [InlineData("name", "", "@SUM(1)", "formula")]
    [InlineData("name", "", "<script>alert(1)</script>", "< > { }")]
    [InlineData("name", "", "{{ country.duty }}", "< > { }")]
    [InlineData("name", "", "[x](javascript:alert(1))", "link")]
    [InlineData("name", "perhaps", "", "not an answer")]
    [InlineData("name", "ok", "Another", "Keep one")]
    [InlineData("hours", "", "", "no answer")]
    public void Unfit(string field, string answer, string text, string why)
    {
        string table = Answered(row =>
            row[0] != "child_helpline.1" ? ("", "")
            : row[1] == field ? (answer, text)
            : ("ok", "")
        );
        AnswerResult result = Apply(table);
        AnswerFault fault = Assert.Single(result.Faults);
        Assert.Contains(why, fault.Message);
        Assert.Null(result.Bytes);
        if (field != "hours")
            Assert.StartsWith($"child_helpline.1;{field};", table.Split("\r\n")[fault.Line - 1]);
    }

    [Theory(DisplayName = "A hostile or foreign table is refused completely, with the line")]
    [InlineData("entry;", "odd;", "not a table")]
    [InlineData(";PL;", ";FR;", "no file for the country")]
    [InlineData(";PL;", ";../../PL;", "no file for the country")]
    [InlineData("2026-11-29", "2026-12-24", "future")]
    [InlineData("2026-11-29", "yesterday", "date of the check")]
    [InlineData("child protection officer", "", "role")]
    [InlineData("child protection officer", "me@example.org", "role")]
    [InlineData("child protection officer", "=1+1", "role")]
    [InlineData("adults.new;source", "\"adults.new;source", "quotation mark")]
    public void Hostile(string old, string with, string why)
    {
        string table = Answered(_ => ("ok", ""));
        Assert.Contains(old, table);
        AnswerResult result = Apply(table.Replace(old, with));
        Assert.Contains(result.Faults, fault => fault.Message.Contains(why));
        Assert.Null(result.Bytes);
    }

    [Fact(
        DisplayName = "Huge cells, endless rows, unknown entries and values that changed since the letter are refused"
    )]
    public void Limits()
    {
        string table = Answered(_ => ("ok", ""));
        Assert.Contains("longer than", Fault(table.Replace("116 111", new string('1', 5000))));
        Assert.Contains("rows", Fault(table + string.Concat(Enumerable.Repeat("a;b\r\n", 3000))));
        Assert.Contains("nothing to check", Fault(table + "child_helpline.7;name;;x;ok;;\r\n"));
        Assert.Contains("twice", Fault(table + "child_helpline.1;name;;x;ok;;\r\n"));
        Assert.Contains("changed since", Fault(table.Replace("116 111", "116 000")));

        string Fault(string text) => Apply(text).Faults[0].Message;
    }

    [Fact(
        DisplayName = "A letter is in the language of the country, with each entry, its source and its note, escaped"
    )]
    public void Letter()
    {
        var bag = new DiagnosticBag();
        CountryLetter letter = CountryLetter.Write(
            new CourseSource(Folder(Country.Replace("A page", "A <b> page"))),
            "PL",
            bag
        )!;
        Assert.DoesNotContain(bag.Sorted, finding => finding.IsError);
        Assert.Contains("<html lang=\"pl\">", letter.Document);
        Assert.Contains("Prośba o sprawdzenie: Poland", letter.Document);
        Assert.Contains("116 111", letter.Document);
        Assert.Contains("A &lt;b&gt; page, Somebody; and others. Look at the hours.", letter.Document);
        Assert.DoesNotContain("<b>", letter.Document);
        Assert.Equal("spec-PL-questions", letter.Name);
        Assert.All(
            CountryLetterTexts.All,
            texts =>
            {
                Assert.Equal(CountryLetterTexts.All[0].Steps.Count, texts.Steps.Count);
                Assert.Equal(CountryQuestions.Fields, texts.Fields.Keys);
            }
        );
    }

    [Fact(DisplayName = "“check --countries --ask” writes the letter, and “--answers” takes the table back")]
    public void Commands()
    {
        foreach (string path in Folder(Country).Files)
            _command.Write("mine/" + path, Encoding.UTF8.GetString(Folder(Country).Read(path)));
        (int code, string output, string errors) = _command.Run(
            "check",
            "mine",
            "--countries",
            "--ask",
            "PL",
            "--out",
            "letters"
        );
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("spec-PL-questions.csv", output);
        string table = File.ReadAllText(Path.Combine(_command.Folder, "letters", "spec-PL-questions.csv"));
        _command.Write("back.csv", Fill(table, _ => ("ok", "")));
        (code, output, errors) = _command.Run("check", "mine", "--countries", "--answers", "back.csv");
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("3 entries checked", output);
        Assert.Contains("checked   ", _command.Run("check", "mine", "--countries").Output);
        _command.Write("bad.csv", "x");
        (code, _, errors) = _command.Run("check", "mine", "--countries", "--answers", "bad.csv");
        Assert.Equal(1, code);
        Assert.Contains("bad.csv(1): ", errors);
        Assert.Equal(2, _command.Run("check", "mine", "--countries", "--ask", "UK").Code);
        Assert.Equal(2, _command.Run("check", "mine", "--ask", "PL").Code);
    }

    private static AnswerResult Apply(string table) =>
        CountryAnswers.Apply(new CourseSource(Folder(Country)), table, Today);

    private static string Questions(string country) =>
        CountryLetter.Write(new CourseSource(Folder(country)), "PL", new DiagnosticBag())!.Table;

    private static string Answered(Func<CsvRow, (string Answer, string New)> answer) =>
        Fill(Questions(Country), answer);

    /// <summary>Fills in a table like a spreadsheet: with its own quotation marks.</summary>
    private static string Fill(string table, Func<CsvRow, (string Answer, string New)> answer) =>
        CsvTable.Write(
            CsvTable
                .Read(table, out _)!
                .Select(row =>
                {
                    string[] cells = [.. Enumerable.Range(0, 7).Select(at => row[at])];
                    if (row[0] == "letter")
                        cells[5] = row[1] switch
                        {
                            "date" => "2026-11-29",
                            "role" => "child protection officer",
                            _ => "",
                        };
                    else if (row[0] != "entry" && (row[3].Length > 0 || answer(row).New.Length > 0))
                        (cells[4], cells[5]) = answer(row);
                    return (IReadOnlyList<string>)cells;
                })
        );

    private static SourceFolder Folder(string country)
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(
            TestCourse.Course
                + "country:\n  to_confirm: to be confirmed\n  slots:\n"
                + "    - {id: child_helpline, title: Helpline, empty: the helpline}\n"
                + "    - {id: duty, part: law, title: Duty, empty: the law}\n"
                + "    - {id: office, title: Office, empty: the office}\n"
                + "    - {id: adults, title: Adults, required: false, empty: a line}\n"
        );
        files["countries/PL.yaml"] = TestCourse.Utf8(country);
        return SourceFolder.InMemory(files);
    }
}
