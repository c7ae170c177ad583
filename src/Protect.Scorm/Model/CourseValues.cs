using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Model;

/// <summary>The value types that are specific to courses.</summary>
internal static partial class CourseValues
{
    public const int LongestId = 40;

    /// <summary>
    /// A stable id: a-z, 0-9 and hyphens, starting with a letter. Short enough for any CMIIdentifier (RTE 1.2, 3.4.3).
    /// </summary>
    public static ValueType<Located<string>> Id { get; } = new IdType();

    public static ValueType<RichText> RichText { get; } = new RichTextType(isLine: false);

    /// <summary>Markdown of one paragraph.</summary>
    public static ValueType<RichText> Line { get; } = new RichTextType(isLine: true);

    /// <summary>Warnings to suppress.</summary>
    public static ValueType<IReadOnlyList<Allowance>> Allowances { get; } = AllowanceFields.List;

    /// <summary>A path relative to the course folder.</summary>
    public static ValueType<AssetRef> Asset { get; } = new AssetType();

    public static ValueType<PageRef> Page { get; } = new PageType();

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$")]
    private static partial Regex IdPattern();

    private static bool CheckId(YamlScalar scalar, DiagnosticBag bag)
    {
        if (IdPattern().IsMatch(scalar.Value))
            return true;
        bag.Add(
            YamlRules.MalformedId,
            scalar.Span,
            scalar.Value,
            LongestId,
            Suggest(scalar.Value),
            Characters.Hint(scalar.Value)
        );
        return false;
    }

    private static string Suggest(string typed)
    {
        string slug = NotIdCharacters().Replace(AsciiText.Spell(Characters.Visible(typed)), "-").Trim('-');
        if (slug.Length == 0)
            return "welcome";
        if (!char.IsAsciiLetter(slug[0]))
            slug = "p-" + slug;
        return slug.Length > LongestId ? slug[..LongestId].TrimEnd('-') : slug;
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotIdCharacters();

    private static JsonObject IdSchema => new() { ["type"] = "string", ["pattern"] = "^[a-z][a-z0-9-]{0,39}$" };

    private sealed class IdType : ScalarType<Located<string>>
    {
        public override string Noun => "an id (small letters, digits, hyphens)";

        protected override bool TryParse(YamlScalar scalar, string field, DiagnosticBag bag, out Located<string> value)
        {
            value = new Located<string>(scalar.Value, scalar.Span);
            return CheckId(scalar, bag);
        }

        public override JsonObject Schema(JsonObject definitions) => IdSchema;

        public override object? Show(Located<string> value) => value.Value;
    }

    private sealed class RichTextType(bool isLine) : ScalarType<RichText>
    {
        public override string Noun => isLine ? "a line of text (Markdown)" : "text (Markdown)";

        public override Shown Shown => Shown.Html;

        public override bool IsProse => true;

        protected override string? HelpFor(YamlNode node, string field) => TypeHelp.ForText(node, field);

        protected override bool TryParse(YamlScalar scalar, string field, DiagnosticBag bag, out RichText value)
        {
            TextLoss.Check(scalar, isMarkdown: !isLine, bag);
            value = new RichText(scalar.Value, scalar.Span, scalar.IsBlock)
            {
                IsLine = isLine,
                Language = scalar.Language,
            };
            return !string.IsNullOrWhiteSpace(scalar.Value) || Wrong(scalar, field, bag, out value);
        }

        public override YamlNode Rewrite(YamlNode node, string address, string about, TextRewriter rewrite) =>
            node is YamlScalar { IsEmpty: false } text
                ? rewrite(new TextPlace(address, text, IsMarkdown: true, about))
                : node;

        public override JsonObject Schema(JsonObject definitions) =>
            new() { ["type"] = new JsonArray("string", "number") };
    }

    private sealed class AssetType : ScalarType<AssetRef>
    {
        public override string Noun => "a file of the course, such as media/tree.svg";

        protected override bool TryParse(YamlScalar scalar, string field, DiagnosticBag bag, out AssetRef value)
        {
            value = new AssetRef(scalar.Value, scalar.Span);
            return !scalar.Value.Contains('\\') || Wrong(scalar, field, bag, out value);
        }

        protected override string? HelpFor(YamlNode node, string field) =>
            node is YamlScalar scalar && scalar.Value.Contains('\\')
                ? $"Write “/” between folders, not “\\”: “{scalar.Value.Replace('\\', '/')}”."
                : null;

        public override JsonObject Schema(JsonObject definitions) => new() { ["type"] = "string" };
    }

    private sealed class PageType : ScalarType<PageRef>
    {
        public override string Noun => "the id of a page";

        protected override bool TryParse(YamlScalar scalar, string field, DiagnosticBag bag, out PageRef value)
        {
            value = new PageRef(scalar.Value, scalar.Span);
            return true;
        }

        public override JsonObject Schema(JsonObject definitions) => IdSchema;

        public override object? Show(PageRef value) => value.Id;
    }
}
