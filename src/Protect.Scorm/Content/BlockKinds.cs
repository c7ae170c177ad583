using System.Text.Json.Nodes;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>
/// All kinds of blocks, in the order of the author reference and of the bundled player. A new kind is one line here.
/// </summary>
internal static class BlockKinds
{
    public static readonly IReadOnlyList<BlockKind> All =
    [
        new TextKind(),
        new ImageKind(),
        new GalleryKind(),
        new LabelledPictureKind(),
        new VideoKind(),
        new AudioKind(),
        new CalloutKind(),
        new QuoteKind(),
        new StatisticKind(),
        new AccordionKind(),
        new ResourcesKind(),
        new DownloadKind(),
        new ToolKind(),
        new ToolsKind(),
        new ContentNoteKind(),
        new TabsKind(),
        new TimelineKind(),
        new ProcessKind(),
        new FlipCardsKind(),
        new FlowKind(),
        new SceneKind(),
        new TableKind(),
        new CompareKind(),
        new PauseKind(),
        new SupportBoxKind(),
        new CountryKind(),
        new SourcesKind(),
        new ReflectionKind(),
        new ChecklistKind(),
        new ActionPlanKind(),
        new CaseStudyKind(),
        new CardKind(),
        new BeforeAfterKind(),
        new SingleChoiceKind(),
        new MultipleChoiceKind(),
        new TrueFalseKind(),
        new MatchingKind(),
        new CategoriseKind(),
        new OrderingKind(),
        new GapFillKind(),
        new NumericKind(),
        new HotspotChoiceKind(),
        new LikertKind(),
        new SurveyKind(),
        new ScenarioKind(),
        new DialogueKind(),
    ];

    /// <summary>Value type of a block of a page.</summary>
    public static ValueType<Block> AnyBlock { get; } = new BlockType("block", () => All);

    /// <summary>Value type of a question of an assessment.</summary>
    public static ValueType<Block> AnyQuestion { get; } =
        new BlockType("question", () => All.Where(kind => kind is IQuestionKind));

    /// <summary>
    /// Value type of a block inside another block: neither a question nor a container. Kinds refer to it while the
    /// table is built, so it reads the table lazily.
    /// </summary>
    public static ValueType<Block> Inside() =>
        new BlockType(
            "inner block",
            () => All.Where(kind => kind is not (IQuestionKind or ContentNoteKind or CardKind or BeforeAfterKind))
        );

    private const string OfQuestion = "block of a question";

    /// <summary>Value type of a block above a question, in its form: without fields to fill in.</summary>
    public static ValueType<Block> Material() =>
        new BlockType(
            OfQuestion,
            () =>
                All.Where(kind =>
                    kind
                        is not (
                            IQuestionKind
                            or ContentNoteKind
                            or ReflectionKind
                            or ChecklistKind
                            or ActionPlanKind
                            or BeforeAfterKind
                        )
                )
        );

    public static BlockKind Of(Block block) => BySlug[block.Slug];

    private static readonly Dictionary<string, BlockKind> BySlug = All.ToDictionary(
        kind => kind.Slug,
        StringComparer.Ordinal
    );

    public static IQuestionKind Of(Question question) => (IQuestionKind)Of((Block)question);

    /// <summary>Group of fields whose <c>type:</c> selects the shape.</summary>
    private sealed class BlockType(string noun, Func<IEnumerable<BlockKind>> kinds) : ValueType<Block>
    {
        public override string Noun => $"a {noun} with a “type”";

        // Rendered one after the other.
        public override Shown ShownInList => Shown.Html;

