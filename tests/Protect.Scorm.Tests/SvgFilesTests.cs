using Protect.Scorm.Checking;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Tests;

/// <summary>SVG pictures that a course may contain.</summary>
public sealed class SvgFilesTests
{
    [Theory(DisplayName = "A picture with a script, or with anything to load, is an error")]
    [InlineData("<script>x()</script>")]
    [InlineData("<SCRIPT>x()</SCRIPT>")]
    [InlineData("<foreignObject/>")]
    [InlineData("<iframe/>")]
    [InlineData("<object/>")]
    [InlineData("<embed/>")]
    [InlineData("<audio/>")]
    [InlineData("<video/>")]
    [InlineData("<handler/>")]
    [InlineData("<listener/>")]
    [InlineData("<rect onclick='x()'/>")]
    [InlineData("<rect ONLOAD='x()'/>")]
    [InlineData("<image href='other.png'/>")]
    [InlineData("<image xlink:href='https://example.org/a.png'/>")]
    [InlineData("<image src='other.png'/>")]
    [InlineData("<use href='other.svg#a'/>")]
    [InlineData("<a href='javascript:x()'/>")]
    [InlineData("<image href='data:image/svg+xml,%3Csvg%3E'/>")]
    [InlineData("<image href='DATA:IMAGE/SVG+xml,%3Csvg%3E'/>")]
    [InlineData("<image href='data:text/html,x'/>")]
    [InlineData("<style>@import 'other.css';</style>")]
    [InlineData("<style>rect { fill: url( 'https://example.org/a.svg' ) }</style>")]
    [InlineData("<style>rect { fill: url(#a) url(b.svg#a) }</style>")]
    [InlineData("<style>rect { fill: u\\72l(other.svg) }</style>")]
    [InlineData("<rect style='fill: URL(other.svg)'/>")]
    [InlineData("<rect style='width: expression(x())'/>")]
    [InlineData("<text>@import</text>")]
    [InlineData("<rect fill='url(other.svg#a)'/>")]
    [InlineData("<set attributeName='href' to='javascript:x()'/>")]
    [InlineData("<?xml-stylesheet href='other.css'?>")]
    public void Unsafe(string part) => Assert.Equal(["unsafe-svg"], Found(part));

    [Theory(DisplayName = "A picture that refers only to its own parts is sound")]
    [InlineData("<rect fill='url(#a)'/>")]
    [InlineData("<use href='#a'/>")]
    [InlineData("<use xlink:href=' #a '/>")]
    [InlineData("<image href='data:image/png;base64,AAAA'/>")]
    [InlineData("<image href='DATA:image/png;base64,AAAA'/>")]
    [InlineData("<style>rect { fill: url( \"#a\" ) }</style>")]
    [InlineData("<text>C:\\media</text>")]
    [InlineData("<style>rect { fill: url('#a') }</style>")]
    [InlineData("<text>once upon (a) time</text>")]
    [InlineData("<rect style='fill: url(data:image/png;base64,AAAA)'/>")]
    public void Sound(string part) => Assert.Empty(Found(part));

    public static TheoryData<string, byte[]?, string[]> Files =>
        new()
        {
            { "a.svg", TestCourse.Utf8("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>"), [] },
            { "a.svg", TestCourse.Utf8("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), ["unsafe-svg"] },
            { "A.SVG", TestCourse.Utf8("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), ["unsafe-svg"] },
            { "a.svg", TestCourse.Utf8("<svg xmlns='http://www.w3.org/2000/svg'>"), ["broken-svg"] },
            { "a.svg", [.. "<svg xmlns='http://www.w3.org/2000/svg'>"u8, 0xFF, .. "</svg>"u8], ["broken-svg"] },
            { "a.svg", TestCourse.Utf8("<!doctype html><title>Not found</title>"), ["wrong-media"] },
            { "a.svg", [], ["empty-media"] },
            { "a.svg", null, ["missing-file"] },
            { "a.png", Convert.FromHexString("89504E470D0A1A0A0000000D4948445200000001000000010802000000"), [] },
        };

    [Theory(DisplayName = "Each fault of a picture gives one error, and only SVG is read as SVG")]
    [MemberData(nameof(Files))]
    public void InCourse(string name, byte[]? bytes, string[] errors)
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        string picture =
            $"      - type: image\n        src: media/{name}\n        alt: A tree\n        credit: Somebody\n";
        // A picture that is shown twice is checked once.
        files["modules/one.yaml"] = TestCourse.Utf8(
            TestCourse.Module + picture + (errors is ["unsafe-svg"] or ["broken-svg"] ? picture : "")
        );
        if (bytes is not null)
            files["media/" + name] = bytes;
        Assert.Equal(
            errors,
            TestCourse.Compile(files).Diagnostics.Where(found => found.IsError).Select(found => found.Rule.Slug)
        );
    }

    private static string[] Found(string part)
    {
        var bag = new DiagnosticBag();
        SvgFiles.CheckOne(
            new SourceFile(
                "a.svg",
                $"<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>{part}</svg>"
            ),
            bag
        );
        return [.. bag.Sorted.Select(finding => finding.Rule.Slug)];
    }
}
