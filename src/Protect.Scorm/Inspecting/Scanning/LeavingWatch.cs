namespace Protect.Scorm.Inspecting.Scanning;

/// <summary>
/// Follows brackets in a script, to detect code that runs while the page is being left, and arguments of open().
/// </summary>
internal sealed class LeavingWatch
{
    private int _round,
        _curly,
        _openAt = -1; // depth of brackets; depth of the newest "open("
    private int _callAt = -1,
        _functionAt = -1; // depth at which the watched call or function began
    private bool _all,
        _functionHasBegun;

    public bool IsOn => _all || _callAt >= 0 || _functionAt >= 0;

    /// <summary>True inside the arguments of an open().</summary>
    public bool IsOpenCall => _openAt >= 0 && _round == _openAt;

    public void All() => _all = true;

    /// <summary>Watches until the end of the current call.</summary>
    public void InCall() => _callAt = _round;

    /// <summary>
    /// Watches until the end of the function that begins here. Does nothing when only its name is given.
    /// </summary>
    public void InFunction(bool begins)
    {
        if (begins)
            (_functionAt, _functionHasBegun) = (_curly, false);
    }

    public void Sign(char sign, ReadOnlySpan<char> before)
    {
        if (sign == '(')
        {
            _round++;
            if (before is "open")
                _openAt = _round;
        }
        else if (sign == ')')
        {
            if (_round <= _openAt)
                _openAt = -1;
            if (_round <= _callAt)
                _callAt = -1;
            _round--;
        }
        else if (sign == '{')
        {
            _curly++;
            _functionHasBegun = true;
        }
        else if (sign == '}')
        {
            _curly--;
            if (_functionHasBegun && _curly <= _functionAt)
                _functionAt = -1;
        }
        // A handler without braces ends with its statement.
        else if (sign == ';' && !_functionHasBegun)
            _functionAt = -1;
    }
}
