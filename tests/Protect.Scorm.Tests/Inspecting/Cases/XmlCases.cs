using System.Text;

namespace Protect.Scorm.Tests.Inspecting.Cases;

/// <summary>Cases of the X rules.</summary>
internal static class XmlCases
{
    public static readonly IReadOnlyList<RuleCase> All =
    [
        new("X01", "a tag that is not closed", p => p.Edit("</resources>", ""), Says: "imsmanifest.xml("),
        new("X01", "nothing", p => p.Manifest = "", Says: "imsmanifest.xml(1,1)"),
        new(
            "X01",
            "nested without end",
            p => p.Edit("<resources>", $"<resources>{string.Concat(Enumerable.Repeat("<a>", 20_000))}"),
            Says: "nested more than 100 deep"
        ),
        new(
            "X01",
            "millions of elements",
            p => p.Edit("<resources>", $"<resources>{string.Concat(Enumerable.Repeat("<a/>", 500_000))}"),
            Says: "500,000"
        ),
        new(
            "X01",
            "an entity nobody declared",
            p => p.Edit("<title>Fire safety</title>", "<title>&fire;</title>"),
            Says: "fire"
        ),
        new(
            "X02",
            "a file of the server",
            p =>
                p.Edit(
                    "<manifest identifier",
                    "<!DOCTYPE manifest [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n<manifest identifier"
                ),
            Says: "imsmanifest.xml(2"
        ),
        new(
            "X02",
            "entities that multiply",
            p =>
                p.Edit(
                    "<manifest identifier",
                    "<!DOCTYPE m [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>"
                        + "<manifest identifier"
                ),
            Says: "DOCTYPE"
        ),
        new(
            "X02",
            "the word in a comment",
            p => p.Edit("<resources>", "<!-- <!DOCTYPE x> --><resources>"),
            Fires: false
        ),
        new(
            "X03",
            "UTF-16",
            p =>
            {
                p.Edit("UTF-8", "UTF-16");
                p.ManifestBytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(p.Manifest!)];
            },
            Says: "UTF-16"
        ),
        new(
            "X03",
            "Latin-1",
            p =>
            {
                p.Edit("UTF-8", "ISO-8859-1");
                p.ManifestBytes = Encoding.Latin1.GetBytes(
                    p.Manifest!.Replace("Fire safety</title>", "Sécurité</title>")
                );
            },
            Says: "Warning The manifest declares the encoding ISO-8859-1"
        ),
        new(
            "X03",
            "bytes that are no UTF-8",
            p =>
                p.ManifestBytes = Encoding.Latin1.GetBytes(
                    p.Manifest!.Replace("Fire safety</title>", "Sécurité</title>")
                ),
            Says: "Error The manifest has bytes"
        ),
        new("X16", "a usual name", p => p.Edit("\"UTF-8\"", "\"utf8\""), Says: "Warning The first line"),
        new("X16", "an invented name", p => p.Edit("\"UTF-8\"", "\"klingon\""), Says: "Error The first line"),
        new("X16", "a registered name", p => p.Edit("\"UTF-8\"", "\"windows-1252\""), Fires: false),
        new(
            "X15",
            "too many characters",
            p => p.Edit("<resources>", $"<!--{string.Concat(Enumerable.Range(0, 1_700_000))}--><resources>"),
            Says: "imsmanifest.xml: Error The manifest was not read: it has 10."
        ),
        new(
            "X15",
            "too many bytes",
            p => p.Edit("<resources>", $"<!--{string.Concat(Enumerable.Range(0, 3_100_000))}--><resources>"),
            Says: "The manifest was not read: it has 20."
        ),
        new(
            "X15",
            "large",
            p => p.Edit("<resources>", $"<!--{new string(' ', 1_000_000)}--><resources>"),
            Fires: false
        ),
        new("X03", "no declaration", p => p.Edit("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", ""), Fires: false),
        new(
            "X04",
            "a mark",
            p => p.ManifestBytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(p.Manifest!)],
            Says: "byte-order mark"
        ),
        new("X05", "an empty line", p => p.Manifest = "\n" + p.Manifest, Says: "imsmanifest.xml(1,1)"),
        new(
            "X06",
            "another namespace",
            p =>
                p.Edit(
                    "xmlns=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2\"",
                    "xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\""
                ),
            Says: "imscp_v1p1"
        ),
        new(
            "X06",
            "another root",
            p =>
            {
                p.Edit("<manifest ", "<package ");
                p.Edit("</manifest>", "</package>");
            },
            Says: "<package>"
        ),
        new(
            "X07",
            "an attribute nobody knows",
            p => p.Edit("<file href=\"index.html\"/>", "<file href=\"index.html\" colour=\"red\"/>"),
            Says: "colour"
        ),
        new(
            "X07",
            "already reported by a clearer rule",
            p => p.Edit("isvisible=\"true\"", "isvisible=\"yes\""),
            Fires: false
        ),
        new("X08", "a pair that is none", p => p.Edit(" adlcp_rootv1p2.xsd\"", "\""), Says: "odd number of words"),
        new(
            "X08",
            "no schema for a namespace",
            p =>
                p.Edit(
                    "\n  xsi:schemaLocation=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd "
                        + "http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd\"",
                    ""
                ),
            Says: "is missing"
        ),
        new("X09", "a schema that is not there", p => p.Remove("adlcp_rootv1p2.xsd"), Says: "adlcp_rootv1p2.xsd"),
        new(
            "X09",
            "a schema on the web",
            p => p.Edit(" adlcp_rootv1p2.xsd\"", " http://www.adlnet.org/xsd/adlcp_rootv1p2.xsd\""),
            Says: "http://"
        ),
        new(
            "X10",
            "another prefix for ADL",
            p =>
            {
                p.Edit("xmlns:adlcp", "xmlns:adl");
                p.Edit("adlcp:scormtype", "adl:scormtype");
            },
            Says: "“adl”"
        ),
        new(
            "X11",
            "a number for a letter",
            p =>
                p.Edit("<title>Fire safety</title>\n      </item>", "<title>S&#233;curit&#233;</title>\n      </item>"),
            Says: "numbers"
        ),
        new(
            "X11",
            "CDATA",
            p =>
                p.Edit(
                    "<title>Fire safety</title>\n      </item>",
                    "<title><![CDATA[Fire & safety]]></title>\n      </item>"
                ),
            Says: "CDATA"
        ),
        new(
            "X11",
            "an ampersand",
            p => p.Edit("<title>Fire safety</title>", "<title>Fire &amp; safety</title>"),
            Fires: false
        ),
        new(
            "X12",
            "an extension",
            p => p.Edit("<metadata>", "<metadata><e:x xmlns:e=\"urn:vendor\"/>"),
            Says: "urn:vendor"
        ),
        new(
            "X13",
            "both standards",
            p =>
                p.Edit(
                    "</item>",
                    "<adlnav:presentation xmlns:adlnav=\"http://www.adlnet.org/xsd/adlnav_v1p3\"/></item>"
                ),
            Says: "2004"
        ),
        new(
            "X14",
            "a style sheet",
            p => p.Edit("<manifest identifier", "<?xml-stylesheet href=\"a.xsl\"?><manifest identifier"),
            Says: "xml-stylesheet"
        ),
        new(
            "X14",
            "standalone",
            p => p.Edit("encoding=\"UTF-8\"", "encoding=\"UTF-8\" standalone=\"yes\""),
            Says: "standalone"
        ),
    ];
}
