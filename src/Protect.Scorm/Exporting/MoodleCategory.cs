using Protect.Scorm.Model;
using Protect.Scorm.Packaging;

namespace Protect.Scorm.Exporting;

/// <summary>Names the category of a module in a question bank of Moodle.</summary>
internal static class MoodleCategory
{
    private const string Top = "$course$/top";

    /// <summary>Returns the path of the category. A slash in a name is written twice.</summary>
    public static string Of(Course course, Module module) =>
        $"{Top}/{Name(course.Title.Value)}/{Name(module.Title.Value)}";

    private static string Name(string title) => PlainText.Line(title).Replace("/", "//", StringComparison.Ordinal);
}
