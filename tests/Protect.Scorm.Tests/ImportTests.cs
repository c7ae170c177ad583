using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Importing;

namespace Protect.Scorm.Tests;

/// <summary>
/// Imports each source of tests/fixtures/import, compares course and loss report, and compiles the course.
/// </summary>
public sealed class ImportTests
{
    private static string Fixtures => Repository.At("tests", "fixtures", "import");

    public static TheoryData<string> Cases =>
        [
            .. Directory
                .EnumerateDirectories(Fixtures)
                .SelectMany(Directory.EnumerateDirectories)
                .Select(folder => Path.GetRelativePath(Fixtures, folder).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    [Theory(DisplayName = "A foreign file becomes the expected course, which compiles, with the expected loss report")]
    [MemberData(nameof(Cases))]
    public void Snapshots(string name)
    {
        string folder = Path.Combine(Fixtures, name);
        ImportSource source = SourceOf(folder);
        Importer importer = Assert.IsType<Importer>(Importers.Of(source));
        Assert.Equal(name.Split('/')[0], importer.Name);
        var planner = new ImportPlanner(source, importer, new ImportOptions());
        ImportPlan plan = planner.New("imported");
        Assert.Equal(Written(plan), Written(new ImportPlanner(SourceOf(folder), importer, new()).New("imported")));
        Assert.Multiple(
            () => Repository.Same(Path.Combine(folder, "losses.txt"), Losses(plan)),
            () => Repository.Same(Path.Combine(folder, "expected.yaml"), Written(plan)),
            () => Compiles(plan)
        );
    }

    [Fact(DisplayName = "Every row of the loss report is shown by a fixture or a test of this file")]
    public void EveryLossIsShown()
    {
        string shown = string.Concat(
            Directory.EnumerateFiles(Fixtures, "losses.txt", SearchOption.AllDirectories).Select(File.ReadAllText)
        );
        string tests = string.Concat(
            Directory
                .EnumerateFiles(Repository.At("tests", "Protect.Scorm.Tests"), "Import*.cs")
                .Select(File.ReadAllText)
        );
        Assert.All(
            ImportingRules.All.Select(rule => rule.Slug),
            slug => Assert.True(shown.Contains($" {slug}: ") || tests.Contains($"\"{slug}\""), slug)
        );
        Assert.Equal(ImportingRules.All.Count, ImportingRules.All.Select(rule => rule.Slug).Distinct().Count());
        Assert.All(ImportingRules.All, rule => Assert.Matches(@"^import-[a-z-]+$", rule.Slug));
        Assert.All(ImportingRules.All, rule => Assert.Matches(@"[.}]$", rule.Help));
    }

    [Fact(DisplayName = "The template of the question sheet imports without a loss, as CSV and as XLSX")]
    public void TemplateIsComplete()
    {
        byte[] csv = Encoding.UTF8.GetBytes(Reporting.CsvTable.Write(SheetTemplate.Rows)),
            xlsx = XlsxTable.Write("Questions", SheetTemplate.Rows);
        Assert.Equal(xlsx, XlsxTable.Write("Questions", SheetTemplate.Rows));
        ImportPlan one = Plan("sheet.csv", csv),
            other = Plan("sheet.xlsx", xlsx);
        Assert.Empty(one.Losses.Select(DiagnosticText.Format));
        Assert.Empty(other.Losses.Select(DiagnosticText.Format));
        Assert.Equal(SheetTemplate.Rows.Count - 1, one.Questions);
        Assert.Equal(Modules(one), Modules(other));
        Compiles(one);
    }

    [Fact(DisplayName = "The documentation names every column of the question sheet")]
    public void ColumnsAreDocumented()
    {
        string page = File.ReadAllText(Repository.At("docs", "bring-what-you-have.md"));
        foreach (SheetColumn column in SheetColumn.All)
        {
            string name = column.IsNumbered ? $"{column.Name} 1" : column.Name;
            Assert.Contains($"| `{name}` | {column.Summary.Replace("|", "\\|")} |", page);
        }
    }

    [Fact(DisplayName = "The workbook of the template is valid for the validator of the Open XML SDK")]
    public void WorkbookIsValid()
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Open(
            new MemoryStream(XlsxTable.Write("Questions", SheetTemplate.Rows)),
            isEditable: false
        );
        Assert.Empty(
            new OpenXmlValidator().Validate(document).Select(fault => $"{fault.Path?.XPath}: " + $"{fault.Description}")
        );
    }

    [Fact(DisplayName = "A workbook as Excel writes it is read; formulas are refused and macros reported")]
    public void Workbook()
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        byte[] workbook = Zip(
            (
                "xl/workbook.xml",
                $"<workbook xmlns='{main}' "
                    + $"xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>"
                    + $"<sheet name='Q' sheetId='7' r:id='rId9'/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships "
                    + "xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='rId9' "
                    + "Type='x' Target='/xl/worksheets/first.xml'/></Relationships>"
            ),
            (
                "xl/sharedStrings.xml",
                $"<sst xmlns='{main}'><si><t>prompt</t></si><si><t>right</t></si><si><r><t>"
                    + $"How </t></r><r><t>many?</t></r><rPh sb='0' eb='1'><t>no</t></rPh></si><si/><si><t>kind</t>"
                    + $"</si></sst>"
            ),
            (
                "xl/worksheets/first.xml",
                $"<worksheet xmlns='{main}'><sheetData><row r='1'><c r='A1' t='s'><v>0"
                    + $"</v></c><c r='C1' t='s'><v>1</v></c><c r='D1' t='s'><v>4</v></c></row>"
                    + "<row r='3'><c r='A3' t='s'><v>2</v></c><c r='C3'><v>0.30000000000000004</v></c><c r='D3' "
                    + "t='str'><v>numeric</v></c></row>"
                    + "<row r='4'><c r='A4' t='inlineStr'><is><t>Computed?</t></is></c><c r='C4'><f>1+1</f><v>2</v>"
                    + "</c><c r='D4' t='inlineStr'><is><t>numeric</t></is></c></row></sheetData></worksheet>"
            ),
            ("xl/vbaProject.bin", "macro")
        );
        ImportPlan plan = Plan("book.xlsm", workbook);
        Assert.Equal(
            ["import-unsafe", "import-part-lost", "import-item-lost"],
            plan.Losses.Select(loss => loss.Rule.Slug)
        );
        Assert.Equal(1, plan.Questions);
        Assert.Contains("prompt: How many?\n", Modules(plan));
        Assert.Contains("answer: 0.3\n", Modules(plan));
        Compiles(plan);
    }

