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
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            bool hasAssessment =
                root.TryGetProperty("assessment", out JsonElement assessment)
                && assessment.ValueKind == JsonValueKind.Object;
            return new StateMap
            {
                Id = Text(root, "id"),
                Version = Text(root, "version"),
                Hash = Text(root, "hash"),
                Pages =
                [
                    .. root.GetProperty("modules")
                        .EnumerateArray()
                        .SelectMany(module => module.GetProperty("pages").EnumerateArray())
                        .Select(page => page.GetString()!),
                ],
                Questions =
                [
                    .. root.GetProperty("questions")
                        .EnumerateArray()
                        .Where(question => !IsPrivate(question))
                        .Select(question => new MappedQuestion(
                            Text(question, "id"),
                            Text(question, "kind"),
                            question.GetProperty("options").GetInt32(),
                            question.GetProperty("bits").GetInt32(),
                            question.GetProperty("assessed").GetBoolean()
                        )),
                ],
                HasAssessment = hasAssessment,
                Draws =
                    hasAssessment && assessment.TryGetProperty("draw", out JsonElement draws)
                        ? [.. draws.EnumerateArray().Select(ReadDraw)]
                        : [],
                Attempts =
                    hasAssessment && assessment.GetProperty("attempts") is { ValueKind: JsonValueKind.Number } attempts
                        ? attempts.GetInt32()
                        : null,
                PassMark = hasAssessment ? assessment.GetProperty("passMark").GetInt32() : null,
                NeedsPages = root.GetProperty("tracking")
                    .GetProperty("completedBy")
                    .EnumerateArray()
                    .Any(part => part.GetString() == "pages"),
                Reads = root.TryGetProperty("earlier", out JsonElement earlier)
                    ? [.. earlier.EnumerateArray().Select(map => Text(map, "hash"))]
                    : [],
            };
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Returns the text of the file, indented for readable diffs.</summary>
    public string Write() =>
        PlayerData.Json(
            json =>
            {
                json.WriteString("id", Id);
                json.WriteString("version", Version);
                json.WriteString("hash", Hash);
                json.WriteStartArray("modules");
                json.WriteStartObject();
                WritePages(json);
                json.WriteEndObject();
                json.WriteEndArray();
                WriteQuestions(json);
                if (HasAssessment)
                {
                    json.WriteStartObject("assessment");
                    if (Attempts is { } attempts)
                        json.WriteNumber("attempts", attempts);
                    else
                        json.WriteNull("attempts");
                    json.WriteNumber("passMark", PassMark ?? 0);
                    PlayerData.WriteDraws(json, Draws);
                    json.WriteEndObject();
                }
                else
                    json.WriteNull("assessment");
                json.WriteStartObject("tracking");
                json.WriteStartArray("completedBy");
                if (NeedsPages)
                    json.WriteStringValue("pages");
                json.WriteEndArray();
                json.WriteEndObject();
                WriteReads(json);
            },
            indented: true
        ) + "\n";

    /// <summary>Writes the members that the browser program needs to read progress of this release.</summary>
    internal void WriteForPlayer(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("hash", Hash);
        WritePages(json);
        WriteQuestions(json);
        json.WriteBoolean("assessment", HasAssessment);
        PlayerData.WriteDraws(json, Draws);
        json.WriteEndObject();
    }

    private void WritePages(Utf8JsonWriter json)
    {
        json.WriteStartArray("pages");
        foreach (string page in Pages)
            json.WriteStringValue(page);
        json.WriteEndArray();
    }

    private void WriteQuestions(Utf8JsonWriter json)
    {
        json.WriteStartArray("questions");
        foreach (MappedQuestion question in Questions)
        {
            json.WriteStartObject();
            json.WriteString("id", question.Id);
            json.WriteString("kind", question.Kind);
            json.WriteNumber("options", question.Options);
            json.WriteNumber("bits", question.Bits);
            json.WriteBoolean("assessed", question.Assessed);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteReads(Utf8JsonWriter json)
    {
        json.WriteStartArray("earlier");
        foreach (string hash in Reads)
        {
            json.WriteStartObject();
            json.WriteString("hash", hash);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static bool IsPrivate(JsonElement question) =>
        question.TryGetProperty("private", out JsonElement flag) && flag.ValueKind == JsonValueKind.True;

    private static Draw ReadDraw(JsonElement draw) =>
        new(
            draw.GetProperty("count").GetInt32(),
            [.. draw.GetProperty("of").EnumerateArray().Select(index => index.GetInt32())]
        );

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new KeyNotFoundException(name);
}

/// <summary>Question in a state map.</summary>
/// <param name="Id">Id in the course.</param>
/// <param name="Kind">Slug of its kind.</param>
/// <param name="Options">Number of options.</param>
/// <param name="Bits">Width of a response, in bits.</param>
/// <param name="Assessed">False for a knowledge check.</param>
public sealed record MappedQuestion(string Id, string Kind, int Options, int Bits, bool Assessed);
