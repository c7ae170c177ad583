using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Formulas;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Rendering;

/// <summary>
/// Files that decide how a course looks, in layers: the folder given on the command line, the course's own, the
/// built-in theme. The first that has a file wins.
/// </summary>
internal sealed class Theme
{
    private readonly IReadOnlyList<SourceFolder> _layers;
    private readonly SourceFolder _templates = SourceFolder.Embedded("theme");
    private readonly SourceFolder _styles = SourceFolder.Embedded("bundle");
    private readonly List<(SourceFolder Folder, ThemeFile Theme)> _values = [];

    /// <param name="layers">The folders before the built-in theme.</param>
    /// <param name="yaml">The parsed files.</param>
    /// <param name="bag">Receives the diagnostics.</param>
    public Theme(IReadOnlyList<SourceFolder> layers, YamlFiles yaml, DiagnosticBag bag)
    {
        (_layers, Yaml) = (layers, yaml);
        string[] known =
        [
            .. _templates.Files,
            Base,
            Later,
            Tool,
            .. Uses.Select(use => use.File),
            .. BlockKinds.All.Select(StylePath),
            ThemeFile.Name,
        ];
        foreach (SourceFolder layer in layers)
        {
            ReadValues(layer, bag);
            foreach (
                string file in layer.Files.Where(file =>
                    !known.Contains(file) && !IsLanguage(file) && !IsFont(layer, file)
                )
            )
                bag.Add(
                    RenderingRules.UnknownThemeFile,
                    SourceFile.WithoutText(layer.Display(file)).Start,
                    file,
                    Nearest.Hint(file, known)
                );
        }
    }

    /// <summary>Reads the values of a folder, and of the shipped theme below it.</summary>
    private void ReadValues(SourceFolder layer, DiagnosticBag bag)
    {
        if (!layer.Exists(ThemeFile.Name))
            return;
        if (
            Yaml.Read(layer, ThemeFile.Name, bag) is not YamlMap map
            || ThemeFile.Fields.Read(map, bag) is not { } values
        )
            return;
        _values.Add((layer, values));
        if (values.BasedOn is { } other && ShippedTheme(other.Value) is { } shipped)
            ReadValues(shipped, bag);
    }

    /// <summary>Returns the folder of a theme that ships with the tool; null for another name.</summary>
    public static SourceFolder? ShippedTheme(string name) =>
        ThemeFile.Shipped.Contains(name) ? SourceFolder.Embedded("themes").Subfolder(name) : null;

    /// <summary>
    /// Returns true for a font file that the values of its folder name; wrong capitals are another error.
    /// </summary>
    private bool IsFont(SourceFolder layer, string file) =>
        _values.Any(value =>
            value.Folder == layer
            && value.Theme.Fonts is { } fonts
            && new[] { fonts.Text, fonts.Bold, fonts.Headings }.Any(font =>
                string.Equals(font?.Value, file, StringComparison.OrdinalIgnoreCase)
            )
        );

    /// <summary>Returns the style of the values in theme.yaml, checked with the colour of the organisation.</summary>
    public ThemeStyle Values(Organisation? organisation, DiagnosticBag bag) =>
        ThemeStyle.Of(_values, [Css(Base), Css(Text)], organisation, bag);

    /// <summary>The parsed files of the theme.</summary>
    public YamlFiles Yaml { get; }

