namespace Protect.Scorm.Rendering;

/// <summary>Which plural forms of a counted text a language needs (Unicode CLDR, cardinal numbers; forms of millions and of fractions only are left out). A table.</summary>
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

    /// <summary>In the order of CLDR; "other" is always the last.</summary>
    public static IReadOnlyList<string> Of(string language) =>
        Table.FirstOrDefault(row => row.Languages.Contains(language.Split('-')[0])).Forms ?? Usual;

    /// <summary>The keys of a language, from the keys of the reference: found_one and found_other become one key a form.</summary>
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
