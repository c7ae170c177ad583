namespace Protect.Scorm.Inspecting.Manifests;

/// <summary>How XML readers treat the name of an encoding.</summary>
internal enum EncodingKind
{
    /// <summary>Registered name.</summary>
    Registered,

    /// <summary>Not registered; some readers know what is meant.</summary>
    Understood,

    /// <summary>No known reader reads it.</summary>
    Unknown,
}

/// <summary>Names of encodings (IANA, Character Sets) that manifests use.</summary>
internal static class EncodingNames
{
    private static readonly string[] Registered =
    [
        "us-ascii",
        "utf-7",
        "utf-8",
        "utf-16",
        "utf-16be",
        "utf-16le",
        "utf-32",
        "utf-32be",
        "utf-32le",
        "iso-10646-ucs-2",
        "iso-10646-ucs-4",
        "latin1",
        "ascii",
        "l1",
        "shift_jis",
        "ms_kanji",
        "euc-jp",
        "iso-2022-jp",
        "iso-2022-kr",
        "euc-kr",
        "ks_c_5601-1987",
        "big5",
        "big5-hkscs",
        "gb2312",
        "gbk",
        "gb18030",
        "hz-gb-2312",
        "koi8-r",
        "koi8-u",
        "tis-620",
        "viscii",
        "macintosh",
        "windows-874",
        "windows-31j",
    ];

    // The same letters without the hyphen, as programming languages write them.
    private static readonly string[] Understood = ["utf8", "utf16", "utf_8", "latin-1"];

    public static EncodingKind Of(string name)
    {
        string lower = name.ToLowerInvariant();
        return Registered.Contains(lower)
            || IsNumbered(lower, "iso-8859-", 16)
            || IsNumbered(lower, "iso_8859-", 16)
            || IsNumbered(lower, "windows-125", 8)
            || lower.StartsWith("ibm", StringComparison.Ordinal)
                && lower.Length <= 8
                && lower.AsSpan(3).TrimStart('0') is { Length: > 0 } digits
                && int.TryParse(digits, out _)
                ? EncodingKind.Registered
            : Understood.Contains(lower) ? EncodingKind.Understood
            : EncodingKind.Unknown;
    }

    private static bool IsNumbered(string name, string start, int most) =>
        name.StartsWith(start, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(start.Length), out int number)
        && number >= 0
        && number <= most;
}
