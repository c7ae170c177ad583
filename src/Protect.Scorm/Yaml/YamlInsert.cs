using System.Text;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Yaml;

/// <summary>
/// Inserts fields and items into a YAML file. Every byte that was there stays: comments, line breaks, indentation and
/// the byte order mark.
/// </summary>
internal static class YamlInsert
{
    private static ReadOnlySpan<byte> Mark => "\uFEFF"u8;

    /// <summary>Inserts a field with a text after another field of the same group.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="after">The value of the field before, read from exactly these bytes; not a block of lines.</param>
    /// <param name="key">The key before, which gives the indentation.</param>
    /// <param name="name">The name of the new field.</param>
    /// <param name="value">Its text, one line.</param>
    /// <returns>The file, or null when the field cannot be written there.</returns>
    public static byte[]? Field(byte[] bytes, YamlScalar after, YamlScalar key, string name, string value)
    {
        if (SourceFile.Decode(bytes, out _) is not { } text || after.IsBlock || after.Place.End > text.Length)
            return null;
        int at = after.Place.IsInFlow ? after.Place.End : EndOfLine(text, after.Place.End);
        string written = $"{name}: {Quoted(value)}",
            inserted = after.Place.IsInFlow
                ? $", {written}"
                : LineBreak(text) + new string(' ', key.Span.Column - 1) + written;
        return Checked(bytes, text, text[..at] + inserted + text[at..], [name, value]);
    }

    /// <summary>Inserts lines after the last value of a list.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="list">A list in lines, read from exactly these bytes.</param>
    /// <param name="lines">The lines of the new item, without the indentation of the list.</param>
    /// <param name="values">The keys and values of the item, in order.</param>
    /// <returns>The file, or null when the item cannot be written there.</returns>
    public static byte[]? Item(byte[] bytes, YamlList list, IReadOnlyList<string> lines, IReadOnlyList<string> values)
    {
        if (
            SourceFile.Decode(bytes, out _) is not { } text
            || YamlEdit.Scalars(list).LastOrDefault() is not { IsBlock: false } last
            || list.Items[0] is not YamlMap { Entries: [var first, ..] }
            || last.Place.End > text.Length
        )
            return null;
        int at = EndOfLine(text, last.Place.End),
            start = text.LastIndexOf('\n', Math.Max(0, first.Key.Place.Start - 1)) + 1;
        string indentation = text[start..first.Key.Place.Start];
        indentation = indentation[..(indentation.Length - indentation.TrimStart(' ').Length)];
        string inserted = string.Concat(lines.Select(line => LineBreak(text) + indentation + line));
        return Checked(bytes, text, text[..at] + inserted + text[at..], values);
    }

    /// <summary>Returns a text as YAML in double quotation marks.</summary>
    public static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>Returns the bytes when the text has the old keys and values in order, plus the new ones.</summary>
    private static byte[]? Checked(byte[] bytes, string before, string after, IReadOnlyList<string> added)
    {
        if (Values(before) is not { } old || Values(after) is not { } now || now.Count != old.Count + added.Count)
            return null;
        int at = 0;
        while (at < old.Count && old[at] == now[at])
            at++;
        // The new field may begin like the one after it.
        for (; at >= 0; at--)
        {
            bool isAdded = now.Skip(at).Take(added.Count).SequenceEqual(added);
            if (isAdded && now.Skip(at + added.Count).SequenceEqual(old.Skip(at)))
                return [.. bytes.AsSpan().StartsWith(Mark) ? Mark : [], .. Encoding.UTF8.GetBytes(after)];
        }
        return null;
    }

    private static List<string>? Values(string text)
    {
        var bag = new DiagnosticBag();
        YamlNode? root = YamlDocument.Parse(new SourceFile("", text), bag);
        return bag.HasErrors || root is null ? null : [.. YamlEdit.Scalars(root).Select(scalar => scalar.Value)];
    }

    private static string LineBreak(string text) =>
        text.IndexOf('\n') is > 0 and var at && text[at - 1] == '\r' ? "\r\n" : "\n";

    private static int EndOfLine(string text, int at) =>
        text.IndexOf('\n', at) is >= 0 and var end
            ? end > at && text[end - 1] == '\r'
                ? end - 1
                : end
            : text.Length;
}
