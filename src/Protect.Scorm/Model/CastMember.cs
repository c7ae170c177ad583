using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Model;

/// <summary>A person of the stories in the course. Scenes, dialogues and scenarios refer to the id.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name that learners see.</param>
/// <param name="Role">The part of the person in the stories, in a few words; null for none.</param>
/// <param name="Portrait">The picture; null to show the first letter of the name.</param>
/// <param name="Alt">The text alternative of the portrait.</param>
internal sealed record CastMember(
    Located<string> Id,
    Located<string> Name,
    Located<string>? Role,
    AssetRef? Portrait,
    Located<string>? Alt
);
