using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli.Arguments;

/// <summary>Explains faults of files and folders that the user can fix.</summary>
internal static class MachineFault
{
    // Codes of Unix, and those of Windows: https://learn.microsoft.com/windows/win32/debug/system-error-codes
    private const int DiskFull = 28,
        ReadOnly = 30;
    private const int WindowsReadOnly = unchecked((int)0x80070013),
        WindowsHandleDiskFull = unchecked((int)0x80070027),
        WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>Whether the cause is a file, a folder or a disk.</summary>
    public static bool Is(Exception fault) => CauseOf(fault) is IOException or UnauthorizedAccessException;

    /// <summary>Returns the cause and what to do.</summary>
    public static string Explain(Exception fault) => ExplainCause(CauseOf(fault));

    // Parallel work wraps its faults.
    private static Exception CauseOf(Exception fault) =>
        fault is AggregateException several && several.Flatten().InnerExceptions is [var first, ..] ? first : fault;

    private static string ExplainCause(Exception fault) =>
        fault is SpecialFileException
            ? $"protect-scorm: {fault.Message}"
            : $"protect-scorm: {fault.Message.TrimEnd('.')}. "
                + fault.HResult switch
                {
                    DiskFull or WindowsDiskFull or WindowsHandleDiskFull =>
                        "The disk is full: free some space, or choose a folder on another disk.",
                    ReadOnly or WindowsReadOnly => "The disk cannot be written: choose a folder on another one.",
                    _ when fault is UnauthorizedAccessException =>
                        "You may not read or write there: change the permissions, or choose another folder.",
                    _ => "Fix this and try again.",
                };
}