    /// <summary>Languages that have player strings.</summary>
    public IReadOnlyList<string> Languages =>
        [
            .. _layers
                .Append(_templates)
                .SelectMany(layer => layer.Files)
                .Where(IsLanguage)
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Returns true when a layer replaces a file of the built-in theme.</summary>
    public bool Replaces(string path) => _layers.Any(layer => layer.Exists(path));

    /// <summary>Returns the first layer that has the file.</summary>
    public SourceFolder FolderOf(string path) => _layers.FirstOrDefault(layer => layer.Exists(path)) ?? _templates;

    /// <summary>The style of tools to print, before the values of theme.yaml.</summary>
    public string ToolStyle => Join([Tool]);

    private const string Base = "theme.css",
        Later = "later.css",
        Text = "text.css",
        Formula = "formula.css",
        Code = "code.css",
        Tool = "tool.css";

    /// <summary>
    /// Signs of a table, a quotation, code, a rule or a small heading. When the first page has none, their style can
    /// load later.
    /// </summary>
    private static readonly string[] Unusual = ["|", ">", "`", "<", "---", "***", "___", "####"];

    /// <summary>Table of style sheets that only some courses need.</summary>
    private static readonly (string File, Func<Course, bool> IsNeeded)[] Uses =
    [
        ("support.css", course => course.Support is not null),
        ("cover.css", course => course.Pages.Any(page => page.Sentence is not null)),
        ("terms.css", course => course.Glossary.Count > 0),
        ("organisation.css", course => course.Organisation is not null),
        ("cast.css", course => Cast.SpeakersOf(course.Pages.First()).Any()),
        ("shapes.css", course => course.Pages.First().Shape is not null),
        ("material.css", course => HasMaterial(course.Pages.First())),
        ("drag.css", course => BlockParts.Blocks(course.Pages.First()).Any(IsDragged)),
        ("aloud.css", _ => false),
        ("country-sheet.css", _ => false),
        ("languages.css", _ => false),
        (Formula, course => HasFormula(BlockParts.Texts(course.Pages.First()))),
        (Code, course => HasCode(BlockParts.Texts(course.Pages.First()))),
        (
            Text,
            course =>
                BlockParts
                    .Texts(course.Pages.First())
                    .Any(text => Unusual.Any(mark => text.Markdown.Contains(mark, StringComparison.Ordinal)))
        ),
    ];

    /// <summary>
    /// Joins the style of the first page: the theme, the features the course uses, and the kinds on that page.
    /// </summary>
    /// <param name="course">The course.</param>
    /// <param name="kinds">The kinds of the first page.</param>
    /// <param name="severalLanguages">True when the learner can choose a language.</param>
    /// <param name="values">The style of the values in theme.yaml.</param>
    public string Style(Course course, IEnumerable<BlockKind> kinds, bool severalLanguages, string values) =>
        Join([Base])
        + values
        + Join([
            .. Uses.Where(use => use.File == "languages.css" ? severalLanguages : use.IsNeeded(course))
                .Select(use => use.File),
            .. kinds.Select(StylePath),
        ]);

    /// <summary>
    /// Joins the style loaded later: questions, private notes, dialogs, printing, and the kinds not on the first page.
    /// </summary>
    public string LaterStyle(Course course, IEnumerable<BlockKind> kinds) =>
        Join([
            .. Uses.Where(use => IsNeededLater(use.File, course) && !use.IsNeeded(course)).Select(use => use.File),
            Later,
            .. kinds.Select(StylePath),
        ]);

    /// <summary>Returns true for the style of a feature that the first page may lack and a later one has.</summary>
    private static bool IsNeededLater(string file, Course course) =>
        file switch
        {
            Text => true,
            "cast.css" => course.Pages.SelectMany(Cast.SpeakersOf).Any(),
            "shapes.css" => course.Pages.Any(page => page.Shape is not null),
            "aloud.css" => course.Package.ReadAloud,
            "country-sheet.css" => course.CountryNeeds is not null,
            "drag.css" => BlockParts.Blocks(course).Any(IsDragged),
            "material.css" => course.Pages.Any(HasMaterial),
            Formula => BlockParts.HasFormulas(course),
            Code => HasCode(BlockParts.AllTexts(course)),
            _ => false,
        };

    /// <summary>Returns true for a page with a question that has pictures, or blocks of its own.</summary>
    private static bool HasMaterial(Page page) =>
        page.Questions.Any(item => item.Question.Inner.Count > 0 || BlockParts.Pictures(item.Question).Any());

    private static bool IsDragged(Block block) => BlockKinds.Of(block).IsDragged;

    private static bool HasFormula(IEnumerable<RichText> texts) => texts.Any(text => FormulaSyntax.IsIn(text.Markdown));

    private static bool HasCode(IEnumerable<RichText> texts) => texts.Any(text => CodeBlocks.MayBeIn(text.Markdown));

    private static bool IsPartOfBase(string path) => path == Later || Uses.Any(use => use.File == path);

    private string Join(IEnumerable<string> files) => string.Concat(files.Select(Css)).ReplaceLineEndings("\n").Trim();

    private static bool IsLanguage(string path) =>
        path.StartsWith("strings/", StringComparison.Ordinal) && path.EndsWith(".yaml", StringComparison.Ordinal);

    internal static string FolderName(BlockKind kind) => kind is IQuestionKind ? "questions" : "blocks";

    private static string StylePath(BlockKind kind) => $"{FolderName(kind)}/{kind.Slug}.css";

    private string Css(string path)
    {
        // A theme with its own theme.css replaces the built-in parts of the base style too.
        if (IsPartOfBase(path) && FolderOf(Base) is var whole && whole != _templates && !whole.Exists(path))
            return "";
        if (_layers.FirstOrDefault(layer => layer.Exists(path)) is { } own)
            return own.Text(path)?.Text ?? "";
        string bundled = path.Replace("questions/", "question-").Replace("blocks/", "block-");
        return _styles.Exists(bundled) ? _styles.Text(bundled)!.Text : "";
    }
}
