using System.Text.Json;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Cli.Preview;

/// <summary>What a coordinator chose. Bad requests are answered with a reason.</summary>
internal sealed record BuildRequest(CourseItem Course, CompileOptions Options)
{
    /// <summary>Most bytes of a request: the file of an organisation and its logo, as Base64.</summary>
    public const int MostBytes = 6_000_000;

    private const string OrganisationFile = "organisation.yaml";

    /// <summary>Null with the reason when the request makes no sense.</summary>
    public static BuildRequest? Read(ReadOnlyMemory<byte> body, Shelf shelf, out string why)
    {
        why = "The request is no JSON.";
        try
        {
            using JsonDocument document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 8 });
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return null;
            why = "There is no such course here.";
            if (shelf.Find(Text(root, "course") ?? "") is not CourseItem { State: { } state } course)
                return null;
            string? language = Text(root, "language"),
                country = Text(root, "country"),
                edition = Text(root, "edition"),
                lms = Text(root, "lms");
            why = "The course does not offer what was chosen.";
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
            why = "The file of the organisation cannot be used.";
            if (!TryOrganisation(root, course, state, out (SourceFolder, string)? organisation))
                return null;
            return new BuildRequest(course, options with { Organisation = organisation });
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>None, one of the course's folder, or one that was handed over with its logo.</summary>
    private static bool TryOrganisation(
        JsonElement root,
        CourseItem course,
        CourseState state,
        out (SourceFolder Folder, string File)? organisation
    )
    {
        organisation = null;
        if (Text(root, "organisation") is { } file)
        {
            if (!state.Organisations.Contains(file))
                return false;
            int slash = file.LastIndexOf('/');
            organisation =
                slash < 0 ? (course.Source, file) : (course.Source.Subfolder(file[..slash]), file[(slash + 1)..]);
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
            organisation = (SourceFolder.InMemory(files), OrganisationFile);
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
