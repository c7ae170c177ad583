using System.Text.RegularExpressions;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Rendering;

namespace Protect.Scorm.Tests;

/// <summary>
/// Compares the names that templates read with the views that declare them, and the reference with both and with the
/// player.
/// </summary>
public sealed partial class TemplateTests
{
    private static readonly string[] Templates =
    [
        .. Directory
            .EnumerateFiles(Repository.At("templates", "default"), "*.html", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal),
    ];

    [Fact(DisplayName = "templates/README.md matches the names that templates can use")]
    public void ReferenceIsGenerated() =>
        Repository.Same(Repository.At("templates", "README.md"), TemplateReference.Write());

    [Fact(DisplayName = "Every template of the default theme is declared, and every declared template exists")]
    public void TemplatesAreDeclared() =>
        Assert.Equal(
            TemplateFiles.All.Select(file => file.Path).Order(StringComparer.Ordinal),
            Templates.Select(file => Path.GetRelativePath(Repository.At("templates", "default"), file))
        );

    [Fact(DisplayName = "A template of the default theme reads only declared names")]
    public void DefaultNamesAreDeclared() => Assert.Empty(Faults(Default()));

    public static TheoryData<string, string, string> UnknownNames =>
        new()
        {
            { "page.html", "<p>{{ page.titel }}</p>", "There is no “titel” here. Did you mean “title”?" },
            { "page.html", "<p>{{ if assessment }}{{ assesment.count }}{{ end }}</p>", "Did you mean “assessment”?" },
            { "page.html", "<p>{{ if false }}{{ s.nexxt }}{{ end }}</p>", "Did you mean “next”?" },
            { "body.html", "{{ for one in modules }}{{ one.titel }}{{ end }}", "Did you mean “title”?" },
            { "blocks/accordion.html", "{{ for one in block.items }}{{ one.bodi }}{{ end }}", "Did you mean “body”?" },
            { "blocks/accordion.html", "{{ block.items.title }}", "There is no “title” here." },
            { "questions/gap-fill.html", "{{ question.segments[0].gapp }}", "Did you mean “gap”?" },
            { "questions/matching.html", "{{ question.extra }}", "There is no “extra” here." },
            { "blocks/country.html", "{{ sources }}", "There is no “sources” here." },
        };

    [Theory(
        DisplayName = "An unknown name in a template is an error at its line, even where no page uses the template"
    )]
    [MemberData(nameof(UnknownNames))]
    public void UnknownNamesAreErrors(string file, string text, string message)
    {
        Diagnostic finding = Assert.Single(Faults(new() { [file] = "\n" + text }));
        Assert.Equal(("template-fault", 2), (finding.Rule.Slug, finding.Span.Line));
        Assert.Contains(message, finding.Message);
    }

    [Theory(DisplayName = "A template may repeat, index, count and set names of its own")]
    [InlineData("blocks/accordion.html", "{{ for item in block.items }}{{ for.index }}{{ item.title }}{{ end }}")]
    [InlineData("blocks/accordion.html", "{{ first = block.items[0] }}{{ first.title }}{{ block.items.size }}")]
    [InlineData("blocks/table.html", "{{ for row in block.rows }}{{ for cell in row }}{{ cell }}{{ end }}{{ end }}")]
    [InlineData(
        "questions/scenario.html",
        "{{ for p in question.parts }}{{ for c in p.choices }}{{ c.to }}{{ end; end }}"
    )]
    [InlineData("page.html", "{{ page.title.size }}{{ course.authors[0] }}{{ s.next }}{{ print }}")]
    public void SoundNamesPass(string file, string text) => Assert.Empty(Faults(new() { [file] = text }));

    [Fact(DisplayName = "The reference of templates lists exactly the attributes of the default templates")]
    public void AttributesOfTemplatesAreListed() =>
        Assert.Equal(
            Templates.SelectMany(file => Attribute().Matches(File.ReadAllText(file))).Select(Name).Distinct().Order(),
            Names(TemplateAttributes.OfTemplates).Order()
        );

