using Protect.Scorm.Diagnostics;
using static Protect.Scorm.Diagnostics.Severity;

namespace Protect.Scorm.Checking;

/// <summary>Table of faults in the course: ids, files, tracking, gates, privacy.</summary>
internal static class CheckingRules
{
    public static readonly DiagnosticRule DuplicateId = new("duplicate-id", Error,
        "The {0} id “{1}” is used a second time; the first is {2}.", "Give this one an id of its own; tracking depends on it.");

    public static readonly DiagnosticRule EmptyPage = new("empty-page", Error,
        "The page “{0}” has nothing on it.", "Add “blocks:” or “assessment:”, or remove the page.");

    public static readonly DiagnosticRule CoverNotFirst = new("cover-not-first", Error,
        "The cover “{0}” is not the first page of its module.", "Move it to the top of “pages”. A module has one cover at most.");

    public static readonly DiagnosticRule MissingFile = new("missing-file", Error,
        "There is no file “{0}” in the course.{1}", "Put it there, or correct the path; capital and small letters count.");

    public static readonly DiagnosticRule HiddenBankFile = new("hidden-bank-file", Error,
        "The course has another file “{0}”, which would be shown instead of the one in the bank.", "Give one of the two another name.");

    public static readonly DiagnosticRule FileOutside = new("file-outside-course", Error,
        "“{0}” leaves the folder of the course.", "Copy the file into media/ and write media/<name>.");

    public static readonly DiagnosticRule FileNameClash = new("file-name-clash", Error,
        "In the package this file would have the same name as “{0}”: {1}.", "Rename one of the two; names are made of small letters, digits, points and hyphens.");

    public static readonly DiagnosticRule UnusedFile = new("unused-file", Warning,
        "No page uses this file, so it does not go into the package.", "Use it or remove it.");

    public static readonly DiagnosticRule EmptyMedia = new("empty-media", Error,
        "“{0}” is an empty file.", "Save or download it again; a download that was interrupted often leaves an empty file.");

    public static readonly DiagnosticRule WrongMedia = new("wrong-media", Error,
        "“{0}” should be {1}, but its content is {2}.", "Save it as {1}, or give it the ending of what it is; a web page instead of a file is often a download that needed a login.");

    public static readonly DiagnosticRule UnplayableMedia = new("unplayable-media", Error,
        "“{0}” cannot be played: {1}.", "Export it again: a video as MP4 (H.264 and AAC) or WebM, a recording as MP3.");

    public static readonly DiagnosticRule BadCaptions = new("bad-captions", Error,
        "These captions are not WebVTT: {0}.", "Correct this line; a caption is a line of times, then its text, then an empty line.");

    public static readonly DiagnosticRule UnsafeSvg = new("unsafe-svg", Error,
        "This picture holds {0}.", "Save it again as a plain SVG, without scripts, links to other files or foreign objects.");

    public static readonly DiagnosticRule BrokenSvg = new("broken-svg", Error,
        "This picture is not well-formed SVG: {0}", "Open it in a drawing program and save it again as a plain SVG.");

    public static readonly DiagnosticRule PassMarkOutOfReach = new("pass-mark-out-of-reach", Error,
        "Nobody can pass: {0}.", "{1}");

    public static readonly DiagnosticRule PassMarkOutsideRange = new("pass-mark-outside-range", Error,
        "A pass mark of {0} % is outside what the course allows, {1}-{2}.", "Choose a pass mark within “pass_mark_range”, or widen the range.");

    public static readonly DiagnosticRule NothingToScore = new("nothing-to-score", Error,
        "The score is to come from “{0}”, but the course has none.", "Add questions, or change “score”.");

    public static readonly DiagnosticRule VerdictWithoutScore = new("verdict-without-score", Error,
        "“decided_by: lms” needs the assessment's score: an LMS decides by score and mastery score alone.", "Add an assessment with “score: assessment”, or let the course decide.");

    public static readonly DiagnosticRule UnknownRule = new("unknown-rule", Error,
        "There is no warning “{0}” to allow.{1}", "Write the name of the warning as it is printed; errors cannot be allowed.");

    public static readonly DiagnosticRule UnusedAllowance = new("unused-allowance", Warning,
        "Nothing here gives the warning “{0}” any more.", "Remove it from “allow”.");

    public static readonly DiagnosticRule RepeatedTerm = new("repeated-term", Error,
        "“{0}” is in the glossary twice.", "Keep one of the two, also among the other forms.");

    public static readonly DiagnosticRule DrawTooLarge = new("draw-too-large", Error,
        "An attempt draws {0} questions, but there are only {1}.", "Draw fewer, or write more questions.");

    public static readonly DiagnosticRule NeverDrawn = new("never-drawn", Error,
        "No rule of the draw fits the question “{0}”: it would never be asked.", "Give it a tag or a difficulty that a rule names, or add a rule.");

    public static readonly DiagnosticRule CriticalFillDraw = new("critical-fill-draw", Error,
        "A draw of {2} is too small here: every attempt asks the critical questions, which are {0} of these {1}.", "Draw {3} or more, or remove “critical: true” from some of them.");

    public static readonly DiagnosticRule ReviewTooLate = new("review-too-late", Error,
        "The assessment would close after {0} failed attempts, but it allows only {1}.", "Write a smaller number, or allow more attempts.");

    public static readonly DiagnosticRule ReviewMissing = new("review-missing", Error,
        "“{0}” names no page to open after a wrong answer, and the assessment closes until such pages were opened.", "Write “review:” with the id of a page.");

