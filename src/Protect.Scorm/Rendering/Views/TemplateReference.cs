using System.Text;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Yaml;
using Scriban;

namespace Protect.Scorm.Rendering;

/// <summary>
/// Generates the reference of templates (templates/README.md) from the views: every template, name and attribute.
/// </summary>
internal static class TemplateReference
{
    private const string Introduction = """
        # Templates

        This page is generated from the code that fills in the templates.

        A theme is a folder of templates and styles. Every course starts from `default`. To change the look of a course,
        create your own folder, name it in `course.yaml` (`theme: theme`), and put into it only the files you change,
        under the same names. All other files come from `default`. [Themes](../docs/themes.md) shows this step by step.

        One exception: a theme with its own `theme.css` does not inherit `later.css` and the styles listed with
        `text.css` below. Copy those that you need.

        ## Files

        | File | Becomes |
        |---|---|

        """;

    private const string Styles = """
        | `blocks/<kind>.html` | one block; the kind is the author's `type:` |
        | `questions/<kind>.html` | the part of one question that learners answer with |
        | `theme.css` | style of every first page: colours, type, bar, menu |
        | `later.css` | style loaded after the first page: questions, notes, dialogs, print |
        | `text.css`, `cover.css`, `terms.css`, `support.css`, `organisation.css` | styles that some courses need |
        | `languages.css`, `cast.css`, `shapes.css`, `material.css`, `formula.css`, `code.css` | more of them |
        | `tool.css` | style of tools to print and fill in, and of their start page |
        | `blocks/<kind>.css`, `questions/<kind>.css` | style of one kind, included only in courses that use it |
        | `strings/<language>.yaml` | texts of the player: `page` for templates, `program` for the script |

        ## Syntax

        | To | Write |
        |---|---|
        | print | `{{ page.title }}` |
        | repeat | `{{ for item in block.items }}…{{ end }}` |
        | test whether something exists | `{{ if block.title }}…{{ else }}…{{ end }}` |
        | remove white space next to the braces | `{{~ … ~}}` |

        Templates support nothing else, because the program computes all values first. An unknown name stops the build
        with an error at its line, also in a part that the course never shows.

        - Text is escaped: `<` in a title remains a `<` for the reader. The author's Markdown and the output of other
          templates are already HTML and are printed unchanged.
        - Put variables in text or inside double quotes, never in an unquoted attribute, a `<script>` or a `<style>`.
        - A `style=` attribute has no effect, because the security policy of the package forbids it. Use a class.

        ## Names

        The type of a name says how to use it:

        | Type | Use |
        |---|---|
        | text, HTML, number | print it, or test whether it exists |
        | true or false | test it |
        | list | repeat it; `.size` is the number of its items. Names after `[]` belong to each item |
        | group | use the names below it |

        A field that the author left out is empty. A file is its address in the package. “Spare” marks names that the
        default theme does not use. A template cannot see which option is right, so it cannot reveal the answer.

        """;

    private const string Attributes = """

        ## Attributes for the script

        A page can be read without the script. The script finds elements by their `data-` attributes. Keep these
        attributes; you can change the HTML around them. Parts that need the script start `hidden`; the script shows
        them.

        """;

    private const string ForStyles = """

        ## Attributes for styles

        Templates do not contain these attributes. The script sets them, and the compiler sets `data-untranslated`.

        """;

    private const string Icons = """

        Icons are symbols at the top of `body.html`, `print.html`, `extra.html` and `booklet.html`:
        `<svg class="icon" aria-hidden="true"><use href="#i-tip"/></svg>`.

        """;

