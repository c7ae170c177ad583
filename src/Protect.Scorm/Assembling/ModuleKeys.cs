using System.Collections.Concurrent;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Assembling;

/// <summary>
/// Cache keys of rendered modules: a hash of the module's text and files, the options, and all texts of the course
/// except those of other modules.
/// </summary>
internal sealed class ModuleKeys
{
    private static readonly string[] Texts = [".yaml", ".yml", ".xlf", ".html", ".css"];

    private readonly Course _course;
    private readonly SourceFolder _folder;
    private readonly UInt128 _surroundings;
    private readonly ConcurrentDictionary<Module, UInt128> _keys = new(ReferenceEqualityComparer.Instance);

    /// <param name="course">The course to compile.</param>
    /// <param name="folder">Its folder, seen in the language of the package.</param>
    /// <param name="order">The package.</param>
    public ModuleKeys(Course course, SourceFolder folder, PackageOrder order)
    {
        (_course, _folder) = (course, folder);
        var own = course.Modules.Select(module => module.Id.Span.File.Path).ToHashSet(StringComparer.Ordinal);
        InputDigest digest = new InputDigest()
            .Add(
                folder,
                folder.Files.Where(path =>
                    IsText(path)
                    && order.Request.Reads(path, [course.Language.Value])
                    && !own.Contains(folder.Display(path))
                )
            )
            .AddAll(order.ThemeFolder)
            .Add("request", order.Request.ToString())
            .Add("languages", string.Join(',', [course.Language.Value, .. order.MoreLanguages]));
        if (order.Request.OrganisationFolder is { } organisation)
            digest.Add(organisation, [order.Request.OrganisationFile]);
        // The HTML contains page numbers, and links that name pages by id.
        foreach (Module module in course.Modules)
            digest.Add(module.Id.Value, string.Join(' ', module.Pages.Select(page => page.Id.Value)));
        digest.Add("once", string.Join(' ', BeforeAfterBlock.OncePages(course).Order(StringComparer.Ordinal)));
        digest.Add("cited", string.Join(' ', course.Cited.Select(source => source.Id.Value)));
        _surroundings = digest.Value;
    }

    public UInt128 Of(Module module) => _keys.GetOrAdd(module, KeyOf);

    private UInt128 KeyOf(Module module) =>
        new InputDigest()
            .Add("surroundings", _surroundings.ToString("x", null))
            .Add("module", string.Concat(PartsOf(module).Select(part => part.Id.Span.File.Text)))
            .Add(
                _folder,
                PartsOf(module)
                    .SelectMany(part => part.Pages)
                    .SelectMany(BlockParts.Assets)
                    .Select(asset => asset.Path)
                    .Distinct(StringComparer.Ordinal)
                    .Where(_folder.Exists)
            )
            .Value;

    /// <summary>Returns the modules whose content is in a module's HTML: itself, and with a card all others.</summary>
    private IEnumerable<Module> PartsOf(Module module) =>
        module.Pages.SelectMany(BlockParts.Blocks).Any(block => block is CardBlock) ? _course.Modules : [module];

    private static bool IsText(string path) =>
        Texts.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
