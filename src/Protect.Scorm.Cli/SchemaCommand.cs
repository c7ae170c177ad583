using System.CommandLine;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Reading;

namespace Protect.Scorm.Cli;

/// <summary>Command <c>protect-scorm schema</c>: prints the JSON Schema for completion and checks in editors.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var command = new Command("schema", "Prints the JSON Schema of all YAML files of an author, for editors.");
        command.SetAction(_ =>
        {
            Console.Out.Write(CourseSchema.Write());
            return ExitCodes.Success;
        });
        return command;
    }
}
