namespace Protect.Scorm.Tests.Inspecting.Cases;

/// <summary>Cases of the I rules.</summary>
internal static class AiccCases
{
    private const string Units = "System_ID,type,file_name\n\"A1\",\"lesson\",\"index.html?a=1,2\"\n",
        Described = "\"System_ID\",\"Title\"\r\n\"A1\",\"One, with a comma\"\r\n",
        Structure = "block,member\nroot,A1\n";

    public static readonly IReadOnlyList<RuleCase> All =
    [
        new("I01", "no structure", p => Turn(p, structure: null), Says: "no file .cst"),
        new("I01", "sound", p => Turn(p), Fires: false),
        new("I01", "a sound called .au is no course", p => p.Add("bell.au", "x"), Fires: false),
        new(
            "I02",
            "missing",
            p => Turn(p, units: Units.Replace("index", "gone")),
            Says: "course.au(2,1): Error “gone.html?a=1,2”"
        ),
        new(
            "I02",
            "in another case",
            p => Turn(p, units: Units.Replace("index", "INDEX")),
            Says: "is called “index.html”"
        ),
        new(
            "I02",
            "no page",
            p => Turn(p, units: Units.Replace("index.html?a=1,2", "")),
            Says: "names no page to open"
        ),
        new("I02", "no unit", p => Turn(p, units: "System_ID,file_name\n"), Says: "has no unit"),
        new(
            "I02",
            "elsewhere",
            p => Turn(p, units: Units.Replace("index.html", "https://example.org/a")),
            Fires: false
        ),
        new("I02", "sound", p => Turn(p), Fires: false),
        new("I03", "twice", p => Turn(p, units: Units + "A1,lesson,index.html\n"), Says: "is there twice"),
        new("I03", "not described", p => Turn(p, described: "System_ID,Title\n"), Says: "has no row in the file .des"),
        new("I03", "no id", p => Turn(p, units: Units.Replace("A1", "")), Says: "has no System_ID"),
        new("I03", "sound", p => Turn(p), Fires: false),
        new("I04", "an unknown unit", p => Turn(p, structure: Structure + "root,A2\n"), Says: "“A2”"),
        new("I04", "blocks and objectives", p => Turn(p, structure: Structure + "root,B1,J1\n"), Fires: false),
    ];

    private static void Turn(
        SamplePackage package,
        string units = Units,
        string described = Described,
        string? structure = Structure
    )
    {
        package.Manifest = null;
        package.Add("course.crs", "[Course]\nCourse_ID=1\n");
        package.Add("course.au", units);
        package.Add("course.des", described);
        if (structure is not null)
            package.Add("course.cst", structure);
    }
}
