using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>Colours of a theme in the light or the dark scheme, by their names in theme.yaml.</summary>
internal sealed record ThemeColours(IReadOnlyDictionary<string, Located<string>> ByName)
{
    public Located<string>? Find(string name) => ByName.GetValueOrDefault(name);
}

/// <summary>Fonts of a theme: <c>sans</c>, <c>serif</c>, or a file next to theme.yaml.</summary>
internal sealed record ThemeFonts(Located<string>? Text, Located<string>? Bold, Located<string>? Headings);

/// <summary>Values of theme.yaml: colours, fonts, corners and width.</summary>
internal sealed record ThemeFile
{
    /// <summary>A theme that ships with the tool, whose values fill in what this one leaves out.</summary>
    public Located<string>? BasedOn { get; init; }

    public ThemeColours? Colours { get; init; }

    public ThemeColours? Dark { get; init; }

    public ThemeFonts? Fonts { get; init; }

    /// <summary>Radius of corners, in rem.</summary>
    public Located<string>? Corner { get; init; }

    /// <summary>Width of the text column, in rem.</summary>
    public Located<int>? Width { get; init; }

    /// <summary>The name of the file in the folder of a theme.</summary>
    public const string Name = "theme.yaml";

    /// <summary>Themes that ship with the tool.</summary>
    public static readonly string[] Shipped = ["calm", "plain", "high-contrast"];

    /// <summary>Table of the colours: name, variable of the style sheets, and use.</summary>
    public static readonly (string Name, string Variable, string Use)[] Colour =
    [
        ("background", "paper", "Background of the page."),
        ("surface", "card", "Background of boxes and buttons."),
        ("text", "ink", "Text."),
        ("muted", "soft", "Less important text, such as captions."),
        ("line", "hair", "Decorative lines. They carry no meaning, so no contrast is checked."),
        ("edge", "edge", "Borders of fields, buttons and boxes to tick."),
        ("main", "brand", "Links, buttons and headings of boxes."),
        ("main_strong", "brand-deep", "Text of buttons, and the main colour under the pointer."),
        ("on_main", "on-brand", "Text on the main colour."),
        ("main_tint", "tint", "Background of important boxes."),
        ("accent", "warm", "Marks of lists, and boxes that ask for care."),
        ("accent_tint", "warm-tint", "Background with the accent."),
        ("support", "plum", "Boxes of support."),
        ("support_tint", "plum-tint", "Background of boxes of support."),
        ("right", "good", "Right answers."),
        ("right_tint", "good-tint", "Background of right answers."),
        ("wrong", "amber", "Wrong answers."),
        ("wrong_tint", "amber-tint", "Background of wrong answers."),
        ("code", "sunk", "Background of code."),
        ("focus", "focus", "Outline of the control with the focus."),
    ];

    /// <summary>Endings of font files.</summary>
    public static readonly string[] FontTypes = [".woff2", ".woff", ".ttf", ".otf"];

    private static readonly Field<ThemeColours, Located<string>>[] ColourFields =
    [
        .. Colour.Select(colour => new Field<ThemeColours, Located<string>>(
            colour.Name,
            Values.Verbatim(7),
            theme => theme.Find(colour.Name),
            colour.Use
        )),
    ];

    private static readonly Shape<ThemeColours> ColourShape = new(
        "theme colours",
        "Colours, written as #rrggbb.",
        ColourFields,
        values => new ThemeColours(
            ColourFields
                .Select(field => (field.Name, Value: values.Get(field)))
                .Where(colour => colour.Value is not null)
                .ToDictionary(colour => colour.Name, colour => colour.Value!)
        )
    );

    private const string FontHelp = "sans, serif, or a file next to theme.yaml, such as fonts/text.woff2.";

    private static readonly Field<ThemeFonts, Located<string>> Text = new(
        "text",
        Values.Verbatim(200),
        fonts => fonts.Text,
        $"The font of texts: {FontHelp}"
    );

    private static readonly Field<ThemeFonts, Located<string>> Bold = new(
        "bold",
        Values.Verbatim(200),
        fonts => fonts.Bold,
        "The file of its bold letters. The same file again, if it is a variable font."
    );

    private static readonly Field<ThemeFonts, Located<string>> Headings = new(
        "headings",
        Values.Verbatim(200),
        fonts => fonts.Headings,
        $"The font of headings: {FontHelp}"
    );

    private static readonly Field<ThemeFile, Located<string>> BasedOnField = new(
        "based_on",
        Values.OneOf(Shipped.Select(name => (name, name)).ToArray()),
        theme => theme.BasedOn,
        "A theme that ships with the tool; its values apply where this file has none."
    );

    private static readonly Field<ThemeFile, ThemeColours> ColoursField = new(
        "colours",
        Values.Nested(ColourShape),
        theme => theme.Colours,
        "The colours in the light scheme."
    );

    private static readonly Field<ThemeFile, ThemeColours> DarkField = new(
        "dark",
        Values.Nested(ColourShape),
        theme => theme.Dark,
        "The colours in the dark scheme, for learners whose device asks for it."
    );

    private static readonly Field<ThemeFile, ThemeFonts> FontsField = new(
        "fonts",
        Values.Nested(
            new Shape<ThemeFonts>(
                "theme fonts",
                "Fonts. Files travel in the package: look whether their licence allows it.",
                [Text, Bold, Headings],
                values => new ThemeFonts(values.Get(Text), values.Get(Bold), values.Get(Headings))
            )
        ),
        theme => theme.Fonts,
        "The fonts."
    );

    private static readonly Field<ThemeFile, Located<string>> CornerField = new(
        "corner",
        Values.OneOf(("square", "0"), ("small", "0.375"), ("round", "0.75"), ("large", "1.25")),
        theme => theme.Corner,
        "The corners of boxes and buttons."
    );

    private static readonly Field<ThemeFile, Located<int>> WidthField = new(
        "width",
        Values.Integer(28, 60),
        theme => theme.Width,
        "The width of the text, in rem: about 1.8 letters each. Lines of 50 to 75 letters are easiest to read."
    );

    /// <summary>The shape of theme.yaml.</summary>
    public static Shape<ThemeFile> Fields { get; } =
        new(
            "theme",
            "Colours, fonts, corners and width of a theme: the file theme.yaml in its folder.",
            [BasedOnField, ColoursField, DarkField, FontsField, CornerField, WidthField],
            values => new ThemeFile
            {
                BasedOn = values.Get(BasedOnField),
                Colours = values.Get(ColoursField),
                Dark = values.Get(DarkField),
                Fonts = values.Get(FontsField),
                Corner = values.Get(CornerField),
                Width = values.Get(WidthField),
            }
        )
        {
            HasOwnEntry = true,
        };
}
