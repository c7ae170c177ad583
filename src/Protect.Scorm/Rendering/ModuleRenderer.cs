using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>HTML of a module: its pages for the player and for print, and its list of pages for the menu.</summary>
/// <param name="Ids">The ids in the pages for the player, once per page.</param>
/// <param name="PrintIds">The ids in the pages for print, once per page.</param>
internal sealed record RenderedModule(
    Module Module,
    Html Pages,
    Html PrintPages,
    Html Menu,
    IReadOnlyList<string> Ids,
    IReadOnlyList<string> PrintIds
);

/// <summary>The rendered modules of a course.</summary>
/// <param name="Modules">The modules in order.</param>
/// <param name="Words">The words of each page for the search, in course order.</param>
/// <param name="HasShortMenu">True when the menu of index.html omits the pages of later modules.</param>
internal sealed record RenderedModules(
    IReadOnlyList<RenderedModule> Modules,
    IReadOnlyList<(Page Page, string Words)> Words,
    bool HasShortMenu
);

/// <summary>Result of rendering one module.</summary>
/// <param name="Module">HTML of the module.</param>
/// <param name="Words">Words of its pages in order, for the search.</param>
/// <param name="Terms">Glossary terms that occur in it.</param>
/// <param name="Findings">Faults in its texts and in templates.</param>
internal sealed record ModulePart(
    RenderedModule Module,
    IReadOnlyList<string> Words,
    IReadOnlyList<string> Terms,
    IReadOnlyList<Diagnostic> Findings
);

/// <summary>
/// Renders the modules of a course in parallel, each with its own findings and terms, and joins them in order.
/// </summary>
internal static class ModuleRenderer
{
    /// <param name="input">The course and its templates.</param>
    /// <param name="bag">Receives the findings of all modules.</param>
    /// <param name="again">Returns a cached part, or calls the function to render it.</param>
    public static RenderedModules Render(
        RenderInput input,
        DiagnosticBag bag,
        Func<Module, Func<ModulePart>, ModulePart>? again = null
    )
    {
        Course course = input.Course;
        int[] first = new int[course.Modules.Count];
        for (int index = 1; index < first.Length; index++)
            first[index] = first[index - 1] + course.Modules[index - 1].Pages.Count;
        ModulePart[] parts = ParallelWork.Select(
            course.Modules,
            (module, index) =>
            {
                ModulePart Render() => ModuleRenderer.Render(input, module, index + 1, first[index] + 1);
                return again is null ? Render() : again(module, Render);
            }
        );
        foreach (Diagnostic finding in parts.SelectMany(part => part.Findings))
            bag.Add(finding);
        if (!course.IsTranslated)
            ReportUnused(course.Glossary, parts, bag);
        return new RenderedModules(
            [.. parts.Select(part => part.Module)],
            [.. parts.SelectMany(part => part.Module.Module.Pages.Zip(part.Words))],
            input.HasShortMenu
        );
    }

    private static void ReportUnused(
        IReadOnlyList<GlossaryEntry> glossary,
        IEnumerable<ModulePart> parts,
        DiagnosticBag bag
    )
    {
        var used = parts.SelectMany(part => part.Terms).ToHashSet(StringComparer.Ordinal);
        foreach (GlossaryEntry entry in glossary.Where(entry => !used.Contains(entry.Term.Value)))
            bag.Add(RenderingRules.UnusedTerm, entry.Term.Span, entry.Term.Value);
    }

    private static ModulePart Render(RenderInput input, Module module, int number, int first)
    {
        var tools = new RenderTools(input, new DiagnosticBag());
        var renderer = new PageRenderer(tools);
        PagePart[] pages =
        [
            .. module.Pages.Select(
                (page, index) =>
                {
                    var terms = new PageTerms(input.Terms, page.Id.Value);
                    var position = new PagePosition(module, number, first + index, input.PageIds.Count);
                    Variants html = renderer.Render(page, position, terms);
                    CheckedPage print = tools.Check.Page(page, html.Print);
                    return new PagePart(
                        html,
                        terms,
                        tools.Check.Page(page, html.Screen).Ids,
                        print.Ids,
                        SearchIndex.WordsOf(print.Body)
                    );
                }
            ),
        ];
        var joined = Variants.Join([.. pages.Select(page => page.Html)]);
        Html menu = tools.Templates.Render(TemplateFiles.Menu, new MenuView(module.Pages));
        return new ModulePart(
            new RenderedModule(
                module,
                joined.Screen,
                joined.Print,
                menu,
                [.. pages.SelectMany(page => page.Ids)],
                [.. pages.SelectMany(page => page.PrintIds)]
            ),
            [.. pages.Select(page => page.Words)],
            [.. pages.SelectMany(page => page.Terms.Linked).Select(entry => entry.Term.Value).Distinct()],
            tools.Bag.Sorted
        );
    }

    private sealed record PagePart(
        Variants Html,
        PageTerms Terms,
        IReadOnlyCollection<string> Ids,
        IReadOnlyCollection<string> PrintIds,
        string Words
    );
}
