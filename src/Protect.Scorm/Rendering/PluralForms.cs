namespace Protect.Scorm.Rendering;

/// <summary>
/// Table of the plural forms a language needs (Unicode CLDR, cardinal numbers). Forms used only for millions or
/// fractions are left out.
/// </summary>
internal static class PluralForms
{
    private static readonly (string[] Languages, string[] Forms)[] Table =
    [
        (["pl", "uk", "ru", "be", "lt", "cs", "sk"], ["one", "few", "many", "other"]),
        (["ro", "hr", "sr", "bs"], ["one", "few", "other"]),
        (["sl"], ["one", "two", "few", "other"]),
        (["lv"], ["zero", "one", "other"]),
        (["ga"], ["one", "two", "few", "many", "other"]),
        (["mt"], ["one", "two", "few", "many", "other"]),
        (["ar"], ["zero", "one", "two", "few", "many", "other"]),
        (["ja", "zh", "ko", "vi", "th", "id"], ["other"]),
    ];

    private static readonly string[] Usual = ["one", "other"];

    /// <summary>Returns the plural forms of a language in the order of CLDR; "other" is always last.</summary>
    public static IReadOnlyList<string> Of(string language) =>
        Table.FirstOrDefault(row => row.Languages.Contains(language.Split('-')[0])).Forms ?? Usual;

    /// <summary>
    /// Returns the keys a language needs: found_one and found_other of the reference become one key per plural form.
    /// </summary>
    public static IEnumerable<string> Keys(IEnumerable<string> reference, string language)
    {
        string[] keys = [.. reference];
        bool IsCounted(string stem) => keys.Contains(stem + "_one") && keys.Contains(stem + "_other");
        return keys.SelectMany(key =>
            key.EndsWith("_other", StringComparison.Ordinal) && IsCounted(key[..^"_other".Length])
                ? Of(language).Select(form => key[..^"other".Length] + form)
            : key.EndsWith("_one", StringComparison.Ordinal) && IsCounted(key[..^"_one".Length]) ? []
            : new[] { key }
        );
    }
}
