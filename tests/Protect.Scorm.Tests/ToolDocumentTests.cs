using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Office2010.Word;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Protect.Scorm.Tests;

/// <summary>Tests the documents of tools with the Open XML SDK, which shares no code with their writer.</summary>
public sealed class ToolDocumentTests
{
    private static WordprocessingDocument Open(byte[] bytes) =>
        WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static byte[] Document(string tool) =>
        TestTool.Box(TestTool.Compile(TestTool.Files(tool)))["01-note-of-facts.docx"];

    private static string[] Faults(byte[] bytes)
    {
        using WordprocessingDocument document = Open(bytes);
        return
        [
            .. new OpenXmlValidator(FileFormatVersions.Office2019)
                .Validate(document)
                .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"),
        ];
    }

    [Fact(DisplayName = "The document of a tool is valid Open XML")]
    public void IsValid() => Assert.Empty(Faults(Document(TestTool.Tool)));

    [Theory(DisplayName = "Documents of the tools of this repository's courses are valid, in every direction")]
    [InlineData("showcase", null)]
    [InlineData("showcase", "ar-XB")]
    [InlineData("showcase", "en-XA")]
    public void CoursesAreValid(string course, string? language)
    {
        CompileResult result = CourseCompiler.Compile(
            Protect.Scorm.Diagnostics.SourceFolder.Course(Repository.At("courses", course), course),
            new CompileOptions { Language = language, Toolbox = true }
        );
        Dictionary<string, byte[]> box = TestTool.Box(result);
        string[] documents = [.. box.Keys.Where(name => name.EndsWith(".docx", StringComparison.Ordinal))];
        Assert.NotEmpty(documents);
        Assert.All(documents, name => Assert.Empty(Faults(box[name])));
    }

