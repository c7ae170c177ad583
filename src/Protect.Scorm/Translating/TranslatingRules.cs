using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Translating;

/// <summary>Table of diagnostics about translations.</summary>
internal static class TranslatingRules
{
    public static readonly DiagnosticRule MalformedXliff = new("malformed-xliff", Severity.Error,
        "This file is not XLIFF 1.2: {0}", "Write it again with “protect-scorm translate export”, and bring the translations back with “translate import”.");

    public static readonly DiagnosticRule WrongTargetLanguage = new("wrong-target-language", Severity.Error,
        "The file is named for “{0}”, but it says that it is from “{1}” to “{2}”.", "Name the file after its target language, and keep the source language of the course.");

    public static readonly DiagnosticRule LostPlaceholder = new("lost-placeholder", Severity.Error,
        "The translation of “{0}” lacks {1}.", "Keep every mark, link and slot of the source, in the order that your language wants.");

    public static readonly DiagnosticRule AddedPlaceholder = new("added-placeholder", Severity.Error,
        "The translation of “{0}” has {1}, which the source does not have.", "Take it out, or escape it with a backslash if it is meant as text.");

    public static readonly DiagnosticRule Untranslated = new("untranslated", Severity.Note,
        "{0} of {1} texts are shown in “{2}”: {3} have no translation, {4} have a translation of an older text.", "“protect-scorm translate export” writes the missing texts into the file.");

    public static readonly DiagnosticRule NotGoodEnough = new("translation-not-ready", Severity.Error,
        "“{0}” is not ready: {1} of {2} texts are {3} ({4} new, {5} stale, {6} translated, {7} reviewed).", "Finish the translation, or build with a lower “--require”; “translate status” lists what is left.");

    public static readonly DiagnosticRule NoTranslation = new("no-translation", Severity.Error,
        "There is no {0}: the course has no translation into “{1}”.{2}", "“protect-scorm translate export --language …” makes the file.");

    public static readonly DiagnosticRule RepeatedUnit = new("repeated-unit", Severity.Error,
        "The text “{0}” is in the file twice.", "Keep one of them.");

    public static readonly DiagnosticRule MalformedPo = new("malformed-po", Severity.Error,
        "This is not a line of a PO file: {0}", "Write the file again with “protect-scorm translate export --format po”.");

    public static readonly DiagnosticRule UnknownUnit = new("unknown-unit", Severity.Warning,
        "The course has no text “{0}”; its translation was left out.", "It was taken out of the course, or the file is of another course: export again to see what is there now.");

    public static readonly DiagnosticRule SourceChanged = new("source-changed", Severity.Warning,
        "The source of “{0}” has changed since this file was exported; its translation was left out.", "Export again, and translate the text as it is now.");

    public static readonly IReadOnlyList<DiagnosticRule> All =
        [UnknownUnit, SourceChanged, MalformedXliff, MalformedPo, WrongTargetLanguage, LostPlaceholder, AddedPlaceholder, Untranslated, NotGoodEnough, NoTranslation, RepeatedUnit];
}
