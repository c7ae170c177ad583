namespace Protect.Scorm.Yaml;

/// <summary>Names of characters that look like others or cannot be seen, for messages.</summary>
internal static class Characters
{
    private static readonly (char Character, string Name)[] Names =
    [
        ('\u00A0', "no-break space"),
        ('\u00AD', "soft hyphen"),
        ('\u1680', "ogham space"),
        ('\u2000', "en quad"),
        ('\u2001', "em quad"),
        ('\u2002', "en space"),
        ('\u2003', "em space"),
        ('\u2004', "third-of-an-em space"),
        ('\u2005', "quarter-of-an-em space"),
        ('\u2006', "sixth-of-an-em space"),
        ('\u2007', "figure space"),
        ('\u2008', "punctuation space"),
        ('\u2009', "thin space"),
        ('\u200A', "hair space"),
        ('\u200B', "zero-width space"),
        ('\u200C', "zero-width non-joiner"),
        ('\u200D', "zero-width joiner"),
        ('\u200E', "left-to-right mark"),
        ('\u200F', "right-to-left mark"),
        ('\u202A', "left-to-right embedding"),
        ('\u202B', "right-to-left embedding"),
        ('\u202C', "end of embedding"),
        ('\u202D', "left-to-right override"),
        ('\u202E', "right-to-left override"),
        ('\u202F', "narrow no-break space"),
        ('\u205F', "mathematical space"),
        ('\u2060', "word joiner"),
        ('\u2066', "left-to-right isolate"),
        ('\u2067', "right-to-left isolate"),
        ('\u2068', "first strong isolate"),
        ('\u2069', "end of isolate"),
        ('\u3000', "ideographic space"),
        ('\uFEFF', "byte order mark"),
    ];

    private static readonly (char Character, string Name)[] Dashes =
    [
        ('–', "an en dash"),
        ('—', "an em dash"),
        ('‐', "a typographic hyphen"),
        ('‑', "a no-break hyphen"),
        ('‒', "a figure dash"),
        ('−', "a minus sign"),
        ('•', "a bullet"),
        ('·', "a middle dot"),
        ('▪', "a square"),
        ('‣', "a triangle"),
    ];

    /// <summary>Returns the name of an invisible character: “zero-width space (U+200B)”. Null for others.</summary>
    public static string? Invisible(char character) =>
        Names.FirstOrDefault(entry => entry.Character == character).Name is { } name ? Code(name, character) : null;

    /// <summary>Returns the name of a character used like a hyphen: “an en dash (U+2013)”. Null for others.</summary>
    public static string? Dash(char character) =>
        Dashes.FirstOrDefault(entry => entry.Character == character).Name is { } name ? Code(name, character) : null;

    /// <summary>Returns true for the colon of East Asian keyboards, and for others that look like one.</summary>
    public static bool IsOtherColon(char character) => character is '：' or '﹕' or '︓' or '꞉' or '∶';

    /// <summary>Returns a sentence about the first invisible character of a name, with a space before it.</summary>
    public static string Hint(string name) =>
        name.Select(Invisible).FirstOrDefault(found => found is not null) is { } found
            ? $" It contains an invisible character: {found}."
            : "";

    /// <summary>Returns a name without invisible characters.</summary>
    public static string Visible(string name) => string.Concat(name.Where(character => Invisible(character) is null));

    private static string Code(string name, char character) => $"{name} (U+{(int)character:X4})";
}
