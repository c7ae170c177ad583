using System.CommandLine;
using System.Text;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Cli.Packages;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;
using Protect.Scorm.Playing;

namespace Protect.Scorm.Cli;

/// <summary>
/// Command <c>protect-scorm layouts</c>: keeps the layouts of earlier packages, so that an update restores the
/// progress of their learners.
/// </summary>
internal static class LayoutsCommand
{
    public static Command Create()
    {
        var package = new Argument<string>("package")
        {
            Description = "Package that learners have now: its zip, or its .state.json file.",
        };
        var course = new Argument<string?>("course folder")
        {
            Description = "Folder of its course; by default the course here or under courses/ with its id.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var add = new Command("add", "Copies the layout of a package into the folder layouts/ of its course.")
        {
            package,
            course,
        };
        add.SetAction(arguments => Add(arguments.GetValue(package)!, arguments.GetValue(course)));
        return new Command(
            "layouts",
            "Keeps the layouts of earlier packages, so that learners in progress lose nothing with an update."
        )
        {
            add,
        };
    }

    private static int Add(string package, string? named)
    {
        if (Load(package) is not { } map)
            return ExitCodes.WrongArguments;
        if ((named is null ? Find(map) : Open(named, map)) is not { } folder)
            return ExitCodes.WrongArguments;
        string layouts = Path.Combine(folder, StateMap.Folder.TrimEnd('/'));
        if (Known(layouts, map) is { } known)
        {
            Console.Out.WriteLine($"{Shown(known)} already has the layout of “{package}”. Nothing was changed.");
            return ExitCodes.Success;
        }
        string first = $"{map.Id}-{map.Version}",
            path = Path.Combine(layouts, first + StateMap.Suffix);
        // Another package of the same version has another layout. The name with the hash may exist only if it was
        // changed by hand.
        if (Path.Exists(path))
            path = Path.Combine(layouts, $"{first}-{map.Hash}{StateMap.Suffix}");
        if (Path.Exists(path))
            return Refuse($"{Shown(path)} exists and has another layout. Rename or remove it first.");
        Write(path, map.Write());
        Console.Out.WriteLine(
            $"Added {Shown(path)}: the layout of version {map.Version}, with {Count(map.Pages.Count, "page")} and "
                + $"{Count(map.Questions.Count, "question")}.\n"
                + "The next package that you build restores the progress of learners who have this version."
        );
        return ExitCodes.Success;
    }

    /// <summary>Reads the state map of a package; null after printing what is wrong with it.</summary>
    private static StateMap? Load(string path)
    {
        if (!File.Exists(path))
        {
            Refuse($"There is no file “{path}”.");
            return null;
        }
        if (new FileInfo(path).Length > PackageLayout.MostBytes)
        {
            Refuse($"“{path}” is larger than 1 GB.");
            return null;
        }
        var bag = new DiagnosticBag();
        StateMap? map = PackageLayout.Read(path, bag);
        foreach (Diagnostic finding in bag.Sorted)
            Console.Error.WriteLine(DiagnosticText.Format(finding));
        if (map is null)
            Refuse($"“{path}” is neither a package built by protect-scorm nor its .state.json file.");
        return map;
    }

    /// <summary>Checks that a folder is the course of a package; null after printing why it is not.</summary>
    private static string? Open(string folder, StateMap map)
    {
        if (!Directory.Exists(folder))
        {
            Refuse($"There is no folder “{folder}”.");
            return null;
        }
        var bag = new DiagnosticBag();
        Course? course = Read(folder, bag);
        if (course is null || bag.HasErrors)
        {
            foreach (Diagnostic finding in bag.Sorted.Where(finding => finding.IsError))
                Console.Error.WriteLine(DiagnosticText.Format(finding));
            Refuse($"The course in “{folder}” has errors. Correct them first.");
            return null;
        }
        if (course.Family.Contains(map.Id))
            return folder;
        Refuse($"The package belongs to the course “{map.Id}”, not to “{course.Id.Value}” in “{folder}”.");
        return null;
    }

    /// <summary>Finds the course of a package; null after printing that there is none.</summary>
    private static string? Find(StateMap map)
    {
        foreach (string folder in CourseArguments.Found())
        {
            if (Read(folder, new DiagnosticBag())?.Family.Contains(map.Id) == true)
                return folder;
        }
        Refuse($"There is no course “{map.Id}” here or under courses/. Add the folder of the course to the command.");
        return null;
    }

    private static Course? Read(string folder, DiagnosticBag bag) =>
        new CourseSource(SourceFolder.Course(folder, CourseArguments.Shown(folder))).Read(bag);

    /// <summary>Returns the file that has this layout; null if there is none.</summary>
    private static string? Known(string layouts, StateMap map) =>
        Directory.Exists(layouts)
            ? Directory
                .EnumerateFiles(layouts, "*" + StateMap.Suffix)
                .Order(StringComparer.Ordinal)
                .FirstOrDefault(file =>
                    PackageLayout.TryRead(file) is { } known && known.Id == map.Id && known.Hash == map.Hash
                )
            : null;

    /// <summary>Writes a new file; an interruption leaves none.</summary>
    private static void Write(string path, string text)
    {
        TemporaryFile.Write(path, new FileImage(Encoding.UTF8.GetBytes(text)), overwrite: false);
    }

    private static string Shown(string path) =>
        path.Replace('\\', '/') is var shown && shown.StartsWith("./", StringComparison.Ordinal) ? shown[2..] : shown;

    private static string Count(int number, string noun) => Plurals.Count(number, noun);

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return ExitCodes.WrongArguments;
    }
}
