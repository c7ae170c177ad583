using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Protect.Scorm.Content;

namespace Protect.Scorm.Reading;

/// <summary>
/// Generates the JSON Schema of course.yaml, the files in modules/, tools/, countries/ and banks/, an organisation's
/// file, and theme.yaml. It is one schema, so that the same comment line works in every file.
/// </summary>
public static class CourseSchema
{
    /// <summary>Returns the JSON Schema (draft 7), indented, with line feeds.</summary>
    public static string Write()
    {
        var definitions = new JsonObject();
        JsonObject course = CourseFile.Fields.Reference(definitions),
            module = ModuleFile.Fields.Reference(definitions),
            tool = ToolFile.Fields.Reference(definitions),
            country = CountryFile.Fields.Reference(definitions),
            organisation = OrganisationFile.Fields.Reference(definitions),
            bank = BankFile.Fields.Reference(definitions),
            theme = ThemeFile.Fields.Reference(definitions);
        // The first file whose test is true; course.yaml when none is.
        (JsonObject If, JsonObject Then)[] files =
        [
            (HasEntries(), country),
            (Has("pages"), module),
            (HasAny("sheets", "does_not_replace"), tool),
            (new JsonObject { ["required"] = new JsonArray("name"), ["not"] = Has("id") }, organisation),
            (HasAny("questions", "snippets"), bank),
            (HasAny("colours", "dark", "fonts", "corner", "width", "based_on"), theme),
        ];
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Protect.Scorm course",
            ["description"] =
                "course.yaml (it has “modules”), the files in modules/ (they have “pages”), in tools/ (they have "
                + "“sheets”) and in countries/ (they have “entries”), the file of an organisation (it has “name”), "
                + "banks (they have “questions” or “snippets”), and theme.yaml.",
            ["type"] = "object",
            ["if"] = files[0].If,
            ["then"] = files[0].Then,
            ["else"] = files.Skip(1).Reverse().Aggregate(course, Otherwise),
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

    private static JsonObject Otherwise(JsonObject rest, (JsonObject If, JsonObject Then) file) =>
        new()
        {
            ["if"] = file.If,
            ["then"] = file.Then,
            ["else"] = rest,
        };

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
