using System.Globalization;
using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Model;
using Protect.Scorm.Reading;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reporting;

/// <summary>A line of a table that does not fit, and what to do.</summary>
internal sealed record AnswerFault(int Line, string Message);

/// <summary>Result of a table of answers.</summary>
/// <param name="Path">The country's file, in the folder of the course; null when the table is not usable.</param>
/// <param name="Bytes">The file with the answers; null when nothing changes.</param>
/// <param name="Checked">The number of entries that are now checked.</param>
/// <param name="Corrected">The number of corrected values.</param>
/// <param name="Added">The number of new entries.</param>
/// <param name="Gone">Entries of services that no longer exist.</param>
/// <param name="Faults">The lines that were refused.</param>
internal sealed record AnswerResult(
    string? Path,
    byte[]? Bytes,
    int Checked,
    int Corrected,
    int Added,
    IReadOnlyList<string> Gone,
    IReadOnlyList<AnswerFault> Faults
);

/// <summary>
/// Takes a filled-in table of <see cref="CountryLetter"/> into the file of the country: values, date and role. Comments
/// and layout of the file stay.
/// </summary>
internal sealed partial class CountryAnswers
{
    private const int Now = 3,
        Answer = 4,
        NewText = 5,
        LongestRole = 200;

    private readonly CourseSource _source;
    private readonly DateOnly _today;
    private readonly List<AnswerFault> _faults = [];
    private readonly List<string> _gone = [];
    private byte[] _bytes = [];
    private string _date = "",
        _role = "";
    private int _checked,
        _corrected,
        _added;

    private CountryAnswers(CourseSource source, DateOnly today) => (_source, _today) = (source, today);

    /// <summary>Applies a table. An entry with a line that does not fit stays as it was.</summary>
    /// <param name="source">The folder of the course.</param>
    /// <param name="table">The text of the table.</param>
    /// <param name="today">No check can be later.</param>
    public static AnswerResult Apply(CourseSource source, string table, DateOnly today)
    {
        var answers = new CountryAnswers(source, today);
        string? path = answers.Apply(table);
        bool isChanged = answers._checked + answers._added > 0;
        return new AnswerResult(
            path,
            isChanged ? answers._bytes : null,
            answers._checked,
            answers._corrected,
            answers._added,
            answers._gone,
            [.. answers._faults.OrderBy(fault => fault.Line)]
        );
    }

    private string? Apply(string table)
    {
        if (CsvTable.Read(table, out (int Line, string Reason) why) is not { } rows)
            return Refuse(why.Line, why.Reason);
        if (rows.Count == 0 || rows[0][0] != CountryLetter.Columns[0] || rows[0][NewText] != CountryLetter.Columns[5])
            return Refuse(
                1,
                "This is not a table of “check --countries --ask”: its first line is not the one with “entry”."
            );
        CsvRow[] head = [.. rows.Where(row => row[0] == "letter")];
        CsvRow? Head(string field) => head.FirstOrDefault(row => row[1] == field);
        string code = Head("country")?[Now] ?? "";
        if (!CountryReader.Countries(_source.Folder).Contains(code))
            return Refuse(Head("country")?.Line ?? 1, $"The course has no file for the country “{Short(code)}”.");
        var bag = new DiagnosticBag();
        string path = CountryQuestions.PathOf(code);
        if (
            _source.Read(bag) is not { CountryNeeds: not null } course
            || _source.Country(code, bag) is null
            || _source.Yaml.Read(_source.Folder, path, bag) is not YamlMap file
            || bag.HasErrors
        )
            return Refuse(1, $"{path} has errors; “check” lists them.");
        if (!ReadHead(Head("date"), Head("role")))
            return null;
        _bytes = _source.Folder.Read(path);
        IReadOnlyList<CountryQuestion> questions = CountryQuestions.Of(
            _source,
            course,
            file,
            CountryLetterTexts.For(code).Language
        );
        foreach (
            IGrouping<string, CsvRow> entry in rows.Skip(1).Where(row => row[0] != "letter").GroupBy(row => row[0])
        )
            Take([.. entry], [.. questions.Where(question => question.Entry == entry.Key)]);
        Verify(code, path);
        return path;
    }

    private bool ReadHead(CsvRow? date, CsvRow? role)
    {
        string[] formats = ["yyyy-MM-dd", "d.M.yyyy"];
        if (
            !DateOnly.TryParseExact(
                date?[NewText],
                formats,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateOnly day
            )
        )
            _faults.Add(new(date?.Line ?? 1, "Write the date of the check in the column “new”, such as 2026-11-30."));
        else if (day > _today)
            _faults.Add(new(date!.Line, "The date of the check is in the future."));
        _date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        _role = CountryQuestions.OneLine(role?[NewText] ?? "");
        if (_role.Length is < 3 or > LongestRole || !_role.Any(char.IsLetter) || Unfit(_role) || _role.Contains('@'))
            _faults.Add(
                new(
                    role?.Line ?? 1,
                    "Write the role of the person in the column “new”, such as “child protection officer”; no address."
                )
            );
        return _faults.Count == 0;
    }

