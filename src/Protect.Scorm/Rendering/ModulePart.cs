using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

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
)
{
    /// <summary>Returns this part for a newly read copy of the same module.</summary>
    public ModulePart For(Module module) => this with { Module = Module with { Module = module } };
}

/// <summary>
/// Renders the modules of a course in parallel, each with its own findings and terms, and joins them in order.
/// </summary>
internal sealed partial class PageRenderer
{
    /// <param name="again">Returns a cached part, or calls the function to render it.</param>
    public IReadOnlyList<RenderedModule> Modules(Func<Module, Func<ModulePart>, ModulePart>? again = null)
    {
        int[] first = new int[_course.Modules.Count];
        for (int index = 1; index < first.Length; index++)
            first[index] = first[index - 1] + _course.Modules[index - 1].Pages.Count;
        ModulePart[] parts = ParallelWork.Select(
            _course.Modules,
            (module, index) =>
            {
                ModulePart Render() => new PageRenderer(this).Part(module, index + 1, first[index] + 1);
                return again is null ? Render() : again(module, Render);
            }
        );
        foreach (ModulePart part in parts)
        {
            foreach (Diagnostic finding in part.Findings)
                _bag.Add(finding);
            _searched.AddRange(part.Module.Module.Pages.Zip(part.Words));
        }
        var terms = parts.SelectMany(part => part.Terms).ToHashSet(StringComparer.Ordinal);
        foreach (
            GlossaryEntry entry in _course.Glossary.Where(entry =>
                !_course.IsTranslated && !terms.Contains(entry.Term.Value)
            )
        )
            _bag.Add(RenderingRules.UnusedTerm, entry.Term.Span, entry.Term.Value);
        return [.. parts.Select(part => part.Module)];
    }

    private ModulePart Part(Module module, int number, int first)
    {
        RenderedModule rendered = Render(module, number, first);
        return new ModulePart(
            rendered,
            [.. _searched.Select(page => page.Words)],
            [.. _glossary.Used.Select(entry => entry.Term.Value)],
            _bag.Sorted
        );
    }
}
