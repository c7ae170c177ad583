using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Packaging;

/// <summary>Reports packages that are larger than their course allows; they are not written.</summary>
internal static class Budget
{
    private const int Named = 5;

    public static void Check(Course course, Package package, FileImage zip, DiagnosticBag bag)
    {
        if (course.Variants.Budgets.Of(course.Size) is not { } budget || zip.Length <= budget.Value)
            return;
        IEnumerable<string> largest = package
            .Files.OrderByDescending(file => file.Bytes.Length)
            .ThenBy(file => file.Name, StringComparer.Ordinal)
            .Take(Named)
            .Select(file =>
                $"{file.Name} ({ByteSizes.Show(file.Bytes.Length)}{(file.IsText ? " before it is packed" : "")})"
            );
        bag.Add(
            PackagingRules.OverBudget,
            budget.Span,
            course.Size.ToString().ToLowerInvariant(),
            ByteSizes.Show(zip.Length),
            ByteSizes.Show(budget.Value),
            string.Join(", ", largest)
        );
    }
}
