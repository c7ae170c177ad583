using System.Text;
using Protect.Scorm.Inspecting.Opening;

namespace Protect.Scorm.Tests.Inspecting;

/// <summary>Items of a package that an LMS can launch.</summary>
public sealed class LaunchItemTests
{
    private static IReadOnlyList<LaunchItem> In(string manifest) => LaunchItem.All(Encoding.UTF8.GetBytes(manifest));

    private static string Href(string href, string parameters, string bases = "") =>
        In(
            $"""
            <manifest xml:base="{bases}"><organizations><organization>
            <item identifier="i" identifierref="r" parameters="{parameters}"/></organization></organizations>
            <resources><resource identifier="r" href="{href}"/></resources></manifest>
            """
        )[0].Href;

    [Fact(
        DisplayName = "Each item with a file has title, chapter, parameters and launch data, from the default "
            + "organisation"
    )]
    public void Items()
    {
        IReadOnlyList<LaunchItem> items = In(
            """
            <manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
              xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"><organizations default="b">
            <organization identifier="a"><title>Not this</title><item identifier="x" identifierref="r"/></organization>
            <organization identifier="b"><title>This</title><item identifier="group"><title> Part </title>
            <item identifier="one" identifierref="r" parameters="?page=1"><title>One</title>
            <adlcp:datafromlms>level=2</adlcp:datafromlms><adlcp:masteryscore>80</adlcp:masteryscore>
            <adlcp:maxtimeallowed>00:30:00</adlcp:maxtimeallowed>
            <adlcp:timelimitaction>exit,message</adlcp:timelimitaction></item></item>
            <item identifier="two" identifierref="r"/><item identifier="three" identifierref="nowhere"/>
            </organization></organizations>
            <resources xml:base="course/"><resource identifier="r" href="go.html"/></resources></manifest>
            """
        );
        Assert.Equal(
            [
                new("one", "One", "Part", "course/go.html?page=1", "level=2", "80", "00:30:00", "exit,message"),
                new("two", "", null, "course/go.html", null, null, null, null),
            ],
            items
        );
        Assert.Empty(In("<manifest>"));
        Assert.Empty(In("<!DOCTYPE m [<!ENTITY a \"a\">]><manifest/>"));
    }

    [Theory(DisplayName = "Parameters continue a query, come before a fragment, and may end with their own fragment")]
    [InlineData("a.html", "?x=1", "a.html?x=1")]
    [InlineData("a.html", "x=1", "a.html?x=1")]
    [InlineData("a.html?y=2", "&amp;x=1", "a.html?y=2&x=1")]
    [InlineData("a.html?y=2#z", "?x=1", "a.html?y=2&x=1#z")]
    [InlineData("a.html?y=2", "#z", "a.html?y=2#z")]
    [InlineData("a.html", "", "a.html")]
    public void Parameters(string href, string parameters, string expected) =>
        Assert.Equal(expected, Href(href, parameters));
}
