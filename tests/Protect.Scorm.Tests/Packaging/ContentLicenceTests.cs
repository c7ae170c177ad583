using Protect.Scorm.Packaging;

namespace Protect.Scorm.Tests.Packaging;

public sealed class ContentLicenceTests
{
    [Theory(DisplayName = "A Creative Commons licence gets its full name and address, any other line stays as written")]
    [InlineData("CC0-1.0", "CC0 1.0 Universal", "publicdomain/zero/1.0")]
    [InlineData("CC-BY-4.0", "Creative Commons Attribution 4.0 International (CC BY 4.0)", "licenses/by/4.0")]
    [InlineData("CC-BY-2.5", "Creative Commons Attribution 2.5 (CC BY 2.5)", "licenses/by/2.5")]
    [InlineData(
        "CC-BY-NC-SA-4.0",
        "Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International (CC BY-NC-SA 4.0)",
        "licenses/by-nc-sa/4.0"
    )]
    [InlineData(
        "CC-BY-NC-ND-3.0",
        "Creative Commons Attribution-NonCommercial-NoDerivatives 3.0 (CC BY-NC-ND 3.0)",
        "licenses/by-nc-nd/3.0"
    )]
    [InlineData("CC-BY-SA-5.0", "CC-BY-SA-5.0", null)]
    [InlineData("CC-NC-4.0", "CC-NC-4.0", null)]
    [InlineData("cc0-1.0", "cc0-1.0", null)]
    [InlineData("All  rights\nreserved", "All rights reserved", null)]
    public void Names(string licence, string name, string? address)
    {
        Assert.Equal(name, ContentLicence.Named(licence));
        Assert.Equal(
            address is null ? null : $"https://creativecommons.org/{address}/",
            ContentLicence.Address(licence)
        );
    }
}
