using Protect.Scorm.Diagnostics;
using static Protect.Scorm.Diagnostics.Severity;

namespace Protect.Scorm.Reading;

/// <summary>Diagnostics about reading the files of a course.</summary>
internal static class ReadingRules
{
    public static readonly DiagnosticRule NoCourse = new("no-course", Error,
        "There is no course.yaml here.{0}", "Name the folder of a course, or make one with “protect-scorm new <folder>”.");

    public static readonly DiagnosticRule MissingModule = new("missing-module", Error,
        "There is no file modules/{0}.yaml.{1}", "Create it, or correct the name in “modules”.");

    public static readonly DiagnosticRule RepeatedModule = new("repeated-module", Error,
        "The module file “{0}” is listed twice.", "Keep it once.");

    public static readonly DiagnosticRule UnusedModule = new("unused-module", Warning,
        "This module is not listed in course.yaml, so no learner will see it.", "Add “{0}” to “modules”, or remove the file.");

    public static readonly DiagnosticRule MalformedLanguage = new("malformed-language", Error,
        "“{0}” is not a language tag.", "Write a tag such as fr, en or pt-BR (BCP 47).");

    public static readonly DiagnosticRule MalformedVersion = new("malformed-version", Error,
        "“{0}” cannot be a version.", "Write digits and dots, such as 1.0.0; up to {1} characters.");

    public static readonly DiagnosticRule SecondAssessment = new("second-assessment", Error,
        "The course has a second assessment here; the first is on the page “{0}”.", "SCORM 1.2 knows one score: keep one assessment, and make the other questions knowledge checks.");

    public static readonly DiagnosticRule UnknownEdition = new("unknown-edition", Error,
        "The course has no edition “{0}”.{1}", "The editions under “editions” in course.yaml: {2}.");

    public static readonly DiagnosticRule FixedPassMark = new("fixed-pass-mark", Error,
        "The course does not allow a different pass mark for a package.", "Leave the course's own, or write “pass_mark_range: 70-90” under “tracking” in a course with an assessment.");

    public static readonly DiagnosticRule MarksInPlainText = new("marks-in-plain-text", Warning,
        "“{0}” is in plain text, where learners read the marks.", "Write the words without marks; only texts in Markdown can have them.");

    public static readonly DiagnosticRule UnknownBank = new("unknown-bank", Error,
        "There is no bank “{0}”.{1}", "Create {2}, or correct the name after “use”.");

    public static readonly DiagnosticRule UnknownBankItem = new("unknown-bank-item", Error,
        "The bank “{0}” has no question or snippet “{1}”.{2}", "It has: {3}.");

    public static readonly DiagnosticRule RepeatedBankId = new("repeated-bank-id", Error,
        "The bank has “{0}” twice; the first is on line {1}.", "Give this one another id.");

    public static readonly DiagnosticRule BankInBank = new("bank-in-bank", Error,
        "A bank cannot use another bank.", "Write the block here, or use the other bank in the course.");

    public static readonly DiagnosticRule FixedByBank = new("fixed-by-bank", Error,
        "“{0}” cannot be changed where shared material is used.", "Remove it here, or write it in the bank, for all courses.");

    public static readonly IReadOnlyList<DiagnosticRule> All =
        [UnknownBank, UnknownBankItem, RepeatedBankId, BankInBank, FixedByBank, NoCourse, MissingModule, RepeatedModule, UnusedModule, MalformedLanguage, MalformedVersion, SecondAssessment, UnknownEdition, FixedPassMark, MarksInPlainText];
}
