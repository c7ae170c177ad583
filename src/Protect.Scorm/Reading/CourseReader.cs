using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>Reads the folder of a course into a <see cref="Course"/>.</summary>
internal static partial class CourseReader
{
    private const string CourseFileName = "course.yaml";

    /// <summary>Reads a course; null when it is unusable. All faults are reported.</summary>
    /// <param name="folder">The folder of the course.</param>
    /// <param name="bag">Receives the diagnostics.</param>
    /// <param name="rewrite">Translates each text and fills its slots; null to read the texts as written.</param>
    /// <param name="edition">The id of an edition; null for the course with all modules.</param>
    /// <param name="onlySlots">True when <paramref name="rewrite"/> only changes texts with slots.</param>
    public static Course? Read(
        SourceFolder folder,
        DiagnosticBag bag,
        TextRewriter? rewrite = null,
        string? edition = null,
        bool onlySlots = false
    )
    {
        if (!folder.Exists(CourseFileName))
        {
            bag.Add(ReadingRules.NoCourse, SourceFile.WithoutText(folder.Display(CourseFileName)).Start);
            return null;
        }
        CourseFile? file = ReadFile(folder, CourseFileName, CourseFile.Fields, bag, rewrite, onlySlots);
        if (file is null)
        {
            // Read the modules even when course.yaml has faults, to report the faults of all files at once.
            foreach (string path in ModulePaths(folder))
                ReadFile(folder, path, ModuleFile.Fields, bag, rewrite, onlySlots);
            return null;
        }
        CheckHead(file.Draft, bag);
        if (edition is not null)
        {
            if (Choose(file, edition, bag) is not { } chosen)
                return null;
            file = chosen;
        }
        string whole = edition is null ? file.Draft.Id.Value : file.Draft.Id.Value[..^(edition.Length + 1)];
        string[] elsewhere =
        [
            .. file
                .Draft.Editions.SelectMany(other => other.Modules)
                .Concat(file.AllModules)
                .Select(name => name.Value),
        ];
        IReadOnlyList<Module> modules = ReadModules(folder, file.Modules, elsewhere, bag, rewrite, onlySlots);
        ReportSecondAssessment(modules, bag);
        return file.Draft with
        {
            Family = [whole, .. file.Draft.Editions.Select(other => $"{whole}-{other.Id.Value}")],
            Modules = modules,
            Tracking = file.Tracking.Resolve(modules),
        };
    }

    /// <summary>Returns the course reduced to an edition; null for an unknown id (reported).</summary>
    private static CourseFile? Choose(CourseFile file, string id, DiagnosticBag bag)
    {
        if (file.Draft.Editions.FirstOrDefault(edition => edition.Id.Value == id) is not { } chosen)
        {
            string[] ids = [.. file.Draft.Editions.Select(edition => edition.Id.Value)];
            bag.Add(
                ReadingRules.UnknownEdition,
                file.Draft.Id.Span,
                id,
                Nearest.Hint(id, ids),
                ids.Length == 0 ? "none" : string.Join(", ", ids)
            );
            return null;
        }
        string whole = $"{file.Draft.Id.Value}-{id}";
        if (whole.Length > CourseValues.LongestId)
            bag.Add(YamlRules.MalformedId, chosen.Id.Span, whole, CourseValues.LongestId, "core");
        return file with
        {
            Modules = chosen.Modules,
            AllModules = file.Modules,
            Draft = file.Draft with
            {
                Id = file.Draft.Id with { Value = whole },
                Title = chosen.Title ?? file.Draft.Title,
                Minutes = chosen.Minutes ?? file.Draft.Minutes,
            },
        };
    }

    /// <summary>Returns true when a text or file may contain placeholders.</summary>
    public static bool MayHaveSlots(string text) => text.Contains("{{", StringComparison.Ordinal);

