using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>A font file of a theme in the package.</summary>
internal sealed record ThemeFontFile(string Name, byte[] Bytes);

/// <summary>
/// The values of theme.yaml as a style sheet. Every pair of colours that the style sheets use is checked, in the light
/// and the dark scheme.
/// </summary>
internal sealed partial class ThemeStyle
{
    private const double ForText = 4.5,
        ForParts = 3;

    /// <summary>
    /// Pairs of colours that touch on the page: text or part, its backgrounds, and the least contrast (WCAG 1.4.3 for
    /// text, 1.4.11 for borders and focus).
    /// </summary>
    public static readonly (string Front, string[] Behind, double Least)[] Pairs =
    [
        (
            "text",
            ["background", "surface", "main_tint", "accent_tint", "support_tint", "right_tint", "wrong_tint", "code"],
            ForText
        ),
        ("muted", ["background", "surface"], ForText),
        ("main", ["background", "surface", "main_tint"], ForText),
        ("main_strong", ["background", "surface", "main_tint"], ForText),
        ("on_main", ["main", "main_strong"], ForText),
        ("accent", ["background", "surface", "accent_tint"], ForText),
        ("support", ["background", "surface", "support_tint"], ForText),
        ("right", ["background", "surface", "right_tint"], ForText),
        ("wrong", ["background", "surface", "wrong_tint"], ForText),
        ("edge", ["background", "surface"], ForParts),
        ("focus", ["background", "surface"], ForParts),
    ];

    private static readonly byte[][] s_fontStarts =
    [
        [.. "wOF2"u8],
        [.. "wOFF"u8],
        [0, 1, 0, 0],
        [.. "OTTO"u8],
        [.. "true"u8],
    ];

    /// <summary>The style sheet; empty when no theme has values.</summary>
    public string Css { get; }

    /// <summary>The font files that it needs.</summary>
    public IReadOnlyList<ThemeFontFile> Fonts { get; }

    private ThemeStyle(string css, IReadOnlyList<ThemeFontFile> fonts) => (Css, Fonts) = (css, fonts);

    /// <summary>Joins the values of all layers, and reports what cannot be read or seen.</summary>
    /// <param name="layers">The folders with their theme.yaml, the strongest first.</param>
    /// <param name="baseStyles">The style sheets with the colours that the files leave out.</param>
    /// <param name="organisation">The organisation, whose colour replaces the main one in the light scheme.</param>
    /// <param name="bag">Receives the diagnostics.</param>
    public static ThemeStyle Of(
        IReadOnlyList<(SourceFolder Folder, ThemeFile Theme)> layers,
        IEnumerable<string> baseStyles,
        Organisation? organisation,
        DiagnosticBag bag
    )
    {
        if (layers.Count == 0)
            return new ThemeStyle("", []);
        (Dictionary<string, string> light, Dictionary<string, string> dark) = ColoursOf(baseStyles);
        var ownLight = new Dictionary<string, Located<string>>(StringComparer.Ordinal);
        var ownDark = new Dictionary<string, Located<string>>(StringComparer.Ordinal);
        foreach ((_, ThemeFile theme) in layers)
        {
            Add(theme.Colours, ownLight, bag);
            Add(theme.Dark, ownDark, bag);
        }
        if (organisation?.Colour is { } main)
            ownLight["main"] = main;
        Check("light", ownLight, light, bag);
        Check("dark", ownDark, dark, bag);
        var root = new StringBuilder();
        if (layers.Select(layer => layer.Theme.Corner).FirstOrDefault(corner => corner is not null) is { } corner)
            root.Append($"--round:{corner.Value}rem;");
        if (layers.Select(layer => layer.Theme.Width).FirstOrDefault(width => width is not null) is { } width)
            root.Append(CultureInfo.InvariantCulture, $"--column:{width.Value}rem;");
        var fonts = new List<ThemeFontFile>();
        var faces = new StringBuilder();
        if (layers.FirstOrDefault(layer => layer.Theme.Fonts is not null) is ({ } folder, { Fonts: { } chosen }))
        {
            Font("sans", chosen.Text, chosen.Bold, folder, root, faces, fonts, bag);
            Font("serif", chosen.Headings, null, folder, root, faces, fonts, bag);
        }
        string css =
            $"{faces}{(root.Length > 0 ? $":root{{{root}}}" : "")}"
            // In the other scheme, the colours of theme.css stay.
            + Scheme("not all and ", ownLight)
            + Scheme("", ownDark);
        return new ThemeStyle(css, fonts);
    }

    private static void Add(ThemeColours? colours, Dictionary<string, Located<string>> to, DiagnosticBag bag)
    {
        foreach ((string name, Located<string> colour) in colours?.ByName ?? new Dictionary<string, Located<string>>())
            if (!Contrast.IsColour(colour.Value))
                bag.Add(RenderingRules.ThemeColour, colour.Span, colour.Value, name);
            else
                to.TryAdd(name, colour);
    }

    /// <summary>Returns the rules with the colours of a scheme: dark, or all but dark.</summary>
    private static string Scheme(string not, Dictionary<string, Located<string>> colours)
    {
        string root = Variables(colours);
        string rules =
            (root.Length > 0 ? $":root{{{root}}}" : "")
            // Stronger than the rule of text.css, which gives the element its own value.
            + (colours.TryGetValue(Code, out Located<string>? code) ? $"html pre{{--sunk:{Lower(code)};}}" : "");
        return rules.Length > 0 ? $"@media {not}(prefers-color-scheme:dark){{{rules}}}" : "";
    }

    private const string Code = "code";

    private static string Lower(Located<string> colour) => colour.Value.ToLowerInvariant();

