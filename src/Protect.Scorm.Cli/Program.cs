using System.CommandLine;
using Protect.Scorm.Cli;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Cli.Media;
using Protect.Scorm.Cli.Play;
using Protect.Scorm.Cli.Preview;

Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand(
    """
    Builds SCORM 1.2 packages from courses written in YAML and Markdown. A package is a zip file that a learning
    management system (LMS) imports; it records completion and score there.

    A course is a folder with a file course.yaml. “protect-scorm new my-course” creates one to start from.

    Exit codes: 0 success, 1 a course or package has errors, 2 wrong arguments, or a file, folder or disk that
    cannot be used, 3 internal error, 4 no browser found, 130 stopped.
    """
)
{
    BuildCommand.Create(),
    CheckCommand.Create(),
    ExplainCommand.Create(),
    NewCommand.Create(),
    ImportCommand.Create(),
    SchemaCommand.Create(),
    TargetsCommand.Create(),
    DiffCommand.Create(),
    LayoutsCommand.Create(),
    GraphCommand.Create(),
    TranslateCommand.Create(),
    ExportCommand.Create(),
    PlanCommand.Create(),
    ReviewCommand.Create(),
    PreviewCommand.Create(),
    PlayCommand.Create(),
    MediaCommand.Create(),
    LicencesCommand.Create(),
};

// “help build” is what many people type first.
if (args is [] or ["help", ..])
    args = [.. args.Skip(1), "--help"];
ParseResult arguments = root.Parse(args);
if (ParseErrors.Explain(arguments) is { Count: > 0 } errors)
{
    foreach (string error in errors)
        Console.Error.WriteLine(error);
    Console.Error.WriteLine("Try “protect-scorm --help”.");
    return ExitCodes.WrongArguments;
}
try
{
    return arguments.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (MachineFault.Is(e))
{
    Console.Error.WriteLine(MachineFault.Explain(e));
    return ExitCodes.WrongArguments;
}
catch (Exception e)
{
    Console.Error.WriteLine($"Internal error of protect-scorm. Please report it with this text:\n{e}");
    return ExitCodes.InternalError;
}
