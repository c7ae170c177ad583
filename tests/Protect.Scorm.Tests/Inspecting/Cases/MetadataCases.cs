namespace Protect.Scorm.Tests.Inspecting.Cases;

/// <summary>Cases of the D rules.</summary>
internal static class MetadataCases
{
    private const string Names = "xmlns=\"http://www.imsglobal.org/xsd/imsmd_rootv1p2p1\"";

    /// <summary>Complete and valid metadata.</summary>
    private const string Lom = $"""
        <lom {Names}>
          <general><title><langstring xml:lang="en">Fire safety</langstring></title><catalogentry><catalog>own</catalog>
            <entry><langstring xml:lang="x-none">1</langstring></entry></catalogentry>
            <description><langstring xml:lang="en">What to do.</langstring></description>
            <keyword><langstring xml:lang="en">fire</langstring></keyword></general>
          <lifecycle><version><langstring xml:lang="x-none">1</langstring></version>
          <status><source><langstring xml:lang="x-none">LOMv1.0</langstring></source>
          <value><langstring xml:lang="x-none">Final</langstring></value></status>
            <contribute><role><source><langstring xml:lang="x-none">LOMv1.0</langstring></source>
            <value><langstring xml:lang="x-none">Author</langstring></value></role><centity><vcard>BEGIN:VCARD
        FN:Anna
        END:VCARD</vcard></centity><date><datetime>2026-11-25</datetime></date></contribute></lifecycle>
          <metametadata><metadatascheme>ADL SCORM 1.2</metadatascheme></metametadata>
          <technical><format>text/html</format><size>100</size><location type="URI">index.html</location></technical>
          <rights><cost><source><langstring xml:lang="x-none">LOMv1.0</langstring></source>
          <value><langstring xml:lang="x-none">no</langstring></value></cost>
            <copyrightandotherrestrictions><source><langstring xml:lang="x-none">LOMv1.0</langstring></source>
            <value><langstring xml:lang="x-none">no</langstring></value></copyrightandotherrestrictions></rights>
          <classification><purpose><source><langstring xml:lang="x-none">LOMv1.0</langstring></source>
          <value><langstring xml:lang="x-none">Discipline</langstring></value></purpose>
            <description><langstring xml:lang="en">x</langstring></description>
            <keyword><langstring xml:lang="en">x</langstring></keyword></classification>
        </lom>
        """;

    private static readonly string WithoutKeyword = Lom.Replace(
        "<keyword><langstring xml:lang=\"en\">fire</langstring></keyword>",
        ""
    );

