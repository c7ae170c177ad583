using System.Diagnostics;
using System.Text;
using Protect.Scorm.Inspecting;
using Protect.Scorm.Tests.Inspecting.Cases;

namespace Protect.Scorm.Tests.Inspecting;

/// <summary>Pages, styles, scripts and pictures made to break whoever reads them.</summary>
public sealed class HostileContentTests
{
    private const int Many = 100_000;

    private static string Times(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    public static TheoryData<string, string> Hostile => new()
    {
        { "page.html", "a hundred thousand elements deep" }, { "page.html", "a hundred thousand attributes" }, { "page.html", "nothing but brackets" }, { "page.html", "comments that begin to end" },
        { "page.html", "comments that never end" }, { "page.html", "half a tag" }, { "page.html", "scripts that hide their end" }, { "page.html", "entities" }, { "page.html", "a quote that never ends" },
        { "style.css", "a string of megabytes" }, { "style.css", "addresses that never end" }, { "style.css", "backslashes" }, { "style.css", "comments" },
        { "script.js", "slashes that may be regular expressions" }, { "script.js", "classes of regular expressions" }, { "script.js", "templates in templates" }, { "script.js", "brackets that never close" },
        { "script.js", "backslashes" }, { "script.js", "what a slow regular expression would stumble over" },
        { "picture.svg", "a bomb of entities" }, { "picture.svg", "elements a hundred thousand deep" }, { "picture.svg", "scripts" }, { "picture.svg", "attributes" },
    };

    [Theory(DisplayName = "Content made to break a reader is read in a moment, and never breaks it")]
    [MemberData(nameof(Hostile))]
    public void Bounded(string name, string what)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Text(name, what));
        Assert.True(bytes.Length <= InspectedPackage.MostTextBytes, $"{bytes.Length}");
        long before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        ContentScan scan = ContentScans.Of(ContentScans.KindOf(name), bytes);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
        Assert.InRange(scan.Weight, 0, ContentNotes.MostReferences + ContentNotes.MostMentions + 500);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 300_000_000);
    }

    private static string Text(string name, string what) => (name, what) switch
    {
        ("page.html", "a hundred thousand elements deep") => Times("<div><p><table><b>", Many),
        ("page.html", "a hundred thousand attributes") => "<p " + string.Concat(Enumerable.Range(0, Many).Select(n => $"a{n}=\"{n}\" ")) + ">",
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
        ("script.js", "what a slow regular expression would stumble over") => "-----BEGIN " + Times("A ", 1_000_000) + Times("AKIA", 300_000),
        ("picture.svg", "a bomb of entities") => "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\">" + string.Concat(Enumerable.Range(0, 25).Select(n => $"<!ENTITY a{n} \"{Times(n == 0 ? "&a;" : $"&a{n - 1};", 10)}\">")) + "]><svg>&a24;</svg>",
        ("picture.svg", "elements a hundred thousand deep") => Times("<g>", Many),
        ("picture.svg", "scripts") => "<svg>" + Times("<script>eval(a)</script>", Many) + "</svg>",
        ("picture.svg", "attributes") => "<svg " + string.Concat(Enumerable.Range(0, Many).Select(n => $"a{n}=\"url(#{n})\" ")) + "/>",
        _ => throw new ArgumentException(what),
    };

    [Fact(DisplayName = "A page of a gigabyte in a zip is not read, and that is said")]
    public void Gigabyte()
    {
        var package = new SamplePackage();
        package.AddListed("large.html", "<p>x</p>");
        package.Bend = ZipBytes.Central32("large.html", 24, 1_000_000_000).Then(ZipBytes.Central32("large.html", 20, 900_000_000));
        Assert.Contains(package.Inspect().Sorted, finding => finding.Rule.Slug == "W14" && finding.Message.Contains("“large.html”"));
    }

    [Fact(DisplayName = "The same text gives the same findings, and is read once")]
    public void Once()
    {
        byte[] bytes = "<p>only here</p><script>eval(x)</script>"u8.ToArray();
        Assert.Same(ContentScans.Of(ContentKind.Page, bytes), ContentScans.Of(ContentKind.Page, [.. bytes]));
        Assert.NotSame(ContentScans.Of(ContentKind.Page, bytes), ContentScans.Of(ContentKind.Script, bytes));
    }

    [Fact(DisplayName = "Pages, styles, scripts, pictures and manifests changed at random are read or refused, and never a crash")]
    public void Mutations()
    {
        (string Name, string Text)[] seeds =
        [
            ("a.html", "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>x</title><base href='a/'><style>@import 'b.css'; p { background: url(\"c.png\") }</style></head><body onunload='x()'><!-- c --><img srcset='a.png 1x, b.png 2x'><script>var a = /[/]/, b = `c ${ d }`; eval('e')</script><svg><title>t</title><script/></svg></body>"),
            ("b.css", "@charset \"utf-8\"; @import url(a.css); @namespace svg url(x); p::before { content: '\\'a'; background: image-set('b.png' 1x, url(c.png) 2x) } /* d */"),
            ("c.js", "import { a } from './a.js'; import('./b.js'); var c = `x ${ `y ${ z }` }`, d = /[/'\"]\\//g, e = f / g / h; addEventListener('unload', () => { alert(1); }); top.location.href = 'x'; document.write('<script>')"),
            ("d.svg", "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'><style>p{fill:url(#a)}</style><script>eval(a)</script><image href='a.png' onload='b()'/></svg>"),
        ];
        const string pieces = "<>/\"'`{}()[]=&;#!-*\\@\n\0 é:?,.";
        var random = new Random(20261125);
        for (int run = 0; run < 8000; run++)
        {
            (string name, string text) = seeds[run % seeds.Length];
            var changed = new StringBuilder(text);
            for (int n = random.Next(1, 8); n > 0; n--)
            {
                int at = random.Next(changed.Length);
                if (n % 3 == 0) changed.Remove(at, Math.Min(random.Next(1, 20), changed.Length - at - 1));
                else if (n % 3 == 1) changed.Insert(at, pieces[random.Next(pieces.Length)]);
                else changed.Insert(at, text.AsSpan(random.Next(text.Length / 2), random.Next(1, text.Length / 2)));
            }
            ContentScan scan = ContentScans.Of(ContentScans.KindOf(name), Encoding.UTF8.GetBytes(changed.ToString()));
            Assert.All(scan.References, reference => Assert.True(reference.Line >= 1 && reference.Column >= 1 && reference.Address.Length > 0));
        }
    }

    [Fact(DisplayName = "Manifests whose metadata and prerequisites are changed at random are judged, and never a crash")]
    public void ManifestMutations()
    {
        const string more = "<adlcp:prerequisites type=\"aicc_script\">~(I-a=\"passed\" | 2*{I-b,I-c}) &amp; I-d</adlcp:prerequisites><adlcp:masteryscore>80</adlcp:masteryscore>";
        const string lom = "<lom xmlns=\"http://www.imsglobal.org/xsd/imsmd_rootv1p2p1\"><general><title><langstring xml:lang=\"en\">x</langstring></title></general><lifecycle><status><source>a</source></status></lifecycle></lom>";
        var random = new Random(20261126);
        for (int run = 0; run < 150; run++)
        {
            var package = new SamplePackage();
            package.Edit("</item>", more + "</item>");
            package.Edit("</schemaversion>", "</schemaversion>" + lom);
            if (run % 3 == 0) Scorm2004Cases.Turn(package);
            var text = new StringBuilder(package.Manifest);
            // Names and values change places, so that most stay sound XML.
            string[] words = ["item", "resource", "href", "identifierref", "I-a", "~", "index.html", "../", "", "80", "sco", "lom", "langstring", "type", "R-fire-safety", "I-fire-safety", "http://x/", "%"];
            for (int n = random.Next(1, 6); n > 0; n--) text.Replace(words[random.Next(words.Length)] is { Length: > 0 } old ? old : "x", words[random.Next(words.Length)]);
            package.Manifest = text.ToString();
            Assert.NotNull(package.Inspect());
        }
    }
}
