using Protect.Scorm.Diagnostics;
using static Protect.Scorm.Diagnostics.Severity;

namespace Protect.Scorm.Checking;

/// <summary>Table of warnings about weak questions and texts. An author may allow each of them with a reason.</summary>
internal static class QualityRules
{
    public static readonly DiagnosticRule LongestIsRight = new("longest-is-right", Warning,
        "In {0} of {1} questions with one right answer it is the longest.", "Shorten right options, or give the others as much to say: test-wise learners choose the longest.");

    public static readonly DiagnosticRule SamePlaceIsRight = new("same-place-is-right", Warning,
        "In {0} of {1} questions that are not shuffled the right answer is in place {2}.", "Write “shuffle: true”, or move right options.");

    public static readonly DiagnosticRule SameTruth = new("same-truth", Warning,
        "In {0} of {1} true-or-false questions the right answer is “{2}”.", "Turn some statements round, so that learners cannot guess.");

    public static readonly DiagnosticRule OptionsAlike = new("options-alike", Warning,
        "The options “{0}” and “{1}” read alike.", "Change or remove one of the two.");

    public static readonly DiagnosticRule NoWrongEnding = new("no-wrong-ending", Warning,
        "Whatever learners choose, “{0}” ends as right.", "Let a harmful choice lead to an ending with “ending: wrong” or “partly”.");

    public static readonly DiagnosticRule HarmEndsRight = new("harm-ends-right", Warning,
        "In “{0}” a choice that changes something for the worse can still end as right (choices like this: {1}).", "Let the change decide about the ending (“when”), or allow this if they can make it good.");

    public static readonly DiagnosticRule ChoiceWithoutEffect = new("choice-without-effect", Warning,
        "At the node “{0}” all choices lead to the same node and change nothing.", "Let them lead to different nodes, or change a variable; else a harmful choice ends as well as a careful one.");

    public static readonly DiagnosticRule SamePlaceIsBest = new("same-place-is-best", Warning,
        "In all {0} decisions of “{1}” the best choice is in place {2}.", "Move some of them.");

    public static readonly DiagnosticRule AllOfTheAbove = new("all-of-the-above", Warning,
        "“{0}” can be guessed, and makes no sense when options are shuffled.", "Make it “type: multiple-choice”, or write a real option.");

    public static readonly DiagnosticRule DoubleNegative = new("double-negative", Warning,
        "The question has more than one negation ({0}).", "Ask it the positive way.");

    public static readonly DiagnosticRule AbsoluteWord = new("absolute-word", Warning,
        "“{0}” in a wrong option gives it away.", "Leave it out, or say precisely when.");

    public static readonly DiagnosticRule ThinFeedback = new("thin-feedback", Warning,
        "The feedback says only whether the answer was right.", "Say why, in a sentence.");

    public static readonly DiagnosticRule NoFeedback = new("no-feedback", Warning,
        "The question “{0}” has no feedback: nobody learns from it.", "Add “feedback: right:” and “wrong:”.");

    public static readonly DiagnosticRule OverlappingOptions = new("overlapping-options", Warning,
        "The options “{0}” and “{1}” overlap.", "Make them exclude each other.");

    public static readonly DiagnosticRule CriticalWithoutSource = new("critical-without-source", Warning,
        "“{0}” is critical and names no source.", "Add “source:”, so that nobody has to take it on trust.");

    public static readonly DiagnosticRule HardToRead = new("hard-to-read", Warning,
        "The page “{0}” has a reading ease of {1}; the course aims at {2} or more.", "Shorter sentences and more common words make it easier.");

    public static readonly DiagnosticRule WordToAvoid = new("word-to-avoid", Warning,
        "“{0}” is on the course's list of words to avoid.{1}", "{2}");

    public static readonly DiagnosticRule DurationOff = new("duration-off", Warning,
        "The {0} says {1} minutes; its words, questions, exercises, videos and recordings take about {2}.", "Correct “duration”, leave it out to use the estimate, or say why with “allow”.");

    public static readonly DiagnosticRule PictureTellsPlace = new("picture-tells-place", Warning,
        "“{0}” says where it was taken (GPS), to everybody who has the package.", "“protect-scorm media --write” removes it and does not change how the picture looks.");

    public static readonly DiagnosticRule HeavyPicture = new("heavy-picture", Warning,
        "“{0}” weighs {1} for {2} × {3} pixels; {4} are plenty for what a page shows of it.", "“protect-scorm media --write” makes it smaller and keeps the original.");

    public static readonly IReadOnlyList<DiagnosticRule> All =
    [
        LongestIsRight, SamePlaceIsRight, SameTruth, OptionsAlike, NoWrongEnding, HarmEndsRight, ChoiceWithoutEffect, SamePlaceIsBest, AllOfTheAbove, DoubleNegative, AbsoluteWord, ThinFeedback, NoFeedback, OverlappingOptions, CriticalWithoutSource,
        HardToRead, WordToAvoid, DurationOff, PictureTellsPlace, HeavyPicture,
    ];
}
