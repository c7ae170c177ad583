namespace Protect.Scorm.Tests.Inspecting.Cases;

/// <summary>Cases of the S rules.</summary>
internal static class Scorm2004Cases
{
    private const string Controls =
        "<imsss:sequencing><imsss:deliveryControls completionSetByContent=\"true\" objectiveSetByContent=\"true\"/>"
        + "</imsss:sequencing>";

    public static readonly IReadOnlyList<string> Schemas =
    [
        "imscp_v1p1.xsd",
        "adlcp_v1p3.xsd",
        "adlseq_v1p3.xsd",
        "adlnav_v1p3.xsd",
        "imsss_v1p0.xsd",
        "imsss_v1p0auxresource.xsd",
        "imsss_v1p0control.xsd",
        "imsss_v1p0delivery.xsd",
        "imsss_v1p0limit.xsd",
        "imsss_v1p0objective.xsd",
        "imsss_v1p0random.xsd",
        "imsss_v1p0rollup.xsd",
        "imsss_v1p0seqrule.xsd",
        "imsss_v1p0util.xsd",
    ];

    public static readonly IReadOnlyList<RuleCase> All =
    [
        new(
            "S01",
            "almost an edition",
            p =>
            {
                Turn(p);
                p.Edit("2004 4th Edition", "2004 4th");
            },
            Says: "Warning The element schemaversion is “2004 4th”"
        ),
        new(
            "S01",
            "the namespaces of 1.2",
            p => p.Edit("<schemaversion>1.2<", "<schemaversion>2004 3rd Edition<"),
            Says: "the namespaces are not those of SCORM 2004"
        ),
        new(
            "S01",
            "an edition",
            p =>
            {
                Turn(p);
                p.Edit("2004 4th Edition", "CAM 1.3");
            },
            Fires: false
        ),
        new(
            "S02",
            "no schema",
            p =>
            {
                Turn(p);
                p.Edit("<schema>ADL SCORM</schema>", "");
            },
            Says: "has no schema"
        ),
        new(
            "S02",
            "the other way round",
            p =>
            {
                Turn(p);
                p.Edit("<schema>ADL SCORM</schema>", "");
                p.Edit("</schemaversion>", "</schemaversion><schema>ADL SCORM</schema>");
            },
            Says: "has schemaversion before schema"
        ),
        new(
            "S02",
            "none",
            p =>
            {
                Turn(p);
                p.Edit(
                    "<metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>",
                    ""
                );
            },
            Says: "is missing"
        ),
        new("S02", "both", p => Turn(p), Fires: false),
        new(
            "S03",
            "spelt as in 1.2",
            p =>
            {
                Turn(p);
                p.Edit("adlcp:scormType", "adlcp:scormtype");
            },
            Says: "Warning “scormType” is written “scormtype=\"sco\"”"
        ),
        new(
            "S03",
            "another word",
            p =>
            {
                Turn(p);
                p.Edit("scormType=\"sco\"", "scormType=\"lesson\"");
            },
            Says: "Error"
        ),
        new("S03", "right", p => Turn(p), Fires: false),
        new(
            "S04",
            "opens something itself",
            p =>
            {
                Turn(p);
                Child(p, " identifierref=\"R-fire-safety\"");
            },
            Says: "“Chapter” has items and identifierref"
        ),
        new(
            "S04",
            "opens nothing itself",
            p =>
            {
                Turn(p);
                Child(p, "");
            },
            Fires: false
        ),
        new(
            "S05",
            "data at a chapter",
            p =>
            {
                Turn(p);
                Child(p, "", "<adlcp:dataFromLMS>x</adlcp:dataFromLMS>");
            },
            Says: "<dataFromLMS> is on the item “Chapter”"
        ),
        new(
            "S05",
            "data at a leaf",
            p =>
            {
                Turn(p);
                p.Edit(Controls, "<adlcp:dataFromLMS>x</adlcp:dataFromLMS>" + Controls);
            },
            Fires: false
        ),
        new(
            "S06",
            "nothing of that name",
            p =>
            {
                Turn(p);
                p.Edit(Controls, "<imsss:sequencing IDRef=\"none\"/>");
            },
            Says: "Error The sequencing of “I-fire-safety” is not valid: there is no sequencing “none”"
        ),
        new(
            "S06",
            "an objective twice",
            p =>
            {
                Turn(p);
                p.Edit(
                    Controls,
                    "<imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID=\"a\"/>"
                        + "<imsss:objective objectiveID=\"a\"/></imsss:objectives></imsss:sequencing>"
                );
            },
            Says: "Warning"
        ),
        new(
            "S06",
            "in the collection",
            p =>
            {
                Turn(p);
                p.Edit(Controls, "<imsss:sequencing IDRef=\"all\"/>");
                p.Edit(
                    "</resources>",
                    "</resources><imsss:sequencingCollection><imsss:sequencing ID=\"all\"/>"
                        + "</imsss:sequencingCollection>"
                );
            },
            Fires: false
        ),
        new(
            "S07",
            "silent",
            p =>
            {
                Turn(p);
                p.Edit(Controls, "");
            },
            Says: "1 item does not declare that its SCO sets completion and success"
        ),
        new("S07", "said", p => Turn(p), Fires: false),
        new(
            "S08",
            "rules",
            p =>
            {
                Turn(p);
                p.Edit(
                    Controls,
                    "<imsss:sequencing><imsss:sequencingRules><imsss:preConditionRule/></imsss:sequencingRules>"
                        + "</imsss:sequencing>"
                );
            },
            Says: "rules before an item"
        ),
        new(
            "S08",
            "choice and flow",
            p =>
            {
                Turn(p);
                p.Edit(
                    Controls,
                    "<imsss:sequencing><imsss:controlMode choice=\"true\" flow=\"true\"/></imsss:sequencing>"
                );
            },
            Fires: false
        ),
        new(
            "S09",
            "blanks",
            p =>
            {
                Turn(p);
                p.Edit(
                    Controls,
                    "<imsss:sequencing><imsss:objectives><imsss:primaryObjective>"
                        + "<imsss:mapInfo targetObjectiveID=\"my goal\"/></imsss:primaryObjective></imsss:objectives>"
                        + "</imsss:sequencing>"
                );
            },
            Says: "“my goal”"
        ),
        new(
            "S09",
            "a URI",
            p =>
            {
                Turn(p);
                p.Edit(
                    Controls,
                    "<imsss:sequencing><imsss:objectives><imsss:primaryObjective>"
                        + "<imsss:mapInfo targetObjectiveID=\"urn:example:goal\"/></imsss:primaryObjective>"
                        + "</imsss:objectives></imsss:sequencing>"
                );
            },
            Fires: false
        ),
    ];

