namespace Protect.Scorm.Cli;

internal static class ExitCodes
{
    public const int Success = 0;
    public const int CourseHasErrors = 1;
    public const int WrongArguments = 2;
    public const int InternalError = 3;

    /// <summary>There is no browser, or it does not start.</summary>
    public const int NoBrowser = 4;

    /// <summary>Somebody stopped it, as shells say: 128 and the number of SIGINT.</summary>
    public const int Stopped = 130;
}