    [Fact(DisplayName = "The document has real headings, its title and its language")]
    public void Headings()
    {
        using WordprocessingDocument document = Open(Document(TestTool.Tool));
        MainDocumentPart main = document.MainDocumentPart!;
        Assert.Equal(
            [
                "Heading1 Note of facts",
                "Heading2 The note",
                "Heading3 People and hours",
                "Heading2 The poster",
                "Heading2 The cards",
                "Heading3 One",
                "Heading3 Two",
                "Heading3 Three",
                "Heading3 Four",
                "Heading3 Five",
                "Heading2 The slides",
                "Heading3 A",
                "Heading2 Filled example: The note",
                "Heading3 People and hours",
            ],
            main.Document!.Body!.Elements<Paragraph>()
                .Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value?.StartsWith("Heading") == true)
                .Select(p => $"{p.ParagraphProperties!.ParagraphStyleId!.Val} {p.InnerText}")
        );
        Styles styles = main.StyleDefinitionsPart!.Styles!;
        Assert.Equal(
            ["heading 1", "heading 2", "heading 3"],
            styles
                .Elements<Style>()
                .Where(style => style.StyleId!.Value!.StartsWith("Heading"))
                .Select(style => style.StyleName!.Val!.Value)
        );
        Assert.Equal("en", styles.Descendants<Languages>().First().Val!.Value);
        Assert.Equal("Note of facts", document.PackageProperties.Title);
        Assert.Equal("en", document.PackageProperties.Language);
    }

    [Fact(DisplayName = "Fields are content controls with name, tag and placeholder; boxes are boxes to tick")]
    public void Fields()
    {
        using WordprocessingDocument document = Open(Document(TestTool.Tool));
        SdtElement[] controls = [.. document.MainDocumentPart!.Document!.Descendants<SdtElement>()];
        Assert.Equal(
            [
                "when-seen: Date and hour",
                "blank_1: I wrote it today.",
                "blank_2: I told somebody:",
                "blank_3: Contact for concerns",
                "words: The exact words",
                "name-1: Name, person 1",
                "blank_4: Row 1, Told",
                "blank_5: Row 1, Hour",
                "blank_6: Helpline",
            ],
            controls.Select(control =>
                $"{control.SdtProperties!.GetFirstChild<Tag>()!.Val}: "
                + control.SdtProperties.GetFirstChild<SdtAlias>()!.Val
            )
        );
        Assert.Equal(3, controls.Count(control => control.Descendants<SdtContentCheckBox>().Any()));
        Assert.All(
            controls.Where(control => !control.Descendants<SdtContentCheckBox>().Any()),
            control => Assert.NotNull(control.SdtProperties!.GetFirstChild<ShowingPlaceholder>())
        );
        SdtElement words = controls.Single(control => control.SdtProperties!.GetFirstChild<Tag>()!.Val == "words");
        Assert.Equal(3, words.Descendants<Paragraph>().Count());
        Assert.StartsWith("Write here", words.InnerText);
        string[] ids = [.. controls.Select(control => control.SdtProperties!.GetFirstChild<SdtId>()!.Val!.InnerText!)];
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact(DisplayName = "Tables have header rows, lists are lists, and links lead to their addresses")]
    public void Structure()
    {
        using WordprocessingDocument document = Open(Document(TestTool.Tool));
        MainDocumentPart main = document.MainDocumentPart!;
        Table[] tables = [.. main.Document!.Descendants<Table>()];
        Assert.Equal(2, tables.Length);
        Assert.All(
            tables,
            table => Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties?.GetFirstChild<TableHeader>())
        );
        Assert.Equal(
            "Person Told Hour",
            string.Join(' ', tables[0].Descendants<TableRow>().First().ChildElements.OfType<TableCell>().Select(Words))
        );
        static string Words(TableCell cell) => cell.InnerText;

        Assert.NotEmpty(main.Document.Descendants<NumberingProperties>());
        Hyperlink link = main.Document.Descendants<Hyperlink>().First();
        Assert.Equal("the rules", link.InnerText);
        Assert.Equal(
            "https://example.org/rules",
            main.HyperlinkRelationships.Single(relation => relation.Id == link.Id!.Value).Uri.OriginalString
        );
    }

    [Fact(DisplayName = "Each sheet has its paper: A4, A3, A6 for cards, A4 lying for slides")]
    public void Paper()
    {
        using WordprocessingDocument document = Open(Document(TestTool.Tool));
        Assert.Equal(
            ["210x297", "297x420", "105x148", "297x210", "210x297"],
            document
                .MainDocumentPart!.Document!.Descendants<PageSize>()
                .Select(size => $"{Millimetres(size.Width!)}x{Millimetres(size.Height!)}")
        );

        static int Millimetres(UInt32Value twips) => (int)Math.Round(twips.Value / 1440.0 * 25.4);
    }

    [Fact(DisplayName = "Every page of the document ends with notice and licence")]
    public void Footer()
    {
        using WordprocessingDocument document = Open(Document(TestTool.Tool));
        Assert.Contains("CC-BY-SA-4.0", document.MainDocumentPart!.FooterParts.Single().Footer!.InnerText);
    }

    [Fact(DisplayName = "Hostile texts and labels give valid documents")]
    public void Hostile()
    {
        string label = "\"\\u0001 <b>&\\uD83D\\uDE00 " + new string('é', 150) + "\"";
        string text =
            "\"[a](mailto:x@y.org) [b](https://example.org/a%20b?b=c&d=e) `code` ~~out~~ H~2~O x^2^\\n\\n> quote\\n\\n"
            + "- a\\n  - b\\n    1. c\\n\\n5. five\\n\\n| a | b |\\n|---|---|\\n| c |\\n\"";
        string tool = TestTool
            .Tool.Replace("label: The exact words", $"label: {label}")
            .Replace("body: Talk to somebody.", $"body: {text}");
        Assert.Empty(Faults(Document(tool)));
    }

    [Fact(DisplayName = "Parts of a document have no dates, and begin with the list of content types")]
    public void Parts()
    {
        Dictionary<string, byte[]> parts = TestTool.Unzip(Document(TestTool.Tool));
        Assert.Equal("[Content_Types].xml", parts.Keys.First());
        Assert.DoesNotContain("dcterms", Encoding.UTF8.GetString(parts["docProps/core.xml"]));
    }
}
