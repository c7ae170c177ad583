namespace Protect.Scorm.Tests.Inspecting.Cases;

/// <summary>Cases of the A rules.</summary>
internal static class AdlCases
{
    public static readonly IReadOnlyList<RuleCase> All =
    [
        new(
            "A01",
            "in the organization",
            p => p.Edit("</organization>", "<adlcp:masteryscore>80</adlcp:masteryscore></organization>"),
            Says: "is in <organization>, not in <item>"
        ),
        new(
            "A01",
            "twice",
            p => Item(p, "<adlcp:masteryscore>80</adlcp:masteryscore><adlcp:masteryscore>90</adlcp:masteryscore>"),
            Says: "is twice"
        ),
        new(
            "A01",
            "a location in an item",
            p => Item(p, "<adlcp:location>a.xml</adlcp:location>"),
            Says: "not in <metadata>"
        ),
        new(
            "A01",
            "all, once",
            p =>
                Item(
                    p,
                    "<adlcp:maxtimeallowed>00:30:00</adlcp:maxtimeallowed>"
                        + "<adlcp:timelimitaction>exit,message</adlcp:timelimitaction>"
                        + "<adlcp:datafromlms>x</adlcp:datafromlms><adlcp:masteryscore>80</adlcp:masteryscore>"
                ),
            Fires: false
        ),
        new("A02", "another type", p => Two(p, "I-fire-safety", "text"), Says: "“text”"),
        new("A02", "none", p => Item(p, "<adlcp:prerequisites>X</adlcp:prerequisites>"), Says: "nothing"),
        new("A02", "the right one", p => Two(p, "I-fire-safety"), Fires: false),
        new("A03", "a bracket", p => Two(p, "(I-fire-safety"), Says: "“)” is expected"),
        new("A03", "words", p => Two(p, "I-fire-safety and I-fire-safety"), Says: "not expected"),
        new("A03", "no status", p => Two(p, "I-fire-safety=\"done\""), Says: "“done” is not a status"),
        new("A03", "nothing after &", p => Two(p, "I-fire-safety &amp;"), Says: "an id is expected"),
        new("A03", "half a set", p => Two(p, "2*{I-fire-safety,}"), Says: "an id is expected"),
        new("A03", "deep", p => Two(p, new string('(', 3000)), Says: "nested too deep"),
        new(
            "A03",
            "all of the grammar",
            p =>
                Two(
                    p,
                    "~(I-fire-safety=\"passed\" | I-fire-safety&lt;>'not attempted') &amp; "
                        + "1*{I-fire-safety, I-fire-safety} &amp; I-fire-safety=c"
                ),
            Fires: false
        ),
        new("A04", "an unknown item", p => Two(p, "I-none"), Says: "there is no item “I-none”"),
        new("A04", "itself", p => Two(p, "I-two"), Says: "the item itself"),
        new(
            "A04",
            "each other",
            p =>
            {
                Two(p, "I-fire-safety");
                Item(p, "<adlcp:prerequisites type=\"aicc_script\">I-two</adlcp:prerequisites>");
            },
            Says: "depend on each other"
        ),
        new("A04", "an item before", p => Two(p, "I-fire-safety"), Fires: false),
        new(
            "A05",
            "long",
            p => Two(p, string.Join(" &amp; ", Enumerable.Repeat("I-fire-safety", 20))),
            Says: "characters"
        ),
        new("A05", "short", p => Two(p, "I-fire-safety"), Fires: false),
        new("A06", "used", p => Two(p, "I-fire-safety"), Says: "1 item has prerequisites"),
        new("A06", "not used", p => { }, Fires: false),
        new("A07", "minutes", p => Item(p, "<adlcp:maxtimeallowed>30</adlcp:maxtimeallowed>"), Says: "“30”"),
        new(
            "A07",
            "a time span",
            p => Item(p, "<adlcp:maxtimeallowed>0001:30:00.00</adlcp:maxtimeallowed>"),
            Fires: false
        ),
        new(
            "A08",
            "a blank too many",
            p => Item(p, "<adlcp:timelimitaction>exit, message</adlcp:timelimitaction>"),
            Says: "“exit, message”"
        ),
        new(
            "A08",
            "a legal one",
            p => Item(p, "<adlcp:timelimitaction>continue,no message</adlcp:timelimitaction>"),
            Fires: false
        ),
        new(
            "A09",
            "alone",
            p => Item(p, "<adlcp:timelimitaction>exit,message</adlcp:timelimitaction>"),
            Says: "timelimitaction without maxtimeallowed"
        ),
        new(
            "A09",
            "the other alone",
            p => Item(p, "<adlcp:maxtimeallowed>00:30:00</adlcp:maxtimeallowed>"),
            Says: "maxtimeallowed without timelimitaction"
        ),
        new(
            "A09",
            "both",
            p =>
                Item(
                    p,
                    "<adlcp:maxtimeallowed>00:30:00</adlcp:maxtimeallowed>"
                        + "<adlcp:timelimitaction>exit,message</adlcp:timelimitaction>"
                ),
            Fires: false
        ),
        new(
            "A10",
            "long",
            p => Item(p, $"<adlcp:datafromlms>{new string('a', 256)}</adlcp:datafromlms>"),
            Says: "256 characters"
        ),
        new(
            "A10",
            "not too long",
            p => Item(p, $"<adlcp:datafromlms>{new string('a', 255)}</adlcp:datafromlms>"),
            Fires: false
        ),
        new("A11", "quotes", p => Item(p, "<adlcp:datafromlms>a=\"b\"</adlcp:datafromlms>"), Says: "a double quote"),
        new("A11", "plain", p => Item(p, "<adlcp:datafromlms>a=b;c=d</adlcp:datafromlms>"), Fires: false),
        new(
            "A12",
            "words",
            p => Item(p, "<adlcp:masteryscore>high</adlcp:masteryscore>"),
            Says: "Error masteryscore is “high”, which is not a number"
        ),
        new(
            "A12",
            "more than all",
            p => Item(p, "<adlcp:masteryscore>800</adlcp:masteryscore>"),
            Says: "more than 100"
        ),
        new("A12", "a comma", p => Item(p, "<adlcp:masteryscore>79,5</adlcp:masteryscore>"), Says: "Error"),
        new("A12", "percent", p => Item(p, "<adlcp:masteryscore>80%</adlcp:masteryscore>"), Says: "Warning"),
        new("A12", "a decimal", p => Item(p, "<adlcp:masteryscore>79.5</adlcp:masteryscore>"), Fires: false),
        new("A13", "empty", p => Item(p, "<adlcp:masteryscore/>"), Says: "is empty"),
        new(
            "A13",
            "no SCO",
            p =>
            {
                Item(p, "<adlcp:masteryscore>80</adlcp:masteryscore>");
                p.Edit("scormtype=\"sco\"", "scormtype=\"asset\"");
            },
            Says: "no SCO"
        ),
        new("A13", "at a SCO", p => Item(p, "<adlcp:masteryscore>80</adlcp:masteryscore>"), Fires: false),
        new(
            "A14",
            "completion only",
            p => Item(p, "<adlcp:masteryscore>80</adlcp:masteryscore>"),
            Says: "masteryscore is 80, but the scripts of “index.html” send neither"
        ),
        new(
            "A14",
            "a score",
            p =>
            {
                Item(p, "<adlcp:masteryscore>80</adlcp:masteryscore>");
                p.Edit("player.js", "api.LMSCommit", "api.LMSSetValue('cmi.core.score.raw', x); api.LMSCommit");
            },
            Fires: false
        ),
        new(
            "A14",
            "not decidable",
            p =>
            {
                Item(p, "<adlcp:masteryscore>80</adlcp:masteryscore>");
                p.Edit("player.js", "api.LMSCommit", "document.createElement('script'); api.LMSCommit");
            },
            Fires: false
        ),
        new("A15", "empty", p => Item(p, "<adlcp:datafromlms></adlcp:datafromlms>"), Says: "<datafromlms> is empty"),
        new("A15", "not empty", p => Item(p, "<adlcp:datafromlms>x</adlcp:datafromlms>"), Fires: false),
    ];

    private static void Item(SamplePackage package, string inside) => package.Edit("</item>", inside + "</item>");

    /// <summary>Adds a second item with these prerequisites.</summary>
    private static void Two(SamplePackage package, string prerequisites, string type = "aicc_script") =>
        package.Edit(
            "</organization>",
            "<item identifier=\"I-two\" identifierref=\"R-fire-safety\"><title>Two</title>"
                + $"<adlcp:prerequisites type=\"{type}\">{prerequisites}</adlcp:prerequisites></item></organization>"
        );
}
