using System.Globalization;
using System.Text;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Importing;
using Protect.Scorm.Importing.Html;
using Protect.Scorm.Model;
using Protect.Scorm.Rendering;

namespace Protect.Scorm.Tests;

/// <summary>Reading HTML of others, and documents of many pages.</summary>
public sealed class ImportDocumentsTests
{
    [Theory(DisplayName = "HTML of others becomes Markdown that a person would write")]
    [InlineData("a <b>bold</b> word", "a **bold** word")]
    [InlineData("a<b> bold </b>word", "a **bold** word")]
    [InlineData("<b>a</b><i>b</i>", "**a**_b_")]
    [InlineData("<b><i>both</i></b>", "**_both_**")]
    [InlineData("word<b>(x)</b>word", "word(x)word")]
    [InlineData("<b></b>x<i> </i>y", "x y")]
    [InlineData("5 * 3_a_b 2*3", "5 \\* 3_a_b 2\\*3")]
    [InlineData("1. no list", "1\\. no list")]
    [InlineData("- no list", "\\- no list")]
    [InlineData("# no heading", "\\# no heading")]
    [InlineData("one<br>- two", "one\\\n\\- two")]
    [InlineData("H<sub>2</sub>O x<sup>a b</sup>", "H~2~O x<sup>a b</sup>")]
    [InlineData("<code>a `b` {{ c }}</code>", "``a `b` {{{{ c }}}}``")]
    [InlineData("{{ slot }} &lt;b&gt; &amp;amp; $5", "&#123;&#123; slot }} \\<b> \\&amp; \\$5")]
    [InlineData("<a href='https://a.example/x(1)'>t</a>", "[t](https://a.example/x%281%29)")]
    [InlineData("<a href='javascript:x'>t</a><a href='/x'>u</a>", "tu")]
    [InlineData("https://a.example/a_b_c", "https://a.example/a_b_c")]
    [InlineData("ftp://a.example/", "ftp\\://a.example/")]
    [InlineData("<p>a</p>\n<p>b</p>", "a\n\nb")]
    [InlineData("<ul><li>a<ul><li>b</li></ul></li><li><p>c</p></li></ul>", "- a\n  - b\n- c")]
    [InlineData("<ol start=3><li>a</li><li>b</li></ol>", "3. a\n4. b")]
    [InlineData("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b")]
    [InlineData("<pre>a\n  b ```</pre>", "````\na\n  b ```\n````")]
    [InlineData("<table><tr><th>a<th>b|c</table>", "| a | b\\|c |\n| --- | --- |")]
    [InlineData("\\(x^2\\) and $$y$$ and \\(\\bad{\\)", "$x^2$ and $y$ and \\\\(\\\\bad{\\\\)")]
    [InlineData("<dl><dt>T</dt><dd>D</dd></dl>", "**T**\n\nD")]
    [InlineData("<script>x</script><style>y</style>z<iframe src=q></iframe>", "z")]
    public void Words(string html, string expected)
    {
        (string markdown, _) = Read(html);
        Assert.Equal(expected, markdown);
        Assert.True(DraftMarkdown.IsSound(markdown, isLine: false), markdown);
    }

    [Theory(DisplayName = "HTML that no parser survives becomes its text, quickly")]
    [InlineData("<div>", 100_000)]
    [InlineData("<b>", 100_000)]
    [InlineData("<p><b><p>", 50_000)]
    [InlineData("<!-- --!-", 1)]
    [InlineData("<table><tr><td>", 20_000)]
    [InlineData("<svg><g>", 50_000)]
    [InlineData("<a href='https://a.example'>", 50_000)]
    public void Hostile(string part, int times)
    {
        string html = part == "<!-- --!-" ? "<!--" + Repeated("--!-", 100_000) : Repeated(part, times);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        (string markdown, IReadOnlyList<Diagnostic> losses) = Read(html + "the words");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{clock.Elapsed}");
        Assert.True(losses.Count > 0 || markdown.Contains("the words"), markdown);
    }

    [Fact(DisplayName = "Any text shows on the page as it was in the source")]
    public void ShowsTheSame()
    {
        const string letters = "ab1 .,:;-_*#+=~^$|<>&!?()[]{}\\`'\"/é漢@\u00A0";
        var random = new Random(7);
        for (int run = 0; run < 4_000; run++)
        {
            string text = string.Concat(
                Enumerable.Range(0, random.Next(1, 24)).Select(_ => letters[random.Next(letters.Length)])
            );
            // Formulas of Moodle are meant to change.
            if (text.Contains("$$") || text.Contains(@"\(") || text.Contains(@"\["))
                continue;
            (string markdown, _) = Read(System.Net.WebUtility.HtmlEncode(text));
            var bag = new DiagnosticBag();
            var rich = new RichText(markdown, new SourceFile("", markdown).Start, true);
            string html = new Markdown(new HashSet<string>(), "ltr", bag).Render(rich).ToString() ?? "";
            Assert.False(bag.HasErrors, $"run {run}: {text} → {markdown}: {bag.Sorted.FirstOrDefault()?.Message}");
            string shown = BoundedHtml.Parse(html)!.TextContent;
            Assert.True(Same(text) == Same(shown), $"run {run}: {text} → {markdown} → {shown}");
        }
    }

    [Fact(DisplayName = "A Word document of 40 pages becomes a course of 40 pages that compiles")]
    public void FortyPages()
    {
        const string main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        var body = new StringBuilder();
        void Add(string text, string style = "") =>
            body.Append(
                CultureInfo.InvariantCulture,
                $"<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
            );
        string[] words = "people listen calm write help where team young time door ask plan".Split(' ');
        for (int page = 0; page < 40; page++)
        {
            if (page % 8 == 0)
                Add($"Chapter {(page / 8) + 1}", "Heading1");
            Add($"Section {page + 1}", "Heading2");
            for (int paragraph = 0; paragraph < 6; paragraph++)
                Add(
                    string.Join(
                        ' ',
                        Enumerable.Range(0, 60).Select(at => words[(at * 7 + page + paragraph) % words.Length])
                    ) + "."
                );
            Add($"Question: What is number {page + 1}?");
            Add($"Answer: word{page}");
        }
        ImportPlan plan = ImportTests.Plan(
            "forty.docx",
            ImportTests.Zip(
                (
                    "[Content_Types].xml",
                    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"
                ),
                ("word/document.xml", $"<w:document xmlns:w='{main}'><w:body>{body}</w:body></w:document>"),
                (
                    "word/styles.xml",
                    $"<w:styles xmlns:w='{main}'><w:style w:styleId='Heading1'><w:name w:val='heading 1'/></w:style>"
                        + "<w:style w:styleId='Heading2'><w:name w:val='heading 2'/></w:style></w:styles>"
                )
            )
        );
        Assert.Empty(plan.Losses.Select(DiagnosticText.Format));
        Assert.Equal((40, 5), (plan.Questions, plan.Modules));
        ImportTests.Compiles(plan);
    }

    private static string Repeated(string part, int times) => string.Concat(Enumerable.Repeat(part, times));

    private static string Same(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static (string Markdown, IReadOnlyList<Diagnostic> Losses) Read(string html)
    {
        var losses = new LossReport();
        List<HtmlPart> parts = new HtmlReader(new DraftCourse(), losses).Parts(
            html,
            new HtmlPlace("item", SourceFile.WithoutText("test").Start) { IsText = true }
        );
        return (string.Join("\n\n", parts.OfType<TextPart>().Select(part => part.Markdown)), losses.All);
    }
}
