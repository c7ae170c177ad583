using System.Text;
using Protect.Scorm.Packaging;
using Xunit;

namespace Protect.Scorm.Tests.Packaging;

public sealed class SvgCleanerTests
{
    private const string Start = "<svg xmlns=\"http://www.w3.org/2000/svg\">";

    [Theory(DisplayName = "A packaged SVG loses what nobody sees, and keeps shapes, texts and credits")]
    [InlineData("<!-- a --><rect />", "<rect />")]
    [InlineData("\n  <rect />\n  <g>\n <rect /> </g>\n", "<rect /><g><rect /></g>")]
    [InlineData("\n<text> a <tspan> </tspan> </text>", "<text> a <tspan> </tspan> </text>")]
    [InlineData("\n<style> a </style><title> </title>", "<style> a </style><title> </title>")]
    [InlineData("\n<g xml:space=\"preserve\"> <rect /> </g>", "<g xml:space=\"preserve\"> <rect /> </g>")]
    [InlineData("<path d=\"M 0 0\n\n  L 9\t9 \" />", "<path d=\"M 0 0 L 9 9\" />")]
    [InlineData("\n<rect id=\"a  b\" points=\" 1  2 \" />", "<rect id=\"a  b\" points=\"1 2\" />")]
    [InlineData("\n<rect transform=\"scale( 2 )  scale(3)\" />", "<rect transform=\"scale( 2 ) scale(3)\" />")]
    [InlineData("<metadata><a /></metadata><rect />", "<rect />")]
    [InlineData("\n<metadata><creator>A</creator></metadata>", "<metadata><creator>A</creator></metadata>")]
    [InlineData("\n<metadata><a><license /></a></metadata>", "<metadata><a><license /></a></metadata>")]
    [InlineData("<g xmlns:s=\"http://www.serif.com/\" s:id=\"x\"><s:a><rect /></s:a></g>", "<g />")]
    [InlineData("<g xmlns:i=\"http://www.inkscape.org/namespaces/inkscape\" i:label=\"x\" />", "<g />")]
    [InlineData("\n<g xmlns:x=\"urn:own\" x:label=\"x\" />", "<g xmlns:x=\"urn:own\" x:label=\"x\" />")]
    public void Cleaned(string before, string after) =>
        Assert.Equal(
            Start + after + "</svg>\n",
            Encoding.UTF8.GetString(SvgCleaner.Clean(Encoding.UTF8.GetBytes($"{Start}{before}</svg>\n\n\n")))
        );

    [Theory(DisplayName = "An SVG that cannot be read, or would not get smaller, is packaged as it is")]
    [InlineData("<svg>")]
    [InlineData("not SVG")]
    [InlineData("<svg />\n")]
    [InlineData("<svg/>")]
    public void Unchanged(string svg)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(svg);
        Assert.Same(bytes, SvgCleaner.Clean(bytes));
    }
}
