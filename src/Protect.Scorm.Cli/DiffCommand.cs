using System.CommandLine;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Cli.Packages;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Playing;

namespace Protect.Scorm.Cli;

/// <summary>Command <c>protect-scorm diff</c>: reports how an update affects learners in progress.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var old = new Argument<string>("old")
        {
            Description = "Release that learners have now: a course folder, a package, or its .state.json file.",
        };
        var now = new Argument<string>("new") { Description = "Release that replaces it, in one of the same forms." };
        var accept = new Option<bool>("--accept") { Description = "Exit with 0 even if learners lose progress." };
        var command = new Command(
            "diff",
            "Compares two releases of a course: lists what learners in progress keep, must repeat or lose."
        )
        {
            old,
            now,
            accept,
        };
        command.SetAction(arguments =>
        {
            (string first, string second) = (arguments.GetValue(old)!, arguments.GetValue(now)!);
            string hint =
                IsZip(first) && IsZip(second)
                    ? " To compare packages of other tools: "
                        + $"protect-scorm check {ShellWord.IfNeeded(second)} --previous {ShellWord.IfNeeded(first)}"
                    : "";
            if (Load(first, hint) is not { } before || Load(second, hint) is not { } after)
                return ExitCodes.WrongArguments;
            IReadOnlyList<StateChange> changes = StateChanges.Between(before, after);
            foreach (StateChange change in changes)
                Console.Out.WriteLine($"{Word(change.Effect)} {change.Sentence}");
            bool lost = changes.Any(change => change.Effect == StateEffect.Loses);
            if (lost && !arguments.GetValue(accept))
                Console.Error.WriteLine("Learners would lose progress. Change the course, or accept it with --accept.");
            return lost && !arguments.GetValue(accept) ? ExitCodes.CourseHasErrors : ExitCodes.Success;
        });
        return command;
    }

    private static bool IsZip(string path) =>
        path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) && File.Exists(path);

    private static string Word(StateEffect effect) =>
        effect switch
        {
            StateEffect.Keeps => "kept: ",
            StateEffect.Redoes => "again:",
            _ => "LOST: ",
        };

    /// <summary>Reads the state map of a release; null after printing what is wrong with it.</summary>
    /// <param name="path">Path of the release.</param>
    /// <param name="hint">Advice for a zip of another tool.</param>
    private static StateMap? Load(string path, string hint)
    {
        if (Directory.Exists(path))
            return Compile(path);
        if (!File.Exists(path))
            return Refuse($"There is no “{path}”.");
        if (new FileInfo(path).Length > PackageLayout.MostBytes)
            return Refuse($"“{path}” is larger than 1 GB.");
        var bag = new DiagnosticBag();
        StateMap? map = PackageLayout.Read(path, bag);
        foreach (Diagnostic finding in bag.Sorted)
            Console.Error.WriteLine(DiagnosticText.Format(finding));
        return map ?? Refuse($"“{path}” is neither a package built by protect-scorm nor its .state.json file.{hint}");
    }

    private static StateMap? Compile(string folder)
    {
        CompileResult result = CourseCompiler.Compile(
            SourceFolder.Course(folder, CourseArguments.Shown(folder)),
            new CompileOptions()
        );
        foreach (Diagnostic diagnostic in result.Diagnostics.Where(d => d.Rule.Severity == Severity.Error))
            Console.Error.WriteLine(DiagnosticText.Format(diagnostic));
        return result.StateMap ?? Refuse($"The course in “{folder}” has errors.");
    }

    private static StateMap? Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return null;
    }
}
