namespace Protect.Scorm.Tests.Inspecting.Cases;

/// <summary>Cases of the M rules.</summary>
internal static class ManifestCases
{
    private const string Item =
        "<item identifier=\"I-fire-safety\" identifierref=\"R-fire-safety\" isvisible=\"true\">";
    private const string Title = "<title>Fire safety</title>\n      </item>";

    public static readonly IReadOnlyList<RuleCase> All =
    [
        new(
            "M01",
            "no identifier",
            p => p.Edit("<manifest identifier=\"M-fire-safety\"", "<manifest"),
            Says: "no identifier"
        ),
        new("M01", "a number in front", p => p.Edit("M-fire-safety", "1-fire-safety"), Says: "1-fire-safety"),
        new(
            "M02",
            "a GUID",
            p => p.Edit("I-fire-safety", "3f2504e0-4f89-11d3-9a0c-0305e82c3301"),
            Says: "Warning The identifier “3f2504e0"
        ),
        new(
            "M02",
            "none",
            p => p.Edit("identifier=\"I-fire-safety\" ", ""),
            Says: "Warning A <item> has no identifier."
        ),
        new(
            "M03",
            "item and resource alike",
            p => p.Edit("identifier=\"I-fire-safety\"", "identifier=\"R-fire-safety\""),
            Says: "“R-fire-safety”"
        ),
        new(
            "M04",
            "no resources",
            p =>
                p.Manifest = System.Text.RegularExpressions.Regex.Replace(
                    p.Manifest!,
                    "<resources>.*</resources>",
                    "",
                    System.Text.RegularExpressions.RegexOptions.Singleline
                ),
            Says: "<resources> is missing"
        ),
        new(
            "M04",
            "another order",
            p =>
            {
                p.Edit("  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>\n", "");
                p.Edit(
                    "</resources>",
                    "</resources><metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>"
                );
            },
            Says: "are in the order"
        ),
        new(
            "M05",
            "the title last",
            p => p.Edit(Title, "<adlcp:masteryscore>80</adlcp:masteryscore><title>Fire safety</title>\n      </item>"),
            Says: "<title> comes after <masteryscore>"
        ),
        new(
            "M05",
            "ADL's elements last",
            p => p.Edit(Title, "<title>Fire safety</title><adlcp:masteryscore>80</adlcp:masteryscore></item>"),
            Fires: false
        ),
        new("M06", "another name", p => p.Edit("ADL SCORM", "SCORM"), Says: "“SCORM”"),
        new("M07", "another version", p => p.Edit(">1.2<", ">1.2.7<"), Says: "Error metadata/schemaversion is “1.2.7”"),
        new("M07", "blanks around", p => p.Edit(">1.2<", "> 1.2 <"), Says: "Warning metadata/schemaversion"),
        new("M07", "none", p => p.Edit("<schemaversion>1.2</schemaversion>", ""), Says: "missing"),
        new(
            "M08",
            "the other way round",
            p =>
                p.Edit(
                    "<schema>ADL SCORM</schema><schemaversion>1.2</schemaversion>",
                    "<schemaversion>1.2</schemaversion><schema>ADL SCORM</schema>"
                ),
            Says: "in this order"
        ),
        new(
            "M09",
            "nobody of that name",
            p => p.Edit("default=\"O-fire-safety\"", "default=\"O-elsewhere\""),
            Says: "O-elsewhere"
        ),
        new("M09", "none", p => p.Edit(" default=\"O-fire-safety\"", ""), Says: "is missing"),
        new(
            "M10",
            "no item",
            p =>
                p.Manifest = System.Text.RegularExpressions.Regex.Replace(
                    p.Manifest!,
                    "<item .*</item>",
                    "",
                    System.Text.RegularExpressions.RegexOptions.Singleline
                ),
            Says: "Error The organization has no item"
        ),
        new(
            "M10",
            "a package of resources",
            p =>
                p.Manifest = System.Text.RegularExpressions.Regex.Replace(
                    p.Manifest!,
                    "<organizations.*</organizations>",
                    "<organizations/>",
                    System.Text.RegularExpressions.RegexOptions.Singleline
                ),
            Says: "Error There is no organization"
        ),
        new(
            "M10",
            "an organization that learners do not get",
            p => p.Edit("<organization identifier", "<organization identifier=\"O-0\"/><organization identifier"),
            Says: "Warning The organization “O-0” has no item; learners get another one."
        ),
        new(
            "M11",
            "two",
            p =>
                p.Edit(
                    "</organizations>",
                    "<organization identifier=\"O-2\"><title>Two</title>"
                        + "<item identifier=\"I-2\" identifierref=\"R-fire-safety\"><title>Two</title></item>"
                        + "</organization></organizations>"
                ),
            Says: "2 organizations"
        ),
        new(
            "M12",
            "none",
            p =>
                p.Edit(
                    "<organization identifier=\"O-fire-safety\">\n      <title>Fire safety</title>",
                    "<organization identifier=\"O-fire-safety\">"
                ),
            Says: "no title"
        ),
        new("M13", "none", p => p.Edit(Title, "</item>"), Says: "“I-fire-safety” has no title"),
        new("M13", "empty", p => p.Edit(Title, "<title> </title></item>"), Says: "an empty title"),
        new("M13", "two", p => p.Edit(Title, "<title>A</title><title>B</title></item>"), Says: "2 titles"),
        new(
            "M14",
            "201 characters",
            p => p.Edit(Title, $"<title>{new string('x', 201)}</title></item>"),
            Says: "Warning The title has 201"
        ),
        new(
            "M14",
            "256 characters",
            p => p.Edit(Title, $"<title>{new string('x', 256)}</title></item>"),
            Says: "Error"
        ),
        new("M14", "200 characters", p => p.Edit(Title, $"<title>{new string('x', 200)}</title></item>"), Fires: false),
        new("M14", "two lines", p => p.Edit(Title, "<title>Fire\nsafety</title></item>"), Says: "several lines"),
        new(
            "M15",
            "no such resource",
            p => p.Edit("identifierref=\"R-fire-safety\"", "identifierref=\"R-elsewhere\""),
            Says: "The item “Fire safety” refers to “R-elsewhere”"
        ),
        new(
            "M16",
            "nothing to start",
            p => p.Edit(" identifierref=\"R-fire-safety\"", ""),
            Says: "neither items nor a resource"
        ),
        new(
            "M17",
            "a branch that starts",
            p =>
                p.Edit(
                    Title,
                    "<title>Fire safety</title><item identifier=\"I-2\" identifierref=\"R-fire-safety\">"
                        + "<title>Two</title></item></item>"
                ),
            Says: "I-fire-safety"
        ),
        new(
            "M18",
            "a blank",
            p => p.Edit("isvisible=\"true\"", "isvisible=\"true\" parameters=\"?a=b c\""),
            Says: "characters that are not allowed"
        ),
        new(
            "M18",
            "too long",
            p => p.Edit("isvisible=\"true\"", $"isvisible=\"true\" parameters=\"?a={new string('b', 1000)}\""),
            Says: "1003 characters"
        ),
        new(
            "M18",
            "two question marks",
            p => p.Edit("isvisible=\"true\"", "isvisible=\"true\" parameters=\"??a=b\""),
            Says: "more than one"
        ),
        new(
            "M18",
            "ordinary",
            p => p.Edit("isvisible=\"true\"", "isvisible=\"true\" parameters=\"?a=b&amp;c=%20d\""),
            Fires: false
        ),
        new(
            "M19",
            "for nobody",
            p => p.Edit("identifierref=\"R-fire-safety\"", "parameters=\"?a=b\""),
            Says: "no resource"
        ),
        new("M20", "yes", p => p.Edit("isvisible=\"true\"", "isvisible=\"yes\""), Says: "“yes”"),
        new("M20", "a one", p => p.Edit("isvisible=\"true\"", "isvisible=\"1\""), Fires: false),
        new(
            "M21",
            "the only item",
            p => p.Edit("isvisible=\"true\"", "isvisible=\"false\""),
            Says: "No item is visible"
        ),
        new(
            "M22",
            "flat",
            p => p.Edit("<organization identifier", "<organization structure=\"flat\" identifier"),
            Says: "“flat”"
        ),
        new(
            "M23",
            "a version",
            p => p.Edit("version=\"1.0\" xmlns", $"version=\"{new string('1', 21)}\" xmlns"),
            Says: "version has a length of 21"
        ),
        new(
            "M24",
            "one inside",
            p =>
                p.Edit(
                    "</resources>",
                    "</resources><manifest identifier=\"M-2\"><organizations/><resources/></manifest>"
                ),
            Says: "another manifest"
        ),
        new(
            "M25",
            "deep",
            p =>
                p.Edit(
                    Title,
                    "<title>A</title><item identifier=\"a\"><title>A</title><item identifier=\"b\"><title>A</title>"
                        + "<item identifier=\"c\"><title>A</title>"
                        + "<item identifier=\"d\" identifierref=\"R-fire-safety\"><title>A</title></item></item></item>"
                        + "</item></item>"
                ),
            Says: "5 deep"
        ),
        new(
            "M26",
            "two",
            p =>
                p.Edit(
                    "</organization>",
                    "<item identifier=\"I-2\" identifierref=\"R-fire-safety\"><title>Two</title></item></organization>"
                ),
            Says: "2 items to start"
        ),
        new(
            "M27",
            "an item is gone",
            p =>
            {
                p.Previous = new SamplePackage();
                p.Previous.Edit("I-fire-safety", "I-fire");
            },
            Says: "Error 1 item of the earlier package is missing: “I-fire”"
        ),
        new(
            "M27",
            "a new identifier each time",
            p =>
            {
                p.Previous = new SamplePackage();
                p.Edit("I-fire-safety", "I-3f2504e04f8911d39a0c0305e82c3301");
            },
            Says: "Warning"
        ),
        new("M27", "the same", p => p.Previous = new SamplePackage(), Fires: false),
    ];
}
