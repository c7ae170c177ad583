using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Model;

/// <summary>One source, three weights. Pages, questions, ids and what is kept of a learner are the same in each, so that one may take the place of another.</summary>
public enum PackageSize
{
    /// <summary>Everything.</summary>
    Full,

    /// <summary>Films and sounds as their transcripts; pictures as <c>media/x.light.jpg</c> where the author keeps one beside <c>media/x.jpg</c>.</summary>
    Light,

    /// <summary>Pictures too as what they say; no media at all, but files to keep.</summary>
    Text,
}

/// <summary>What a package of each size may weigh, in bytes; null where nothing is said.</summary>
internal sealed record SizeBudgets(Located<long>? Full = null, Located<long>? Light = null, Located<long>? Text = null)
{
    /// <summary>The budget of one size; null for none.</summary>
    public Located<long>? Of(PackageSize size) =>
        size switch
        {
            PackageSize.Full => Full,
            PackageSize.Light => Light,
            _ => Text,
        };
}
