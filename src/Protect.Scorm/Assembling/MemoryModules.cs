using Protect.Scorm.Model;
using Protect.Scorm.Rendering;

namespace Protect.Scorm.Assembling;

/// <summary>
/// Rendered modules of the last compilation, for fast recompilation after an edit. One compilation at a time.
/// </summary>
internal sealed class MemoryModules : IModuleCache
{
    private Dictionary<string, (UInt128 Key, ModulePart Part)> _parts = [];
    private Dictionary<string, (UInt128 Key, ModulePart Part)> _used = [];

    public void Begin()
    {
        if (_used.Count > 0)
            (_parts, _used) = (_used, []); // after a course that could not be read, keep the entries of the run before
    }

    public ModulePart GetOrRender(string slot, UInt128 key, Module module, Func<ModulePart> render)
    {
        bool isKnown = _parts.TryGetValue(slot, out (UInt128 Key, ModulePart Part) known) && known.Key == key;
        ModulePart part = isKnown ? known.Part.For(module) : render();
        if (!part.Findings.Any(finding => finding.IsError))
            lock (_used)
                _used[slot] = (key, part);
        return part;
    }
}
