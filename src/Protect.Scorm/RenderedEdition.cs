using System.Runtime.CompilerServices;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;
using Protect.Scorm.Playing;
using Protect.Scorm.Rendering;
using Protect.Scorm.Translating;

namespace Protect.Scorm;

/// <summary>A course in one language as HTML and data, and the files of a package that belong to that language.</summary>
internal sealed record RenderedEdition(
    Course Course,
    SourceFolder Folder,
    FileNames Names,
    PageRenderer Pages,
    IReadOnlyList<RenderedModule> Modules,
    string Data
)
{
    /// <summary>HTML that a memory gave back has its file still.</summary>
    private static readonly ConditionalWeakTable<Html, PackageFile> Scripts = [];

    /// <summary>Null, reported, when the player does not speak the language.</summary>
    public static RenderedEdition? Of(
        Course course,
        SourceFolder folder,
        Theme theme,
        FileNames names,
        IReadOnlyList<StateMap> earlier,
        IReadOnlyList<(string, string?)> languages,
        CompileOptions options,
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
        var pages = new PageRenderer(course, folder, theme, strings, names, bag);
        string data = PlayerData.Course(course, strings.Program, earlier, names, languages);
        if (((IModuleStore?)options.Memory ?? options.Modules) is not { } store)
            return new RenderedEdition(course, folder, names, pages, pages.Modules(), data);
        var keys = new ModuleKeys(course, folder, options);
        return new RenderedEdition(
            course,
            folder,
            names,
            pages,
            pages.Modules(
                (module, render) => store.Part($"{names.Print} {module.Id.Value}", keys.Of(module), module, render)
            ),
            data
        );
    }

    /// <summary>Everything but the shell: later modules, the pages to print, the words of the search, pictures.</summary>
    public IEnumerable<PackageFile> Files(PageFrame frame)
    {
        yield return PackageFile.OfText(Names.Print, Pages.Print(Modules, frame).Text);
        if (Course.Glossary.Count > 0)
            yield return PackageFile.OfText(Names.Glossary, Pages.Glossary(frame).Text);
        if (Pages.HasResources)
            yield return PackageFile.OfText(Names.Resources, Pages.Resources(frame).Text);
        if (Course.HasSearch)
            yield return PackageFile.OfText(Names.Search, PlayerData.SearchScript(Pages.Words));
        foreach (
            PackageFile script in SideBySide.Select(
                [.. Modules.Skip(1)],
                (module, _) =>
                    Scripts.GetValue(
                        module.Pages,
                        _ =>
                            PackageFile.OfText(
                                Names.Of(module.Module),
                                PlayerData.ModuleScript(
                                    module.Module,
                                    module.Pages.Text,
                                    Pages.HasShortMenu ? module.Menu.Text : null
                                )
                            )
                    )
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
