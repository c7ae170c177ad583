using System.Text.Json;
using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Playing;

/// <summary>
/// Map of the saved state of one release, from bits to pages and questions. It is written next to each package as
/// <c>.state.json</c>; a later release with that file in its folder <c>layouts/</c> restores the old progress
/// completely.
/// </summary>
public sealed record StateMap
{
    /// <summary>Folder of a course with the maps of its earlier releases.</summary>
    public const string Folder = "layouts/",
        Suffix = ".state.json";

    /// <summary>Id of the course.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the release.</summary>
    public required string Version { get; init; }

    /// <summary>Hash of the layout (<see cref="StateHash"/>).</summary>
    public required string Hash { get; init; }

    /// <summary>Ids of pages in course order.</summary>
    public required IReadOnlyList<string> Pages { get; init; }

    /// <summary>Questions in course order.</summary>
    public required IReadOnlyList<MappedQuestion> Questions { get; init; }

    /// <summary>True when the course has an assessment to pass or fail.</summary>
    public required bool HasAssessment { get; init; }

    internal IReadOnlyList<Draw> Draws { get; init; } = [];

    /// <summary>Attempts allowed; null when unlimited or without an assessment.</summary>
    public int? Attempts { get; init; }

    /// <summary>
    /// Number of failed attempts after which the assessment closes until pages were opened; null for never.
    /// </summary>
    public int? ReviewAfter { get; init; }

    /// <summary>Pass mark in percent.</summary>
    public int? PassMark { get; init; }

    /// <summary>True when all pages must be seen.</summary>
    public bool NeedsPages { get; init; }

    /// <summary>Hashes of earlier layouts that this release restores completely.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>False when no build can have written these values; the file may come from anywhere.</summary>
    internal bool IsSound =>
        Hash.Length is > 0 and <= 8
        && Hash.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        && Pages.Count is > 0 and < 10_000
        && Questions.Count < 10_000
        && Questions.All(question => question.Bits is > 0 and <= 52 && question.Options is > 0 and < 10_000)
        && Draws.Count < 1000
        && Draws.All(draw =>
            draw.Count is > 0 and < 10_000
            && draw.Of.Count < 10_000
            && draw.Of.All(index => index >= 0 && index < Questions.Count)
        );

    internal static StateMap Of(Course course, IReadOnlyList<StateMap> earlier) =>
        new()
        {
            Id = course.Id.Value,
            Version = course.Version.Value,
            Hash = StateHash.Of(course),
            Pages = [.. course.Pages.Select(page => page.Id.Value)],
            Questions =
            [
                .. course.KeptQuestions.Select(item => new MappedQuestion(
                    item.Question.Id.Value,
                    item.Question.Slug,
                    BlockKinds.Of(item.Question).Options(item.Question),
                    StateLayout.ResponseBits(item.Question),
                    item.Assessed
                )),
            ],
            HasAssessment = course.AssessmentPage is not null,
            Draws = course.AssessmentPage?.Assessment?.Draws ?? [],
            Attempts = course.AssessmentPage?.Assessment?.Attempts?.Value,
            ReviewAfter = course.AssessmentPage?.Assessment?.ReviewAfter?.Value,
            PassMark = course.AssessmentPage is null ? null : course.Tracking.PassMark,
            NeedsPages = course.Tracking.CompletedBy.Any(part => part.Value == CompletionPart.Pages),
            Reads = [.. earlier.Select(map => map.Hash)],
        };

    /// <summary>
    /// Reads a <c>.state.json</c>, or the course data in a package, which have the same members. Null when it is
    /// neither.
    /// </summary>
    public static StateMap? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, StateMapJson.Default.StateMapFile) is { IsWhole: true } file
                ? Of(file)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static StateMap Of(StateMapFile file) =>
        new()
        {
            Id = file.Id,
            Version = file.Version,
            Hash = file.Hash,
            Pages = [.. file.Modules.SelectMany(module => module.Pages)],
            Questions =
            [
                .. file
                    .Questions.Where(question => !question.Private)
                    .Select(question => new MappedQuestion(
                        question.Id,
                        question.Kind,
                        question.Options,
                        question.Bits,
                        question.Assessed
                    )),
            ],
            HasAssessment = file.Assessment is not null,
            Draws = file.Assessment?.Draw ?? [],
            Attempts = file.Assessment?.Attempts,
            ReviewAfter = file.Assessment?.ReviewAfter,
            PassMark = file.Assessment?.PassMark,
            NeedsPages = file.Tracking.CompletedBy.Contains("pages"),
            Reads = [.. (file.Earlier ?? []).Select(map => map.Hash)],
        };

    /// <summary>Returns the text of the file, indented for readable diffs.</summary>
    public string Write() =>
        JsonSerializer.Serialize(
            new StateMapFile
            {
                Id = Id,
                Version = Version,
                Hash = Hash,
                Modules = [new(Pages)],
                Questions =
                [
                    .. Questions.Select(question => new StateMapQuestion(
                        question.Id,
                        question.Kind,
                        question.Options,
                        question.Bits,
                        question.Assessed
                    )),
                ],
                Assessment = HasAssessment ? new(Attempts, PassMark ?? 0, Draws, ReviewAfter) : null,
                Tracking = new(NeedsPages ? ["pages"] : []),
                Earlier = [.. Reads.Select(hash => new StateMapEarlier(hash))],
            },
            StateMapJson.Unescaped.StateMapFile
        ) + "\n";
}

/// <summary>Question in a state map.</summary>
/// <param name="Id">Id in the course.</param>
/// <param name="Kind">Slug of its kind.</param>
/// <param name="Options">Number of options.</param>
/// <param name="Bits">Width of a response, in bits.</param>
/// <param name="Assessed">False for a knowledge check.</param>
public sealed record MappedQuestion(string Id, string Kind, int Options, int Bits, bool Assessed);
