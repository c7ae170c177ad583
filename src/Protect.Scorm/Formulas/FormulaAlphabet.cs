namespace Protect.Scorm.Formulas;

/// <summary>Letters and digits in the alphabets of mathematics, such as ℝ, 𝒜 and 𝐯.</summary>
internal static class FormulaAlphabet
{
    /// <summary>One alphabet.</summary>
    /// <param name="Upper">The code of its A; 0 for none.</param>
    /// <param name="Lower">The code of its a; 0 for none.</param>
    /// <param name="Digit">The code of its 0; 0 for none.</param>
    /// <param name="Exceptions">Letters that have an older code elsewhere: letter and code, letter and code.</param>
    private sealed record Alphabet(int Upper, int Lower, int Digit, string Exceptions = "");

    private static readonly Dictionary<string, Alphabet> Alphabets = new(StringComparer.Ordinal)
    {
        ["mathbf"] = new(0x1D400, 0x1D41A, 0x1D7CE),
        ["boldsymbol"] = new(0x1D468, 0x1D482, 0x1D7CE),
        ["bm"] = new(0x1D468, 0x1D482, 0x1D7CE),
        ["mathbb"] = new(0x1D538, 0x1D552, 0x1D7D8, "CℂHℍNℕPℙQℚRℝZℤ"),
        ["mathcal"] = new(0x1D49C, 0x1D4B6, 0, "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ"),
        ["mathscr"] = new(0x1D49C, 0x1D4B6, 0, "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ"),
        ["mathfrak"] = new(0x1D504, 0x1D51E, 0, "CℭHℌIℑRℜZℨ"),
        ["mathsf"] = new(0x1D5A0, 0x1D5BA, 0x1D7E2),
        ["mathtt"] = new(0x1D670, 0x1D68A, 0x1D7F6),
    };

    // Bold and slanted: 𝜞 𝜶 and those after them, in the order of the Greek alphabet.
    private const int BoldGreek = 0x1D6E2,
        BoldSmallGreek = 0x1D6FC;

    /// <summary>Returns true for a command that changes the alphabet of its argument.</summary>
    public static bool IsFont(string command) => command is "mathrm" or "mathit" or "mathnormal" || Has(command);

    private static bool Has(string command) => Alphabets.ContainsKey(command);

    /// <summary>Returns a part in another alphabet; in an upright one, letters become one word.</summary>
    public static FormulaNode Map(FormulaNode node, string font) =>
        node switch
        {
            FormulaRow row => Join(row.Parts.Select(part => Map(part, font)), font),
            FormulaScripts scripts => scripts with
            {
                Base = Map(scripts.Base, font),
                Sub = scripts.Sub is null ? null : Map(scripts.Sub, font),
                Sup = scripts.Sup is null ? null : Map(scripts.Sup, font),
            },
            FormulaLetters letters => font switch
            {
                "mathrm" => letters with { IsUpright = true },
                "mathit" or "mathnormal" => letters with { IsUpright = false },
                _ => new FormulaLetters(Of(letters.Text, font), letters.Plain, IsUpright: false),
            },
            FormulaNumber number => number with { Text = Of(number.Text, font) },
            _ => node,
        };

    private static FormulaRow Join(IEnumerable<FormulaNode> parts, string font)
    {
        var joined = new List<FormulaNode>();
        foreach (FormulaNode part in parts)
            if (
                font is "mathrm" or "mathsf" or "mathtt" or "mathit"
                && part is FormulaLetters now
                && joined.LastOrDefault() is FormulaLetters before
            )
                joined[^1] = before with { Text = before.Text + now.Text, Plain = before.Plain + now.Plain };
            else
                joined.Add(part);
        return new FormulaRow(joined);
    }

    private static string Of(string text, string font) =>
        Alphabets.TryGetValue(font, out Alphabet? alphabet)
            ? string.Concat(text.Select(letter => Of(letter, alphabet, font)))
            : text;

    private static string Of(char letter, Alphabet alphabet, string font)
    {
        if (char.IsAsciiLetter(letter) && alphabet.Exceptions.IndexOf(letter) is >= 0 and int exception)
            return alphabet.Exceptions[exception + 1].ToString();
        int code = letter switch
        {
            >= 'A' and <= 'Z' => alphabet.Upper + letter - 'A',
            >= 'a' and <= 'z' => alphabet.Lower + letter - 'a',
            >= '0' and <= '9' when alphabet.Digit > 0 => alphabet.Digit + letter - '0',
            >= 'Α' and <= 'Ω' when font is "boldsymbol" or "bm" => BoldGreek + letter - 'Α',
            >= 'α' and <= 'ω' when font is "boldsymbol" or "bm" => BoldSmallGreek + letter - 'α',
            _ => 0,
        };
        return code == 0 ? letter.ToString() : char.ConvertFromUtf32(code);
    }
}
