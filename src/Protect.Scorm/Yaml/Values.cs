using System.Globalization;
using System.Text.Json.Nodes;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Yaml;

/// <summary>Basic value types. Those of courses (rich text, files, ids) are in <c>Model/CourseValues</c>.</summary>
internal static class Values
{
    /// <summary>Text with at least one visible character.</summary>
    public static ValueType<Located<string>> Text(int most = 10_000) =>
        new TextType(most, isForReaders: true, isProse: true);

    /// <summary>Text that people read and that is not translated: a title, a name, a reason.</summary>
    public static ValueType<Located<string>> Prose(int most) => new TextType(most, isForReaders: false, isProse: true);

    /// <summary>Text that is not translated: an address, a number, a name that others refer to.</summary>
    public static ValueType<Located<string>> Verbatim(int most) =>
        new TextType(most, isForReaders: false, isProse: false);

    public static ValueType<bool> Boolean { get; } = new BooleanType();

    /// <summary>A decimal number; the separator is a dot.</summary>
    public static ValueType<Located<decimal>> Number { get; } = new NumberType();

    public static ValueType<Located<int>> Integer(int least, int most) => new IntegerType(least, most);

    /// <summary>One word of a fixed set, mapped to values.</summary>
    public static ValueType<Located<T>> OneOf<T>(params (string Word, T Value)[] words)
        where T : notnull => new OneOfType<T>(words);

    public static ValueType<IReadOnlyList<T>> ListOf<T>(ValueType<T> item, int least = 1, int most = int.MaxValue) =>
        new ListType<T>(item, least, most);

    public static ValueType<T> Nested<T>(Shape<T> shape)
        where T : class => new NestedType<T>(shape);

    private sealed class TextType(int most, bool isForReaders, bool isProse) : ScalarType<Located<string>>
    {
        public override string Noun => "text";

        public override bool IsProse => isProse;

        protected override string? HelpFor(YamlNode node, string field) => TypeHelp.ForText(node, field);

        protected override bool TryParse(YamlScalar scalar, string field, DiagnosticBag bag, out Located<string> value)
        {
            string text = scalar.Value.Trim();
            value = new Located<string>(text, scalar.Span);
            if (text.Length == 0)
                return Wrong(scalar, field, bag, out value);
            if (text.Length > most)
                bag.Add(YamlRules.TooLong, scalar.Span, field, text.Length, most);
            if (isProse)
                TextLoss.Check(scalar, isMarkdown: false, bag);
            else
                TextLoss.CheckName(scalar, bag);
            return true;
        }

        public override YamlNode Rewrite(YamlNode node, string address, string about, TextRewriter rewrite) =>
            isForReaders && node is YamlScalar { IsEmpty: false } text
                ? rewrite(new TextPlace(address, text, IsMarkdown: false, about))
                : node;

        public override JsonObject Schema(JsonObject definitions) =>
            new() { ["type"] = new JsonArray("string", "number"), ["maxLength"] = most };

        public override object? Show(Located<string> value) => value.Value;
    }

    private sealed class BooleanType : ScalarType<bool>
    {
        public override string Noun => "true or false";

        public override Shown Shown => Shown.Flag;

        protected override bool TryParse(YamlScalar scalar, string field, DiagnosticBag bag, out bool value)
        {
            value = scalar.Value is "true";
            return scalar is { IsPlain: true, Value: "true" or "false" } || Wrong(scalar, field, bag, out value);
        }

        protected override string? HelpFor(YamlNode node, string field) =>
            "Write true or false, in small letters and without quotation marks.";

        public override JsonObject Schema(JsonObject definitions) => new() { ["type"] = "boolean" };
    }

    private sealed class IntegerType(int least, int most) : ScalarType<Located<int>>
    {
        public override string Noun => "a whole number";

        public override Shown Shown => Shown.Number;

        protected override bool TryParse(YamlScalar scalar, string field, DiagnosticBag bag, out Located<int> value)
        {
            bool whole = int.TryParse(
                scalar.Value,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out int number
            );
            if (!whole)
                return Wrong(scalar, field, bag, out value);
            value = new Located<int>(number, scalar.Span);
            if (number >= least && number <= most)
                return true;
            bag.Add(YamlRules.OutOfRange, scalar.Span, field, number, least, most);
            return false;
        }

        protected override string? HelpFor(YamlNode node, string field) =>
            TypeHelp.ForNumber(node, field, isWhole: true);

        public override JsonObject Schema(JsonObject definitions) =>
            new()
            {
                ["type"] = "integer",
                ["minimum"] = least,
                ["maximum"] = most,
            };

        public override object? Show(Located<int> value) => value.Value;
    }

    private sealed class NumberType : ScalarType<Located<decimal>>
    {
        public override string Noun => "a number";

        protected override bool TryParse(YamlScalar scalar, string field, DiagnosticBag bag, out Located<decimal> value)
        {
            bool good =
                decimal.TryParse(
                    scalar.Value,
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out decimal number
                )
                && Math.Abs(number) < 1_000_000_000;
            value = new Located<decimal>(number, scalar.Span);
            return good || Wrong(scalar, field, bag, out value);
        }

