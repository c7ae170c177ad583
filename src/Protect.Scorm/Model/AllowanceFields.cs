using Protect.Scorm.Diagnostics;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Model;

/// <summary>The shape of an entry under <c>allow:</c>.</summary>
internal static class AllowanceFields
{
    public const string About = "Warnings that are allowed here, each with its reason.";

    private static readonly Field<Allowance, Located<string>> Rule = new(
        "rule",
        CourseValues.Id,
        a => a.Rule,
        "The name of the warning, as it is printed."
    )
    {
        Required = true,
    };

    private static readonly Field<Allowance, Located<string>> Because = new(
        "because",
        Values.Prose(300),
        a => a.Because,
        "Why it is right here."
    )
    {
        Required = true,
    };

    private static readonly Shape<Allowance> Shape = new(
        "allowance",
        "A warning that is allowed.",
        [Rule, Because],
        v => new Allowance(v.Need(Rule), v.Need(Because))
    );

    public static ValueType<IReadOnlyList<Allowance>> List { get; } = Values.ListOf(Values.Nested(Shape));
}
