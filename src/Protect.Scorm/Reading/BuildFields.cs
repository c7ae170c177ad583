using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>The sizes of packages in the <c>build:</c> group of course.yaml, and what each may weigh.</summary>
internal static class BuildFields
{
    public static readonly Field<DefaultVariants, IReadOnlyList<Located<PackageSize>>> Sizes = new(
        "sizes",
        Values.ListOf(
            Values.OneOf(("full", PackageSize.Full), ("light", PackageSize.Light), ("text", PackageSize.Text))
        ),
        _ => null,
        "full: everything; light: films and sounds as their transcripts, and pictures as media/x.light.jpg where one stands beside media/x.jpg; text: pictures as their words too. Progress stays when one takes the place of another. Left out: full."
    );

    private static readonly Field<SizeBudgets, Located<long>> Full = new(
        "full",
        ByteSizes.Type,
        b => b.Full,
        "For a full package."
    );

    private static readonly Field<SizeBudgets, Located<long>> Light = new(
        "light",
        ByteSizes.Type,
        b => b.Light,
        "For a light one."
    );

    private static readonly Field<SizeBudgets, Located<long>> Text = new(
        "text",
        ByteSizes.Type,
        b => b.Text,
        "For one of text."
    );

    public static readonly Field<DefaultVariants, SizeBudgets> Budgets = new(
        "budgets",
        Values.Nested(
            new Shape<SizeBudgets>(
                "budgets",
                "What a package of each size may weigh.",
                [Full, Light, Text],
                v => new SizeBudgets(v.Get(Full), v.Get(Light), v.Get(Text))
            )
        ),
        d => d.Budgets,
        "What a zip may weigh at most, such as 20 MB; a heavier one is an error."
    );

    public static IReadOnlyList<PackageSize> SizesOf(FieldValues<DefaultVariants> values) =>
        [.. (values.Get(Sizes) ?? []).Select(size => size.Value).Distinct()];
}
