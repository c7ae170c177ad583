using System.Globalization;
using System.Text.RegularExpressions;

namespace Protect.Scorm.Tests;

/// <summary>Habits of the player and its styles that would exclude learners.</summary>
public sealed partial class PlayerHabitsTests
{
    // Files whose listeners only take note of a press: whether the learner is active, pressing or printing.
    private static readonly string[] Watchers = ["forms.ts", "private-note.ts", "host.ts"];

    // Dragging, which lists and buttons next to it replace: DragTests.
    private static readonly string[] Dragging = ["drag.ts", "drag-lines.ts", "categorise.ts"];

    [Fact(
        DisplayName = "The player needs no drag, motion, hover, orientation or letter key, and nothing starts by itself"
    )]
    public void Habits()
    {
        var wrong = new List<string>();
        foreach (string file in Sources())
        {
            string text = Comments().Replace(File.ReadAllText(file), ""),
                name = Path.GetFileName(file);
            if (!Dragging.Contains(name))
                wrong.AddRange(Forbidden().Matches(text).Select(match => $"{name}: {match.Value}"));
            if (!Watchers.Contains(name) && !Dragging.Contains(name))
                wrong.AddRange(Presses().Matches(text).Select(match => $"{name}: {match.Value}"));
            wrong.AddRange(Letters().Matches(text).Select(match => $"{name}: {match.Value}"));
        }
        Assert.Equal([], wrong);
    }

    [Fact(DisplayName = "No animation that starts by itself lasts longer than 5 seconds")]
    public void Animations()
    {
        string[] styles = [.. Sources().Where(file => file.EndsWith(".css", StringComparison.Ordinal))];
        (string File, string Rule, double Seconds)[] all =
        [
            .. styles.SelectMany(file =>
                Shown().Matches(File.ReadAllText(file)).Select(match => (file, match.Value, Lasts(match.Value)))
            ),
        ];
        Assert.Contains(all, one => one.Rule.Contains("breath"));
        Assert.Equal([], all.Where(one => one.Seconds > 5).Select(one => $"{one.File}: {one.Rule}"));
    }

    [Theory(DisplayName = "The duration of an animation is read with its repetitions")]
    [InlineData("animation: come 0.25s ease-out;", 0.25)]
    [InlineData("animation: breath 8s ease-in-out 4;", 32)]
    [InlineData("animation: turn 300ms linear infinite;", double.PositiveInfinity)]
    [InlineData("animation: late 0s 12s forwards;", 0)]
    public void Durations(string rule, double seconds) => Assert.Equal(seconds, Lasts(rule));

    /// <summary>Returns the seconds that something moves: the first time of the rule, for each repetition.</summary>
    private static double Lasts(string rule)
    {
        if (rule.Contains("infinite"))
            return double.PositiveInfinity;
        Match time = Time().Match(rule);
        double seconds =
            double.Parse(time.Groups[1].Value, CultureInfo.InvariantCulture)
            / (time.Groups[2].Value == "ms" ? 1000 : 1);
        Match times = Times().Match(rule);
        return seconds * (times.Success ? double.Parse(times.Value, CultureInfo.InvariantCulture) : 1);
    }

    private static IEnumerable<string> Sources() =>
        new[] { Repository.At("src", "browser", "player"), Repository.At("templates", "default") }.SelectMany(folder =>
            Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".ts" or ".html" or ".css")
        );

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(
        "autoplay|accesskey|draggable|\"drag|devicemotion|deviceorientation|screen\\.orientation"
            + "|\\(\\s*orientation\\s*:|mouseenter|mouseover|pointerenter|pointerover|pointermove|<marquee|<blink"
            + "|http-equiv=\"refresh\"|setInterval|\\.play\\(\\)|\"focus\""
    )]
    private static partial Regex Forbidden();

    [GeneratedRegex("\"(mousedown|pointerdown|touchstart|touchmove)\"")]
    private static partial Regex Presses();

    /// <summary>Comparison of a key with a letter, digit or sign.</summary>
    [GeneratedRegex(@"\.key\s*[!=]==?\s*""[^""\s]""")]
    private static partial Regex Letters();

    [GeneratedRegex(@"animation\s*:[^;]*;")]
    private static partial Regex Shown();

    [GeneratedRegex(@"([\d.]+)(ms|s)\b")]
    private static partial Regex Time();

    [GeneratedRegex(@"(?<=\s)\d+(?=\s*[;\s])")]
    private static partial Regex Times();
}
