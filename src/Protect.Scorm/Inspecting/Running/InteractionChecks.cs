using System.Text.RegularExpressions;

namespace Protect.Scorm.Inspecting.Running;

/// <summary>Checks rule T23: order and form of the calls that report an interaction.</summary>
internal static partial class InteractionChecks
{
    public static RunCheck Order(Trace trace) =>
        RunCheck.Each(
            RunRules.InteractionOrder,
            trace
                .Ordinary.SelectMany(launch => launch.Sets)
                .Select(call => (Call: call, Match: Member().Match(call.Element)))
                .Where(one => one.Match.Success)
                .GroupBy(one => one.Match.Groups[1].Value)
                .SelectMany(group =>
                    Look(group.Key, [.. group.Select(one => (one.Match.Groups[2].Value, one.Call.Value))])
                )
        );

    private static IEnumerable<object?[]> Look(string index, (string Member, string Value)[] sets)
    {
        if (sets[0].Member != "id")
            yield return [$"Interaction {index} begins with {sets[0].Member}, not with its id."];
        string type = "";
        foreach ((string member, string value) in sets)
        {
            if (member == "type")
                type = value;
            else if (member == "student_response" || member.StartsWith("correct_responses.", StringComparison.Ordinal))
            {
                if (type.Length == 0)
                    yield return [$"Interaction {index} has a response before its type."];
                else if (!Fits(type, value))
                    yield return
                    [
                        $"Interaction {index} is of type {type}, "
                            + $"but its response “{ElementChecks.Cut(value)}” has another form.",
                    ];
            }
        }
    }

    private static bool Fits(string type, string value) =>
        type switch
        {
            "true-false" => TrueFalse().IsMatch(value),
            "choice" or "sequencing" => Choice().IsMatch(value),
            "matching" => Pairs().IsMatch(value),
            "numeric" => DataModel12.NumberOf(value) is not null,
            "likert" => value.Length <= 1,
            _ => true,
        };

    [GeneratedRegex(@"^cmi\.interactions\.(\d+)\.(.+)$")]
    private static partial Regex Member();

    [GeneratedRegex("^[01tf]")]
    private static partial Regex TrueFalse();

    [GeneratedRegex(@"^\{?([0-9a-zA-Z](,[0-9a-zA-Z])*)?\}?$")]
    private static partial Regex Choice();

    [GeneratedRegex(@"^\{?([0-9a-zA-Z]\.[0-9a-zA-Z](,[0-9a-zA-Z]\.[0-9a-zA-Z])*)?\}?$")]
    private static partial Regex Pairs();
}
