using System.Globalization;
using System.Text.RegularExpressions;

namespace Protect.Scorm.Diagnostics;

/// <summary>Singular and plural in English messages.</summary>
internal static partial class Plurals
{
    /// <summary>Formats a number with its noun: <c>1 file</c>, <c>2,000 files</c>.</summary>
    /// <param name="many">Plural of the noun; null for the noun with “s”.</param>
    public static string Count(long number, string noun, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:#,0} {(number == 1 ? noun : many ?? noun + "s")}");

    /// <summary>
    /// Chooses the words of a pattern that depend on a number: <c>{0} [name is|names are] used</c> becomes
    /// <c>{0} name is used</c> for 1.
    /// </summary>
    public static string Choose(string pattern, bool isOne) =>
        Choices().Replace(pattern, choice => choice.Groups[isOne ? 1 : 2].Value);

    [GeneratedRegex(@"\[([^\[\]|]*)\|([^\[\]|]*)\]")]
    private static partial Regex Choices();
}
