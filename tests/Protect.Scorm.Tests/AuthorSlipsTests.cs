using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Tests;

/// <summary>Slips that learners would read or that make questions easy to guess, and their places.</summary>
public sealed class AuthorSlipsTests
{
    [Theory(DisplayName = "A slot that is mistyped in any way is an error that names the nearest one")]
    [InlineData("{{ Country.child_helpline }}")]
    [InlineData("{{ countries.child_helpline }}")]
    [InlineData("{{ contry.child_helpline }}")]
    [InlineData("{{ child_helpline }}")]
    [InlineData("{{child_helpline}}")]
    [InlineData("{{ country. child_helpline }}")]
    [InlineData("{{ country .child_helpline }}")]
    [InlineData("{{ country:child_helpline }}")]
    [InlineData("{{ country child_helpline }}")]
    [InlineData("{{ country-child_helpline }}")]
    [InlineData("{{ country/child_helpline }}")]
    [InlineData("{{ country.child_helpline }")]
    [InlineData("{{ country.child_helpline")]
    [InlineData("{ country.child_helpline }}")]
    [InlineData("{ child_helpline }}")]
    [InlineData("{ country.child_helpline }")]
    [InlineData("{{{ country.child_helpline }}}")]
    [InlineData("`{{ Country.child_helpline }}`")]
    [InlineData("{{ country.child_helpine }}", "unknown-slot")]
    [InlineData("{{ country.child-helpline }}", "unknown-slot")]
    public void Slots(string typed, string rule = "mistyped-slot")
    {
        Diagnostic found = Assert.Single(Compile($"Call {typed} now.").Diagnostics);
        Assert.Equal((rule, 9), (found.Rule.Slug, found.Span.Line));
        Assert.Contains("Did you mean “", found.Message);
        Assert.Contains("child_helpline", found.Message.Split("Did you mean")[1]);
    }

