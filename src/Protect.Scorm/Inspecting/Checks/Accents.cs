using System.Text;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>
/// Table that composes letters and accents into one character (Unicode NFC), for Europe's Latin alphabets. macOS writes
/// them as two characters. The
/// normalization of .NET needs culture data, which this tool does not include.
/// </summary>
internal static class Accents
{
    private static readonly (char Mark, string Plain, string Composed)[] Marks =
    [
        ('\u0300', "AEIOUaeiouNn", "ÀÈÌÒÙàèìòùǸǹ"),
        ('\u0301', "AEIOUYaeiouyCcLlNnRrSsZz", "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹź"),
        ('\u0302', "AEIOUaeiouCcGgHhJjSsWwYy", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷ"),
        ('\u0303', "ANOanoIiUu", "ÃÑÕãñõĨĩŨũ"),
        ('\u0308', "AEIOUaeiouyY", "ÄËÏÖÜäëïöüÿŸ"),
        ('\u030A', "AaUu", "ÅåŮů"),
        ('\u0327', "CcSsTtGgKkLlNnRr", "ÇçŞşŢţĢģĶķĻļŅņŖŗ"),
        ('\u0328', "AaEeIiUu", "ĄąĘęĮįŲų"),
        ('\u030C', "CcDdEeNnRrSsTtZz", "ČčĎďĚěŇňŘřŠšŤťŽž"),
        ('\u0304', "AaEeIiOoUu", "ĀāĒēĪīŌōŪū"),
        ('\u0306', "AaEeGgIiOoUu", "ĂăĔĕĞğĬĭŎŏŬŭ"),
        ('\u0307', "CcEeGgIZz", "ĊċĖėĠġİŻż"),
        ('\u030B', "OoUu", "ŐőŰű"),
        ('\u0326', "SsTt", "ȘșȚț"),
    ];

    public static string Composed(string name)
    {
        if (name.All(c => c is < '\u0300' or > '\u036F'))
            return name;
        var text = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            (_, string plain, string composed) = Marks.FirstOrDefault(mark => mark.Mark == c);
            int at = plain is null || text.Length == 0 ? -1 : plain.IndexOf(text[^1]);
            if (at < 0)
                text.Append(c);
            else
                text[^1] = composed[at];
        }
        return text.ToString();
    }
}
