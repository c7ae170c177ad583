namespace Protect.Scorm.Cli.Chromium;

/// <summary>How a browser keeps its sandbox, which protects this machine from the pages it plays.</summary>
internal enum BrowserSandbox
{
    /// <summary>The browser creates it by itself.</summary>
    Own,

    /// <summary>
    /// The browser runs as another user inside a user namespace. Chromium creates no sandbox when root runs it.
    /// </summary>
    UserNamespace,

    /// <summary>The browser runs without it.</summary>
    Off,
}

/// <summary>Choice of the sandbox for this user and system.</summary>
internal static class BrowserSandboxes
{
    /// <summary>Sentence for people when the sandbox is off.</summary>
    public const string OffNote =
        "The browser's sandbox is off, because root runs this command and the system allows no user namespace. "
        + "A malicious package could harm this machine. Run the command as another user, "
        + "or play only packages that you trust.";

    private static volatile bool _namespaceFails;

    /// <summary>Returns what to try, in order.</summary>
    public static IReadOnlyList<BrowserSandbox> ToTry(bool isRoot) =>
        !isRoot ? [BrowserSandbox.Own]
        : _namespaceFails ? [BrowserSandbox.Off]
        : [BrowserSandbox.UserNamespace, BrowserSandbox.Off];

    /// <summary>Records that no browser starts in a user namespace here.</summary>
    public static void NamespaceFails() => _namespaceFails = true;

    /// <summary>Returns the words of a command that runs the browser in a user namespace.</summary>
    public static IReadOnlyList<string> Before(BrowserSandbox sandbox) =>
        sandbox == BrowserSandbox.UserNamespace
            ? ["unshare", "--user", "--map-user=1000", "--map-group=1000", "--"]
            : [];
}