    /// <summary>Takes the lines of one entry.</summary>
    private void Take(CsvRow[] rows, CountryQuestion[] questions)
    {
        int before = _faults.Count;
        foreach (CsvRow row in rows.Where(row => questions.All(question => question.Field != row[1])))
            _faults.Add(
                new(row.Line, $"There is nothing to check with the name “{Short(row[0])}”, “{Short(row[1])}”.")
            );
        foreach (IGrouping<string, CsvRow> twice in rows.GroupBy(row => row[1]).Where(same => same.Count() > 1))
            _faults.Add(
                new(twice.Last().Line, $"“{Short(twice.Key)}” of “{Short(rows[0][0])}” is in the table twice.")
            );
        if (_faults.Count > before || rows.All(row => row[Answer].Length + row[NewText].Length == 0))
            return;
        if (rows.Any(row => IsGone(row[Answer])))
        {
            _gone.Add(rows[0][0]);
            return;
        }
        var values = new List<(string Field, string Value)>();
        foreach (CountryQuestion question in questions)
            Read(question, rows.FirstOrDefault(row => row[1] == question.Field), rows[0].Line, values);
        foreach ((string field, _) in values)
        {
            string[] others =
            [
                .. OtherLanguages(questions[0].Entry, field)
                    .Where(language => questions.All(question => question.Field != $"{field}.{language}")),
            ];
            if (others.Length > 0)
                _faults.Add(
                    new(
                        rows.First(row => row[1] == field).Line,
                        $"“{field}” also has a text in {string.Join(", ", others)}: change all of them in the file."
                    )
                );
        }
        if (_faults.Count > before)
            return;
        if (questions[0].IsNew)
            Add(rows, questions[0], values);
        else
            Change(rows, questions[0].Entry, values);
    }

    private void Read(CountryQuestion question, CsvRow? row, int first, List<(string Field, string Value)> values)
    {
        if (row is null || row[Answer].Length + row[NewText].Length == 0)
        {
            if (question.Now.Length > 0)
                Fault($"Answer every line of “{question.Entry}”, or none: “{question.Field}” has no answer.");
            return;
        }
        string answer = row[Answer].ToLowerInvariant(),
            text = CountryQuestions.OneLine(row[NewText]);
        bool isRight = CountryLetterTexts.Right.Contains(answer);
        if (CountryQuestions.OneLine(row[Now]) != question.Now)
            Fault($"The course has changed since this table was written: it now has “{Short(question.Now)}”.");
        else if (isRight && text.Length > 0 && text != question.Now)
            Fault("“answer” says that the line is right, and “new” has another text. Keep one of the two.");
        else if (!isRight && text.Length == 0)
            Fault($"“{Short(answer)}” is not an answer. Write ok, or the right text in the column “new”, or gone.");
        else if (text.Length > 0 && text != question.Now)
        {
            if (FaultOf(question.Field, text) is { } why)
                Fault(why);
            else
                values.Add((question.Field, text));
        }

        void Fault(string message) => _faults.Add(new(row?.Line ?? first, message));
    }

    /// <summary>Returns what is wrong with a new value; null for nothing.</summary>
    private static string? FaultOf(string field, string text) =>
        field.Split('.')[0] switch
        {
            "number" => PhoneNumber().IsMatch(text) ? null : $"“{Short(text)}” is not a phone number.",
            "url" => text.Length <= 1000 && Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme == "https"
                ? null
                : $"“{Short(text)}” is not an address that starts with https://.",
            _ when text.Length
                    > (
                        field is "name" ? 300
                        : field is "hours" or "languages" ? 200
                        : 1000
                    ) => "The text is too long.",
            _ when Unfit(text) => "A text cannot begin like a formula (= + - @), or contain < > { } or a link.",
            _ => null,
        };

    private static bool Unfit(string text) =>
        text[0] is '=' or '+' or '-' or '@'
        || text.AsSpan().ContainsAny("<>{}")
        || text.Contains("](", StringComparison.Ordinal)
        || text.Any(char.IsControl);

    private void Change(CsvRow[] rows, string entry, List<(string Field, string Value)> values)
    {
        byte[]? bytes = _bytes;
        foreach ((string field, string value) in values.Append(("checked_by", _role)).Append(("checked_on", _date)))
            bytes = bytes is null ? null : Set(bytes, entry, field, value);
        if (bytes is null)
        {
            _faults.Add(new(rows[0].Line, $"“{entry}” cannot be changed in the file: change it by hand."));
            return;
        }
        _bytes = bytes;
        _checked++;
        _corrected += values.Count;
    }

