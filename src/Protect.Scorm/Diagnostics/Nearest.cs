namespace Protect.Scorm.Diagnostics;

/// <summary>Suggests the name that an author probably meant.</summary>
internal static class Nearest
{
    /// <summary>Returns the known name closest to <paramref name="typed"/>; null when none is similar enough.</summary>
    public static string? Name(string typed, IEnumerable<string> known)
    {
        string folded = Fold(typed);
        return known
            .Select(name => (name, distance: Distance(folded, Fold(name))))
            .Where(n => n.distance <= Math.Max(1, Math.Min(folded.Length, n.name.Length) / 2))
            .OrderBy(n => n.distance)
            .ThenBy(n => n.name, StringComparer.Ordinal)
            .Select(n => n.name)
            .FirstOrDefault();
    }

    /// <summary>Returns " Did you mean “x”?", to append to a message; empty when no name is similar enough.</summary>
    public static string Hint(string typed, IEnumerable<string> known) =>
        Name(typed, known) is { } name ? $" Did you mean “{name}”?" : "";

    private static string Fold(string name) => name.ToLowerInvariant().Replace('-', '_').Replace(' ', '_');

    /// <summary>
    /// Computes the edit distance of two words; swapping two neighbouring letters, a common typing error, counts as
    /// one.
    /// </summary>
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
            d[i, 0] = i;
        for (int j = 0; j <= b.Length; j++)
            d[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int change = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(change, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }
        return d[a.Length, b.Length];
    }
}
