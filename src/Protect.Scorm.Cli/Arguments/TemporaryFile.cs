using Protect.Scorm.Packaging;

namespace Protect.Scorm.Cli.Arguments;

/// <summary>
/// Temporary file next to the file that it will replace, locked until it is moved or disposed. It is deleted when it
/// cannot be written or moved.
/// </summary>
internal sealed class TemporaryFile : IDisposable
{
    public const string Ending = ".new";

    private readonly string _path,
        _temporary;
    private readonly FileStream _bytes;
    private bool _isMoved;

    /// <summary>Creates the folder if there is none, and writes the temporary file.</summary>
    public TemporaryFile(string path, FileImage image)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        _path = path;
        _temporary = $"{path}.{Guid.NewGuid():N}{Ending}";
        _bytes = new FileStream(
            _temporary,
            FileMode.CreateNew,
            FileAccess.Write,
            FileShare.Read | FileShare.Delete,
            bufferSize: 0
        );
        try
        {
            image.WriteTo(_bytes);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Writes a file; an interruption never leaves half of it.</summary>
    public static void Write(string path, FileImage image, bool overwrite = true)
    {
        using var file = new TemporaryFile(path, image);
        file.Move(overwrite);
    }

    public void Move(bool overwrite = true)
    {
        File.Move(_temporary, _path, overwrite);
        _isMoved = true;
        Dispose();
    }

    public void Dispose()
    {
        _bytes.Dispose();
        if (_isMoved)
            return;
        try
        {
            File.Delete(_temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
    }
}
