using System.CommandLine;
using System.CommandLine.Parsing;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli.Arguments;

/// <summary>Explains what is wrong with the arguments, and names the nearest command or option.</summary>
internal static class ParseErrors
{
    /// <summary>Returns a message per fault; empty if the arguments are right.</summary>
    public static IReadOnlyList<string> Explain(ParseResult arguments)
    {
        Command command = arguments.CommandResult.Command;
        // After an unknown command, no word can be understood.
        string[] unknown =
            arguments.UnmatchedTokens is [var first, ..] && !first.StartsWith('-') && command.Subcommands.Count > 0
                ? [first]
                : [.. arguments.UnmatchedTokens.Union(MistypedOptions(arguments))];
        return unknown.Length > 0
            ? [.. unknown.Select(word => Unknown(word, command))] // the parser's own messages are about the same words
            : [.. arguments.Errors.Select(error => error.Message)];
    }

    // For a command with a list of folders, the parser takes an unknown option for one of them.
    private static IEnumerable<string> MistypedOptions(ParseResult arguments) =>
        arguments
            .Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Type == TokenType.Argument && token.Value is ['-', '-' or (>= 'a' and <= 'z'), ..])
            .Select(token => token.Value);

    private static string Unknown(string word, Command command)
    {
        string path = Path(command);
        if (word.StartsWith('-'))
        {
            string name = word.Split('=', ':')[0];
            return $"There is no option {name}{(path.Length > 0 ? $" of “{path}”" : "")}."
                + Nearest.Hint(name, Options(command))
                + $" “protect-scorm {path}{(path.Length > 0 ? " " : "")}--help” lists them.";
        }
        return command.Subcommands.Count > 0
            ? $"There is no command “{(path.Length > 0 ? path + " " : "")}{word}”."
                + Nearest.Hint(word, command.Subcommands.Where(one => !one.Hidden).Select(one => one.Name))
            : $"“{word}” is one argument too many for “{path}”. Put a path with spaces in quotation marks.";
    }

    private static IEnumerable<string> Options(Command command) =>
        command.Options.Where(option => !option.Hidden).SelectMany(option => option.Aliases.Prepend(option.Name));

    /// <summary>Returns the words of a command after the name of the program; empty for the program itself.</summary>
    private static string Path(Command command) =>
        command is RootCommand
            ? ""
            : string.Join(
                ' ',
                command.Parents.OfType<Command>().Select(Path).Append(command.Name).Where(word => word != "")
            );
}