    /// <summary>Sets a field of an entry, and inserts it where it is missing.</summary>
    private static byte[]? Set(byte[] bytes, string entry, string field, string value)
    {
        if (EntryIn(bytes, entry) is not { } map)
            return null;
        if (field.IndexOf('.') is >= 0 and var dot)
        {
            map = CountryQuestions.TextsOf(map, field[(dot + 1)..]);
            field = field[..dot];
        }
        if (map is null)
            return null;
        if (map.Find(field)?.Value is YamlScalar old)
            return old.Value == value ? bytes : YamlEdit.Replace(bytes, old, value, out _);
        string last = field is "checked_on" or "checked_by" ? "confidence" : "slot";
        return map.Find(last) is { Value: YamlScalar after } place
            ? YamlInsert.Field(bytes, after, place.Key, field, value)
            : null;
    }

    private IEnumerable<string> OtherLanguages(string entry, string field) =>
        !entry.EndsWith(CountryQuestions.New, StringComparison.Ordinal) && EntryIn(_bytes, entry) is { } map
            ? CountryQuestions.LanguagesOf(map, field)
            : [];

    /// <summary>Finds an entry by its slot and its number there.</summary>
    private static YamlMap? EntryIn(byte[] bytes, string entry)
    {
        int dot = entry.LastIndexOf('.');
        return YamlDocument.Read("", bytes, new DiagnosticBag()) is YamlMap file
            ? CountryQuestions
                .EntriesOf(file, entry[..dot])
                .ElementAtOrDefault(int.Parse(entry[(dot + 1)..], CultureInfo.InvariantCulture) - 1)
            : null;
    }

    private void Add(CsvRow[] rows, CountryQuestion question, List<(string Field, string Value)> values)
    {
        string? from = values.FirstOrDefault(value => value.Field == "source").Value;
        (string Field, string Value)[] own = [.. values.Where(value => value.Field != "source")];
        if (own.Length == 0 || from is null)
        {
            _faults.Add(
                new(
                    rows[0].Line,
                    $"A new “{question.Entry}” needs a value and the line “source”: where you know it from."
                )
            );
            return;
        }
        string slot = question.Entry[..^CountryQuestions.New.Length];
        string[] lines =
        [
            $"- slot: {slot}",
            .. own.Select(value => $"  {value.Field}: {YamlInsert.Quoted(value.Value)}"),
            "  source:",
            $"    title: {YamlInsert.Quoted(from)}",
            $"  checked_on: {_date}",
            $"  checked_by: {YamlInsert.Quoted(_role)}",
            "  confidence: known",
        ];
        string[] scalars =
        [
            "slot",
            slot,
            .. own.SelectMany(value => new[] { value.Field, value.Value }),
            "source",
            "title",
            from,
            "checked_on",
            _date,
            "checked_by",
            _role,
            "confidence",
            "known",
        ];
        byte[]? bytes =
            YamlDocument.Read("", _bytes, new DiagnosticBag()) is YamlMap file
            && file.Find("entries")?.Value is YamlList entries
                ? YamlInsert.Item(_bytes, entries, lines, scalars)
                : null;
        if (bytes is null)
            _faults.Add(new(rows[0].Line, $"“{question.Entry}” cannot be added to the file: add it by hand."));
        else
            (_bytes, _added) = (bytes, _added + 1);
    }

    /// <summary>Refuses all answers when the file would have an error.</summary>
    private void Verify(string code, string path)
    {
        Dictionary<string, byte[]> files = _source
            .Folder.Files.Where(file => file.EndsWith(".yaml", StringComparison.Ordinal))
            .ToDictionary(file => file, _source.Folder.Read, StringComparer.Ordinal);
        files[path] = _bytes;
        var bag = new DiagnosticBag();
        if (new CourseSource(SourceFolder.InMemory(files)).Country(code, bag) is not null)
            return;
        _faults.Add(new(1, "With these answers the file would have an error: " + bag.Sorted[0].Message));
        (_checked, _corrected, _added) = (0, 0, 0);
    }

    private string? Refuse(int line, string message)
    {
        _faults.Add(new(line, message));
        return null;
    }

    private static bool IsGone(string answer) =>
        string.Equals(answer, CountryLetterTexts.Gone, StringComparison.OrdinalIgnoreCase);

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;

    [GeneratedRegex(@"\A[+(]?[0-9][0-9 ()-]{0,38}\z")]
    private static partial Regex PhoneNumber();
}
