using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>The shape of a person under <c>cast</c> in course.yaml.</summary>
internal static class CastFile
{
    private static readonly Field<CastMember, Located<string>> Id = new(
        "id",
        CourseValues.Id,
        p => p.Id,
        "Scenes, dialogues and scenarios name the person by it, as “speaker”."
    )
    {
        Required = true,
    };

    private static readonly Field<CastMember, Located<string>> Name = new(
        "name",
        Values.Text(60),
        p => p.Name,
        "The name that learners see."
    )
    {
        Required = true,
    };

    private static readonly Field<CastMember, Located<string>> Role = new(
        "role",
        Values.Text(120),
        p => p.Role,
        "The part of the person in the stories, in a few words; shown once per scene."
    );

    private static readonly Field<CastMember, AssetRef> Portrait = new(
        "portrait",
        CourseValues.Asset,
        p => p.Portrait,
        "A square picture. Left out: the first letter of the name."
    );

    private static readonly Field<CastMember, Located<string>> Alt = new(
        "alt",
        Values.Text(400),
        p => p.Alt,
        "The text alternative of the portrait, for people who cannot see it."
    );

    private static readonly Shape<CastMember> Person = new(
        "person",
        "A person of the stories in the course.",
        [Id, Name, Role, Portrait, Alt],
        v => new CastMember(v.Need(Id), v.Need(Name), v.Get(Role), v.Get(Portrait), v.Get(Alt))
    );

    /// <summary>The field of course.yaml.</summary>
    public static readonly Field<CourseFile, IReadOnlyList<CastMember>> InCourse = new(
        "cast",
        Values.ListOf(Values.Nested(Person)),
        c => c.Head.Cast,
        "The people of the stories in the course. Scenes, dialogues and scenarios show who speaks."
    );
}
