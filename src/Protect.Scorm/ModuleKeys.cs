using System.IO.Hashing;
using System.Text;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Rendering;

namespace Protect.Scorm;

/// <summary>Cache of rendered modules.</summary>
internal interface IModuleCache
{
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
    /// <param name="options">The options of the compilation.</param>
    public ModuleKeys(Course course, SourceFolder folder, CompileOptions options)
    {
        _folder = folder;
        var hash = new XxHash128();
        var own = course.Modules.Select(module => module.Id.Span.File.Path).ToHashSet(StringComparer.Ordinal);
        foreach (
            string path in folder.Files.Where(path =>
                IsText(path) && !IsElsewhere(path, course, options) && !own.Contains(folder.Display(path))
            )
        )
            Add(hash, path, folder.Read(path));
        foreach (string path in options.Theme?.Files ?? [])
            Add(hash, path, options.Theme!.Read(path));
        if (options.Organisation is { } organisation)
            Add(hash, organisation.File, organisation.Folder.Read(organisation.File));
        Add(
            hash,
            string.Join(
                '|',
                options.Theme?.DisplayPath,
                options.Edition,
                course.Language.Value,
                options.Country,
                options.Lms,
                options.Size,
                options.PassMark,
                options.Require,
                options.ReleaseDate,
                string.Join(',', options.MoreLanguages)
            ),
            []
        );
        // The HTML contains page numbers, and links that name pages by id.
        foreach (Module module in course.Modules)
            Add(hash, $"{module.Id.Value}: {string.Join(' ', module.Pages.Select(page => page.Id.Value))}", []);
        Add(hash, $"cited: {string.Join(' ', course.Cited.Select(source => source.Id.Value))}", []);
        _surroundings = hash.GetCurrentHashAsUInt128();
    }

    public UInt128 Of(Module module)
    {
        var hash = new XxHash128();
        Add(hash, _surroundings.ToString("x", null), Encoding.UTF8.GetBytes(module.Id.Span.File.Text));
        foreach (
            string path in module
                .Pages.SelectMany(BlockParts.Assets)
                .Select(asset => asset.Path)
                .Distinct(StringComparer.Ordinal)
                .Where(_folder.Exists)
        )
            Add(hash, $"{path} {_folder.Resolve(path)}", _folder.Read(path));
        return hash.GetCurrentHashAsUInt128();
    }

    private static bool IsText(string path) =>
        Texts.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>True for a file of another language or another country.</summary>
    private static bool IsElsewhere(string path, Course course, CompileOptions options) =>
        Path.GetDirectoryName(path) switch
        {
            "languages" => Path.GetFileNameWithoutExtension(path) != course.Language.Value,
            "countries" => Path.GetFileNameWithoutExtension(path) != options.Country,
            _ => false,
        };

    private static void Add(XxHash128 hash, string name, byte[] bytes)
    {
        hash.Append(Encoding.UTF8.GetBytes($"\n{name} {bytes.Length}\n"));
        hash.Append(bytes);
    }
}
