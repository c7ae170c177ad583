using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Scanning;
using Protect.Scorm.Model;
using Protect.Scorm.Rendering;

namespace Protect.Scorm.Tests;

/// <summary>Scripts in a package: only those of the compiler, whatever texts and themes contain.</summary>
public sealed class ActiveContentTests
{
    private const string Evil = "<!-- --!><script src=\"media/evil.txt\"></script> -->";

    private static readonly string[] Fragments =
    [
        "<!--",
        "-->",
        "--!>",
        "<!-->",
        "<!--->",
        "<script src=\"media/evil.txt\">",
        "</script>",
        "<img src=x onerror=\"evil()\">",
        "<svg onload=evil()>",
        "<iframe srcdoc=\"x\">",
        "<a href=\"javascript:evil()\">",
        "[a](javascript:evil())",
        "<javascript:evil()>",
        "<span lang=\"en\">",
        "</span>",
        "<span onclick=\"evil()\">",
        "<br>",
        "<br/onclick=evil()>",
        "<!doctype html>",
        "<?php ?>",
        "<![CDATA[",
        "]]>",
        "<style>",
        "<math><mtext>",
        "`",
        "```\n",
        "\n",
        "\n\n",
        "- ",
        "> ",
        "    ",
        "| a | b |\n|---|---|\n| ",
        "&lt;script&gt;",
        "\\<",
        "word ",
        "\"",
        "'",
        "--",
        ">",
        "<",
    ];

    // Elements that Markdown itself makes, and the few tags that a text may hold.
    private static readonly HashSet<string> Harmless = new(
        (
            "html head body p br hr em strong del code pre ul ol li blockquote h2 h3 h4 h5 h6 a "
            + "table thead tbody tr th td abbr span kbd sub sup cite q mark small figure figcaption"
        ).Split(' '),
        StringComparer.Ordinal
    );

    [Theory(DisplayName = "Every part that could run or load something is found, and nothing else")]
    [InlineData("<meta http-equiv=\" Refresh\" content=\"0;url=https://x.org\">", "<meta http-equiv=\"refresh\">")]
    [InlineData("<meta name=\"viewport\" http-equiv=\"x-ua-compatible\" content=\"refresh\">", "")]
    [InlineData("<p http-equiv=\"refresh\">", "")]
    [InlineData("<button formaction=\"javascript:a()\">", "<button formaction=\"javascript:\">")]
    [InlineData("<div data=\" java\nscript:a()\">", "<div data=\"javascript:\">")]
    [InlineData(
        "<animate to=\"javascript:a()\" from=\"javascript:a()\">",
        "<animate to=\"javascript:\"> <animate from=\"javascript:\">"
    )]
    [InlineData(
        "<animate values=\"javascript:a()\" by=\"javascript:a()\">",
        "<animate values=\"javascript:\"> <animate by=\"javascript:\">"
    )]
    [InlineData("<a href=\"https://x.org/?javascript:\">", "")]
    public void Found(string html, string parts) =>
        Assert.Equal(parts, string.Join(' ', ActiveContent.Find(html).Select(part => part.What)));

    [Fact(DisplayName = "A page of any text contains no comment, script or foreign element of that text")]
    public void TextsAreHarmless()
    {
        var random = new Random(18);
        var parser = new HtmlParser();
        int rendered = 0;
        for (int run = 0; run < 20_000; run++)
        {
            string markdown = string.Concat(
                Enumerable.Range(0, random.Next(1, 9)).Select(_ => Fragments[random.Next(Fragments.Length)])
            );
            var bag = new DiagnosticBag();
            string html = Render(markdown, random.Next(2) == 0, bag);
            if (bag.HasErrors)
                continue; // Nothing is built then.
            rendered++;
            string? found = FindActive(parser.ParseDocument(html));
            Assert.True(found is null, $"{found}\n{markdown}\n{html}");
        }
        Assert.InRange(rendered, 1000, 20_000);
    }

    [Theory(DisplayName = "A comment in Markdown is never printed")]
    [InlineData("One <!-- hidden --> two.", "<p>One  two.</p>")]
    [InlineData("One <!-- --!><script src=\"media/evil.txt\"></script> --> two.", "<p>One  two.</p>")]
    [InlineData("One <!--> two.", null)]
    [InlineData("One\n\n<!-- a\nb -->\n\ntwo.", "<p>One</p>\n<p>two.</p>")]
    [InlineData("- <!-- in a list -->\n- two", "<ul>\n<li></li>\n<li>two</li>\n</ul>")]
    [InlineData("`<!-- code -->`", "<p><code>&lt;!-- code --&gt;</code></p>")]
    public void CommentsAreNotPrinted(string markdown, string? html)
    {
        var bag = new DiagnosticBag();
        string printed = Render(markdown, isLine: false, bag);
        Assert.DoesNotContain("<!--", printed);
        if (html is not null)
            Assert.Equal(html, printed);
    }

