using System.Globalization;
using System.Text.RegularExpressions;
using Protect.Scorm.Inspecting.Rules;

namespace Protect.Scorm.Inspecting.Running;

/// <summary>Checks rules T07 to T14: elements used, and their values.</summary>
internal static partial class ElementChecks
{
    public static RunCheck Known(Trace trace) =>
        Places(
            RunRules.KnownElements,
            trace,
            call =>
                call.Element.Length == 0 || DataModel12.Of(call.Element) is not null
                    ? null
                    : [call.Element, DataModel12.InOtherCase(call.Element) is { } name ? $"; it has “{name}”" : ""]
        );

    public static RunCheck ReadOnly(Trace trace) =>
        Places(
            RunRules.ReadOnly,
            trace,
            call => call.IsSet && Access(call) == ElementAccess.Read ? [call.Element] : null
        );

    public static RunCheck WriteOnly(Trace trace) =>
        Places(
            RunRules.WriteOnly,
            trace,
            call => !call.IsSet && Access(call) == ElementAccess.Write ? [call.Element] : null
        );

    public static RunCheck Keywords(Trace trace) =>
        Places(
            RunRules.Keywords,
            trace,
            call => call.IsSet && Access(call) == ElementAccess.Keyword ? [call.Element] : null
        );

    public static RunCheck Values(Trace trace) =>
        OfSets(
            trace,
            (call, row) =>
                row.Type.Most <= 255 && row.Type.Words.Contains("white space") || row.Type.Fits(call.Value)
                    ? null
                    : (Grave(RunRules.Values, call), [call.Element, Cut(call.Value), row.Type.Words])
        );

    public static RunCheck Lengths(Trace trace) =>
        OfSets(
            trace,
            (call, row) =>
            {
                int length = call.Arguments[1].Length;
                if (length > row.Type.Most)
                    return (
                        RunRules.Lengths with
                        {
                            IsFormal = true,
                        },
                        [
                            call.Element,
                            $"{length.ToString("#,0", CultureInfo.InvariantCulture)} characters",
                            row.Type.Words,
                        ]
                    );
                return row.Type.Words.Contains("white space") && !row.Type.Fits(call.Value)
                    ? (
                        RunRules.Lengths with
                        {
                            IsFormal = true,
                        },
                        [call.Element, $"“{Cut(call.Value)}”", row.Type.Words]
                    )
                    : null;
            }
        );

    public static RunCheck ScoreRange(Trace trace) =>
        OfSets(
            trace,
            (call, _) =>
                ScoreElement().IsMatch(call.Element) && DataModel12.NumberOf(call.Value) is < 0 or > 100
                    ? (Grave(RunRules.ScoreRange, call), [call.Element, Cut(call.Value)])
                    : null
        );

    /// <summary>Checks the indices of lists. A list starts with the length the LMS returned, or empty.</summary>
    public static RunCheck Indices(Trace trace) =>
        RunCheck.Each(
            RunRules.Indices,
            trace.Ordinary.SelectMany(launch =>
            {
                var lengths = new Dictionary<string, int>(StringComparer.Ordinal);
                var found = new List<object?[]>();
                foreach (TraceCall call in launch.Asked)
                {
                    if (
                        call.Name == "LMSGetValue"
                        && call.Element.EndsWith("._count", StringComparison.Ordinal)
                        && int.TryParse(call.Result, out int count)
                    )
                        lengths[call.Element[..^"._count".Length]] = count;
                    if (!call.IsSet)
                        continue;
                    foreach (Match index in ListIndex().Matches(call.Element))
                    {
                        string list = call.Element[..index.Index];
                        if (!int.TryParse(index.Groups[1].Value, out int at))
                            at = int.MaxValue - 1;
                        int length = lengths.GetValueOrDefault(list);
                        if (at > length)
                            found.Add([call.Element, length == 1 ? "1 entry" : $"{length} entries"]);
                        lengths[list] = Math.Max(length, at + 1);
                    }
                }
                return found;
            })
        );

    internal static string Cut(string value) => value.Length > 60 ? value[..60] + "…" : value;

    /// <summary>Raises the severity for status, score, place and time, whose loss is noticed.</summary>
    private static PackageRule Grave(PackageRule rule, TraceCall call) =>
        rule with
        {
            IsFormal = !call.Element.StartsWith("cmi.core.", StringComparison.Ordinal),
        };

    private static ElementAccess? Access(TraceCall call) => DataModel12.Of(call.Element)?.Access;

    private static RunCheck Places(PackageRule rule, Trace trace, Func<TraceCall, object?[]?> look) =>
        RunCheck.Each(
            rule,
            trace
                .Ordinary.SelectMany(launch => launch.Asked)
                .Where(call => call.Name is "LMSGetValue" or "LMSSetValue")
                .Select(look)
                .OfType<object?[]>()
        );

    private static RunCheck OfSets(Trace trace, Func<TraceCall, ElementRow, (PackageRule Rule, object?[] Words)?> look)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var broken = new List<(PackageRule, object?[])>();
        foreach (TraceCall call in trace.Ordinary.SelectMany(launch => launch.Sets))
        {
            if (
                call.Arguments.Count < 2
                || DataModel12.Of(call.Element) is not { Access: ElementAccess.Both or ElementAccess.Write } row
                || look(call, row) is not { } found
            )
                continue;
            if (seen.Add(string.Join('\u0001', found.Words)))
                broken.Add(found);
        }
        return new RunCheck(broken);
    }

    [GeneratedRegex(@"\.score\.(raw|min|max)$")]
    private static partial Regex ScoreElement();

    [GeneratedRegex(@"\.(\d+)(?=\.)")]
    private static partial Regex ListIndex();
}
