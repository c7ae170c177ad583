using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Running;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>Runs every rule group over a package from any tool.</summary>
internal static class PackageInspector
{
    /// <summary>Rule groups in the order they run: the zip first, because its safety errors stop the rest.</summary>
    public static IReadOnlyList<RuleGroup> Groups { get; } =
    [
        new(
            'Z',
            "the zip",
            "A course reaches an LMS as one zip file. These rules are about the zip itself and "
                + "the names of the files in it.",
            GroupNeeds.Nothing,
            ZipContainerRules.All,
            ZipChecks.Check
        ),
        new(
            'X',
            "the manifest's XML",
            "The manifest, the file imsmanifest.xml, tells an LMS what is in the package. These "
                + "rules are about whether an LMS can read it.",
            GroupNeeds.Zip,
            XmlRules.All,
            XmlChecks.Check
        ),
        new(
            'M',
            "the manifest's structure",
            "The manifest, the file imsmanifest.xml, names the course, its parts (items) and the "
                + "order in which learners see them.",
            GroupNeeds.Manifest,
            ManifestRules.All,
            ManifestChecks.Check
        ),
        new(
            'R',
            "the resources",
            "The manifest lists the files of each part of the course (resources), and names the page that opens first.",
            GroupNeeds.Manifest,
            ResourceRules.All,
            ResourceChecks.Check
        ),
        new(
            'A',
            "ADL's extensions of items",
            "Each part of the course (item) can have a pass mark, time limits and conditions that "
                + "learners must meet before it opens.",
            GroupNeeds.Manifest,
            AdlRules.All,
            AdlChecks.Check
        ),
        new(
            'D',
            "the metadata",
            "Metadata describe a course, like a card in a library. LMSs need none of it to open the course.",
            GroupNeeds.Manifest,
            MetadataRules.All,
            MetadataChecks.Check
        ),
        new(
            'C',
            "the schemas inside",
            "Schemas are files that describe the form of the manifest. LMSs do not read them; "
                + "some acceptance tests do.",
            GroupNeeds.Manifest,
            ControlRules.All,
            ControlChecks.Check
        ),
        new(
            'S',
            "SCORM 2004",
            "These rules are about packages of SCORM 2004, a later standard than SCORM 1.2.",
            GroupNeeds.Manifest,
            Scorm2004Rules.All,
            Scorm2004Checks.Check
        ),
        new(
            'K',
            "cmi5",
            "These rules are about packages of cmi5, which the file cmi5.xml describes.",
            GroupNeeds.Zip,
            Cmi5Rules.All,
            Cmi5Checks.Check
        ),
        new(
            'E',
            "xAPI (Tin Can)",
            "These rules are about packages of xAPI (Tin Can), which the file tincan.xml describes.",
            GroupNeeds.Zip,
            XapiRules.All,
            XapiChecks.Check
        ),
        new(
            'I',
            "AICC",
            "These rules are about packages of AICC, which four small text files describe.",
            GroupNeeds.Zip,
            AiccRules.All,
            AiccChecks.Check
        ),
        new(
            'W',
            "the web content",
            "A course is made of web pages, styles and scripts. These rules are about what a "
                + "browser does with them inside an LMS.",
            GroupNeeds.Zip,
            WebRules.All,
            WebChecks.Check
        ),
        new(
            'X',
            "the official schemas",
            "The manifest, the file imsmanifest.xml, has a form that official schemas define.",
            GroupNeeds.Manifest,
            SchemaChecks.Rules,
            SchemaChecks.Check
        ),
        new(
            'T',
            "the package when it is played",
            "check --run opens the package as a learner does. These rules are about what it then tells the LMS.",
            GroupNeeds.Run,
            RunRules.All,
            (_, _) => { }
        ),
    ];

    /// <summary>Rules of all groups.</summary>
    public static IReadOnlyList<PackageRule> Rules { get; } = [.. Groups.SelectMany(group => group.Rules)];

    public static FindingBag Inspect(InspectedPackage package, RuleProfile profile = RuleProfile.Portable)
    {
        var bag = new FindingBag(profile);
        foreach (RuleGroup group in Groups)
        {
            if (IsThere(group.Needs, package, bag))
                group.Check(package, bag);
        }
        return bag;
    }

    /// <summary>
    /// Returns true when the zip is readable and safe, so that its content can be inspected or played.
    /// </summary>
    public static bool IsSound(InspectedPackage package, FindingBag bag) => ZipChecks.IsSafe(package, bag);

    internal static bool IsThere(GroupNeeds needs, InspectedPackage package, FindingBag bag) =>
        needs switch
        {
            GroupNeeds.Zip => ZipChecks.IsSafe(package, bag),
            GroupNeeds.Manifest => ZipChecks.IsSafe(package, bag) && package.Manifest is not null,
            GroupNeeds.Run => false,
            _ => true,
        };
}
