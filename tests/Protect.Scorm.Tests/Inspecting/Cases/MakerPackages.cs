using System.IO.Compression;
using System.Text;

namespace Protect.Scorm.Tests.Inspecting.Cases;

/// <summary>
/// A package made here in the layout of another authoring tool. It contains none of that tool's text.
/// </summary>
/// <param name="Warnings">Ids of the warnings it deserves, in order.</param>
internal sealed record MakerPackage(
    string Name,
    IReadOnlyList<string> Warnings,
    IReadOnlyDictionary<string, string> Files
)
{
    public byte[] Zip()
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text) in Files)
            {
                ZipArchiveEntry entry = zip.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using Stream stream = entry.Open();
                stream.Write(
                    name.EndsWith(".png", StringComparison.Ordinal)
                        ? [0x89, .. "PNG\r\n"u8]
                        : Encoding.UTF8.GetBytes(text)
                );
            }
        }
        return bytes.ToArray();
    }
}

/// <summary>One package per authoring tool.</summary>
internal static class MakerPackages
{
    public static readonly IReadOnlyList<MakerPackage> All =
    [
        Make("storyline", ["R12", "W09", "W10"], Storyline()),
        Make("rise", ["R12", "R25", "W09", "W10", "W13", "W14"], Rise()),
        Make("captivate", ["R12", "W09", "W10", "W13"], Captivate()),
        Make("exelearning", ["R12", "W09", "W10"], Exe()),
        Make("adapt", ["C01", "R12", "W10"], Adapt()),
        Make("ispring", ["C01", "R12", "W09", "W10", "W13"], Ispring()),
        Make("lectora", ["C01", "W09", "W10", "W13"], Lectora()),
        Make("h5p", ["C01", "R12", "W09"], H5p()),
        Make("golf", ["A06", "R20", "W09", "W10", "W13", "X10"], Golf()),
    ];

    private static MakerPackage Make(string name, string[] warnings, Dictionary<string, string> files) =>
        new(name, warnings, files);

    private static Dictionary<string, string> WithSchemas(Dictionary<string, string> files)
    {
        foreach (string name in Targets.Scorm12Schemas.Files)
            files[name] = Encoding.UTF8.GetString(Scorm.Diagnostics.SourceFolder.Embedded("bundle").Read(name));
        return files;
    }

    private const string Locations =
        "http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd "
        + "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd "
        + "http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd";

    private static string Manifest(string organization, string resources, string more = "") =>
        $"""
            <?xml version="1.0" encoding="utf-8"?>
            <manifest identifier="course_1" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
              xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="{Locations}">
              <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion>{more}</metadata>
              <organizations default="org_1"><organization identifier="org_1">
              <title>Course</title>{organization}</organization></organizations>
              <resources>{resources}</resources>
            </manifest>
            """;

    private static string OneSco(string href, params string[] files) =>
        Manifest(
            "<item identifier=\"item_1\" identifierref=\"res_1\" isvisible=\"true\"><title>Course</title></item>",
            $"<resource identifier=\"res_1\" type=\"webcontent\" href=\"{href}\" adlcp:scormtype=\"sco\">"
                + string.Concat(files.Prepend(href).Distinct().Select(file => $"<file href=\"{file}\"/>"))
                + "</resource>"
        );

    private const string Driver = """
        var SCORM_objAPI = null, blnUnload = false;
        function SCORM_ScanForAPI(win) {
          while (win.API == null && win.parent != null && win.parent != win) { win = win.parent; }
          return win.API;
        }
        function SCORM_Initialize() { SCORM_objAPI = SCORM_ScanForAPI(window); return SCORM_objAPI.LMSInitialize(""); }
        function SCORM2004_Initialize() { return window.parent.API_1484_11.Initialize(""); }
        function SetPassed() {
          SCORM_objAPI.LMSSetValue("cmi.core.lesson_status", "passed");
          SCORM_objAPI.LMSSetValue("cmi.core.score.raw", "100");
        }
        function SetReachedEnd() { SCORM_objAPI.LMSSetValue("cmi.core.lesson_status", "completed"); }
        window.onbeforeunload = Unload; window.onunload = Unload;
        function Unload() { if (!blnUnload) { blnUnload = true; SCORM_objAPI.LMSFinish(""); } }
        """;

