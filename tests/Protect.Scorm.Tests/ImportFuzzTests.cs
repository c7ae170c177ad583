using System.Text;
using Protect.Scorm.Importing;
using Xunit.Abstractions;

namespace Protect.Scorm.Tests;

/// <summary>Random damage to files that are imported (<see cref="FuzzRuns"/>).</summary>
public sealed class ImportFuzzTests(ITestOutputHelper output)
{
    private static readonly string[] Scraps =
    [
        "{",
        "}",
        "~",
        "=",
        "#",
        "####",
        "::",
        "\\",
        "\\n",
        "->",
        "..",
        "%50%",
        "%-33.3%",
        "$CATEGORY: ",
        "[html]",
        "[markdown]",
        "// [id:x] [tag:y]\n",
        "\n",
        "\n\n",
        "\r",
        "\t",
        "\0",
        "\uFEFF",
        "\uFDD0",
        "\uE001",
        "\uD800",
        "ANSWER: A\n",
        "\nA) ",
        "\nB. ",
        ";",
        ",",
        "\"",
        "'",
        "-",
        "![a](b)",
        "[a](javascript:x)",
        "[[1]]",
        "{{ country.x }}",
        "$x^2$",
        "<script>",
        "<img src=x onerror=y>",
        "<!--",
        "--!-",
        "<p>",
        "</div>",
        "&#0;",
        "&lt;",
        "1e999",
        "-1",
        "99999999999999999999",
        new string('{', 300),
        new string('<', 300),
        new string('x', 5_000),
        string.Concat(Enumerable.Repeat("<b>", 600)),
    ];

    [Theory(DisplayName = "Any damaged file becomes a course that compiles or has findings, without a crash")]
    [InlineData("gift", 400)]
    [InlineData("aiken", 300)]
    [InlineData("csv", 300)]
    [InlineData("xlsx", 300)]
    public void Damaged(string format, int usual)
    {
        byte[][] seeds = format == "xlsx" ? [Workbook(SheetTemplate.Rows)] : Seeds(format);
        Importer importer = Importers.All.Single(reader => reader.Name == format);
        int refused = 0,
            lossy = 0;
        long most = 0;
        FuzzRuns runs = FuzzRuns.Of(
            $"import-{format}",
            usual,
            random =>
            {
                byte[] seed = seeds[random.Next(seeds.Length)],
                    bytes = format == "xlsx" ? Bent(seed, random) : Torn(seed, random);
                var source = ImportSource.OfFile($"fuzz.{format}", bytes);
                long before = GC.GetAllocatedBytesForCurrentThread();
                ImportPlan plan = new ImportPlanner(source, importer, new ImportOptions()).New("imported");
                most = Math.Max(most, GC.GetAllocatedBytesForCurrentThread() - before);
                refused += plan.HasErrors ? 1 : 0;
                lossy += plan.Losses.Count > 0 ? 1 : 0;
                // Compilation takes most of the time.
                if (random.Next(10) == 0)
                    ImportTests.Compiles(plan);
            }
        );
        output.WriteLine(
            $"{runs.Runs} runs, 0 crashes, {refused} refused, {lossy} with losses, slowest "
                + $"{runs.Slowest.TotalMilliseconds:0} ms (run {runs.SlowestRun}), at most {most / 1_000_000} "
                + $"MB allocated"
        );
        Assert.True(lossy > runs.Runs / 8, "The damage is too harmless to prove anything.");
        Assert.True(runs.Slowest < TimeSpan.FromSeconds(60), $"Run {runs.SlowestRun} took {runs.Slowest}.");
        Assert.True(most < 1_000_000_000, $"A run allocated {most} bytes.");
    }

    private static byte[][] Seeds(string format) =>
        [
            .. Directory
                .EnumerateFiles(Repository.At("tests", "fixtures", "import", format), "*", SearchOption.AllDirectories)
                .Where(path => Path.GetFileName(path) is not ("losses.txt" or "expected.yaml"))
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllBytes),
        ];

    private static byte[] Torn(byte[] seed, Random random)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(FuzzRuns.Damaged(Encoding.UTF8.GetString(seed), random, Scraps));
        if (random.Next(20) == 0 && bytes.Length > 0)
            bytes[random.Next(bytes.Length)] = 0xFF;
        return bytes;
    }

    /// <summary>Damages the bytes of a workbook, or the text of its sheet.</summary>
    private static byte[] Bent(byte[] seed, Random random)
    {
        if (random.Next(2) == 0)
        {
            byte[] bytes = [.. seed];
            for (int times = random.Next(1, 6); times > 0; times--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            return random.Next(6) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
        }
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        string sheet =
            $"<worksheet xmlns='{main}'><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>prompt</t></is></c>"
            + "<c r='B1' t='s'><v>0</v></c></row><row r='2'><c r='A2' t='inlineStr'><is><t>How?</t></is></c>"
            + "<c r='B2'><v>1</v></c><c r='C2'><f>A1</f><v>1</v></c></row></sheetData></worksheet>";
        return ImportTests.Zip(
            ("xl/workbook.xml", $"<workbook xmlns='{main}'/>"),
            ("xl/sharedStrings.xml", $"<sst xmlns='{main}'><si><t>right</t></si></sst>"),
            (
                "xl/worksheets/sheet1.xml",
                FuzzRuns.Damaged(
                    sheet,
                    random,
                    [.. Scraps, "</c>", "<row>", "<c " + "r='ZZZZ9'>", "<f>", "<v>", "t='s'", "<!DOCTYPE a>", "<si>"]
                )
            )
        );
    }

    private static byte[] Workbook(IReadOnlyList<IReadOnlyList<string>> rows) => XlsxTable.Write("Questions", rows);
}
