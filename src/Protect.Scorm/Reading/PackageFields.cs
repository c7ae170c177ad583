using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>The <c>package:</c> group of course.yaml.</summary>
internal static class PackageFields
{
    private static readonly Field<PackageOptions, bool> Schemas = new(
        "schemas",
        Values.Boolean,
        p => p.Schemas,
        "Ship the four official SCORM schemas in the zip, as ADL's test suite asks."
    )
    {
        Default = true,
    };

    private static readonly Field<PackageOptions, bool> Inline = new(
        "inline",
        Values.Boolean,
        p => p.Inline,
        "Script and style sheet inside index.html; false for separate files, for an LMS that forbids inline scripts."
    )
    {
        Default = true,
    };

    private static readonly Field<PackageOptions, Located<SearchChoice>> Search = new(
        "search",
        Values.OneOf(("on", SearchChoice.On), ("off", SearchChoice.Off)),
        _ => null,
        "Search in the menu: on or off. Left out: on from five pages."
    );

    private static readonly Field<PackageOptions, bool> ReadAloud = new(
        "read_aloud",
        Values.Boolean,
        p => p.ReadAloud,
        "Buttons that read a page or a block aloud, with the voices of the learner's device; nothing is sent anywhere."
    )
    {
        Default = false,
    };

    private enum SearchChoice
    {
        On,
        Off,
    }

    public static Shape<PackageOptions> Fields { get; } =
        new(
            "package",
            "Options of the zip.",
            [Schemas, Inline, Search, ReadAloud],
            v => new PackageOptions
            {
                Schemas = v.Get(Schemas),
                Inline = v.Get(Inline),
                ReadAloud = v.Get(ReadAloud),
                Search = v.Get(Search) is { } search ? search.Value == SearchChoice.On : null,
            }
        )
        {
            HasOwnEntry = true,
        };
}
