using System.Text.Json;
using System.Text.RegularExpressions;
using Protect.Scorm.Tests.Inspecting.Cases;

namespace Protect.Scorm.Tests;

/// <summary>Tests of <c>--format sarif</c>, with the official schema of SARIF 2.1.0.</summary>
public sealed class SarifTests
{
    private static readonly JsonElement Schema = JsonDocument
        .Parse(File.ReadAllText(Repository.At("tests", "fixtures", "sarif", "sarif-schema-2.1.0.json")))
        .RootElement;

    /// <summary>Keywords of the schema that restrict nothing here.</summary>
    private static readonly HashSet<string> Notes = ["$schema", "id", "title", "description", "default", "definitions"];

    [Fact(DisplayName = "SARIF has one run, is valid, and its locations are the zips, relative to the working folder")]
    public void Valid()
    {
        using var place = new CommandLine();
        Put(place, "some folder/old.zip", package => package.Edit(">1.2<", ">1.2.7<"));
        Put(place, "sound.zip", _ => { });
        File.WriteAllText(Path.Combine(place.Folder, "broken.zip"), "no zip");
        place.Write("mine/course.yaml", TestCourse.Course.Replace("language: en", "language: en\nlangauge: fr"));
        place.Write("mine/modules/one.yaml", TestCourse.Module);
        string[] all = [Path.Combine(place.Folder, "some folder", "old.zip"), "sound.zip", "broken.zip", "mine"];
        foreach (string[] named in (string[][])[all, ["sound.zip"], ["mine"]])
        {
            JsonElement log = Sarif(place, named);
            Assert.Empty(Faults(Schema, log, ""));
            JsonElement run = Assert.Single(log.GetProperty("runs").EnumerateArray());
            Assert.Equal("protect-scorm/", run.GetProperty("automationDetails").GetProperty("id").GetString());
            string[] rules =
            [
                .. run.GetProperty("tool")
                    .GetProperty("driver")
                    .GetProperty("rules")
                    .EnumerateArray()
                    .Select(rule => rule.GetProperty("id").GetString()!),
            ];
            foreach (JsonElement result in run.GetProperty("results").EnumerateArray())
                Assert.Equal(
                    result.GetProperty("ruleId").GetString(),
                    rules[result.GetProperty("ruleIndex").GetInt32()]
                );
        }
        JsonElement[] results = [.. Sarif(place, all).GetProperty("runs")[0].GetProperty("results").EnumerateArray()];
        JsonElement old = results.Single(result => Rule(result) == "M07");
        Assert.Equal("some%20folder/old.zip", Uri(old));
        Assert.StartsWith("imsmanifest.xml(5,40): ", old.GetProperty("message").GetProperty("text").GetString());
        Assert.Equal(
            "imsmanifest.xml",
            old.GetProperty("locations")[0].GetProperty("logicalLocations")[0].GetProperty("name").GetString()
        );
        Assert.Equal("broken.zip", Uri(results.Single(result => Rule(result) == "Z01")));
        Assert.Equal("mine/course.yaml", Uri(results.Single(result => Rule(result) == "unknown-field")));
    }

    [Fact(DisplayName = "Each finding in a zip has a fingerprint of its own, the same in the next check")]
    public void Fingerprints()
    {
        using var place = new CommandLine();
        Put(place, "a.zip", package => package.Add("more.js", "eval('1');\neval('1');\n"));
        string[] first = Prints(),
            again = Prints();
        Assert.True(first.Length > 1);
        Assert.Equal(first.Length, first.Distinct().Count());
        Assert.Equal(first, again);

        string[] Prints() =>
            [
                .. Sarif(place, ["a.zip"])
                    .GetProperty("runs")[0]
                    .GetProperty("results")
                    .EnumerateArray()
                    .Select(result =>
                        result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()!
                    ),
            ];
    }

    [Theory(DisplayName = "The validator of this test refuses what the schema refuses")]
    [InlineData("""{"version": "2.1.0"}""", "runs is missing")]
    [InlineData("""{"version": "2.0.0", "runs": []}""", "is none of")]
    [InlineData("""{"version": "2.1.0", "runs": [{}]}""", "tool is missing")]
    [InlineData("""{"version": "2.1.0", "runs": 1}""", "/runs: is not")]
    [InlineData("""{"version": "2.1.0", "runs": [], "more": 1}""", "more is unknown")]
    [InlineData(
        """{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "a"}}, "results": [{"message": {}}]}]}""",
        "fits nothing"
    )]
    public void Refuses(string text, string fault) =>
        Assert.Contains(
            Faults(Schema, JsonDocument.Parse(text).RootElement, ""),
            found => found.Contains(fault, StringComparison.Ordinal)
        );

    private static JsonElement Sarif(CommandLine place, string[] named) =>
        JsonDocument.Parse(place.Run([.. named.Prepend("check"), "--format", "sarif"]).Output).RootElement;