    [Fact(DisplayName = "Pages of a country cite sources, and a mistyped slot there is an error")]
    public void PagesOfACountry()
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(
            TestCourse.Course
                + TestCourse.Countries
                + "sources:\n  - {id: law, title: The law, publisher: A publisher, confidence: known}\n"
        );
        string overlay =
            "country: FR\nname: France\nlanguage: en\nentries:\n  - slot: child_helpline\n    name: The line\n"
            + "    source: {title: A page}\n    confidence: known\npages:\n  - after: start\n    page:\n"
            + "      id: more\n      title: More\n      blocks:\n        - type: text\n          body: So says {0}.\n";
        var options = new CompileOptions { Country = "FR" };
        files["countries/FR.yaml"] = TestCourse.Utf8(overlay.Replace("{0}", "{{ source.law }}"));
        CompileResult cited = TestCourse.Compile(files, options);
        Assert.Contains("The law", Specs.TextOf(cited.Package!, "index.html"));
        files["countries/FR.yaml"] = TestCourse.Utf8(overlay.Replace("{0}", "{{ Source.law }}"));
        Diagnostic found = Assert.Single(TestCourse.Compile(files, options).Diagnostics);
        Assert.Equal(("mistyped-slot", "countries/FR.yaml"), (found.Rule.Slug, found.Span.File.Path));
    }

    [Theory(DisplayName = "Braces that no slot could mean stay as they are")]
    [InlineData("{x}", "{x}")]
    [InlineData("`f(a) { return {b: {c}}; }`", "{ return {b: {c}}; }")]
    [InlineData("{{{{ country.x }}}}", "&#123;&#123; country.x &#125;&#125;")]
    [InlineData("`{{{{ x }}}}`", "<code>&#123;&#123; x &#125;&#125;</code>")]
    [InlineData(@"\{\{ x \}\}", "&#123;&#123; x }}")]
    public void OtherBraces(string typed, string html)
    {
        CompileResult result = Compile($"See {typed} now.");
        Assert.Equal([], result.Diagnostics.Select(DiagnosticText.Format));
        Assert.Contains(html, Specs.TextOf(result.Package!, "index.html"));
    }

    [Theory(DisplayName = "Markdown of other programs, and Markdown with a slip, is a warning that quotes it")]
    [InlineData("A claim.[^1]", "[^1]")]
    [InlineData("- [ ] a task", "[ ]")]
    [InlineData("1. [x] a task", "[x]")]
    [InlineData("> [!NOTE]\n          > Stop.", "[!NOTE]")]
    [InlineData("Word\n          : its meaning", ": its meaning")]
    [InlineData("##Heading", "##Heading")]
    [InlineData("[a] (https://example.org)", "[a] (https://example.org)")]
    [InlineData("(a)[https://example.org]", "(a)[https://example.org]")]
    [InlineData("[a](page:Try it)", "[a](page:Try it)")]
    [InlineData("[a](https://example.org/a b)", "[a](https://example.org/a b)")]
    [InlineData("[a](my list.pdf)", "[a](my list.pdf)")]
    [InlineData("a **b c", "**")]
    [InlineData("a __b c", "__")]
    [InlineData("a ** b ** c", "** b **")]
    [InlineData("a ~~b c", "~~")]
    [InlineData("$ x^2 $ is", "$ x^2 $")]
    [InlineData("$way = speed * time$", "$way = speed * time$")]
    [InlineData(@"\(a^2\) is", @"\(a^2\)")]
    [InlineData(@"\[\frac{a}{b}\] is", @"\[\frac{a}{b}\]")]
    public void Markdown(string typed, string quoted)
    {
        Diagnostic[] found = [.. Compile(typed).Diagnostics];
        Assert.Equal(["markdown-slip"], found.Select(one => one.Rule.Slug).Distinct());
        Assert.StartsWith($"“{quoted}”", found[0].Message);
        Assert.Equal(typed.Contains('\n') && typed[0] == 'W' ? 10 : 9, found[0].Span.Line);
    }

    [Theory(DisplayName = "Prices, blanks, brackets, code and marks after a backslash are no slip")]
    [InlineData("from $5 to $10, US$3 = 4$")]
    [InlineData("2**3 and f**k and ** and __ and ____ and a__b")]
    [InlineData("[sic] (as written), [see](page:start), (a) [b]")]
    [InlineData(@"\**b, \~~b, \[x] (page:y), \##b")]
    [InlineData("`**b [^1] $x^2$`")]
    [InlineData("~~old~~ and H~2~O and x^2^ and __b__ and **c**")]
    [InlineData("https://example.org/a__b and #1 and #SafeOnline")]
    [InlineData("| a | b |\n          |:---:|---:|\n          | : c | 2 |")]
    [InlineData(@"so \(as agreed\) and \[here\]")]
    public void Meant(string typed) => Assert.Equal([], Compile(typed).Diagnostics.Select(DiagnosticText.Format));

    [Theory(DisplayName = "Struck out, lowered and raised words are shown so")]
    [InlineData("~~old~~", "<del>old</del>")]
    [InlineData("H~2~O", "H<sub>2</sub>O")]
    [InlineData("x^2^ <mark>y</mark> ~~z~~", "x<sup>2</sup> <mark>y</mark> <del>z</del>")]
    public void Extras(string typed, string html) =>
        Assert.Contains(html, Specs.TextOf(Compile(typed).Package!, "index.html"));

    [Theory(DisplayName = "Marks in plain text are a warning; signs that only look like marks are not")]
    [InlineData("**Start** here", true)]
    [InlineData("*Start* here", true)]
    [InlineData("A __b__ c", true)]
    [InlineData("See `code`", true)]
    [InlineData("## Start", true)]
    [InlineData("[a](page:start)", true)]
    [InlineData("A <b>c</b>", true)]
    [InlineData("A<br>b", true)]
    [InlineData("A <!-- b -->", true)]
    [InlineData("R&amp;D", true)]
    [InlineData("2 * 3 * 4 and a_b_c and 5 < 6 > 4 and R&D; C#", false)]
    [InlineData("Part [1] (draft) #2 – 3 ~ 4", false)]
    public void PlainText(string title, bool isFound)
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["modules/one.yaml"] = TestCourse.Utf8(TestCourse.Module.Replace("title: Start", $"title: '{title}'"));
        string[] found = [.. TestCourse.Compile(files).Diagnostics.Select(one => $"{one.Rule.Slug} {one.Span.Line}")];
        Assert.Equal(isFound ? ["marks-in-plain-text 5"] : [], found);
    }

    [Fact(DisplayName = "No comment of an author is in any file of the package")]
    public void Comments()
    {
        CompileResult result = TestCourse.CompileBlocks(
            "      - type: text\n        body: |\n          Hi <!-- SECRET --> there.\n\n          <!-- SECRET\n"
                + "          SECRET -->\n\n          - a <!-- SECRET -->\n      - type: gap-fill\n        id: g\n"
                + "        prompt: What <!-- SECRET --> helps?\n        text: A <!-- SECRET --> [[b]].\n"
                + "        gaps:\n          - {name: b, accept: [x]}\n"
                + "        feedback: {right: It is <!-- SECRET --> so., wrong: Not.}\n"
        );
        Assert.All(
            result.Package!.Files,
            file => Assert.DoesNotContain("SECRET", System.Text.Encoding.UTF8.GetString(file.Bytes.Span))
        );
    }

    [Theory(DisplayName = "A paragraph in the other direction says so, and no other paragraph does")]
    [InlineData("en", "مرحبا بكم.", "<p dir=\"rtl\">مرحبا بكم.</p>")]
    [InlineData("en", "SCORM هو معيار للتعلم.", "<p dir=\"rtl\">SCORM")]
    [InlineData("en", "The word مرحبا means hello.", "<p>The word")]
    [InlineData("en", "- مرحبا\n          - أهلا", "<ul dir=\"rtl\">")]
    [InlineData("ar", "Hello there.", "<p dir=\"ltr\">Hello")]
    [InlineData("ar", "SCORM هو معيار للتعلم.", "<p>SCORM")]
    [InlineData("ar", "2026-11-30", "<p>2026")]
    public void Direction(string language, string typed, string html) =>
        Assert.Contains(
            html,
            Specs.TextOf(Compile(typed, language).Package!, "index.html").Replace("\n", "", StringComparison.Ordinal)
        );

    [Theory(DisplayName = "A link that a course cannot use is an error that says what to write")]
    [InlineData("#start", "Write page:start.")]
    [InlineData("start", "Write page:start.")]
    [InlineData("start.html", "Write page:start.")]
    [InlineData("#strat", "page:start")]
    [InlineData("media/a.pdf", "type: download")]
    [InlineData("www.example.org", "https://www.example.org")]
    [InlineData("javascript:x", "page:<id>")]
    public void Links(string address, string advice)
    {
        Diagnostic found = Assert.Single(Compile($"[a]({address})").Diagnostics);
        Assert.Equal("unsafe-link", found.Rule.Slug);
        Assert.Contains(advice, found.Message + found.Help);
    }

    [Theory(
        DisplayName = "“Less than” before a letter is an error that says how to write it; a tag is not called that"
    )]
    [InlineData("a<b and c>d", true)]
    [InlineData("a <b and c> d", true)]
    [InlineData("a <b>c</b>", false)]
    public void LessThan(string typed, bool isAdvised)
    {
        Diagnostic found = Compile(typed).Diagnostics[0];
        Assert.Equal("raw-html", found.Rule.Slug);
        Assert.Equal(isAdvised, found.Help.Contains("less than", StringComparison.Ordinal));
    }

    [Theory(DisplayName = "“All of the above” is found in every language with a list")]
    [InlineData("en", "All of the above")]
    [InlineData("fr", "Toutes les réponses ci-dessus")]
    [InlineData("de", "Alle oben genannten Antworten")]
    [InlineData("de", "Keine der genannten")]
    [InlineData("es", "Todas las anteriores")]
    [InlineData("es", "Ninguna de las anteriores")]
    [InlineData("it", "Nessuna delle precedenti")]
    [InlineData("nl", "Geen van bovenstaande")]
    [InlineData("pl", "Wszystkie powyższe")]
    [InlineData("pt", "Nenhuma das anteriores")]
    public void AllOfThese(string language, string option)
    {
        CompileResult result = Compile(
            "One.\n      - type: single-choice\n        id: q\n        prompt: A?\n        options:\n"
                + $"          - {{text: Xx, correct: true}}\n          - {{text: {option}}}\n"
                + "        feedback: {right: Aa bb cc dd., wrong: Ee ff gg hh.}",
            language
        );
        Assert.Contains("all-of-the-above", result.Diagnostics.Select(found => found.Rule.Slug));
    }

    [Theory(DisplayName = "A right answer in the same place is found in a module of five, and in a course of twelve")]
    [InlineData("1111", "", "")]
    [InlineData("11112", "", "4 of 5")]
    [InlineData("11122", "", "")]
    [InlineData("11122", "11122", "")]
    [InlineData("1112", "22111111", "9 of 12")]
    [InlineData("1112112", "11122", "8 of 12")]
    [InlineData("1112212", "11122", "")]
    [InlineData("1212121", "21212", "")]
    public void SamePlace(string first, string second, string expected)
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(
            TestCourse.Course.Replace("[one]", second.Length > 0 ? "[one, two]" : "[one]")
        );
        files["modules/one.yaml"] = TestCourse.Utf8(Module("one", first));
        if (second.Length > 0)
            files["modules/two.yaml"] = TestCourse.Utf8(Module("two", second));
        string[] found =
        [
            .. TestCourse
                .Compile(files)
                .Diagnostics.Where(found => found.Rule.Slug == "same-place-is-right")
                .Select(found => found.Message),
        ];
        Assert.Equal(expected.Length > 0 ? 1 : 0, found.Length);
        if (found.Length > 0)
            Assert.Contains(expected, found[0]);
    }

    private static string Module(string id, string places) =>
        $"id: {id}\ntitle: One\npages:\n  - id: {id}-start\n    title: Start\n    blocks:\n"
        + string.Concat(
            places.Select(
                (place, at) =>
                    $"      - type: single-choice\n        id: {id}-{at}\n        prompt: What helps?\n"
                    + "        options:\n"
                    + $"          - {{text: Time {at}{(place == '1' ? ", correct: true" : "")}}}\n"
                    + $"          - {{text: Rest {at}{(place == '2' ? ", correct: true" : "")}}}\n"
                    + "        feedback: {right: Because it leaves room., wrong: Think of what leaves room.}\n"
            )
        );

    private static CompileResult Compile(string body, string language = "en")
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(
            TestCourse.Course.Replace("language: en", $"language: {language}") + TestCourse.Countries
        );
        files["modules/one.yaml"] = TestCourse.Utf8(
            TestCourse.Module.Replace("body: Hello.", $"body: |\n          {body}")
        );
        return TestCourse.Compile(files);
    }
}
