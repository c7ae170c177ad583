using Protect.Scorm.Inspecting.Manifests;

namespace Protect.Scorm.Inspecting.Opening;

/// <summary>Names a file by what a learner misses without it.</summary>
internal static class FileWords
{
    private static readonly (string Word, string[] Extensions)[] Kinds =
    [
        ("video", ["mp4", "m4v", "mov", "webm", "ogv", "avi", "wmv", "flv", "mpg", "mpeg"]),
        ("sound", ["mp3", "m4a", "ogg", "oga", "wav", "aac"]),
        ("picture", ["png", "jpg", "jpeg", "gif", "webp", "svg", "bmp", "avif", "ico"]),
        ("page", ["html", "htm", "xhtml"]),
        ("script", ["js", "mjs"]),
        ("style", ["css"]),
        ("font", ["woff", "woff2", "ttf", "otf", "eot"]),
        ("document", ["pdf", "doc", "docx", "ppt", "pptx", "xls", "xlsx"]),
        ("subtitles", ["vtt", "srt"]),
    ];

    /// <summary>Returns words such as <c>the video “intro.mp4”</c>.</summary>
    public static string Of(string name)
    {
        string extension = PackagePath.Extension(name.Split('?', '#')[0]);
        string word = Kinds.FirstOrDefault(kind => kind.Extensions.Contains(extension)).Word ?? "file";
        return $"the {word} “{name}”";
    }
}