        protected override string? HelpFor(YamlNode node, string field) =>
            TypeHelp.ForNumber(node, field, isWhole: false);

        public override JsonObject Schema(JsonObject definitions) => new() { ["type"] = "number" };

        public override object? Show(Located<decimal> value) => value.Value.ToString(CultureInfo.InvariantCulture);
    }

    private sealed class OneOfType<T>((string Word, T Value)[] words) : ScalarType<Located<T>>
        where T : notnull
    {
        private string All => string.Join(", ", words.Select(w => w.Word));

        public override string Noun => $"one of {All}";

        protected override bool TryParse(YamlScalar scalar, string field, DiagnosticBag bag, out Located<T> value)
        {
            foreach ((string word, T meaning) in words)
            {
                if (word != scalar.Value)
                    continue;
                value = new Located<T>(meaning, scalar.Span);
                return true;
            }
            bag.AddUnknownValue(scalar, field, null, words.Select(w => w.Word));
            value = null!;
            return false;
        }

        public override JsonObject Schema(JsonObject definitions) =>
            new() { ["enum"] = new JsonArray([.. words.Select(w => JsonValue.Create(w.Word))]) };

        public override object? Show(Located<T> value) => words.First(w => w.Value.Equals(value.Value)).Word;
    }

    private sealed class ListType<T>(ValueType<T> item, int least, int most) : ValueType<IReadOnlyList<T>>
    {
        public override string Noun => "a list";

        public override Shown Shown => item.ShownInList;

        public override bool IsProse => item.IsProse;

        public override IReadOnlyList<string> InnerNames => item.InnerNames;

        protected override string? HelpFor(YamlNode node, string field) => TypeHelp.ForList(node, field, item);

        public override bool TryRead(YamlNode node, string field, DiagnosticBag bag, out IReadOnlyList<T> value)
        {
            if (node is not YamlList list)
                return Wrong(node, field, bag, out value);
            if (list.Items.Count < least)
                bag.AddWrongType(
                    list.Span,
                    field,
                    $"a list of at least {least}",
                    list.Items.Count == 0 ? "an empty list" : $"a list of {list.Items.Count}",
                    list.Items.Count == 0 ? "Add entries, one per line, each starting with “- ”." : "Add another entry."
                );
            if (list.Items.Count > most)
                bag.AddWrongType(
                    list.Items[most].Span,
                    field,
                    $"a list of at most {most}",
                    $"a list of {list.Items.Count}",
                    $"Keep {most} entries at most."
                );
            var items = new List<T>();
            foreach (YamlNode child in list.Items)
            {
                if (item.TryRead(child, field, bag, out T read))
                    items.Add(read);
            }
            value = items;
            return true;
        }

        public override JsonObject Schema(JsonObject definitions) =>
            new()
            {
                ["type"] = "array",
                ["minItems"] = least,
                ["items"] = item.Schema(definitions),
            };

        public override YamlNode Rewrite(YamlNode node, string address, string about, TextRewriter rewrite) =>
            node is YamlList list
                ? list with
                {
                    Items =
                    [
                        .. list.Items.Select(
                            (child, index) =>
                                item.Rewrite(child, $"{address}.{NameOf(child) ?? $"{index + 1}"}", about, rewrite)
                        ),
                    ],
                }
                : node;

        private static string? NameOf(YamlNode child) =>
            (child as YamlMap)?.Find("id")?.Value is YamlScalar { IsEmpty: false } id ? id.Value : null;

        public override IReadOnlyList<FieldDescription> Inner => item.Inner;

        public override object? Show(IReadOnlyList<T> value) => value.Select(item.Show).ToList();
    }

    private sealed class NestedType<T>(Shape<T> shape) : ValueType<T>
        where T : class
    {
        public override string Noun => "a group of fields";

        public override Shown Shown => Shown.Group;

        public override IReadOnlyList<string> InnerNames => shape.Names;

        public override string ExampleOf(string text) => $"{shape.Names[0]}: {text}";

        protected override string? HelpFor(YamlNode node, string field) => TypeHelp.ForGroup(node, field, shape.Names);

        public override bool TryRead(YamlNode node, string field, DiagnosticBag bag, out T value)
        {
            if (node is not YamlMap map)
                return Wrong(node, field, bag, out value);
            value = shape.Read(map, bag)!;
            return value is not null;
        }

        public override JsonObject Schema(JsonObject definitions) => shape.Reference(definitions);

        public override YamlNode Rewrite(YamlNode node, string address, string about, TextRewriter rewrite) =>
            node is YamlMap map ? shape.Rewrite(map, address, rewrite) : node;

        public override IReadOnlyList<FieldDescription> Inner => shape.HasOwnEntry ? [] : shape.Fields;

        public override object? Show(T value) => shape.Show(value);
    }
}
