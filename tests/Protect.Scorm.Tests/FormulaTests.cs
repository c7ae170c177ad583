using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Formulas;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;
using Protect.Scorm.Rendering;
using Protect.Scorm.Translating;

namespace Protect.Scorm.Tests;

/// <summary>Formulas in TeX: their place in a text, their MathML, their words and their mistakes.</summary>
public sealed class FormulaTests
{
    [Theory(DisplayName = "Dollar signs with a formula between them become MathML")]
    [InlineData("$x^2$", 1)]
    [InlineData("the area $A = \\pi r^2$.", 1)]
    [InlineData("($x$), “$y$” and $z$!", 3)]
    [InlineData("公式$x^2$是", 1)]
    [InlineData("$AB$ and $2x + 3$ and $12$", 3)]
    [InlineData("It costs $5 for $n$ people.", 1)]
    [InlineData("$$a+b$$", 1)]
    [InlineData("**$a_1$** and *$b*c$* and [$x$](https://example.org)", 3)]
    [InlineData("$$\n\\begin{aligned}\na &= b\\\\\n\n+ c &= d\n\\end{aligned}\n$$", 1)]
    [InlineData("> - $$\n>   a\n>   = b\n>   $$", 1)]
    [InlineData("| a | b |\n|---|---|\n| $|x|$ | $\\frac{a}{b}$ |", 2)]
    [InlineData("$\\text{speed} = \\frac{\\text{way}}{\\text{time}}$", 1)]
    [InlineData("$x^{{2}}$", 1)]
    [InlineData("Where is $f(x, y) = xy$ largest?", 1)]
    [InlineData("$a < bc$", 1)]
    public void Read(string markdown, int formulas)
    {
        string html = Render(markdown, out DiagnosticBag bag);
        Assert.Empty(bag.Sorted.Select(found => found.Message));
        Assert.Equal(formulas, new HtmlParser().ParseDocument(html).QuerySelectorAll("math").Length);
        Assert.DoesNotContain("$$", html);
    }

    [Theory(DisplayName = "Prices, variables of a shell, code and signs after a backslash are no formula")]
    [InlineData("from $5 to $10, US$3 = 4$")]
    [InlineData("$5 and $10")]
    [InlineData("$5/$10")]
    [InlineData("It costs $5 (US$).")]
    [InlineData("It costs $5, in cash ($).")]
    [InlineData("between $5–US$ 10")]
    [InlineData("$20,000 and $30,000")]
    [InlineData("$HOME/$USER and $PATH")]
    [InlineData("\\$x^2\\$")]
    [InlineData("`$x$`")]
    [InlineData("a ($$) and b ($$$) and c ($$)")]
    [InlineData("$ x $")]
    [InlineData("```\n$x$\n$$\ny\n$$\n```")]
    public void NotRead(string markdown)
    {
        string html = Render(markdown, out DiagnosticBag bag);
        Assert.DoesNotContain(bag.Sorted, found => found.IsError);
        Assert.DoesNotContain("<math", html);
        Assert.Equal(
            markdown.Count(c => c == '$'),
            new HtmlParser().ParseDocument(html).Body!.TextContent.Count(c => c == '$')
        );
    }

    [Theory(DisplayName = "Dollar signs that only look like a formula are a warning that says how to write one")]
    [InlineData("$ x^2 $")]
    [InlineData("$speed = way / time$")]
    [InlineData("\\(x^2\\)")]
    [InlineData("$x^2$th")]
    public void Slips(string markdown)
    {
        Render(markdown, out DiagnosticBag bag);
        Diagnostic found = Assert.Single(bag.Sorted);
        Assert.Equal("markdown-slip", found.Rule.Slug);
        Assert.Contains("between dollar signs", found.Help);
    }