    private static string Page(string head, string body) =>
        $"<!DOCTYPE html>\n<html lang=\"en-US\">\n<head><meta charset=\"utf-8\"><title>Course</title>{head}</head>\n"
        + $"<body>{body}</body></html>";

    private static Dictionary<string, string> Storyline() =>
        WithSchemas(
            new()
            {
                ["imsmanifest.xml"] = OneSco(
                    "index_lms.html",
                    "story.html",
                    "html5/lib/scripts/app.min.js",
                    "lms/scormdriver.js"
                ),
                ["index_lms.html"] = Page(
                    "<script src=\"lms/scormdriver.js\"></script>",
                    "<script>var strContentLocation = \"story.html\"; "
                        + "function LoadContent() { window.frames[0].location = strContentLocation; }</script>"
                        + "<iframe src=\"lms/blank.html\" id=\"scormdriver_content\"></iframe>"
                ),
                ["story.html"] = Page(
                    "<link rel=\"stylesheet\" href=\"html5/data/css/output.min.css\">"
                        + "<script>window.globals = { DATA_PATH_BASE: '', HAS_FRAME: true };</script>",
                    "<div id=\"app\"></div><script src=\"html5/lib/scripts/bootstrapper.min.js\"></script>"
                ),
                ["html5/lib/scripts/app.min.js"] =
                    "!function(e,t){\"use strict\";var n=t.createElement(\"script\");n.src=e,t.head.appendChild(n)}"
                    + "(DATA,document);",
                ["html5/lib/scripts/bootstrapper.min.js"] =
                    "(function(){var g=Function(\"return this\")();g.load=function(u){"
                    + "var s=document.createElement('script');s.src=u;document.head.appendChild(s)};})();",
                ["html5/data/css/output.min.css"] =
                    "@font-face{font-family:\"A\";src:url(\"data:font/woff;base64,AAAA\") "
                    + "format(\"woff\")}.slide{background:url(../../../story_content/a.png)}",
                ["html5/data/js/data.js"] =
                    "window.globalProvideData('data', '{\"title\":\"it\\\\\\'s\",\"url\":\"https://example.org\"}');",
                ["story_content/a.png"] = "",
                ["story_content/user.js"] =
                    "function ExecuteScript(strId) { switch (strId) { case \"5abc\": Script1(); break; } }",
                ["lms/scormdriver.js"] = Driver,
                ["lms/blank.html"] = Page("", ""),
                ["lms/goodbye.html"] = Page("", "<p>Bye</p>"),
                ["analytics-frame.html"] = Page("", ""),
                ["meta.xml"] = "<?xml version=\"1.0\"?><meta><project title=\"x\"/></meta>",
                ["mobile/5abc_DM.png"] = "",
            }
        );

    private static Dictionary<string, string> Rise() =>
        WithSchemas(
            new()
            {
                ["imsmanifest.xml"] = OneSco(
                    "scormdriver/indexAPI.html",
                    "scormcontent/index.html",
                    "scormdriver/scormdriver.js"
                ),
                ["scormdriver/indexAPI.html"] =
                    "<html>\n<head><title></title><script src=\"scormdriver.js\" type=\"text/javascript\"></script>"
                    + "<script>var strContentLocation = \"../scormcontent/index.html\";</script></head>"
                    + "<body onload=\"LoadContent()\" onunload=\"Unload()\"></body></html>",
                ["scormdriver/scormdriver.js"] = Driver,
                ["scormdriver/blank.html"] = "<html><body></body></html>",
                ["scormdriver/goodbye.html"] = "<html><body></body></html>",
                ["scormcontent/index.html"] = Page(
                    "<link rel=\"stylesheet\" href=\"lib/main.bundle.css\">",
                    "<div id=\"app\"></div><script>window.courseData = \""
                        + new string('A', 1_600_000)
                        + "\";</script><script src=\"lib/rise/main.bundle.js\"></script>"
                ),
                ["scormcontent/lib/main.bundle.css"] =
                    "@font-face{font-family:L;src:url(fonts/Lato.woff)}.a:before{content:\"\\201C\"}",
                ["scormcontent/lib/fonts/Lato.woff"] = "wOFF",
                ["scormcontent/lib/rise/main.bundle.js"] =
                    "(self.webpackChunk=self.webpackChunk||[]).push([[1],{2:function(e,t,n){e.exports=n.p+\"a.png\"}}"
                    + "]);var r=/[\"'/]/g,x=a/b/c;",
                ["scormcontent/assets/photo.png"] = "",
                ["scormcontent/lib/index.html"] = "<div>piece</div>",
            }
        );

