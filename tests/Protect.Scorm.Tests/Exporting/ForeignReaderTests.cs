using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Exporting;
using Protect.Scorm.Model;

namespace Protect.Scorm.Tests.Exporting;

/// <summary>
/// Reads exports with programs that share no code with their writers: a grammar of GIFT (gift-pegjs), and the XML
/// reader of the framework.
/// </summary>
public sealed partial class ForeignReaderTests
{
    private static readonly HashSet<string> s_fractions =
    [
        .. "100 90 83.33333 80 75 70 66.66667 60 50 40 33.33333 30 25 20 16.66667 14.28571 12.5 11.11111 10 5 0".Split(
            ' '
        ),
    ];

    private static JsonElement ReadGift(string text)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            const string script =
                "import('gift-pegjs').then(g => process.stdout.write(JSON.stringify((g.parse ?? g.default.parse)"
                + "(require('fs').readFileSync(process.argv[1], 'utf8')))))"
                + ".catch(e => { console.error(e.message, JSON.stringify(e.location)); process.exit(1); })";
            var start = new ProcessStartInfo("node")
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Repository.At("src", "browser"),
                StandardOutputEncoding = System.Text.Encoding.UTF8,
            };
            start.ArgumentList.Add("-e");
            start.ArgumentList.Add(script);
            start.ArgumentList.Add(file);
            using Process node = Process.Start(start)!;
            Task<string> errors = node.StandardError.ReadToEndAsync();
            string output = node.StandardOutput.ReadToEnd();
            node.WaitForExit();
            Assert.True(node.ExitCode == 0, errors.Result);
            return JsonDocument.Parse(output).RootElement;
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory(DisplayName = "A grammar of GIFT reads every exported question, with its id and tags")]
    [InlineData("showcase")]
    [InlineData("protect")]
    public void GrammarReads(string course)
    {
        string gift = Exports.Write(Repository.At("courses", course), ExportFormat.Gift).Text();
        JsonElement[] questions = [.. Questions(ReadGift(gift))];
        Assert.Equal(GiftIds().Count(gift), questions.Length);
        Assert.All(questions, question => Assert.Contains(question.GetProperty("id").GetString()!, gift));
        Assert.All(questions, question => Assert.NotEqual(0, question.GetProperty("tags").GetArrayLength()));
    }

    private static IEnumerable<JsonElement> Questions(JsonElement read) =>
        read.EnumerateArray().Where(item => item.GetProperty("type").GetString() != "Category");

    [Fact(DisplayName = "Random questions arrive in a grammar of GIFT with the same stems, options, keys and feedback")]
    public void RandomGift()
    {
        Dictionary<string, byte[]> files = RandomQuestions.Course(new Random(29), 300);
        Course course = Exports.Read(files);
        var texts = new ExportText(course, new DiagnosticBag());
        JsonElement[] read = [.. Questions(ReadGift(Exports.Write(files, ExportFormat.Gift).Text()))];
        Dictionary<string, JsonElement> byId = read.ToDictionary(item => item.GetProperty("id").GetString()!);
        int compared = 0;
        foreach ((_, Question question, _) in course.Questions)
        {
            if (!byId.TryGetValue(question.Id.Value, out JsonElement item))
                continue;
            compared++;
            string Text(RichText text) => Squeezed(ExportText.Unwrapped(texts.Block(text)));
            if (question is not GapFill)
                Assert.Equal(Text(question.Core.Prompt), Read(item.GetProperty("stem")));
            switch (question)
            {
                case SingleChoice single:
                    Assert.Equal(
                        single.Options.Select(option => (Squeezed(texts.Html(option.Text)), option.IsCorrect)),
                        Choices(item)
                            .Select(choice =>
                                (Option(choice), choice.GetProperty("isCorrect").GetBoolean() || Weight(choice) == 100)
                            )
                    );
                    break;
                case MultipleChoice multiple:
                    Assert.Equal(
                        multiple.Options.Select(option => (Squeezed(texts.Html(option.Text)), option.IsCorrect)),
                        Choices(item).Select(choice => (Option(choice), Weight(choice) > 0))
                    );
                    Assert.InRange(Choices(item).Select(Weight).Where(weight => weight > 0).Sum(), 99.99m, 100.01m);
                    break;
                case TrueFalse statement:
                    Assert.Equal(statement.Answer, item.GetProperty("isTrue").GetBoolean());
                    break;
                case Matching matching:
                    Assert.Equal(
                        matching
                            .Pairs.Select(pair =>
                                (Squeezed(texts.Html(pair.Item)), Squeezed(ExportText.Plain(pair.Match)))
                            )
                            .Concat(matching.Extra.Select(extra => ("", Squeezed(ExportText.Plain(extra))))),
                        item.GetProperty("matchPairs")
                            .EnumerateArray()
                            .Select(pair =>
                                (
                                    Item(pair.GetProperty("subquestion")),
                                    Squeezed(Unescaped(pair.GetProperty("subanswer").GetString()!))
                                )
                            )
                    );
                    break;
            }
        }
        Assert.True(compared > 200, $"{compared}");
    }

    private static IEnumerable<JsonElement> Choices(JsonElement item) => item.GetProperty("choices").EnumerateArray();

    private static decimal Weight(JsonElement choice) =>
        choice.GetProperty("weight") is { ValueKind: JsonValueKind.Number } weight ? weight.GetDecimal() : 0;

    private static string Read(JsonElement text) => Squeezed(text.GetProperty("text").GetString() ?? "");

    // Entities for a character that would be a mark at the start of an option.
    private static string Option(JsonElement choice) => Item(choice.GetProperty("text"));

    private static string Item(JsonElement text) =>
        Read(text).Replace("&#91;", "[", StringComparison.Ordinal).Replace("&#37;", "%", StringComparison.Ordinal);

    // gift-pegjs 1.0.2 leaves its marks for escaped characters in the answers of pairs; Moodle does not.
    private static string Unescaped(string text) =>
        EscapeMarks()
            .Replace(text, mark => ((char)int.Parse(mark.Groups[1].Value, CultureInfo.InvariantCulture)).ToString());

    private static string Squeezed(string text) => Spaces().Replace(text, " ").Trim();

    [Theory(
        DisplayName = "Moodle XML has only shares that Moodle accepts, and the exact bytes of each picture in a text"
    )]
    [InlineData("showcase")]
    [InlineData("protect")]
    [InlineData(null)]
    public void XmlIsSound(string? course)
    {
        string folder = course is null ? Exports.EveryPart : Repository.At("courses", course);
        XDocument quiz = XDocument.Parse(Exports.Write(folder, ExportFormat.MoodleXml).Text());
        foreach (XElement question in quiz.Root!.Elements("question"))
        {
            string type = question.Attribute("type")!.Value;
            string[] shares = [.. question.Elements("answer").Select(answer => answer.Attribute("fraction")!.Value)];
            if (type != "ordering")
                Assert.All(shares, share => Assert.Contains(share.TrimStart('-'), s_fractions));
            decimal[] numbers = [.. shares.Select(share => decimal.Parse(share, CultureInfo.InvariantCulture))];
            if (question.Element("single")?.Value == "false")
                Assert.InRange(numbers.Where(share => share > 0).Sum(), 99.9m, 100.1m);
            else if (type is "multichoice" or "truefalse" or "numerical")
                Assert.Equal(100, numbers.Max());
        }
        HashSet<string> pictures =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(folder, "..", ".."), "*", SearchOption.AllDirectories)
                .Where(file => AssetRules.Pictures.Contains(Path.GetExtension(file)))
                .Select(file => Convert.ToBase64String(File.ReadAllBytes(file))),
        ];
        foreach (XElement text in quiz.Descendants("text").Where(text => text.Parent!.Name != "tag"))
        {
            string[] named =
            [
                .. PictureNames().Matches(text.Value).Select(match => Uri.UnescapeDataString(match.Groups[1].Value)),
            ];
            Assert.Equal(
                named.Distinct().Order(StringComparer.Ordinal),
                text.Parent!.Elements("file")
                    .Select(file => file.Attribute("name")!.Value)
                    .Order(StringComparer.Ordinal)
            );
        }
        Assert.All(quiz.Descendants("file"), file => Assert.Contains(file.Value, pictures));
    }

    [Fact(DisplayName = "Random questions leave as well-formed XML, each once, and every gap has its answers")]
    public void RandomXml()
    {
        Dictionary<string, byte[]> files = RandomQuestions.Course(new Random(30), 300);
        Exported exported = Exports.Write(files, ExportFormat.MoodleXml);
        XElement[] questions =
        [
            .. XDocument
                .Parse(exported.Text())
                .Root!.Elements("question")
                .Where(q => q.Attribute("type")!.Value != "category"),
        ];
        int leftOut = exported.Diagnostics.Count(finding => finding.Rule == ExportingRules.QuestionLeftOut);
        Course course = Exports.Read(files);
        Assert.Equal(course.Questions.Count(), questions.Length + leftOut);
        Assert.Equal(questions.Length, questions.Select(q => q.Element("idnumber")!.Value).Distinct().Count());
        foreach (XElement cloze in questions.Where(q => q.Attribute("type")!.Value == "cloze"))
        {
            var gaps = (GapFill)
                course.Questions.Single(item => item.Question.Id.Value == cloze.Element("idnumber")!.Value).Question;
            Assert.Equal(gaps.Gaps.Count, ClozeMarks().Count(cloze.Element("questiontext")!.Value));
        }
    }

    [GeneratedRegex(@"\[id:")]
    private static partial Regex GiftIds();

    [GeneratedRegex(@"&&(\d{3});")]
    private static partial Regex EscapeMarks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("@@PLUGINFILE@@/([^\"]+)\"")]
    private static partial Regex PictureNames();

    // As in question/type/multianswer/questiontype.php: an answer ends at an unescaped “}”.
    [GeneratedRegex(@"\{1:(SHORTANSWER|SHORTANSWER_C|MULTICHOICE):(?:\\\}|[^}])+\}")]
    private static partial Regex ClozeMarks();
}
