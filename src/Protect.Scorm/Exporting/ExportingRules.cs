using Protect.Scorm.Diagnostics;
using static Protect.Scorm.Diagnostics.Severity;

namespace Protect.Scorm.Exporting;

/// <summary>
/// Table of the loss report of exports. {0} is the id of the question or page, {1} the format. Warnings name what was
/// lost, notes what was changed.
/// </summary>
internal static class ExportingRules
{
    public static readonly DiagnosticRule NoQuestions = new("export-no-questions", Error,
        "The course has no question that {0} can hold.", "Export to docx or markdown to get the texts of the course.");

    public static readonly DiagnosticRule QuestionLeftOut = new("export-question-left-out", Warning,
        "“{0}” is not in the export: {1} cannot hold {2}.", "Rebuild it by hand in the other program, or use a kind that the format can hold.");

    public static readonly DiagnosticRule KindChanged = new("export-kind-changed", Note,
        "“{0}”: {2} became {3}.", "{1} has no such kind of question; compare both if the difference matters.");

    public static readonly DiagnosticRule PartLost = new("export-part-lost", Warning,
        "“{0}”: {2} was lost.", "{1} has no place for it; add it by hand in the other program if people need it.");

    public static readonly DiagnosticRule PartChanged = new("export-part-changed", Note,
        "“{0}”: {2} became {3}.", "{1} has no place of its own for it; compare both if the difference matters.");

    public static readonly DiagnosticRule SlotsFilled = new("export-slots-filled", Note,
        "“{0}”: slots and citations were filled in, such as “{1}”.", "The export has the text that learners read; only the files of the course have the slot.");

    public static readonly DiagnosticRule PictureFormat = new("export-picture-format", Warning,
        "“{0}”: the picture “{1}” was replaced by its text alternative.", "{2} shows PNG and JPEG only; put a copy in one of these formats into the course.");

    public static readonly IReadOnlyList<DiagnosticRule> All =
    [
        NoQuestions, QuestionLeftOut, KindChanged, PartLost, PartChanged, SlotsFilled, PictureFormat,
    ];
}
