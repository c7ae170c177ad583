using System.Runtime.InteropServices;
using Protect.Scorm.Content;
using Protect.Scorm.Model;
using Protect.Scorm.Playing;
using Protect.Scorm.Rendering;

namespace Protect.Scorm.Assembling;

/// <summary>
/// Rendered modules of one language, and their script files, reused when nothing they depend on changed.
/// </summary>
/// <param name="artifacts">Results of earlier compilations.</param>
/// <param name="keys">The keys of the modules.</param>
internal sealed class ModuleArtifacts(Artifacts artifacts, ModuleKeys keys)
{
    private const string Part = "module",
        ScriptFile = "script";

    /// <summary>Returns the known part of a module, or renders it.</summary>
    public ModulePart GetOrRender(Module module, Func<ModulePart> render)
    {
        UInt128 key = keys.Of(module);
        if (artifacts.TryFind(Part, key, out ReadOnlyMemory<byte>? known))
            return Read(known.Value, module);
        ModulePart part = render();
        // Findings point into source files, which are not kept: a module with findings is rendered every time.
        if (part.Findings.Count == 0)
            artifacts.Keep(Part, key, Write(part));
        return part;
    }

    /// <summary>Returns the script file of a module, whose HTML is known.</summary>
    /// <param name="module">The rendered module.</param>
    /// <param name="names">The names of the files in this language.</param>
    /// <param name="hasShortMenu">True when the script carries the module's part of the menu.</param>
    public PackageFile Script(RenderedModule module, FileNames names, bool hasShortMenu) =>
        new(
            names.Of(module.Module),
            artifacts.Get(ScriptFile, keys.Of(module.Module), () => ScriptOf(module, names, hasShortMenu).Bytes),
            IsText: true
        );

    /// <summary>Makes the script file of a module.</summary>
    public static PackageFile ScriptOf(RenderedModule module, FileNames names, bool hasShortMenu) =>
        PackageFile.OfText(
            names.Of(module.Module),
            PlayerData.ModuleScript(module.Module, module.Pages.Text, hasShortMenu ? module.Menu.Text : null)
        );

    private static byte[] Write(ModulePart part)
    {
        using var bytes = new MemoryStream();
        using (var to = new BinaryWriter(bytes))
        {
            to.Write(part.Module.Pages.Text);
            to.Write(part.Module.PrintPages.Text);
            to.Write(part.Module.Menu.Text);
            WriteAll(to, part.Module.Ids);
            WriteAll(to, part.Module.PrintIds);
            WriteAll(to, part.Words);
            WriteAll(to, part.Terms);
        }
        return bytes.ToArray();
    }

    private static ModulePart Read(ReadOnlyMemory<byte> bytes, Module module)
    {
        MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> all);
        using var from = new BinaryReader(new MemoryStream(all.Array!, all.Offset, all.Count));
        return new ModulePart(
            new RenderedModule(
                module,
                new Html(from.ReadString()),
                new Html(from.ReadString()),
                new Html(from.ReadString()),
                ReadAll(from),
                ReadAll(from)
            ),
            ReadAll(from),
            ReadAll(from),
            []
        );
    }

    private static void WriteAll(BinaryWriter to, IReadOnlyList<string> texts)
    {
        to.Write(texts.Count);
        foreach (string text in texts)
            to.Write(text);
    }

    private static string[] ReadAll(BinaryReader from)
    {
        var texts = new string[from.ReadInt32()];
        for (int index = 0; index < texts.Length; index++)
            texts[index] = from.ReadString();
        return texts;
    }
}
