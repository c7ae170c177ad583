using System.Text;
using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Importing;

/// <summary>State of an item at a second import.</summary>
internal enum ItemState
{
    /// <summary>New in the source: it is added.</summary>
    New,

    /// <summary>Changed in the source, and not by the author: it is written with <c>--update</c>.</summary>
    Changed,

    /// <summary>Changed in the source and by the author: it is never written.</summary>
    Edited,

    /// <summary>No longer in the source, or no longer in the course: nothing is written.</summary>
    Gone,
}

/// <summary>An item that differs from the earlier import.</summary>
/// <param name="State">What happened to it.</param>
/// <param name="Id">Its id.</param>
/// <param name="Difference">The lines that differ; empty for a new item and one that is gone.</param>
internal sealed record ItemChange(ItemState State, string Id, string Difference);

/// <summary>What an import will write.</summary>
/// <param name="Files">
/// The content of files by path in the course; existing files only where lines are added or updated.
/// </param>
/// <param name="Changes">Items that differ from an earlier import.</param>
/// <param name="Losses">The loss report.</param>
/// <param name="Questions">The number of questions in the source that can be imported.</param>
/// <param name="Modules">The number of modules in the source.</param>
internal sealed record ImportPlan(
    IReadOnlyDictionary<string, byte[]> Files,
    IReadOnlyList<ItemChange> Changes,
    IReadOnlyList<Diagnostic> Losses,
    int Questions,
    int Modules
)
{
    /// <summary>True when nothing can be imported.</summary>
    public bool HasErrors => Losses.Any(loss => loss.IsError);
}

/// <summary>
/// Plans an import: reads the source, gives ids, and compares with an earlier import. Writes nothing.
/// </summary>
/// <param name="source">The file or folder.</param>
/// <param name="importer">The reader of its format.</param>
/// <param name="options">Choices of a person.</param>
internal sealed partial class ImportPlanner(ImportSource source, Importer importer, ImportOptions options)
{
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly List<ItemChange> _changes = [];
    private readonly List<ImportedItem> _items = [];

    private static string NameOf(ImportSource source) => source.Path.TrimEnd('/').Split('/')[^1];

    /// <summary>Plans a new course.</summary>
    /// <param name="id">The id of the course.</param>
    public ImportPlan New(string id)
    {
        (DraftCourse draft, LossReport losses, IReadOnlyDictionary<string, string> keys) = Read(
            new Dictionary<string, string>(),
            [id],
            mayAssess: true
        );
        if (losses.HasErrors)
            return Failed(losses);
        foreach ((string path, string text) in NewCourse.Files(draft, id, NameOf(source), options.Language))
            _files[path] = text;
        foreach (DraftModule module in draft.Modules)
            Record(module, keys);
        return Plan(draft, losses);
    }

    /// <summary>Plans an import into an existing course.</summary>
    /// <param name="course">The folder of the course.</param>
    /// <param name="update">True to write what changed in the source and not in the course.</param>
    public ImportPlan Into(SourceFolder course, bool update)
    {
        var parts = new CourseParts(course);
        string manifest = ImportManifest.PathOf(source.Name);
        IReadOnlyList<ImportedItem> before =
            course.Exists(manifest) && course.Text(manifest) is { } file ? ImportManifest.Read(file) ?? [] : [];
        Dictionary<string, string> known = before
            .GroupBy(item => item.Key)
            .ToDictionary(group => group.Key, group => group.First().Id);
        (DraftCourse draft, LossReport losses, IReadOnlyDictionary<string, string> keys) = Read(
            known,
            [
                .. Taken(course),
                .. course
                    .Files.Where(path => path.StartsWith("modules/", StringComparison.Ordinal))
                    .Select(Path.GetFileNameWithoutExtension)
                    .OfType<string>(),
            ],
            mayAssess: !parts.HasAssessment || before.Any(item => item.Key == "module: assessment")
        );
        if (losses.HasErrors)
            return Failed(losses);
        Dictionary<string, ImportedItem> old = before
            .GroupBy(item => item.Id)
            .ToDictionary(group => group.Key, group => group.First());
        var added = new List<string>();
        foreach (DraftModule module in draft.Modules)
            Compare(module, keys, old, parts, update, course, added);
        foreach (ImportedItem item in before.Where(item => !keys.ContainsKey(item.Id)))
        {
            _items.Add(item);
            if (parts.Of(item.Id) is not null && item.Digest.Length > 0)
                _changes.Add(new ItemChange(ItemState.Gone, item.Id, ""));
        }
        if (parts.Changed() is not { } changed || (added.Count > 0 && !AddModules(course, added)))
        {
            losses.Add(
                ImportingRules.CourseUnreadable,
                SourceFile.WithoutText(course.Display("course.yaml")).Start,
                course.Display("course.yaml")
            );
            return Failed(losses);
        }
        foreach ((string path, string text) in changed)
            _files[path] = text;
        return Plan(draft, losses);
    }

