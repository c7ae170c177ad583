using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Reading;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Tests;

/// <summary>The JSON Schema as an editor applies it, and the fields that it and the author reference contain.</summary>
public sealed partial class SchemaTests
{
    private static readonly IShape[] Shapes =
    [
        CourseFile.Fields,
        CountryNeedsFile.Fields,
        ModuleFile.Fields,
        CountryFile.Fields,
        CountryFile.Entry,
        OrganisationFile.Fields,
    ];

    public static TheoryData<string> ShapeNames => [.. Shapes.Select(shape => shape.Name)];

    public static TheoryData<string> Files =>
        [
            .. new[] { "courses", Path.Combine("tests", "specs", "countries", "organisation") }
                .SelectMany(folder =>
                    Directory.EnumerateFiles(Repository.At(folder), "*.yaml", SearchOption.AllDirectories)
                )
                .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    [Theory(DisplayName = "The schema and the author reference have every field of the files that authors write")]
    [MemberData(nameof(ShapeNames))]
    public void FieldsAreComplete(string name)
    {
        IShape shape = Shapes.Single(shape => shape.Name == name);
        JsonObject properties = Schema["$defs"]![name]!["properties"]!.AsObject();
        string reference = CourseReference.Write();
        Assert.Equal(shape.Fields.Select(field => field.Name), properties.Select(property => property.Key));
        foreach (FieldDescription field in shape.Fields)
        {
            Assert.Equal(field.Summary, properties[field.Name]!["description"]!.GetValue<string>());
            Assert.Matches(
                $@"(?m)^\| `(\w+\.)*{Regex.Escape(field.Name)}` \| [^|]+ \| {Regex.Escape(field.Summary)} \|$",
                reference
            );
            Inside(field, field.Name, reference);
        }
    }

    [Theory(
        DisplayName = "An editor marks nothing in a course, module, country or organisation file of this repository"
    )]
    [MemberData(nameof(Files))]
    public void AcceptsValidFiles(string file) =>
        Assert.Equal([], FaultsOf(File.ReadAllText(Repository.At([.. file.Split('/')]))));

    [Theory(DisplayName = "An editor marks a mistyped, missing or misplaced field in each kind of file")]
    [InlineData("country: FR\nname: France\nlanguage: en\nentris: []", "entris", "entries")]
    [InlineData("country: FR\nname: France\nlanguage: en\nentries: [{slot: a}]", "source", "confidence")]
    [InlineData("country: FR\nname: France\nlanguage: en\nentries: [{slot: a, numbre: 1}]", "numbre")]
    [InlineData("name: The Club\nlead: Ana", "lead")]
    [InlineData("id: one\ntitle: One\npages: [{id: a, titel: A}]", "titel", "title")]
    [InlineData("id: mine\nname: Mine", "name", "modules")]
    [InlineData("id: mine\ncountry: {slots: [{id: a, titel: A}]}", "titel", "to_confirm", "empty")]
    public void MarksMistakes(string yaml, params string[] fields)
    {
        string faults = string.Join("\n", FaultsOf(yaml));
        Assert.All(fields, field => Assert.Contains($"“{field}”", faults));
    }

    private static JsonObject Schema { get; } = JsonNode.Parse(CourseSchema.Write())!.AsObject();

    private static void Inside(FieldDescription group, string path, string reference)
    {
        foreach (FieldDescription field in group.Inner)
        {
            Assert.Contains($"{path}.{field.Name}` |", reference);
            Inside(field, $"{path}.{field.Name}", reference);
        }
    }

    private static string[] FaultsOf(string yaml)
    {
        var bag = new DiagnosticBag();
        YamlNode root = YamlDocument.Parse(new SourceFile("x.yaml", yaml), bag)!;
        return [.. Faults(Schema, root, "")];
    }

    private static bool Fits(JsonNode schema, YamlNode node) => !Faults(schema, node, "").Any();

    /// <summary>Validates as JSON Schema does: all keywords that the schema of courses uses.</summary>
    private static IEnumerable<string> Faults(JsonNode schema, YamlNode node, string at)
    {
        JsonObject rules = schema.AsObject();
        List<string> faults = [];
        foreach ((string keyword, JsonNode? rule) in rules)
        {
            faults.AddRange(
                keyword switch
                {
                    "$ref" => Faults(Schema["$defs"]![rule!.GetValue<string>()["#/$defs/".Length..]]!, node, at),
                    "allOf" => rule!.AsArray().SelectMany(one => Faults(one!, node, at)),
                    "anyOf" => rule!.AsArray().Any(one => Fits(one!, node)) ? [] : [$"{at}: fits nothing"],
                    "not" => Fits(rule!, node) ? [$"{at}: is excluded"] : [],
                    "if" => rules[Fits(rule!, node) ? "then" : "else"] is { } next ? Faults(next, node, at) : [],
                    "type" => IsType(rule!, node) ? [] : [$"{at}: {node.Noun} is not {rule!.ToJsonString()}"],
                    "const" => IsOneOf([rule!], node) ? [] : [$"{at}: {node.Noun} is another value"],
                    "enum" => IsOneOf(rule!.AsArray()!, node) ? [] : [$"{at}: {node.Noun} is no allowed value"],
                    "required" => Missing(rule!.AsArray(), node).Select(name => $"{at} lacks “{name}”"),
                    "properties" => Properties(rule!.AsObject(), node, at),
                    "additionalProperties" => Unknown(rules, node).Select(name => $"{at} has no “{name}”"),
                    "items" => (node as YamlList)?.Items.SelectMany((one, i) => Faults(rule!, one, $"{at}[{i}]")) ?? [],
                    "minItems" => node is YamlList list && list.Items.Count < rule!.GetValue<int>() ? [at] : [],
                    "maxLength" => Kind(node) == "string" && TextOf(node).Length > rule!.GetValue<int>() ? [at] : [],
                    "pattern" => Regex.IsMatch(TextOf(node), rule!.GetValue<string>()) ? [] : [at],
                    "minimum" => NumberOf(node) < rule!.GetValue<int>() ? [at] : [],
                    "maximum" => NumberOf(node) > rule!.GetValue<int>() ? [at] : [],
                    "then" or "else" or "description" or "title" or "$schema" or "$defs" => [],
                    _ => throw new NotSupportedException(keyword),
                }
            );
        }
        return faults;
    }

    private static IEnumerable<string> Missing(JsonArray names, YamlNode node) =>
        node is YamlMap map ? names.Select(name => name!.GetValue<string>()).Where(name => map.Find(name) is null) : [];

    private static IEnumerable<string> Unknown(JsonObject rules, YamlNode node) =>
        node is YamlMap map
            ? map
                .Entries.Select(entry => entry.Key.Value)
                .Where(name => !rules["properties"]!.AsObject().ContainsKey(name))
            : [];

    private static IEnumerable<string> Properties(JsonObject rules, YamlNode node, string at) =>
        node is YamlMap map
            ? map
                .Entries.Where(entry => rules.ContainsKey(entry.Key.Value))
                .SelectMany(entry => Faults(rules[entry.Key.Value]!, entry.Value, $"{at}/{entry.Key.Value}"))
            : [];

    private static bool IsOneOf(IEnumerable<JsonNode> values, YamlNode node) =>
        values.Any(value =>
            value.ToString() == TextOf(node)
            && Kind(node).Equals(value.GetValueKind().ToString(), StringComparison.OrdinalIgnoreCase)
        );

    private static bool IsType(JsonNode rule, YamlNode node)
    {
        string[] allowed = rule is JsonArray list ? [.. list.Select(one => $"{one}")] : [$"{rule}"];
        string kind = Kind(node);
        return allowed.Contains(kind)
            || (kind == "number" && allowed.Contains("integer") && !TextOf(node).Contains('.'));
    }

    /// <summary>Returns the JSON type of a node, by the core schema of YAML 1.2, which editors use.</summary>
    private static string Kind(YamlNode node) =>
        node switch
        {
            YamlMap => "object",
            YamlList => "array",
            YamlScalar { IsEmpty: true } => "null",
            YamlScalar { IsPlain: true, Value: "true" or "false" } => "boolean",
            YamlScalar { IsPlain: true } scalar when NumberWord().IsMatch(scalar.Value) => "number",
            _ => "string",
        };

    private static string TextOf(YamlNode node) => (node as YamlScalar)?.Value ?? "";

    private static double? NumberOf(YamlNode node) =>
        Kind(node) == "number" ? double.Parse(TextOf(node), CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\A[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\z")]
    private static partial Regex NumberWord();
}
