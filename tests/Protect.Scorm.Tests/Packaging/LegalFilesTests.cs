using System.Runtime.CompilerServices;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;
using Xunit;
using static Protect.Scorm.Tests.Packaging.Sample;

namespace Protect.Scorm.Tests.Packaging;

public sealed class LegalFilesTests
{
    private static readonly Course English = Plain with { Language = At("en-GB"), Title = At("Night walk") };

    [Fact(
        DisplayName = "The licence file names the content licence with its address, and holds the full program licence"
    )]
    public void Licence()
    {
        string text = LegalFiles.Write(English, "").TextOf("licence.txt");
        Assert.Contains(
            "Night walk – Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)\n",
            text
        );
        Assert.Contains("https://creativecommons.org/licenses/by-sa/4.0/\n", text);
        Assert.EndsWith("The player program: MIT\n\n" + File.ReadAllText(Root("LICENSE")), text);
    }

    [Theory(DisplayName = "Creative Commons licences get their address, others stay as written")]
    [InlineData("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/")]
    [InlineData("CC-BY-NC-ND-3.0", "https://creativecommons.org/licenses/by-nc-nd/3.0/")]
    [InlineData("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/")]
    [InlineData("All rights reserved", null)]
    [InlineData("CC-BY-SA-4.0 AND MIT", null)]
    public void Addresses(string licence, string? address)
    {
        string text = LegalFiles.Write(English with { Licence = At(licence) }, "").TextOf("licence.txt");
        if (address is null)
            Assert.Contains($"Night walk – {licence}\n\n", text);
        Assert.Equal(address is not null, text.Contains("https://"));
        if (address is not null)
            Assert.Contains(address + "\n", text);
    }

    [Fact(DisplayName = "The credits name title, version, authors, sources and licence")]
    public void Credits()
    {
        Course course = English with
        {
            Credits = [Markdown("Lines from the *Declaration*."), Markdown("Map: [Atlas](https://example.org/a)")],
        };
        Assert.Equal(
            "Night walk\nVersion 1.2.0\n\nAuthors\n- Anna Muller\n- Léo Weber\n\nCredits\n"
                + "- Lines from the Declaration.\n- Map: Atlas (https://example.org/a)\n\n"
                + "Licence\nCreative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)\n",
            LegalFiles.Write(course, "").TextOf("credits.txt")
        );
    }

    [Fact(DisplayName = "A French course has French headings")]
    public void French()
    {
        IReadOnlyList<PackageFile> files = LegalFiles.Write(Plain, "");
        Assert.Contains("Auteurs et autrices\n", files.TextOf("credits.txt"));
        Assert.Contains("Le contenu de ce cours\n", files.TextOf("licence.txt"));
        Assert.Contains(
            "The content of this course\n",
            LegalFiles.Write(Plain with { Language = At("frr") }, "").TextOf("licence.txt")
        );
    }

    [Theory(DisplayName = "Markdown in credits becomes plain text")]
    [InlineData("**bold**, _slanted_ and `code`", "bold, slanted and code")]
    [InlineData("snake_case and 2 * 3", "snake_case and 2 * 3")]
    [InlineData("<span lang=\"en\">grooming</span> &amp; more<br>here", "grooming & more here")]
    [InlineData("see [the page](page:start) or <https://example.org>", "see the page or https://example.org")]
    [InlineData("\\*starred\\*", "*starred*")]
    [InlineData("- one\n- two", "one two")]
    public void Words(string markdown, string words) => Assert.Equal(words, PlainText.Of(Markdown(markdown)));

    [Fact(DisplayName = "Credits nested too deep do not stop the build")]
    public void TooDeep() => Assert.NotEmpty(PlainText.Of(Markdown(new string('>', 5000) + " deep")));

    [Fact(DisplayName = "The notices are those passed in; if there are none, the file says so")]
    public void Notices()
    {
        Assert.Equal("Library: MIT\n", LegalFiles.Write(English, "Library: MIT\r\n\r\n").TextOf("notices.txt"));
        Assert.Contains("no third-party programs", LegalFiles.Write(English, " ").TextOf("notices.txt"));
    }

    private static string Root(string file, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../..", file);
}
