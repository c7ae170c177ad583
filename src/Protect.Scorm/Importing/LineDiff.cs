using System.Text;

namespace Protect.Scorm.Importing;

/// <summary>Compares two texts line by line.</summary>
internal static class LineDiff
{
    private const int MostLines = 1_000;

    /// <summary>Returns the lines: <c>-</c> before old ones, <c>+</c> before new ones, a space before others.</summary>
    public static string Of(string before, string after)
    {
        string[] old = before.TrimEnd('\n').Split('\n'),
            now = after.TrimEnd('\n').Split('\n');
        var diff = new StringBuilder();
        if (old.Length > MostLines || now.Length > MostLines)
        {
            Append(diff, '-', old);
            Append(diff, '+', now);
            return diff.ToString();
        }
        // The length of the longest common sequence of lines from each pair of places to the ends.
        var common = new int[old.Length + 1, now.Length + 1];
        for (int i = old.Length - 1; i >= 0; i--)
        for (int j = now.Length - 1; j >= 0; j--)
            common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        int at = 0,
            to = 0;
        while (at < old.Length || to < now.Length)
        {
            if (at < old.Length && to < now.Length && old[at] == now[to])
            {
                Append(diff, ' ', old[at++]);
                to++;
            }
            else if (to >= now.Length || (at < old.Length && common[at + 1, to] >= common[at, to + 1]))
                Append(diff, '-', old[at++]);
            else
                Append(diff, '+', now[to++]);
        }
        return diff.ToString();
    }

    private static void Append(StringBuilder diff, char mark, params string[] lines)
    {
        foreach (string line in lines)
            diff.Append($"{mark} {line}".TrimEnd()).Append('\n');
    }
}
