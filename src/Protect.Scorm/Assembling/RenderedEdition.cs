using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;
using Protect.Scorm.Playing;
using Protect.Scorm.Rendering;
using Protect.Scorm.Rendering.Tools;
using Protect.Scorm.Translating;

namespace Protect.Scorm.Assembling;

/// <summary>
/// A course rendered in one language: HTML, player data and the files of the package for that language.
/// </summary>
internal sealed record RenderedEdition(
    Course Course,
    SourceFolder Folder,
    FileNames Names,
    ShellRenderer Pages,
    BookletRenderer Booklets,
    RenderedModules Rendered,
    CourseData Data,
    ModuleArtifacts? Known,
    IReadOnlyList<RenderedTool> Tools,
    ToolPages ToolPages,
    ToolDocuments ToolDocuments
)
{
    public IReadOnlyList<RenderedModule> Modules => Rendered.Modules;

    /// <summary>Renders the course; null when the player has no strings for the language (reported).</summary>
    public static RenderedEdition? Of(
        Course course,
        SourceFolder folder,
        Theme theme,
        FileNames names,
        PackageOrder order,
        DiagnosticBag bag
    )
    {
        bool isPseudo = PseudoLanguage.All.Contains(course.Language.Value);
        UiStrings? strings = UiStrings.Read(
            theme,
            isPseudo ? course.Language with { Value = "en" } : course.Language,
            bag
        );
        if (strings is null || bag.HasErrors)
            return null;
        if (isPseudo)
            strings = Pseudo(strings, course.Language.Value);
        var input = new RenderInput(course, folder, strings, names, new TemplateSet(theme, course, strings, bag));
        var tools = new RenderTools(input, bag);
        ModuleArtifacts? known = order.Artifacts is { } artifacts
            ? new ModuleArtifacts(artifacts, new ModuleKeys(course, folder, order))
            : null;
        return new RenderedEdition(
            course,
            folder,
            names,
            new ShellRenderer(tools),
            new BookletRenderer(tools),
            ModuleRenderer.Render(input, bag, known is null ? null : known.GetOrRender),
            PlayerData.Of(course, strings.Program, order.Earlier, names, order.Languages),
            known,
            [.. course.Tools.Select(new ToolRenderer(tools).Render)],
            new ToolPages(tools),
            new ToolDocuments(tools)
        );
    }

    /// <summary>
    /// Returns the files of the language except the shell: later modules, printable pages, search index and media.
    /// </summary>
    public IEnumerable<PackageFile> Files(PageFrame frame)
    {
        yield return PackageFile.OfText(Names.Print, Pages.Print(Modules, frame).Text);
        if (Course.Glossary.Count > 0)
            yield return PackageFile.OfText(Names.Glossary, Pages.Glossary(frame).Text);
        if (Pages.HasResources)
            yield return PackageFile.OfText(Names.Resources, Pages.Resources(frame).Text);
        if (Course.CountryNeeds is not null)
            yield return PackageFile.OfText(Names.Country, Pages.Country(frame).Text);
        if (Course.HasSearch)
            yield return PackageFile.OfText(Names.Search, PlayerData.SearchScript(Rendered.Words));
        foreach (
            PackageFile script in ParallelWork.Select(
                [.. Modules.Skip(1)],
                (module, _) =>
                    Known is null
                        ? ModuleArtifacts.ScriptOf(module, Names, Rendered.HasShortMenu)
                        : Known.Script(module, Names, Rendered.HasShortMenu)
            )
        )
            yield return script;
        foreach (
            string path in BlockParts
                .Shipped(Course)
                .Select(asset => asset.Path)
                .Distinct()
                .Where(path => !path.EndsWith(".vtt", StringComparison.OrdinalIgnoreCase))
        )
            yield return Media(Folder.Resolve(path), Folder.Read(path));
    }

    private static PackageFile Media(string path, byte[] bytes) =>
        new(
            AssetNames.InPackage(path),
            path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) ? SvgCleaner.Clean(bytes) : bytes,
            IsText: Path.GetExtension(path).ToLowerInvariant() is ".svg" or ".txt" or ".csv"
        );

    private static UiStrings Pseudo(UiStrings strings, string language)
    {
        Dictionary<string, string> Change(IReadOnlyDictionary<string, string> words) =>
            words.ToDictionary(word => word.Key, word => PseudoLanguage.Of(word.Value, isMarkdown: false, language));
        return new UiStrings(Change(strings.Page), Change(strings.Program));
    }
}
