namespace Protect.Scorm.Cli.Arguments;

/// <summary>
/// Shows progress on standard error. On a terminal: one line that is overwritten, shown after a delay of 400 ms. In CI
/// (where <c>CI</c> is set): plain lines. Otherwise, when the output goes to a program or a file: nothing.
/// </summary>
internal sealed class Progress : IDisposable
{
    private const int DelayInMilliseconds = 400;

    private readonly TextWriter _to;
    private readonly int? _width;
    private readonly bool _isPlain;
    private readonly Timer? _delay;
    private string _line = "";
    private int _shown;
    private bool _isShown;

    /// <param name="to">Writer of the progress.</param>
    /// <param name="width">Columns of the terminal; null if there is none.</param>
    /// <param name="isPlain">True for one line per message.</param>
    public Progress(TextWriter to, int? width, bool isPlain)
    {
        (_to, _width, _isPlain) = (to, width, isPlain && width is null);
        if (width is not null)
            _delay = new Timer(_ => EndDelay(), null, DelayInMilliseconds, Timeout.Infinite);
    }

    public static Progress OfConsole()
    {
        bool isTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb";
        return new Progress(
            Console.Error,
            isTerminal ? Width() : null,
            Environment.GetEnvironmentVariable("CI") is not (null or "" or "false" or "0")
        );
    }

    public void Say(string what)
    {
        if (_isPlain)
            _to.WriteLine(what);
        if (_width is null)
            return;
        lock (_to)
        {
            _line = what;
            if (_isShown)
                Show();
        }
    }

    /// <summary>Removes the line, so that something else can be written.</summary>
    public void Clear()
    {
        if (_width is null)
            return;
        lock (_to)
        {
            _line = "";
            Show();
        }
    }

    public void Dispose()
    {
        _delay?.Dispose();
        Clear();
    }

    /// <summary>Ends the delay: the line is shown from now on.</summary>
    internal void EndDelay()
    {
        if (_width is null)
            return;
        lock (_to)
        {
            _isShown = true;
            Show();
        }
    }

    // Overwrites with spaces, as not every terminal knows escape sequences.
    private void Show()
    {
        int most = Math.Max(10, _width!.Value - 1);
        string text = _line.Length <= most ? _line : _line[..(most - 1)] + "…";
        if (text.Length == 0 && _shown == 0)
            return;
        _to.Write($"\r{text.PadRight(_shown)}{(text.Length == 0 ? "\r" : "")}");
        _to.Flush();
        _shown = text.Length;
    }

    private static int Width()
    {
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
