using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Reading;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Cli.Reports;

/// <summary>Lists which courses use what of the banks that they share.</summary>
internal static class BankTable
{
    /// <summary>Writes the table of all banks next to the courses, and reports faults of what no course uses.</summary>
    /// <param name="folders">The folders of the courses that were checked.</param>
    /// <param name="report">Receives the faults.</param>
    /// <param name="notes">Receives the table.</param>
    /// <returns>False when something that no course uses has errors.</returns>
    public static bool Write(IReadOnlyList<string> folders, Report report, TextWriter notes)
    {
        bool sound = true;
        foreach (IGrouping<string, string> beside in folders.GroupBy(SourceFolder.BanksOf))
        {
            if (!Directory.Exists(beside.Key))
                continue;
            CourseSource[] courses =
            [
                .. beside.Select(path => new CourseSource(SourceFolder.Course(path, CourseArguments.Shown(path)))),
            ];
            (string Course, string[] Used)[] uses =
            [
                .. beside.Zip(
                    courses,
                    (path, course) => (NameOf(path), new Banks(course.Folder, course.Yaml).UsedIn())
                ),
            ];
            foreach (
                string file in courses[0]
                    .Folder.Files.Where(file =>
                        Path.GetDirectoryName(file) == CourseFolder.Banks
                        && file.EndsWith(".yaml", StringComparison.Ordinal)
                    )
            )
                sound &= Write(file, courses[0], uses, report, notes);
        }
        return sound;
    }

    private static bool Write(
        string file,
        CourseSource course,
        (string Course, string[] Used)[] uses,
        Report report,
        TextWriter notes
    )
    {
        var bag = new DiagnosticBag();
        string shown = course.Folder.Display(file),
            bank = Path.GetFileNameWithoutExtension(file);
        if (course.Yaml.Read(course.Folder, file, bag) is not YamlMap map)
        {
            report.Add(shown, new CompileResult { Diagnostics = bag.Sorted }, null, TimeSpan.Zero);
            return false;
        }
        notes.WriteLine(shown);
        var unused = new HashSet<YamlNode>(ReferenceEqualityComparer.Instance);
        foreach (YamlNode item in Banks.ItemsOf(map))
        {
            string id = Banks.IdOf(item) ?? "";
            string[] users = [.. uses.Where(use => IsUsed(use.Used, bank, id, item, map)).Select(use => use.Course)];
            notes.WriteLine($"  {id, -30} {(users.Length == 0 ? "no course" : string.Join(", ", users))}");
            if (users.Length == 0)
                unused.Add(item);
        }
        notes.WriteLine();
        // The courses report the faults of what they use.
        BankFile.Fields.Read(Only(map, unused), bag);
        if (bag.Sorted.Count > 0)
            report.Add(shown, new CompileResult { Diagnostics = bag.Sorted }, null, TimeSpan.Zero);
        return !bag.HasErrors;
    }

    // A whole bank is its questions, without its snippets.
    private static bool IsUsed(string[] used, string bank, string id, YamlNode item, YamlMap map) =>
        used.Contains($"{bank}/{id}")
        || used.Contains(bank) && map.Find("questions")?.Value is YamlList list && list.Items.Contains(item);

    private static YamlMap Only(YamlMap map, HashSet<YamlNode> items) =>
        map with
        {
            Entries =
            [
                .. map
                    .Entries.Select(entry =>
                        entry.Value is YamlList list
                            ? entry with
                            {
                                Value = list with { Items = [.. list.Items.Where(items.Contains)] },
                            }
                            : entry
                    )
                    .Where(entry => entry.Value is not YamlList { Items.Count: 0 }),
            ],
        };

    private static string NameOf(string path) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
}
