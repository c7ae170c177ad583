namespace Protect.Scorm.Tests.Inspecting.Cases;

/// <summary>Cases of the R rules.</summary>
internal static class ResourceCases
{
    private const string Sco = "adlcp:scormtype=\"sco\"",
        Href = " href=\"index.html\">",
        Files = "<file href=\"style.css\"/>",
        End = "</resource>";

    public static readonly IReadOnlyList<RuleCase> All =
    [
        new("R01", "no type", p => p.Edit(" type=\"webcontent\"", ""), Says: "nothing as its type"),
        new("R01", "another type", p => p.Edit("webcontent", "text/html"), Says: "imsmanifest.xml(15,"),
        new(
            "R01",
            "another type, of a resource that is not launched",
            p => p.Edit("</resources>", "<resource identifier=\"R2\" type=\"imsqti\"/></resources>"),
            Fires: false
        ),
        new(
            "R02",
            "no href",
            p => p.Edit(Href, ">"),
            Says: "The item “Fire safety” opens the resource “R-fire-safety”"
        ),
        new("R02", "a dependency needs none", p => Shared(p, ""), Fires: false),
        new(
            "R03",
            "missing at a page that reports",
            p => p.Edit(Sco, ""),
            Says: "Error The resource “R-fire-safety” does not say"
        ),
        new(
            "R03",
            "missing at a page to read",
            p =>
            {
                p.Edit(Sco, "");
                p.Put("player.js", "go();");
            },
            Says: "Warning"
        ),
        new("R03", "an asset", p => p.Edit(Sco, "adlcp:scormtype=\"asset\""), Fires: false),
        new(
            "R04",
            "another word",
            p => p.Edit(Sco, "adlcp:scormtype=\"lesson\""),
            Says: "Error “scormtype” is written “scormtype=\"lesson\"”"
        ),
        new("R04", "capitals", p => p.Edit(Sco, "adlcp:scormtype=\"SCO\""), Says: "Warning"),
        new("R04", "spelt as in 2004", p => p.Edit(Sco, "adlcp:scormType=\"sco\""), Says: "Warning"),
        new("R04", "an asset", p => p.Edit(Sco, "adlcp:scormtype=\"asset\""), Fires: false),
        new(
            "R05",
            "at a file",
            p => p.Edit(Files, "<file href=\"style.css\" " + Sco + "/>"),
            Says: "<file> has a scormtype"
        ),
        new("R05", "at the resource", p => { }, Fires: false),
        new("R06", "only assets", p => p.Edit(Sco, "adlcp:scormtype=\"asset\""), Says: "No resource is a SCO"),
        new("R06", "reported by another rule", p => p.Edit(Sco, ""), Fires: false),
        new(
            "R07",
            "missing",
            p => p.Edit(Href, " href=\"start.html\">"),
            Says: "Error The resource “R-fire-safety” opens “start.html”"
        ),
        new(
            "R07",
            "with parameters and escapes",
            p =>
            {
                p.Edit(Href, " href=\"my%20page.html?a=b#c\">");
                p.AddListed("my page.html", "x");
            },
            Fires: false
        ),
        new(
            "R07",
            "of a resource that is not launched",
            p =>
                p.Edit(
                    "</resources>",
                    "<resource identifier=\"R2\" type=\"webcontent\" href=\"gone.html\"/></resources>"
                ),
            Says: "Warning"
        ),
        new(
            "R08",
            "missing",
            p => p.Edit(Files, Files + "<file href=\"gone.css\"/>"),
            Says: "Warning The resource “R-fire-safety” lists “gone.css”"
        ),
        new(
            "R08",
            "with a base",
            p =>
            {
                p.Edit("type=\"webcontent\"", "type=\"webcontent\" xml:base=\"course/\"");
                foreach (string name in new[] { "index.html", "style.css", "player.js" })
                    p.Add("course/" + name, "x");
            },
            Fires: false
        ),
        new(
            "R09",
            "not listed",
            p => p.Edit("<file href=\"index.html\"/>", ""),
            Says: "Warning The resource “R-fire-safety” opens “index.html”"
        ),
        new(
            "R09",
            "listed by a dependency",
            p =>
            {
                p.Edit("<file href=\"index.html\"/>", "");
                Shared(p, "<file href=\"index.html\"/>");
            },
            Says: "Note"
        ),
        new("R09", "listed", p => { }, Fires: false),
        new(
            "R10",
            "nothing of that name",
            p => p.Edit(End, "<dependency identifierref=\"R-none\"/></resource>"),
            Says: "which is not a resource"
        ),
        new(
            "R10",
            "itself",
            p => p.Edit(End, "<dependency identifierref=\"R-fire-safety\"/></resource>"),
            Says: "which is itself"
        ),
        new("R10", "a shared one", p => Shared(p, ""), Fires: false),
        new("R11", "a circle", p => Shared(p, "<dependency identifierref=\"R-fire-safety\"/>"), Says: "through others"),
        new(
            "R11",
            "two ways to one",
            p =>
            {
                Shared(p, "<dependency identifierref=\"R-more\"/>");
                p.Edit("</resources>", "<resource identifier=\"R-more\" type=\"webcontent\"/></resources>");
                p.Edit(
                    "<dependency identifierref=\"R-shared\"/>",
                    "<dependency identifierref=\"R-shared\"/><dependency identifierref=\"R-more\"/>"
                );
            },
            Fires: false
        ),
        new(
            "R12",
            "not listed",
            p => p.Add("notes.txt", "x"),
            Says: "sample.zip: Warning 1 file is listed by no resource; some LMSs leave out such files: “notes.txt”"
        ),
        new(
            "R12",
            "schemas and metadata",
            p =>
            {
                p.Add("course.xml", "<lom/>");
                p.Edit("</schemaversion>", "</schemaversion><adlcp:location>course.xml</adlcp:location>");
            },
            Fires: false
        ),
        new(
            "R13",
            "nobody names it",
            p => p.Edit("</resources>", "<resource identifier=\"R2\" type=\"webcontent\"/></resources>"),
            Says: "“R2”"
        ),
        new("R13", "a dependency names it", p => Shared(p, ""), Fires: false),
        new("R14", "the launched file", p => p.Edit(Href, " href=\"/index.html\">"), Says: "Error “/index.html”"),
        new("R14", "a listed file", p => p.Edit(Files, "<file href=\"/style.css\"/>"), Says: "Warning"),
        new(
            "R14",
            "a folder",
            p =>
            {
                p.Add("a/b.css", "x");
                p.Edit(Files, Files + "<file href=\"a/b.css\"/>");
            },
            Fires: false
        ),
        new(
            "R15",
            "a backslash",
            p =>
            {
                p.Add("a/b.css", "x");
                p.Edit(Files, Files + "<file href=\"a\\b.css\"/>");
            },
            Says: "a\\b.css"
        ),
        new("R15", "a slash", p => { }, Fires: false),
        new("R16", "the launched file", p => p.Edit(Href, " href=\"../index.html\">"), Says: "Error “../index.html”"),
        new("R16", "a listed file", p => p.Edit(Files, Files + "<file href=\"a/../../b.css\"/>"), Says: "Warning"),
        new("R16", "up and down again", p => p.Edit(Files, "<file href=\"a/../style.css\"/>"), Fires: false),
        new(
            "R17",
            "a blank",
            p =>
            {
                p.Add("a b.css", "x");
                p.Edit(Files, Files + "<file href=\"a b.css\"/>");
            },
            Says: "it has a blank"
        ),
        new(
            "R17",
            "half an escape",
            p => p.Edit(Files, Files + "<file href=\"a%2.css\"/>"),
            Says: "two hexadecimal digits"
        ),
        new(
            "R17",
            "an escape",
            p =>
            {
                p.Add("a b.css", "x");
                p.Edit(Files, Files + "<file href=\"a%20b.css\"/>");
            },
            Fires: false
        ),
        new(
            "R18",
            "2,010 characters",
            p => p.Edit(Files, Files + $"<file href=\"{new string('a', 2010)}\"/>"),
            Says: "2010 characters"
        ),
        new(
            "R18",
            "100 characters",
            p => p.Edit(Files, Files + $"<file href=\"{new string('a', 100)}\"/>"),
            Fires: false
        ),
        new("R19", "a SCO elsewhere", p => p.Edit(Href, " href=\"https://example.org/\">"), Says: "Error"),
        new(
            "R19",
            "an asset elsewhere",
            p =>
            {
                p.Edit(Href, " href=\"//example.org/\">");
                p.Edit(Sco, "adlcp:scormtype=\"asset\"");
            },
            Says: "Warning"
        ),
        new("R19", "in the package", p => { }, Fires: false),
        new(
            "R20",
            "a base",
            p => p.Edit("<resources>", "<resources xml:base=\"course/\">"),
            Says: "imsmanifest.xml(14,"
        ),
        new("R20", "none", p => { }, Fires: false),
        new(
            "R21",
            "no slash at the end",
            p => p.Edit("<resources>", "<resources xml:base=\"course\">"),
            Says: "without “/” at its end"
        ),
        new(
            "R21",
            "a slash in front",
            p => p.Edit("<resources>", "<resources xml:base=\"/course/\">"),
            Says: "in front"
        ),
        new("R21", "a backslash", p => p.Edit("<resources>", "<resources xml:base=\"a\\b/\">"), Says: "backslash"),
        new("R21", "a folder", p => p.Edit("<resources>", "<resources xml:base=\"course/\">"), Fires: false),
        new("R22", "parameters", p => p.Edit(Href, " href=\"index.html?a=b\">"), Says: "index.html?a=b"),
        new("R22", "none", p => { }, Fires: false),
        new(
            "R23",
            "a SCO that is a PDF",
            p =>
            {
                p.AddListed("guide.pdf", "x");
                p.Edit(Href, " href=\"guide.pdf\">");
            },
            Says: "Error"
        ),
        new(
            "R23",
            "an asset that is a PDF",
            p =>
            {
                p.AddListed("guide.pdf", "x");
                p.Edit(Href, " href=\"guide.pdf\">");
                p.Edit(Sco, "adlcp:scormtype=\"asset\"");
            },
            Says: "Warning"
        ),
        new(
            "R23",
            "htm",
            p =>
            {
                p.AddListed("start.HTM", "x");
                p.Edit(Href, " href=\"start.HTM\">");
            },
            Fires: false
        ),
        new(
            "R24",
            "another one first",
            p =>
                p.Edit(
                    "<resources>",
                    "<resources><resource identifier=\"R0\" type=\"webcontent\" href=\"style.css\"/>"
                ),
            Says: "“style.css”, the first item “index.html”"
        ),
        new(
            "R24",
            "one without an href first",
            p => p.Edit("<resources>", "<resources><resource identifier=\"R0\" type=\"webcontent\"/>"),
            Fires: false
        ),
        new(
            "R25",
            "twice",
            p => p.AddListed("more/index.html", "x"),
            Says: "1 name is used in several folders; LMSs that serve files by name only confuse the files"
        ),
        new("R25", "once", p => p.AddListed("more/other.html", "x"), Fires: false),
        new(
            "R26",
            "twice",
            p => p.Edit(Files, Files + Files),
            Says: "1 file is listed twice in one resource: “style.css”"
        ),
        new("R26", "in two resources", p => Shared(p, Files), Fires: false),
        new(
            "R27",
            "the launched file",
            p =>
            {
                p.Edit(Href, " href=\"Index.html\">");
                p.Edit("<file href=\"index.html\"/>", "<file href=\"Index.html\"/>");
            },
            Says: "Error “Index.html” is called “index.html”"
        ),
        new("R27", "a listed file", p => p.Edit(Files, "<file href=\"Style.css\"/>"), Says: "Warning"),
        new("R27", "the same", p => { }, Fires: false),
    ];

    /// <summary>Adds a second resource that the first one depends on.</summary>
    private static void Shared(SamplePackage package, string inside)
    {
        package.Edit(End, "<dependency identifierref=\"R-shared\"/></resource>");
        package.Edit(
            "</resources>",
            $"<resource identifier=\"R-shared\" type=\"webcontent\" adlcp:scormtype=\"asset\">{inside}</resource>"
                + "</resources>"
        );
    }
}
