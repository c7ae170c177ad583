using Protect.Scorm.Diagnostics;
using static Protect.Scorm.Diagnostics.Severity;

namespace Protect.Scorm.Content;

/// <summary>Diagnostics about a single block or question.</summary>
internal static class ContentRules
{
    public static readonly DiagnosticRule ImageWithoutAlt = new("image-without-alt", Error,
        "The picture “{0}” has no text alternative.", "Add “alt: …” that says what it shows, or “decorative: true” when it adds nothing to the text.");

    public static readonly DiagnosticRule AltOnDecorative = new("alt-on-decorative", Error,
        "A decorative picture has a text alternative, which screen readers would never read.", "Remove “alt”, or “decorative: true”.");

    public static readonly DiagnosticRule FileType = new("unsupported-file-type", Error,
        "“{0}” cannot be used as {1}.", "Use one of these types: {2}.");

    public static readonly DiagnosticRule MalformedUrl = new("malformed-url", Error,
        "“{0}” is not a web address.", "Write the complete address, starting with https://.");

    public static readonly DiagnosticRule MalformedPhone = new("malformed-phone", Error,
        "“{0}” cannot be dialled.", "Write digits, spaces and a leading + only; put explanations into “about”.");

    public static readonly DiagnosticRule NoRightAnswer = new("no-right-answer", Error,
        "The question “{0}” has no right answer.", "Add “correct: true” to the right option.");

    public static readonly DiagnosticRule SeveralRightAnswers = new("several-right-answers", Error,
        "The single choice “{0}” has a second right answer here.", "Keep one “correct: true”; write “accept_any: true” on the question if any one of them is enough; or make it “type: multiple-choice”.");

    public static readonly DiagnosticRule OneToAccept = new("one-to-accept", Error,
        "“accept_any” of “{0}” has no effect: only one option is right.", "Mark the other right options with “correct: true”, or remove “accept_any”.");

    public static readonly DiagnosticRule CreditNotHere = new("credit-not-here", Error,
        "“credit” has no effect on this option: {0}.", "Remove it.");

    public static readonly DiagnosticRule CreditRange = new("credit-range", Error,
        "A credit of {0} is not between 0 and 1.", "Write the share of the points, such as 0.5; a right option gets all of them.");

    public static readonly DiagnosticRule PartlyNeverShown = new("partly-never-shown", Error,
        "The feedback “partly” of “{0}” is never shown: no option is partly right.", "Give an option a “credit”, such as 0.5, or remove “partly”.");

    public static readonly DiagnosticRule SharedItem = new("shared-item", Error,
        "“{0}” is in two categories.", "Change or remove one of the two. If it belongs in both, write it once, under “shared”, with the numbers of its categories.");

    public static readonly DiagnosticRule SharedCategories = new("shared-categories", Error,
        "“{0}” needs two or more different categories, with numbers from 1 to {1}.", "Count the categories as they are written, from 1.");

    public static readonly DiagnosticRule PictureTwice = new("picture-twice", Error,
        "The match “{0}” has two pictures.", "Write “match_picture” at one of its pairs.");

    public static readonly DiagnosticRule OptionCount = new("option-count", Error,
        "The question “{0}” has too few or too many options ({1}); it needs between 2 and {2}.", "Add or remove options.");

    public static readonly DiagnosticRule DuplicateOption = new("duplicate-option", Error,
        "The option “{0}” appears twice.", "Change or remove one of the two.");

    public static readonly DiagnosticRule UnknownPage = new("unknown-page", Error,
        "There is no page “{0}” in this course.{1}", "Write the id of a page.");

    public static readonly DiagnosticRule TooManyParts = new("too-many-parts", Error,
        "“{0}” has more possible answers than can be stored.", "Ask for fewer items at once, or make two questions.");

    public static readonly DiagnosticRule OneTarget = new("one-target", Error,
        "In “{0}” all items have the same match.", "Write at least two different matches.");

    public static readonly DiagnosticRule AreaOutside = new("area-outside", Error,
        "The area “{0}” extends beyond the picture.", "“left” plus “width” and “top” plus “height” are 100 at most.");

    public static readonly DiagnosticRule NumberRange = new("number-range", Error,
        "Between “least” and “most” of “{0}” there must be at least two numbers and at most ten million, with up to three decimals.", "Write other bounds.");

    public static readonly DiagnosticRule AnswerOutOfRange = new("answer-out-of-range", Error,
        "The right answers to “{0}” are not all between “least” and “most”.", "Change the bounds, the answer or the tolerance, which is not negative.");

    public static readonly DiagnosticRule UnknownGap = new("unknown-gap", Error,
        "There is no gap “{0}”.{1}", "Add it under “gaps”, or correct the name.");

    public static readonly DiagnosticRule GapNotOnce = new("gap-not-once", Error,
        "The gap “{0}” must appear exactly once in the text.", "Write [[its name]] where it belongs.");

    public static readonly DiagnosticRule WrongIsRight = new("wrong-is-right", Error,
        "In the gap “{0}” the word “{1}” is among the wrong words and among the right ones.", "Remove it from “wrong” or from “accept”; capitals and accents count only with “exact: true”.");

    public static readonly DiagnosticRule MarksInAnswer = new("marks-in-answer", Warning,
        "“{0}” is right only with its marks: a learner who types “{1}” is marked wrong.", "Write the answer without marks.");

    public static readonly DiagnosticRule FileNameAsAlt = new("file-name-as-alt", Warning,
        "“{0}” is the name of a file, not a text alternative.", "Say in a sentence what the picture shows.");

    public static readonly DiagnosticRule SameMark = new("same-mark", Error,
        "The mark of “{0}” lies exactly on another one.", "Move one of the two.");

    public static readonly DiagnosticRule RowLength = new("row-length", Error,
        "This row has {0} cells, and the table has {1} columns.", "Give each row a cell for each column; an empty one is “–”.");

    public static readonly IReadOnlyList<DiagnosticRule> All =
    [
        ImageWithoutAlt, AltOnDecorative, FileType, MalformedUrl, MalformedPhone, NoRightAnswer, SeveralRightAnswers, OneToAccept, CreditNotHere, CreditRange, PartlyNeverShown, SharedItem, SharedCategories, PictureTwice, OptionCount, DuplicateOption, UnknownPage,
        TooManyParts, OneTarget, AreaOutside, NumberRange, AnswerOutOfRange, UnknownGap, GapNotOnce, WrongIsRight, MarksInAnswer, FileNameAsAlt, SameMark, RowLength,
    ];
}
