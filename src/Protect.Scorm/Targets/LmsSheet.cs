using System.Globalization;
using Protect.Scorm.Model;

namespace Protect.Scorm.Targets;

/// <summary>One line of a sheet.</summary>
/// <param name="Text">The instruction or fact.</param>
/// <param name="Why">The reason; null when the text already states it.</param>
/// <param name="Source">The source; empty for what follows from the package itself.</param>
/// <param name="Language">The language of the line where it differs from that of the sheet; else null.</param>
internal sealed record SheetEntry(string Text, string? Why, string Source, string? Language);

/// <summary>A section of a sheet.</summary>
/// <param name="Id"><c>reports</c>, <c>settings</c>, <c>check</c> or <c>nothing</c>.</param>
/// <param name="Title">The heading, in the language of the sheet.</param>
/// <param name="Entries">The lines, in the order in which to do them.</param>
internal sealed record SheetPart(string Id, string Title, IReadOnlyList<SheetEntry> Entries);

/// <summary>
/// Instruction sheet for a coordinator who uploads a package to an LMS: reported data, settings to choose with reasons,
/// checks with the first learner, and remedies when nothing is recorded.
/// </summary>
/// <param name="Language">The language of the sheet.</param>
/// <param name="Title">The heading.</param>
/// <param name="Notice">The notice of the course, such as that nobody has reviewed it; null for none.</param>
/// <param name="Evidence">How the instructions are known.</param>
/// <param name="Parts">The sections.</param>
internal sealed record LmsSheet(
    string Language,
    string Title,
    string? Notice,
    string Evidence,
    IReadOnlyList<SheetPart> Parts
)
{
    /// <summary>Creates the sheet of a package for a target.</summary>
    /// <param name="target">The LMS.</param>
    /// <param name="tracking">How the package reports.</param>
    /// <param name="hasAssessment">True when the course has an assessment.</param>
    /// <param name="language">One of <see cref="SheetText.Languages"/>; English for any other.</param>
    /// <param name="notice">The notice of the course; null for none.</param>
    public static LmsSheet Of(
        LmsTarget target,
        Tracking tracking,
        bool hasAssessment,
        string language,
        string? notice = null
    )
    {
        if (!SheetText.Languages.Contains(language))
            language = SheetText.Languages[0];
        tracking = target.Adapt(tracking);
        string In(SheetText text) => text.In(language);
        LmsInstructions notes = target.Instructions;
        bool isPartly = notes
            .Settings.Concat(notes.Checks)
            .Concat(notes.Troubleshooting)
            .Any(line => !line.Do.IsIn(language));
        return new LmsSheet(
            language,
            string.Format(
                CultureInfo.InvariantCulture,
                In(SheetTexts.Title),
                target.IsAny ? In(SheetTexts.AnyLms) : target.Name
            ),
            notice,
            In(SheetTexts.Evidence(notes.Evidence)) + (isPartly ? " " + In(SheetTexts.PartlyEnglish) : ""),
            [
                new(
                    "reports",
                    In(SheetTexts.Reports),
                    [
                        .. SheetTexts
                            .ReportsOf(tracking, hasAssessment)
                            .Select(text => new SheetEntry(In(text), null, "", null)),
                    ]
                ),
                Part(
                    "settings",
                    SheetTexts.Settings,
                    [
                        .. notes.Settings,
                        .. SheetTexts.AnySettings.Skip(
                            notes.Evidence == Targets.Evidence.Tried ? SheetTexts.CoveredByTriedTargets : 0
                        ),
                    ]
                ),
                Part("check", SheetTexts.Check, [.. SheetTexts.AnyChecks, .. notes.Checks]),
                Part("nothing", SheetTexts.Nothing, [.. notes.Troubleshooting, .. SheetTexts.AnyTroubleshooting]),
            ]
        );

        SheetPart Part(string id, SheetText title, IReadOnlyList<LmsInstruction> lines) =>
            new(
                id,
                In(title),
                [
                    .. lines
                        .Where(line => line.When.AllHold(tracking))
                        .Select(line => new SheetEntry(
                            In(line.Do),
                            line.Why is { } why ? In(why) : null,
                            line.Source is { } source ? In(source) : "",
                            line.Do.IsIn(language) ? null : SheetText.Languages[0]
                        )),
                ]
            );
    }

    /// <summary>Formats the sheet as Markdown with a checkbox in front of each instruction.</summary>
    public string Markdown() =>
        $"# {Title}\n\n{(Notice is null ? "" : $"**{Notice}**\n\n")}{Evidence}\n"
        + string.Concat(
            Parts.Select(part =>
                $"\n## {part.Title}\n\n"
                + string.Concat(
                    part.Entries.Select(entry =>
                        $"- {(part.Id == "reports" ? "" : "[ ] ")}{entry.Text}{(entry.Why is { } why ? $" {why}" : "")}"
                        + $"{(entry.Source.Length > 0 ? $" [{entry.Source}]" : "")}\n"
                    )
                )
            )
        );
}
