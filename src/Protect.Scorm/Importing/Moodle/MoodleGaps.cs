using System.Globalization;
using System.Text.RegularExpressions;
using Protect.Scorm.Importing.Html;

namespace Protect.Scorm.Importing.Moodle;

/// <summary>
/// Reads texts with <c>[[1]]</c> whose words are in lists (gapselect) or boxes to drag (ddwtos): each gap offers the
/// words of its group.
/// </summary>
internal static partial class MoodleGaps
{
    /// <summary>Reads a question; null when it is lost, which is reported.</summary>
    public static DraftNode? Read(MoodleItem item)
    {
        (string Word, string Group)[] choices =
        [
            .. item
                .Element.Children.Where(child => child.Name is "selectoption" or "dragbox")
                .Select(choice =>
                    (HtmlReader.Plain(choice["text"]?.Text ?? "", 10_000), (choice["group"]?.Text ?? "1").Trim())
                ),
        ];
        if (choices.Length == 0)
        {
            item.Refuse("it has no words to choose from in a form that can be read");
            return null;
        }
        if (item.Element["questiontext"] is not { } holder)
        {
            item.Refuse("it has no text");
            return null;
        }
        string html = item.HtmlOf(holder);
        var gaps = new GapDraft(item, html);
        bool isTyped = false;
        int missing = 0;
        string written = Gap()
            .Replace(
                html,
                gap =>
                {
                    if (
                        !int.TryParse(gap.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                        || number < 1
                        || number > choices.Length
                    )
                    {
                        missing++;
                        return gap.Value;
                    }
                    (string word, string group) = choices[number - 1];
                    string[] others = [.. choices.Where(other => other.Group == group && other.Word != word).Select(other => other.Word)];
                    isTyped |= others.Length == 0;
                    return gaps.Add([word], others);
                }
            );
        if (missing > 0)
            item.Lost("a gap", "its number belongs to no word");
        DraftNode? question = gaps.Finish(written, item.Place(holder));
        if (question is null)
            return null;
        if (item.Kind == "ddwtos")
            item.Changed("words to drag into the text", "lists to choose from");
        if (isTyped)
            item.Changed("a gap with one word to choose", "a gap to type in");
        item.Feedback(question);
        return question;
    }

    [GeneratedRegex(@"\[\[(\d{1,4})\]\]")]
    private static partial Regex Gap();
}
