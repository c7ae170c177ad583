using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Protect.Scorm.Content;

namespace Protect.Scorm.Reading;

/// <summary>
/// Generates the JSON Schema of course.yaml, the files in modules/, countries/ and banks/, an organisation's file, and
/// theme.yaml. It is one schema, so that the same comment line works in every file.
/// </summary>
public static class CourseSchema
{
    /// <summary>Returns the JSON Schema (draft 7), indented, with line feeds.</summary>
    public static string Write()
    {
        var definitions = new JsonObject();
        JsonObject course = CourseFile.Fields.Reference(definitions),
            module = ModuleFile.Fields.Reference(definitions),
            country = CountryFile.Fields.Reference(definitions),
            organisation = OrganisationFile.Fields.Reference(definitions),
            bank = BankFile.Fields.Reference(definitions),
            theme = ThemeFile.Fields.Reference(definitions);
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Protect.Scorm course",
            ["description"] =
                "course.yaml (it has “modules”), the files in modules/ (they have “pages”) and in countries/ (they "
                + "have “entries”), the file of an organisation (it has “name”), banks (they have “questions” or "
                + "“snippets”), and theme.yaml.",
            ["type"] = "object",
            ["if"] = HasEntries(),
            ["then"] = country,
            ["else"] = new JsonObject
            {
                ["if"] = Has("pages"),
                ["then"] = module,
                ["else"] = new JsonObject
                {
                    ["if"] = new JsonObject { ["required"] = new JsonArray("name"), ["not"] = Has("id") },
                    ["then"] = organisation,
                    ["else"] = new JsonObject
                    {
                        ["if"] = HasAny("questions", "snippets"),
                        ["then"] = bank,
                        ["else"] = new JsonObject
                        {
                            ["if"] = HasAny("colours", "dark", "fonts", "corner", "width", "based_on"),
                            ["then"] = theme,
                            ["else"] = course,
                        },
                    },
                },
            },
            ["$defs"] = definitions,
        };
        using var stream = new MemoryStream();
        using (
            var writer = new Utf8JsonWriter(
                stream,
                new JsonWriterOptions
                {
                    Indented = true,
                    NewLine = "\n",
                    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            )
        )
        {
            schema.WriteTo(writer);
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static JsonObject HasAny(params string[] fields) =>
        new() { ["anyOf"] = new JsonArray([.. fields.Select(Has)]) };

    private static JsonObject Has(string field) => new() { ["required"] = new JsonArray(field) };

    // Before its entries are written, the file of a country is known by its code; in course.yaml, “country” is a group.
    private static JsonObject HasEntries() =>
        new()
        {
            ["anyOf"] = new JsonArray(
                Has("entries"),
                new JsonObject
                {
                    ["required"] = new JsonArray("country"),
                    ["properties"] = new JsonObject { ["country"] = new JsonObject { ["type"] = "string" } },
                }
            ),
        };
}
