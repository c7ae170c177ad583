using System.Text;
using Protect.Scorm.Content;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>The author reference (courses/README.md), from the shapes: every field with its type, its default and its sentence.</summary>
internal static class CourseReference
{
    public static string Write()
    {
        var text = new StringBuilder(
            """
            # Writing a course

            This page is generated from the program that reads courses; a test keeps it so. Start with `protect-scorm new my-course`, or copy `courses/hello`.

            A course is a folder:

            ```
            my-course/
              course.yaml        what it is called, its modules, how it reports
              modules/*.yaml     one file a module, with its pages
              media/*            pictures, films, recordings, files to keep
              layouts/*          the .state.json files of earlier packages: learners in progress keep everything
            ```

            The first line of each file names the schema, so that an editor completes and checks while you type.
            `id`s are yours and stay: learners' progress, answers and results hang on them. Titles, texts and order may change.
            Text fields take Markdown: `**bold**`, `*stress*`, lists, tables, `## headings`, and links: `[text](page:start)` to a page of the course,
            `https://…`, `mailto:…`, `tel:…`. Of HTML only a few inline tags may stand in a text, such as `<span lang="en">grooming</span>` for a foreign word.

            Keys and feedback travel inside the package: a right answer in a browser is no secret to somebody who looks for it.

            """.ReplaceLineEndings("\n")
        );
        text.Append("\n## course.yaml\n");
        foreach (IShape shape in new IShape[] { CourseFile.Fields, TrackingFile.Fields, PackageFields.Fields })
            Table(text, shape);
        text.Append("\n## modules/*.yaml\n");
        foreach (IShape shape in new IShape[] { ModuleFile.Fields, PageFile.Fields, AssessmentFile.Fields })
            Table(text, shape);
        text.Append("\n## Blocks\n");
        foreach (BlockKind kind in BlockKinds.All.Where(kind => kind is not IQuestionKind))
            Kind(text, kind);
        text.Append(
            "\n## Questions\n\nA question among the blocks of a page is a knowledge check: tries as wished, never punishing. In `assessment: questions:` it counts.\n"
        );
        foreach (BlockKind kind in BlockKinds.All.Where(kind => kind is IQuestionKind))
            Kind(text, kind);
        return text.ToString();
    }

    private static void Kind(StringBuilder text, BlockKind kind)
    {
        Table(text, kind.Shape);
        text.Append("\n```yaml\n").Append(kind.Example.ReplaceLineEndings("\n").TrimEnd()).Append("\n```\n");
    }

    private static void Table(StringBuilder text, IShape shape)
    {
        text.Append($"\n### {shape.Name}\n\n{shape.Summary}\n\n| field | value | |\n|---|---|---|\n");
        foreach (FieldFacts field in shape.Facts)
            Row(text, field, "");
    }

    private static void Row(StringBuilder text, FieldFacts field, string under)
    {
        string need =
            field.IsRequired ? "**needed**"
            : field.DefaultWords is { } words ? $"default `{words}`"
            : "";
        text.Append(
            $"| `{under}{field.Name}` | {field.TypeNoun}{(need.Length > 0 ? "; " + need : "")} | {field.Summary} |\n"
        );
        foreach (FieldFacts inner in field.Inner)
            Row(text, inner, $"{under}{field.Name}.");
    }
}