    private static Dictionary<string, string> Captivate() =>
        WithSchemas(
            new()
            {
                ["imsmanifest.xml"] = OneSco("index_scorm.html", "scormdriver/scormdriver.js", "index.html"),
                ["index_scorm.html"] =
                    "<html><head><meta charset=\"utf-8\"><script src=\"scormdriver/scormdriver.js\"></script></head>"
                    + "<frameset rows=\"100%,0\"><frame src=\"scormdriver/preloadIFrame.html\" "
                    + "name=\"scormdriver_content\"></frameset></html>",
                ["scormdriver/preloadIFrame.html"] =
                    "<html><body><script>parent.strContentLocation = '../index.html';</script></body></html>",
                ["scormdriver/scormdriver.js"] = Driver,
                ["index.html"] =
                    "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Course</title>"
                    + "<link href=\"assets/css/CPLibraryAll.css\" rel=\"stylesheet\">"
                    + "<script src=\"assets/js/jquery.min.js\"></script></head><body>"
                    + "<div id=\"main_container\" onclick=\"cp.clicked(this)\"></div><script>cp.init();</script>"
                    + "</body></html>",
                ["assets/css/CPLibraryAll.css"] = ".cp { background-image: url('../htmlimages/loader.png'); }",
                ["assets/js/jquery.min.js"] =
                    "!function(e,t){\"object\"==typeof module?module.exports=t(e):t(e)}(window,function(e){"
                    + "var t=/<([a-z][^\\/\\0>]*)[^>]*>/i;return t});",
                ["assets/htmlimages/loader.png"] = "",
                ["callees/Slide_1.js"] = "cp.slide1 = {};",
                ["project.txt"] = "{}",
            }
        );

    private static Dictionary<string, string> Exe()
    {
        string Sco(string title) =>
            Page(
                    "<link rel=\"stylesheet\" href=\"base.css\"><script src=\"common.js\"></script>"
                        + "<script src=\"SCORM_API_wrapper.js\"></script><script src=\"SCOFunctions.js\"></script>",
                    $"<script>document.body.className += ' js'</script><h1>{title}</h1><img src=\"a.png\" alt=\"\">"
                )
                .Replace("<body>", "<body onload=\"loadPage()\" onunload=\"unloadPage()\">");
        string Item(int n) =>
            $"<item identifier=\"ITEM-{n}\" isvisible=\"true\" identifierref=\"RES-{n}\">"
            + $"<title>Page {n}</title></item>";
        string Resource(int n, string href) =>
            $"<resource identifier=\"RES-{n}\" type=\"webcontent\" adlcp:scormtype=\"sco\" href=\"{href}\">"
            + $"<file href=\"{href}\"/><dependency identifierref=\"COMMON_FILES\"/></resource>";
        return WithSchemas(
            new()
            {
                ["imsmanifest.xml"] = Manifest(
                    Item(1) + Item(2),
                    Resource(1, "index.html")
                        + Resource(2, "second_page.html")
                        + "<resource identifier=\"COMMON_FILES\" type=\"webcontent\" adlcp:scormtype=\"asset\">"
                        + "<file href=\"base.css\"/><file href=\"common.js\"/><file href=\"SCORM_API_wrapper.js\"/>"
                        + "<file href=\"SCOFunctions.js\"/></resource>"
                ),
                ["index.html"] = Sco("One"),
                ["second_page.html"] = Sco("Two"),
                ["base.css"] = "body { margin: 0 }",
                ["common.js"] = "var $exe = { init: function () {} };",
                ["a.png"] = "",
                ["SCORM_API_wrapper.js"] =
                    "var pipwerks = { SCORM: { version: null, API: {} } };\n"
                    + "pipwerks.SCORM.API.find = function (win) { return win.API || win.API_1484_11; };\n"
                    + "pipwerks.SCORM.connection = function (API) { return API.LMSInitialize('') };",
                ["SCOFunctions.js"] =
                    "function loadPage() { pipwerks.SCORM.init(); } "
                    + "function unloadPage() { pipwerks.SCORM.set('cmi.core.lesson_status', 'completed'); }\n"
                    + "window.onunload = unloadPage;",
                ["contentv3.xml"] = "<?xml version=\"1.0\"?><instance/>",
            }
        );
    }

