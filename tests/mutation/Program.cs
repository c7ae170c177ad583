using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Protect.Scorm.Mutation;

if (args is ["work", var folder, var filter, var count])
    return Worker.Run(folder, filter, int.Parse(count, CultureInfo.InvariantCulture));
int Option(string name, int other) =>
    Array.IndexOf(args, name) is >= 0 and int at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : other;
if (args.Length == 0 || Room.All.FirstOrDefault(known => known.Name == args[0]) is not { } room)
{
    Console.Error.WriteLine("Name a room: " + string.Join(", ", Room.All.Select(known => known.Name)));
    return 2;
}
string root = Assembly
    .GetExecutingAssembly()
    .GetCustomAttributes<AssemblyMetadataAttribute>()
    .Single(a => a.Key == "RepositoryRoot")
    .Value!;
string built = Array.IndexOf(args, "--tests") is >= 0 and int where
    ? args[where + 1]
    : Path.Combine(root, "tests", "Protect.Scorm.Tests", "bin", "Debug", "net10.0");
return new Session(root, built, room, Option("--every", 1), Option("--seed", 0), Option("--minutes", 600)).Run();
