namespace Protect.Scorm.Rendering;

/// <summary>Writing systems of languages.</summary>
internal static class Script
{
    /// <summary>Returns "rtl" for languages written from right to left, else "ltr".</summary>
    public static string Direction(string language) =>
        language.Split('-')[0] is "ar" or "he" or "fa" or "ur" or "yi" or "ps" or "dv" or "ckb" ? "rtl" : "ltr";
}
