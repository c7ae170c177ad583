using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Model;

/// <summary>
/// Size of a package. Pages, questions, ids and stored progress are the same in all sizes, so that one package can
/// replace another.
/// </summary>
public enum PackageSize
{
    /// <summary>All media.</summary>
    Full,

    /// <summary>
    /// Transcripts instead of video and audio; pictures as <c>media/x.light.jpg</c> if that exists next to
    /// <c>media/x.jpg</c>.
    /// </summary>
    Light,

    /// <summary>Text alternatives instead of all media. Files for download remain.</summary>
    Text,
}

/// <summary>Maximum size of a zip in bytes, for each package size; null for no limit.</summary>
internal sealed record SizeBudgets(Located<long>? Full = null, Located<long>? Light = null, Located<long>? Text = null)
{
    /// <summary>Returns the limit for a package size; null for none.</summary>
    public Located<long>? Of(PackageSize size) =>
        size switch
        {
            PackageSize.Full => Full,
            PackageSize.Light => Light,
            _ => Text,
        };
}
