using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;
using Protect.Scorm.Targets;
using Xunit;
using static Protect.Scorm.Tests.Packaging.Sample;

namespace Protect.Scorm.Tests.Packaging;

public sealed class ManifestTests
{
    private static readonly XNamespace Cp = Scorm12Schemas.Packaging,
        Adl = Scorm12Schemas.Adl,
        Md = Scorm12Schemas.Metadata,
        Xsi = Scorm12Schemas.Instance;

    private static readonly Dictionary<string, Course> Courses = new()
    {
        ["plain"] = Plain,
        ["the LMS decides"] = Plain with { Tracking = Tracked(VerdictBy.Lms) },
        ["no schemas"] = Plain with { Package = new PackageOptions { Schemas = false } },
        ["keywords"] = Plain with { Keywords = [At("lune"), At("« nuit » & <jour>")] },
        ["longest"] = Plain with
        {
            Title = At(new string('é', 200)),
            Version = At("10.20.30-release.400"),
            Language = At("sr-Latn-RS"),
        },
        ["right to left"] = Plain with { Title = At("السلامة أولا"), Language = At("ar") },
    };

    public static TheoryData<string> CourseNames => [.. Courses.Keys];

    [Theory(DisplayName = "The manifest is valid against the four official schemas")]
    [MemberData(nameof(CourseNames))]
    public void Valid(string course) =>
        Assert.Empty(ManifestSchemas.Validate(ManifestWriter.Write(Courses[course], Files).Bytes.ToArray(), Schema));

