using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Model;

/// <summary>Where facts of a course come from. Declared once; texts cite it by id.</summary>
/// <param name="Id">A stable id; texts say <c>{{ source.id }}</c>.</param>
/// <param name="Title">As it stands on the work.</param>
/// <param name="Language">Of the title; null for the course's own.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Year">When, as it is printed; null where the work does not say.</param>
/// <param name="Url">Where it was read; null for what is not on the web.</param>
/// <param name="Limit">What it does not show, in one line.</param>
/// <param name="Confidence">How well it is known.</param>
internal sealed record Source(
    Located<string> Id,
    Located<string> Title,
    Located<string>? Language,
    Located<string> Publisher,
    Located<string>? Year,
    Located<string>? Url,
    RichText? Limit,
    Located<SourceConfidence> Confidence
);

/// <summary>How well a source is known to who wrote the course.</summary>
internal enum SourceConfidence
{
    /// <summary>Somebody read it.</summary>
    Verified,

    /// <summary>Standard knowledge of the field; the page itself was not read.</summary>
    Known,

    /// <summary>Not found or not sure: nothing may rest on it.</summary>
    Uncertain,
}

/// <summary>Whom to turn to, within reach on every page.</summary>
internal sealed record SupportNote(Located<string> Title, RichText Body);

/// <summary>What a facilitator's guide says of the whole course.</summary>
/// <param name="Before">Before the day: place, people, safety.</param>
/// <param name="Day">The plan of the day.</param>
/// <param name="After">What follows.</param>
internal sealed record CourseGuide(RichText Before, RichText Day, RichText? After);

/// <summary>What a facilitator's guide says of a module.</summary>
/// <param name="Minutes">How long its session takes.</param>
/// <param name="Plan">How the session goes.</param>
/// <param name="Discuss">Questions for the group.</param>
/// <param name="Practice">An exercise, such as a role play, with its limits.</param>
internal sealed record ModuleGuide(
    Located<int> Minutes,
    RichText Plan,
    IReadOnlyList<RichText> Discuss,
    RichText? Practice
);

/// <summary>What somebody must still look at before the course is released.</summary>
/// <param name="By">Who: a lawyer, a native reader.</param>
/// <param name="Look">At what, one line each.</param>
internal sealed record ReviewTask(Located<string> By, IReadOnlyList<Located<string>> Look);