    [Fact(DisplayName = "Text lost behind a comment is an error at its line")]
    public void NothingIsLostBehindComments()
    {
        CompileResult result = TestCourse.CompileBlocks(
            "      - type: text\n        body: |\n          One.\n\n          <!-- note --> Read this.\n"
        );
        Diagnostic fault = Assert.Single(result.Diagnostics, d => d.Rule.Severity == Severity.Error);
        Assert.Equal("lost-behind-comment", fault.Rule.Slug);
        Assert.Equal(11, fault.Span.Line);
    }

    public static TheoryData<string> Fields =>
        ["body", "prompt", "option", "feedback", "glossary", "support", "credits", "summary"];

    [Theory(DisplayName = "No page contains a script that a comment in any field hides")]
    [MemberData(nameof(Fields))]
    public void HiddenScripts(string field)
    {
        string In(string name) => name == field ? $"Read. {Evil}" : "Read.";
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(
            TestCourse.Course
                + $"credits: ['{In("credits")}']\n"
                + $"glossary:\n  - {{term: Word, definition: '{In("glossary")}'}}\n"
                + "guide:\n  before: Read.\n  day: Meet.\n"
                + $"support:\n  title: Help\n  body: '{In("support")}'\n"
        );
        files["modules/one.yaml"] = TestCourse.Utf8(
            $"""
            id: one
            title: One
            summary: '{In("summary")}'
            pages:
              - id: start
                title: Start
                blocks:
                  - type: text
                    body: 'A Word. {In("body")}'
                  - type: download
                    src: media/evil.txt
                    label: A file
                  - type: single-choice
                    id: q
                    prompt: '{In("prompt")}'
                    options:
                      - {"{"}text: 'One {In("option")}', correct: true, feedback: '{In("feedback")}'{"}"}
                      - {"{"}text: Two, feedback: Think again.{"}"}

            """
        );
        files["media/evil.txt"] = TestCourse.Utf8("window.XSS = 1");
        CompileResult result = TestCourse.Compile(
            files,
            new CompileOptions { Booklets = [Booklet.Facilitator, Booklet.Workbook] }
        );
        Assert.Empty(result.Diagnostics.Where(fault => fault.IsError).Select(DiagnosticText.Format));
        Assert.NotNull(result.Package);
        foreach (PackageFile file in result.Package.Files.Where(file => file.IsText))
            Assert.DoesNotContain("media/evil.txt\\u0022", Specs.TextOf(result.Package, file.Name));
        foreach (PackageFile file in result.Package.Files.Where(file => file.Name.EndsWith(".html")))
            Assert.DoesNotContain("<script src", Encoding.UTF8.GetString(file.Bytes.Span));
        foreach (string booklet in result.Booklets.Select(booklet => booklet.Html))
            Assert.DoesNotContain("<script", booklet);
    }

    [Theory(DisplayName = "A theme with its own script is an error that names the script")]
    [InlineData("layout.html", "<script src=\"media/evil.txt\"></script>", "active-content")]
    [InlineData("layout.html", "<script>evil()</script>", "active-content")]
    [InlineData("layout.html", "<!-- --!><script src=\"probe.txt\"></script> -->", "active-content")]
    [InlineData("print.html", "<script src=\"probe.txt\"></script>", "active-content")]
    [InlineData("print.html", "<a href=\"JavaScript:evil()\">x</a>", "active-content")]
    [InlineData("print.html", "<a href=\" &#106;avascript:evil()\">x</a>", "active-content")]
    [InlineData("print.html", "<iframe srcdoc=\"x\"></iframe>", "active-content")]
    [InlineData("print.html", "<object data=\"probe.txt\"></object>", "active-content")]
    [InlineData("booklet.html", "<script>evil()</script>", "active-content")]
    [InlineData("page.html", "<script>evil()</script>", "active-content")]
    [InlineData("page.html", "<p onclick=\"evil()\">x</p>", "inline-handler")]
    [InlineData("booklet.html", "<p onclick=\"evil()\">x</p>", "inline-handler")]
    public void ThemesBringNoPrograms(string template, string markup, string rule)
    {
        string own = File.ReadAllText(Repository.At("templates", "default", template));
        string changed = template is "page.html" ? markup + own : own.Replace("</body>", markup + "</body>");
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(TestCourse.Course + "guide:\n  before: Read.\n  day: Meet.\n");
        CompileResult result = TestCourse.Compile(
            files,
            new CompileOptions
            {
                Theme = SourceFolder.InMemory(new Dictionary<string, byte[]> { [template] = TestCourse.Utf8(changed) }),
            }
        );
        Assert.Null(result.Package);
        Assert.Contains(result.Diagnostics, fault => fault.Rule.Slug == rule && fault.Rule.Severity == Severity.Error);
    }

