namespace Protect.Scorm.Tests;

/// <summary>The smallest media files that count as what they are.</summary>
internal static class TestMedia
{
    /// <summary>Returns a file of the kind that a name promises.</summary>
    public static byte[] Of(string path) =>
        Path.GetExtension(path) switch
        {
            ".vtt" => TestCourse.Utf8("WEBVTT\n\n00:00.000 --> 00:02.000\nHello\n"),
            ".svg" => TestCourse.Utf8("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"/>"),
            ".pdf" => TestCourse.Utf8("%PDF-1.4\n"),
            ".mp3" => [.. "ID3\u0004"u8, 0, 0, 0, 0, 0, 0, 0xFF, 0xFB, 0x90, 0],
            ".webm" => Convert.FromHexString("1A45DFA380" + Tracks),
            var other => throw new ArgumentException(other),
        };

    // Segment, Tracks, TrackEntry, Video, PixelWidth 320, PixelHeight 180.
    private const string Tracks = "18538067911654AE6B8CAE8AE088B0820140BA8200B4";
}
