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
    /// <param name="text">The files of the course in the language to read.</param>
    /// <param name="bag">Receives the diagnostics.</param>
    /// <param name="fill">Fills the slots of a text; null to read the texts as written.</param>
    /// <param name="edition">The id of an edition; null for the course with all modules.</param>
    public static Course? Read(CourseText text, DiagnosticBag bag, SlotFiller? fill = null, string? edition = null)
    {
        SourceFolder folder = text.Folder;
        if (!folder.Exists(CourseFileName))
        {
            bag.Add(
                ReadingRules.NoCourse,
                SourceFile.WithoutText(folder.Display(CourseFileName)).Start,
                Misnamed(folder)
            );
            return null;
        }
        CourseFile? file = text.Read(CourseFileName, CourseFile.Fields, bag, fill);
        if (file is null)
        {
            // Read the modules even when course.yaml has faults, to report the faults of all files at once.
            foreach (string path in ModulePaths(folder))
                text.Read(path, ModuleFile.Fields, bag, fill);
            return null;
        }
        CheckHead(file.Head, bag);
        if (edition is not null)
        {
            if (Choose(file, edition, bag) is not { } chosen)
                return null;
            file = chosen;
        }
        string whole = edition is null ? file.Head.Id.Value : file.Head.Id.Value[..^(edition.Length + 1)];
        string[] elsewhere =
        [
            .. file.Head.Editions.SelectMany(other => other.Modules).Concat(file.AllModules).Select(name => name.Value),
        ];
        IReadOnlyList<Module> modules = ReadModules(text, file.Modules, elsewhere, bag, fill);
        ReportSecondAssessment(modules, bag);
        IReadOnlyList<Tool> tools = ToolReader.Read(text, file.Tools, bag, fill);
        return new Course(file.Head, modules, file.Tracking.Resolve(modules))
        {
            Tools = tools,
            Family = [whole, .. file.Head.Editions.Select(other => $"{whole}-{other.Id.Value}")],
        };
    }

    /// <summary>
    /// Reads only what a course declares about itself: slots are filled with its phrases, so it comes before the texts.
    /// </summary>
    /// <param name="text">The files of the course in the language to read.</param>
    /// <returns>Null when course.yaml is unusable; <see cref="Read"/> reports why.</returns>
    public static CourseDeclarations? Declare(CourseText text) =>
        text.Folder.Exists(CourseFileName) && text.Map(CourseFileName, CourseFile.Fields) is { } map
            ? CourseFile.Declare(map)
            : null;

    /// <summary>
    /// Lists all texts to translate, in the order of course.yaml, its modules, the modules that only editions have, and
    /// its tools.
    /// </summary>
    /// <param name="text">The files of the course in the language of the source.</param>
    public static IReadOnlyList<TextPlace> Texts(CourseText text)
    {
        var texts = new List<TextPlace>();
        YamlScalar Keep(TextPlace place)
        {
            texts.Add(place);
            return place.Scalar;
        }
        if (text.Map(CourseFileName, CourseFile.Fields) is not { } course)
            return texts;
        CourseFile.Fields.Rewrite(course, CourseFile.Fields.Name, Keep);
        if (text.Read(CourseFileName, CourseFile.Fields, new DiagnosticBag()) is not { } file)
            return texts;
        foreach (
            string path in file
                .Modules.Concat(file.Head.Editions.SelectMany(edition => edition.Modules))
                .Select(name => $"modules/{name.Value}.yaml")
                .Distinct(StringComparer.Ordinal)
                .Where(text.Folder.Exists)
        )
        {
            if (text.Map(path, ModuleFile.Fields) is { } module)
                ModuleFile.Fields.Rewrite(module, ModuleFile.Fields.Name, Keep);
        }
        foreach (
            string path in file
                .Tools.Select(name => ToolReader.PathOf(name.Value))
                .Distinct(StringComparer.Ordinal)
                .Where(text.Folder.Exists)
        )
        {
            if (text.Map(path, ToolFile.Fields) is { } tool)
                ToolFile.Fields.Rewrite(tool, ToolReader.AddressOf(path, ToolFile.Fields.Name), Keep);
        }
        return texts;
    }

    /// <summary>Returns the course reduced to an edition; null for an unknown id (reported).</summary>
    private static CourseFile? Choose(CourseFile file, string id, DiagnosticBag bag)
    {
        if (file.Head.Editions.FirstOrDefault(edition => edition.Id.Value == id) is not { } chosen)
        {
            string[] ids = [.. file.Head.Editions.Select(edition => edition.Id.Value)];
            bag.Add(
                ReadingRules.UnknownEdition,
                file.Head.Id.Span,
                id,
                Nearest.Hint(id, ids),
                ids.Length == 0 ? "none" : string.Join(", ", ids)
            );
            return null;
        }
        string whole = $"{file.Head.Id.Value}-{id}";
        if (whole.Length > CourseValues.LongestId)
            bag.Add(YamlRules.MalformedId, chosen.Id.Span, whole, CourseValues.LongestId, "core", "");
        return file with
        {
            Modules = chosen.Modules,
            AllModules = file.Modules,
            Head = file.Head with
            {
                Id = file.Head.Id with { Value = whole },
                Title = chosen.Title ?? file.Head.Title,
                Minutes = chosen.Minutes,
            },
        };
    }

    private static IEnumerable<string> ModulePaths(SourceFolder folder) =>
        folder.Files.Where(file =>
            file.StartsWith("modules/", StringComparison.Ordinal) && file.EndsWith(".yaml", StringComparison.Ordinal)
        );

    private static List<Module> ReadModules(
        CourseText text,
        IReadOnlyList<Located<string>> names,
        string[] elsewhere,
        DiagnosticBag bag,
        SlotFiller? fill
    )
    {
        SourceFolder folder = text.Folder;
        string[] present = [.. ModulePaths(folder).Select(path => path["modules/".Length..^".yaml".Length])];
        string[] readable = [.. names.Select(name => name.Value).Distinct().Intersect(present)];
        ModuleReading[] read = ParallelWork.Select(
            readable,
            (name, _) =>
            {
                var own = new DiagnosticBag();
                return new ModuleReading(
                    name,
                    text.Read($"modules/{name}.yaml", ModuleFile.Fields, own, fill),
                    own.Sorted
                );
            }
        );
        var modules = new List<Module>();
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (Located<string> name in names)
        {
            if (!used.Add(name.Value))
                bag.Add(ReadingRules.RepeatedModule, name.Span, name.Value);
            else if (!present.Contains(name.Value))
                bag.Add(ReadingRules.MissingModule, name.Span, name.Value, HintOf(name.Value, present, folder));
            else
            {
                ModuleReading own = read.First(item => item.Name == name.Value);
                bag.AddAll(own.Findings);
                if (own.Module is { } module)
                    modules.Add(module);
            }
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

    private static string HintOf(string name, IReadOnlyCollection<string> present, SourceFolder folder)
    {
        string plain = name.Replace('\\', '/');
        plain = plain.StartsWith("modules/", StringComparison.Ordinal) ? plain["modules/".Length..] : plain;
        foreach (string ending in (string[])[".yaml", ".yml"])
            plain = plain.EndsWith(ending, StringComparison.Ordinal) ? plain[..^ending.Length] : plain;
        if (plain != name && present.Contains(plain))
            return $" Write the name alone, without folder and ending: “{plain}”.";
        return
            folder.Files.FirstOrDefault(file =>
                file.StartsWith($"modules/{plain}.", StringComparison.OrdinalIgnoreCase)
            )
                is { } other
            ? $" There is {other}: rename it to {plain}.yaml."
            : Nearest.Hint(name, present);
    }

    /// <summary>Returns a sentence about a file that is probably course.yaml, with a space before it.</summary>
    private static string Misnamed(SourceFolder folder) =>
        folder.Files.FirstOrDefault(file =>
            file.StartsWith("course.y", StringComparison.OrdinalIgnoreCase) && !file.Contains('/')
        )
            is { } other
            ? $" There is {other}: rename it to {CourseFileName}."
            : "";

    private static void CheckHead(CourseHead course, DiagnosticBag bag)
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

    private sealed record ModuleReading(string Name, Module? Module, IReadOnlyList<Diagnostic> Findings);

    [GeneratedRegex("^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$")]
    private static partial Regex LanguageTag();

    [GeneratedRegex(@"^\d+(\.\d+){0,3}(-[a-z0-9.]+)?$")]
    private static partial Regex VersionPattern();
}