    private (DraftCourse Draft, LossReport Losses, IReadOnlyDictionary<string, string> Keys) Read(
        IReadOnlyDictionary<string, string> known,
        IReadOnlyCollection<string> taken,
        bool mayAssess
    )
    {
        ImportResult result = importer.Read(source, options);
        var losses = new LossReport();
        losses.AddAll(result.Losses);
        DraftCourse draft = result.Draft;
        QuestionPlace place =
            options.Questions ?? (importer.IsDocument ? QuestionPlace.Checks : QuestionPlace.Assessment);
        if (place == QuestionPlace.Assessment && !mayAssess)
        {
            losses.Add(
                ImportingRules.Changed,
                source.Start,
                NameOf(source),
                "an assessment",
                "knowledge checks on pages, because the course has an assessment"
            );
            place = QuestionPlace.Checks;
        }
        DraftIds.Assign(draft, new Dictionary<string, string>(), []);
        DraftCheck.Apply(draft, losses, source.Start);
        DraftShape.Apply(draft, place);
        if (draft.Modules.Count == 0 && !losses.HasErrors)
            losses.Add(ImportingRules.Nothing, source.Start, source.Path);
        return (draft, losses, DraftIds.Assign(draft, known, taken));
    }

    private void Compare(
        DraftModule module,
        IReadOnlyDictionary<string, string> keys,
        Dictionary<string, ImportedItem> old,
        CourseParts parts,
        bool update,
        SourceFolder course,
        List<string> added
    )
    {
        string path = $"modules/{module.Id}.yaml";
        bool isNewModule = !course.Exists(path);
        var rest = new DraftModule(module.Title)
        {
            SourceId = module.SourceId,
            Id = module.Id,
            Comment = module.Comment,
        };
        _items.Add(new ImportedItem(keys[module.Id!], module.Id!, ""));
        foreach (DraftPage page in module.Pages)
        {
            DraftNode[] withId = [.. page.Blocks.Where(block => block.Id is not null)];
            if (withId.Length == 0)
            {
                if (!Known(page.Id!, DraftYaml.PageText(page), keys, old, parts, update))
                    rest.Pages.Add(page);
                continue;
            }
            _items.Add(new ImportedItem(keys[page.Id!], page.Id!, ""));
            DraftNode[] missing =
            [
                .. withId.Where(block => !Known(block.Id!, DraftYaml.Node(block, 0), keys, old, parts, update)),
            ];
            if (missing.Length == 0)
                continue;
            if (
                !isNewModule
                && parts.Of(page.Id!) is { } there
                && parts.LastOf(there, page.Assessment is not null) is { } last
            )
                foreach (DraftNode block in missing)
                    parts.InsertAfter(last, DraftYaml.Node(block, 0));
            else
            {
                DraftPage some = new(page.Title)
                {
                    SourceId = page.SourceId,
                    Id = page.Id,
                    Comment = page.Comment,
                    Assessment = page.Assessment,
                };
                some.Blocks.AddRange(missing.Length == withId.Length ? page.Blocks : missing);
                rest.Pages.Add(some);
            }
        }
        if (rest.Pages.Count == 0)
            return;
        if (isNewModule)
        {
            _files[path] = DraftYaml.Module(rest);
            added.Add(module.Id!);
        }
        else if (parts.LastPage(path) is { } last)
            foreach (DraftPage page in rest.Pages)
                parts.InsertAfter(last, DraftYaml.PageText(page));
    }

