using Protect.Scorm.Assembling;
using Protect.Scorm.Model;
using Protect.Scorm.Rendering;

namespace Protect.Scorm.Cli.Cache;

/// <summary>Cache with one entry per rendered module, so that an edit renders only the edited module again.</summary>
internal sealed class ModuleCache(CacheFolder folder) : IModuleCache
{
    public void Begin() { }

    public ModulePart GetOrRender(string slot, UInt128 key, Module module, Func<ModulePart> render)
    {
        string name = $"module\n{key:x}";
        if (folder.Find(name) is { } entry)
            return CacheSerializer.Read(entry, from => Read(from, module));
        ModulePart part = render();
        // Findings point into source files, which are not cached: a module with findings is rendered every time.
        if (part.Findings.Count == 0)
            folder.Keep(name, CacheSerializer.Write(to => Write(to, part)));
        return part;
    }

    private static void Write(BinaryWriter to, ModulePart part)
    {
        foreach (Html html in (Html[])[part.Module.Pages, part.Module.PrintPages, part.Module.Menu])
            to.Write(html.Text);
        to.List(part.Words, to.Write);
        to.List(part.Terms, to.Write);
    }

    private static ModulePart Read(BinaryReader from, Module module) =>
        new(
            new RenderedModule(
                module,
                new Html(from.ReadString()),
                new Html(from.ReadString()),
                new Html(from.ReadString())
            ),
            from.List(from.ReadString),
            from.List(from.ReadString),
            []
        );
}