    private static Dictionary<string, string> Adapt() =>
        new()
        {
            ["imsmanifest.xml"] = Manifest(
                "<item identifier=\"item_1\" isvisible=\"true\" identifierref=\"res_1\"><title>Course</title></item>",
                "<resource identifier=\"res_1\" type=\"webcontent\" href=\"index_lms.html\" adlcp:scormtype=\"sco\">"
                    + "<file href=\"index_lms.html\"/></resource>"
            ),
            ["imscp_rootv1p1p2.xsd"] = Encoding.UTF8.GetString(
                Scorm.Diagnostics.SourceFolder.Embedded("bundle").Read("imscp_rootv1p1p2.xsd")
            ),
            ["adlcp_rootv1p2.xsd"] = Encoding.UTF8.GetString(
                Scorm.Diagnostics.SourceFolder.Embedded("bundle").Read("adlcp_rootv1p2.xsd")
            ),
            ["imsmd_rootv1p2p1.xsd"] = Encoding.UTF8.GetString(
                Scorm.Diagnostics.SourceFolder.Embedded("bundle").Read("imsmd_rootv1p2p1.xsd")
            ),
            ["index_lms.html"] = Page(
                "<link rel=\"stylesheet\" href=\"adapt.css\"><script src=\"libraries/modernizr.js\"></script>"
                    + "<script src=\"adapt/js/scriptLoader.js\"></script>",
                "<div id=\"wrapper\"></div>"
            ),
            ["index.html"] = Page(
                "<link rel=\"stylesheet\" href=\"adapt.css\"><script src=\"adapt/js/scriptLoader.js\"></script>",
                "<div id=\"wrapper\"></div>"
            ),
            ["adapt.css"] = ".icon{background:url(assets/fire.png)}",
            ["assets/fire.png"] = "",
            ["libraries/modernizr.js"] = "window.Modernizr={};",
            ["adapt/js/scriptLoader.js"] =
                "(function () { function load(src) { var s = document.createElement('script'); s.src = src; "
                + "document.head.append(s); } load('libraries/require.js'); load('adapt/js/adapt.min.js'); })();",
            ["adapt/js/adapt.min.js"] =
                "define('libraries/SCORM_API_wrapper',[],function(){"
                + "var pipwerks={};pipwerks.SCORM={API:{find:function(w){return w.API||w.API_1484_11}},"
                + "i:function(a){return a.LMSInitialize('')||a.Initialize('')}};"
                + "return pipwerks});$(window).on('beforeunload unload',_.bind(this.end,this));"
                + "window.onunload=end;",
            ["libraries/require.js"] = "var requirejs, require, define;",
            ["course/config.json"] = "{\"_spoor\":{\"_isEnabled\":true}}",
            ["course/en/components.json"] = "[{\"_src\":\"course/en/images/a.png\"}]",
            ["course/en/images/a.png"] = "",
        };

