using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Importing;

/// <summary>File or folder to import. Its content is hostile until proven otherwise.</summary>
internal sealed class ImportSource
{
    private ImportSource(string path, byte[] bytes, SourceFolder? folder) =>
        (Path, Bytes, Folder) = (path, bytes, folder);

    /// <summary>The path to show in messages, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The name of the file or folder, without folders and extension.</summary>
    public string Name =>
        System.IO.Path.GetFileName(Path) is var name && Folder is null
            ? System.IO.Path.GetFileNameWithoutExtension(name)
            : name;

    /// <summary>The extension in small letters, such as <c>.xml</c>; empty for a folder.</summary>
    public string Extension => Folder is null ? System.IO.Path.GetExtension(Path).ToLowerInvariant() : "";

    /// <summary>The content of a file, at most <see cref="ImportLimits.MostBytes"/>; empty for a folder.</summary>
    public byte[] Bytes { get; }

    /// <summary>The folder; null for a file.</summary>
    public SourceFolder? Folder { get; }

    /// <summary>The text of a file; null when it is not UTF-8 or too long. Read once.</summary>
    public SourceFile? Text => _text ??= Decoded();

    private SourceFile? _text;

    /// <summary>A place for findings about the source as a whole.</summary>
    public SourceSpan Start => (Text ?? SourceFile.WithoutText(Path)).Start;

    /// <summary>Returns true when a file is a zip (and so may be XLSX, DOCX or H5P).</summary>
    public bool IsZip => Bytes.AsSpan().StartsWith("PK\x03\x04"u8);

    /// <summary>Makes a source of the bytes of a file.</summary>
    /// <param name="path">The path to show in messages, with forward slashes.</param>
    /// <param name="bytes">The content.</param>
    public static ImportSource OfFile(string path, byte[] bytes) => new(path, bytes, null);

    /// <summary>Makes a source of a folder.</summary>
    /// <param name="path">The path to show in messages, with forward slashes.</param>
    /// <param name="folder">The folder.</param>
    public static ImportSource OfFolder(string path, SourceFolder folder) => new(path, [], folder);

    private SourceFile? Decoded() =>
        Folder is null && Bytes.Length <= ImportLimits.MostTextBytes && SourceFile.Decode(Bytes, out _) is { } text
            ? new SourceFile(Path, text.Replace("\r\n", "\n").Replace('\r', '\n'))
            : null;
}
