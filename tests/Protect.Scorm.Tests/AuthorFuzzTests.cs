using System.Text;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Translating;
using Xunit.Abstractions;

namespace Protect.Scorm.Tests;

/// <summary>Random damage to what authors and translators write: courses, themes, XLIFF and PO.</summary>
public sealed class AuthorFuzzTests(ITestOutputHelper output)
{
    private static readonly string[] YamlScraps =
    [
        ": ",
        "\n",
        "\n  ",
        "\t",
        "- ",
        "#",
        " # ",
        "|",
        ">-\n",
        "&a ",
        "*a ",
        "!!binary ",
        "<<: *a\n",
        "---\n",
        "...\n",
        "? ",
        "[",
        "]",
        "{",
        "}",
        "\"",
        "'",
        "\\",
        "\0",
        "\uFEFF",
        "\uFFFE",
        "\u2028",
        "\u202E",
        "{{ country.emergency }}",
        "{{{{",
        "[[term]]",
        "[a](page:x)",
        "<b onclick=x>",
        "<!--",
        "![a](b.svg)",
        "type: text\n",
        "id: x\n",
        "1e999",
        "0x7FFFFFFFFFFFFFFF",
        "null",
        new string('[', 300),
        new string('*', 300),
        new string('x', 5000),
    ];

    private static readonly string[] MarkupScraps =
    [
        "<",
        ">",
        "&",
        "\"",
        "<ph id=\"1\"/>",
        "</target>",
        "<target>",
        "<trans-unit id=\"x\">",
        "<!DOCTYPE a [<!ENTITY a \"b\">]>",
        "&a;",
        "<![CDATA[",
        "]]>",
        "<!--",
        "xml:space=\"x\"",
        "state=\"final\"",
        "msgid \"\"\n",
        "msgstr \"\"\n",
        "msgctxt \"\"\n",
        "\\",
        "\\x",
        "#, fuzzy\n",
        "#~ ",
        "\0",
        "\uFFFE",
        "{{ x }}",
        "{{ for a in 1..9 }}",
        "{{ end }}",
        "{{ include 'x' }}",
        new string('<', 300),
        new string('x', 5000),
    ];

    [Fact(DisplayName = "Any damaged course, country, theme or organisation compiles or has findings, without a crash")]
    public void Courses()
    {
        Dictionary<string, byte[]> showcase = new CourseEdits("showcase", 1).Start().Files;
        string[] texts =
        [
            .. showcase
                .Keys.Where(name => name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".svg"))
                .Order(StringComparer.Ordinal),
        ];
        int refused = 0;
        FuzzRuns runs = FuzzRuns.Of(
            "courses",
            600,
            random =>
            {
                var files = new Dictionary<string, byte[]>(showcase, StringComparer.Ordinal);
                for (int times = random.Next(1, 3); times > 0; times--)
                {
                    string name = texts[random.Next(texts.Length)];
                    string text = FuzzRuns.Damaged(Encoding.UTF8.GetString(files[name]), random, YamlScraps);
                    files[name] = Encoding.UTF8.GetBytes(text);
                }
                var options = new CompileOptions { Country = random.Next(3) == 0 ? "FR" : null, FilesOnly = true };
                CompileResult result = TestCourse.Compile(files, options);
                bool hasErrors = result.Diagnostics.Any(finding => finding.Rule.Severity == Severity.Error);
                Assert.Equal(hasErrors, result.Package is null);
                if (hasErrors)
                    refused++;
            }
        );
        Say(runs, refused);
        Assert.True(refused > runs.Runs / 8, "The damage is too harmless to prove anything.");
    }

    [Theory(DisplayName = "Any damaged file of a translator is read or has findings, without a crash")]
    [InlineData("xliff")]
    [InlineData("po")]
    public void Translations(string format)
    {
        var source = new CourseSource(SourceFolder.Course(Repository.At("courses", "showcase"), "showcase"));
        Translation course = CourseTranslation.Read(source, "pl", new DiagnosticBag(), mayBeNew: true)!;
        TranslationFile some = new(
            "en",
            "pl",
            [
                .. course
                    .File.Units.Take(12)
                    .Select(unit =>
                        unit with
                        {
                            Target = PseudoLanguage.Of(unit.Source, unit.IsMarkdown, PseudoLanguage.Longer),
                            State = TranslationState.Translated,
                        }
                    ),
            ]
        );
        string written = TranslationTests.Write(format, some);
        int refused = 0;
        FuzzRuns runs = FuzzRuns.Of(
            format,
            1500,
            random =>
            {
                string text = FuzzRuns.Damaged(written, random, MarkupScraps);
                var bag = new DiagnosticBag();
                TranslationFile? file = TranslationTests.Read(format, text, bag);
                if (file is null)
                {
                    Assert.True(bag.HasErrors);
                    refused++;
                    return;
                }
                // All that was accepted can be written and read again.
                string again = TranslationTests.Write(format, file);
                TranslationFile? back = TranslationTests.Read(format, again, new DiagnosticBag());
                Assert.Equal(file.Units.Count, back?.Units.Count);
                CourseTranslation.Import(course, file, null, bag);
            }
        );
        Say(runs, refused);
        Assert.True(format == "po" || refused > runs.Runs / 20, "The damage is too harmless to prove anything.");
    }

    [Fact(DisplayName = "Any damaged theme compiles or has findings, without a crash")]
    public void Themes()
    {
        string[] names = ["page.html", "layout.html", "question.html"];
        string[] written = [.. names.Select(name => File.ReadAllText(Repository.At("templates", "default", name)))];
        int refused = 0;
        FuzzRuns runs = FuzzRuns.Of(
            "themes",
            150,
            random =>
            {
                int at = random.Next(names.Length);
                var theme = new Dictionary<string, byte[]>
                {
                    [names[at]] = Encoding.UTF8.GetBytes(FuzzRuns.Damaged(written[at], random, MarkupScraps)),
                };
                CompileResult result = TestCourse.Compile(
                    TestCourse.Files(),
                    new CompileOptions { Theme = SourceFolder.InMemory(theme, "theme"), FilesOnly = true }
                );
                if (result.Package is null)
                    refused++;
            }
        );
        Say(runs, refused);
        Assert.True(refused > runs.Runs / 8, "The damage is too harmless to prove anything.");
    }

    private void Say(FuzzRuns runs, int refused)
    {
        output.WriteLine(
            $"{runs.Runs} runs, 0 crashes, {refused} refused, slowest {runs.Slowest.TotalMilliseconds:0} ms"
                + $" (run {runs.SlowestRun})"
        );
        Assert.True(runs.Slowest < TimeSpan.FromSeconds(60), $"Run {runs.SlowestRun} took {runs.Slowest}.");
    }
}
