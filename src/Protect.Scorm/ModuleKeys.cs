using System.IO.Hashing;
using System.Text;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Rendering;

namespace Protect.Scorm;

/// <summary>Keeps what came of rendering modules, for later compilations.</summary>
internal interface IModuleStore
{
    /// <summary>The part as it was made under the same key, or made now. Called by several threads.</summary>
    /// <param name="slot">Which module of which language it is.</param>
    /// <param name="key">What it is made of (<see cref="ModuleKeys"/>).</param>
    /// <param name="module">The module as it was read now.</param>
    /// <param name="render">Makes it.</param>
    ModulePart Part(string slot, UInt128 key, Module module, Func<ModulePart> render);
}

/// <summary>What a module's HTML is made of, as a number: its own text and files, and all texts of the course but those of other modules.</summary>
internal sealed class ModuleKeys
{
    private static readonly string[] Texts = [".yaml", ".yml", ".xlf", ".html", ".css"];

    private readonly SourceFolder _folder;
    private readonly UInt128 _surroundings;

    /// <param name="course">The course as it is compiled.</param>
    /// <param name="folder">Its folder, in the language of the edition.</param>
    /// <param name="options">How it is compiled.</param>
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
                options.ReleaseDay,
                string.Join(',', options.MoreLanguages)
            ),
            []
        );
        // A page has a number, and links lead to pages by their ids.
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

    /// <summary>The texts of another language, or of another country.</summary>
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
