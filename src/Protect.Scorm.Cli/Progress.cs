namespace Protect.Scorm.Cli;

/// <summary>
/// Says what is being done, on standard error: on a terminal one line that is written over, once it takes longer than a moment; plain lines in CI
/// (where <c>CI</c> is set); nothing where the output is read by a program or goes to a file.
/// </summary>
internal sealed class Progress : IDisposable
{
    private const int MomentInMilliseconds = 400;

    private readonly TextWriter _to;
    private readonly int? _width;
    private readonly bool _isPlain;
    private readonly Timer? _moment;
    private string _line = "";
    private int _shown;
    private bool _isLate;

    /// <param name="to">Where it is said.</param>
    /// <param name="width">Columns of the terminal; null where it is none.</param>
    /// <param name="isPlain">True for a line each.</param>
    public Progress(TextWriter to, int? width, bool isPlain)
    {
        (_to, _width, _isPlain) = (to, width, isPlain && width is null);
        if (width is not null)
            _moment = new Timer(_ => EndDelay(), null, MomentInMilliseconds, Timeout.Infinite);
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
            if (_isLate)
                Show();
        }
    }

    /// <summary>Takes the line away, so that something else can be written.</summary>
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
        _moment?.Dispose();
        Clear();
    }

    /// <summary>It has taken longer than a moment.</summary>
    internal void EndDelay()
    {
        if (_width is null)
            return;
        lock (_to)
        {
            _isLate = true;
            Show();
        }
    }

    // Written over with blanks instead of escapes, which not every terminal knows.
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