    /// <summary>Compares an item with the earlier import; false when it is to be added.</summary>
    private bool Known(
        string id,
        string yaml,
        IReadOnlyDictionary<string, string> keys,
        Dictionary<string, ImportedItem> old,
        CourseParts parts,
        bool update
    )
    {
        string digest = ImportManifest.DigestOf(yaml);
        if (!old.TryGetValue(id, out ImportedItem? before) || before.Digest.Length == 0)
        {
            _items.Add(new ImportedItem(keys[id], id, digest));
            _changes.Add(new ItemChange(ItemState.New, id, ""));
            return false;
        }
        if (parts.Of(id) is not { } part)
        {
            // The author removed it, and it stays removed.
            _items.Add(before);
            _changes.Add(new ItemChange(ItemState.Gone, id, ""));
            return true;
        }
        if (before.Digest == digest)
        {
            _items.Add(before);
            return true;
        }
        string now = parts.TextOf(part);
        bool isEdited = ImportManifest.DigestOf(now) != before.Digest;
        _changes.Add(new ItemChange(isEdited ? ItemState.Edited : ItemState.Changed, id, LineDiff.Of(now, yaml)));
        if (isEdited || !update)
            _items.Add(before);
        else
        {
            parts.Replace(part, yaml);
            _items.Add(before with { Digest = digest });
        }
        return true;
    }

    /// <summary>
    /// Adds modules to the list in course.yaml; false when it is written in a way that this cannot extend.
    /// </summary>
    private bool AddModules(SourceFolder course, IReadOnlyList<string> added)
    {
        var bag = new DiagnosticBag();
        if (
            !course.Exists("course.yaml")
            || course.Text("course.yaml") is not { } file
            || YamlDocument.Parse(file, bag) is not YamlMap map
            || map.Find("modules")?.Value is not YamlList { Items: [.., YamlScalar last] } list
        )
            return false;
        string text = file.Text,
            inserted;
        int at = last.Place.End;
        if (last.Place.IsInFlow)
            inserted = string.Concat(added.Select(id => $", {id}"));
        else
        {
            string line = file.Line(last.Span.Line);
            string margin = line[..(line.Length - line.TrimStart().Length)];
            inserted = string.Concat(added.Select(id => $"\n{margin}- {id}"));
            at = text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;
        }
        string changed = text[..at] + inserted + text[at..];
        bag = new DiagnosticBag();
        if (
            YamlDocument.Parse(new SourceFile("course.yaml", changed), bag) is not YamlMap after
            || bag.HasErrors
            || after.Find("modules")?.Value is not YamlList { Items: var items }
            || items.Count != list.Items.Count + added.Count
        )
            return false;
        _files["course.yaml"] = changed;
        return true;
    }

    private void Record(DraftModule module, IReadOnlyDictionary<string, string> keys)
    {
        _items.Add(new ImportedItem(keys[module.Id!], module.Id!, ""));
        foreach (DraftPage page in module.Pages)
        {
            DraftNode[] withId = [.. page.Blocks.Where(block => block.Id is not null)];
            string digest = withId.Length == 0 ? ImportManifest.DigestOf(DraftYaml.PageText(page)) : "";
            _items.Add(new ImportedItem(keys[page.Id!], page.Id!, digest));
            foreach (DraftNode block in withId)
                _items.Add(
                    new ImportedItem(keys[block.Id!], block.Id!, ImportManifest.DigestOf(DraftYaml.Node(block, 0)))
                );
        }
    }

    private ImportPlan Plan(DraftCourse draft, LossReport losses)
    {
        _files[ImportManifest.PathOf(source.Name)] = ImportManifest.Write(NameOf(source), importer.Name, _items);
        var files = _files.ToDictionary(
            file => file.Key,
            file => Encoding.UTF8.GetBytes(file.Value),
            StringComparer.Ordinal
        );
        foreach (DraftFile file in draft.Files)
            files[file.Path] = file.Bytes;
        return new ImportPlan(files, _changes, losses.All, draft.Questions.Count(), draft.Modules.Count);
    }

    private static ImportPlan Failed(LossReport losses) => new(new Dictionary<string, byte[]>(), [], losses.All, 0, 0);

    private static IEnumerable<string> Taken(SourceFolder course) =>
        course
            .Files.Where(path => path.EndsWith(".yaml", StringComparison.Ordinal))
            .Select(course.Text)
            .OfType<SourceFile>()
            .SelectMany(file => IdField().Matches(file.Text).Select(match => match.Groups[1].Value));

    [GeneratedRegex(@"\bid:\s*[""']?([a-z][a-z0-9-]*)")]
    private static partial Regex IdField();
}
