using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Cli.Reports;

/// <summary>Which box a coordinator ticks in Moodle's activity completion, for how the course reports (seen on Moodle 4.1).</summary>
internal static class MoodleAdvice
{
    public static string For(CourseFacts facts)
    {
        const string where = "In Moodle, “Activity completion”, “Require status”:";
        bool verdict = facts.Tracking.Report is ReportStyle.PassedFailed or ReportStyle.PassedIncomplete;
        if (facts.Tracking.DecidedBy.Value == VerdictBy.Lms) return $"{where} tick “Passed” and “Completed”; Moodle decides by the mastery score.";
        return verdict
            ? $"{where} leave “Completed” ticked, as it is; the course reports completed, then passed."
            : $"{where} leave “Completed” ticked, as it is.";
    }
}
