using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Protect.Scorm.Reading;

/// <summary>
/// Generates the JSON Schema of course.yaml and module files. It is one schema, so that the same comment line works in
/// every file.
/// </summary>
public static class CourseSchema
{
    /// <summary>Returns the JSON Schema (draft 7), indented, with line feeds.</summary>
    public static string Write()
    {
        var definitions = new JsonObject();
        JsonObject course = CourseFile.Fields.Reference(definitions),
            module = ModuleFile.Fields.Reference(definitions);
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Protect.Scorm course",
            ["description"] = "course.yaml (it has “modules”) and the files in modules/ (they have “pages”).",
            ["type"] = "object",
            ["if"] = new JsonObject { ["required"] = new JsonArray("pages") },
            ["then"] = module,
            ["else"] = course,
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
}
