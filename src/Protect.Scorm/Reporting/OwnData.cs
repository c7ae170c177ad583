using Protect.Scorm.Inspecting.Scanning;
using Protect.Scorm.Playing;

namespace Protect.Scorm.Reporting;

/// <summary>Data of the browser program in a package that this tool built.</summary>
internal static class OwnData
{
    /// <summary>
    /// Returns the data as JSON; null for packages of other tools. They are in the program; in packages of release 0.3
    /// in a script of their own, or in index.html.
    /// </summary>
    /// <param name="text">Returns the text of a file; null when the package does not have it.</param>
    public static string? Of(Func<string, string?> text) =>
        InScript(text(PlayerBundle.ProgramFile)) ?? InScript(text("course.js")) ?? InPage(text("index.html"));

    private static string? InScript(string? script) => script is null ? null : PlayerData.InScript(script);

    private static string? InPage(string? page) => page is null ? null : ActiveContent.DataBlock(page, "course-data");
}
