using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Translating;

namespace Protect.Scorm;

/// <summary>How to compile. Everything that is not here comes from the course.</summary>
public sealed record CompileOptions
{
    /// <summary>A folder whose files replace those of the course's and the built-in theme one by one; null for none.</summary>
    public SourceFolder? Theme { get; init; }

    /// <summary>The id of an <see cref="Targets.LmsTarget"/> that stands for the course's own <c>tracking.lms</c>; null leaves it.</summary>
    public string? Lms { get; init; }

    /// <summary>The language of the package, BCP 47: one with a file in <c>languages/</c>, or one of <see cref="PseudoLanguage.All"/>; null for the language of the source.</summary>
    public string? Language { get; init; }

    /// <summary>The id of an edition of the course; null for the whole.</summary>
    public string? Edition { get; init; }

    /// <summary>How much goes in: films and pictures, or the words that stand for them.</summary>
    public PackageSize Size { get; init; }

    /// <summary>More languages in the same package, which learners can change to; their answers stay.</summary>
    public IReadOnlyList<string> MoreLanguages { get; init; } = [];

    /// <summary>Percent needed to pass, within the course's <c>tracking.pass_mark_range</c>; null for the course's own.</summary>
    public int? PassMark { get; init; }

    /// <summary>The country of the package, ISO 3166-1 alpha-2: one with a file in <c>countries/</c>; null for none.</summary>
    public string? Country { get; init; }

    /// <summary>The file of the organisation that gives the course, and the folder it stands in; null for none.</summary>
    public (SourceFolder Folder, string File)? Organisation { get; init; }

    /// <summary>For a release: today. Then a country must have every needed slot, each checked and not too long ago. Null for an ordinary build, which marks what is a draft.</summary>
    public DateOnly? ReleaseDay { get; init; }

    /// <summary>True where the files of the package are enough: no zip is written, and nothing beside it. The guide is not looked at.</summary>
    public bool FilesOnly { get; init; }

    /// <summary>Where what was made is kept for the next compilation of the same course; null to make everything anew and keep nothing.</summary>
    public CompileMemory? Memory { get; init; }

    /// <summary>Where rendered modules are kept without a <see cref="Memory"/>; null for nowhere.</summary>
    internal IModuleStore? Modules { get; init; }

    /// <summary>What to print beside the package.</summary>
    public IReadOnlyList<Rendering.Booklet> Booklets { get; init; } = [];

    /// <summary>How far each text must be. With <see cref="TranslationState.New"/> texts without translation are shown in the language of the source, and marked.</summary>
    public TranslationState Require { get; init; } = TranslationState.Translated;
}
