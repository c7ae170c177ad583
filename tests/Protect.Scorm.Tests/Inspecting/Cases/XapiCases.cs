namespace Protect.Scorm.Tests.Inspecting.Cases;

/// <summary>Cases of the E rules.</summary>
internal static class XapiCases
{
    private const string Course = """
        <tincan xmlns="http://projecttincan.com/tincan.xsd"><activities>
          <activity id="https://example.org/course" type="http://adlnet.gov/expapi/activities/course">
            <name lang="en">Fire safety</name><description lang="en">x</description>
            <launch lang="en">index.html?page=1</launch>
          </activity>
          <activity id="https://example.org/course/quiz" type="http://adlnet.gov/expapi/activities/assessment">
            <name lang="en">Quiz</name><description lang="en">x</description>
          </activity>
        </activities></tincan>
        """;

    public static readonly IReadOnlyList<RuleCase> All =
    [
        new("E01", "no XML", p => Turn(p, "<tincan"), Says: "tincan.xml is not well-formed XML"),
        new("E01", "no activity", p => Turn(p, "<tincan><activities/></tincan>"), Says: "has no activity"),
        new("E01", "sound", p => Turn(p, Course), Fires: false),
        new("E02", "no IRI", p => Turn(p, Course.Replace("https://example.org/course/quiz", "quiz")), Says: "“quiz”"),
        new("E02", "twice", p => Turn(p, Course.Replace("course/quiz", "course")), Says: "is used twice"),
        new(
            "E02",
            "missing",
            p => Turn(p, Course.Replace("id=\"https://example.org/course\"", "")),
            Says: "An activity has no id."
        ),
        new("E02", "sound", p => Turn(p, Course), Fires: false),
        new("E03", "missing", p => Turn(p, Course.Replace("index.html", "gone.html")), Says: "“gone.html?page=1”"),
        new(
            "E03",
            "in another case",
            p => Turn(p, Course.Replace("index.html", "Index.html")),
            Says: "is called “index.html”"
        ),
        new(
            "E03",
            "nothing to open",
            p => Turn(p, Course.Replace("<launch lang=\"en\">index.html?page=1</launch>", "")),
            Says: "No activity names a page"
        ),
        new("E03", "elsewhere", p => Turn(p, Course.Replace("index.html", "https://example.org/a")), Fires: false),
        new("E03", "sound", p => Turn(p, Course), Fires: false),
        new(
            "E04",
            "a name of the LMS",
            p => Turn(p, Course.Replace("?page=1", "?actor=2")),
            Says: "already has “actor”"
        ),
        new("E04", "other names", p => Turn(p, Course), Fires: false),
    ];

    private static void Turn(SamplePackage package, string description)
    {
        package.Manifest = null;
        package.Add("tincan.xml", description);
    }
}