    [Theory(DisplayName = "Titles with ampersands, guillemets and angle brackets reach the LMS unchanged")]
    [InlineData("Droits & « devoirs » : 1 < 2 > 0, l’enfant d'abord, \"oui\" 🙂")]
    [InlineData("Rights\u00a0: a no-break space stays")]
    public void TitlesSurvive(string title)
    {
        Course course = Plain with { Title = At(title) };
        XElement organization = Manifest(course).Element(Cp + "organizations")!.Element(Cp + "organization")!;
        Assert.Equal(title, organization.Element(Cp + "title")!.Value);
        Assert.Equal(title, organization.Element(Cp + "item")!.Element(Cp + "title")!.Value);
        Assert.DoesNotContain("&#", ManifestText(course));
        Assert.Contains(title.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;"), ManifestText(course));
    }

    [Theory(DisplayName = "A title becomes one line of valid XML characters")]
    [InlineData("Two\r\n  lines\tand a tab", "Two lines and a tab")]
    [InlineData("Bell\u0007 and half \ud83d pair \uffff", "Bell and half pair")]
    public void TitlesAreClean(string title, string expected) => Assert.Equal(expected, TitleOf(title));

    [Fact(DisplayName = "A long title is cut between characters")]
    public void LongTitle()
    {
        Assert.Equal(new string('a', 200), TitleOf(new string('a', 300)));
        Assert.Equal(new string('a', 199), TitleOf(new string('a', 199) + "🙂"));
    }

    [Fact(DisplayName = "The manifest has a mastery score only if the LMS decides about the pass")]
    public void MasteryScore()
    {
        Assert.Empty(Manifest(Plain).Descendants(Adl + "masteryscore"));
        XElement score = Assert.Single(
            Manifest(Plain with { Tracking = Tracked(VerdictBy.Lms, 65) }).Descendants(Adl + "masteryscore")
        );
        Assert.Equal("65", score.Value);
        Assert.Equal(Cp + "item", score.Parent!.Name);
        Assert.Null(score.ElementsAfterSelf().FirstOrDefault());
    }

    [Fact(DisplayName = "Identifiers come from the course id alone, so results survive an update")]
    public void StableIdentifiers()
    {
        static string[] Ids(Course course) =>
            [.. Manifest(course).DescendantsAndSelf().Attributes("identifier").Select(a => a.Value)];
        Assert.Equal(["M-night-walk", "O-night-walk", "I-night-walk", "R-night-walk"], Ids(Plain));
        Assert.Equal(
            Ids(Plain),
            Ids(
                Plain with
                {
                    Title = At("Other"),
                    Version = At("9"),
                    Language = At("de"),
                    Minutes = At(5),
                    Tracking = Tracked(VerdictBy.Lms),
                }
            )
        );
    }

    [Fact(DisplayName = "One item launches one SCO")]
    public void OneSco()
    {
        XElement manifest = Manifest(Plain);
        XElement resource = Assert.Single(manifest.Descendants(Cp + "resource"));
        XElement item = Assert.Single(manifest.Descendants(Cp + "item"));
        Assert.Equal((string?)resource.Attribute("identifier"), (string?)item.Attribute("identifierref"));
        Assert.Equal("sco", (string?)resource.Attribute(Adl + "scormtype"));
        Assert.Equal("webcontent", (string?)resource.Attribute("type"));
        Assert.Equal("index.html", (string?)resource.Attribute("href"));
        Assert.Equal(
            (string?)manifest.Element(Cp + "organizations")!.Attribute("default"),
            (string?)item.Parent!.Attribute("identifier")
        );
    }

    [Fact(DisplayName = "The launch page is listed first, the other files in ordinal order, and no control document")]
    public void FilesListed()
    {
        PackageFile[] files =
        [
            .. Files,
            Text("imsmanifest.xml", ""),
            .. Scorm12Schemas.Files.Select(name => Text(name, "")),
            Text("media/data.xsd", ""),
        ];
        XElement manifest = XDocument
            .Parse(Encoding.UTF8.GetString(ManifestWriter.Write(Plain, files).Bytes.Span))
            .Root!;
        Assert.Equal(
            ["index.html", "credits.txt", "media/data.xsd", "media/video.mp4", "module-end.js", "print.html"],
            manifest.Descendants(Cp + "file").Select(file => (string?)file.Attribute("href"))
        );
    }

    [Fact(DisplayName = "The manifest uses exactly the prefixes and versions that importers look for")]
    public void Prefixes()
    {
        string text = ManifestText(Plain with { Tracking = Tracked(VerdictBy.Lms) });
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<manifest ", text);
        Assert.Contains("<schema>ADL SCORM</schema>\n    <schemaversion>1.2</schemaversion>\n    <imsmd:lom>", text);
        Assert.Contains("adlcp:scormtype=\"sco\"", text);
        Assert.Contains("<adlcp:masteryscore>80</adlcp:masteryscore>", text);
        Assert.Equal(
            ["adlcp", "imsmd", "xml", "xmlns", "xsi"],
            Regex.Matches(text, @"[</ ](\w+):(?=\w)").Select(m => m.Groups[1].Value).Distinct().Order()
        );
        Assert.DoesNotContain('\r', text);
    }

    [Fact(DisplayName = "Schema locations appear only if the schemas are in the package")]
    public void SchemaLocations()
    {
        string[] pairs = Manifest(Plain).Attribute(Xsi + "schemaLocation")!.Value.Split(' ');
        Assert.Equal([Cp.NamespaceName, Adl.NamespaceName, Md.NamespaceName], pairs.Where((_, i) => i % 2 == 0));
        Assert.All(pairs.Where((_, i) => i % 2 == 1), file => Assert.Contains(file, Scorm12Schemas.Files));
        Assert.DoesNotContain("xsi", ManifestText(Plain with { Package = new PackageOptions { Schemas = false } }));
    }

    [Fact(DisplayName = "The manifest starts with XML, without a byte-order mark")]
    public void NoByteOrderMark() => Assert.Equal((byte)'<', ManifestWriter.Write(Plain, Files).Bytes.Span[0]);

    [Fact(DisplayName = "A package without a launch page is an internal error")]
    public void LaunchPage() =>
        Assert.Throws<ArgumentException>(() => ManifestWriter.Write(Plain, [Text("print.html", "")]));

    private static string TitleOf(string title) =>
        Manifest(Plain with { Title = At(title) }).Descendants(Cp + "item").Single().Element(Cp + "title")!.Value;
}
