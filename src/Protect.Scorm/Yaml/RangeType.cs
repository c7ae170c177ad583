using System.Globalization;
using System.Text.Json.Nodes;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Yaml;

/// <summary>Value type of a range of integers, both ends included: <c>70-90</c>.</summary>
/// <param name="least">The lowest number allowed.</param>
/// <param name="most">The highest number allowed.</param>
internal sealed class RangeType(int least, int most) : ScalarType<Located<(int Lowest, int Highest)>>
{
    public override string Noun => "two whole numbers such as 70-90";

    protected override bool TryParse(
        YamlScalar scalar,
        string field,
        DiagnosticBag bag,
        out Located<(int Lowest, int Highest)> value
    )
    {
        string[] sides = scalar.Value.Split('-');
        int lowest = 0,
            highest = 0;
        bool good =
            sides.Length == 2
            && int.TryParse(sides[0].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out lowest)
            && int.TryParse(sides[1].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out highest)
            && lowest <= highest;
        if (!good)
            return Wrong(scalar, field, bag, out value);
        value = new((lowest, highest), scalar.Span);
        if (lowest >= least && highest <= most)
            return true;
        bag.Add(YamlRules.OutOfRange, scalar.Span, field, lowest < least ? lowest : highest, least, most);
        return false;
    }

    protected override string? HelpFor(YamlNode node, string field) =>
        node is YamlScalar scalar && scalar.Value.IndexOfAny(['–', '—', '%', '.']) >= 0
            ? "Write two whole numbers with a hyphen between them and no percent sign, such as 70-90."
            : null;

    public override JsonObject Schema(JsonObject definitions) =>
        new() { ["type"] = "string", ["pattern"] = @"^\d+ ?- ?\d+$" };

    public override object? Show(Located<(int Lowest, int Highest)> value) =>
        string.Create(CultureInfo.InvariantCulture, $"{value.Value.Lowest}-{value.Value.Highest}");
}
