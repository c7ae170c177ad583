using System.Collections.Concurrent;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>Returns a text with its slots filled, and reports those that do not exist. Thread-safe.</summary>
internal delegate YamlScalar SlotFiller(TextPlace place, DiagnosticBag bag);

/// <summary>
/// The YAML files of a course in one language, before slots are filled. Each file is translated once, and read once
/// unless it has slots, for all packages in this language. Thread-safe.
/// </summary>
/// <param name="folder">The folder of the course.</param>
/// <param name="yaml">The parsed files.</param>
/// <param name="translate">Translates each text; null for the language of the source.</param>
/// <param name="before">The same texts before the folder changed; unchanged files are reused. Null for none.</param>
internal sealed class CourseText(
    SourceFolder folder,
    YamlFiles yaml,
    TextRewriter? translate,
    CourseText? before = null
)
{
    private readonly ConcurrentDictionary<string, Lazy<TextFile>> _files = new(StringComparer.Ordinal);

    // Only the files of the texts before, so that they do not keep what was before them in turn.
    private readonly ConcurrentDictionary<string, Lazy<TextFile>>? _before = before?._files;

    public SourceFolder Folder => folder;

    /// <summary>Reads a file that exists; null when it is unusable (reported).</summary>
    /// <param name="path">The path in the folder.</param>
    /// <param name="shape">The fields of the file, always the same ones for one path.</param>
    /// <param name="bag">Receives the diagnostics.</param>
    /// <param name="fill">Fills the slots of a text; null to leave them.</param>
    public T? Read<T>(string path, Shape<T> shape, DiagnosticBag bag, SlotFiller? fill = null)
        where T : class
    {
        TextFile file = FileOf(path, shape);
        bag.AddAll(file.Findings);
        if (file.Map is not { } map)
            return null;
        if (fill is not null && file.HasSlots)
            return shape.Read(
                shape.Rewrite(map, ToolReader.AddressOf(path, shape.Name), place => fill(place, bag)),
                bag
            );
        (object? value, IReadOnlyList<Diagnostic> findings) = file.Record.Value;
        bag.AddAll(findings);
        return (T?)value;
    }

    /// <summary>
    /// Returns the fields of a file that exists; null when it is not a group of fields. Reports nothing.
    /// </summary>
    public YamlMap? Map<T>(string path, Shape<T> shape)
        where T : class => FileOf(path, shape).Map;

    private TextFile FileOf<T>(string path, Shape<T> shape)
        where T : class => _files.GetOrAdd(path, _ => new Lazy<TextFile>(() => Translated(path, shape))).Value;

    private TextFile Translated<T>(string path, Shape<T> shape)
        where T : class
    {
        YamlFile file = yaml.Read(folder, path);
        if (
            _before is not null
            && _before.TryGetValue(path, out Lazy<TextFile>? old)
            && ReferenceEquals(old.Value.File, file)
            && old.Value.Banks.All(bank =>
                folder.Exists(bank.Key) && ReferenceEquals(yaml.Read(folder, bank.Key), bank.Value)
            )
        )
            return old.Value;
        if (file.Root is not YamlMap map)
        {
            var bag = new DiagnosticBag();
            bag.AddAll(file.Findings);
            if (file.Root is { } other)
                bag.AddWrongType(other.Span, path, $"the fields of a {shape.Name}", other.Noun);
            return new TextFile(file, EmptyBanks, null, false, bag.Sorted, null!);
        }
        var findings = new DiagnosticBag();
        findings.AddAll(file.Findings);
        var banks = new Banks(folder, yaml);
        if (path.StartsWith("modules/", StringComparison.Ordinal))
            map = banks.Expand(map, findings);
        bool hasSlots =
            MayHaveSlots(map.Span.File.Text)
            || banks.Read.Values.Any(bank => bank.Root is { } root && MayHaveSlots(root.Span.File.Text));
        string address = ToolReader.AddressOf(path, shape.Name);
        if (translate is null)
            shape.Rewrite(
                map,
                address,
                place =>
                {
                    PlainTextSlips.Check(place, findings);
                    return place.Scalar;
                }
            );
        if (translate is not null)
        {
            hasSlots = false;
            map = shape.Rewrite(
                map,
                address,
                place =>
                {
                    YamlScalar text = translate(place);
                    hasSlots |= MayHaveSlots(text.Value);
                    return text;
                }
            );
        }
        return new TextFile(file, banks.Read, map, hasSlots, findings.Sorted, Reading(shape, map));
    }

    // Static, so that a file that nobody reads does not keep this object.
    private static Lazy<(object?, IReadOnlyList<Diagnostic>)> Reading<T>(Shape<T> shape, YamlMap map)
        where T : class =>
        new(() =>
        {
            var bag = new DiagnosticBag();
            return (shape.Read(map, bag), bag.Sorted);
        });

    private static readonly Dictionary<string, YamlFile> EmptyBanks = [];

    private static bool MayHaveSlots(string text) => MistypedSlots.MayBeIn(text);

    /// <summary>A file in this language.</summary>
    /// <param name="File">The file as written.</param>
    /// <param name="Banks">The banks that it uses, as written, by path.</param>
    /// <param name="Map">Its fields; null when it is not a group of fields.</param>
    /// <param name="HasSlots">True when a text may contain placeholders.</param>
    /// <param name="Findings">Faults that every reading reports.</param>
    /// <param name="Record">The record with slots as written, and the faults of its fields.</param>
    private sealed record TextFile(
        YamlFile File,
        IReadOnlyDictionary<string, YamlFile> Banks,
        YamlMap? Map,
        bool HasSlots,
        IReadOnlyList<Diagnostic> Findings,
        Lazy<(object? Value, IReadOnlyList<Diagnostic> Findings)> Record
    );
}
