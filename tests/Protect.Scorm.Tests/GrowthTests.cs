using System.Diagnostics;
using System.Text;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Translating;
using Protect.Scorm.Yaml;
using Xunit;
using Xunit.Abstractions;

namespace Protect.Scorm.Tests;

/// <summary>Inputs of which four times as much must not take sixteen times as long.</summary>
public sealed class GrowthTests(ITestOutputHelper log)
{
    /// <summary>Time of four times the input, divided by the time of the input: 4 if linear, 16 if quadratic.</summary>
    private const double MostRatio = 9;

    /// <summary>A shorter time says nothing on a busy machine: quadratic ones took half a minute.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(5);

    private static string Times(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();

    private static string Count(int count, Func<int, string> text) =>
        string.Concat(Enumerable.Range(0, count).Select(text));

    /// <summary>Texts of YAML files, with a number of parts.</summary>
    private static readonly Dictionary<string, (int Parts, Func<int, string> Text)> YamlFiles = new()
    {
        ["aliases on one line"] = (20_000, n => $"a: [{Times("*a, ", n)}b]\n"),
        ["tags on one line"] = (20_000, n => $"a: [{Times("!a b, ", n)}b]\n"),
        ["anchors on one line"] = (20_000, n => $"a: [{Times("&a b, ", n)}b]\n"),
        ["unclosed brackets"] = (200_000, n => $"a: {Times("[", n)}\n"),
        ["unclosed brackets on lines"] = (200_000, n => $"a: {Times("[\n ", n)}\n"),
        ["unclosed braces"] = (200_000, n => $"a: {Times("{", n)}\n"),
        ["brackets in a key"] = (200_000, n => $"? b\n: c\n? [d]\n: {Times("[", n)}\n"),
        ["nested lists on one line"] = (100_000, n => $"{Times("- ", n)}a\n"),
        ["keys"] = (60_000, n => Count(n, i => $"k{i}: a\n")),
        ["equal keys"] = (60_000, n => Times("k: a\n", n)),
        ["keys on one line"] = (40_000, n => $"{{{Count(n, i => $"k{i}: a, ")}}}\n"),
        ["texts in quotation marks"] = (40_000, n => $"a: [{Times("\"b\", ", n)}c]\n"),
        ["texts over two lines"] = (40_000, n => $"a:\n{Times("  - \"b\n    c\"\n", n)}"),
        ["an unclosed quotation mark"] = (100_000, n => $"a: \"b\n{Times("c: 'd\n", n)}"),
        ["second colons"] = (40_000, n => $"a: {Times("b: ", n)}\n"),
        ["blank lines"] = (200_000, n => $"a: |\n{Times("\n", n)}b: [\n"),
        ["comments"] = (100_000, n => $"{Times("# a\n", n)}b: [\n"),
        ["bad lines"] = (50_000, n => $"a: |\n  b\n{Times(" c\n", n)}"),
    };

    public static TheoryData<string> NamesOfYaml => [.. YamlFiles.Keys];

    [Theory(DisplayName = "The time to read a YAML file grows with its size, whatever is in it")]
    [MemberData(nameof(NamesOfYaml))]
    public void OfYaml(string name) =>
        Grows(
            name,
            YamlFiles[name],
            text =>
            {
                var bag = new DiagnosticBag();
                YamlDocument.Parse(new SourceFile("a.yaml", text), bag);
                _ = bag.Sorted.Select(DiagnosticText.Format).Count();
            }
        );

    /// <summary>Texts with placeholders, with a number of parts.</summary>
    private static readonly Dictionary<string, (int Parts, Func<int, string> Text)> Placeholders = new()
    {
        ["slots"] = (5_000, n => Times("{{ country.child_helpline }} ", n)),
        ["slots on lines"] = (5_000, n => Times("{{ country.child_helpline }}\n", n)),
        ["unknown slots"] = (2_500, n => Times("{{ country.x }} ", n)),
        ["mistyped slots"] = (2_500, n => Times("{{ Country.child }} ", n)),
        ["unknown sources"] = (2_500, n => Times("{{ source.x }} ", n)),
        ["an unclosed slot"] = (50_000, n => $"{{{{{Times(" ", n)}x"),
        ["braces"] = (50_000, n => Times("{", n)),
    };

    public static TheoryData<string> NamesOfPlaceholders => [.. Placeholders.Keys];

    [Theory(DisplayName = "The time to fill placeholders grows with their number")]
    [MemberData(nameof(NamesOfPlaceholders))]
    public void OfPlaceholders(string name) => Grows(name, Placeholders[name], text => Compile(text));

    /// <summary>Markdown that is slow to parse, with a number of parts that is more than fits.</summary>
    private static readonly Dictionary<string, (int Parts, Func<int, string> Text)> Bodies = new()
    {
        ["unclosed brackets"] = (10_000, n => Times("[", n)),
        ["unclosed links"] = (10_000, n => Times("[a](", n)),
        ["unclosed pictures"] = (10_000, n => Times("![a](", n)),
        ["links"] = (2_500, n => Times("[a](https://a.example) ", n)),
        ["broken links"] = (2_500, n => Times("[a](page:x) ", n)),
        ["emphasis"] = (10_000, n => Times("*a **b ", n)),
        ["closed emphasis"] = (5_000, n => Times("*a* **b** ", n)),
        ["unpaired marks"] = (2_500, n => Times("**a ", n)),
        ["spaces after a mark"] = (20_000, n => $"a ** {Times(" ", n)}b"),
        ["underscores"] = (10_000, n => Times("_a __b ", n)),
        ["tildes"] = (10_000, n => Times("~~a ", n)),
        ["back ticks"] = (10_000, n => Count(n / 100, i => $"{Times("`", i + 1)} ")),
        ["less-than signs"] = (10_000, n => Times("<", n)),
        ["unclosed tags"] = (10_000, n => Times("<a ", n)),
        ["unclosed comments"] = (10_000, n => Times("a <!-- ", n)),
        ["unclosed formulas"] = (10_000, n => Times("\\(a ", n)),
        ["unclosed display formulas"] = (10_000, n => Times("\\[a ", n)),
        ["dollars"] = (10_000, n => Times("$a ", n)),
        ["entities"] = (10_000, n => Times("&a", n)),
        ["addresses"] = (5_000, n => Times("https://a.example ", n)),
        ["cells of a table"] = (2_500, n => $"{Times("|a", n)}|\n{Times("|-", n)}|\n"),
        ["rows of a table"] = (2_500, n => $"|a|b|\n|-|-|\n{Times("|c|d|\n", n)}"),
        ["bars"] = (10_000, n => Times("a|", n)),
        ["dashes"] = (20_000, n => $"{Times("-", n)}x"),
        ["items"] = (5_000, n => Times("- a\n", n)),
        ["paragraphs"] = (5_000, n => Times("a\n\n", n)),
        ["headings"] = (2_500, n => Times("## a\n\n", n)),
        ["definitions of links"] = (5_000, n => Count(n, i => $"[a{i}]: https://a.example\n")),
        ["uses of link definitions"] = (2_500, n => $"[a]: https://a.example\n\n{Times("[a] [b] ", n)}"),
        ["footnotes"] = (2_500, n => Times("[^a] ", n)),
        ["backslashes"] = (20_000, n => Times("\\", n)),
        ["spaces at the ends of lines"] = (10_000, n => Times("a  \n", n)),
        ["a long word"] = (100_000, n => Times("a", n)),
        ["a long line"] = (20_000, n => Times("word ", n)),
        ["sentences"] = (10_000, n => Times("One. ", n)),
        ["spaces"] = (50_000, n => $"a{Times(" ", n)}b"),
    };

    public static TheoryData<string> NamesOfBodies => [.. Bodies.Keys];

    [Theory(DisplayName = "The longest text that is read takes a few seconds, whatever is in it")]
    [MemberData(nameof(NamesOfBodies))]
    public void OfTexts(string name)
    {
        const int most = Rendering.Markdown.MostCharacters - 1; // YAML adds a line break
        string text = Bodies[name].Text(20_000);
        Assert.InRange(text.Length, most, int.MaxValue);
        var clock = Stopwatch.StartNew();
        IReadOnlyList<Diagnostic> findings = Compile(text[..most]);
        log.WriteLine($"{name}: {clock.ElapsedMilliseconds} ms");
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.DoesNotContain(findings, finding => finding.Rule.Slug == "text-too-long");
    }

    private static IReadOnlyList<Diagnostic> Compile(string text)
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(TestCourse.Course + TestCourse.Countries);
        string body = text.ReplaceLineEndings("\n          ");
        files["modules/one.yaml"] = TestCourse.Utf8(
            TestCourse.Module.Replace("        body: Hello.\n", $"        body: |\n          {body}\n")
        );
        IReadOnlyList<Diagnostic> findings = TestCourse.Compile(files).Diagnostics;
        _ = findings.Select(DiagnosticText.Format).Count();
        return findings;
    }

    /// <summary>Files of translators, with a number of parts.</summary>
    private static readonly Dictionary<string, (int Parts, Func<int, string> Text)> Translations = new()
    {
        ["placeholders in a unit"] = (5_000, n => Unit(Count(n, i => $"<ph id='{i}'>{{{{ {i} }}}}</ph>"))),
        ["equal placeholders"] = (5_000, n => Unit(Times("<ph id='1'>*</ph>", n))),
        ["nested groups"] = (100_000, n => Xliff($"{Times("<group>", n)}{Times("</group>", n)}")),
        ["nested marks"] = (50_000, n => Unit($"{Times("<mrk>a", n)}{Times("</mrk>", n)}")),
        ["unknown elements"] = (50_000, n => Xliff($"{Times("<a>", n)}{Times("</a>", n)}")),
        ["units"] = (10_000, n => Xliff(Count(n, i => $"<trans-unit id='{i}'><source>a</source></trans-unit>"))),
        ["equal units"] = (10_000, n => Xliff(Times("<trans-unit id='a'><source>a</source></trans-unit>", n))),
        ["notes"] = (20_000, n => Xliff($"<trans-unit id='a'>{Times("<note>a</note>", n)}</trans-unit>")),
        ["attributes"] = (5_000, n => Xliff($"<trans-unit {Count(n, i => $"a{i}='b' ")}/>")),
        ["an unclosed element"] = (100_000, n => Xliff(Times("<", n))),
    };

    private static string Xliff(string body) =>
        "<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'><file source-language='en' "
        + $"target-language='fr'><body>{body}</body></file></xliff>";

    private static string Unit(string text) =>
        Xliff($"<trans-unit id='a'><source>{text}</source><target>{text}</target></trans-unit>");

    public static TheoryData<string> NamesOfTranslations => [.. Translations.Keys];

    [Theory(DisplayName = "The time to read XLIFF grows with its size, whatever is in it")]
    [MemberData(nameof(NamesOfTranslations))]
    public void OfXliff(string name) =>
        Grows(
            name,
            Translations[name],
            text =>
            {
                var bag = new DiagnosticBag();
                if (XliffFile.Read(new SourceFile("fr.xlf", text), bag) is { } read)
                    XliffFile.Write(read, "course.yaml");
            }
        );

    private static readonly Dictionary<string, (int Parts, Func<int, string> Text)> Catalogues = new()
    {
        ["lines of a text"] = (50_000, n => $"msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"\"\n{Times("\"c\\n\"\n", n)}"),
        ["entries"] = (20_000, n => Count(n, i => $"msgctxt \"{i}\"\nmsgid \"b\"\nmsgstr \"c\"\n\n")),
        ["a long line"] = (200_000, n => $"msgctxt \"a\"\nmsgid \"{Times("\\n", n)}\"\nmsgstr \"c\"\n"),
        ["comments"] = (50_000, n => Times("#, fuzzy\n", n)),
        ["blank lines"] = (100_000, n => Times("\n", n)),
    };

    public static TheoryData<string> NamesOfCatalogues => [.. Catalogues.Keys];

    [Theory(DisplayName = "The time to read PO grows with its size, whatever is in it")]
    [MemberData(nameof(NamesOfCatalogues))]
    public void OfPo(string name) =>
        Grows(
            name,
            Catalogues[name],
            text =>
            {
                if (PoFile.Read(new SourceFile("fr.po", text), new DiagnosticBag()) is { } read)
                    PoFile.Write(read);
            }
        );

    [Theory(DisplayName = "The time to compare the codes of a text and its translation grows with their number")]
    [InlineData("*a* ")]
    [InlineData("`a` ")]
    [InlineData("{{ country.a }} ")]
    [InlineData("[a](b) ")]
    [InlineData("<b")]
    [InlineData("-")]
    [InlineData("[")]
    public void OfCodes(string part) =>
        Grows(
            part,
            (10_000, n => Times(part, n) + "x"),
            text =>
            {
                MarkupCodes.Compare(text, text, isMarkdown: true);
                MarkupCodes.Compare(text, "", isMarkdown: true);
                MarkupCodes.Compare("", text, isMarkdown: true);
            }
        );

    [Fact(DisplayName = "The time to link glossary terms grows with the glossary and with the text")]
    public void OfTerms()
    {
        // Twice the terms in twice the text are four times the work.
        Grows("terms", (200, n => $"{n}"), Use, factor: 2);

        static void Use(string count)
        {
            int terms = int.Parse(count, System.Globalization.CultureInfo.InvariantCulture);
            Dictionary<string, byte[]> files = TestCourse.Files();
            files["course.yaml"] = TestCourse.Utf8(
                $"{TestCourse.Course}glossary:\n"
                    + Count(terms, i => $"  - term: word{i}x\n    definition: Meaning {i}.\n")
            );
            files["modules/one.yaml"] = TestCourse.Utf8(
                TestCourse.Module.Replace("Hello.", Count(terms, i => $"word{i}x ") + "end.")
            );
            Assert.NotNull(TestCourse.Compile(files).Package);
        }
    }

    private void Grows(string name, (int Parts, Func<int, string> Text) input, Action<string> use, int factor = 4)
    {
        string small = input.Text(input.Parts),
            large = input.Text(input.Parts * factor);
        use(input.Text(10)); // compiles the code
        TimeSpan first = Fastest(small, use),
            second = Fastest(large, use);
        double ratio = second / first;
        log.WriteLine($"{name}: {first.TotalMilliseconds:F0} ms, {second.TotalMilliseconds:F0} ms: {ratio:F1}");
        Assert.True(
            second < Short || ratio < MostRatio,
            $"{name}: {first.TotalMilliseconds:F0} ms, with {factor} times as much {second.TotalMilliseconds:F0} ms"
        );
    }

    /// <summary>Returns the shortest of three times; of one, when it is long.</summary>
    private static TimeSpan Fastest(string text, Action<string> use)
    {
        TimeSpan fastest = TimeSpan.MaxValue;
        for (int run = 0; run < 3 && (run == 0 || fastest < TimeSpan.FromSeconds(2)); run++)
        {
            var clock = Stopwatch.StartNew();
            use(text);
            if (clock.Elapsed < fastest)
                fastest = clock.Elapsed;
        }
        return fastest;
    }
}
