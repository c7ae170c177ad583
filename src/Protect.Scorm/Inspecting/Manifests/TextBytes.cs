using System.Text;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Inspecting.Manifests;

/// <summary>Decodes text of unknown encoding: by its byte-order mark, as UTF-8, else as Latin-1.</summary>
internal static class TextBytes
{
    public static string Decode(byte[] bytes) =>
        bytes switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes.AsSpan(2)),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2)),
            _ => SourceFile.Decode(bytes, out _) ?? Encoding.Latin1.GetString(bytes),
        };
}
