namespace Protect.Scorm.Rendering;

/// <summary>How a language is written.</summary>
internal static class Script
{
    /// <summary>"rtl" for the scripts that are written from right to left.</summary>
    public static string Direction(string language) =>
        language.Split('-')[0] is "ar" or "he" or "fa" or "ur" or "yi" or "ps" or "dv" or "ckb" ? "rtl" : "ltr";
}