    [Theory(DisplayName = "TeX becomes MathML that screen readers know by its structure")]
    [InlineData("x^2", "<msup><mi>x</mi><mn>2</mn></msup>")]
    [InlineData("\\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>")]
    [InlineData("\\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>")]
    [InlineData("-1", "<mo form=\"prefix\">−</mo><mn>1</mn>")]
    [InlineData("3{,}14", "<mn>3,14</mn>")]
    [InlineData(
        "f'(x)",
        "<msup><mi>f</mi><mo>′</mo></msup><mo form=\"prefix\" stretchy=\"false\">(</mo>"
            + "<mi>x</mi><mo form=\"postfix\" stretchy=\"false\">)</mo>"
    )]
    [InlineData("\\sin x", "<mi>sin</mi><mo>\u2061</mo><mspace width=\"0.167em\"></mspace><mi>x</mi>")]
    [InlineData(
        "\\sum_{i=1}^n i",
        "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow>" + "<mi>n</mi></munderover><mi>i</mi>"
    )]
    [InlineData("\\mathbb{R}", "<mi>ℝ</mi>")]
    [InlineData("\\mathrm{kg}", "<mi>kg</mi>")]
    [InlineData("\\mathrm{d}x", "<mi mathvariant=\"normal\">d</mi><mi>x</mi>")]
    [InlineData(
        "\\binom{n}{k}",
        "<mrow><mo form=\"prefix\" fence=\"true\" stretchy=\"true\">(</mo><mrow>"
            + "<mfrac linethickness=\"0\"><mi>n</mi><mi>k</mi></mfrac></mrow>"
            + "<mo form=\"postfix\" fence=\"true\" stretchy=\"true\">)</mo></mrow>"
    )]
    [InlineData("a<b", "<mi>a</mi><mo>&lt;</mo><mi>b</mi>")]
    [InlineData("\\not\\in", "<mo form=\"infix\">∉</mo>")]
    [InlineData("\\vec{a}", "<mover accent=\"true\"><mi>a</mi><mo stretchy=\"false\">→</mo></mover>")]
    public void MathMlOf(string tex, string inside)
    {
        string html = MathMl.Write(FormulaParser.Parse(tex), isDisplay: false);
        Assert.Equal(inside, html[(html.IndexOf('>') + 1)..^"</math>".Length]);
    }

    [Theory(DisplayName = "A formula has a line of text that means the same")]
    [InlineData("x^2 + \\frac{1}{2}", "x² + 1/2")]
    [InlineData("\\frac{-b \\pm \\sqrt{b^2-4ac}}{2a}", "(−b ± √(b² − 4ac))/(2a)")]
    [InlineData("\\frac12 x", "(1/2)x")]
    [InlineData("x^{-1}_{12}", "x₁₂⁻¹")]
    [InlineData("a_n^{n+1}", "a_n^(n + 1)")]
    [InlineData("\\sum_{i=1}^n i", "∑_(i = 1)^n i")]
    [InlineData("\\lim_{x \\to 0} \\frac{\\sin x}{x} = 1", "lim_(x → 0) (sin x)/x = 1")]
    [InlineData("\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}", "(1, 2; 3, 4)")]
    [InlineData(
        "|x| = \\begin{cases}x & x \\geq 0\\\\-x & \\text{otherwise}\\end{cases}",
        "|x| = {x, x ≥ 0; −x, otherwise"
    )]
    [InlineData("\\vec{v} \\in \\mathbb{R}^3", "v\u20D7 ∈ R³")]
    [InlineData("f'(x)", "f′(x)")]
    [InlineData("5\\,\\mathrm{kg}", "5 kg")]
    [InlineData("\\sqrt[3]{x}", "³√x")]
    public void Words(string tex, string words) => Assert.Equal(words, FormulaWords.Of(FormulaParser.Parse(tex)));

