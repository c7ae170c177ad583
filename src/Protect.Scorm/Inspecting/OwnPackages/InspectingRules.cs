using Protect.Scorm.Diagnostics;
using static Protect.Scorm.Diagnostics.Severity;
using Protect.Scorm.Inspecting.Scanning;

namespace Protect.Scorm.Inspecting.OwnPackages;

/// <summary>Table of faults in a package that this tool built.</summary>
internal static class InspectingRules
{
    public static readonly DiagnosticRule OutsideRequest = new("outside-request", Error,
        "The page would load “{0}”, which is not in the package.", "Put the file into the course or the theme; a package loads nothing from outside, so that no other site learns of a visit.");

    public static readonly DiagnosticRule InlineStyle = new("inline-style", Error,
        "A <{0}> has a style attribute, which the page's security policy refuses.", "Use a class, and put the style into the theme's CSS.");

    public static readonly DiagnosticRule InlineHandler = new("inline-handler", Error,
        "A <{0}> has a script in “{1}”, which the page's security policy refuses.", "Remove the attribute from the template.");

    public static readonly DiagnosticRule ActiveContent = new("active-content", Error,
        "The page contains “{0}”, which the compiler did not write; a page runs only the course's own program.", "Remove it from the theme or the text.");

    public static readonly IReadOnlyList<DiagnosticRule> All = [OutsideRequest, InlineStyle, InlineHandler, ActiveContent];
}
