using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Rendering;

namespace Protect.Scorm.Tests;

/// <summary>HTML of an author: refused or rebuilt, whatever it contains.</summary>
public sealed class RawHtmlTests
{
    // Markup that is harmless when it is first parsed, and active after it was written and parsed again.
    private static readonly string[] Hostile =
    [
        "<svg></p><style><a id=\"</style><img src=1 onerror=evil()>\">",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=evil()&gt;\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=evil()>",
        "<noscript><p title=\"</noscript><img src=x onerror=evil()>\">",
        "<template><s><template><s><img src=x onerror=evil()>@</s></template></s></template>",
        "<svg><foreignObject><p><style><!-- </style><img src=x onerror=evil()> -->",
        "<math><annotation-xml encoding=\"text/html\"><script>evil()</script></annotation-xml></math>",
        "<select><template><style><!--</style><a rel=\"--></style></template></select><img src=x onerror=evil()>\">",
        "<table><td><span lang=\"en\"><table><svg onload=evil()>",
        "<a href=\"java\tscript:evil()\">x</a>",
        "<abbr title=\"<img src=x onerror=evil()>\">x</abbr>",
        "<abbr title='\"><script>evil()</script>'>x</abbr>",
        "<abbr title=`><img src=x onerror=evil()>`>x</abbr>",
        "<span lang=\"en\" lang=\"onclick\" onclick=evil()>x</span>",
        "<span data-unchecked=\"true\"popover=auto>x</span>",
        "<SPAN LANG=\"en\">x</SPAN>",
        "<small><small><small>",
        "<q></small></q></span>",
        "<kbd/><sub /><sup>",
        "<br></br><br/>",
        "<!--><img src=x onerror=evil()>-->",
        "<!-- --!><img src=x onerror=evil()> -->",
        "<![CDATA[<img src=x onerror=evil()>]]>",
        "<?xml ><img src=x onerror=evil()> ?>",
        "<plaintext>",
        "<xmp><p id=\"</xmp><img src=x onerror=evil()>\">",
        "<title><img title=\"</title><img src=x onerror=evil()>\">",
        "<mark>[x](javascript:evil())</mark>",
        "<cite>![x](y.png)</cite>",
        "**<q>x** y</q>",
        "<mark>*<small>x</mark>*</small>",
    ];

    private static readonly string[] Glue =
    [
        "",
        " ",
        "\n",
        "\n\n",
        "- ",
        "> ",
        "*",
        "**",
        "`",
        "&lt;",
        "\"",
        "'",
        "\\",
    ];

