using Protect.Scorm.Diagnostics;
using static Protect.Scorm.Diagnostics.Severity;

namespace Protect.Scorm.Inspecting;

/// <summary>What can be wrong with a finished package. A table.</summary>
internal static class InspectingRules
{
    public static readonly DiagnosticRule OutsideRequest = new("outside-request", Error,
        "The page would ask for “{0}”, which is not in the package.", "Put the file into the course or the theme; a package asks nothing of the outside, so that no visit is known elsewhere.");

    public static readonly DiagnosticRule InlineStyle = new("inline-style", Error,
        "A <{0}> has a style attribute, which the page's security policy refuses.", "Use a class, and put the style into the theme's CSS.");

    public static readonly DiagnosticRule InlineHandler = new("inline-handler", Error,
        "A <{0}> has a program in “{1}”, which the page's security policy refuses.", "Remove the attribute from the template.");

    public static readonly DiagnosticRule ActiveContent = new("active-content", Error,
        "The page contains “{0}”, which the compiler did not write; a page runs only the course's own program.", "Remove it from the theme or the text.");

    public static readonly IReadOnlyList<DiagnosticRule> All = [OutsideRequest, InlineStyle, InlineHandler, ActiveContent];
}