    /// <summary>Turns the sample into a SCORM 2004 package.</summary>
    public static void Turn(SamplePackage package)
    {
        package.Edit("http://www.imsproject.org/xsd/imscp_rootv1p1p2", "http://www.imsglobal.org/xsd/imscp_v1p1");
        package.Edit("http://www.adlnet.org/xsd/adlcp_rootv1p2", "http://www.adlnet.org/xsd/adlcp_v1p3");
        package.Edit("xmlns:xsi=", "xmlns:imsss=\"http://www.imsglobal.org/xsd/imsss\" xmlns:xsi=");
        package.Edit("imscp_v1p1 imscp_rootv1p1p2.xsd", "imscp_v1p1 imscp_v1p1.xsd");
        package.Edit("adlcp_v1p3 adlcp_rootv1p2.xsd", "adlcp_v1p3 adlcp_v1p3.xsd");
        package.Edit("<schemaversion>1.2<", "<schemaversion>2004 4th Edition<");
        package.Edit("adlcp:scormtype", "adlcp:scormType");
        package.Edit("</item>", Controls + "</item>");
        package.Put(
            "player.js",
            "var api = window.parent.API_1484_11; api.Initialize(''); "
                + "api.SetValue('cmi.completion_status', 'completed');"
        );
    }

    /// <summary>Does the same, and replaces text in a file.</summary>
    public static void Turn(SamplePackage package, string name, string text)
    {
        Turn(package);
        package.Put(name, text);
    }

    private static void Child(SamplePackage package, string attributes, string more = "") =>
        package.Edit(
            "</organization>",
            $"<item identifier=\"I-chapter\"{attributes}><title>Chapter</title>"
                + "<item identifier=\"I-page\" identifierref=\"R-fire-safety\">"
                + $"<title>Page</title>{Controls}</item>{more}</item></organization>"
        );
}
