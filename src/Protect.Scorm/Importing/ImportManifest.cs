using System.IO.Hashing;
using System.Text;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Importing;

/// <summary>An item of an earlier import.</summary>
/// <param name="Key">Its kind and its id or name in the source.</param>
/// <param name="Id">Its id in the course.</param>
/// <param name="Digest">The digest of the YAML as written; empty for modules, and for pages with questions.</param>
internal sealed record ImportedItem(string Key, string Id, string Digest);

/// <summary>
/// File <c>imports/&lt;name&gt;.yaml</c> of a course: which item of a source became which id. With it a second import
/// keeps ids, and tells a change of the source from a change of the author.
/// </summary>
internal static class ImportManifest
{
    /// <summary>The folder of these files.</summary>
    public const string Folder = "imports";

    /// <summary>Returns the path for a source.</summary>
    public static string PathOf(string name) => $"{Folder}/{DraftIds.Slug(name) ?? "source"}.yaml";

    /// <summary>Returns the text of a file.</summary>
    public static string Write(string source, string format, IEnumerable<ImportedItem> items)
    {
        var yaml = new StringBuilder(
            "# Written by “protect-scorm import”: which item of the source became which id. With this file\n"
        );
        yaml.Append("# a second import keeps the ids and does not overwrite what you changed.\n");
        yaml.Append($"source: {YamlText.Line(source)}\nformat: {format}\nitems:\n");
        foreach (ImportedItem item in items)
        {
            yaml.Append($"  - from: {YamlText.Line(item.Key)}\n    id: {item.Id}\n");
            if (item.Digest.Length > 0)
                yaml.Append($"    digest: {YamlText.Line(item.Digest)}\n");
        }
        return yaml.ToString();
    }

    /// <summary>Reads a file; null when it is not one.</summary>
    public static IReadOnlyList<ImportedItem>? Read(SourceFile file)
    {
        var bag = new DiagnosticBag();
        if (YamlDocument.Parse(file, bag) is not YamlMap map || bag.HasErrors || map.Find("items") is not { } items)
            return null;
        if (items.Value is YamlScalar { IsEmpty: true })
            return [];
        if (items.Value is not YamlList list)
            return null;
        var all = new List<ImportedItem>();
        foreach (YamlNode node in list.Items)
        {
            string? Text(string name) => ((node as YamlMap)?.Find(name)?.Value as YamlScalar)?.Value;
            if (Text("from") is not { } key || Text("id") is not { } id)
                return null;
            all.Add(new ImportedItem(key, id, Text("digest") ?? ""));
        }
        return all;
    }

    /// <summary>Returns the digest of an item as written, without its indentation.</summary>
    public static string DigestOf(string yaml) =>
        "x" + Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(yaml.TrimEnd())));
}
