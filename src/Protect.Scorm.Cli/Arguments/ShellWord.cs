namespace Protect.Scorm.Cli.Arguments;

/// <summary>Quotes paths for commands that people copy into a terminal.</summary>
internal static class ShellWord
{
    /// <summary>Returns the path in quotes, as one argument that is not an option.</summary>
    public static string Of(string path)
    {
        string word = path.StartsWith('-') ? $"./{path}" : path;
        // A name on Windows cannot contain a quote. Other shells replace more between double quotes.
        return OperatingSystem.IsWindows() || word.IndexOfAny(['"', '$', '`', '!', '\\']) < 0
            ? $"\"{word}\""
            : $"'{word.Replace("'", "'\\''")}'";
    }

    /// <summary>Returns the path as it is if no shell changes it, else in quotes.</summary>
    public static string IfNeeded(string path) =>
        path.Length > 0
        && path[0] != '-'
        && path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-' or ':' or '~')
            ? path
            : Of(path);
}
