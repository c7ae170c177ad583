using System.Diagnostics;
using System.Text;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Scanning;
using Protect.Scorm.Model;
using Protect.Scorm.Tests.Inspecting.Cases;

namespace Protect.Scorm.Tests.Inspecting;

/// <summary>Pages, styles, scripts and pictures made to break a parser.</summary>
public sealed class HostileContentTests
{
    private const int Many = 100_000;

    private static string Times(string text, int count) =>
        new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    public static TheoryData<string, string> Hostile =>
        new()
        {
            { "page.html", "a hundred thousand elements deep" },
            { "page.html", "a hundred thousand attributes" },
            { "page.html", "nothing but brackets" },
            { "page.html", "comments that begin to end" },
            { "page.html", "comments that never end" },
            { "page.html", "half a tag" },
            { "page.html", "scripts that hide their end" },
            { "page.html", "entities" },
            { "page.html", "a quote that never ends" },
            { "style.css", "a string of megabytes" },
            { "style.css", "addresses that never end" },
            { "style.css", "backslashes" },
            { "style.css", "comments" },
            { "script.js", "slashes that may be regular expressions" },
            { "script.js", "classes of regular expressions" },
            { "script.js", "templates in templates" },
            { "script.js", "brackets that never close" },
            { "script.js", "backslashes" },
            { "script.js", "text that slows down backtracking expressions" },
            { "picture.svg", "a bomb of entities" },
            { "picture.svg", "elements a hundred thousand deep" },
            { "picture.svg", "scripts" },
            { "picture.svg", "attributes" },
        };

    [Theory(DisplayName = "Hostile content is read quickly, in bounded memory, and without a crash")]
    [MemberData(nameof(Hostile))]
    public void Bounded(string name, string what)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Text(name, what));
        Assert.True(bytes.Length <= InspectedPackage.MostTextBytes, $"{bytes.Length}");
        long before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        ContentScan scan = new ContentScans().Of(ContentScans.KindOf(name), bytes);
        // Takes a moment on a quiet machine. The limit suits a busy one, and is far below quadratic time.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
        Assert.InRange(scan.Weight, 0, ContentNotes.MostReferences + ContentNotes.MostMentions + 500);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 300_000_000);
    }

    private static string Text(string name, string what) =>
        (name, what) switch
        {
            ("page.html", "a hundred thousand elements deep") => Times("<div><p><table><b>", Many),
            ("page.html", "a hundred thousand attributes") => "<p "
                + string.Concat(Enumerable.Range(0, Many).Select(n => $"a{n}=\"{n}\" "))
                + ">",
            ("page.html", "nothing but brackets") => Times("<", 4_000_000),
            ("page.html", "comments that begin to end") => "<!--" + Times("--!-", 1_000_000),
            ("page.html", "comments that never end") => Times("<!-- <a <![CDATA[ <? </", Many),
            ("page.html", "half a tag") => Times("<a href=\"x\" ", 300_000),
            ("page.html", "scripts that hide their end") => "<script><!--" + Times("<script></script>-->", Many),
            ("page.html", "entities") => "<p title=\"" + Times("&amp;&notit;&#x110000;&#0;&", Many) + "\">",
            ("page.html", "a quote that never ends") => Times("<p title=\"", 300_000),
            ("style.css", "a string of megabytes") => "p { content: \"" + new string('a', 4_000_000),
            ("style.css", "addresses that never end") => Times("a{b:url( ", 400_000),
            ("style.css", "backslashes") => Times("\\", 4_000_000),
            ("style.css", "comments") => Times("/* ", 1_000_000),
            ("script.js", "slashes that may be regular expressions") => Times("=/a", 1_000_000),
            ("script.js", "classes of regular expressions") => Times("=/[", 1_000_000),
            ("script.js", "templates in templates") => Times("`${", 1_000_000),
            ("script.js", "brackets that never close") => Times("([{", 1_000_000),
            ("script.js", "backslashes") => Times("'\\", 1_000_000),
            ("script.js", "text that slows down backtracking expressions") => "-----BEGIN "
                + Times("A ", 1_000_000)
                + Times("AKIA", 300_000),
            ("picture.svg", "a bomb of entities") => "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\">"
                + string.Concat(
                    Enumerable
                        .Range(0, 25)
                        .Select(n => $"<!ENTITY a{n} \"{Times(n == 0 ? "&a;" : $"&a{n - 1};", 10)}\">")
                )
                + "]><svg>&a24;</svg>",
            ("picture.svg", "elements a hundred thousand deep") => Times("<g>", Many),
            ("picture.svg", "scripts") => "<svg>" + Times("<script>eval(a)</script>", Many) + "</svg>",
            ("picture.svg", "attributes") => "<svg "
                + string.Concat(Enumerable.Range(0, Many).Select(n => $"a{n}=\"url(#{n})\" "))
                + "/>",
            _ => throw new ArgumentException(what),
        };

    [Fact(DisplayName = "A page of a gigabyte in a zip is not read, and a finding says so")]
    public void Gigabyte()
    {
        var package = new SamplePackage();
        package.AddListed("large.html", "<p>x</p>");
        package.Bend = ZipBytes
            .Central32("large.html", 24, 1_000_000_000)
            .Then(ZipBytes.Central32("large.html", 20, 900_000_000));
        Assert.Equal(
            [
                "W14 large.html: The page has 1000.0 MB.",
                "W22 : 1 file was not checked, because it is damaged or larger than 5 MB: “large.html”.",
            ],
            package
                .Inspect()
                .Sorted.Where(finding => finding.Rule.Slug is "W14" or "W22")
                .Select(finding => $"{finding.Rule.Slug} {finding.File}: {finding.Message}")
        );
    }

    [Fact(DisplayName = "The same text gives the same findings, and is read once")]
    public void Once()
    {
        byte[] bytes = "<p>only here</p><script>eval(x)</script>"u8.ToArray();
        var scans = new ContentScans();
        Assert.Same(scans.Of(ContentKind.Page, bytes), scans.Of(ContentKind.Page, bytes.ToArray()));
        Assert.NotSame(scans.Of(ContentKind.Page, bytes), scans.Of(ContentKind.Script, bytes));
    }

    [Fact(DisplayName = "A scan kept between builds finds the same as a new one")]
    public void Kept()
    {
        var artifacts = new Artifacts();
        foreach ((string name, string text) in ContentSeeds.All)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            ContentKind kind = ContentScans.KindOf(name);
            ContentScan first = new ContentScans(artifacts).Of(kind, bytes),
                again = new ContentScans(artifacts).Of(kind, bytes);
            Assert.NotSame(first, again);
            Assert.Equivalent(first, again, strict: true);
        }
    }

    [Fact(DisplayName = "Randomly changed pages, styles, scripts and pictures are read, and each finding has a place")]
    public void Mutations()
    {
        var random = new Random(20261125);
        for (int run = 0; run < 8000; run++)
        {
            (string name, string text) = ContentSeeds.All[run % ContentSeeds.All.Count];
            ContentScan scan = new ContentScans().Of(
                ContentScans.KindOf(name),
                Encoding.UTF8.GetBytes(ContentSeeds.Changed(text, random))
            );
            Assert.All(
                scan.References,
                reference => Assert.True(reference.Line >= 1 && reference.Column >= 1 && reference.Address.Length > 0)
            );
        }
    }
}
