using System.Globalization;
using System.Text.RegularExpressions;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Inspecting.Running;

/// <summary>Access that content has to an element.</summary>
internal enum ElementAccess
{
    Read,
    Write,
    Both,
    Keyword,
}

/// <summary>Type of a value (RTE 1.2, 3.4.2): description, form, and most characters.</summary>
internal sealed record ElementType(string Words, Func<string, bool> Fits, int Most = Scorm12Limits.ShortText);

internal sealed record ElementRow(ElementAccess Access, bool IsOptional, ElementType Type);

/// <summary>Table of the SCORM 1.2 data model (RTE 1.2, 3.4.4), with “n” for an index.</summary>
internal static partial class DataModel12
{
    private static readonly ElementType Text255 = new("up to 255 characters", _ => true),
        Text4096 = new("up to 4,096 characters", _ => true, Scorm12Limits.SuspendData),
        Identifier =
            new("up to 255 characters without white space", value => value.Length > 0 && !value.Any(char.IsWhiteSpace)),
        Score = new("a number, or nothing", value => value.Length == 0 || Decimal().IsMatch(value)),
        Number = new("a number", value => Decimal().IsMatch(value)),
        Status = Words("passed", "completed", "failed", "incomplete", "browsed", "not attempted"),
        Exit = Words("time-out", "suspend", "logout", ""),
        Type = Words("true-false", "choice", "fill-in", "matching", "performance", "sequencing", "likert", "numeric"),
        Result =
            new(
                "correct, wrong, unanticipated, neutral or a number",
                value => value is "correct" or "wrong" or "unanticipated" or "neutral" || Decimal().IsMatch(value)
            ),
        Timespan = new("a time span like 0001:02:03.45", value => TimespanForm().IsMatch(value)),
        Time = new("a time of day like 14:02:03", value => TimeForm().IsMatch(value)),
        Audio = Whole(-1, 100),
        Speed = Whole(-100, 100),
        Shown = Whole(-1, 1);

    private static readonly Dictionary<string, ElementRow> Rows = new(StringComparer.Ordinal)
    {
        ["cmi._version"] = Keyword(),
        ["cmi.core._children"] = Keyword(),
        ["cmi.core.score._children"] = Keyword(),
        ["cmi.objectives._children"] = Keyword(true),
        ["cmi.objectives._count"] = Keyword(true),
        ["cmi.objectives.n.score._children"] = Keyword(true),
        ["cmi.student_data._children"] = Keyword(true),
        ["cmi.student_preference._children"] = Keyword(true),
        ["cmi.interactions._children"] = Keyword(true),
        ["cmi.interactions._count"] = Keyword(true),
        ["cmi.interactions.n.objectives._count"] = Keyword(true),
        ["cmi.interactions.n.correct_responses._count"] = Keyword(true),
        ["cmi.core.student_id"] = Read(),
        ["cmi.core.student_name"] = Read(),
        ["cmi.core.credit"] = Read(),
        ["cmi.core.entry"] = Read(),
        ["cmi.core.total_time"] = Read(),
        ["cmi.core.lesson_mode"] = Read(true),
        ["cmi.core.lesson_location"] = Both(Text255),
        ["cmi.core.lesson_status"] = Both(Status),
        ["cmi.core.score.raw"] = Both(Score),
        ["cmi.core.score.min"] = Both(Score, true),
        ["cmi.core.score.max"] = Both(Score, true),
        ["cmi.core.exit"] = Write(Exit, false),
        ["cmi.core.session_time"] = Write(Timespan, false),
        ["cmi.suspend_data"] = Both(Text4096),
        ["cmi.launch_data"] = Read(),
        ["cmi.comments"] = Both(Text4096, true),
        ["cmi.comments_from_lms"] = Read(true),
        ["cmi.objectives.n.id"] = Both(Identifier, true),
        ["cmi.objectives.n.status"] = Both(Status, true),
        ["cmi.objectives.n.score.raw"] = Both(Score, true),
        ["cmi.objectives.n.score.min"] = Both(Score, true),
        ["cmi.objectives.n.score.max"] = Both(Score, true),
        ["cmi.student_data.mastery_score"] = Read(true),
        ["cmi.student_data.max_time_allowed"] = Read(true),
        ["cmi.student_data.time_limit_action"] = Read(true),
        ["cmi.student_preference.audio"] = Both(Audio, true),
        ["cmi.student_preference.language"] = Both(Text255, true),
        ["cmi.student_preference.speed"] = Both(Speed, true),
        ["cmi.student_preference.text"] = Both(Shown, true),
        ["cmi.interactions.n.id"] = Write(Identifier),
        ["cmi.interactions.n.objectives.n.id"] = Write(Identifier),
        ["cmi.interactions.n.time"] = Write(Time),
        ["cmi.interactions.n.type"] = Write(Type),
        ["cmi.interactions.n.correct_responses.n.pattern"] = Write(Text255),
        ["cmi.interactions.n.weighting"] = Write(Number),
        ["cmi.interactions.n.student_response"] = Write(Text255),
        ["cmi.interactions.n.result"] = Write(Result),
        ["cmi.interactions.n.latency"] = Write(Timespan),
    };

    /// <summary>
    /// Returns the row of an element by its name with indices, case-sensitive; null for an unknown name.
    /// </summary>
    public static ElementRow? Of(string element) => Rows.GetValueOrDefault(Index().Replace(element, ".n"));

    /// <summary>Returns the element whose name differs only in case; null for none.</summary>
    public static string? InOtherCase(string element) =>
        Rows.Keys.FirstOrDefault(name =>
            name.Equals(Index().Replace(element, ".n"), StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Parses a number; null when the value is none.</summary>
    public static double? NumberOf(string value) =>
        Decimal().IsMatch(value)
        && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : null;

    /// <summary>Returns the seconds of a time span; null when the text is none.</summary>
    public static double? Seconds(string timespan) =>
        TimespanForm().Match(timespan) is { Success: true } match
            ? (3600 * int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
                + (60 * int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))
                + double.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture)
            : null;

    private static ElementRow Keyword(bool optional = false) => new(ElementAccess.Keyword, optional, Text255);

    private static ElementRow Read(bool optional = false) => new(ElementAccess.Read, optional, Text255);

    private static ElementRow Both(ElementType type, bool optional = false) => new(ElementAccess.Both, optional, type);

    private static ElementRow Write(ElementType type, bool optional = true) => new(ElementAccess.Write, optional, type);

    private static ElementType Words(params string[] words) =>
        new(
            string.Join(", ", words.Where(word => word.Length > 0)) + (words.Contains("") ? " or nothing" : ""),
            words.Contains
        );

    private static ElementType Whole(int least, int most) =>
        new(
            $"a whole number from {least} to {most}",
            value =>
                int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
                && number >= least
                && number <= most
        );

    [GeneratedRegex(@"\.\d+(?=\.|$)")]
    private static partial Regex Index();

    [GeneratedRegex(@"^-?\d+(\.\d+)?$")]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^(\d{2,4}):([0-5]\d):([0-5]\d(?:\.\d{1,2})?)$")]
    private static partial Regex TimespanForm();

    [GeneratedRegex(@"^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$")]
    private static partial Regex TimeForm();
}