    private static Dictionary<string, string> Ispring() =>
        new()
        {
            ["imsmanifest.xml"] = OneSco("res/index.html", "res/data/player.js")
                .Replace(" http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd", ""),
            ["imscp_rootv1p1p2.xsd"] = Encoding.UTF8.GetString(
                Scorm.Diagnostics.SourceFolder.Embedded("bundle").Read("imscp_rootv1p1p2.xsd")
            ),
            ["adlcp_rootv1p2.xsd"] = Encoding.UTF8.GetString(
                Scorm.Diagnostics.SourceFolder.Embedded("bundle").Read("adlcp_rootv1p2.xsd")
            ),
            ["res/index.html"] =
                "<!DOCTYPE html><html><head><meta http-equiv=\"Content-Type\" content=\"text/html;charset=utf-8\"/>"
                + "<title>Course</title><script src=\"data/browsersupport.js\"></script>"
                + "<script src=\"lms/lms.js\"></script></head><body><script src=\"data/player.js\"></script>"
                + "<script>iSpring.LMSAPI.setup({});</script></body></html>",
            ["res/data/player.js"] = "(function(){var a=String(document.cookie).split(';')})();",
            ["res/data/browsersupport.js"] = "var supported=!0;",
            ["res/lms/lms.js"] =
                "(function(w){function f(w){return w.API}"
                + "var a=f(w);w.iSpring={LMSAPI:{setup:function(){a.LMSInitialize(\"\");"
                + "a.LMSSetValue(\"cmi.core.score.raw\",1)}}};w.addEventListener(\"unload\","
                + "function(){a.LMSFinish(\"\")})})(window);",
        };

    private static Dictionary<string, string> Lectora() =>
        new()
        {
            ["imsmanifest.xml"] = OneSco(
                    "a001index.html",
                    "trivantis.js",
                    "a001_page_1.html",
                    "apiwrapper.js",
                    "images/a.png"
                )
                .Replace(" http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd", ""),
            ["imscp_rootv1p1p2.xsd"] = Encoding.UTF8.GetString(
                Scorm.Diagnostics.SourceFolder.Embedded("bundle").Read("imscp_rootv1p1p2.xsd")
            ),
            ["adlcp_rootv1p2.xsd"] = Encoding.UTF8.GetString(
                Scorm.Diagnostics.SourceFolder.Embedded("bundle").Read("adlcp_rootv1p2.xsd")
            ),
            ["a001index.html"] =
                "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Course</title>"
                + "<script src=\"apiwrapper.js\"></script></head><frameset rows=\"*\" onbeforeunload=\"finish()\" "
                + "onunload=\"finish()\">"
                + "<frame name=\"titlemgrframe\" src=\"a001_page_1.html\"></frameset></html>",
            ["a001_page_1.html"] =
                "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Page</title>"
                + "<script src=\"trivantis.js\"></script></head><body><img src=\"images/a.png\" alt=\"\">"
                + "<a href=\"javascript:trivExitPage('a001_page_2.html',true)\">Next</a></body></html>",
            ["trivantis.js"] = "function trivExitPage(page, save) { window.location.href = page; }",
            ["apiwrapper.js"] =
                "function findAPI(win) { return win.API; } "
                + "function LMSInitialize() { return findAPI(window).LMSInitialize(''); }",
            ["images/a.png"] = "",
        };

    private static Dictionary<string, string> H5p() =>
        new()
        {
            ["imsmanifest.xml"] = OneSco("index.html", "lib/h5p-standalone/main.js", "lib/SCORM_API_wrapper.js")
                .Replace(" http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd", ""),
            ["imscp_rootv1p1p2.xsd"] = Encoding.UTF8.GetString(
                Scorm.Diagnostics.SourceFolder.Embedded("bundle").Read("imscp_rootv1p1p2.xsd")
            ),
            ["adlcp_rootv1p2.xsd"] = Encoding.UTF8.GetString(
                Scorm.Diagnostics.SourceFolder.Embedded("bundle").Read("adlcp_rootv1p2.xsd")
            ),
            ["index.html"] = Page(
                "<script src=\"lib/h5p-standalone/main.js\"></script>"
                    + "<script src=\"lib/SCORM_API_wrapper.js\"></script>",
                "<div id=\"h5p-container\"></div>"
                    + "<script>new H5PStandalone.H5P(document.getElementById('h5p-container'), "
                    + "{ h5pJsonPath: './workspace' }); pipwerks.SCORM.init();</script>"
            ),
            ["lib/h5p-standalone/main.js"] =
                "var H5PStandalone={H5P:function(e,t){var s=document.createElement(\"script\");"
                + "s.src=t.h5pJsonPath+\"/h5p.js\"}};",
            ["lib/SCORM_API_wrapper.js"] =
                "var pipwerks={SCORM:{init:function(){return window.parent.API.LMSInitialize('')}}};",
            ["workspace/h5p.json"] = "{\"title\":\"x\"}",
            ["workspace/content/content.json"] = "{}",
            ["workspace/H5P.Text-1.1/text.css"] = ".a{background:url('icons/a.png')}",
            ["workspace/H5P.Text-1.1/icons/a.png"] = "",
        };

