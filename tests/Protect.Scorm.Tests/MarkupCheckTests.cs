using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Tests;

/// <summary>Faults in the HTML of themes: found at build time, with the template that makes them.</summary>
public sealed class MarkupCheckTests
{
    [Theory(DisplayName = "A fault in the HTML of a template is an error at its place in the template")]
    [InlineData("blocks/text.html", "<div>{{ block.body }}", "broken-html", "(1,1)")]
    [InlineData("blocks/text.html", "<p>a</p>\n<b><i>{{ block.body }}</b></i>", "broken-html", "(2,4)")]
    [InlineData("blocks/text.html", "<p>{{ block.body }}</p>", "broken-html", "(1,20)")]
    [InlineData("blocks/text.html", "{{ block.body }}</section>", "broken-html", "(1,17)")]
    [InlineData("blocks/text.html", "<label><span>a <input></label>{{ block.body }}", "broken-html", "(1,8)")]
    [InlineData("blocks/text.html", "<table><p>a</p></table>", "broken-html", "(1,8)")]
    [InlineData("blocks/text.html", "<div class=\"a\" class=\"b\">a</div>", "broken-html", "(1,1)")]
    [InlineData("blocks/text.html", "<form><form></form></form>", "broken-html", "(1,1)")]
    [InlineData("blocks/text.html", "<a href=\"#p-start\">a <a href=\"#p-start\">b</a></a>", "broken-html", "(1,1)")]
    [InlineData("blocks/text.html", "<p id=\"a\">a</p><p id=\"a\">b</p>", "repeated-html-id", "(1,1)")]
    [InlineData("blocks/text.html", "<label for=\"b\">a</label>", "missing-html-target", "(1,1)")]
    [InlineData("blocks/text.html", "<label>a</label>", "missing-html-target", "(1,1)")]
    [InlineData("blocks/text.html", "<p aria-labelledby=\"b\">a</p>", "missing-html-target", "(1,1)")]
    [InlineData("blocks/text.html", "<input type=\"text\">", "nameless-control", "(1,1)")]
    [InlineData("blocks/text.html", "<button type=\"button\"><svg></svg></button>", "nameless-control", "(1,1)")]
    [InlineData("blocks/text.html", "<p>a <a href=\"#p-start\"> </a></p>", "nameless-control", "(1,6)")]
    [InlineData("blocks/text.html", "<label><select><option>a</option></select></label>", "nameless-control", "(1,8)")]
    [InlineData("blocks/text.html", "<img src=\"a.png\">", "html-without-alt", "(1,1)")]
    [InlineData("blocks/text.html", "<template><img src=\"a.png\"></template>", "html-without-alt", "(1,11)")]
    [InlineData("blocks/text.html", "<p>a</p>\n<h4>b</h4>", "skipped-heading", "(2,1)")]
    public void Parts(string template, string html, string rule, string place)
    {
        CompileResult result = Compile(template, html);
        Assert.Equal(
            $"theme/{template}{place} {rule}",
            string.Join('\n', result.Diagnostics.Select(found => $"{found.Span} {found.Rule.Slug}"))
        );
        Assert.Equal(rule == "skipped-heading", result.Package is not null);
    }

    [Theory(DisplayName = "A fault in the HTML of a document is an error that names its template")]
    [InlineData("layout.html", "<html lang=\"{{ course.language }}\"", "<html", "incomplete-document")]
    [InlineData("print.html", "<title>{{ course.title }}</title>", "", "incomplete-document")]
    [InlineData("print.html", "</main>", "", "broken-html")]
    [InlineData("print.html", "<!doctype html>", "", "broken-html")]
    [InlineData("body.html", "<p data-place>", "<p aria-labelledby=\"a\" data-place>", "missing-html-target")]
    [InlineData("body.html", "<p data-place></p>", "<img src=\"x\">", "html-without-alt")]
    [InlineData("booklet.html", "</main>", "<button></button></main>", "nameless-control")]
    [InlineData("extra.html", "</main>", "</div></main>", "broken-html")]
    public void Documents(string template, string old, string changed, string rule)
    {
        string own = File.ReadAllText(Repository.At("templates", "default", template));
        Assert.Contains(old, own);
        CompileResult result = Compile(template, own.Replace(old, changed));
        Assert.Equal([$"theme/{template} {rule}"], result.Diagnostics.Select(Shown).Distinct());
        Assert.Null(result.Package);
    }

    [Theory(DisplayName = "An id that a template repeats on each page, or that the document has too, is found")]
    [InlineData("<p id=\"same\">{{ page.title }}</p>")]
    [InlineData("<p id=\"menu\">{{ page.title }}</p>")]
    public void IdsOfSeveralPages(string html)
    {
        string own = File.ReadAllText(Repository.At("templates", "default", "page.html"));
        CompileResult result = Compile("page.html", own.Replace("{{ blocks }}", html + "{{ blocks }}"));
        Assert.Equal("repeated-html-id", Assert.Single(result.Diagnostics.Select(found => found.Rule.Slug).Distinct()));
        Assert.Null(result.Package);
    }

    [Theory(DisplayName = "A heading that skips a level is a warning at the line of the author")]
    [InlineData("## One\n\n          #### Two [links](https://example.org)", 13)]
    [InlineData("#### One", 11)]
    [InlineData("> ## One\n\n          #### Two", 13)]
    public void HeadingsOfTexts(string body, int line)
    {
        CompileResult result = TestCourse.CompileBlocks(
            $"      - type: text\n        body: |\n          One.\n\n          {body}\n"
        );
        Diagnostic found = Assert.Single(result.Diagnostics);
        Assert.Equal(
            ("skipped-heading", "modules/one.yaml", line),
            (found.Rule.Slug, found.Span.File.Path, found.Span.Line)
        );
        Assert.NotNull(result.Package);
    }

    private static string Shown(Diagnostic found) => $"{found.Span.File.Path} {found.Rule.Slug}";

    /// <summary>Compiles a course of two modules with guide, glossary and search, and one own template.</summary>
    private static CompileResult Compile(string template, string html)
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(
            TestCourse.Course.Replace("modules: [one]", "modules: [one, two]")
                + "package: {search: on}\nguide:\n  before: Read.\n  day: Meet.\n"
                + "glossary:\n  - {term: Hello, definition: A greeting.}\n"
        );
        files["modules/two.yaml"] = TestCourse.Utf8(
            TestCourse.Module.Replace("id: one", "id: two").Replace("id: start", "id: end")
        );
        return TestCourse.Compile(
            files,
            new CompileOptions
            {
                Theme = SourceFolder.InMemory(
                    new Dictionary<string, byte[]> { [template] = TestCourse.Utf8(html) },
                    "theme"
                ),
            }
        );
    }
}
