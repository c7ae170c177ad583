using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Model;

/// <summary>A picture in a part of a question.</summary>
internal sealed record Picture(AssetRef Src, Located<string>? Alt, bool IsDecorative)
{
    /// <summary>The largest height; null for that of its place.</summary>
    public Located<PictureHeight>? Size { get; init; }

    public Located<string>? Credit { get; init; }
}

/// <summary>The largest height at which a picture of a question is shown.</summary>
internal enum PictureHeight
{
    Small,
    Medium,
    Large,
}
