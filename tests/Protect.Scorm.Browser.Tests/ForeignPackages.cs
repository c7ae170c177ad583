using System.IO.Compression;
using System.Text;

namespace Protect.Scorm.Browser.Tests;

/// <summary>
/// Packages laid out as other authoring tools do, each with its own way of finding and calling the LMS. All were
/// written for these tests; no file comes from another tool. Each row gives the name, the organisation and resources of
/// the manifest, the files, and the data an LMS must show after a visit.
/// </summary>
internal sealed record ForeignPackage(
    string Name,
    string Organization,
    string Resources,
    (string Name, string Text)[] Files,
    string Shows = "Completed",
    string Attributes = ""
)
{
    /// <summary>Path of the written zip.</summary>
    public string WriteTo(string folder)
    {
        string path = Path.Combine(folder, Name + ".zip");
        using ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create);
        string manifest = $"""
            <?xml version="1.0"?>
            <manifest identifier="m" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
              xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"{Attributes}>
            <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
            <organizations default="o"><organization identifier="o">
            <title>{Name}</title>{Organization}</organization></organizations>
            <resources>{Resources}</resources></manifest>
            """;
        foreach ((string name, string text) in (IEnumerable<(string, string)>)[("imsmanifest.xml", manifest), .. Files])
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
            writer.Write(text);
        }
        return path;
    }

    private static string Item(string id, string title, string resource, string more = "", string attributes = "") =>
        $"""<item identifier="{id}" identifierref="{resource}"{attributes}><title>{title}</title>{more}</item>""";

    private static string Sco(string id, string href, string attributes = "") =>
        $"""<resource identifier="{id}" type="webcontent" adlcp:scormtype="sco" href="{href}"{attributes}/>""";

    private static (string, string) Page(string name, string script, string body = "<h1>Theirs</h1>") =>
        (
            name,
            $"<!doctype html><html lang=\"en\"><title>Theirs</title><body>{body}<script>{script}</script></body></html>"
        );

    private const string Climb = """
        function findAPI(win) {
          var tries = 0;
          while (win.API == null && win.parent != null && win.parent != win) {
            if (++tries > 7) return null;
            win = win.parent;
          }
          return win.API;
        }
        function getAPI() {
          var api = findAPI(window);
          if (api == null && window.opener != null) api = findAPI(window.opener);
          return api;
        }
        """;

    public static IReadOnlyList<ForeignPackage> All { get; } =
    [
        new(
            "Sample of the run-time environment",
            Item(
                "i",
                "One",
                "r",
                "<adlcp:datafromlms>level=2</adlcp:datafromlms><adlcp:masteryscore>80</adlcp:masteryscore>"
            ),
            Sco("r", "sco/lesson.htm"),
            [
                (
                    "sco/APIWrapper.js",
                    Climb
                        + """
                        var api = getAPI();
                        function doLMSInitialize() { return api.LMSInitialize("").toString() == "true"; }
                        function doLMSSetValue(name, value) {
                          if (api.LMSSetValue(name, value) != "true")
                            document.title = "Error " + api.LMSGetErrorString(api.LMSGetLastError());
                        }
                        """
                ),
                (
                    "sco/lesson.htm",
                    """
                    <html><head><script src="APIWrapper.js"></script></head><body onload="if (doLMSInitialize()) {
                      doLMSSetValue('cmi.core.lesson_status',
                        api.LMSGetValue('cmi.launch_data') === 'level=2' ? 'completed' : 'failed');
                      doLMSSetValue('cmi.core.score.raw', api.LMSGetValue('cmi.student_data.mastery_score'));
                      api.LMSCommit(''); api.LMSFinish('') }"><h1>Lesson</h1></body></html>
                    """
                ),
            ],
            "Passed"
        ),
        new(
            "A wrapper that searches far",
            Item("i", "One", "r"),
            Sco("r", "index.html"),
            [
                Page(
                    "index.html",
                    """
                    var scorm = { handle: null, find: function (win) {
                      var tries = 0;
                      while (!win.API && win.parent && win.parent != win && tries <= 500) { tries++; win = win.parent; }
                      return win.API || null;
                    } };
                    scorm.handle = scorm.find(window)
                      || (window.parent && window.parent != window && scorm.find(window.parent))
                      || (window.top && window.top.opener && scorm.find(window.top.opener));
                    if (scorm.handle.LMSInitialize("") == "true") {
                      var status = scorm.handle.LMSGetValue("cmi.core.lesson_status");
                      if (status == "not attempted" || status == "unknown")
                        scorm.handle.LMSSetValue("cmi.core.lesson_status", "incomplete");
                      scorm.handle.LMSCommit("");
                    }
                    window.onunload = function () {
                      scorm.handle.LMSSetValue("cmi.core.exit", "suspend");
                      scorm.handle.LMSFinish("");
                    };
                    """
                ),
            ],
            "Incomplete"
        ),
        new(
            "A story with its LMS in another frame",
            Item("i", "One", "r"),
            Sco("r", "index_lms.html"),
            [
                Page("index_lms.html", "location.replace('story.html?LMS=1#start');"),
                (
                    "story.html",
                    "<!doctype html><title>Story</title><frameset rows='*,1'>"
                        + "<frame name='content' src='story_content/slide.html'><frame name='lms' src='lms/lms.html'>"
                        + "</frameset>"
                ),
                Page(
                    "story_content/slide.html",
                    "var t = setInterval(function () { var lms = parent.frames['lms']; "
                        + "if (lms && lms.ready) { clearInterval(t); "
                        + "lms.report('completed', '{\\\"v\\\":1,\\\"s\\\":[1,2]}'); } }, 20);"
                ),
                Page(
                    "lms/lms.html",
                    Climb
                        + "var api = getAPI(); var ready = api.LMSInitialize('') == 'true'; "
                        + "function report(status, data) { api.LMSSetValue('cmi.suspend_data', data); "
                        + "api.LMSSetValue('cmi.core.lesson_status', status); api.LMSCommit(''); }"
                ),
            ]
        ),
        new(
            "A driver with its content in a frame",
            Item("i", "One", "r"),
            Sco("r", "scormdriver/indexAPI.html"),
            [
                (
                    "scormdriver/indexAPI.html",
                    $$"""
                    <!doctype html><html lang="en"><title>Driver</title><body><script>{{Climb}}
                    var api = getAPI(); api.LMSInitialize("");
                    function SetBookmark(place) { api.LMSSetValue("cmi.core.lesson_location", place); }
                    function SetReachedEnd() {
                      api.LMSSetValue("cmi.core.lesson_status", "completed");
                      api.LMSCommit("");
                    }
                    </script><iframe title="Content" src="../scormcontent/index.html?driver=1&amp;lang=en"></iframe>
                    </body></html>
                    """
                ),
                Page(
                    "scormcontent/index.html",
                    "if (location.search === '?driver=1&lang=en') { parent.SetBookmark('#/lessons/1'); "
                        + "parent.SetReachedEnd(); }"
                ),
            ]
        ),
        new(
            "Slides with a percentage score",
            Item("i", "One", "r", "<adlcp:masteryscore>60</adlcp:masteryscore>"),
            Sco("r", "index_scorm.html"),
            [
                ("scormInitialize.js", Climb),
                (
                    "index_scorm.html",
                    """
                    <!doctype html><html lang="en"><title>Slides</title><script src="scormInitialize.js"></script>
                    <body onload="var a = getAPI(); a.LMSInitialize('');
                      a.LMSSetValue('cmi.core.score.min', '0'); a.LMSSetValue('cmi.core.score.max', '100');
                      a.LMSSetValue('cmi.core.score.raw', '66.67');
                      a.LMSSetValue('cmi.interactions.0.id', 'Slide_3_Q1');
                      a.LMSSetValue('cmi.interactions.0.type', 'choice');
                      a.LMSSetValue('cmi.interactions.0.student_response', 'b');
                      a.LMSSetValue('cmi.interactions.0.correct_responses.0.pattern', 'a');
                      a.LMSSetValue('cmi.interactions.0.result', 'wrong');
                      a.LMSSetValue('cmi.core.lesson_status', 'passed');
                      a.LMSSetValue('cmi.core.session_time', '0000:01:05.00'); a.LMSCommit('');
                      a.LMSFinish('')"><h1>Slides</h1></body></html>
                    """
                ),
            ],
            "Passed"
        ),
        new(
            "One SCO per page",
            Item("p1", "Beginning", "r1") + Item("p2", "Middle", "r2") + Item("p3", "End", "r3"),
            Sco("r1", "index.html") + Sco("r2", "middle.html") + Sco("r3", "end.html"),
            [
                (
                    "common/wrapper.js",
                    Climb
                        + "var api = getAPI(); function loadPage() { api.LMSInitialize(''); "
                        + "api.LMSSetValue('cmi.core.lesson_status', 'completed'); "
                        + "api.LMSSetValue('cmi.core.lesson_location', location.pathname.split('/').pop()); "
                        + "api.LMSCommit(''); }"
                ),
                .. ((string[])["index", "middle", "end"]).Select(name =>
                    (
                        $"{name}.html",
                        $"<!doctype html><html lang=\"en\"><title>{name}</title>"
                            + $"<script src=\"common/wrapper.js\"></script><body onload=\"loadPage()\"><h1>{name}</h1>"
                            + "</body></html>"
                    )
                ),
            ]
        ),
        new(
            "A base and a query",
            Item("i", "One", "r", attributes: " parameters=\"&amp;lang=fr\""),
            Sco("r", "start.html?mode=scorm#begin", " xml:base=\"course/\""),
            [
                Page(
                    "app/course/start.html",
                    Climb
                        + "if (location.search === '?mode=scorm&lang=fr' && location.hash === '#begin') "
                        + "{ var a = getAPI(); a.LMSInitialize(''); "
                        + "a.LMSSetValue('cmi.core.lesson_status', 'completed'); a.LMSCommit(''); }"
                ),
            ],
            Attributes: " xml:base=\"app/\""
        ),
        new(
            "Many items with one file",
            """<item identifier="c1"><title>Playing</title>"""
                + Item("a", "Playing the game", "r", attributes: " parameters=\"?content=playing\"")
                + Item("b", "Par", "r", attributes: " parameters=\"?content=par\"")
                + """</item><item identifier="c2"><title>Etiquette</title>"""
                + Item("c", "Care for the course", "r", attributes: " parameters=\"?content=care\"")
                + "</item>",
            Sco("r", "shared/launchpage.html"),
            [
                Page(
                    "shared/launchpage.html",
                    Climb
                        + "var a = getAPI(); a.LMSInitialize(''); "
                        + "a.LMSSetValue('cmi.core.lesson_location', location.search.slice(9)); "
                        + "a.LMSSetValue('cmi.core.lesson_status', 'completed'); a.LMSCommit('');"
                ),
            ]
        ),
        new(
            "A launcher that opens a window",
            Item("i", "One", "r"),
            Sco("r", "launch.html"),
            [
                Page(
                    "launch.html",
                    "function go() { window.open('content.html', 'w', 'width=600,height=400'); }",
                    "<button onclick=\"go()\">Start</button>"
                ),
                Page(
                    "content.html",
                    Climb
                        + "var a = getAPI(); a.LMSInitialize(''); "
                        + "a.LMSSetValue('cmi.core.lesson_status', 'completed'); a.LMSCommit('');"
                ),
            ]
        ),
        new(
            "Content that asks only its opener",
            Item("i", "One", "r"),
            Sco("r", "index.html"),
            [
                Page(
                    "index.html",
                    "var a = window.top.opener && window.top.opener.API; if (a) { a.LMSInitialize(''); "
                        + "a.LMSSetValue('cmi.core.lesson_status', 'completed'); a.LMSCommit(''); }"
                ),
            ]
        ),
        new(
            "Names with spaces and accents",
            Item("i", "Études", "r"),
            Sco("r", "le%20cours/d%C3%A9but%20%231.html"),
            [
                Page(
                    "le cours/début #1.html",
                    Climb
                        + "var a = getAPI(); a.LMSInitialize(''); a.LMSSetValue('cmi.suspend_data', 'été'); "
                        + "a.LMSSetValue('cmi.core.lesson_status', 'completed'); a.LMSCommit('');"
                ),
            ]
        ),
    ];

    /// <summary>A page with a button for each call, which shows the result of the call.</summary>
    public static ForeignPackage Probe { get; } =
        new(
            "Probe",
            Item("i", "Probe", "r"),
            Sco("r", "index.html"),
            [
                Page(
                    "index.html",
                    Climb
                        + """
                        var api = getAPI(), out = document.getElementById("out");
                        function call(name) {
                          try {
                            var result = api[name].apply(api, [].slice.call(arguments, 1));
                            out.textContent = name + " " + result + " " + api.LMSGetLastError();
                          } catch (error) { out.textContent = name + " threw"; }
                        }
                        if (api) call("LMSInitialize", ""); else out.textContent = "no LMS";
                        document.getElementById("kept").textContent = localStorage.getItem("mine") || "nothing kept";
                        function set(value) { call("LMSSetValue", "cmi.suspend_data", value); }
                        addEventListener("pagehide", function () {
                          localStorage.setItem("mine", "last words");
                          try { set("last words"); api.LMSFinish(""); } catch (error) { }
                        });
                        function flood() {
                          for (var n = 0; n < 100000; n++) api.LMSSetValue("cmi.core.lesson_location", "p" + n);
                          for (var m = 0; m < 200; m++) {
                            set(new Array(4000).join("x"));
                            parent.parent.postMessage({ kind: "calls", calls: [{ call: { name: {} } }] }, "*");
                            parent.eval("parent.postMessage({ kind: 'calls', calls: 7, rest: null }, '*')");
                          }
                          call("LMSCommit", "");
                        }
                        """,
                    """
                    <main><h1>Probe</h1><button onclick="set('short')">Short</button>
                    <button onclick="set(new Array(301).join('x'))">Long</button>
                    <button onclick="call('LMSCommit', '')">Commit</button>
                    <button onclick="call('LMSGetValue', 'cmi.suspend_data')">Read</button>
                    <button onclick="call('LMSSetValue', 'cmi.core.lesson_status', 'nonsense')">Nonsense</button>
                    <button onclick="flood()">Flood</button>
                    <button onclick="this.setAttribute('aria-pressed', 'true')">Press</button>
                    <img src="none.png" alt="A drawing"><p id="out" role="status"></p><p id="kept"></p></main>
                    """
                ),
            ]
        );
}
