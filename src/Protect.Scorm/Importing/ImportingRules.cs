using Protect.Scorm.Diagnostics;
using static Protect.Scorm.Diagnostics.Severity;

namespace Protect.Scorm.Importing;

/// <summary>
/// Table of the loss report. {0} is the item: the name of the question, page or file in the source. Errors stop the
/// import, warnings name what was lost, notes what was changed. Formats share these rows; add one only for a new kind of
/// loss.
/// </summary>
internal static class ImportingRules
{
    // The source as a whole

    public static readonly DiagnosticRule UnknownFormat = new("import-unknown-format", Error,
        "“{0}” is in no format that can be imported.", "Name the format with “--from”; “protect-scorm import --help” lists them.");

    public static readonly DiagnosticRule Unreadable = new("import-unreadable", Error,
        "“{0}” cannot be read: {1}.", "Export or save the file again, then import it.");

    public static readonly DiagnosticRule TooLarge = new("import-too-large", Error,
        "“{0}” is too large: {1}.", "Split the file and import its parts.");

    public static readonly DiagnosticRule Nothing = new("import-nothing", Error,
        "“{0}” has nothing that can be imported.", "Look at the findings above, or name the format with “--from”.");

    public static readonly DiagnosticRule CourseUnreadable = new("import-course-unreadable", Error,
        "Modules cannot be added to “{0}”.", "Correct its errors, or write “modules:” as a list with one line per module.");

    // An item

    public static readonly DiagnosticRule ItemLost = new("import-item-lost", Warning,
        "“{0}” was not imported: {1}.", "Write it by hand, or correct the source and import it again.");

    public static readonly DiagnosticRule PartLost = new("import-part-lost", Warning,
        "“{0}”: {1} was lost, because {2}.", "Add it by hand if learners need it.");

    public static readonly DiagnosticRule Changed = new("import-changed", Note,
        "“{0}”: {1} became {2}.", "Compare both if the difference matters.");

    public static readonly DiagnosticRule Decide = new("import-decide", Warning,
        "“{0}”: {1}.", "A comment in the YAML file marks the place; decide, then remove the comment.");

    public static readonly DiagnosticRule Picture = new("import-picture", Warning,
        "“{0}”: the picture “{1}” was lost: {2}.", "Put the picture into media/ and name it in the question.");

    public static readonly DiagnosticRule PictureAlt = new("import-picture-alt", Warning,
        "“{0}”: the picture “{1}” has no text alternative in the source.", "Replace the text after “alt:”, or write “decorative: true” instead.");

    public static readonly DiagnosticRule Unsafe = new("import-unsafe", Warning,
        "“{0}”: {1} was removed.", "It could load or run something in the learner's browser; an imported text cannot have it.");

    public static readonly DiagnosticRule MoreLosses = new("import-more-losses", Warning,
        "{0} further findings are not shown.", "Import smaller parts to see them all.");

    public static readonly IReadOnlyList<DiagnosticRule> All =
    [
        UnknownFormat, Unreadable, TooLarge, Nothing, CourseUnreadable, ItemLost, PartLost, Changed, Decide, Picture, PictureAlt, Unsafe, MoreLosses,
    ];
}