    public static string Write()
    {
        var text = new StringBuilder(Introduction);
        foreach (TemplateFile file in TemplateFiles.Frames)
            text.Append($"| `{file.Path}` | {file.Becomes} |\n");
        text.Append(Styles);
        IReadOnlyDictionary<string, IReadOnlySet<string>> used = Used();
        var everywhere = used.Values.SelectMany(paths => paths).ToHashSet(StringComparer.Ordinal);
        Table(text, "Every template", CommonView.Names([]), everywhere);
        foreach (TemplateFile file in TemplateFiles.Frames)
            Table(text, $"`{file.Path}`", file.Names, used[file.Path]);
        Shared(text, "blocks", BlockKinds.All.Where(kind => kind is not IQuestionKind), used);
        Shared(text, "questions", BlockKinds.All.Where(kind => kind is IQuestionKind), used);
        text.Append(Attributes);
        Table(text, TemplateAttributes.OfTemplates);
        text.Append(ForStyles);
        Table(text, TemplateAttributes.ForStyles);
        return text.Append(Icons).ToString().ReplaceLineEndings("\n");
    }

    /// <summary>Returns the paths of the names that each template of the default theme reads.</summary>
    private static Dictionary<string, IReadOnlySet<string>> Used()
    {
        SourceFolder theme = SourceFolder.Embedded("theme");
        return TemplateFiles.All.ToDictionary(
            file => file.Path,
            IReadOnlySet<string> (file) =>
                TemplateReading
                    .Of(Template.Parse(theme.Text(file.Path)!.Text, file.Path))
                    .Select(reading => string.Join('.', reading.Path).Replace($".{TemplateReading.Each}", "[]"))
                    .ToHashSet(StringComparer.Ordinal)
        );
    }

    /// <summary>Writes the templates of all kinds: the names they share once, then those of each kind.</summary>
    private static void Shared(
        StringBuilder text,
        string folder,
        IEnumerable<BlockKind> kinds,
        IReadOnlyDictionary<string, IReadOnlySet<string>> used
    )
    {
        TemplateFile[] files = [.. kinds.Select(TemplateFiles.Of)];
        string[] shared =
        [
            .. files
                .Select(file => Flat(file.Names, "").Select(row => row.Path))
                .Aggregate((all, paths) => all.Intersect(paths)),
        ];
        var everywhere = files.SelectMany(file => used[file.Path]).ToHashSet(StringComparer.Ordinal);
        Table(text, $"`{folder}/<kind>.html`", files[0].Names, everywhere, shared.Contains);
        foreach (TemplateFile file in files)
            Table(text, $"`{file.Path}`", file.Names, used[file.Path], path => !shared.Contains(path));
    }

    private static void Table(
        StringBuilder text,
        string title,
        IReadOnlyList<ViewName> names,
        IReadOnlySet<string> used,
        Predicate<string>? isShown = null
    )
    {
        (string Path, ViewName Name)[] rows = [.. Flat(names, "").Where(row => isShown?.Invoke(row.Path) != false)];
        if (rows.Length == 0)
            return;
        text.Append($"\n### {title}\n\n| Name | Type | |\n|---|---|---|\n");
        foreach ((string path, ViewName name) in rows)
            text.Append(
                $"| `{path}` | {Type(name.Shown)} | {name.Summary}{(used.Contains(path) ? "" : " Spare.")} |\n"
            );
    }

    private static IEnumerable<(string Path, ViewName Name)> Flat(IEnumerable<ViewName> names, string before) =>
        names.SelectMany(name =>
        {
            string path = before + name.Name;
            return Flat(name.Inner, name.Shown == Shown.List ? $"{path}[]." : $"{path}.").Prepend((path, name));
        });

    private static string Type(Shown shown) =>
        shown switch
        {
            Shown.Html => "HTML",
            Shown.Flag => "true or false",
            _ => shown.ToString().ToLowerInvariant(),
        };

    private static void Table(StringBuilder text, IReadOnlyList<AttributeGroup> groups)
    {
        foreach (AttributeGroup group in groups)
        {
            text.Append($"\n### {group.Place}\n\n| Attribute | |\n|---|---|\n");
            foreach ((string name, string summary) in group.Attributes)
                text.Append($"| `data-{name}` | {summary} |\n");
        }
    }
}
