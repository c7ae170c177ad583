using System.CommandLine;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting;

namespace Protect.Scorm.Cli;

/// <summary><c>protect-scorm explain</c>: what a rule asks, why, and what to do.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var id = new Argument<string?>("rule")
        {
            Description =
                "The id of a rule of packages, such as R09, or the name of any finding, such as dead-link; all when none is named.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(
            "explain",
            "Says what a rule asks, where it comes from and what to do when it is broken."
        )
        {
            id,
        };
        command.SetAction(arguments => arguments.GetValue(id) is { } name ? Explain(name) : List());
        return command;
    }

    private static int Explain(string name)
    {
        if (
            PackageInspector.Rules.FirstOrDefault(rule => rule.Slug.Equals(name, StringComparison.OrdinalIgnoreCase)) is
            { } rule
        )
            Print(rule);
        else if (
            Suppression.Rules.FirstOrDefault(rule => rule.Slug.Equals(name, StringComparison.OrdinalIgnoreCase)) is
            { } own
        )
            Print(own);
        else
        {
            Console.Error.WriteLine(
                $"There is no rule “{name}”.{Nearest.Hint(name, PackageInspector.Rules.Concat(Suppression.Rules).Select(known => known.Slug))}"
            );
            return ExitCodes.WrongArguments;
        }
        return ExitCodes.Fine;
    }

    private static void Print(PackageRule rule)
    {
        Console.Out.WriteLine(
            $"{rule.Slug} ({Word(rule)}, {PackageInspector.Groups.First(group => group.Rules.Any(own => own.Slug == rule.Slug)).Title})"
        );
        Console.Out.WriteLine($"  {rule.Asks}");
        Console.Out.WriteLine(
            $"  Why: {(rule.Source == RuleSource.Standard ? "the standard or its test suite asks it" : "it was seen to matter in practice")} ({rule.Basis})."
        );
        if (rule.IsFormal)
            Console.Out.WriteLine("  No LMS known minds: it is an error under --profile adl, else a warning.");
        Console.Out.WriteLine($"  Said as: {Plain(rule.Message)}");
        Console.Out.WriteLine($"  What to do: {Plain(rule.Help)}");
    }

    private static void Print(DiagnosticRule rule)
    {
        Console.Out.WriteLine($"{rule.Slug} ({Word(rule)} of a course)");
        Console.Out.WriteLine($"  Said as: {Plain(rule.Message)}");
        Console.Out.WriteLine($"  What to do: {Plain(rule.Help)}");
    }

    private static int List()
    {
        foreach (RuleGroup group in PackageInspector.Groups)
        {
            Console.Out.WriteLine($"{group.Letter}: {group.Title}");
            foreach (PackageRule rule in group.Rules)
                Console.Out.WriteLine($"  {rule.Slug} {Word(rule), -7} {rule.Asks}");
        }
        return ExitCodes.Fine;
    }

    private static string Word(DiagnosticRule rule) => rule.Severity.ToString().ToLowerInvariant();

    /// <summary>Places to fill in become dots.</summary>
    private static string Plain(string pattern) =>
        System.Text.RegularExpressions.Regex.Replace(pattern, @"\{\d+\}", "…");
}
