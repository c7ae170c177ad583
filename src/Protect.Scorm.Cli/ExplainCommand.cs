using System.CommandLine;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Checks;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Reporting;

namespace Protect.Scorm.Cli;

/// <summary>Command <c>protect-scorm explain</c>: prints a rule, its source, and how to fix a violation.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var id = new Argument<string?>("rule")
        {
            Description =
                "Id of a package rule, such as R09, or name of a finding, such as unused-file. "
                + "By default all package rules are listed.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(
            "explain",
            "Explains a rule: its requirement, its source, and how to fix a violation."
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
                $"There is no rule “{name}”."
                    + Nearest.Hint(name, PackageInspector.Rules.Concat(Suppression.Rules).Select(known => known.Slug))
            );
            return ExitCodes.WrongArguments;
        }
        return ExitCodes.Success;
    }

    private static void Print(PackageRule rule)
    {
        Console.Out.WriteLine($"{rule.Slug} ({Word(rule)}, {GroupOf(rule).Title})");
        Console.Out.WriteLine($"  {rule.Requirement}");
        Console.Out.WriteLine(
            rule.Source == RuleSource.Standard
                ? $"  Source: required by the standard or its test suite ({rule.Basis})."
                : $"  Source: observed in practice ({rule.Basis})."
        );
        if (rule.IsFormal)
            Console.Out.WriteLine(
                "  No known LMS rejects a violation: an error with --profile adl, otherwise a warning."
            );
        PrintMessage(rule);
    }

    private static RuleGroup GroupOf(PackageRule rule) =>
        PackageInspector.Groups.First(group => group.Rules.Any(own => own.Slug == rule.Slug));

    private static void Print(DiagnosticRule rule)
    {
        Console.Out.WriteLine($"{rule.Slug} ({Word(rule)} in a course)");
        PrintMessage(rule);
    }

    private static void PrintMessage(DiagnosticRule rule)
    {
        // A message that is only a placeholder differs from case to case.
        if (Plain(rule.Message) is var message && message.Any(char.IsLetter))
            Console.Out.WriteLine($"  Message: {message}");
        Console.Out.WriteLine($"  Fix: {Plain(rule.Help)}");
    }

    private static int List()
    {
        foreach (RuleGroup group in PackageInspector.Groups)
        {
            Console.Out.WriteLine($"{group.Letter}: {group.Title}");
            foreach (PackageRule rule in group.Rules)
                Console.Out.WriteLine($"  {rule.Slug} {Word(rule), -7} {rule.Requirement}");
        }
        return ExitCodes.Success;
    }

    private static string Word(DiagnosticRule rule) => rule.Severity.ToString().ToLowerInvariant();

    /// <summary>Replaces placeholders by “…”.</summary>
    private static string Plain(string pattern) =>
        System.Text.RegularExpressions.Regex.Replace(pattern, @"\{\d+\}", "…");
}
