using System.IO.Hashing;
using System.Text;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Rendering;

namespace Protect.Scorm;

/// <summary>
/// Keeps what one compilation of a course made for the next one, so that compiling again after an edit takes a fraction of the time. What it gives back was made
/// of the same bytes. For one course and one thread at a time; it holds no more than the last compilation's parts, and lives as long as its owner wants.
/// </summary>
public sealed class CompileMemory
{
    /// <summary>Parsed files hang on this one, whatever folder they came from.</summary>
    private readonly object _anchor = new();

    private Dictionary<string, (UInt128 Key, ModulePart Part)> _parts = [];
    private Dictionary<string, (UInt128 Key, ModulePart Part)> _used = [];

    /// <summary>Begins a compilation: what the last one did not use is forgotten.</summary>
    internal SourceFolder Begin(SourceFolder folder)
    {
        if (_used.Count > 0) (_parts, _used) = (_used, []); // a course that could not be read made nothing
        return new Remembered(folder, _anchor);
    }

    /// <summary>What a module is made of: everything but the texts of the other modules.</summary>
    /// <param name="course">The course as it is compiled.</param>
    /// <param name="folder">Its folder, in the language of the edition.</param>
    /// <param name="options">How it is compiled.</param>
    internal static UInt128 Surroundings(Course course, SourceFolder folder, CompileOptions options)
    {
        var hash = new XxHash128();
        var own = course.Modules.Select(module => module.Id.Span.File.Path).ToHashSet(StringComparer.Ordinal);
        foreach (string path in folder.Files.Where(path => !own.Contains(folder.Display(path)))) Add(path, folder.Read(path));
        foreach (string path in options.Theme?.Files ?? []) Add(path, options.Theme!.Read(path));
        if (options.Organisation is { } organisation) Add(organisation.File, organisation.Folder.Read(organisation.File));
        string variant = string.Join('|', options.Theme?.DisplayPath, options.Edition, course.Language.Value, options.Country, options.Lms, options.Size, options.PassMark, options.Require, options.ReleaseDay, string.Join(',', options.MoreLanguages));
        // A page has a number, and links lead to pages by their ids.
        Add(variant, Encoding.UTF8.GetBytes(string.Join('|', course.Modules.Select(module => $"{module.Id.Value}: {string.Join(' ', module.Pages.Select(page => page.Id.Value))}"))));
        Add("cited", Encoding.UTF8.GetBytes(string.Join('|', course.Cited.Select(source => source.Id.Value))));
        return hash.GetCurrentHashAsUInt128();

        void Add(string name, byte[] bytes)
        {
            hash.Append(Encoding.UTF8.GetBytes($"\n{name} {bytes.Length}\n"));
            hash.Append(bytes);
        }
    }

    /// <summary>The part as it was made of the same, or made now.</summary>
    internal ModulePart Part(string slot, UInt128 surroundings, Module module, Func<ModulePart> render)
    {
        var hash = new XxHash128();
        hash.Append(BitConverter.GetBytes((ulong)(surroundings >> 64)));
        hash.Append(BitConverter.GetBytes((ulong)surroundings));
        hash.Append(Encoding.UTF8.GetBytes(module.Id.Span.File.Text));
        UInt128 key = hash.GetCurrentHashAsUInt128();
        bool isKnown = _parts.TryGetValue(slot, out (UInt128 Key, ModulePart Part) known) && known.Key == key;
        ModulePart part = isKnown ? known.Part with { Module = known.Part.Module with { Module = module } } : render();
        if (!part.Findings.Any(finding => finding.IsError)) lock (_used) _used[slot] = (key, part);
        return part;
    }

    private sealed class Remembered(SourceFolder inner, object anchor) : SourceFolder
    {
        internal override object ParsedOn => anchor;

        public override string DisplayPath => inner.DisplayPath;

        public override IReadOnlyList<string> Files => inner.Files;

        public override long? Size(string path) => inner.Size(path);

        public override byte[] Read(string path) => inner.Read(path);

        public override string Resolve(string path) => inner.Resolve(path);
    }
}
