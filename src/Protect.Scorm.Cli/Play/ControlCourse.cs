using System.Text;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli.Play;

/// <summary>
/// Small course of our own, built in memory. When a package stops responding, it shows whether the machine is too slow
/// for any package.
/// </summary>
internal static class ControlCourse
{
    private static readonly Lazy<PlayedPackage> Built = new(Build);

    public static PlayedPackage Package => Built.Value;

    private static PlayedPackage Build()
    {
        var files = new Dictionary<string, byte[]>
        {
            ["course.yaml"] = Encoding.UTF8.GetBytes(Course),
            ["modules/control.yaml"] = Encoding.UTF8.GetBytes(Module),
        };
        Dictionary<string, byte[]> package = CourseCompiler
            .Compile(SourceFolder.InMemory(files), new CompileOptions())
            .Package!.Files.ToDictionary(file => file.Name, file => file.Bytes.ToArray(), StringComparer.Ordinal);
        return PlayedPackage.Of("control", package.GetValueOrDefault)!;
    }

    private const string Course = """
        id: control
        version: 1.0.0
        language: en
        title: Control
        description: A course that plays wherever a browser works.
        duration: 1
        licence: CC0-1.0
        authors: [Protect.Scorm]
        modules: [control]

        """;

    private const string Module = """
        id: control
        title: Control
        pages:
          - id: page
            title: Page
            blocks:
              - type: text
                body: This page shows that the browser works.
              - type: true-false
                id: works
                prompt: This page is visible.
                answer: true
                feedback:
                  right: "Yes."
                  wrong: "It is."

        """;
}