    public static readonly IReadOnlyList<RuleCase> All =
    [
        new(
            "D01",
            "an attribute too many",
            p => Outside(p, Lom.Replace("<technical>", "<technical more=\"1\">")),
            Says: "meta.xml("
        ),
        new("D01", "no XML", p => Outside(p, "<lom"), Says: "meta.xml("),
        new("D01", "a document type", p => Outside(p, "<!DOCTYPE lom [<!ENTITY a \"b\">]>" + Lom), Says: "meta.xml("),
        new("D01", "sound", p => Outside(p, Lom), Fires: false),
        new(
            "D02",
            "missing",
            p => p.Edit("</schemaversion>", "</schemaversion><adlcp:location>meta.xml</adlcp:location>"),
            Says: "“meta.xml”, which is not in the package"
        ),
        new("D02", "there", p => Outside(p, Lom), Fires: false),
        new(
            "D03",
            "another order",
            p => Inside(p, Lom.Replace("<technical>", "<rights/><technical>")),
            Says: "<technical> comes after <rights>"
        ),
        new(
            "D03",
            "another part",
            p => Inside(p, Lom.Replace("<size>", "<weight>1</weight><size>")),
            Says: "<weight> is not a part of <technical>"
        ),
        new("D03", "the right order", p => Inside(p, Lom), Fires: false),
        new(
            "D04",
            "bare text",
            p =>
                Inside(
                    p,
                    Lom.Replace(
                        "<title><langstring xml:lang=\"en\">Fire safety</langstring></title>",
                        "<title>Fire safety</title>"
                    )
                ),
            Says: "The text of <title>"
        ),
        new("D04", "in a langstring", p => Inside(p, Lom), Fires: false),
        new(
            "D05",
            "no language",
            p =>
                Inside(
                    p,
                    Lom.Replace("<langstring xml:lang=\"en\">Fire", "<langstring xml:lang=\"English language\">Fire")
                ),
            Says: "“english language”"
        ),
        new(
            "D05",
            "twice",
            p =>
                Inside(
                    p,
                    Lom.Replace(
                        "Fire safety</langstring>",
                        "Fire safety</langstring><langstring xml:lang=\"en\">Again</langstring>"
                    )
                ),
            Says: "“en” twice"
        ),
        new(
            "D05",
            "two languages",
            p =>
                Inside(
                    p,
                    Lom.Replace(
                        "Fire safety</langstring>",
                        "Fire safety</langstring><langstring xml:lang=\"pt-BR\">Fogo</langstring>"
                    )
                ),
            Fires: false
        ),
        new(
            "D06",
            "no source",
            p =>
                Inside(
                    p,
                    Lom.Replace("<cost><source><langstring xml:lang=\"x-none\">LOMv1.0</langstring></source>", "<cost>")
                ),
            Says: "<cost> has no source"
        ),
        new(
            "D06",
            "a language",
            p => Inside(p, Lom.Replace("\"x-none\">Final", "\"en\">Final")),
            Says: "<status> has a language in <value>"
        ),
        new("D06", "sound", p => Inside(p, Lom), Fires: false),
        new("D07", "another spelling", p => Inside(p, Lom.Replace(">Final<", ">final<")), Says: "“final”"),
        new(
            "D07",
            "of another vocabulary",
            p =>
                Inside(
                    p,
                    Lom.Replace(
                        "LOMv1.0</langstring></source><value><langstring xml:lang=\"x-none\">Final",
                        "Ours</langstring></source><value><langstring xml:lang=\"x-none\">Done"
                    )
                ),
            Fires: false
        ),
        new(
            "D08",
            "parts are missing",
            p =>
                Inside(
                    p,
                    $"<lom {Names}><general><title><langstring xml:lang=\"en\">x</langstring></title></general></lom>"
                ),
            Says: "The metadata of the package lacks general/description"
        ),
        new(
            "D08",
            "a SCO needs more than an asset",
            p =>
                p.Edit(
                    "<file href=\"index.html\"/>",
                    $"<metadata>{WithoutKeyword}</metadata><file href=\"index.html\"/>"
                ),
            Says: "The metadata of <resource> lacks general/keyword"
        ),
        new(
            "D08",
            "an asset needs less",
            p =>
            {
                p.Edit(
                    "<file href=\"index.html\"/>",
                    $"<metadata>{WithoutKeyword}</metadata><file href=\"index.html\"/>"
                );
                p.Edit("\"sco\"", "\"asset\"");
            },
            Fires: false
        ),
        new("D08", "complete", p => Inside(p, Lom), Fires: false),
        new("D09", "another scheme", p => Inside(p, Lom.Replace("ADL SCORM 1.2", "LOMv1.0")), Says: "ADL SCORM 1.2"),
        new("D09", "the right one", p => Inside(p, Lom), Fires: false),
        new(
            "D10",
            "another way to write a date",
            p => Inside(p, Lom.Replace("2026-11-25", "25.11.2026")),
            Says: "“25.11.2026”"
        ),
        new(
            "D10",
            "how long it takes is no date",
            p => Inside(p, Lom.Replace("</technical>", "<duration><datetime>PT45M</datetime></duration></technical>")),
            Fires: false
        ),
        new("D10", "year-month-day", p => Inside(p, Lom), Fires: false),
        new(
            "D11",
            "no media type",
            p => Inside(p, Lom.Replace("text/html", "HTML page")),
            Says: "<format> is “HTML page”"
        ),
        new("D11", "no number", p => Inside(p, Lom.Replace("<size>100", "<size>100 KB")), Says: "<size> is “100 KB”"),
        new("D11", "no kind of location", p => Inside(p, Lom.Replace("type=\"URI\"", "type=\"URL\"")), Says: "“URL”"),
        new("D11", "sound", p => Inside(p, Lom), Fires: false),
        new(
            "D12",
            "long",
            p => Inside(p, Lom.Replace(">Fire safety<", $">{new string('a', 1001)}<")),
            Says: "1001 characters; LMSs must accept only 1000"
        ),
        new(
            "D12",
            "many",
            p =>
                Inside(
                    p,
                    Lom.Replace(
                        "</general>",
                        string.Concat(
                            Enumerable.Repeat("<keyword><langstring xml:lang=\"en\">a</langstring></keyword>", 10)
                        ) + "</general>"
                    )
                ),
            Says: "11 times <keyword>"
        ),
        new("D12", "not too long", p => Inside(p, Lom), Fires: false),
        new("D13", "no beginning", p => Inside(p, Lom.Replace("BEGIN:VCARD", "Anna")), Says: "does not begin"),
        new("D13", "no end", p => Inside(p, Lom.Replace("END:VCARD", "")), Says: "does not end"),
        new("D13", "sound", p => Inside(p, Lom), Fires: false),
    ];

    private static void Inside(SamplePackage package, string lom) =>
        package.Edit("</schemaversion>", "</schemaversion>" + lom);

    private static void Outside(SamplePackage package, string lom)
    {
        package.Edit("</schemaversion>", "</schemaversion><adlcp:location>meta.xml</adlcp:location>");
        package.Add("meta.xml", lom);
    }
}
