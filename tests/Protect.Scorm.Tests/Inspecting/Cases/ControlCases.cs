namespace Protect.Scorm.Tests.Inspecting.Cases;

/// <summary>Cases of the C rules.</summary>
internal static class ControlCases
{
    public static readonly IReadOnlyList<RuleCase> All =
    [
        new(
            "C01",
            "one is missing",
            p => p.Remove("adlcp_rootv1p2.xsd"),
            Says: "1 of the schemas of SCORM 1.2 is not at the root of the package: “adlcp_rootv1p2.xsd”"
        ),
        new("C01", "without metadata no schema for it", p => p.Remove("imsmd_rootv1p2p1.xsd"), Fires: false),
        new(
            "C02",
            "changed",
            p => p.Put("adlcp_rootv1p2.xsd", "<schema/>"),
            Says: "“adlcp_rootv1p2.xsd” is not the schema as it was published"
        ),
        new("C02", "other line ends and blanks", p => Spread(p, "adlcp_rootv1p2.xsd"), Fires: false),
        new(
            "C03",
            "one is missing",
            p => Scorm2004Cases.Turn(p),
            Says: "neither in the package nor named by the manifest"
        ),
        new(
            "C03",
            "all are there",
            p =>
            {
                Scorm2004Cases.Turn(p);
                foreach (string name in Scorm2004Cases.Schemas)
                    p.Add("common/" + name, "<schema/>");
            },
            Fires: false
        ),
        new(
            "C04",
            "of SCORM 2004",
            p => p.Add("imsss_v1p0.xsd", "<schema/>"),
            Says: "1 schema belongs to another edition of SCORM: “imsss_v1p0.xsd”"
        ),
        new("C04", "of SCORM 1.2 in a package of 2004", p => Scorm2004Cases.Turn(p), Says: "3 schemas"),
        new("C04", "none", p => { }, Fires: false),
    ];

    private static void Spread(SamplePackage package, string name)
    {
        string text = System.Text.Encoding.UTF8.GetString(Scorm.Diagnostics.SourceFolder.Embedded("bundle").Read(name));
        package.Put(name, "\uFEFF" + text.ReplaceLineEndings("\r\n").Replace("\t", "    ") + "\r\n\r\n");
    }
}
