using System.Text;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Packaging;
using Protect.Scorm.Tests.Packaging;
using Xunit;

namespace Protect.Scorm.Tests.Inspecting;

public sealed class ManifestSchemasTests
{
    private static readonly string Good = Sample.ManifestText(Sample.Plain);

    [Theory(DisplayName = "A manifest that violates the official schemas is reported")]
    [InlineData("identifier=\"I-night-walk\"", "identifier=\"1-night-walk\"", "1-night-walk")]
    [InlineData("identifier=\"I-night-walk\"", "identifier=\"R-night-walk\"", "R-night-walk")]
    [InlineData("default=\"O-night-walk\"", "default=\"O-elsewhere\"", "O-elsewhere")]
    [InlineData("adlcp:scormtype", "adlcp:scormType", "scormType")]
    [InlineData("scormtype=\"sco\"", "scormtype=\"SCO\"", "SCO")]
    [InlineData("isvisible=\"true\"", "isvisible=\"yes\"", "isvisible")]
    [InlineData("<resources>", "<resources><title>x</title>", "title")]
    [InlineData("isvisible=\"true\">", "isvisible=\"true\"><adlcp:masteryscore>80</adlcp:masteryscore>", "title")]
    [InlineData("<imsmd:status>", "<imsmd:status>Final", "status")]
    [InlineData("<imsmd:langstring xml:lang=\"fr\">", "<imsmd:langstring lang=\"fr\">", "lang")]
    [InlineData("<imsmd:general>", "<imsmd:general><imsmd:keywords/>", "keywords")]
    [InlineData("xmlns=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2\"", "xmlns=\"urn:none\"", "urn:none")]
    public void Broken(string good, string bad, string named)
    {
        string broken = Good.Replace(good, bad);
        Assert.NotEqual(Good, broken);
        Assert.Contains(Validate(broken), finding => finding.Message.Contains(named));
    }

    [Fact(DisplayName = "A schema error is reported with its line and column")]
    public void Position()
    {
        string[] lines = Good.Replace("isvisible=\"true\"", "isvisible=\"yes\"").Split('\n');
        int line = Array.FindIndex(lines, text => text.Contains("isvisible"));
        Assert.Equal(
            [(line + 1, lines[line].IndexOf("isvisible") + 1)],
            Validate(string.Join('\n', lines)).Select(f => (f.Line, f.Column))
        );
    }

    [Theory(DisplayName = "A hostile manifest gives one finding, and nothing it names is read")]
    [InlineData("<!DOCTYPE manifest [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><manifest>&x;</manifest>")]
    [InlineData("<!DOCTYPE m [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><m>&b;</m>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"x-none-such\"?><manifest/>")]
    [InlineData("<manifest")]
    [InlineData("")]
    [InlineData("\0\0\0")]
    public void Hostile(string text) => Assert.Single(Validate(text));

    [Fact(DisplayName = "Validation of an endless manifest stops")]
    public void TooLong() =>
        Assert.Contains(
            Validate(Good.Replace("<resources>", "<resources>" + new string(' ', ManifestSchemas.MostCharacters))),
            f => f.Message.Contains("limit")
        );

    [Fact(DisplayName = "A manifest full of errors gives a hundred findings, not thousands")]
    public void ManyFaults() =>
        Assert.Equal(
            ManifestSchemas.MostFindings,
            Validate(
                Good.Replace(
                    "<file ",
                    "<file x='1' " + string.Concat(Enumerable.Range(0, 300).Select(i => $"y{i}='' "))
                )
            ).Count
        );

    [Fact(DisplayName = "Schemas inside the manifest or linked from it are ignored")]
    public void OwnSchemas()
    {
        string own =
            "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" targetNamespace=\"urn:own\">"
            + "<xs:element name=\"e\"/></xs:schema><e xmlns=\"urn:own\"/>";
        Assert.NotEmpty(Validate(Good.Replace("<imsmd:lom>", own + "<imsmd:lom>")));
    }

    [Fact(DisplayName = "Bytes that are not UTF-8 give a finding")]
    public void NotUtf8()
    {
        byte[] bytes = ManifestWriter.Write(Sample.Plain, Sample.Files).Bytes.ToArray();
        bytes[Encoding.UTF8.GetString(bytes).IndexOf("Marche", StringComparison.Ordinal)] = 0xFF;
        Assert.NotEmpty(ManifestSchemas.Validate(bytes, Sample.Schema));
    }

    private static IReadOnlyList<(int Line, int Column, string Message)> Validate(string manifest) =>
        ManifestSchemas.Validate(Encoding.UTF8.GetBytes(manifest), Sample.Schema);
}