    [Theory(DisplayName = "A hostile file is refused with a reason, quickly and without a crash")]
    [InlineData("dtd")]
    [InlineData("entity")]
    [InlineData("no-sheet")]
    [InlineData("bomb")]
    [InlineData("path")]
    [InlineData("half")]
    public void HostileWorkbooks(string kind)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        string sheet = $"<worksheet xmlns='{main}'><sheetData/></worksheet>";
        byte[] bytes = kind switch
        {
            "dtd" => Zip(
                ("xl/workbook.xml", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>" + ""),
                ("xl/worksheets/sheet1.xml", sheet)
            ),
            "entity" => Zip(
                ("xl/workbook.xml", $"<workbook xmlns='{main}'/>"),
                ("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>")
            ),
            "no-sheet" => Zip(("xl/workbook.xml", $"<workbook xmlns='{main}'/>")),
            "bomb" => Zip(
                ("xl/workbook.xml", $"<workbook xmlns='{main}'/>" + $""),
                ("xl/worksheets/sheet1.xml", new string(' ', 30_000_000))
            ),
            "path" => Zip(("xl/workbook.xml", $"<workbook xmlns='{main}'/>"), ("../../outside.xml", sheet)),
            _ => Zip(("xl/workbook.xml", $"<workbook xmlns='{main}'/>"))[..60],
        };
        ImportPlan plan = Plan("book.xlsx", bytes);
        Assert.Equal("import-unreadable", plan.Losses[^1].Rule.Slug);
        Assert.True(plan.HasErrors);
    }

    [Fact(DisplayName = "Texts that are too much are refused or bounded")]
    public void TooMuch()
    {
        string many = string.Concat(
            Enumerable.Range(0, ImportLimits.MostItems + 5).Select(n => $"Is {n} even? " + $"{{T}}\n\n")
        );
        ImportPlan plan = Plan("many.gift", Encoding.UTF8.GetBytes(many));
        Assert.Equal("import-too-large", Assert.Single(plan.Losses).Rule.Slug);

        string lossy = string.Concat(
            Enumerable.Range(0, ImportLimits.MostLosses + 9).Select(n => $"Is {n} " + $"even? {{=a\n\n")
        );
        plan = Plan("lossy.gift", Encoding.UTF8.GetBytes($"::x:: y {{T}}\n\n{lossy}"));
        Assert.Equal("import-more-losses", plan.Losses[^1].Rule.Slug);

        string deep = $"::Deep::[html]{string.Concat(Enumerable.Repeat("<div>", 5_000))}x{{T}}";
        plan = Plan("deep.gift", Encoding.UTF8.GetBytes(deep));
        Assert.Contains("import-part-lost", plan.Losses.Select(loss => loss.Rule.Slug));
        Assert.Equal("import-unreadable", Plan("bytes.gift", [0xFF, 0xFE, 0, 1], "gift").Losses[0].Rule.Slug);
    }