    private static string Rule(JsonElement result) => result.GetProperty("ruleId").GetString()!;

    private static string Uri(JsonElement result) =>
        result
            .GetProperty("locations")[0]
            .GetProperty("physicalLocation")
            .GetProperty("artifactLocation")
            .GetProperty("uri")
            .GetString()!;

    private static void Put(CommandLine place, string name, Action<SamplePackage> change)
    {
        var package = new SamplePackage();
        change(package);
        string path = Path.Combine(place.Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, package.Zip());
    }

    /// <summary>Validates as JSON Schema, draft 4, does: every keyword that the schema of SARIF uses.</summary>
    private static IEnumerable<string> Faults(JsonElement schema, JsonElement value, string at) =>
        schema.EnumerateObject().SelectMany(keyword => Faults(schema, keyword.Name, keyword.Value, value, at));

    private static IEnumerable<string> Faults(
        JsonElement schema,
        string keyword,
        JsonElement rule,
        JsonElement value,
        string at
    ) =>
        keyword switch
        {
            _ when Notes.Contains(keyword) => [],
            "$ref" => Faults(
                Schema.GetProperty("definitions").GetProperty(rule.GetString()!["#/definitions/".Length..]),
                value,
                at
            ),
            "type" => (rule.ValueKind == JsonValueKind.Array ? [.. rule.EnumerateArray()] : (JsonElement[])[rule]).Any(
                one => IsType(one.GetString()!, value)
            )
                ? []
                : [$"{at}: is not {rule}"],
            "enum" => rule.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value))
                ? []
                : [$"{at}: is none of {rule}"],
            "anyOf" or "oneOf" => rule.EnumerateArray().Count(one => !Faults(one, value, at).Any()) is var fits
            && (keyword == "anyOf" ? fits > 0 : fits == 1)
                ? []
                : [$"{at}: fits nothing of {keyword}"],
            "properties" or "additionalProperties" when value.ValueKind != JsonValueKind.Object => [],
            "properties" => value
                .EnumerateObject()
                .Where(member => rule.TryGetProperty(member.Name, out _))
                .SelectMany(member => Faults(rule.GetProperty(member.Name), member.Value, $"{at}/{member.Name}")),
            "additionalProperties" => value
                .EnumerateObject()
                .Where(member =>
                    !schema.TryGetProperty("properties", out JsonElement known)
                    || !known.TryGetProperty(member.Name, out _)
                )
                .SelectMany(member =>
                    rule.ValueKind == JsonValueKind.Object ? Faults(rule, member.Value, $"{at}/{member.Name}")
                    : rule.ValueKind == JsonValueKind.False ? [$"{at}: {member.Name} is unknown"]
                    : []
                ),
            "required" => value.ValueKind != JsonValueKind.Object
                ? []
                : rule.EnumerateArray()
                    .Where(name => !value.TryGetProperty(name.GetString()!, out _))
                    .Select(name => $"{at}: {name} is missing"),
            "items" or "minItems" or "uniqueItems" when value.ValueKind != JsonValueKind.Array => [],
            "items" => value.EnumerateArray().SelectMany((one, index) => Faults(rule, one, $"{at}/{index}")),
            "minItems" => value.GetArrayLength() >= rule.GetInt32() ? [] : [$"{at}: has too few items"],
            "uniqueItems" => !rule.GetBoolean()
            || value.EnumerateArray().Select(one => one.GetRawText()).Distinct().Count() == value.GetArrayLength()
                ? []
                : [$"{at}: has an item twice"],
            "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= rule.GetDouble()
                ? []
                : [$"{at}: is less than {rule}"],
            "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= rule.GetDouble()
                ? []
                : [$"{at}: is more than {rule}"],
            "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.GetString()!)
                ? []
                : [$"{at}: does not match {rule}"],
            "format" => IsFormat(rule.GetString()!, value) ? [] : [$"{at}: is not a {rule}"],
            _ => throw new NotSupportedException($"The validator of this test does not know “{keyword}”."),
        };

    private static bool IsType(string type, JsonElement value) =>
        type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind == JsonValueKind.Number,
            "null" => value.ValueKind == JsonValueKind.Null,
            _ => throw new NotSupportedException($"The validator of this test does not know the type “{type}”."),
        };

    private static bool IsFormat(string format, JsonElement value) =>
        value.ValueKind != JsonValueKind.String
        || format switch
        {
            "uri" => System.Uri.TryCreate(value.GetString(), UriKind.Absolute, out _),
            "uri-reference" => System.Uri.IsWellFormedUriString(value.GetString(), UriKind.RelativeOrAbsolute),
            "date-time" => DateTimeOffset.TryParse(value.GetString(), out _),
            _ => throw new NotSupportedException($"The validator of this test does not know the format “{format}”."),
        };
}
