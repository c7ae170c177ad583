using System.Text;
using Protect.Scorm.Content;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>
/// Generates the author reference (courses/README.md) from the shapes: every field with type, default and description.
/// </summary>
internal static class CourseReference
{
    public static string Write()
    {
        var text = new StringBuilder(
            """
            # Writing a course

            This page is generated from the code that reads courses. Start with `protect-scorm new my-course`, or copy
            `courses/hello`.

            A course is a folder:

            ```
            my-course/
              course.yaml        its title, its modules, how it reports
              modules/*.yaml     one file per module, with its pages
              media/*            pictures, videos, recordings, downloads
              tools/*.yaml       forms, checklists, posters, cards and slides to print
              countries/*.yaml   numbers, links and duties of each country
              languages/*.xlf    translations
              layouts/*          layouts of earlier packages (“layouts add”): learners in progress keep everything
            ```

            The first line of each file names the schema, so that an editor completes and checks while you type.
            Never change an `id` once a course is in use: learners' progress, answers and results are stored under it.
            Titles, texts and order may change.

            Text fields take Markdown: `**bold**`, `*emphasis*`, `~~struck out~~`, `H~2~O`, `x^2^`, `## headings`,
            lists (also inside each other), `> quotations`, `` `code` ``, blocks of code between lines of three
            backticks, tables and links. A colon in the second line of a table aligns a column: `|:---:|` in the
            middle, `|---:|` at the end. A link leads to a page of the course (`[text](page:start)`) or to `https://…`,
            `mailto:…`, `tel:…`. A few inline HTML tags are allowed, such as `<span lang="en">grooming</span>` for a
            foreign word. A comment (`<!-- … -->`) does not go into the package. Pictures, boxes to tick and
            highlighted boxes are blocks of their own. There are no footnotes: “check” names them where they appear.
            A backslash before a mark shows it: `\*`. Paragraphs written in the other direction (Arabic in an English
            course) are recognised.

            Write a formula in TeX between dollar signs: `$x^2$` in a line, `$$…$$` on a line of its own. No space
            follows the first dollar sign or precedes the last one, so `from $5 to $10` stays a price; `\$` always shows
            a dollar sign. [Formulas](../docs/formulas.md) lists the commands. The name of a language after three
            backticks (```` ```python ````) appears above the code.

            Slots and citations are filled in wherever a text in Markdown has them: `{{ country.child_helpline }}`,
            `{{ source.convention }}`. To show double braces themselves, also in code, write four:
            `{{{{ name }}}}` appears as `{{ name }}`.

            Answer keys and feedback are part of the package: a learner who inspects it can find the right answers.

            """.ReplaceLineEndings("\n")
        );
        text.Append("\n## course.yaml\n");
        foreach (
            IShape shape in new IShape[]
            {
                CourseFile.Fields,
                TrackingFile.Fields,
                PackageFields.Fields,
                CountryNeedsFile.Fields,
            }
        )
            Table(text, shape);
        text.Append("\n## modules/*.yaml\n");
        foreach (
            IShape shape in new IShape[] { ModuleFile.Fields, PageFile.Fields, CoverFile.Fields, AssessmentFile.Fields }
        )
            Table(text, shape);
        text.Append("\n## Blocks\n");
        foreach (BlockKind kind in BlockKinds.All.Where(kind => kind is not IQuestionKind))
            Kind(text, kind);
        Table(text, KeepFields.Shape);
        text.Append(
            "\n## Questions\n\nA question among the blocks of a page is a formative knowledge check with "
                + "unlimited tries. "
                + "A question under `assessment: questions:` counts towards the result.\n"
        );
        foreach (BlockKind kind in BlockKinds.All.Where(kind => kind is IQuestionKind))
            Kind(text, kind);
        Table(text, PictureFields.InQuestion);
        text.Append(
            "\n## tools/*.yaml\n\nOne file per tool; its name is the id of the tool. “build --as toolbox” makes pages "
                + "to print and documents of them. [Tools to print and fill in](../docs/tools-to-print-and-fill-in.md) "
                + "shows how to write them.\n"
        );
        Table(text, ToolFile.Fields);
        text.Append(
            "\n## countries/*.yaml\n\nOne file per country, named after its code, such as `countries/FR.yaml`. "
                + "[Countries and organisations](../docs/countries-and-organisations.md) shows how to write it.\n"
        );
        Table(text, CountryFile.Fields);
        text.Append(
            "\n## banks/*.yaml\n\nQuestions and snippets for several courses, in the folder `banks` next to the "
                + "courses. [Share questions](../docs/share-questions.md) shows how to use them.\n"
        );
        Table(text, BankFile.Fields);
        text.Append(
            "\n## The file of an organisation\n\nA file of any name outside the course, for "
                + "`build --organisation ours.yaml`.\n"
        );
        Table(text, OrganisationFile.Fields);
        text.Append(
            "\n## theme.yaml\n\nA file in the folder that `theme:` names. [Themes](../docs/themes.md) shows examples.\n"
        );
        Table(text, ThemeFile.Fields);
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
        foreach (FieldDescription field in shape.Fields)
            Row(text, field, "");
    }

    private static void Row(StringBuilder text, FieldDescription field, string under)
    {
        string need =
            field.IsRequired ? "**needed**"
            : field.DefaultWords is { } words ? $"default `{words}`"
            : "";
        text.Append(
            $"| `{under}{field.Name}` | {field.TypeNoun}{(need.Length > 0 ? "; " + need : "")} | {field.Summary} |\n"
        );
        foreach (FieldDescription inner in field.Inner)
            Row(text, inner, $"{under}{field.Name}.");
    }
}
