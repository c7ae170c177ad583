using System.Text.Json;
using System.Text.Json.Serialization;

namespace Protect.Scorm.Content;

/// <summary>The right answer to a question.</summary>
/// <param name="Right">
/// The right options by authored index; for a question with parts, the right value of each part. For a number: the
/// first and the last right response. For a scenario, a value per node: 0 no ending, 1 wrong, 2 partly right, 3 right.
/// </param>
internal sealed record QuestionKey(IReadOnlyList<int> Right)
{
    /// <summary>For a number: lowest input.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Least { get; init; }

    /// <summary>For a number: highest input.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Most { get; init; }

    /// <summary>For a number: number of decimals.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Decimals { get; init; }

    /// <summary>For a number: the exact answer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Answer { get; init; }

    /// <summary>For a text with gaps: whether capitals and accents count.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Exact { get; init; }

    /// <summary>For a text with gaps: words of each gap, the right ones first; <c>right</c> has their number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<IReadOnlyList<string>>? Gaps { get; init; }

    /// <summary>Options that stay at the end when the options are shuffled, by authored index.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Pinned { get; init; }

    /// <summary>
    /// All values that are right, for each part or for the only one, where any one of several is enough.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<IReadOnlyList<int>>? Accept { get; init; }

    /// <summary>The share of the points for each option that is not right, from 0 to 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<decimal>? Credits { get; init; }

    /// <summary>True when the player needs the script for the fields above.</summary>
    [JsonIgnore]
    public bool IsSpecial => Pinned is not null || Accept is not null || Credits is not null;

    /// <summary>For a scenario: ids of its nodes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Nodes { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ScenarioVariable>? Variables { get; init; }

    /// <summary>For a scenario: choices of each node.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<IReadOnlyList<ScenarioChoice>>? Ways { get; init; }
}

/// <summary>Variable of a scenario.</summary>
internal sealed record ScenarioVariable(string Name, int From, int To, int Start);

/// <summary>Choice in a scenario.</summary>
/// <param name="To">Index of the next node.</param>
/// <param name="Adds">Changes of variables.</param>
/// <param name="Needs">Bounds of variables between which the choice is offered.</param>
internal sealed record ScenarioChoice(int To, IReadOnlyList<ScenarioChange> Adds, IReadOnlyList<ScenarioBounds> Needs);

[JsonConverter(typeof(ScenarioChange.Converter))]
internal sealed record ScenarioChange(int Variable, int Add)
{
    internal sealed class Converter()
        : TupleConverter<ScenarioChange>(change => [change.Variable, change.Add], "variable", "add");
}

[JsonConverter(typeof(ScenarioBounds.Converter))]
internal sealed record ScenarioBounds(int Variable, int Least, int Most)
{
    internal sealed class Converter()
        : TupleConverter<ScenarioBounds>(
            bounds => [bounds.Variable, bounds.Least, bounds.Most],
            "variable",
            "least",
            "most"
        );
}

/// <summary>Converter with the names of the numbers in an array.</summary>
internal interface ITupleConverter
{
    IReadOnlyList<string> Names { get; }
}

/// <summary>Writes a record as an array of numbers.</summary>
internal abstract class TupleConverter<T>(Func<T, int[]> numbers, params string[] names)
    : JsonConverter<T>,
        ITupleConverter
{
    public IReadOnlyList<string> Names => names;

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (int number in numbers(value))
            writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }

    public sealed override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        throw new NotSupportedException("The player's data are only written.");
}
