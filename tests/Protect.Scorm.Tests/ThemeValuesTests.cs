using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Rendering;

namespace Protect.Scorm.Tests;

/// <summary>theme.yaml: colours, fonts, corners and width.</summary>
public sealed class ThemeValuesTests
{
    // The start of a WOFF2 file; the build looks at no more of it.
    private static readonly byte[] Font = [.. "wOF2"u8, 0, 1, 0, 0];

    public static TheoryData<string> Shipped => [.. ThemeFile.Shipped];

    [Theory(DisplayName = "A theme that ships has enough contrast in every pair, in light and dark")]
    [MemberData(nameof(Shipped))]
    public void ShippedThemes(string name)
    {
        CompileResult result = Compile("theme: " + name, []);
        Assert.Empty(result.Diagnostics);
        string style = Specs.TextOf(result.Package!, "index.html");
        Assert.Matches(
            @"(?s)--paper:#faf5ec.*--paper:#[0-9a-f]{6}.*prefers-color-scheme:dark\)\{:root\{--paper:#",
            style
        );
        Assert.DoesNotContain("font-src", style);
    }

    [Fact(DisplayName = "Every text colour of high-contrast has at least 7 to 1")]
    public void HighContrast()
    {
        CompileResult result = Compile("theme: mine", Mine("based_on: high-contrast\ncolours: {text: \"#000000\"}\n"));
        Assert.Empty(result.Diagnostics);
        var file = SourceFolder.Embedded("themes").Text("high-contrast/theme.yaml")!;
        string[] parts = file.Text.Split("dark:");
        Assert.Equal(2, parts.Length);
        foreach (string scheme in parts)
        {
            Dictionary<string, string> colours = System
                .Text.RegularExpressions.Regex.Matches(scheme, "  (\\w+): \"(#\\w+)\"")
                .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
            Assert.Equal(ThemeFile.Colour.Length, colours.Count);
            foreach ((string front, string[] behind, double least) in ThemeStyle.Pairs)
            foreach (string back in behind)
                Assert.InRange(Contrast.Ratio(colours[front], colours[back]), least == 4.5 ? 7 : 4.5, 21);
        }
    }

    [Fact(DisplayName = "The values of theme.yaml are in the style, with fonts in the package that its policy allows")]
    public void Values()
    {
        Dictionary<string, byte[]> files = Mine(
            "colours: {main: \"#7A1F3D\", main_strong: \"#5c152d\"}\ndark: {main: \"#F2B8C6\"}\n"
                + "fonts: {text: fonts/body.woff2, bold: fonts/body.woff2, headings: sans}\ncorner: square\nwidth: 34\n"
        );
        files["mine/fonts/body.woff2"] = Font;
        CompileResult result = Compile("theme: mine", files);
        Assert.DoesNotContain(result.Diagnostics, found => found.IsError);
        string page = Specs.TextOf(result.Package!, "index.html");
        // A colour that is given for one scheme only does not change the other one.
        Assert.Contains(
            "@media not all and (prefers-color-scheme:dark){:root{--brand:#7a1f3d;--brand-deep:#5c152d;}}",
            page
        );
        Assert.Contains("@media (prefers-color-scheme:dark){:root{--brand:#f2b8c6;}}", page);
        Assert.Contains("--round:0rem;--column:34rem;", page);
        Assert.Contains("src:url(\"media/theme-body.woff2\");font-weight:100 900;", page);
        Assert.Contains("font-src &#39;self&#39;", page);
        Assert.Contains(result.Package!.Files, file => file.Name == "media/theme-body.woff2");
        Assert.Contains("font-src", Specs.TextOf(result.Package!, "print.html"));
    }

    [Fact(DisplayName = "The example of theme.yaml in the docs builds")]
    public void DocsExample()
    {
        string docs = File.ReadAllText(Path.Combine(Repository.Root, "docs", "themes.md"));
        string example = docs.Split("```yml\n")[1].Split("```")[0];
        Dictionary<string, byte[]> files = Mine(example);
        files["mine/fonts/body.woff2"] = files["mine/fonts/body-bold.woff2"] = Font;
        Assert.Empty(Compile("theme: mine", files).Diagnostics);
    }