    [Theory(DisplayName = "A data block is text, but inside SVG it is markup and is searched")]
    [InlineData("<script type=\"application/json\"><img onerror=\"x\"></script>", "")]
    [InlineData("<svg><script type=\"application/json\"><img onerror=\"x\"></script></svg>", "<img onerror>")]
    [InlineData("<math><script type=\"application/json\"><script>x</script></script></math>", "<script>")]
    [InlineData("<svg></svg><script type=\"application/json\"><img onerror=\"x\"></script>", "")]
    [InlineData("<svg/><script type=\"application/json\"><img onerror=\"x\"></script>", "")]
    public void DataBlocks(string html, string found) =>
        Assert.Equal(found, string.Join(' ', ActiveContent.Find(html).Select(part => part.What)));

    [Theory(DisplayName = "A data block is found by its id")]
    [InlineData("<p id=\"d\">x</p><script>a</script><script id=\"d\">{}</script><script id=\"d\">2</script>", "{}")]
    [InlineData("<p id=\"d\">x</p><script id=\"e\">{}</script>", null)]
    public void DataBlock(string html, string? text) => Assert.Equal(text, ActiveContent.DataBlock(html, "d"));

    [Theory(DisplayName = "An address is a program as a browser reads it")]
    [InlineData("javascript:", true)]
    [InlineData("JavaScript:x()", true)]
    [InlineData("java\tscr\nip\rt:x()", true)]
    [InlineData("\u0001 javascript:x()", true)]
    [InlineData("java script:x()", false)]
    [InlineData("javascript", false)]
    [InlineData("java", false)]
    [InlineData("", false)]
    [InlineData("x:javascript:", false)]
    public void Programs(string address, bool isProgram) => Assert.Equal(isProgram, ActiveContent.IsProgram(address));

    [Theory(DisplayName = "An attribute whose name begins with “on” and goes on is an event attribute")]
    [InlineData("onclick", true)]
    [InlineData("onx", true)]
    [InlineData("on", false)]
    [InlineData("icon", false)]
    public void Handlers(string name, bool isHandler) => Assert.Equal(isHandler, ActiveContent.IsHandler(name));

    [Theory(DisplayName = "Pages without a program may run none; index.html runs only the program whose hash it names")]
    [InlineData("hello")]
    [InlineData("showcase")]
    [InlineData("protect")]
    public void Policies(string course)
    {
        CompileResult result = CourseCompiler.Compile(
            SourceFolder.Course(Repository.At("courses", course), $"courses/{course}"),
            new CompileOptions()
        );
        var parser = new HtmlParser();
        foreach (PackageFile file in result.Package!.Files.Where(file => file.Name.EndsWith(".html")))
        {
            IDocument page = parser.ParseDocument(Encoding.UTF8.GetString(file.Bytes.Span));
            string scripts = page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!
                .GetAttribute("content")!
                .Split("; ")
                .Single(part => part.StartsWith("script-src ", StringComparison.Ordinal));
            if (file.Name == "index.html")
                Assert.Matches("^script-src 'sha256-[A-Za-z0-9+/]{43}=' 'strict-dynamic' 'self'$", scripts);
            else
                Assert.Equal("script-src 'none'", scripts);
            // A script that a page asks for itself would be refused.
            Assert.Empty(page.QuerySelectorAll("script[src]"));
            Assert.True(file.Name == "index.html" || page.Scripts.Length == 0, file.Name);
        }
    }

    private static string Render(string text, bool isLine, DiagnosticBag bag) =>
        new Markdown(new HashSet<string>(), "ltr", bag)
            .Render(new RichText(text, SourceFile.WithoutText("x.yaml").Start, IsBlock: false) { IsLine = isLine })
            .Text;

    private static string? FindActive(IDocument page)
    {
        if (page.Descendants<IComment>().FirstOrDefault() is { } comment)
            return $"comment {comment.Data}";
        foreach (IElement element in page.All)
        {
            if (!Harmless.Contains(element.LocalName))
                return $"<{element.LocalName}>";
            if (
                element.Attributes.FirstOrDefault(a => a.Name.StartsWith("on", StringComparison.Ordinal)) is { } handler
            )
                return $"{element.LocalName} {handler.Name}";
            string address = (element.GetAttribute("href") ?? "").TrimStart();
            if (address.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
                return address;
        }
        return null;
    }
}
