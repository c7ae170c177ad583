namespace Protect.Scorm.Inspecting;

/// <summary>How a file asks for another one.</summary>
internal enum ReferenceKind
{
    /// <summary>A learner follows it.</summary>
    Link,

    /// <summary>A picture, a font, a film: the page shows without it.</summary>
    Loads,

    /// <summary>A form or a ping goes there.</summary>
    Sends,

    Script,

    /// <summary>A module that another one imports: when it is missing, neither runs (HTML, fetching a module script graph).</summary>
    Import,

    Style,

    /// <summary>A page inside the page, or instead of it.</summary>
    Frame,
}

/// <param name="Address">As it is written, entities decoded; at most ContentNotes.MostAddress characters.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
/// <param name="From">The element, property or function that asks.</param>
internal sealed record Reference(ReferenceKind Kind, string Address, int Line, int Column, string From);

internal enum TraitKind
{
    /// <summary>Text is run as a program: eval, new Function, a timer with text.</summary>
    Eval,

    InlineScript,

    InlineHandler,

    InlineStyle,

    /// <summary>A link that is a program.</summary>
    ScriptLink,

    UnloadHandler,

    /// <summary>A dialog, or a request that is waited for, while the page goes away.</summary>
    BlockedLeaving,

    /// <summary>The window of the LMS is moved or closed.</summary>
    TopWindow,

    Cookie,

    DocumentDomain,

    ServiceWorker,

    Plugin,

    /// <summary>A data: address of more than <see cref="ContentNotes.LargeData"/> characters.</summary>
    LargeData,

    /// <summary>What looks like a password or a private key.</summary>
    Secret,
}

internal sealed record Trait(TraitKind Kind, string Words, int Line, int Column);

/// <summary>What the words of a script tell of its talk with an LMS, and how far they can be believed.</summary>
[Flags]
internal enum ScriptUse
{
    None = 0,

    /// <summary>Functions or elements of SCORM 1.2 by name.</summary>
    Api12 = 1,

    /// <summary>The object or elements of SCORM 2004 by name.</summary>
    Api2004 = 2,

    /// <summary>A member called API, or a wrapper known by name.</summary>
    Wrapper = 4,

    Score = 8,
    Verdict = 16,
    Completed = 32,

    /// <summary>It makes scripts that nobody can see before they run.</summary>
    WritesScripts = 64,

    /// <summary>Lines so long that a program made it; names may be gone.</summary>
    Minified = 128,

    /// <summary>It could not be read to its end.</summary>
    Unreadable = 256,

    CannotTell = WritesScripts | Minified | Unreadable,
}

/// <summary>In which encoding a text is, by its bytes.</summary>
internal enum TextForm
{
    Utf8,
    MarkedUtf8,
    Utf16,

    /// <summary>UTF-16 without a mark.</summary>
    BareUtf16,

    /// <summary>No UTF-8: a code page that nobody can tell by the bytes alone.</summary>
    Other,

    /// <summary>No text at all.</summary>
    Binary,
}

/// <summary>What a page says of itself.</summary>
/// <param name="IsPage">It has the parts of a page and is not a piece of one.</param>
/// <param name="Charset">Lower case; null when it names none.</param>
/// <param name="Base">The address of its base; empty for none.</param>
internal sealed record PageHead(
    bool IsPage,
    bool HasDoctype,
    string? Charset,
    bool HasLanguage,
    bool HasTitle,
    string Base
);

/// <summary>What one file of web content asks for and does, found without running it.</summary>
/// <param name="Mentions">Names of scripts and pages that stand as text in its programs.</param>
/// <param name="HasMore">More addresses were found than are kept.</param>
/// <param name="Page">Null for what is no HTML.</param>
internal sealed record ContentScan(
    IReadOnlyList<Reference> References,
    IReadOnlyList<Trait> Traits,
    ScriptUse Uses,
    IReadOnlySet<string> Mentions,
    bool HasMore,
    PageHead? Page,
    TextForm Form
)
{
    /// <summary>How much memory it takes, roughly, in things kept.</summary>
    public int Weight => References.Count + Traits.Count + Mentions.Count + 1;
}
