using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>The file of an organisation.</summary>
internal static class OrganisationFile
{
    private static readonly Field<Organisation, Located<string>> Name = new(
        "name",
        Values.Text(200),
        o => o.Name,
        "The name of the organisation."
    )
    {
        Required = true,
    };

    private static readonly Field<Organisation, AssetRef> Logo = new(
        "logo",
        CourseValues.Asset,
        o => o.Logo,
        "A picture next to this file: SVG, PNG or JPEG."
    );

    private static readonly Field<Organisation, RichText> Contact = new(
        "contact",
        CourseValues.Line,
        o => o.Contact,
        "How to reach the organisation."
    );

    private static readonly Field<Organisation, RichText> Lead = new(
        "safeguarding_lead",
        CourseValues.Line,
        o => o.Lead,
        "The contact for concerns: a name or role, and how to reach it."
    );

    private static readonly Field<Organisation, Located<string>> Policy = new(
        "policy",
        Values.Verbatim(1000),
        o => o.Policy,
        "The https address of the safeguarding policy."
    );

    private static readonly Field<Organisation, Located<string>> Colour = new(
        "colour",
        Values.Verbatim(7),
        o => o.Colour,
        "The main colour, such as #1b5955; it must be dark enough to be readable on white."
    );

    private static readonly Field<Organisation, IReadOnlyList<CountryEntry>> Entries = new(
        "entries",
        Values.ListOf(Values.Nested(CountryFile.Entry)),
        o => o.Entries,
        "Entries for the slots of a course, as in the file of a country; they come before those of the country."
    );

    public static Shape<Organisation> Fields { get; } =
        new(
            "organisation",
            "The organisation that offers the course: one file outside the course.",
            [Name, Logo, Contact, Lead, Policy, Colour, Entries],
            v => new Organisation
            {
                Name = v.Need(Name),
                Logo = v.Get(Logo),
                Contact = v.Get(Contact),
                Lead = v.Get(Lead),
                Policy = v.Get(Policy),
                Colour = v.Get(Colour),
                Entries = v.Get(Entries) ?? [],
            }
        )
        {
            HasOwnEntry = true,
        };
}
