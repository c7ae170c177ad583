namespace Protect.Scorm.Cli.Chromium;

/// <summary>
/// Search for an installed Chromium, or a browser based on it. Nothing is installed or downloaded.
/// </summary>
internal static class ChromiumPath
{
    /// <summary>Environment variable with the path of a browser.</summary>
    public const string Variable = "PROTECT_CHROMIUM";

    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
        "/snap/bin/chromium",
        "/usr/bin/microsoft-edge",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private static readonly string[] Names =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
        "microsoft-edge",
        "msedge",
    ];

    /// <summary>Returns the path of the browser; null with an explanation if there is none.</summary>
    public static string? Find(out string why)
    {
        why = "";
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            if (File.Exists(named))
                return Path.GetFullPath(named);
            why = $"{Variable} names “{named}”, but this file does not exist.";
            return null;
        }
        string ending = OperatingSystem.IsWindows() ? ".exe" : "";
        IEnumerable<string> onPath = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name + ending)));
        if (UsualPlaces.Concat(onPath).FirstOrDefault(File.Exists) is { } found)
            return Path.GetFullPath(found);
        why =
            "There is no Chromium, Chrome or Edge on this machine. "
            + $"Install one, or set the environment variable {Variable} to the path of its program file.";
        return null;
    }
}