    private static Dictionary<string, string> Golf()
    {
        (string Id, string Title, string[] Pages)[] parts =
        [
            ("Playing", "Playing the game", ["Par", "Scoring", "Rules"]),
            ("Etiquette", "Etiquette", ["Course", "Distracting"]),
            ("Handicap", "Handicapping", ["Overview", "Calculating"]),
        ];
        var files = new Dictionary<string, string>();
        var organization = new StringBuilder();
        var resources = new StringBuilder();
        string? before = null;
        foreach ((string id, string title, string[] pages) in parts)
        {
            organization.Append($"<item identifier=\"I_{id}\" isvisible=\"1\"><title>{title}</title>");
            foreach (string page in pages)
            {
                string prerequisite = before is null
                    ? ""
                    : $"<adl:prerequisites type=\"aicc_script\">{before}</adl:prerequisites>";
                organization.Append(
                    $"<item identifier=\"I_{page}\" identifierref=\"R_{page}\">"
                        + $"<title>{page}</title>{prerequisite}</item>"
                );
                resources.Append(
                    $"<resource identifier=\"R_{page}\" type=\"webcontent\" adl:scormtype=\"sco\" "
                        + $"href=\"{id}/{page}.html\"><file href=\"{id}/{page}.html\"/>"
                        + "<dependency identifierref=\"R_shared\"/></resource>"
                );
                files[$"course/{id}/{page}.html"] =
                    "<html><head><title>Golf</title><meta charset=\"utf-8\">"
                    + "<link href=\"../shared/style.css\" rel=\"stylesheet\">"
                    + "<script src=\"../shared/scofunctions.js\"></script>"
                    + "<script src=\"../shared/APIWrapper.js\"></script></head>"
                    + "<body onload=\"loadPage()\" onunload=\"return unloadPage()\"><p>Golf</p>"
                    + "<img src=\"../shared/ball.png\"></body></html>";
                before = "I_" + page;
            }
            organization.Append("</item>");
        }
        resources.Append(
            "<resource identifier=\"R_shared\" type=\"webcontent\" adl:scormtype=\"asset\">"
                + "<file href=\"shared/style.css\"/><file href=\"shared/scofunctions.js\"/>"
                + "<file href=\"shared/APIWrapper.js\"/><file href=\"shared/ball.png\"/></resource>"
        );
        files["course/shared/style.css"] = "p { color: green }";
        files["course/shared/ball.png"] = "";
        files["course/shared/scofunctions.js"] =
            "function loadPage() { doLMSInitialize(); } "
            + "function unloadPage() { doLMSSetValue('cmi.core.lesson_status', 'completed'); doLMSFinish(); }";
        files["course/shared/APIWrapper.js"] =
            "function getAPIHandle() { return findAPI(window); } function findAPI(win) { return win.API; } "
            + "function doLMSInitialize() { return getAPIHandle().LMSInitialize(''); }";
        files["imsmanifest.xml"] = Manifest(organization.ToString(), resources.ToString())
            .Replace("adlcp:", "adl:")
            .Replace(":adlcp=", ":adl=")
            .Replace("<resources>", "<resources xml:base=\"course/\">");
        return WithSchemas(files);
    }
}
