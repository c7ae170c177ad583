using System.Globalization;
using Protect.Scorm.Model;

namespace Protect.Scorm.Targets;

/// <summary>One line of a sheet.</summary>
/// <param name="Text">What to do or to know.</param>
/// <param name="Why">Null where the text holds it.</param>
/// <param name="Source">Where that is known from; empty for what follows from the package itself.</param>
internal sealed record SheetEntry(string Text, string? Why, string Source);

/// <summary>A heading and its lines.</summary>
/// <param name="Id">What the part is about: <c>reports</c>, <c>settings</c>, <c>check</c> or <c>nothing</c>.</param>
/// <param name="Title">In the language of the sheet.</param>
/// <param name="Entries">In the order in which they are done.</param>
internal sealed record SheetPart(string Id, string Title, IReadOnlyList<SheetEntry> Entries);

/// <summary>
/// What a coordinator needs to put a package into an LMS: what it reports, which settings to choose and why, how to check with the first learner,
/// what to do when nothing is recorded. Made from the row of the LMS and from how the package reports.
/// </summary>
internal sealed record LmsSheet(string Language, string Title, string Evidence, IReadOnlyList<SheetPart> Parts)
{
    /// <param name="target">The LMS.</param>
    /// <param name="tracking">How the package reports.</param>
    /// <param name="hasAssessment">Whether there is anything to pass.</param>
    /// <param name="language">One of <see cref="SheetText.Languages"/>; any other stands for English.</param>
    public static LmsSheet Of(LmsTarget target, Tracking tracking, bool hasAssessment, string language)
    {
        if (!SheetText.Languages.Contains(language))
            language = SheetText.Languages[0];
        string In(SheetText text) => text.In(language);
        LmsNotes notes = target.Notes;
        return new LmsSheet(
            language,
            string.Format(
                CultureInfo.InvariantCulture,
                In(SheetWords.Title),
                target == LmsTargets.Default ? In(SheetWords.AnyLms) : target.Name
            ),
            In(SheetWords.Evidence(notes.Evidence)),
            [
                new(
                    "reports",
                    In(SheetWords.Reports),
                    [
                        .. SheetWords
                            .ReportsOf(tracking, hasAssessment)
                            .Select(text => new SheetEntry(In(text), null, "")),
                    ]
                ),
                Part(
                    "settings",
                    SheetWords.Settings,
                    [
                        .. notes.Settings,
                        .. SheetWords.AnySettings.Skip(
                            notes.Evidence == Targets.Evidence.Tried ? SheetWords.SaidByTried : 0
                        ),
                    ]
                ),
                Part("check", SheetWords.Check, [.. SheetWords.AnyChecks, .. notes.Checks]),
                Part("nothing", SheetWords.Nothing, [.. notes.Troubles, .. SheetWords.AnyTroubles]),
            ]
        );

        SheetPart Part(string id, SheetText title, IReadOnlyList<LmsNote> lines) =>
            new(
                id,
                In(title),
                [
                    .. lines
                        .Where(line => line.When?.Invoke(tracking) != false)
                        .Select(line => new SheetEntry(
                            In(line.Do),
                            line.Why is { } why ? In(why) : null,
                            line.Source is { } source ? In(source) : ""
                        )),
                ]
            );
    }

    /// <summary>As Markdown, with a box to tick before what is to be done.</summary>
    public string Markdown() =>
        $"# {Title}\n\n{Evidence}\n"
        + string.Concat(
            Parts.Select(part =>
                $"\n## {part.Title}\n\n"
                + string.Concat(
                    part.Entries.Select(entry =>
                        $"- {(part.Id == "reports" ? "" : "[ ] ")}{entry.Text}{(entry.Why is { } why ? $" {why}" : "")}{(entry.Source.Length > 0 ? $" [{entry.Source}]" : "")}\n"
                    )
                )
            )
        );
}
