using System.Runtime.InteropServices;
using System.Text;

namespace Protect.Scorm.Diagnostics;

/// <summary>A pipe, device or socket in the place of a file. The message names it and says what to do.</summary>
internal sealed class SpecialFileException(string message) : IOException(message);

/// <summary>
/// Reads ordinary files. All files on disk are opened here: a pipe would block for ever, and a device may have no end.
/// </summary>
internal static class InputFile
{
    /// <summary>Most bytes of a file that is read into memory.</summary>
    public const int MostBytes = 1_000_000_000;

    // Bits of st_mode, the same on all Unix systems.
    private const int TypeBits = 0xF000,
        Pipe = 0x1000,
        CharacterDevice = 0x2000,
        BlockDevice = 0x6000,
        Socket = 0xC000;

    /// <summary>Offset of the mode in the structure that the runtime fills, and more bytes than it has.</summary>
    private const int ModeAt = 4,
        StatusBytes = 512;

    /// <summary>Returns true for an existing file that is no pipe, device or socket.</summary>
    public static bool Exists(string path) => File.Exists(path) && NounOf(path) is null;

    /// <summary>Throws when a path leads to a pipe, device or socket.</summary>
    /// <param name="path">The path; nothing needs to exist there.</param>
    /// <param name="shown">The path to name in the message; null for <paramref name="path"/>.</param>
    /// <exception cref="SpecialFileException">The path is not an ordinary file.</exception>
    public static void Refuse(string path, string? shown = null)
    {
        if (NounOf(path) is { } noun)
            throw new SpecialFileException(
                $"“{shown ?? path}” is a {noun}, not a file. Replace it by an ordinary file, or remove it."
            );
    }

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="SpecialFileException">The path is not an ordinary file.</exception>
    public static FileStream Open(string path, string? shown = null)
    {
        Refuse(path, shown);
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
    }

    /// <summary>Reads the bytes that a file has when it is opened. Bytes appended later are not read.</summary>
    /// <exception cref="SpecialFileException">The path is not an ordinary file.</exception>
    /// <exception cref="IOException">The file is larger than <see cref="MostBytes"/>, or cannot be read.</exception>
    public static byte[] Read(string path, string? shown = null)
    {
        using FileStream file = Open(path, shown);
        if (file.Length > MostBytes)
            throw new IOException($"“{shown ?? path}” is larger than 1 GB");
        byte[] bytes = GC.AllocateUninitializedArray<byte>((int)file.Length);
        int read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length ? bytes : bytes[..read];
    }

    /// <summary>Reads a file as UTF-8 text; bytes that are not UTF-8 become replacement characters.</summary>
    /// <exception cref="SpecialFileException">The path is not an ordinary file.</exception>
    public static string ReadText(string path)
    {
        using var reader = new StreamReader(new MemoryStream(Read(path)), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Returns what a path leads to; null for ordinary files, folders and nothing.</summary>
    private static string? NounOf(string path)
    {
        if (OperatingSystem.IsWindows())
            return null;
        byte[] status = new byte[StatusBytes];
        // .NET reports pipes and sockets as ordinary files of 0 bytes.
        if (Stat(Encoding.UTF8.GetBytes(path + '\0'), status) != 0)
            return null;
        return (BitConverter.ToInt32(status, ModeAt) & TypeBits) switch
        {
            Pipe => "pipe",
            CharacterDevice or BlockDevice => "device",
            Socket => "socket",
            _ => null,
        };
    }

    // The library of the .NET runtime: libc has other structures on each system.
    [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
    private static extern int Stat(byte[] path, [Out] byte[] status);
}
