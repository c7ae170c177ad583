using System.CommandLine;
using System.Globalization;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Cli;

/// <summary><c>protect-scorm targets</c>: what is known of each LMS, with where it comes from.</summary>
internal static class TargetsCommand
{
    public static Command Create()
    {
        var command = new Command("targets", "Prints what is known of each LMS that a package can be made for, and where it comes from.");
        command.SetAction(_ =>
        {
            foreach (LmsTarget target in LmsTargets.All) Print(target);
            return ExitCodes.Fine;
        });
        return command;
    }

    private static void Print(LmsTarget target)
    {
        Console.Out.WriteLine($"{target.Id}: {target.Name}");
        Line("suspend data", new(target.SuspendData.Value.ToString("#,0", CultureInfo.InvariantCulture) + " characters", target.SuspendData.Source));
        Line("commit", target.Saving);
        Line("failed", target.Failed);
        Line("mastery score", target.Mastery);
        Line("interactions", target.Interactions);
        foreach (Sourced<string> trait in LmsTraits.Of(target)) Line("packages", trait);
        Console.Out.WriteLine();
    }

    private static void Line(string name, Sourced<string> fact) => Console.Out.WriteLine($"  {name + ":",-15}{fact.Value} [{fact.Source}]");
}
