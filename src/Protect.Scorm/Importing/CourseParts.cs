using Protect.Scorm.Diagnostics;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Importing;

/// <summary>A group of fields with an id, as lines of a file.</summary>
/// <param name="Path">The file in the course.</param>
/// <param name="First">Its first line, from 0.</param>
/// <param name="Last">Its last line, from 0.</param>
/// <param name="Indent">The spaces before its dash.</param>
/// <param name="Map">The group.</param>
internal sealed record CoursePart(string Path, int First, int Last, int Indent, YamlMap Map);

/// <summary>Finds pages and questions in the files of an existing course, and changes their lines.</summary>
internal sealed class CourseParts
{
    private readonly Dictionary<string, string[]> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlNode> _roots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CoursePart> _parts = new(StringComparer.Ordinal);
    private readonly List<(string Path, int First, int Last, string Text)> _edits = [];

    /// <summary>Reads the modules of a course. A file that is no YAML is left out.</summary>
    public CourseParts(SourceFolder course)
    {
        foreach (
            string path in course.Files.Where(path =>
                path.StartsWith("modules/", StringComparison.Ordinal)
                && path.EndsWith(".yaml", StringComparison.Ordinal)
            )
        )
        {
            var bag = new DiagnosticBag();
            if (course.Text(path) is not { } file || YamlDocument.Parse(file, bag) is not { } root || bag.HasErrors)
                continue;
            _lines[path] = file.Text.Split('\n');
            _roots[path] = root;
            Find(path, root);
        }
    }

    /// <summary>All ids in the modules.</summary>
    public IEnumerable<string> Ids => _parts.Keys;

    /// <summary>True when a page has an assessment.</summary>
    public bool HasAssessment => _parts.Values.Any(part => part.Map.Find("assessment") is not null);

    /// <summary>Returns the part with an id; null when there is none.</summary>
    public CoursePart? Of(string id) => _parts.GetValueOrDefault(id);

    /// <summary>Returns the lines of a part without its dash and its indentation.</summary>
    public string TextOf(CoursePart part)
    {
        IEnumerable<string> lines = _lines[part.Path][part.First..(part.Last + 1)].Select(line => line.TrimEnd('\r'));
        return string.Join('\n', lines.Select(line => line.Length > part.Indent + 2 ? line[(part.Indent + 2)..] : ""))
            .TrimEnd();
    }

    /// <summary>
    /// Returns the last item of the list of blocks or questions of a page; null when it is written otherwise.
    /// </summary>
    public CoursePart? LastOf(CoursePart page, bool isAssessment)
    {
        YamlNode? list = isAssessment
            ? (page.Map.Find("assessment")?.Value as YamlMap)?.Find("questions")?.Value
            : page.Map.Find("blocks")?.Value;
        return list is YamlList { Items: [.., YamlMap last] } ? Place(page.Path, last) : null;
    }

    /// <summary>Returns the last page of a module; null when its pages are written otherwise.</summary>
    public CoursePart? LastPage(string path) =>
        _roots.TryGetValue(path, out YamlNode? root)
        && (root as YamlMap)?.Find("pages")?.Value is YamlList { Items: [.., YamlMap last] }
            ? Place(path, last)
            : null;

    /// <summary>Replaces a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="yaml">The new text, without indentation.</param>
    public void Replace(CoursePart part, string yaml) =>
        _edits.Add((part.Path, part.First, part.Last + 1, Item(yaml, part.Indent)));

    /// <summary>Adds an item below another one of the same list, after a blank line.</summary>
    public void InsertAfter(CoursePart part, string yaml) =>
        _edits.Add((part.Path, part.Last + 1, part.Last + 1, "\n" + Item(yaml, part.Indent)));

    /// <summary>Returns the changed files; null when a change would make one unreadable.</summary>
    public Dictionary<string, string>? Changed()
    {
        var changed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            IGrouping<string, (string Path, int First, int Last, string Text)> edits in _edits.GroupBy(edit =>
                edit.Path
            )
        )
        {
            List<string> lines = [.. _lines[edits.Key]];
            // From the end, so that line numbers stay; what was added later at one place comes below.
            foreach (
                (string _, int first, int last, string text) in edits
                    .Select((edit, index) => (edit, index))
                    .OrderByDescending(pair => pair.edit.First)
                    .ThenByDescending(pair => pair.index)
                    .Select(pair => pair.edit)
            )
            {
                lines.RemoveRange(first, last - first);
                lines.InsertRange(first, text.Split('\n'));
            }
            string whole = string.Join('\n', lines);
            var bag = new DiagnosticBag();
            if (YamlDocument.Parse(new SourceFile(edits.Key, whole), bag) is null || bag.HasErrors)
                return null;
            changed[edits.Key] = whole;
        }
        return changed;
    }

    private static string Item(string yaml, int indent)
    {
        string margin = new(' ', indent);
        string[] lines = yaml.TrimEnd('\n').Split('\n');
        return string.Join(
            '\n',
            lines.Select(
                (line, index) =>
                    index == 0 ? $"{margin}- {line}"
                    : line.Length == 0 ? ""
                    : $"{margin}  {line}"
            )
        );
    }

    private void Find(string path, YamlNode node)
    {
        switch (node)
        {
            case YamlList list:
                foreach (YamlNode item in list.Items)
                {
                    if (item is YamlMap map && map.Find("id")?.Value is YamlScalar id && Place(path, map) is { } part)
                        _parts.TryAdd(id.Value, part);
                    Find(path, item);
                }
                break;
            case YamlMap map:
                foreach (YamlEntry entry in map.Entries)
                    Find(path, entry.Value);
                break;
        }
    }

    /// <summary>Returns the lines of an item; null for one in braces, or next to something else on its line.</summary>
    private CoursePart? Place(string path, YamlMap map)
    {
        string[] lines = _lines[path];
        YamlScalar last = YamlEdit.Scalars(map).Last();
        int first = map.Span.Line - 1,
            end = map.Span.File.Span(Math.Max(0, last.Place.End - 1)).Line - 1;
        if (
            first < 0
            || first >= lines.Length
            || last.Place.IsInFlow && lines[first].TrimStart().StartsWith("- {", StringComparison.Ordinal)
        )
            return null;
        string line = lines[first];
        int dash = line.IndexOf("- ", StringComparison.Ordinal);
        if (dash < 0 || line[..dash].Trim().Length > 0 || dash + 2 != map.Span.Column - 1)
            return null;
        while (end > first && lines[end].Trim().Length == 0)
            end--;
        return new CoursePart(path, first, end, dash, map);
    }
}
