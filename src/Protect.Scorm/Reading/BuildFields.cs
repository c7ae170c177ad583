using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>The package sizes and their limits in the <c>build:</c> group of course.yaml.</summary>
internal static class BuildFields
{
    public static readonly Field<DefaultVariants, IReadOnlyList<Located<PackageSize>>> Sizes = new(
        "sizes",
        Values.ListOf(
            Values.OneOf(("full", PackageSize.Full), ("light", PackageSize.Light), ("text", PackageSize.Text))
        ),
        _ => null,
        "full: all media; light: transcripts instead of video and audio, and pictures as media/x.light.jpg "
            + "if that exists next to media/x.jpg; text: text alternatives for pictures too. Learners keep their "
            + "progress when one size replaces another. Left out: full."
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
        "For a light package."
    );

    private static readonly Field<SizeBudgets, Located<long>> Text = new(
        "text",
        ByteSizes.Type,
        b => b.Text,
        "For a text package."
    );

    public static readonly Field<DefaultVariants, SizeBudgets> Budgets = new(
        "budgets",
        Values.Nested(
            new Shape<SizeBudgets>(
                "budgets",
                "Maximum size of a zip, for each package size.",
                [Full, Light, Text],
                v => new SizeBudgets(v.Get(Full), v.Get(Light), v.Get(Text))
            )
        ),
        d => d.Budgets,
        "Maximum size of a zip, such as 20 MB; a larger zip is an error."
    );

    public static IReadOnlyList<PackageSize> SizesOf(FieldValues<DefaultVariants> values) =>
        [.. (values.Get(Sizes) ?? []).Select(size => size.Value).Distinct()];
}