    [Fact(DisplayName = "Plain text shows in Markdown as it was, for random texts")]
    public void PlainTextSurvives()
    {
        const string letters = "ab 1.)(*_`~^[]<>&#+-=|\\$!{}:;\"'/%@é—“”\n";
        var random = new Random(29);
        for (int run = 0; run < 20_000; run++)
        {
            string text = new([
                .. Enumerable.Range(0, random.Next(1, 24)).Select(_ => letters[random.Next(letters.Length)]),
            ]);
            text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            // Formulas of Moodle are meant to change.
            if (text.Length == 0 || text.Contains('$') || text.Contains(@"\(") || text.Contains(@"\["))
                continue;
            string html = TestMarkdown.Html(DraftMarkdown.OneLine(text));
            Assert.True(text == html, $"{text}\n{DraftMarkdown.OneLine(text)}\n{html}");
        }
    }

    internal static ImportPlan Plan(string path, byte[] bytes, string? from = null)
    {
        ImportSource source = ImportSource.OfFile(path, bytes);
        Importer? importer = from is null ? Importers.Of(source) : Importers.All.Single(reader => reader.Name == from);
        return new ImportPlanner(source, Assert.IsType<Importer>(importer), new ImportOptions()).New("imported");
    }

    internal static void Compiles(ImportPlan plan)
    {
        if (plan.HasErrors)
        {
            Assert.Empty(plan.Files);
            return;
        }
        CompileResult result = CourseCompiler.Compile(
            SourceFolder.InMemory(plan.Files.ToDictionary(file => file.Key, file => file.Value), "imported"),
            new CompileOptions { FilesOnly = true }
        );
        Assert.Empty(result.Diagnostics.Where(finding => finding.IsError).Select(DiagnosticText.Format));
        Assert.NotNull(result.Package);
    }

    internal static string Modules(ImportPlan plan) =>
        string.Concat(
            plan.Files.Where(file => file.Key.StartsWith("modules/", StringComparison.Ordinal))
                .OrderBy(file => file.Key, StringComparer.Ordinal)
                .Select(file => $"# {file.Key}\n{Encoding.UTF8.GetString(file.Value)}\n")
        );

    private static string Written(ImportPlan plan) =>
        plan.HasErrors
            ? "# nothing\n"
            : $"# course.yaml\n{Encoding.UTF8.GetString(plan.Files["course.yaml"])}\n{Modules(plan)}".TrimEnd() + "\n";

    private static string Losses(ImportPlan plan) =>
        plan.Losses.Count == 0 ? "none\n" : string.Join("\n", plan.Losses.Select(DiagnosticText.Format));

    private static ImportSource SourceOf(string folder)
    {
        string? nested = Directory.EnumerateDirectories(folder).SingleOrDefault();
        if (nested is not null)
            return ImportSource.OfFolder("source", SourceFolder.OnDisk(nested, "source"));
        string file = Directory
            .EnumerateFiles(folder)
            .Single(path => Path.GetFileName(path) is not ("losses.txt" or "expected.yaml" or "README.md"));
        return ImportSource.OfFile(Path.GetFileName(file), File.ReadAllBytes(file));
    }

    internal static byte[] Zip(params (string Name, string Text)[] parts)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach ((string name, string text) in parts)
            {
                using Stream part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        return stream.ToArray();
    }
}

/// <summary>Renders Markdown as the player shows it.</summary>
internal static class TestMarkdown
{
    /// <summary>Returns the visible text of a line.</summary>
    public static string Html(string markdown)
    {
        var bag = new DiagnosticBag();
        var text = new Model.RichText(markdown, new SourceFile("", markdown).Start, false) { IsLine = true };
        string html = new Rendering.Markdown(new HashSet<string>(), "ltr", bag).Render(text).ToString() ?? "";
        Assert.False(bag.HasErrors, markdown);
        return Rendering.ParsedHtml.OfPart(html).Document!.Body!.TextContent;
    }
}
