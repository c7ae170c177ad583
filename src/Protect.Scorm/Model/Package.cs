namespace Protect.Scorm.Model;

/// <summary>The files of a package before they are zipped: names with forward slashes, relative to the archive's root.</summary>
public sealed record Package
{
    /// <summary>Name of the zip in <c>dist</c>.</summary>
    public required string FileName { get; init; }

    /// <summary>In no particular order; each name once.</summary>
    public required IReadOnlyList<PackageFile> Files { get; init; }
}

/// <summary>One file. Media are stored as they are; text is deflated.</summary>
public sealed record PackageFile(string Name, ReadOnlyMemory<byte> Bytes, bool IsText)
{
    /// <summary>Text in UTF-8 with line feeds, on every platform.</summary>
    public static PackageFile OfText(string name, string text) => new(name, System.Text.Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")), IsText: true);
}
