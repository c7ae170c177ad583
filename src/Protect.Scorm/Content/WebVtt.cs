using System.Globalization;
using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Content;

/// <summary>A caption: start and end in seconds, and its plain text.</summary>
internal sealed record Cue(double Start, double End, string Text);

/// <summary>
/// Reads WebVTT captions (W3C WebVTT, section 4): times and text of the cues, without notes, styles and positions.
/// </summary>
internal static partial class WebVtt
{
    /// <summary>
    /// Reads the cues; a fault has the line (from 1) and the reason why the file is not valid WebVTT.
    /// </summary>
    public static IReadOnlyList<Cue> Read(SourceFile file, out (int Line, string Reason)? fault)
    {
        fault = null;
        var cues = new List<Cue>();
        if (!file.Line(1).StartsWith("WEBVTT", StringComparison.Ordinal))
            fault = (1, "the first line must be “WEBVTT”");
        for (int line = 2; line <= file.LineCount && fault is null; line++)
        {
            if (!file.Line(line).Contains("-->"))
                continue;
            Match times = Times().Match(file.Line(line));
            if (!times.Success)
            {
                fault = (line, "the times must look like “00:01.000 --> 00:04.000”");
                break;
            }
            double start = Seconds(times.Groups[1].Value),
                end = Seconds(times.Groups[2].Value);
            if (end <= start)
                fault = (line, "the caption ends before it starts");
            var text = new List<string>();
            while (line + 1 <= file.LineCount && file.Line(line + 1).Trim().Length > 0)
                text.Add(Tags().Replace(file.Line(++line), "").Trim());
            cues.Add(new Cue(start, end, System.Net.WebUtility.HtmlDecode(string.Join("\n", text))));
        }
        if (fault is null && cues.Count == 0)
            fault = (1, "it contains no captions");
        return cues;
    }

    private static double Seconds(string time) =>
        time.Split(':').Aggregate(0.0, (sum, part) => (sum * 60) + double.Parse(part, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^\s*((?:\d{2,}:)?\d{2}:\d{2}\.\d{3})\s+-->\s+((?:\d{2,}:)?\d{2}:\d{2}\.\d{3})")]
    private static partial Regex Times();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
