namespace Protect.Scorm.Cli.Arguments;

/// <summary>Exit codes of the process.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>A course or package has errors.</summary>
    public const int CourseHasErrors = 1;

    /// <summary>Wrong arguments, or a file, folder or disk that cannot be used: the user can fix that.</summary>
    public const int WrongArguments = 2;
    public const int InternalError = 3;

    /// <summary>A browser is needed, but there is none or it does not start.</summary>
    public const int NoBrowser = 4;

    /// <summary>Stopped by the user. The convention of shells: 128 plus the number of SIGINT.</summary>
    public const int Stopped = 130;
}
