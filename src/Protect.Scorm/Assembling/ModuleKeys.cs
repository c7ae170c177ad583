using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Rendering;

namespace Protect.Scorm.Assembling;

/// <summary>Cache of rendered modules.</summary>
internal interface IModuleCache
{
    /// <summary>Starts a compilation.</summary>
    void Begin();

    /// <summary>Returns the cached module with this key, or renders it. Thread-safe.</summary>
    /// <param name="slot">Identifies the module and its language.</param>
    /// <param name="key">Cache key: a hash of all inputs (<see cref="ModuleKeys"/>).</param>
    /// <param name="module">The module as read by this compilation.</param>
    /// <param name="render">Renders the module on a miss.</param>
    ModulePart GetOrRender(string slot, UInt128 key, Module module, Func<ModulePart> render);
}

/// <summary>
/// Cache keys of rendered modules: a hash of the module's text and files, the options, and all texts of the course
/// except those of other modules.
/// </summary>
internal sealed class ModuleKeys
{
    private static readonly string[] Texts = [".yaml", ".yml", ".xlf", ".html", ".css"];

    private readonly SourceFolder _folder;
    private readonly UInt128 _surroundings;

    /// <param name="course">The course to compile.</param>
    /// <param name="folder">Its folder, seen in the language of the package.</param>
    /// <param name="order">The package.</param>
    public ModuleKeys(Course course, SourceFolder folder, PackageOrder order)
    {
        _folder = folder;
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
        digest.Add("cited", string.Join(' ', course.Cited.Select(source => source.Id.Value)));
        _surroundings = digest.Value;
    }

    public UInt128 Of(Module module) =>
        new InputDigest()
            .Add("surroundings", _surroundings.ToString("x", null))
            .Add("module", module.Id.Span.File.Text)
            .Add(
                _folder,
                module
                    .Pages.SelectMany(BlockParts.Assets)
                    .Select(asset => asset.Path)
                    .Distinct(StringComparer.Ordinal)
                    .Where(_folder.Exists)
            )
            .Value;

    private static bool IsText(string path) =>
        Texts.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