    [Theory(DisplayName = "A mistake in a formula is an error at its line and column that says what to do")]
    [InlineData("$\\frac{1}$", 9, "something is missing after “\\frac”", "\\frac{1}{2}")]
    [InlineData("a $x^$", 5, "something is missing after “^”", "x^{2}")]
    [InlineData("a $x^{2$", 6, "this brace is not closed", "}")]
    [InlineData("a $x}$", 5, "“}” closes nothing", "\\}")]
    [InlineData("a $\\alhpa$", 4, "“\\alhpa” is not known", "\\alpha")]
    [InlineData("a $x^10$", 6, "only the first digit", "^{10}")]
    [InlineData("a $50\\% + 5%$", 12, "“%” starts a comment", "\\%")]
    [InlineData("a $\\left( x$", 4, "“\\left” has no “\\right”", "\\right")]
    [InlineData("a $\\begin{pmatrix} 1$", 4, "has no end", "\\end{pmatrix}")]
    [InlineData("a $\\begin{foo} 1 \\end{foo}$", 4, "“foo” is not known", "pmatrix")]
    [InlineData("a $\\begin{cases} 1 \\end{array}$", 20, "does not match", "\\end{cases}")]
    [InlineData("a $x & y_1$", 6, "“&” is for tables", "\\&")]
    [InlineData("a $\\def\\a{x}\\a$", 4, "defines no commands", "without it")]
    [InlineData("a $\\color{red} x$", 4, "colours", "Remove")]
    [InlineData("a $\\href{javascript:x}{y}$", 4, "no links", "around it")]
    [InlineData("a $x^a^b$", 7, "second superscript", "braces")]
    public void Mistakes(string markdown, int column, string what, string cure)
    {
        var file = new SourceFile("one.yaml", "body: |\n  One.\n\n  " + markdown + "\n");
        var bag = new DiagnosticBag();
        var text = new RichText("One.\n\n" + markdown + "\n", file.Span(6, 1), IsBlock: true);
        new Markdown(new HashSet<string>(), "ltr", bag).Render(text);
        Diagnostic found = Assert.Single(bag.Sorted);
        Assert.Equal(("formula", 4), (found.Rule.Slug, found.Span.Line));
        Assert.Contains(what, found.Message);
        Assert.Contains(cure, found.Help);
        Assert.Equal(column + 2, found.Span.Column);
    }

    [Fact(DisplayName = "A mistake in a formula of several lines is found in its line, also inside a quotation")]
    public void LineOfBlock()
    {
        string[] lines = ["> - $$", ">   \\begin{aligned}", ">   a &= \\foo", ">   \\end{aligned}", ">   $$"];
        var file = new SourceFile("one.yaml", "body: |\n" + string.Concat(lines.Select(line => $"  {line}\n")));
        var bag = new DiagnosticBag();
        var text = new RichText(string.Join('\n', lines) + "\n", file.Span(6, 1), IsBlock: true);
        new Markdown(new HashSet<string>(), "ltr", bag).Render(text);
        Assert.Equal((4, 12), (Assert.Single(bag.Sorted).Span.Line, bag.Sorted[0].Span.Column));
    }

    [Theory(DisplayName = "A formula without an end, or with text after it, is an error")]
    [InlineData("$$\nx\n", "it has no end")]
    [InlineData("$$\nx\n$$ and more", "text after its last $$")]
    public void Ends(string markdown, string what)
    {
        Render(markdown, out DiagnosticBag bag);
        Assert.Contains(what, Assert.Single(bag.Sorted).Message);
    }

    public static TheoryData<string> Hostile =>
        [
            string.Concat(Enumerable.Repeat("{", 1_999)),
            string.Concat(Enumerable.Repeat("{", 900)) + string.Concat(Enumerable.Repeat("}", 900)),
            string.Concat(Enumerable.Repeat("\\hat", 499)) + "x",
            string.Concat(Enumerable.Repeat("\\sqrt[", 300)) + "x",
            string.Concat(Enumerable.Repeat("x^{", 600)),
            string.Concat(Enumerable.Repeat("\\left(", 300)),
            string.Concat(Enumerable.Repeat("\\displaystyle", 150)),
            string.Concat(Enumerable.Repeat("\\begin{array}{l}", 120)),
            string.Concat(Enumerable.Repeat("\\text{", 300)),
            string.Concat(Enumerable.Repeat("&", 1_999)),
            string.Concat(Enumerable.Repeat("\\\\", 999)),
            "\\begin{matrix}" + string.Concat(Enumerable.Repeat("&", 1_900)) + "\\end{matrix}",
            string.Concat(Enumerable.Repeat("\\frac", 399)),
            "\\def\\a{\\b\\b}\\def\\b{\\c\\c}\\a",
            new string('x', 2_001),
            new string('\'', 1_999),
            "x" + new string('_', 1_998),
            "\\" + new string('a', 1_998),
            "\ud835\ud835\udfff",
        ];

