using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Checking;

/// <summary>Checks that the progress of a learner always fits into the suspend data of the LMS.</summary>
internal sealed class StateFits : ICourseCheck
{
    public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        if (course.Modules.Count == 0)
            return;
        StateBudget budget = StateBudget.Of(course);
        int limit = LmsTargets.ById(course.Tracking.Lms).SuspendData.Value;
        if (budget.Characters <= limit)
            return;
        string modules = string.Join(
            ", ",
            budget
                .Modules.OrderByDescending(module => module.Bits)
                .Take(3)
                .Select(module => $"module “{module.Id}” {module.Characters}")
        );
        string dearest = budget.LargestQuestion is { } question
            ? $"; question “{question.Id}” {(question.Bits + 5) / 6}"
            : "";
        string first = budget.Modules.MaxBy(module => module.Bits)!.Id;
        bag.Add(
            CheckingRules.StateTooLarge,
            course.Modules.First(module => module.Id.Value == first).Id.Span,
            budget.Characters,
            limit,
            $"Most of it: {modules}{dearest}."
        );
    }
}
