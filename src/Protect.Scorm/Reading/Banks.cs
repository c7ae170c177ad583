using Protect.Scorm.Diagnostics;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>
/// Puts shared questions and snippets where <c>use:</c> names them. It works on nodes, before anything is read: the
/// positions stay those of the bank, so that messages point there.
/// </summary>
/// <param name="folder">The folder of the course, with the banks.</param>
/// <param name="yaml">The parsed files.</param>
internal sealed class Banks(SourceFolder folder, YamlFiles yaml)
{
    private const string Use = "use";

    private readonly Dictionary<string, YamlFile> _read = new(StringComparer.Ordinal);

    /// <summary>The banks that were read, by path.</summary>
    public IReadOnlyDictionary<string, YamlFile> Read => _read;

    /// <summary>Returns the fields of a file with the shared material in place; the same object without any.</summary>
    public YamlMap Expand(YamlMap map, DiagnosticBag bag) =>
        map.Span.File.Text.Contains(Use + ":", StringComparison.Ordinal) ? (YamlMap)Expanded(map, bag) : map;

    /// <summary>Returns what a course uses, as <c>bank</c> or <c>bank/id</c>, in the order of its modules.</summary>
    public string[] UsedIn() =>
        [
            .. folder
                .Files.Where(file =>
                    file.StartsWith("modules/", StringComparison.Ordinal)
                    && file.EndsWith(".yaml", StringComparison.Ordinal)
                )
                .SelectMany(file => Uses(yaml.Read(folder, file).Root))
                .Select(name => name.Value)
                .Distinct(StringComparer.Ordinal),
        ];

    private static IEnumerable<YamlScalar> Uses(YamlNode? node) =>
        node switch
        {
            YamlMap map when map.Find(Use)?.Value is YamlScalar name => [name],
            YamlMap map => map.Entries.SelectMany(entry => Uses(entry.Value)),
            YamlList list => list.Items.SelectMany(Uses),
            _ => [],
        };

    private YamlNode Expanded(YamlNode node, DiagnosticBag bag) =>
        node switch
        {
            YamlMap map => map with
            {
                Entries = [.. map.Entries.Select(entry => entry with { Value = Expanded(entry.Value, bag) })],
            },
            YamlList list => list with { Items = [.. list.Items.SelectMany(item => Items(item, bag))] },
            _ => node,
        };

    private IEnumerable<YamlNode> Items(YamlNode item, DiagnosticBag bag) =>
        item is YamlMap map && map.Find(Use) is { } use ? Shared(map, use, bag) : [Expanded(item, bag)];

    /// <summary>
    /// Returns the nodes that an item with <c>use</c> names; the item itself when they cannot be found.
    /// </summary>
    private IReadOnlyList<YamlNode> Shared(YamlMap map, YamlEntry use, DiagnosticBag bag)
    {
        YamlNode[] unfound = [map with { Entries = [use] }];
        if (use.Value is not YamlScalar { IsEmpty: false } name)
            return unfound;
        int slash = name.Value.IndexOf('/');
        string bank = slash < 0 ? name.Value : name.Value[..slash];
        if (BankOf(bank, name.Span, bag) is not { } root)
            return unfound;
        IReadOnlyList<YamlNode> questions = List(root, "questions");
        if (slash < 0)
            return Changed(map, bag, []) is null ? unfound : questions;
        string id = name.Value[(slash + 1)..];
        if (questions.FirstOrDefault(question => IdOf(question) == id) is YamlMap one)
            return Changed(map, bag, ["id", "type"]) is { } changes ? [With(one, changes)] : unfound;
        IReadOnlyList<YamlNode> snippets = List(root, "snippets");
        if (snippets.FirstOrDefault(snippet => IdOf(snippet) == id) is YamlMap blocks)
            return Changed(map, bag, []) is null ? unfound : List(blocks, "blocks");
        string[] known = [.. ItemsOf(root).Select(IdOf).OfType<string>()];
        bag.Add(
            ReadingRules.UnknownBankItem,
            name.Span,
            bank,
            id,
            Nearest.Hint(id, known),
            known.Length == 0 ? "none" : string.Join(", ", known)
        );
        return unfound;
    }

    private YamlMap? BankOf(string bank, SourceSpan span, DiagnosticBag bag)
    {
        string path = $"{CourseFolder.Banks}/{bank}.yaml";
        if (!folder.Exists(path))
        {
            string[] present =
            [
                .. folder
                    .Files.Where(file => Path.GetDirectoryName(file) == CourseFolder.Banks)
                    .Select(file => Path.GetFileNameWithoutExtension(file)),
            ];
            bag.Add(
                ReadingRules.UnknownBank,
                span,
                bank,
                Nearest.Hint(bank, present),
                folder.Display($"{CourseFolder.Banks}/{bank}.yaml")
            );
            return null;
        }
        YamlFile file = _read[path] = yaml.Read(folder, path);
        bag.AddAll(file.Findings);
        if (file.Root is { } root and not YamlMap)
            bag.AddWrongType(root.Span, path, "the fields of a bank", root.Noun);
        if (file.Root is YamlMap map)
            Check(map, bag);
        return file.Root as YamlMap;
    }

    private static void Check(YamlMap bank, DiagnosticBag bag)
    {
        foreach (YamlScalar use in Uses(bank))
            bag.Add(ReadingRules.BankInBank, use.Span);
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (YamlNode item in ItemsOf(bank))
        {
            if (IdOf(item) is { } id && !first.TryAdd(id, item.Span.Line))
                bag.Add(ReadingRules.RepeatedBankId, item.Span, id, first[id]);
        }
    }

    /// <summary>Returns the questions and the snippets of a bank.</summary>
    public static IEnumerable<YamlNode> ItemsOf(YamlMap bank) => List(bank, "questions").Concat(List(bank, "snippets"));

    /// <summary>
    /// Returns the fields that a course writes next to <c>use</c>; null when one of them cannot be changed (reported).
    /// </summary>
    /// <param name="map">The fields next to <c>use</c>, and itself.</param>
    /// <param name="bag">Receives the diagnostics.</param>
    /// <param name="kept">The fields that stay as the bank has them; empty for all.</param>
    private YamlEntry[]? Changed(YamlMap map, DiagnosticBag bag, string[] kept)
    {
        YamlEntry[] changes = [.. map.Entries.Where(entry => entry.Key.Value != Use)];
        YamlEntry[] refused = [.. changes.Where(entry => kept.Length == 0 || kept.Contains(entry.Key.Value))];
        foreach (YamlEntry entry in refused)
            bag.Add(ReadingRules.FixedByBank, entry.Key.Span, entry.Key.Value);
        if (refused.Length > 0)
            return null;
        return [.. changes.Select(entry => entry with { Value = Expanded(entry.Value, bag) })];
    }

    private static YamlMap With(YamlMap question, YamlEntry[] changes) =>
        changes.Length == 0
            ? question
            : question with
            {
                Entries =
                [
                    .. question.Entries.Where(entry => changes.All(change => change.Key.Value != entry.Key.Value)),
                    .. changes,
                ],
            };

    private static IReadOnlyList<YamlNode> List(YamlMap map, string field) =>
        map.Find(field)?.Value is YamlList list ? list.Items : [];

    /// <summary>Returns the id of a question or snippet; null when it has none.</summary>
    public static string? IdOf(YamlNode node) =>
        node is YamlMap map && map.Find("id")?.Value is YamlScalar { IsEmpty: false } id ? id.Value : null;
}
