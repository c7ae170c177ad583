namespace Protect.Scorm.Tests.Inspecting.Cases;

/// <summary>Cases of the K rules.</summary>
internal static class Cmi5Cases
{
    private const string Course = """
        <courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
          <course id="https://example.org/course"><title><langstring lang="en">Fire safety</langstring></title>
          <description><langstring lang="en">x</langstring></description></course>
          <au id="https://example.org/course/one" moveOn="CompletedOrPassed" masteryScore="0.8"
            launchMethod="AnyWindow">
          <title><langstring lang="en">One</langstring></title>
            <description><langstring lang="en">x</langstring></description><url>index.html?page=1</url></au>
        </courseStructure>
        """;

    public static readonly IReadOnlyList<RuleCase> All =
    [
        new("K01", "no XML", p => Turn(p, "<courseStructure"), Says: "cmi5.xml is not well-formed XML"),
        new("K01", "something else", p => Turn(p, "<manifest/>"), Says: "begins with <manifest>"),
        new(
            "K01",
            "no unit",
            p => Turn(p, "<courseStructure><course id=\"urn:a\"/></courseStructure>"),
            Says: "no assignable unit"
        ),
        new("K01", "sound", p => Turn(p, Course), Fires: false),
        new(
            "K02",
            "no IRI",
            p => Turn(p, Course.Replace("https://example.org/course/one", "one")),
            Says: "“one” is not an absolute IRI"
        ),
        new(
            "K02",
            "twice",
            p => Turn(p, Course.Replace("https://example.org/course/one", "https://example.org/course")),
            Says: "is used twice"
        ),
        new("K02", "sound", p => Turn(p, Course), Fires: false),
        new(
            "K03",
            "missing",
            p => Turn(p, Course.Replace("index.html", "gone.html")),
            Says: "“gone.html?page=1” is not in the package"
        ),
        new("K03", "elsewhere", p => Turn(p, Course.Replace("index.html", "https://example.org/a")), Fires: false),
        new("K04", "a percentage", p => Turn(p, Course.Replace("0.8", "80")), Says: "masteryScore is “80”"),
        new("K04", "another word", p => Turn(p, Course.Replace("CompletedOrPassed", "Done")), Says: "moveOn is “Done”"),
        new("K04", "sound", p => Turn(p, Course), Fires: false),
        new(
            "K05",
            "a name of the LMS",
            p => Turn(p, Course.Replace("?page=1", "?a=1&amp;actor=2")),
            Says: "already has “actor”"
        ),
        new("K05", "other names", p => Turn(p, Course), Fires: false),
        new(
            "K06",
            "no lang",
            p => Turn(p, Course.Replace("<langstring lang=\"en\">One", "<langstring>One")),
            Says: "A langstring of <title> has no lang"
        ),
        new("K06", "sound", p => Turn(p, Course), Fires: false),
        new("K07", "both", p => p.Add("cmi5.xml", Course), Says: "both at the root"),
        new("K07", "one", p => Turn(p, Course), Fires: false),
    ];

    private static void Turn(SamplePackage package, string structure)
    {
        package.Manifest = null;
        package.Add("cmi5.xml", structure);
    }
}
