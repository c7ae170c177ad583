using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Exporting;
using Protect.Scorm.Model;

namespace Protect.Scorm.Tests.Exporting;

public sealed class ExportTests
{
    private static string Expected(string name) =>
        Repository.At("tests", "fixtures", "export", "every-part", "expected", name);

    public static TheoryData<string> Formats => [.. Exports.Formats.Select(format => format.ToString())];

    public static TheoryData<string, string> CoursesAndFormats
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (string course in (string[])["showcase", "protect"])
            foreach (ExportFormat format in Exports.Formats)
                all.Add(course, format.ToString());
            return all;
        }
    }

    [Theory(DisplayName = "A course with every part of a question leaves as expected, with the expected loss report")]
    [MemberData(nameof(Formats))]
    public void EveryPart(string name)
    {
        ExportFormat format = Enum.Parse<ExportFormat>(name);
        Exported exported = Exports.Write(Exports.EveryPart, format);
        string report = string.Join("\n", exported.Diagnostics.Select(DiagnosticText.Format));
        Assert.Multiple([
            () => Repository.Same(Expected($"{name}.losses.txt"), report),
            .. exported
                .Files.Where(file => file.IsText || format == ExportFormat.Docx)
                .Select(file =>
                    (Action)(
                        () =>
                            Repository.Same(
                                Expected(
                                    format switch
                                    {
                                        ExportFormat.Docx => "Docx.txt",
                                        // Not a document of this repository, whose links are followed.
                                        ExportFormat.Markdown => file.Name + ".txt",
                                        _ => file.Name,
                                    }
                                ),
                                format == ExportFormat.Docx ? WordsOf(file.Bytes.ToArray()) : Plain(file)
                            )
                    )
                ),
        ]);
    }

    private static string Plain(PackageFile file) => Utf8(file).TrimStart('\uFEFF').ReplaceLineEndings("\n");

    private static string Utf8(PackageFile file) => Encoding.UTF8.GetString(file.Bytes.Span);

    /// <summary>Returns the paragraphs of a document, each with its style.</summary>
    private static string WordsOf(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        return string.Concat(
            document
                .MainDocumentPart!.Document!.Body!.Descendants<Paragraph>()
                .Select(p =>
                    $"{p.ParagraphProperties?.ParagraphStyleId?.Val ?? "-"} "
                    + $"{string.Concat(p.Descendants<Drawing>().Select(_ => "(picture)"))}{p.InnerText}\n"
                )
        );
    }

    [Theory(DisplayName = "The same course gives the same bytes")]
    [MemberData(nameof(Formats))]
    public void Deterministic(string name)
    {
        ExportFormat format = Enum.Parse<ExportFormat>(name);
        Exported one = Exports.Write(Exports.EveryPart, format),
            two = Exports.Write(Exports.EveryPart, format);
        Assert.Equal(one.Files.Select(file => file.Name), two.Files.Select(file => file.Name));
        Assert.All(
            one.Files.Zip(two.Files),
            files => Assert.Equal(files.First.Bytes.ToArray(), files.Second.Bytes.ToArray())
        );
    }

    [Theory(DisplayName = "Every question is in the export or reported as left out; losses have a line")]
    [MemberData(nameof(CoursesAndFormats))]
    public void NothingIsLostSilently(string course, string name)
    {
        string folder = Repository.At("courses", course);
        Exported exported = Exports.Write(folder, Enum.Parse<ExportFormat>(name));
        HashSet<string> leftOut =
        [
            .. exported
                .Diagnostics.Where(finding => finding.Rule == ExportingRules.QuestionLeftOut)
                .Select(finding => finding.Message.Split('“', '”')[1]),
        ];
        string[] ids = [.. Exports.Read(folder).Questions.Select(item => item.Question.Id.Value)];
        string text = string.Concat(
            exported.Files.Select(file =>
                name switch
                {
                    "Docx" => WordsOf(file.Bytes.ToArray()),
                    "Xlsx" => SheetOf(file.Bytes.ToArray()),
                    _ => file.IsText ? Utf8(file) : "",
                }
            )
        );
        string Mark(string id) =>
            name switch
            {
                "MoodleXml" => $"<idnumber>{id}</idnumber>",
                "Gift" => $"[id:{id}]",
                "Docx" => $"From {id}\n",
                "Csv" => $";{id};",
                "Xlsx" => $">{id}<",
                _ => $" {{#{id}}}",
            };
        bool IsIn(string id) =>
            text.Contains(Mark(id), StringComparison.Ordinal)
            || text.Contains($"<!-- id: {id} -->", StringComparison.Ordinal);
        Assert.All(ids, id => Assert.Equal(!leftOut.Contains(id), IsIn(id)));
        Assert.All(exported.Diagnostics, finding => Assert.NotEqual(Severity.Error, finding.Rule.Severity));
        Assert.All(exported.Diagnostics, finding => Assert.InRange(finding.Span.Line, 1, finding.Span.File.LineCount));
    }

    private static string SheetOf(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(fault => fault.Description)
        );
        return document.WorkbookPart!.WorksheetParts.Single().Worksheet!.OuterXml;
    }

    [Fact(DisplayName = "Every row of the loss report occurs in the expected reports")]
    public void EveryRuleIsShown()
    {
        string shown = string.Concat(
            Exports.Formats.Select(format => File.ReadAllText(Expected($"{format}.losses.txt")))
        );
        Assert.All(
            ExportingRules.All.Except([ExportingRules.NoQuestions, ExportingRules.PictureFormat]),
            rule => Assert.Contains($" {rule.Slug}: ", shown)
        );
    }

    [Fact(DisplayName = "A course without questions is an error with advice; pictures that Word lacks are reported")]
    public void OtherRules()
    {
        Exported none = Exports.Write(TestCourse.Files(), ExportFormat.Gift);
        Assert.Equal("export-no-questions", Assert.Single(none.Diagnostics).Rule.Slug);
        Assert.Empty(none.Files);
        Exported svg = Exports.Write(Repository.At("courses", "showcase"), ExportFormat.Docx);
        Assert.Contains(svg.Diagnostics, finding => finding.Rule == ExportingRules.PictureFormat);
    }

    [Fact(DisplayName = "A course with errors is not exported, and its errors are reported")]
    public void Errors()
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["modules/one.yaml"] = TestCourse.Utf8(
            TestCourse.Module + "      - {type: text, body: \"[a](page:nowhere)\"}\n      - {type: nothing}\n"
        );
        Exported exported = Exports.Write(files, ExportFormat.Markdown);
        Assert.Empty(exported.Files);
        Assert.All(exported.Diagnostics, finding => Assert.True(finding.IsError));
        Assert.NotEmpty(exported.Diagnostics);
    }

    [Theory(DisplayName = "The reading copy is valid Open XML, in every direction")]
    [InlineData("showcase", null)]
    [InlineData("showcase", "ar-XB")]
    [InlineData("protect", null)]
    public void Valid(string course, string? language)
    {
        byte[] bytes = Exports
            .Write(Repository.At("courses", course), ExportFormat.Docx, language)
            .Files[0]
            .Bytes.ToArray();
        Assert.Empty(Faults(bytes));
    }

    [Fact(DisplayName = "The reading copy has the pictures of the course")]
    public void Pictures()
    {
        byte[] bytes = Exports.Write(Exports.EveryPart, ExportFormat.Docx).Files[0].Bytes.ToArray();
        Assert.Empty(Faults(bytes));
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Equal(2, document.MainDocumentPart!.ImageParts.Count());
    }

    private static string[] Faults(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        return
        [
            .. new OpenXmlValidator(FileFormatVersions.Office2019)
                .Validate(document)
                .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"),
        ];
    }

    [Fact(DisplayName = "The table of what each format keeps and loses matches the code")]
    public void TableIsGenerated()
    {
        const string start = "<!-- losses -->\n",
            end = "<!-- /losses -->";
        string page = Repository.At("docs", "take-it-with-you.md"),
            text = File.ReadAllText(page).ReplaceLineEndings("\n");
        int from = text.IndexOf(start, StringComparison.Ordinal) + start.Length,
            to = text.IndexOf(end, StringComparison.Ordinal);
        Assert.True(from >= start.Length && to >= from);
        Repository.Same(page, text[..from] + LossTable.Write() + text[to..]);
    }

    [Fact(DisplayName = "The command writes the file, prints the losses and refuses a full folder")]
    public void Command()
    {
        using var command = new CommandLine();
        (int code, _, string errors) = command.Run("export", Exports.EveryPart, "--to", "moodle-xml", "-o", "out.xml");
        Assert.Equal(0, code);
        Assert.Contains("export-part-lost", errors);
        Assert.Contains("<quiz>", File.ReadAllText(Path.Combine(command.Folder, "out.xml")));
        command.Write("full/mine.md", "mine");
        Assert.Equal(2, command.Run("export", Exports.EveryPart, "--to", "markdown", "-o", "full").Code);
        Assert.Equal(["mine.md"], Directory.GetFiles(Path.Combine(command.Folder, "full")).Select(Path.GetFileName));
    }
}
