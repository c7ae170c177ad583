using Protect.Scorm.Model;
using Protect.Scorm.Rendering;

namespace Protect.Scorm.Cli.Cache;

/// <summary>Rendered modules, one entry each, so that after an edit only the module that was edited is rendered anew.</summary>
internal sealed class KeptModules(CacheFolder folder) : IModuleCache
{
    public ModulePart GetOrRender(string slot, UInt128 key, Module module, Func<ModulePart> render)
    {
        string name = $"module\n{key:x}";
        if (folder.Find(name) is { } entry)
            return Entries.Read(entry, from => Read(from, module));
        ModulePart part = render();
        // What was found stands in files that are read anew: a module with findings is looked at anew too.
        if (part.Findings.Count == 0)
            folder.Keep(name, Entries.Write(to => Write(to, part)));
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
