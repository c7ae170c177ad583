using System.Text.Json.Serialization;
using Protect.Scorm.Cli.Reports;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Cli.Preview;

/// <summary>The workspace as the page reads it.</summary>
/// <param name="Play">Origin of all played packages in a browser that does not resolve their own hosts.</param>
/// <param name="Lms">All LMSs.</param>
internal sealed record WorkspaceData(string Play, IReadOnlyList<LmsData> Lms, IReadOnlyList<ItemData> Items)
{
    public static WorkspaceData Of(Workspace workspace, PlayOrigins origins) =>
        new(
            origins.Shared,
            [.. LmsTargets.All.Select(target => new LmsData(target.Id, target.Name))],
            [.. workspace.Items.Select(item => ItemData.Of(item, origins))]
        );
}

internal sealed record LmsData(string Id, string Name);

internal enum ItemKind
{
    Course,
    Package,
}

/// <summary>Course or package of the workspace.</summary>
internal sealed record ItemData
{
    public required string Id { get; init; }

    /// <summary>Origin in which it plays.</summary>
    public required string Play { get; init; }

    public required ItemKind Kind { get; init; }

    public required string Name { get; init; }

    public required string? Title { get; init; }

    /// <summary>Page to play; null if there is none.</summary>
    public required string? Href { get; init; }

    /// <summary>Number of successful compilations of a course.</summary>
    public required int Version { get; init; }

    public required IReadOnlyList<DiagnosticEntry> Findings { get; init; }

    /// <summary>Folder of a course.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Folder { get; init; }

    /// <summary>For a course: whether it has been compiled.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Compiled { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CourseFacts? Facts { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CourseOffers? Offers { get; init; }

    /// <summary>Size of a package.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Bytes { get; init; }

    /// <summary>Tool that made a package, if it is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Maker { get; init; }

    public static ItemData Of(WorkspaceItem item, PlayOrigins origins)
    {
        var course = item as CourseItem;
        var zip = item as ZipItem;
        return new ItemData
        {
            Id = item.Id,
            Play = origins.Of(item),
            Kind = course is null ? ItemKind.Package : ItemKind.Course,
            Name = item.Name,
            Title = item.Now?.Title,
            // A course that is not compiled yet is compiled when its first page is requested.
            Href = item.Now?.Href ?? (course is { IsCompiled: false } ? "index.html" : null),
            Version = item.Version,
            Findings = [.. item.Findings.Select(DiagnosticEntry.Of)],
            Folder = course?.Folder,
            Compiled = course?.IsCompiled,
            Facts = course?.Sound?.Summary is { } summary ? CourseFacts.Of(summary, course.ZipBytes) : null,
            Offers = course?.State is { } state ? CourseOffers.Of(state) : null,
            Bytes = zip?.Bytes,
            Maker = zip?.Maker,
        };
    }
}

/// <summary>Figures about the package that would be built.</summary>
/// <param name="Bytes">Size of the zip; absent until it is known.</param>
/// <param name="State">Most characters of suspend data.</param>
/// <param name="Limit">Characters that the LMS keeps.</param>
internal sealed record CourseFacts(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Bytes,
    int Pages,
    int Questions,
    int State,
    int Limit
)
{
    public static CourseFacts Of(PackageSummary summary, int? bytes) =>
        new(bytes, summary.Pages, summary.Questions, summary.State.Characters, summary.Target.SuspendData.Value);
}

/// <summary>Choices that a course offers for a build, and the state of each.</summary>
/// <param name="PassMark">Pass mark in percent; absent without an assessment.</param>
/// <param name="Lowest">Lowest pass mark to choose; absent when it is fixed.</param>
/// <param name="Highest">Highest pass mark to choose.</param>
internal sealed record CourseOffers(
    IReadOnlyList<LanguageOffer> Languages,
    IReadOnlyList<CountryOffer> Countries,
    IReadOnlyList<EditionOffer> Editions,
    IReadOnlyList<string> Organisations,
    string Lms,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? PassMark,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Lowest,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Highest
)
{
    public static CourseOffers Of(CourseState state)
    {
        (int Lowest, int Highest)? range = state.HasAssessment ? state.Tracking.PassMarkRange?.Value : null;
        return new CourseOffers(
            [.. state.Languages.Select(LanguageOffer.Of)],
            [.. state.Countries.Select(CountryOffer.Of)],
            [.. state.Editions.Select(edition => new EditionOffer(edition.Id, edition.Title))],
            state.Organisations,
            state.Tracking.Lms,
            state.HasAssessment ? state.Tracking.PassMark : null,
            range?.Lowest,
            range?.Highest
        );
    }
}

/// <summary>Language of a course.</summary>
/// <param name="Total">Number of all texts; absent for the language of the source.</param>
internal sealed record LanguageOffer(
    string Tag,
    bool Sound,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Total,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Missing,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Stale,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Reviewed
)
{
    public static LanguageOffer Of(LanguageState language) =>
        new(
            language.Tag,
            language.IsSound,
            language.Counts?.Total,
            language.Counts?.New,
            language.Counts?.Stale,
            language.Counts?.Reviewed
        );
}

/// <summary>Country of a course.</summary>
/// <param name="Missing">Number of required entries that are missing.</param>
/// <param name="Unchecked">Number of entries that nobody has checked.</param>
internal sealed record CountryOffer(string Code, string Name, bool Sound, bool Draft, int Missing, int Unchecked)
{
    public static CountryOffer Of(CountryState country) =>
        new(country.Code, country.Name, country.IsSound, country.IsDraft, country.Missing, country.Unchecked);
}

internal sealed record EditionOffer(string Id, string Title);
