using System.CommandLine;
using System.Reflection;
using Protect.Scorm.Cli.Arguments;

namespace Protect.Scorm.Cli;

/// <summary>
/// Command <c>protect-scorm licences</c>: prints the licence of the tool and of every library in it. The texts are
/// resources of the two assemblies (<c>Licences.targets</c>, <c>BrowserProgram.targets</c>).
/// </summary>
internal static class LicencesCommand
{
    private const string Prefix = "licences/";

    public static Command Create()
    {
        var command = new Command("licences", "Prints the licence of the tool and of every library in it.");
        command.SetAction(_ =>
        {
            Console.Out.WriteLine("protect-scorm is under this licence:\n");
            Console.Out.WriteLine(Read(typeof(CourseSession).Assembly, "bundle/LICENSE"));
            Console.Out.WriteLine("It contains libraries under these licences:");
            foreach ((string title, string text) in All())
                Console.Out.WriteLine($"\n== {title}\n\n{text.TrimEnd()}");
            return ExitCodes.Success;
        });
        return command;
    }

    /// <summary>The licences of others, sorted by title: name and version of a library.</summary>
    public static IEnumerable<(string Title, string Text)> All() =>
        new[] { typeof(LicencesCommand).Assembly, typeof(CourseSession).Assembly }
            .SelectMany(assembly =>
                assembly
                    .GetManifestResourceNames()
                    .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                    .Select(name => (Title: name[Prefix.Length..], Text: Read(assembly, name)))
            )
            .OrderBy(licence => licence.Title, StringComparer.Ordinal);

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