    [Theory(DisplayName = "Hostile TeX is answered at once, with little output and no deep page")]
    [MemberData(nameof(Hostile))]
    public void Bounded(string tex)
    {
        Render("$x$", out _); // compiles what every formula needs
        var watch = Stopwatch.StartNew();
        string html = Render($"${tex}$", out _);
        Assert.InRange(html.Length, 0, 200_000);
        Assert.Null(ParsedHtml.OfPart(html).Fault);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }

    [Fact(DisplayName = "Any TeX gives sound MathML of listed elements or an error, and MathML is rebuilt unchanged")]
    public void AnyTex()
    {
        string[] parts =
        [
            "x",
            "1",
            "12",
            "^",
            "_",
            "{",
            "}",
            "\\frac",
            "\\sqrt",
            "[",
            "]",
            "(",
            ")",
            "|",
            "&",
            "\\\\",
            "'",
            " ",
            ",",
            "+",
            "-",
            "=",
            "<",
            ">",
            "\"",
            "\\left",
            "\\right",
            "\\begin{pmatrix}",
            "\\end{pmatrix}",
            "\\begin{cases}",
            "\\end{cases}",
            "\\sum",
            "\\lim",
            "\\sin",
            "\\text{a <b>}",
            "\\mathbb",
            "\\mathrm",
            "\\hat",
            "\\overbrace",
            "\\not",
            "\\big",
            ".",
            "\\,",
            "\\{",
            "\\}",
            "\\limits",
            "\\xrightarrow",
            "\\boxed",
            "\\phantom",
            "\\substack",
            "\\operatorname{<a>}",
            "\\displaystyle",
            "é",
            "公",
            "\ud835\udc65",
            "\\&",
        ];
        var random = new Random(25);
        int good = 0;
        for (int run = 0; run < 20_000; run++)
        {
            string tex = string.Concat(
                Enumerable.Range(0, random.Next(1, 9)).Select(_ => parts[random.Next(parts.Length)])
            );
            FormulaNode formula;
            try
            {
                formula = FormulaParser.Parse(tex);
            }
            catch (FormulaException mistake)
            {
                Assert.InRange(mistake.Fault.At, 0, Math.Max(0, tex.Length - 1));
                Assert.NotEmpty(mistake.Fault.Cure);
                continue;
            }
            good++;
            string html = $"<p>{MathMl.Write(formula, isDisplay: run % 2 == 0)}</p>";
            Assert.True(ParsedHtml.OfPart(html).Fault is null, $"{tex}\n{html}");
            Assert.Equal(Plain(html), Plain(RawHtml.Rebuild(html)));
            Assert.DoesNotContain(" style=", html);
        }
        Assert.InRange(good, 1000, 20_000);
    }

    // The parser writes characters in its own way.
    private static string Plain(string html) => new HtmlParser().ParseDocument(html).Body!.InnerHtml;

    [Fact(DisplayName = "Every command of the tables is read and written")]
    public void EveryCommand()
    {
        IEnumerable<string> commands =
        [
            .. FormulaSymbols.Letters.Keys,
            .. FormulaSymbols.Upright.Keys,
            .. FormulaSymbols.Binary.Keys,
            .. FormulaSymbols.Relations.Keys,
            .. FormulaSymbols.Sums.Keys,
            .. FormulaSymbols.Integrals.Keys,
            .. FormulaSymbols.Functions,
            .. FormulaSymbols.Limits.Keys,
        ];
        foreach (string command in commands)
            Assert.Contains("</m", MathMl.Write(FormulaParser.Parse("a \\" + command + " b"), isDisplay: false));
        foreach (string accent in FormulaSymbols.Accents.Keys)
            Assert.Contains("<mo", MathMl.Write(FormulaParser.Parse($"\\{accent}{{ab}}"), isDisplay: false));
    }

