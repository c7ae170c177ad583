using System.CommandLine;
using System.Globalization;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Importing;
using Protect.Scorm.Packaging;

namespace Protect.Scorm.Cli;

/// <summary>
/// Command <c>protect-scorm import</c>: turns questions and texts of other programs into a course, and reports what was
/// lost.
/// </summary>
internal sealed class ImportCommand
{
    private readonly Argument<string> _source = new("file or folder")
    {
        Description = "File or folder to import; its format is found by its content.",
    };

    private readonly Option<string?> _into = new("--into")
    {
        Description = "Course to add to; by default a new folder named after the file.",
        HelpName = "folder",
    };

    private readonly Option<string?> _from = new("--from")
    {
        Description =
            $"Format, if it is not recognised: {string.Join(", ", Importers.All.Select(reader => reader.Name))}.",
        HelpName = "format",
    };

    private readonly Option<string?> _as = new("--as")
    {
        Description =
            "Questions as an assessment at the end, or as knowledge checks on pages; by default an assessment for "
            + "lists of questions, and checks in documents.",
        HelpName = "place",
    };

    private readonly Option<string?> _language = new("--language")
    {
        Description = "Language of the texts, such as fr; by default that of the source, or en.",
        HelpName = "tag",
    };

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Print the files and the losses, and write nothing.",
    };

    private readonly Option<bool> _update = new("--update")
    {
        Description = "Write what changed in the source since the last import and not in the course.",
    };

    private ImportCommand() => _as.AcceptOnlyFromAmong("assessment", "checks");

    public static Command Create()
    {
        var import = new ImportCommand();
        var command = new Command(
            "import",
            "Imports questions or texts of other programs as a course, and reports what was lost. Overwrites nothing."
        )
        {
            import._source,
            import._into,
            import._from,
            import._as,
            import._language,
            import._dryRun,
            import._update,
        };
        command.SetAction(import.Run);
        return command;
    }

    private int Run(ParseResult arguments)
    {
        string path = arguments.GetValue(_source)!;
        if (Open(path) is not { } source)
            return ExitCodes.WrongArguments;
        Importer? importer = arguments.GetValue(_from) is { } named
            ? Importers.All.FirstOrDefault(reader => reader.Name == named)
            : Importers.Of(source);
        if (importer is null && arguments.GetValue(_from) is { } unknown)
            return Refuse(
                $"There is no format “{unknown}”.{Nearest.Hint(unknown, Importers.All.Select(reader => reader.Name))}"
            );
        if (importer is null)
        {
            Print(ImportResult.Failed(source, ImportingRules.UnknownFormat).Losses);
            return ExitCodes.CourseHasErrors;
        }
        var options = new ImportOptions
        {
            Language = arguments.GetValue(_language),
            Questions = arguments.GetValue(_as) switch
            {
                "assessment" => QuestionPlace.Assessment,
                "checks" => QuestionPlace.Checks,
                _ => null,
            },
        };
        var planner = new ImportPlanner(source, importer, options);
        string id = StarterCourse.IdFrom(source.Name);
        string? into = arguments.GetValue(_into);
        if (into is not null && !File.Exists(Path.Combine(into, "course.yaml")))
            return Refuse(
                $"There is no course in “{into}”: it has no course.yaml. Leave out --into to make a new course."
            );
        if (
            into is null
            && (File.Exists(id) || (Directory.Exists(id) && Directory.EnumerateFileSystemEntries(id).Any()))
        )
            return Refuse(
                $"“{id}” exists. Add “--into {ShellWord.IfNeeded(id)}” to import into that course; nothing was written."
            );
        string folder = into ?? id;
        ImportPlan plan = into is null
            ? planner.New(id)
            : planner.Into(SourceFolder.OnDisk(into, CourseArguments.Shown(into)), arguments.GetValue(_update));
        Print(plan.Losses);
        if (plan.HasErrors)
            return ExitCodes.CourseHasErrors;
        return Finish(plan, importer, folder, arguments.GetValue(_dryRun), arguments.GetValue(_update), into is null);
    }

    private static int Finish(ImportPlan plan, Importer importer, string folder, bool isDry, bool updates, bool isNew)
    {
        foreach (
            ItemChange change in plan.Changes.Where(change => change.State is ItemState.Changed or ItemState.Edited)
        )
            Console.Out.Write(
                change.State == ItemState.Edited
                    ? $"{change.Id}: changed in the source and in the course. The course keeps its "
                        + $"text:\n{change.Difference}"
                    : $"{change.Id}: changed in the "
                        + $"source{(updates ? "" : "; “--update” writes it")}:\n{change.Difference}"
            );
        foreach (ItemChange change in plan.Changes.Where(change => change.State == ItemState.Gone))
            Console.Out.Write($"{change.Id}: only in the course, or only in the source. Nothing was changed.\n");
        string shown = CourseArguments.Shown(folder);
        foreach ((string path, byte[] bytes) in plan.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            string target = Path.Combine(folder, path);
            if (File.Exists(target) && File.ReadAllBytes(target).AsSpan().SequenceEqual(bytes))
                continue;
            if (path.StartsWith("media/", StringComparison.Ordinal) && File.Exists(target) && !updates)
            {
                Console.Out.Write($"{path}: another file has this name in the course; it was kept.\n");
                continue;
            }
            if (!isDry)
                TemporaryFile.Write(target, new FileImage(bytes));
            Console.Out.Write($"{(isDry ? "would write" : "wrote")} {(shown.Length > 0 ? shown + "/" : "")}{path}\n");
        }
        int warnings = plan.Losses.Count(loss => loss.Rule.Severity == Severity.Warning);
        int added = plan.Changes.Count(change => change.State == ItemState.New);
        string what = isNew
            ? $"{Plurals.Count(plan.Questions, "question")} in {Plurals.Count(plan.Modules, "module")}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{Plurals.Count(added, "new item")}, "
                    + $"{plan.Changes.Count(change => change.State == ItemState.Changed)} changed, "
                    + $"{plan.Changes.Count(change => change.State == ItemState.Edited)} changed on both sides"
            );
        Console.Out.Write($"{importer.Title}: {what}; {Plurals.Count(warnings, "loss", "losses")}.\n");
        if (isDry)
            Console.Out.Write("Nothing was written (--dry-run).\n");
        else if (isNew)
            Console.Out.Write($"View it:   protect-scorm preview {ShellWord.IfNeeded(shown)}\n");
        return ExitCodes.Success;
    }

    /// <summary>Reads the source; null after printing what is wrong with it.</summary>
    private static ImportSource? Open(string path)
    {
        string shown = path.Replace('\\', '/');
        if (Directory.Exists(path))
            return ImportSource.OfFolder(shown.TrimEnd('/'), SourceFolder.OnDisk(path, shown.TrimEnd('/')));
        if (!File.Exists(path))
        {
            Refuse($"There is no file or folder “{path}”.");
            return null;
        }
        if (new FileInfo(path).Length > ImportLimits.MostBytes)
        {
            Refuse($"“{path}” is larger than {ImportLimits.MostBytes / 1_000_000} MB. Split it and import its parts.");
            return null;
        }
        return ImportSource.OfFile(shown, InputFile.Read(path));
    }

    private static void Print(IReadOnlyList<Diagnostic> losses)
    {
        foreach (Diagnostic loss in losses)
            Console.Error.WriteLine(DiagnosticText.Format(loss));
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return ExitCodes.WrongArguments;
    }
}
