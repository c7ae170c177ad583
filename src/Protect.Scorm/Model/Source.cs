using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Model;

/// <summary>A source of facts. Declared once; texts cite it by id.</summary>
/// <param name="Id">A stable id; texts cite it as <c>{{ source.id }}</c>.</param>
/// <param name="Title">The title as printed on the work.</param>
/// <param name="Language">The language of the title; null for that of the course.</param>
/// <param name="Publisher">The publisher.</param>
/// <param name="Year">The year as printed; null when the work has none.</param>
/// <param name="Url">The web address; null when it is not on the web.</param>
/// <param name="Limit">A limitation of the source, in one line.</param>
/// <param name="Confidence">How reliably the authors know it.</param>
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

/// <summary>How reliably the authors of a course know a source.</summary>
internal enum SourceConfidence
{
    /// <summary>An author has read it.</summary>
    Verified,

    /// <summary>Standard knowledge of the field; the work itself was not read.</summary>
    Known,

    /// <summary>Not found or doubtful: no text may cite it.</summary>
    Uncertain,
}

/// <summary>Support contacts, available on every page.</summary>
internal sealed record SupportNote(Located<string> Title, RichText Body);

/// <summary>The part of the facilitator's guide about the course.</summary>
/// <param name="Before">Preparation: venue, participants, safety.</param>
/// <param name="Day">The agenda of the day.</param>
/// <param name="After">Follow-up.</param>
internal sealed record CourseGuide(RichText Before, RichText Day, RichText? After);

/// <summary>The part of the facilitator's guide about a module.</summary>
/// <param name="Minutes">Duration of the session in minutes.</param>
/// <param name="Plan">The plan of the session.</param>
/// <param name="Discuss">Questions for the group.</param>
/// <param name="Practice">An exercise, such as a role play, with its limits.</param>
internal sealed record ModuleGuide(
    Located<int> Minutes,
    RichText Plan,
    IReadOnlyList<RichText> Discuss,
    RichText? Practice
);

/// <summary>A review to complete before a release.</summary>
/// <param name="By">The reviewer: a lawyer, a native reader.</param>
/// <param name="Look">The points to check, one line per point.</param>
internal sealed record ReviewTask(Located<string> By, IReadOnlyList<Located<string>> Look);
