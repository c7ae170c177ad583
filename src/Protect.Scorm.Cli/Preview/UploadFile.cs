using System.Text.RegularExpressions;

namespace Protect.Scorm.Cli.Preview;

/// <summary>The temporary file of an uploaded package.</summary>
internal static partial class UploadFile
{
    /// <summary>
    /// Opens a new file that no other user can read. The system deletes it as soon as it is closed, even after a crash.
    /// </summary>
    public static FileStream Create()
    {
        string path = Path.Combine(Path.GetTempPath(), $"protect-scorm-{Guid.NewGuid():N}.zip");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 81920,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (OperatingSystem.IsWindows())
            return new FileStream(path, options);
        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        // Unix keeps an open file without a name, so nothing is left to delete after a crash.
        File.Delete(path);
        return file;
    }

    /// <summary>
    /// Deletes uploads of an earlier process that was killed while creating a file, or of release 0.3.
    /// </summary>
    public static void DeleteLeftovers()
    {
        try
        {
            foreach (string file in Directory.EnumerateFiles(Path.GetTempPath(), "protect-scorm-*.zip"))
                if (UploadName().IsMatch(Path.GetFileName(file)))
                    Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The folder cannot be listed.
        }
    }

    private static void Delete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The file belongs to another user, or another preview uses it (Windows).
        }
    }

    [GeneratedRegex("^protect-scorm-[0-9a-f]{32}\\.zip$")]
    private static partial Regex UploadName();
}
