using Protect.Scorm.Diagnostics;
using Xunit;

namespace Protect.Scorm.Tests;

/// <summary>Themes that try to take all memory or time. Each is one template of a theme, in its second line.</summary>
public sealed class HostileThemeTests
{
    private const string Made = "This template makes more than 4,000,000 characters of text",
        Written = "This template writes more than 16,000,000 characters.",
        Repeated = "This template repeats its loops more than 100,000 times.",
        Steps = "This template takes more than 10,000,000 steps.",
        Digits = "This number has more than 200 digits.",
        Unknown = "There is no “", // functions and names of groups
        Any = "";

    private static readonly string Sum = string.Concat(Enumerable.Repeat(" + 1", 100));

    /// <summary>A megabyte of text in the variable s.</summary>
    private const string Megabyte = "s = 'a'; for i in 1..20; s = s + s; end; ";

    public static TheoryData<string, string> Templates =>
        new()
        {
            { "{{ s = 'aaaaaaaaaa'; for i in 1..40; s = s + s; end }}", Made },
            { "{{ s = 'a'; for i in 1..40; s = $\"{s}{s}\"; end }}", Made },
            { "{{ s = 'a'; for i in 1..40; s = s * 2; end }}", Made },
            { "{{ s = 1000000000 * 'aaaaaaaaaa' }}", Made },
            { "{{ s = 'a'; for i in 1..40; capture s; s; s; end; end }}", Made },
            { "{{ func f(x); ret f(x + x); end; f('aaaa') }}", Unknown },
            { $"{{{{ {Megabyte} l = []; for i in 1..90000; l[i] = s + i; end }}}}", Made },
            { $"{{{{ {Megabyte} o = {{}}; for i in 1..90000; o['k' + i] = s + i; end }}}}", Made },
            { $"{{{{ {Megabyte} l = []; for i in 1..90000; l[i] = $\"{{s}}{{i}}\"; end }}}}", Made },
            { "{{ l = []; for i in 1..90000; l = [l, i]; l[1] = [i, i, i, i, i, i]; end }}", Made },
            { "{{ o = {}; for i in 1..90000; o = {a: o, b: i, c: i, d: i}; end }}", Unknown },
            { "{{ a = ['aaaaaaaa']; for i in 1..15; a = [a, a, a]; end; a }}", Made },
            { "{{ a = ['aaaaaaaa']; for i in 1..15; a = [a, a, a]; end; s = a + '' }}", Made },
            { $"{{{{ {Megabyte} for i in 1..90000; s; end }}}}", Written },
            { $"{{{{ {Megabyte} for i in 1..90000; capture x; s; end; end }}}}", Written },
            { "{{ a = [1]; for i in 1..40; a = a + a; end; a.size }}", Repeated },
            { "{{ l = []; l[1000000000] = 1 }}", Repeated },
            { "{{ l = []; for i in 1..90000; for j in 1..90000; l[l.size] = i; end; end }}", Repeated },
            { "{{ while true; end }}", Repeated },
            { "{{ x = (1..1000000000); x }}", Any },
            { "{{ x = 2; for i in 1..20; x = x * x; end; l = []; for i in 1..90000; l[i] = x + i; end }}", Digits },
            { "{{ 1 << 1000000 }}", Digits },
            { "{{ func g(n); if n < 90; g(n + 1); g(n + 1); end; end; g 0 }}", Unknown },
            { "{{ for i in 1..99999; x = 1" + Sum + "; end }}", Steps },
            { "{{ a = []; a[0] = a; a }}", Any },
            { "{{ func f; f; end; f }}", Any },
        };

    [Theory(DisplayName = "A theme that takes too much memory or time is an error at its line and column")]
    [MemberData(nameof(Templates))]
    public void Refused(string template, string message)
    {
        var theme = new Dictionary<string, byte[]> { ["page.html"] = TestCourse.Utf8("<p>Page</p>\n" + template) };
        CompileResult result = TestCourse.Compile(
            TestCourse.Files(),
            new CompileOptions { Theme = SourceFolder.InMemory(theme, "theme") }
        );
        Diagnostic[] findings = [.. result.Diagnostics.Where(finding => finding.Rule.Slug == "template-fault")];
        Assert.NotEmpty(findings);
        // A template is filled in once for each page and document.
        Assert.All(
            findings,
            finding => Assert.Equal(("theme/page.html", 2), (finding.Span.File.Path, finding.Span.Line))
        );
        Assert.All(findings, finding => Assert.InRange(finding.Span.Column, 1, template.Length));
        Assert.Contains(findings, finding => finding.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact(DisplayName = "A template that writes half a million tags is refused before they are parsed")]
    public void Tags()
    {
        var theme = new Dictionary<string, byte[]>
        {
            ["page.html"] = TestCourse.Utf8("{{ for i in 1..90000 }}<b>a</b><i>b</i><b>c</b>{{ end }}"),
        };
        CompileResult result = TestCourse.Compile(
            TestCourse.Files(),
            new CompileOptions { Theme = SourceFolder.InMemory(theme, "theme") }
        );
        Diagnostic finding = Assert.Single(result.Diagnostics, finding => finding.Rule.Slug == "broken-html");
        Assert.Equal("theme/page.html", finding.Span.File.Path);
        Assert.Contains("more than 400,000 tags", finding.Message);
    }

    [Fact(DisplayName = "Each of these themes is refused with 200 MB of memory")]
    public void WithinMemory()
    {
        using var command = new CommandLine();
        string[] courses = [.. Templates.Select((_, index) => $"course{index}")];
        foreach ((string course, object[] template) in courses.Zip(Templates))
        {
            command.Write($"{course}/course.yaml", TestCourse.Course + "theme: theme\n");
            command.Write($"{course}/modules/one.yaml", TestCourse.Module);
            command.Write($"{course}/theme/page.html", $"<p>Page</p>\n{template[0]}");
        }
        var memory = new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = $"{200_000_000:x}" };
        (int code, string output, string errors) = command.RunIn("", memory, ["check", .. courses]);
        Assert.Equal(1, code);
        foreach (string course in courses)
            Assert.Contains($"{course}/theme/page.html(2,", output + errors);
    }

    [Fact(DisplayName = "A theme may fill a page with a megabyte of text, and make some of it")]
    public void LargeButSound()
    {
        var theme = new Dictionary<string, byte[]>
        {
            ["blocks/text.html"] = TestCourse.Utf8(
                "<p>{{ s = 'a'; for i in 1..18; s = s + s; end; for i in 1..4; s; end }}</p>"
            ),
        };
        CompileResult result = TestCourse.Compile(
            TestCourse.Files(),
            new CompileOptions { Theme = SourceFolder.InMemory(theme, "theme") }
        );
        Assert.DoesNotContain(result.Diagnostics, finding => finding.Rule.Slug == "template-fault");
    }
}