    [Theory(
        DisplayName = "Colours that touch and are too alike are an error at the line, in the light or the dark colours"
    )]
    [InlineData("colours: {muted: \"#999999\"}", "light colours, “muted” (#999999) on “background” (#faf5ec)", "4.5")]
    [InlineData("colours: {edge: \"#cccccc\"}", "light colours, “edge” (#cccccc) on “background” (#faf5ec)", "3 is")]
    [InlineData("dark: {background: \"#777777\"}", "dark colours, “text” (#ece7dc) on “background” (#777777)", "4.5")]
    [InlineData("colours: {code: \"#444444\"}", "light colours, “text” (#22302f) on “code” (#444444)", "4.5")]
    [InlineData("dark: {text: \"#222222\"}", "dark colours, “text” (#222222) on “code” (#111716)", "4.5")]
    public void Contrasts(string values, string message, string least)
    {
        CompileResult result = Compile("theme: mine", Mine(values + "\n"));
        Diagnostic[] found =
        [
            .. result.Diagnostics.Where(one => one.Message.Contains(message, StringComparison.Ordinal)),
        ];
        Assert.Equal(("theme-contrast", 1), (Assert.Single(found).Rule.Slug, found[0].Span.Line));
        Assert.Contains($"at least {least}", found[0].Message);
        Assert.All(result.Diagnostics, one => Assert.Equal("theme-contrast", one.Rule.Slug));
    }

    [Theory(DisplayName = "A wrong value of theme.yaml is an error that says what to write")]
    [InlineData("colours: {main: red}", "theme-colour", "#rrggbb")]
    [InlineData("colours: {man: \"#000000\"}", "unknown-field", "main")]
    [InlineData("fonts: {text: fonts/no.woff2}", "theme-font", "fonts/text.woff2")]
    [InlineData("fonts: {text: ../../x.woff2}", "theme-font", "fonts/text.woff2")]
    [InlineData("fonts: {text: fonts/page.woff2}", "theme-font", "other content")]
    [InlineData("corner: soft", "unknown-value", "square")]
    [InlineData("width: 90", "out-of-range", "60")]
    public void Mistakes(string values, string rule, string cure)
    {
        Dictionary<string, byte[]> files = Mine(values + "\n");
        files["mine/fonts/page.woff2"] = TestCourse.Utf8("<!doctype html>");
        Diagnostic found = Compile("theme: mine", files)
            .Diagnostics.First(one => one.IsError && one.Rule.Slug != "unknown-theme-file");
        Assert.Equal(rule, found.Rule.Slug);
        Assert.Contains(cure, found.Message + found.Help);
    }

    [Fact(DisplayName = "The colour of an organisation is checked on the colours of the theme")]
    public void Organisation()
    {
        Dictionary<string, byte[]> files = Mine("colours: {background: \"#dddddd\", surface: \"#dddddd\"}\n");
        CompileResult result = Compile("theme: mine", files);
        Assert.DoesNotContain(
            result.Diagnostics,
            found => found.Message.Contains("“main” (#6", StringComparison.Ordinal)
        );
        var options = new CompileOptions
        {
            Organisation = new OrganisationSource(
                SourceFolder.InMemory(
                    new Dictionary<string, byte[]> { ["org.yaml"] = TestCourse.Utf8("name: Us\ncolour: \"#6b6b6b\"\n") }
                ),
                "org.yaml"
            ),
        };
        CompileResult with = Compile("theme: mine", files, options);
        Assert.Contains(
            with.Diagnostics,
            found => found.Message.Contains("“main” (#6b6b6b) on", StringComparison.Ordinal)
        );
    }

    [Fact(DisplayName = "A theme that is no folder and does not ship is an error with the nearest name")]
    public void Unknown()
    {
        Diagnostic found = Assert.Single(Compile("theme: plane", []).Diagnostics);
        Assert.Equal("missing-theme", found.Rule.Slug);
        Assert.Contains("“plain”", found.Message);
    }

    private static Dictionary<string, byte[]> Mine(string values) =>
        new() { ["mine/theme.yaml"] = TestCourse.Utf8(values) };

    private static CompileResult Compile(string line, Dictionary<string, byte[]> more, CompileOptions? options = null)
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(TestCourse.Course + line + "\n");
        foreach ((string name, byte[] bytes) in more)
            files[name] = bytes;
        return TestCourse.Compile(files, options);
    }
}
