using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Checking;

/// <summary>A learner's whole progress fits into the suspend data, whatever they answer.</summary>
internal sealed class StateFits : ICourseCheck
{
    public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        if (course.Modules.Count == 0) return;
        int most = StateLayout.WorstCase(course);
        if (most <= Scorm12Limits.SuspendData) return;
        var biggest = course.Modules
            .Select(module => (module, bits: module.Pages.SelectMany(page => page.Questions).Sum(q => StateLayout.Bits(q.Question, q.Assessed)) + module.Pages.Count))
            .OrderByDescending(m => m.bits).Take(3).ToList();
        string named = string.Join(", ", biggest.Select(m => $"module “{m.module.Id.Value}” {(m.bits + 5) / 6}"));
        bag.Add(CheckingRules.StateTooLarge, biggest[0].module.Id.Span, most, Scorm12Limits.SuspendData, $"Most of it: {named}.");
    }
}
