using System.Text;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Tests;

/// <summary>A course of one page, in memory, which each test changes.</summary>
internal static class TestCourse
{
    public const string Course =
        "id: spec\nversion: 1.0.0\nlanguage: en\ntitle: Spec\ndescription: A course for a test.\nduration: 5\n"
        + "licence: CC-BY-SA-4.0\nauthors: [Somebody]\nmodules: [one]\n";

    public const string Countries =
        "country:\n  to_confirm: to be confirmed\n  slots:\n    - {id: child_helpline, title: Helpline, "
        + "empty: the child helpline of your country}\n";

    public const string Module =
        "id: one\ntitle: One\npages:\n  - id: start\n    title: Start\n    blocks:\n      - type: text\n"
        + "        body: Hello.\n";

    public static Dictionary<string, byte[]> Files() =>
        new() { ["course.yaml"] = Utf8(Course), ["modules/one.yaml"] = Utf8(Module) };

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static CompileResult Compile(IReadOnlyDictionary<string, byte[]> files, CompileOptions? options = null) =>
        CourseCompiler.Compile(SourceFolder.InMemory(files), options ?? new CompileOptions());

    /// <summary>Returns a course of one page with these blocks, as written under <c>blocks:</c>.</summary>
    public static CompileResult CompileBlocks(string blocks)
    {
        Dictionary<string, byte[]> files = Files();
        files["modules/one.yaml"] = Utf8(Module.Replace("      - type: text\n        body: Hello.\n", blocks));
        return Compile(files);
    }
}