    [Fact(
        DisplayName = "The reference of templates lists each attribute that the player looks up or sets, and no other"
    )]
    public void AttributesOfThePlayerAreListed()
    {
        string[] known = [.. Player().Distinct().Except(Names(TemplateAttributes.OfTemplates))];
        Assert.Equal(
            known.Append(Markdown.Untranslated["data-".Length..]).Order(),
            Names(TemplateAttributes.ForStyles).Order()
        );
    }

    [Fact(DisplayName = "The player looks up each attribute of the templates that is not for styles only")]
    public void AttributesAreLookedUp()
    {
        string player = string.Concat(PlayerFiles().Select(File.ReadAllText));
        var looked = Player().ToHashSet(StringComparer.Ordinal);
        IEnumerable<string> idle = TemplateAttributes
            .OfTemplates.SelectMany(group => group.Attributes)
            .Where(attribute => !attribute.Summary.EndsWith("for styles.", StringComparison.Ordinal))
            .Select(attribute => attribute.Name)
            .Except([CountryText.Unchecked["data-".Length..], "consequence", "start", "end"])
            // data-note-short and data-up are put together: `data-note-${name}`, `data-${edge}`.
            .Where(name => !looked.Contains(name) && !player.Contains($"\"{name.Split('-')[^1]}\""));
        Assert.Empty(idle);
    }

    private static IReadOnlyList<Diagnostic> Faults(Dictionary<string, string> theme)
    {
        var options = new CompileOptions
        {
            Theme = SourceFolder.InMemory(theme.ToDictionary(file => file.Key, file => TestCourse.Utf8(file.Value))),
        };
        return TestCourse.Compile(TestCourse.Files(), options).Diagnostics;
    }

    private static Dictionary<string, string> Default() =>
        Templates.ToDictionary(
            file => Path.GetRelativePath(Repository.At("templates", "default"), file),
            File.ReadAllText
        );

    private static IEnumerable<string> Names(IEnumerable<AttributeGroup> groups) =>
        groups.SelectMany(group => group.Attributes).Select(attribute => attribute.Name);

    private static IEnumerable<string> PlayerFiles() =>
        Directory
            .EnumerateFiles(Repository.At("src", "browser", "player"), "*.ts", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal);

    /// <summary>Names of the attributes that the player names: in selectors, in `place(…)` and in `dataset`.</summary>
    private static IEnumerable<string> Player() =>
        PlayerFiles()
            .Select(File.ReadAllText)
            .SelectMany(text =>
                Attribute()
                    .Matches(text)
                    .Concat(Place().Matches(text))
                    .Select(Name)
                    .Concat(
                        DataSet()
                            .Matches(text)
                            .Select(match => Capital().Replace(Name(match), c => $"-{c.Value.ToLowerInvariant()}"))
                    )
            );

    private static string Name(Match match) => match.Groups[1].Value;

    [GeneratedRegex(@"\bdata-([a-z]+(?:-[a-z]+)*)(?!-?\$)\b(?!-\$)")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\bplace(?:<[^>]*>)?\(\s*""([a-z-]+)""")]
    private static partial Regex Place();

    [GeneratedRegex(@"\bdataset\.([a-zA-Z]+)")]
    private static partial Regex DataSet();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();

    [Fact(DisplayName = "The print page of a very large course is complete")]
    public void LargePrintPage()
    {
        var pages = new System.Text.StringBuilder("id: one\ntitle: One\npages:\n");
        for (int page = 0; page < 150; page++)
            pages.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"  - id: p{page}\n    title: Page {page}\n    blocks:\n      - type: text\n        body: "
                    + $"{string.Concat(Enumerable.Repeat("Words and words. ", 550))}\n"
            );
        pages.Append("  - id: end\n    title: End\n    blocks:\n      - type: text\n        body: The last words.\n");
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["modules/one.yaml"] = TestCourse.Utf8(pages.ToString());
        files["course.yaml"] = TestCourse.Utf8(TestCourse.Course.Replace("[one]", "[zero, one]"));
        files["modules/zero.yaml"] = TestCourse.Utf8(TestCourse.Module.Replace("id: one", "id: zero"));
        string print = Specs.TextOf(TestCourse.Compile(files).Package!, "print.html");
        Assert.True(print.Length > 1_200_000, $"{print.Length} characters are too few for this test.");
        Assert.Contains("The last words.", print);
        Assert.EndsWith("</html>", print.TrimEnd());
    }
}
