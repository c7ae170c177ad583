using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Rendering;

namespace Protect.Scorm;

/// <summary>
/// Cache of parsed files and rendered modules between compilations of one course, for fast recompilation after an edit.
/// Entries are keyed by content: a hit was made from the same bytes. It keeps the entries of the last compilation only.
/// Not thread-safe: one compilation at a time.
/// </summary>
public sealed class CompileCache : IModuleCache
{
    /// <summary>Cache key of parsed files, shared by all folders that this cache is used with.</summary>
    private readonly object _anchor = new();

    private Dictionary<string, (UInt128 Key, ModulePart Part)> _parts = [];
    private Dictionary<string, (UInt128 Key, ModulePart Part)> _used = [];

    /// <summary>Starts a compilation and drops the entries that the last one did not use.</summary>
    internal SourceFolder Begin(SourceFolder folder)
    {
        if (_used.Count > 0)
            (_parts, _used) = (_used, []); // after a course that could not be read, keep the entries of the run before
        return new CachedFolder(folder, _anchor);
    }

    ModulePart IModuleCache.GetOrRender(string slot, UInt128 key, Module module, Func<ModulePart> render)
    {
        bool isKnown = _parts.TryGetValue(slot, out (UInt128 Key, ModulePart Part) known) && known.Key == key;
        ModulePart part = isKnown ? known.Part.For(module) : render();
        if (!part.Findings.Any(finding => finding.IsError))
            lock (_used)
                _used[slot] = (key, part);
        return part;
    }

    private sealed class CachedFolder(SourceFolder inner, object anchor) : SourceFolder
    {
        internal override object ParseCacheKey => anchor;

        public override string DisplayPath => inner.DisplayPath;

        public override IReadOnlyList<string> Files => inner.Files;

        public override long? Size(string path) => inner.Size(path);

        public override byte[] Read(string path) => inner.Read(path);

        public override string Resolve(string path) => inner.Resolve(path);
    }
}