    // Elements and attributes that may remain.
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["a"] = ["href", "title", "target", "rel", "data-page-link"],
        ["abbr"] = ["title"],
        ["span"] = ["lang", "dir", "data-unchecked"],
        ["code"] = ["class"],
        ["figure"] = ["class", "dir", "translate"],
        ["ol"] = ["start"],
        ["pre"] = ["tabindex"],
        ["td"] = ["class"],
        ["th"] = ["class"],
    };

    private static readonly string[] Plain = (
        "html head body p br hr em strong del figcaption ul li blockquote h2 h3 h4 h5 h6 table thead tbody tr "
        + "kbd sub sup cite q mark small"
    ).Split(' ');

    [Fact(DisplayName = "Whatever HTML a text has, the page has only listed elements, attributes and addresses of it")]
    public void OnlyListedNodes()
    {
        var random = new Random(20);
        int rebuilt = 0;
        for (int run = 0; run < 20_000; run++)
        {
            string markdown = string.Concat(
                Enumerable
                    .Range(0, random.Next(1, 6))
                    .Select(_ => Glue[random.Next(Glue.Length)] + Cut(Hostile[random.Next(Hostile.Length)], random))
            );
            string html = Render(markdown, random.Next(2) == 0, out DiagnosticBag bag);
            rebuilt += bag.HasErrors ? 0 : 1;
            IDocument page = new HtmlParser().ParseDocument(html);
            string? found = FindUnlisted(page);
            Assert.True(found is null, $"{found}\n{markdown}\n{html}");
            string again = page.Body!.InnerHtml;
            found = FindUnlisted(new HtmlParser().ParseDocument(again));
            Assert.True(found is null, $"written again: {found}\n{markdown}\n{again}");
        }
        Assert.InRange(rebuilt, 1000, 20_000);
    }

    [Theory(DisplayName = "HTML of an author is rebuilt: unclosed elements are closed, and any notation is understood")]
    [InlineData("a <q>b", "<p>a <q>b</q></p>", 1)]
    [InlineData("a <q>*b <mark>c*</q>", "<p>a <q><em>b <mark>c</mark></em></q></p>", 1)]
    [InlineData("<q>a <mark>b</q> c</mark>", "<p><q>a <mark>b</mark></q> c</p>", 2)]
    [InlineData("a <small>b\n\nc", "<p>a <small>b</small></p>\n<p>c</p>", 1)]
    [InlineData("a</q> b", "<p>a b</p>", 1)]
    [InlineData("a <SPAN lang=fr>b</SPAN>", "<p>a <span lang=\"fr\">b</span></p>", 0)]
    [InlineData("a <abbr title='\"b\"'>c</abbr>", "<p>a <abbr title=\"&quot;b&quot;\">c</abbr></p>", 0)]
    [InlineData("a<br/>b", "<p>a<br>b</p>", 0)]
    [InlineData("a\u00A0<sub>2</sub>", "<p>a\u00A0<sub>2</sub></p>", 0)]
    [InlineData(
        "<q>a</q>\n\n```js\nb\n```",
        "<p><q>a</q></p>\n"
            + "<figure class=\"code\" dir=\"ltr\" translate=\"no\"><figcaption>JavaScript</figcaption>"
            + "<pre><code class=\"language-js\">b\n</code></pre></figure>",
        0
    )]
    [InlineData("a <span data-unchecked=true>b</span>", "<p>a <span data-unchecked=\"true\">b</span></p>", 0)]
    [InlineData("a <span dir=auto>b</span>", "<p>a <span dir=\"auto\">b</span></p>", 0)]
    [InlineData("7. <q>a</q>\n8. b", "<ol start=\"7\">\n<li><q>a</q></li>\n<li>b</li>\n</ol>", 0)]
    public void Rebuilt(string markdown, string html, int warnings)
    {
        string rendered = Render(markdown, isLine: false, out DiagnosticBag bag);
        Assert.Equal(html, rendered);
        Assert.Equal(Enumerable.Repeat("unclosed-html", warnings), bag.Sorted.Select(finding => finding.Rule.Slug));
    }

    [Theory(DisplayName = "Markdown next to HTML of the author gives the same as alone")]
    [InlineData("a\n\n---\n\nb")]
    [InlineData("## a\n\n### b\n\n#### c\n\n##### d\n\n###### e")]
    [InlineData("## \u0627\u0628\n\n### \u0627\u0628\n\n#### \u0627\u0628\n\n##### \u0627\u0628")]
    [InlineData("| a | b | c |\n|---|:---:|---:|\n| 1 | 2 | 3 |")]
    [InlineData("| \u0627 | \u0628 |\n|---|---|\n| \u0627 | a |")]
    [InlineData("- a\n- b\n\n1. c\n2. d\n\n> e")]
    [InlineData("- \u0627\u0628\n\n1. \u0627\u0628\n\n> \u0627\u0628")]
    [InlineData("*a* **b** ~~c~~ `d` x^2^ H~2~O [e](https://e.org) <g@h.org>")]
    [InlineData("```python\na\n```")]
    [InlineData("$x^2$ and $\\sqrt{a} \\sqrt[3]{b} x_i^2 x_i \\frac{a}{b} \\binom{a}{b}$")]
    [InlineData("$$\\sum_{i=1}^n i \\quad \\overline{a} \\underline{b} \\mathbf{c} \\text{d} \\left( e \\right)$$")]
    [InlineData("$$\\begin{cases} a & b \\\\ c & d \\end{cases}$$")]
    [InlineData("$$\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}$$")]
    [InlineData("$$\\boxed{a} \\begin{pmatrix} a & b \\end{pmatrix} \\underbrace{a}_{b}$$")]
    public void SameNextToHtml(string markdown)
    {
        string alone = Render(markdown, isLine: false, out DiagnosticBag bag);
        Assert.Empty(bag.Sorted.Where(finding => finding.IsError).Select(DiagnosticText.Format));
        string html = Render("<q>a</q>\n\n" + markdown, isLine: false, out _);
        // An HTML parser writes empty elements without a slash.
        Assert.Equal("<p><q>a</q></p>\n" + alone.Replace(" />", ">"), html);
    }

    [Fact(DisplayName = "Glossary terms and links of a text with HTML keep all that the player needs")]
    public void TermsAndLinks()
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(
            TestCourse.Course + "glossary:\n  - {term: Hello, definition: A *kind* <q>greeting</q>.}\n"
        );
        files["modules/one.yaml"] = TestCourse.Utf8(
            TestCourse.Module.Replace(
                "Hello.",
                "\"<small>Hello</small>, [here](page:start) and [there](https://x.org).\""
            )
        );
        CompileResult result = TestCourse.Compile(files);
        Assert.Empty(result.Diagnostics);
        Assert.Contains(
            "<p><small><button type=\"button\" class=\"term\" popovertarget=\"t-start-1\">Hello</button>"
                + "<span class=\"meaning\" popover=\"\" id=\"t-start-1\"><strong>Hello</strong> "
                + "A <em>kind</em> <q>greeting</q>.</span></small>, "
                + "<a href=\"#p-start\" data-page-link=\"start\">here</a> and "
                + "<a href=\"https://x.org\" target=\"_blank\" rel=\"noopener noreferrer\">there</a>.</p>",
            Specs.TextOf(result.Package!, "index.html")
        );
    }

    [Theory(DisplayName = "An attribute or a value that is not listed is an error that names it")]
    [InlineData("a <span onclick=\"x\">b</span>", "“onclick” on <span> is not allowed in text.")]
    [InlineData("a <span lang=\"x y\">b</span>", "“lang=\"x y\"” on <span> is not allowed in text.")]
    [InlineData("a <span dir=\"up\">b</span>", "“dir=\"up\"” on <span> is not allowed in text.")]
    [InlineData("a <span class=\"meaning\">b</span>", "“class” on <span> is not allowed in text.")]
    [InlineData("a <a href=\"https://example.org\">b", "<a> is not allowed in text.")]
    [InlineData("a <svg>b", "<svg> is not allowed in text.")]
    [InlineData("  <div>", "<div> is not allowed in text.")]
    [InlineData("a <span data-unchecked=\"x\">b", "“data-unchecked=\"x\"” on <span> is not allowed in text.")]
    [InlineData("a </br> b", "</br> is not allowed in text.")]
    public void Refused(string markdown, string message)
    {
        Render(markdown, isLine: false, out DiagnosticBag bag);
        Assert.Equal((RenderingRules.RawHtml, message), (bag.Sorted[0].Rule, bag.Sorted[0].Message));
    }

    [Theory(DisplayName = "A link may only lead to a page, the web, mail or a phone")]
    [InlineData("https://example.org/a?b#c", true)]
    [InlineData("HTTP://example.org", true)]
    [InlineData("mailto:a@example.org", true)]
    [InlineData("tel:+33153063894", true)]
    [InlineData("#p-start", true)]
    [InlineData("httpx:example", false)]
    [InlineData("https:", false)]
    [InlineData("http", false)]
    [InlineData("javascript:x()", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("file:///etc/hostname", false)]
    [InlineData("//example.org", false)]
    [InlineData("#other", false)]
    [InlineData(" https://example.org", false)]
    public void Addresses(string address, bool isAllowed) => Assert.Equal(isAllowed, RawHtml.IsAddress(address));

    [Fact(DisplayName = "Of elements closed in the wrong order, the inner one is reported as unclosed")]
    public void WrongOrder()
    {
        Render("<q>a <mark>b</q> c</mark>", isLine: false, out DiagnosticBag bag);
        Assert.Equal(
            ["“<mark>” has no matching “</mark>” here.", "“</mark>” has no matching “<mark>” here."],
            bag.Sorted.Select(found => found.Message)
        );
    }

    [Fact(DisplayName = "Columns of a table are aligned by classes, because pages allow no styles of their own")]
    public void Tables() =>
        Assert.Equal(
            "<table> <thead> <tr> <th>a</th> <th>b</th> <th class=\"align-center\">c</th> "
                + "<th class=\"align-end\">d</th> "
                + "</tr> </thead> <tbody> <tr> <td>1</td> <td>2</td> <td class=\"align-center\">3</td> "
                + "<td class=\"align-end\">4</td> </tr> </tbody> </table>",
            Render("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |", isLine: false, out _).Replace('\n', ' ')
        );

    [Theory(DisplayName = "A text may have 20,000 characters, and no more")]
    [InlineData(20_000, false)]
    [InlineData(20_001, true)]
    public void Longest(int length, bool isTooLong)
    {
        string html = Render(new string('a', length), isLine: false, out DiagnosticBag bag);
        Assert.Equal(isTooLong, bag.HasErrors);
        Assert.Equal(isTooLong, html.Length == 0);
    }

    [Theory(DisplayName = "A link may have code or a character reference as its text, and a mail address makes a link")]
    [InlineData("[`a`](https://x.org)", "><code>a</code></a>")]
    [InlineData("[&amp;](https://x.org)", ">&amp;</a>")]
    [InlineData("<a@example.org>", "<a href=\"mailto:a@example.org\">a@example.org</a>")]
    [InlineData("<q>b</q> <a@example.org>", "<a href=\"mailto:a@example.org\">a@example.org</a>")]
    public void Links(string markdown, string html)
    {
        string rendered = Render(markdown, isLine: false, out DiagnosticBag bag);
        Assert.Empty(bag.Sorted);
        Assert.Contains(html, rendered);
    }

    [Theory(DisplayName = "A refused link has no address")]
    [InlineData("<javascript:x()>")]
    [InlineData("[a](javascript:x())")]
    public void NoAddress(string markdown)
    {
        string html = Render(markdown, isLine: false, out DiagnosticBag bag);
        Assert.True(bag.HasErrors);
        Assert.DoesNotContain("=\"javascript", html);
    }

    [Theory(DisplayName = "A piece of text that is no tag is refused as a piece of HTML")]
    [InlineData("<")]
    [InlineData("")]
    [InlineData("<!x>")]
    [InlineData("<?x>")]
    public void NoTag(string text) => Assert.Equal(new RawTag("", false, "A piece of HTML"), RawHtml.Read(text));

    public static TheoryData<string> Endless =>
        [
            "a " + string.Concat(Enumerable.Repeat("<q>", 100_000)),
            "a " + string.Concat(Enumerable.Repeat("<small>", 31)),
            "a " + string.Concat(Enumerable.Repeat("<kbd></kbd>", 2000)),
            "a <abbr title=\"" + new string('x', 100_000) + "\">b</abbr>",
            string.Concat(Enumerable.Repeat("*<q>", 5000)),
        ];

    [Theory(DisplayName = "A text with endless HTML is an error within seconds, and is never parsed")]
    [MemberData(nameof(Endless))]
    public void IsBounded(string markdown)
    {
        var watch = Stopwatch.StartNew();
        string html = Render(markdown, isLine: false, out DiagnosticBag bag);
        Assert.Contains(
            bag.Sorted,
            finding => finding.Rule == RenderingRules.TooMuchHtml || finding.Rule == RenderingRules.TextTooLong
        );
        Assert.DoesNotContain("<q>", html);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact(DisplayName = "Comments that overflow the stack of the parser never reach it")]
    public void CommentsAreNotParsed()
    {
        string html = Render(
            "a <q>b</q> <!--" + string.Concat(Enumerable.Repeat("--!-", 100_000)) + "--> c",
            isLine: false,
            out _
        );
        Assert.DoesNotContain("<!--", html);
        ParsedHtml parsed = ParsedHtml.OfPart("<!--" + string.Concat(Enumerable.Repeat("--!-", 100_000)) + "-->");
        Assert.Null(parsed.Document);
        Assert.NotNull(parsed.Fault);
    }

    [Theory(DisplayName = "Endless nesting in a template is a fault within seconds")]
    [InlineData("<div>")]
    [InlineData("<b><i><a>")]
    [InlineData("<svg>")]
    [InlineData("<table><tr><td>")]
    public void NestingIsBounded(string tags)
    {
        var watch = Stopwatch.StartNew();
        ParsedHtml parsed = ParsedHtml.OfPart(string.Concat(Enumerable.Repeat(tags, 100_000)));
        Assert.NotNull(parsed.Fault);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    private static string Cut(string text, Random random) =>
        random.Next(4) > 0 ? text : text[..random.Next(1, text.Length)];

    private static string Render(string text, bool isLine, out DiagnosticBag bag) =>
        new Markdown(new HashSet<string>(), "ltr", bag = new DiagnosticBag())
            .Render(new RichText(text, SourceFile.WithoutText("x.yaml").Start, IsBlock: false) { IsLine = isLine })
            .Text;

    private static string? FindUnlisted(IDocument page)
    {
        if (page.Descendants<IComment>().FirstOrDefault() is { } comment)
            return $"comment {comment.Data}";
        foreach (IElement element in page.All)
        {
            string[]? names = Known.GetValueOrDefault(element.LocalName);
            if (names is null && !Plain.Contains(element.LocalName))
                return $"<{element.LocalName}>";
            if (element.Attributes.FirstOrDefault(a => names?.Contains(a.Name) != true) is { } attribute)
                return $"{attribute.Name} on <{element.LocalName}>";
            if (element.GetAttribute("href") is { Length: > 0 } address && !RawHtml.IsAddress(address))
                return address;
        }
        return null;
    }
}