    private static T? ReadFile<T>(
        SourceFolder folder,
        string path,
        Shape<T> shape,
        DiagnosticBag bag,
        TextRewriter? rewrite,
        bool onlySlots
    )
        where T : class
    {
        switch (YamlDocument.Read(folder, path, bag))
        {
            case null:
                return null;
            case YamlMap map when rewrite is null || (onlySlots && !MayHaveSlots(map.Span.File.Text)):
                return FileCache<T>.Read(map, shape, bag);
            case YamlMap map:
                return shape.Read(shape.Rewrite(map, shape.Name, rewrite), bag);
            case var other:
                bag.Add(YamlRules.WrongType, other.Span, path, $"the fields of a {shape.Name}", other.Noun);
                return null;
        }
    }

    /// <summary>
    /// Cache of files read without rewriting, which all plans, editions, translations and previews share.
    /// </summary>
    private static class FileCache<T>
        where T : class
    {
        private static readonly ConditionalWeakTable<YamlMap, CachedRead> Known = [];

        private sealed record CachedRead(T? Value, IReadOnlyList<Diagnostic> Findings);

        public static T? Read(YamlMap map, Shape<T> shape, DiagnosticBag bag)
        {
            CachedRead known = Known.GetValue(
                map,
                _ =>
                {
                    var own = new DiagnosticBag();
                    return new CachedRead(shape.Read(map, own), own.Sorted);
                }
            );
            foreach (Diagnostic finding in known.Findings)
                bag.Add(finding);
            return known.Value;
        }
    }

    private static IEnumerable<string> ModulePaths(SourceFolder folder) =>
        folder.Files.Where(file =>
            file.StartsWith("modules/", StringComparison.Ordinal) && file.EndsWith(".yaml", StringComparison.Ordinal)
        );

    private static List<Module> ReadModules(
        SourceFolder folder,
        IReadOnlyList<Located<string>> names,
        string[] elsewhere,
        DiagnosticBag bag,
        TextRewriter? rewrite,
        bool onlySlots
    )
    {
        string[] present = [.. ModulePaths(folder).Select(path => path["modules/".Length..^".yaml".Length])];
        string[] readable = [.. names.Select(name => name.Value).Distinct().Intersect(present)];
        // Parsed in parallel into the cache; the sequential reads below report faults in order.
        ParallelWork.Select(
            readable,
            (name, _) => YamlDocument.Read(folder, $"modules/{name}.yaml", new DiagnosticBag())
        );
        var modules = new List<Module>();
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (Located<string> name in names)
        {
            if (!used.Add(name.Value))
                bag.Add(ReadingRules.RepeatedModule, name.Span, name.Value);
            else if (!present.Contains(name.Value))
                bag.Add(ReadingRules.MissingModule, name.Span, name.Value, Nearest.Hint(name.Value, present));
            else if (
                ReadFile(folder, $"modules/{name.Value}.yaml", ModuleFile.Fields, bag, rewrite, onlySlots) is { } module
            )
                modules.Add(module);
        }
        foreach (string name in present.Except(used).Except(elsewhere))
        {
            bag.Add(
                ReadingRules.UnusedModule,
                SourceFile.WithoutText(folder.Display($"modules/{name}.yaml")).Start,
                name
            );
        }
        return modules;
    }

    private static void CheckHead(Course course, DiagnosticBag bag)
    {
        if (!LanguageTag().IsMatch(course.Language.Value))
            bag.Add(ReadingRules.MalformedLanguage, course.Language.Span, course.Language.Value);
        if (!VersionPattern().IsMatch(course.Version.Value))
            bag.Add(ReadingRules.MalformedVersion, course.Version.Span, course.Version.Value, Scorm12Limits.Version);
    }

    private static void ReportSecondAssessment(IReadOnlyList<Module> modules, DiagnosticBag bag)
    {
        Page[] assessed = [.. modules.SelectMany(module => module.Pages).Where(page => page.Assessment is not null)];
        foreach (Page second in assessed.Skip(1))
            bag.Add(ReadingRules.SecondAssessment, second.Assessment!.Span, assessed[0].Id.Value);
    }

    [GeneratedRegex("^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$")]
    private static partial Regex LanguageTag();

    [GeneratedRegex(@"^\d+(\.\d+){0,3}(-[a-z0-9.]+)?$")]
    private static partial Regex VersionPattern();
}
