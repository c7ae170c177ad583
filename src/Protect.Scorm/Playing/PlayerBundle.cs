using System.Security.Cryptography;
using System.Text;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Playing;

/// <summary>Joins the pieces of the browser program that a course uses, and allows exactly these bytes in the security policy.</summary>
internal static class PlayerBundle
{
    private static readonly SourceFolder Pieces = SourceFolder.Embedded("bundle");

    /// <summary>Kinds that occur in the course, in table order.</summary>
    public static IReadOnlyList<BlockKind> KindsOf(Course course)
    {
        var slugs = BlockParts.Blocks(course).Select(block => block.Slug).ToHashSet(StringComparer.Ordinal);
        return [.. BlockKinds.All.Where(kind => slugs.Contains(kind.Slug))];
    }

    /// <summary>Those of <see cref="KindsOf"/> of which something is left to play in a package of this size.</summary>
    public static IReadOnlyList<BlockKind> ActiveKindsOf(Course course)
    {
        var slugs = BlockParts.Blocks(course).Where(block => block is Question || !InWords.Is(block, course.Size)).Select(block => block.Slug).ToHashSet(StringComparer.Ordinal);
        return [.. BlockKinds.All.Where(kind => slugs.Contains(kind.Slug))];
    }

    /// <summary>The program as one script: the core, a piece for each kind that has one, the search when it is wanted, and the start.</summary>
    public static string Program(IReadOnlyList<BlockKind> kinds, bool search)
    {
        var script = new StringBuilder(Piece("core.js"));
        string Table(string prefix, char letter, IEnumerable<BlockKind> some) => string.Join(",", some.Where(kind => Pieces.Exists($"{prefix}-{kind.Slug}.js")).Select(kind =>
        {
            script.Append('\n').Append(Piece($"{prefix}-{kind.Slug}.js"));
            return $"\"{kind.Slug}\":{letter}_{kind.Slug.Replace('-', '_')}.kind";
        }));
        string questions = Table("question", 'q', kinds.Where(kind => kind is IQuestionKind)), blocks = Table("block", 'b', kinds.Where(kind => kind is not IQuestionKind));
        if (search) script.Append('\n').Append(Piece("extra-search.js"));
        return script.Append("\nprotect.start({questions:{").Append(questions).Append("},blocks:{").Append(blocks).Append("}").Append(search ? ",search:x_search.search" : "").Append("});").ToString();
    }

    /// <summary>The tiny file that the program asks the server for, to know whether it is still there (host.ts is the other half).</summary>
    public const string ProbeFile = "probe.txt", ProbeText = "protect-scorm\n";

    /// <summary>Third-party notices of what the program contains.</summary>
    public static string Notices => Piece("notices.txt");

    /// <summary>
    /// The policy of a page: nothing from elsewhere, no inline script or style but the given ones. 'self' admits the package's own module files.
    /// </summary>
    public static string SecurityPolicy(string? inlineScript, string? inlineStyle) => string.Join("; ",
        "default-src 'none'",
        inlineScript is null ? "script-src 'self'" : $"script-src 'self' 'sha256-{Hash(inlineScript)}'",
        inlineStyle is null ? "style-src 'self'" : $"style-src 'self' 'sha256-{Hash(inlineStyle)}'",
        "img-src 'self' data:", "media-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'");

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Piece(string name) => Pieces.Text(name)!.Text.ReplaceLineEndings("\n").Trim();
}
