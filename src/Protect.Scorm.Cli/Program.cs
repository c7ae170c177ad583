using System.CommandLine;
using Protect.Scorm.Cli;
using Protect.Scorm.Cli.Media;
using Protect.Scorm.Cli.Play;
using Protect.Scorm.Cli.Preview;

// Exit codes: 0 fine, 1 the course has errors, 2 wrong arguments, 3 our fault, 4 no browser where one is needed, 130 stopped.
Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand(
    """
    Compiles folders of YAML and Markdown into SCORM 1.2 packages that record completion and score in the LMS you have.

    A course is a folder with a course.yaml. “protect-scorm new my-course” makes one that builds.
    """
)
{
    BuildCommand.Create(),
    CheckCommand.Create(),
    ExplainCommand.Create(),
    NewCommand.Create(),
    SchemaCommand.Create(),
    TargetsCommand.Create(),
    DiffCommand.Create(),
    GraphCommand.Create(),
    TranslateCommand.Create(),
    PlanCommand.Create(),
    ReviewCommand.Create(),
    PreviewCommand.Create(),
    PlayCommand.Create(),
    MediaCommand.Create(),
};

ParseResult arguments = root.Parse(args);
if (arguments.Errors.Count > 0)
{
    foreach (System.CommandLine.Parsing.ParseError error in arguments.Errors)
        Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine("Try “protect-scorm --help”.");
    return ExitCodes.WrongArguments;
}
try
{
    return arguments.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"protect-scorm: {e.Message}");
    return ExitCodes.InternalError;
}
catch (Exception e)
{
    Console.Error.WriteLine($"protect-scorm met a fault of its own; please report it with this text:\n{e}");
    return ExitCodes.InternalError;
}
