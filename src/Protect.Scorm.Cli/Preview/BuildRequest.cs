using System.Text;
using System.Text.Json;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Cli.Preview;

/// <summary>Choices on the page of a coordinator. An empty text is the default.</summary>
/// <param name="Course">Id of the course in the workspace.</param>
/// <param name="Organisation">Organisation file in the folder of the course.</param>
/// <param name="OrganisationYaml">Text of an uploaded organisation file.</param>
/// <param name="LogoName">Name of the uploaded logo.</param>
/// <param name="Logo">Uploaded logo, in Base64.</param>
/// <param name="PassMark">Pass mark in percent.</param>
internal sealed record BuildChoices(
    string? Course = null,
    string? Language = null,
    string? Country = null,
    string? Edition = null,
    string? Lms = null,
    string? Organisation = null,
    string? OrganisationYaml = null,
    string? LogoName = null,
    byte[]? Logo = null,
    int? PassMark = null
);

/// <summary>Package to build: course, language, country, LMS, organisation.</summary>
internal sealed record BuildRequest(CourseItem Course, CompileOptions Options)
{
    /// <summary>Largest request in bytes: the organisation file and its logo, in Base64.</summary>
    public const int MostBytes = 6_000_000;

    private const string OrganisationFile = "organisation.yaml";

    /// <summary>Reads a request; null with a reason if it is invalid.</summary>
    public static BuildRequest? Read(ReadOnlyMemory<byte> body, Workspace workspace, out string why)
    {
        why = "The request is not valid JSON.";
        if (Parse(body) is not { } choices)
            return null;
        why = "There is no such course here.";
        if (workspace.Find(choices.Course ?? "") is not CourseItem { State: { } state } course)
            return null;
        string? language = Given(choices.Language),
            country = Given(choices.Country),
            edition = Given(choices.Edition),
            lms = Given(choices.Lms);
        why = "The course does not offer this language, country, edition or LMS.";
        if (
            (language is not null && state.Languages.All(one => one.Tag != language))
            || (country is not null && state.Countries.All(one => one.Code != country))
            || (edition is not null && state.Editions.All(one => one.Id != edition))
            || (lms is not null && LmsTargets.All.All(target => target.Id != lms))
        )
            return null;
        why = "The organisation file cannot be used.";
        if (!TryOrganisation(choices, course, state, out OrganisationSource? organisation))
            return null;
        CompileOptions options = course.Options with
        {
            Language = language == state.Languages[0].Tag ? null : language,
            Country = country,
            Edition = edition,
            Lms = lms,
            PassMark = choices.PassMark,
            Organisation = organisation,
        };
        return new BuildRequest(course, options);
    }

    /// <summary>
    /// Reads the organisation: none, a file in the course folder, or an uploaded file with its logo. False if invalid.
    /// </summary>
    private static bool TryOrganisation(
        BuildChoices choices,
        CourseItem course,
        CourseState state,
        out OrganisationSource? organisation
    )
    {
        organisation = null;
        if (Given(choices.Organisation) is { } file)
        {
            if (!state.Organisations.Contains(file))
                return false;
            int slash = file.LastIndexOf('/');
            organisation =
                slash < 0 ? new(course.Source, file) : new(course.Source.Subfolder(file[..slash]), file[(slash + 1)..]);
        }
        else if (Given(choices.OrganisationYaml) is { } yaml)
        {
            var files = new Dictionary<string, byte[]>(StringComparer.Ordinal)
            {
                [OrganisationFile] = Encoding.UTF8.GetBytes(yaml),
            };
            if (Given(choices.LogoName) is { } logo)
            {
                if (choices.Logo is null || !SourceFolder.StaysInside(logo))
                    return false;
                files[logo] = choices.Logo;
            }
            organisation = new(SourceFolder.InMemory(files), OrganisationFile);
        }
        return true;
    }

    private static BuildChoices? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, PreviewJson.Default.BuildChoices);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Given(string? text) => text is { Length: > 0 } ? text : null;
}
