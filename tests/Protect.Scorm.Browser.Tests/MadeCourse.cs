namespace Protect.Scorm.Browser.Tests;

/// <summary>Small courses of one module, for a test that needs its own questions.</summary>
internal static class MadeCourse
{
    public static CompileResult Of(string id, string pages) =>
        Courses.Made(
            new()
            {
                ["course.yaml"] =
                    $"id: {id}\nversion: 1.0.0\nlanguage: en\ntitle: Made\ndescription: D.\nduration: 5\n"
                    + "licence: MIT\nauthors: [A]\nmodules: [one]\n",
                ["modules/one.yaml"] = "id: one\ntitle: One\npages:\n" + pages,
            }
        );
}
