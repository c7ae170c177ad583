using System.Text;

namespace Protect.Scorm.Model;

/// <summary>Spells text of other alphabets in ASCII, for ids and file names.</summary>
/// <remarks>The tool ships without culture data, so there is no normalization. These tables replace it.</remarks>
internal static class AsciiText
{
    private const string Accented = "àáâãäåāăąçćčďđèéêëēėęěğģìíîïīįıķĺļľłñńņňòóôõöøőŕřśşšșťțţùúûüūůűųýÿźżž";
    private const string Plain = "aaaaaaaaacccddeeeeeeeeggiiiiiiikllllnnnnooooooorrsssstttuuuuuuuuyyzzz";

    // Cyrillic by ISO 9 and Greek by ISO 843, without their accents: exact enough to recognize a name.
    private const string OtherAlphabets = "абвгґдеєжзиіїйклмнопрстуфхцчшщыэюяёαβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ";
    private static readonly string[] s_spelled =
    [
        .. "a b v g g d e e z z i i i j k l m n o p r s t u f h c c s s y e u a e".Split(' '),
        .. "a v g d e z i th i k l m n x o p r s s t y f ch ps o a e i i o y o i y i y".Split(' '),
    ];

    /// <summary>
    /// Returns lower-case text in which letters with accents, and Cyrillic and Greek letters, are spelled in ASCII.
    /// Other characters stay.
    /// </summary>
    public static string Spell(string text)
    {
        var spelled = new StringBuilder(text.Length);
        foreach (char letter in text.ToLowerInvariant())
        {
            if (Accented.IndexOf(letter) is >= 0 and var accent)
                spelled.Append(Plain[accent]);
            else if (OtherAlphabets.IndexOf(letter) is >= 0 and var other)
                spelled.Append(s_spelled[other]);
            else if (letter is 'ß' or 'æ' or 'œ' or 'þ')
                spelled.Append(
                    letter switch
                    {
                        'ß' => "ss",
                        'æ' => "ae",
                        'œ' => "oe",
                        _ => "th",
                    }
                );
            else if (letter is not (>= '\u0300' and <= '\u036F') and not 'ь' and not 'ъ') // combining accents
                spelled.Append(letter);
        }
        return spelled.ToString();
    }

    /// <summary>Returns a Latin letter without its accent. đ, ł, ø and ı have none.</summary>
    public static char WithoutAccent(char letter) =>
        letter is not ('đ' or 'ł' or 'ø' or 'ı') && Accented.IndexOf(letter) is >= 0 and var at ? Plain[at] : letter;

    /// <summary>Whether another text may have the same spelling: the alphabet is another one, or unknown.</summary>
    public static bool IsAmbiguous(string text) =>
        text.ToLowerInvariant()
            .Any(letter => (letter >= '\u0370' && char.IsLetterOrDigit(letter)) || OtherAlphabets.Contains(letter));
}
