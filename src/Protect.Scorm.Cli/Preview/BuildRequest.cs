using System.Text.Json;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Cli.Preview;

/// <summary>Choices of a coordinator: course, language, country, LMS, organisation.</summary>
internal sealed record BuildRequest(CourseItem Course, CompileOptions Options)
{
    /// <summary>Largest request in bytes: the organisation file and its logo, in Base64.</summary>
    public const int MostBytes = 6_000_000;

    private const string OrganisationFile = "organisation.yaml";

    /// <summary>Reads a request; null with a reason if it is invalid.</summary>
    public static BuildRequest? Read(ReadOnlyMemory<byte> body, Workspace workspace, out string why)
    {
        why = "The request is not valid JSON.";
        try
        {
            using JsonDocument document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 8 });
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return null;
            why = "There is no such course here.";
            if (workspace.Find(Text(root, "course") ?? "") is not CourseItem { State: { } state } course)
                return null;
            string? language = Text(root, "language"),
                country = Text(root, "country"),
                edition = Text(root, "edition"),
                lms = Text(root, "lms");
            why = "The course does not offer this language, country, edition or LMS.";
            if (
                (language is not null && state.Languages.All(one => one.Tag != language))
                || (country is not null && state.Countries.All(one => one.Code != country))
                || (edition is not null && state.Editions.All(one => one.Id != edition))
                || (lms is not null && LmsTargets.All.All(target => target.Id != lms))
            )
                return null;
            CompileOptions options = course.Options with
            {
                Language = language == state.Languages[0].Tag ? null : language,
                Country = country,
                Edition = edition,
                Lms = lms,
                PassMark =
                    root.TryGetProperty("passMark", out JsonElement mark) && mark.TryGetInt32(out int percent)
                        ? percent
                        : null,
            };
            why = "The organisation file cannot be used.";
            if (!TryOrganisation(root, course, state, out OrganisationSource? organisation))
                return null;
            return new BuildRequest(course, options with { Organisation = organisation });
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>
    /// Reads the organisation: none, a file in the course folder, or an uploaded file with its logo. False if invalid.
    /// </summary>
    private static bool TryOrganisation(
        JsonElement root,
        CourseItem course,
        CourseState state,
        out OrganisationSource? organisation
    )
    {
        organisation = null;
        if (Text(root, "organisation") is { } file)
        {
            if (!state.Organisations.Contains(file))
                return false;
            int slash = file.LastIndexOf('/');
            organisation =
                slash < 0 ? new(course.Source, file) : new(course.Source.Subfolder(file[..slash]), file[(slash + 1)..]);
        }
        else if (Text(root, "organisationYaml") is { } yaml)
        {
            var files = new Dictionary<string, byte[]>(StringComparer.Ordinal)
            {
                [OrganisationFile] = System.Text.Encoding.UTF8.GetBytes(yaml),
            };
            if (Text(root, "logoName") is { } logo)
            {
                if (!SourceFolder.StaysInside(logo))
                    return false;
                files[logo] = root.GetProperty("logo").GetBytesFromBase64();
            }
            organisation = new(SourceFolder.InMemory(files), OrganisationFile);
        }
        return true;
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;
}