    private static string Variables(Dictionary<string, Located<string>> colours) =>
        string.Concat(
            ThemeFile
                .Colour.Where(colour => colour.Name != Code && colours.ContainsKey(colour.Name))
                .Select(colour => $"--{colour.Variable}:{Lower(colours[colour.Name])};")
        );

    private static void Check(
        string scheme,
        Dictionary<string, Located<string>> own,
        Dictionary<string, string> given,
        DiagnosticBag bag
    )
    {
        string? Value(string name) => own.GetValueOrDefault(name)?.Value ?? given.GetValueOrDefault(name);
        foreach ((string front, string[] behind, double least) in Pairs)
        foreach (string back in behind)
            if (
                Place(own.GetValueOrDefault(front), own.GetValueOrDefault(back)) is { } place
                && Value(front) is { } one
                && Value(back) is { } other
                && Contrast.Ratio(one, other) is var ratio
                && ratio < least
            )
                bag.Add(
                    RenderingRules.ThemeContrast,
                    place.Span,
                    scheme,
                    front,
                    one,
                    back,
                    other,
                    // Rounded down: 4.49 is not enough.
                    (Math.Floor(ratio * 10) / 10).ToString("0.0", CultureInfo.InvariantCulture),
                    least.ToString("0.#", CultureInfo.InvariantCulture)
                );
    }

    /// <summary>Returns the colour to change: that of the author, where the other one ships with the tool.</summary>
    private static Located<string>? Place(Located<string>? front, Located<string>? back) =>
        front is null || (back is not null && IsShipped(front) && !IsShipped(back)) ? back : front;

    private static bool IsShipped(Located<string> colour) => colour.Span.File.Path.StartsWith('<');

    /// <summary>Writes one font: a family of the device, or a file with its rules.</summary>
    private static void Font(
        string variable,
        Located<string>? font,
        Located<string>? bold,
        SourceFolder folder,
        StringBuilder root,
        StringBuilder faces,
        List<ThemeFontFile> files,
        DiagnosticBag bag
    )
    {
        if (font is null)
            return;
        if (font.Value is "sans" or "serif")
        {
            if (font.Value != variable)
                root.Append($"--{variable}:{(font.Value == "sans" ? Sans : Serif)};");
            return;
        }
        string family = $"theme-{variable}";
        bool isVariable = bold?.Value == font.Value;
        if (FileOf(font, folder, files, bag) is not { } name)
            return;
        faces.Append(Face(family, name, isVariable ? "font-weight:100 900;" : ""));
        if (bold is not null && !isVariable && FileOf(bold, folder, files, bag) is { } strong)
            faces.Append(Face(family, strong, "font-weight:700;"));
        root.Append($"--{variable}:\"{family}\",{(variable == "sans" ? Sans : Serif)};");
    }

    private const string Sans = "system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",Arial,sans-serif",
        Serif = "\"Iowan Old Style\",\"Palatino Linotype\",Palatino,Georgia,serif";

    private static string Face(string family, string file, string more) =>
        $"@font-face{{font-family:\"{family}\";src:url(\"{file}\");{more}font-display:swap}}";

    private static string? FileOf(
        Located<string> font,
        SourceFolder folder,
        List<ThemeFontFile> files,
        DiagnosticBag bag
    )
    {
        string path = font.Value;
        string ending = Path.GetExtension(path).ToLowerInvariant();
        if (!ThemeFile.FontTypes.Contains(ending) || !SourceFolder.StaysInside(path) || !folder.Exists(path))
        {
            bag.Add(
                RenderingRules.ThemeFont,
                font.Span,
                path,
                ThemeFile.FontTypes.Contains(ending)
                    ? "no file next to theme.yaml"
                    : "neither sans, serif nor a font file",
                Nearest.Hint(path, folder.Files.Where(file => ThemeFile.FontTypes.Contains(Path.GetExtension(file))))
            );
            return null;
        }
        byte[] bytes = folder.Read(path);
        if (!s_fontStarts.Any(start => bytes.AsSpan().StartsWith(start)))
        {
            bag.Add(RenderingRules.ThemeFont, font.Span, path, "a file with other content than a font", "");
            return null;
        }
        string name = AssetNames.InPackage("theme-" + Path.GetFileName(path));
        if (files.All(file => file.Name != name))
            files.Add(new ThemeFontFile(name, bytes));
        return name;
    }

    /// <summary>Finds the colours of style sheets, by their names in theme.yaml.</summary>
    private static (Dictionary<string, string> Light, Dictionary<string, string> Dark) ColoursOf(
        IEnumerable<string> sheets
    )
    {
        var light = new Dictionary<string, string>(StringComparer.Ordinal);
        var dark = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string css in sheets)
        {
            int night = Dark().Match(css) is { Success: true } found ? found.Index : css.Length;
            Read(css[..night], light);
            Read(css[night..], dark);
        }
        foreach ((string name, string colour) in light)
            dark.TryAdd(name, colour);
        return (light, dark);
    }

    private static void Read(string css, Dictionary<string, string> colours)
    {
        foreach (Match match in Variable().Matches(css))
            if (ThemeFile.Colour.FirstOrDefault(colour => colour.Variable == match.Groups[1].Value).Name is { } name)
                colours.TryAdd(name, Long(match.Groups[2].Value));
    }

    private static string Long(string colour) =>
        colour.Length == 4 ? string.Concat("#", string.Concat(colour[1..].Select(digit => $"{digit}{digit}"))) : colour;

    [GeneratedRegex(@"@media[^{]*prefers-color-scheme:\s*dark")]
    private static partial Regex Dark();

    [GeneratedRegex(@"--([a-z-]+)[:,]\s*(#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3})(?![0-9a-fA-F])")]
    private static partial Regex Variable();
}