        public override bool TryRead(YamlNode node, string field, DiagnosticBag bag, out Block value)
        {
            value = null!;
            if (node is not YamlMap map)
                return Wrong(node, field, bag, out value);
            switch (map.Find("type")?.Value)
            {
                case null when map.Find("use") is { } use:
                    // Shared material that was not found. Banks reports a name that it does not know.
                    if (use.Value is not YamlScalar { IsEmpty: false })
                        bag.AddWrongType(
                            use.Value.Span,
                            "use",
                            "the name of a bank, “/”, and an id of it",
                            use.Value.Noun
                        );
                    return false;
                case null or YamlScalar { IsEmpty: true }:
                    bag.AddMissingField($"This {noun}", map, "type", $"one of {string.Join(", ", Known())}.");
                    return false;
                case YamlScalar type when kinds().FirstOrDefault(kind => kind.Slug == type.Value) is { } kind:
                    value = kind.Read(map, bag)!;
                    return value is not null;
                case YamlScalar type:
                    bag.AddUnknownValue(type, "type", Hint(type.Value), Known());
                    return false;
                case var other:
                    bag.AddWrongType(other.Span, "type", "a word", other.Noun);
                    return false;
            }
        }

        public override string ExampleOf(string text) => $"type: {kinds().First().Slug}";

        protected override string? HelpFor(YamlNode node, string field)
        {
            string kind = kinds().First().Slug;
            if (node is YamlScalar scalar && scalar.Value.StartsWith("type:", StringComparison.Ordinal))
                return $"A space must follow the colon: “- type: {scalar.Value["type:".Length..].Trim()}”.";
            string rest =
                kind == "text" && node is YamlScalar { IsEmpty: false } text
                    ? $"“body: {TypeHelp.Short(text)}”"
                    : "its other fields";
            return $"Write “- type: {kind}”, and on the next line, in the column of “type”, {rest}.";
        }

        /// <summary>Returns a sentence about a kind that cannot be used here; null when it is not known.</summary>
        private string? Hint(string typed)
        {
            if (All.FirstOrDefault(kind => kind.Slug == typed) is not { } elsewhere)
                return OtherKinds.Hint(typed);
            return this == AnyQuestion
                ? " It is a block, not a question: write it under “blocks” of a page. “questions” holds questions only."
                : $" It cannot be inside {(noun == OfQuestion ? "a question" : "another block")}: "
                    + "write it under “blocks” of the page.";
        }

        private IEnumerable<string> Known() => kinds().Select(kind => kind.Slug);

        public override YamlNode Rewrite(YamlNode node, string address, string about, TextRewriter rewrite) =>
            node is YamlMap map
            && map.Find("type")?.Value is YamlScalar type
            && kinds().FirstOrDefault(kind => kind.Slug == type.Value) is { } kind
                ? kind.Rewrite(map, address, rewrite)
                : node;

        public override JsonObject Schema(JsonObject definitions)
        {
            if (!definitions.ContainsKey(noun))
            {
                definitions[noun] = new JsonObject();
                definitions[noun] = ByType(definitions);
            }
            return new JsonObject { ["$ref"] = $"#/$defs/{noun}" };
        }

        // With if/then per kind instead of oneOf, editors complete and report according to the type that was written.
        private JsonObject ByType(JsonObject definitions) =>
            new()
            {
                ["type"] = "object",
                ["anyOf"] = new JsonArray(
                    new JsonObject { ["required"] = new JsonArray("type") },
                    new JsonObject { ["required"] = new JsonArray("use") }
                ),
                ["properties"] = new JsonObject
                {
                    ["use"] = new JsonObject
                    {
                        ["type"] = "string",
                        ["description"] =
                            "Shared material: “bank/id” for a question or snippet of banks/bank.yaml, “bank” for all "
                            + "its questions.",
                    },
                    ["type"] = new JsonObject
                    {
                        ["enum"] = new JsonArray([.. kinds().Select(k => JsonValue.Create(k.Slug))]),
                    },
                },
                ["allOf"] = new JsonArray([
                    .. kinds()
                        .Select(kind => new JsonObject
                        {
                            ["if"] = new JsonObject
                            {
                                ["required"] = new JsonArray("type"),
                                ["properties"] = new JsonObject { ["type"] = new JsonObject { ["const"] = kind.Slug } },
                            },
                            ["then"] = kind.Shape.Reference(definitions),
                        }),
                ]),
            };
    }
}
