using Protect.Scorm.Model;
using Protect.Scorm.Reading;

namespace Protect.Scorm.Cli;

/// <summary>Course that <c>new</c> writes.</summary>
internal static class StarterCourse
{
    /// <summary>Returns a course id made from a folder name: at most 40 letters, digits and hyphens.</summary>
    public static string IdFrom(string folderName)
    {
        string slug = string.Concat(AsciiText.Spell(folderName).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'))
            .Trim('-');
        if (slug.Length == 0 || !char.IsAsciiLetter(slug[0]))
            slug = ("course-" + slug).TrimEnd('-');
        return slug.Length > 40 ? slug[..40].TrimEnd('-') : slug;
    }

    public static IReadOnlyDictionary<string, string> Files(string id) =>
        new Dictionary<string, string>
        {
            ["course.yaml"] = CourseYaml.Replace("{id}", id),
            ["modules/welcome.yaml"] = ModuleYaml,
            ["course.schema.json"] = CourseSchema.Write(),
        };

    private const string CourseYaml = """
        # yaml-language-server: $schema=course.schema.json
        id: {id}                # never change it once people have started the course
        version: 0.1.0
        language: en
        title: My course
        description: One plain paragraph about this course, for catalogues.
        licence: CC-BY-SA-4.0
        authors:
          - Your name
        modules:                # files in modules/, in order
          - welcome

        """;

    private const string ModuleYaml = """
        # yaml-language-server: $schema=../course.schema.json
        id: welcome
        title: Welcome
        pages:
          - id: start
            title: Start here
            blocks:
              - type: text
                body: |
                  Write your text in **Markdown**. Then look at [the question](page:try).

          - id: try
            title: Try it
            blocks:
              - type: single-choice
                id: first-question
                prompt: What makes a question useful to learners?
                options:
                  - text: Feedback that explains the answer.
                    correct: true
                    feedback: Yes. Learners remember reasons.
                  - text: A trick.
                    feedback: Trick questions teach people to look for tricks.
                feedback:
                  right: Explain here why the answer is right.
                  wrong: Give a hint here. Learners can try again as often as they like.

        """;
}
