using System.Xml.Linq;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;
using Xunit;
using static Protect.Scorm.Tests.Packaging.Sample;

namespace Protect.Scorm.Tests.Packaging;

public sealed class MetadataTests
{
    private static readonly XNamespace Md = Scorm12Schemas.Metadata;

    [Theory(DisplayName = "The metadata have every element that SCORM 1.2 requires of a content aggregation")]
    [InlineData("general/title/langstring", "Marche de nuit")]
    [InlineData("general/catalogentry/catalog", "protect-scorm")]
    [InlineData("general/catalogentry/entry/langstring", "night-walk")]
    [InlineData("general/language", "fr")]
    [InlineData("general/description/langstring", "Une marche, pas à pas.")]
    [InlineData("lifecycle/version/langstring", "1.2.0")]
    [InlineData("lifecycle/status/value/langstring", "Final")]
    [InlineData("metametadata/metadatascheme", "ADL SCORM 1.2")]
    [InlineData("technical/format", "text/html")]
    [InlineData("technical/location", "index.html")]
    [InlineData("educational/typicallearningtime/datetime", "PT45M")]
    [InlineData("rights/cost/value/langstring", "no")]
    [InlineData("rights/copyrightandotherrestrictions/value/langstring", "yes")]
    [InlineData("rights/description/langstring", "CC-BY-SA-4.0")]
    [InlineData("classification/purpose/value/langstring", "Educational Objective")]
    [InlineData("classification/description/langstring", "Une marche, pas à pas.")]
    [InlineData("classification/keyword/langstring", "Marche de nuit")]
    public void Complete(string path, string value) => Assert.Equal([value], At(Plain, path));

    [Fact(DisplayName = "Keywords are the author's, at most ten; if there are none, the title")]
    public void Keywords()
    {
        Assert.Equal(["Marche de nuit"], At(Plain, "general/keyword/langstring"));
        Course many = Plain with { Keywords = [.. Enumerable.Range(1, 12).Select(i => Sample.At($"mot {i}"))] };
        Assert.Equal(Enumerable.Range(1, 10).Select(i => $"mot {i}"), At(many, "general/keyword/langstring"));
    }

    [Theory(DisplayName = "A version with a hyphen is a draft")]
    [InlineData("2.0.0-rc1", "Draft")]
    [InlineData("2.0.0", "Final")]
    public void Drafts(string version, string status) =>
        Assert.Equal([status], At(Plain with { Version = Sample.At(version) }, "lifecycle/status/value/langstring"));

    [Fact(DisplayName = "Human text has the course's language, vocabularies have none")]
    public void Languages()
    {
        foreach (XElement text in Manifest(Plain).Descendants(Md + "langstring"))
        {
            bool human = text.Parent!.Name.LocalName is "title" or "description" or "keyword";
            Assert.Equal(human ? "fr" : "x-none", (string?)text.Attribute(XNamespace.Xml + "lang"));
        }
    }

    private static IEnumerable<string> At(Course course, string path) =>
        path.Split('/')
            .Aggregate(Manifest(course).Descendants(Md + "lom"), (found, name) => found.Elements(Md + name))
            .Select(element => element.Value);
}