    [Fact(DisplayName = "A formula is one code of a translation, and the plain text of a course has its words")]
    public void OtherForms()
    {
        Assert.Equal(
            ["**", "**", "$a_1*b_2$", "$$\nx\n$$"],
            MarkupCodes
                .Split("**Area** is $a_1*b_2$, from $5 to $10:\n\n$$\nx\n$$", isMarkdown: true)
                .Where(segment => segment.IsCode)
                .Select(segment => segment.Text)
        );
        var text = new RichText(
            "Area: $\\frac{a}{2}$.\n\n$$\nx^2\n$$\n",
            SourceFile.WithoutText("a.yaml").Start,
            IsBlock: true
        );
        Assert.Equal("Area: a/2. x²", PlainText.Of(text));
    }

    [Fact(
        DisplayName = "A course with formulas has their style; one without has none, and the search finds their words"
    )]
    public void Style()
    {
        CompileResult with = TestCourse.CompileBlocks(
            "      - type: text\n        body: |\n          Area: $a^2 + b$\n\n"
                + "          $$\n          x\n          $$\n"
        );
        CompileResult without = TestCourse.CompileBlocks("      - type: text\n        body: From $5 to $10.\n");
        Assert.Empty(with.Diagnostics);
        Assert.Contains(
            "<p class=\"formula\"><math display=\"block\" alttext=\"x\"><mi>x</mi></math></p>",
            Index(with)
        );
        Assert.Contains("attr(alttext)", Index(with));
        Assert.DoesNotContain("alttext", Index(without));
        Assert.DoesNotContain("alttext", Specs.TextOf(without.Package!, "later.css"));
    }

    [Fact(DisplayName = "Options with formulas are compared sign by sign: no finding for 0 and 0.97, or N and n")]
    public void Options()
    {
        CompileResult result = TestCourse.CompileBlocks(
            """
                  - type: single-choice
                    id: q
                    prompt: Which?
                    options:
                      - {text: $r = 0$, correct: true}
                      - {text: "$r = 0.97$"}
                      - {text: $R = 0$}
                      - {text: $r_0$}
                    feedback: {right: The letter is small., wrong: Look at the letter.}
                  - type: ordering
                    id: o
                    prompt: In what order?
                    items: [$n$, $N$, $2N$]
                    feedback: {right: The letter is small., wrong: Look at the letter.}

            """
        );
        Assert.Empty(result.Diagnostics);
    }

    [Fact(DisplayName = "A formula that names a control has its words as a label; in other texts there is none")]
    public void Names()
    {
        const string label = " alttext=\"x²\" aria-label=\"x²\"><";
        string page = Index(
            TestCourse.CompileBlocks(
                """
                      - {type: text, body: $x^2$}
                      - type: single-choice
                        id: q
                        prompt: What is $x^2$?
                        options: [{text: $x^2$, correct: true}, {text: Nothing}]
                        feedback: {right: $x^2$, wrong: No.}
                      - {type: checklist, id: c, title: T, items: [$x^2$]}

                """
            )
        );
        Assert.Equal(3, page.Split(label).Length - 1);
        Assert.Equal(5, page.Split(" alttext=\"x²\"").Length - 1);
        Assert.Contains("<a href=\"https://example.org\"", Render("[$x^2$](https://example.org)", out _));
        Assert.Contains(label, Render("[$x^2$](https://example.org)", out _));
        Assert.Contains(label, Render("[<sub>a</sub>$x^2$](https://example.org)", out _));
    }

    private static string Index(CompileResult result) => Specs.TextOf(result.Package!, "index.html");

    private static string Render(string markdown, out DiagnosticBag bag)
    {
        bag = new DiagnosticBag();
        var text = new RichText(markdown, SourceFile.WithoutText("one.yaml").Start, IsBlock: false);
        return new Markdown(new HashSet<string>(), "ltr", bag).Render(text).Text;
    }
}
