using System.Text;

namespace Protect.Scorm.Tests.Inspecting.Cases;

/// <summary>Cases of the W rules.</summary>
internal static class WebCases
{
    public static readonly IReadOnlyList<RuleCase> All =
    [
        new(
            "W01",
            "a picture that is missing",
            p => Html(p, "<img src='images/fire.png'>"),
            Says: "index.html(4,17): Warning “images/fire.png” is not in the package."
        ),
        new(
            "W01",
            "one of several sizes",
            p => Html(p, "<img srcset='style.css 1x, images/fire.png 2x'>"),
            Says: "images/fire.png"
        ),
        new(
            "W01",
            "in a style",
            p => p.Put("style.css", "p {\n  background: url( \"fire.png\" )\n}"),
            Says: "style.css(2,15)"
        ),
        new("W01", "an imported style", p => p.Put("style.css", "@import 'more.css';"), Says: "more.css"),
        new(
            "W01",
            "in a style of several pictures",
            p => p.Put("style.css", "p { background: image-set('a.png' 1x, \"b.png\" 2x) }"),
            Says: "b.png"
        ),
        new(
            "W01",
            "in an SVG",
            p =>
                p.AddListed(
                    "fire.svg",
                    "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
                        + "<image xlink:href='fire.png'/></svg>"
                ),
            Says: "fire.svg(1,"
        ),
        new(
            "W01",
            "a module that a module imports",
            p =>
            {
                Html(p, "<script type=module src=a.js></script>");
                p.AddListed("a.js", "import { b } from './b.js';");
            },
            Says: "a.js(1,20): Error “b.js”"
        ),
        new(
            "W01",
            "the only frame of the first page",
            p =>
                p.Put(
                    "index.html",
                    "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>x</title><script src=player.js></script>"
                        + "<iframe src=page.html></iframe>"
                ),
            Says: "Error “page.html” is not in the package; the first page shows nothing"
        ),
        new(
            "W01",
            "one of two frames",
            p =>
            {
                p.AddListed("page.html", "x");
                p.Put(
                    "index.html",
                    "<!DOCTYPE html><html lang=en><script src=player.js></script><iframe src=page.html></iframe>"
                        + "<iframe src=menu.html></iframe>"
                );
            },
            Says: "Warning “menu.html”"
        ),
        new(
            "W01",
            "the script that speaks to the LMS",
            p => p.Edit("index.html", "player.js", "scorm.js"),
            Says: "Error “scorm.js” is not in the package; without it"
        ),
        new("W01", "another script", p => Html(p, "<script src=cordova.js></script>"), Says: "Warning “cordova.js”"),
        new("W01", "out of the package", p => Html(p, "<img src='../../fire.png'>"), Says: "leads out"),
        new(
            "W01",
            "entities and escapes",
            p =>
            {
                p.AddListed("a b&c.png", "x");
                Html(p, "<img src='a%20b&amp;c.png?x=1#y'>");
            },
            Fires: false
        ),
        new(
            "W01",
            "with a base",
            p =>
            {
                p.AddListed("images/fire.png", "x");
                p.Put("index.html", "<base href='images/'><script src='../player.js'></script><img src='fire.png'>");
            },
            Fires: false
        ),
        new(
            "W01",
            "in a comment, a script or a text",
            p =>
                Html(
                    p,
                    "<!-- <img src=a.png> --><!--><p title='<img src=c.png>'>x</p><!-- --!><textarea><img src=b.png>"
                        + "</textarea><script>var t = \"<img src='d.png'>\"</script>"
                ),
            Fires: false
        ),
        new(
            "W01",
            "in a comment of a style",
            p =>
                p.Put(
                    "style.css",
                    "/* url(a.png) */ p::before { content: \"url(b.png)\" } "
                        + "@namespace svg url(http://www.w3.org/2000/svg);"
                ),
            Fires: false
        ),
        new(
            "W01",
            "data, fragments and places for later",
            p =>
                Html(
                    p,
                    "<img src='data:image/png;base64,AA=='><a href='#top'>x</a><img src='{{picture}}'><a href=''>x</a>"
                        + "<a href='?x=1'>x</a><iframe src='about:blank'></iframe>"
                ),
            Fires: false
        ),
        new(
            "W01",
            "mail, telephone and the web",
            p =>
                Html(
                    p,
                    "<a href='mailto:a@example.org'>x</a><a href='tel:123'>x</a>"
                        + "<a href='https://example.org/x.html'>x</a>"
                ),
            Fires: false
        ),
        new(
            "W01",
            "a word in an attribute of a custom element",
            p => Html(p, "<color-box background='linen' src='b' poster='c'></color-box><p background='linen'>x</p>"),
            Fires: false
        ),
        new("W01", "the background of a table", p => Html(p, "<table background='fire.png'>"), Says: "fire.png"),
        new(
            "W01",
            "a piece of a page",
            p =>
            {
                p.AddListed("parts/menu.html", "<img src='images/fire.png'>");
                p.AddListed("images/fire.png", "x");
            },
            Fires: false
        ),
        new(
            "W02",
            "another case",
            p => Html(p, "<a href='Index.html'>x</a>"),
            Says: "“Index.html” is called “index.html”"
        ),
        new("W02", "the same case", p => Html(p, "<a href='index.html'>x</a>"), Fires: false),
        new(
            "W03",
            "from the root of the server",
            p => Html(p, "<img src='/images/fire.png'>"),
            Says: "“/images/fire.png”"
        ),
        new("W03", "from the folder", p => Html(p, "<a href='./index.html'>x</a>"), Fires: false),
        new("W04", "a file", p => Html(p, "<img src='file:///C:/Users/anna/fire.png'>"), Says: "file:///C:/Users"),
        new("W04", "a drive", p => Html(p, "<img src='C:\\fire.png'>"), Says: "C:\\fire.png"),
        new("W04", "a share", p => Html(p, "<img src='\\\\server\\fire.png'>"), Says: "server"),
        new("W04", "this computer", p => Html(p, "<a href='http://localhost:8080/'>x</a>"), Says: "localhost"),
        new("W04", "a word in a text", p => Html(p, "<p>file:///C:/x and localhost</p>"), Fires: false),
        new(
            "W05",
            "over http:",
            p => Html(p, "<img src='http://example.org/fire.png'>"),
            Says: "http://example.org/fire.png"
        ),
        new("W05", "a link", p => Html(p, "<a href='http://example.org/'>x</a>"), Fires: false),
        new(
            "W06",
            "a script from another server",
            p => Html(p, "<script src='https://cdn.example.org/a.js'></script>"),
            Says: "https://cdn.example.org/a.js"
        ),
        new(
            "W06",
            "a font from another server",
            p => p.Put("style.css", "@import url(https://fonts.example.org/css?family=A;B);"),
            Says: "https://fonts.example.org"
        ),
        new(
            "W06",
            "a video from another server",
            p => Html(p, "<iframe src='https://video.example.org/1'></iframe>"),
            Says: "video.example.org"
        ),
        new(
            "W06",
            "a connection that is only prepared",
            p =>
                Html(
                    p,
                    "<link rel=preconnect href='https://fonts.example.org'>"
                        + "<link rel='dns-prefetch' href='https://fonts.example.org'>"
                ),
            Fires: false
        ),
        new(
            "W06",
            "a request of a script",
            p => Script(p, "fetch('https://stats.example.org/');"),
            Says: "player.js(4,8)"
        ),
        new(
            "W06",
            "a request of the old kind",
            p => Script(p, "x.open('GET', \"https://stats.example.org/\", true);"),
            Says: "stats.example.org"
        ),
        new(
            "W06",
            "a link and a namespace",
            p =>
                Html(
                    p,
                    "<a href='https://example.org/'>x</a><svg xmlns='http://www.w3.org/2000/svg'></svg>"
                        + "<link rel=canonical href='https://example.org/'>"
                ),
            Fires: false
        ),
        new(
            "W06",
            "an address in a text of a script",
            p => Script(p, "var help = 'https://example.org/'; // fetch('https://stats.example.org/')\n"),
            Fires: false
        ),
        new(
            "W07",
            "without a scheme",
            p => Html(p, "<script src='//cdn.example.org/a.js'></script>"),
            Says: "//cdn.example.org"
        ),
        new("W07", "a comment of a script", p => Script(p, "//cdn.example.org\n"), Fires: false),
        new(
            "W08",
            "eval",
            p => Script(p, "eval(text);"),
            Says: "player.js(4,6): Warning A script runs a text as a program (eval())"
        ),
        new("W08", "of the window", p => Script(p, "window.eval(text);"), Says: "eval"),
        new("W08", "new Function", p => Script(p, "var f = new Function('a', 'return a');"), Says: "new Function()"),
        new("W08", "a timer", p => Script(p, "setTimeout('go()', 10);"), Says: "a timer with text"),
        new("W08", "inside a template", p => Script(p, "var x = `a ${ eval(b) } c`;"), Says: "eval"),
        new("W08", "in a handler", p => Html(p, "<p onclick='eval(x)'>x</p>"), Says: "index.html(4,"),
        new(
            "W08",
            "after a regular expression",
            p => Script(p, "var a = /[/\"]/.test(b), c = d / e / f; if (a) /'/.exec(b); eval(c);"),
            Says: "eval"
        ),
        new("W08", "in a comment", p => Script(p, "/* eval(a) */ // eval(b)\n<!-- eval(c)\n"), Fires: false),
        new(
            "W08",
            "in texts and regular expressions",
            p => Script(p, "a = 'eval(x)' + \"it's eval(y)\" + `eval(z) \\` eval(u)` + /eval(x)/.source + b / 2;"),
            Fires: false
        ),
        new(
            "W08",
            "a method, a definition, and how bundles ask for the window",
            p =>
                Script(
                    p,
                    "engine.eval(x); function eval(x) {} var g = Function('return this')(); setTimeout(go, 10); "
                        + "retrieval(x);"
                ),
            Fires: false
        ),
        new(
            "W08",
            "in a block of data",
            p =>
                Html(
                    p,
                    "<script type='application/json'>{\"a\": \"eval(x)\"}</script>"
                        + "<script type='text/template'>eval(x)</script>"
                ),
            Fires: false
        ),
        new(
            "W09",
            "a script in the page",
            p => Html(p, "<script>go()</script>"),
            Says: "1 page or picture has inline scripts, which LMSs with a strict security policy block: “index.html”"
        ),
        new("W09", "a handler", p => Html(p, "<p onclick='go()'>x</p>"), Says: "index.html"),
        new("W09", "a program as an address", p => Html(p, "<a href='javascript:go()'>x</a>"), Says: "index.html"),
        new(
            "W09",
            "in an SVG",
            p => p.AddListed("fire.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>go()</script></svg>"),
            Says: "fire.svg"
        ),
        new(
            "W09",
            "with its hash",
            p =>
                Html(
                    p,
                    "<meta http-equiv=Content-Security-Policy "
                        + "content=\"script-src 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='\">"
                        + "<script>go()</script>"
                ),
            Fires: false
        ),
        new(
            "W09",
            "with the hash of another one",
            p =>
                Html(
                    p,
                    "<meta http-equiv=Content-Security-Policy "
                        + "content=\"script-src 'sha256-AAAv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='\">"
                        + "<script>go()</script>"
                ),
            Says: "index.html"
        ),
        new("W09", "data", p => Html(p, "<script type='application/json'>{}</script>"), Fires: false),
        new("W10", "unload", p => Script(p, "window.addEventListener('unload', save);"), Says: "A handler of “unload”"),
        new("W10", "onunload", p => Script(p, "window.onunload = save;"), Says: "unload"),
        new(
            "W10",
            "of the body",
            p => p.Edit("index.html", "<body>", "<body onunload='save()'>"),
            Says: "index.html(4,"
        ),
        new("W10", "as jQuery writes it", p => Script(p, "$(window).on('unload', save);"), Says: "unload"),
        new(
            "W10",
            "a question",
            p => Script(p, "window.addEventListener('beforeunload', function () { if (x) { alert('Bye'); } });"),
            Says: "alert()"
        ),
        new(
            "W10",
            "a request that is waited for",
            p => Script(p, "window.onbeforeunload = function () { r.open('POST', 'x', false); r.send(); };"),
            Says: "open(…, false)"
        ),
        new(
            "W10",
            "a question at another time",
            p =>
                Script(
                    p,
                    "addEventListener('pagehide', function () { save(); }); alert('Hi'); window.onbeforeunload = null; "
                        + "window.onunload = null;"
                ),
            Fires: false
        ),
        new("W11", "a link", p => Html(p, "<a href='index.html' target='_top'>x</a>"), Says: "target=\"_top\""),
        new(
            "W11",
            "a link out of the LMS on purpose",
            p => Html(p, "<a href='https://example.org/' target='_top' rel='noopener noreferrer'>x</a>"),
            Fires: false
        ),
        new(
            "W11",
            "a link to another site",
            p => Html(p, "<a href='https://example.org/' target=_top>x</a>"),
            Says: "_top"
        ),
        new("W11", "moved", p => Script(p, "top.location.href = 'index.html';"), Says: "top.location"),
        new("W11", "replaced", p => Script(p, "window.top.location.replace('index.html');"), Says: "top.location"),
        new("W11", "closed", p => Script(p, "top.close();"), Says: "top.close()"),
        new(
            "W11",
            "only asked",
            p => Script(p, "if (top.location === self.location || scroll.top.close) go(); desk.top.close();"),
            Fires: false
        ),
        new(
            "W11",
            "a way out that hides first",
            p =>
                Script(
                    p,
                    "function leave() { document.body.hidden = true; "
                        + "(window.top ?? window).location.replace('https://example.org/'); }"
                ),
            Fires: false
        ),
        new(
            "W11",
            "a way out that does not hide",
            p => Script(p, "function leave() { (window.top ?? window).location.replace('https://example.org/'); }"),
            Says: "top.location"
        ),
        new("W12", "a cookie", p => Script(p, "document.cookie = 'a=b';"), Says: "document.cookie"),
        new("W12", "the domain", p => Script(p, "document.domain = 'example.org';"), Says: "document.domain"),
        new(
            "W12",
            "a service worker",
            p => Script(p, "navigator.serviceWorker.register('sw.js');"),
            Says: "serviceWorker"
        ),
        new(
            "W12",
            "only asked",
            p => Script(p, "if (document.domain == 'example.org' && navigator.cookieEnabled) go();"),
            Fires: false
        ),
        new(
            "W13",
            "nothing",
            p => p.Put("index.html", "<html><body><script src=player.js></script></body></html>"),
            Says: "no doctype, charset, language (lang), title"
        ),
        new(
            "W13",
            "several pages alike",
            p =>
            {
                p.AddListed("a.html", "<html lang=en></html>");
                p.AddListed("b.html", "<html lang=en></html>");
            },
            Says: "sample.zip: Warning 2 pages have no doctype, charset, title: “a.html”, “b.html”."
        ),
        new(
            "W13",
            "a title of a picture",
            p =>
                p.Put(
                    "index.html",
                    "<!doctype html><html lang=en><meta charset=utf-8><svg><title>x</title></svg>"
                        + "<script src=player.js></script>"
                ),
            Says: "no title"
        ),
        new("W13", "a piece of a page", p => p.AddListed("part.html", "<p>x</p>"), Fires: false),
        new(
            "W13",
            "the old way to name a charset",
            p =>
                p.Edit(
                    "index.html",
                    "<meta charset=\"utf-8\">",
                    "<meta http-equiv='Content-Type' content='text/html; charset=utf-8'>"
                ),
            Fires: false
        ),
        new("W14", "a large page", p => Html(p, "<p>" + new string('x', 1_500_000) + "</p>"), Says: "1.5 MB"),
        new(
            "W14",
            "a large picture inside",
            p => Html(p, "<img src='data:image/png;base64," + new string('A', 100_001) + "'>"),
            Says: "More than 100 KB of data"
        ),
        new(
            "W22",
            "not looked into",
            p => p.AddListed("large.js", new string(' ', 5_000_001)),
            Says: "sample.zip: Note 1 file was not checked, because it is damaged or larger than 5 MB: “large.js”."
        ),
        new("W14", "a small one", p => Html(p, "<img src='data:image/png;base64,AAAA'>"), Fires: false),
        new("W15", "Flash", p => Html(p, "<object type='application/x-shockwave-flash'></object>"), Says: "<object>"),
        new("W15", "an applet", p => Html(p, "<applet></applet>"), Says: "<applet>"),
        new(
            "W15",
            "a file that no page shows",
            p => p.AddListed("old.swf", "x"),
            Says: "Note No browser has the plug-in"
        ),
        new(
            "W15",
            "a file that a script shows",
            p =>
            {
                p.AddListed("old.swf", "x");
                Script(p, "embed('old.swf');");
            },
            Says: "Warning No browser has the plug-in for 1 file (old.swf) any more."
        ),
        new(
            "W15",
            "with an HTML5 version",
            p =>
            {
                p.AddListed("old.swf", "x");
                p.AddListed("story_html5.html", "<p>x</p>");
                Script(p, "embed('old.swf');");
            },
            Says: "Note No browser has the plug-in for 1 file (old.swf) any more; the course also has an HTML5 version"
        ),
        new(
            "W15",
            "a picture as an object",
            p =>
            {
                p.AddListed("fire.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
                Html(p, "<object data='fire.svg'></object>");
            },
            Fires: false
        ),
        new("W16", "modules", p => p.AddListed("a.mjs", "x"), Says: "Warning Some servers have no media type for mjs"),
        new("W16", "fonts", p => p.AddListed("a.woff2", "wOF2"), Says: "Note Some servers"),
        new(
            "W16",
            "another kind than the name says",
            p => p.AddListed("a.png", "%PDF-1.7"),
            Says: "“a.png” is a PDF, not a picture"
        ),
        new("W16", "another kind of picture", p => p.Add("a.png", [0xFF, 0xD8, 0xFF, 0xE0]), Fires: false),
        new(
            "W17",
            "an old code page",
            p => p.Add("b.html", Encoding.Latin1.GetBytes("<p>café</p>")),
            Says: "b.html: Warning The text is not UTF-8, which is not declared"
        ),
        new(
            "W17",
            "says that it is UTF-8",
            p => p.Add("b.html", Encoding.Latin1.GetBytes("<meta charset=utf-8><p>café</p>")),
            Says: "although declared as such"
        ),
        new("W17", "no text", p => p.Add("b.js", [1, 2, 0, 3]), Says: "contains no text"),
        new("W17", "left over of macOS", p => p.Add("__MACOSX/._index.html", [0, 5, 22, 7, 0, 2]), Fires: false),
        new(
            "W17",
            "an old code page that is named",
            p => p.Add("b.html", Encoding.Latin1.GetBytes("<meta charset=windows-1252><p>café</p>")),
            Fires: false
        ),
        new(
            "W17",
            "UTF-16 with its mark",
            p => p.Add("b.html", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<p>café</p>")]),
            Fires: false
        ),
        new(
            "W18",
            "leftovers",
            p =>
            {
                p.AddListed("player.js.map", "{}");
                p.AddListed("node_modules/a/b.txt", "x");
            },
            Says: "2 files or texts"
        ),
        new("W18", "a key", p => Script(p, "var key = '-----BEGIN RSA PRIVATE KEY-----';"), Says: "player.js(4,"),
        new("W18", "a quiz called test", p => p.AddListed("test/index.html", "<p>x</p>"), Fires: false),
        new(
            "W19",
            "no API",
            p => p.Put("player.js", "go();"),
            Says: "Warning “index.html” is marked as a page that reports to the LMS (a SCO), but none of the 2 files"
        ),
        new(
            "W19",
            "scripts that load scripts",
            p =>
                p.Put(
                    "player.js",
                    "var s = document.createElement('script'); s.src = base + name; document.head.append(s);"
                ),
            Says: "it is unknown whether its scripts call the LMS: its scripts load other scripts"
        ),
        new(
            "W19",
            "written scripts",
            p => p.Put("player.js", "document.write('<script src=\"' + name + '\"><\\/script>');"),
            Says: "it is unknown whether"
        ),
        new(
            "W19",
            "packed",
            p => p.Put("player.js", string.Concat(Enumerable.Repeat("a(1);", 1500))),
            Says: "it is unknown whether its scripts call the LMS: its scripts are minified"
        ),
        new("W19", "broken", p => p.Put("player.js", "var a = 'x\n"), Says: "could not be read to its end"),
        new("W19", "too large", p => p.Put("player.js", new string(' ', 5_000_001)), Says: "“player.js” was not read"),
        new(
            "W19",
            "the name in a comment only",
            p => p.Put("player.js", "// api.LMSInitialize('')\n"),
            Says: "none of"
        ),
        new(
            "W19",
            "in a page inside the page",
            p =>
            {
                p.Put("player.js", "document.getElementById('frame').src = 'inner/page.html';");
                p.AddListed("inner/page.html", "<script src='api.js'></script>");
                p.AddListed("inner/api.js", "parent.parent['API'].LMSInitialize('')");
            },
            Fires: false
        ),
        new(
            "W19",
            "in a file that may be loaded",
            p =>
            {
                p.Put("player.js", "go();");
                p.AddListed("lesson.js", "parent.API.LMSInitialize('')");
            },
            Says: "Note “index.html” is marked as a page that reports to the LMS (a SCO), but it is unknown"
        ),
        new("W21", "the page of the LMS", p => Script(p, "top.document.title = 'x';"), Says: "player.js(4,5): Warning"),
        new("W21", "the page around", p => Script(p, "window.parent.document.title = 'x';"), Says: "parent.document"),
        new("W21", "the API of the LMS", p => Script(p, "var api = window.parent.API || top.API;"), Fires: false),
        new("W21", "its own page", p => Script(p, "window.document.title = own.parent.document;"), Fires: false),
        new(
            "W21",
            "a page of the course around a frame of it",
            p =>
            {
                Html(p, "<iframe src='inner.html'></iframe>");
                p.AddListed(
                    "inner.html",
                    "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>x</title>"
                        + "<script>parent.document.title = 'x'"
                        + "</script>"
                );
            },
            Fires: false
        ),
        new(
            "W20",
            "the other API",
            p => p.Put("player.js", "var api = window.parent.API_1484_11; api.Initialize('');"),
            Says: "The manifest declares SCORM 1.2, but the scripts of “index.html” use only SCORM 2004"
        ),
        new(
            "W20",
            "1.2 in a package of 2004",
            p => Scorm2004Cases.Turn(p, "player.js", "window.parent.API.LMSInitialize('')"),
            Says: "use only SCORM 1.2"
        ),
        new(
            "W20",
            "both",
            p =>
                p.Put(
                    "player.js",
                    "var api = window.parent.API_1484_11 || window.parent.API; "
                        + "api.LMSInitialize ? api.LMSInitialize('') : api.Initialize('');"
                ),
            Fires: false
        ),
    ];

    /// <summary>Adds to the body, at line 4, column 7.</summary>
    private static void Html(SamplePackage package, string html) =>
        package.Edit("index.html", "<p>Fire safety</p>", html);

    /// <summary>Adds line 4.</summary>
    private static void Script(SamplePackage package, string script) =>
        package.Edit("player.js", "api.LMSCommit('');", script + "\napi.LMSCommit('');");
}