    public static readonly DiagnosticRule ReviewShut = new("review-shut", Error,
        "The assessment could stay closed: the page “{0}” is to be opened after a wrong answer to “{1}”, but {2}.", "Name another page under “review”, or change what the page requires.");

    public static readonly DiagnosticRule CriticalCheck = new("critical-check", Error,
        "“{0}” is critical but outside the assessment, where that has no effect.", "Move it into the assessment, or remove “critical: true”.");

    public static readonly DiagnosticRule CriticalByLms = new("critical-decided-by-lms", Error,
        "“{0}” is critical, but the LMS decides by the score alone: it would pass a learner who has it wrong.", "Write “decided_by: course”, or remove “critical: true”.");

    public static readonly DiagnosticRule CreditWithoutShare = new("credit-without-share", Error,
        "The “credit” of an option of “{0}” has no effect: the assessment gives points only for completely right answers.", "Write “credit: share” in the assessment, or remove it from the option.");

    public static readonly DiagnosticRule UnclearRequirement = new("unclear-requirement", Error,
        "A requirement names one thing: a page, a check or a score.", "Write each as an item of its own.");

    public static readonly DiagnosticRule UnknownCheck = new("unknown-check", Error,
        "There is no knowledge check “{0}” whose answer is kept.{1}", "Write the id of a question on a page that is not private.");

    public static readonly DiagnosticRule ScoreWithoutAssessment = new("score-without-assessment", Error,
        "The course has no assessment whose score could open the page.", "Require a page or a check.");

    public static readonly DiagnosticRule DeadEnd = new("dead-end", Error,
        "The page “{0}” can never open: {1}.", "Change what it requires.");

    public static readonly DiagnosticRule PretestOutOfReach = new("pretest-out-of-reach", Error,
        "The pre-test of the page “{0}” asks for {1} right answers, and the page has {2} questions that are kept and marked.", "Ask for fewer, or add questions.");

    public static readonly DiagnosticRule UnknownModule = new("unknown-module-id", Error,
        "There is no module “{0}”.{1}", "Write the id of a module.");

    public static readonly DiagnosticRule PrivateAssessment = new("private-assessment", Error,
        "The page “{0}” is private and has an assessment, whose answers are kept and reported.", "Move the assessment to another page, or remove “private: true”.");

    public static readonly DiagnosticRule CoveredAssessment = new("covered-assessment", Error,
        "A content note on the page “{0}” covers the assessment; learners who skip it could not finish.", "Move the assessment to a page of its own.");

    public static readonly DiagnosticRule CoveredQuestion = new("covered-question", Error,
        "The question “{0}” follows a content note: a missing answer would show who skipped it.", "Write “private: true” on the page, or move the question to another page.");

    public static readonly DiagnosticRule SecondNote = new("second-content-note", Error,
        "The page “{0}” has a second content note.", "Say it all in the first one, or make two pages.");

    public static readonly DiagnosticRule NothingCovered = new("nothing-covered", Error,
        "Nothing follows the content note on the page “{0}”.", "Put it before the blocks it warns about.");

    public static readonly DiagnosticRule KeepWithoutCard = new("keep-without-card", Error,
        "Learners could keep “{0}”, but no page shows their card.", "Add a block “type: card” to a page near the end, or remove “keep”.");

    public static readonly DiagnosticRule EmptyCard = new("card-without-keep", Error,
        "Nothing in the course can be put on this card.", "Add “keep:” with an id and a title to the blocks that learners may want to keep, or remove the card.");

    public static readonly DiagnosticRule SecondCard = new("second-card", Error,
        "The course has a second card.", "Keep one of the two: everything a learner keeps is on one card.");

    public static readonly DiagnosticRule KeepOnPrivatePage = new("keep-on-private-page", Error,
        "“{0}” could be kept, but nothing of the private page “{1}” is kept anywhere.", "Remove “keep”, or move the block to a page that is not private.");

    public static readonly DiagnosticRule NotComparable = new("not-comparable", Error,
        "The page “{0}” cannot be compared: {1}.", "Name a page of knowledge checks that are right or wrong.");

    public static readonly DiagnosticRule UnequalComparison = new("unequal-comparison", Error,
        "“{0}” has {1} knowledge checks and “{2}” has {3}: each is compared with the one in the same place.", "Give both pages as many, in the same order.");

    public static readonly DiagnosticRule StateTooLarge = new("state-too-large", Error,
        "A learner's progress could take {0} characters; {1} fit. {2}", "Split the course in two, or ask less: the biggest parts are named.");

    public static readonly IReadOnlyList<DiagnosticRule> All =
    [
        DuplicateId, EmptyPage, CoverNotFirst, MissingFile, HiddenBankFile, FileOutside, FileNameClash, UnusedFile, EmptyMedia, WrongMedia, UnplayableMedia, BadCaptions, UnsafeSvg, BrokenSvg,
        PassMarkOutOfReach, PassMarkOutsideRange, NothingToScore, VerdictWithoutScore, DrawTooLarge, NeverDrawn, CriticalFillDraw, ReviewTooLate, ReviewMissing, ReviewShut, CriticalCheck, CriticalByLms, CreditWithoutShare, UnclearRequirement, UnknownCheck,
        ScoreWithoutAssessment, DeadEnd, PretestOutOfReach, UnknownModule, PrivateAssessment, CoveredAssessment, CoveredQuestion, SecondNote, NothingCovered,
        UnknownRule, UnusedAllowance, RepeatedTerm, KeepWithoutCard, EmptyCard, SecondCard, KeepOnPrivatePage, NotComparable, UnequalComparison, StateTooLarge,
    ];
}
