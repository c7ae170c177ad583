using System.CommandLine;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Cli.Reports;
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
            "Explains a rule: its meaning, the affected LMSs, how to fix a violation, and its source."
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
            Console.Out.Write(RuleText.Of(rule));
        else if (
            Suppression.Rules.FirstOrDefault(rule => rule.Slug.Equals(name, StringComparison.OrdinalIgnoreCase)) is
            { } own
        )
            Console.Out.Write(RuleText.Of(own));
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

    private static int List()
    {
        foreach (RuleGroup group in PackageInspector.Groups)
        {
            Console.Out.WriteLine($"{group.Letter}: {group.Title}");
            foreach (PackageRule rule in group.Rules)
                Console.Out.WriteLine($"  {rule.Slug} {RuleText.Word(rule), -7} {rule.Requirement}");
        }
        return ExitCodes.Success;
    }
}
