using System.Text.Json.Serialization;

namespace Protect.Scorm.Inspecting.Scanning;

/// <summary>How a file refers to another one.</summary>
internal enum ReferenceKind
{
    /// <summary>Link that a learner follows.</summary>
    Link,

    /// <summary>Picture, font or video; the page works without it.</summary>
    Loads,

    /// <summary>Target of a form or a ping.</summary>
    Sends,

    Script,

    /// <summary>
    /// Module imported by another one; without it neither runs (HTML, fetching a module script graph).
    /// </summary>
    Import,

    Style,

    /// <summary>Page inside the page, or one that replaces it.</summary>
    Frame,

    /// <summary>Connection that the browser prepares; nothing is loaded over it.</summary>
    Connects,
}

/// <param name="Address">Address with entities decoded; at most ContentNotes.MostAddress characters.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column from 1, in UTF-16 units.</param>
/// <param name="From">Element, property or function with the reference.</param>
internal sealed record Reference(ReferenceKind Kind, string Address, int Line, int Column, string From);

internal enum TraitKind
{
    /// <summary>Text run as a script: eval, new Function, or a timer with text.</summary>
    Eval,

    InlineScript,

    InlineHandler,

    InlineStyle,

    /// <summary>Link with a javascript: address.</summary>
    ScriptLink,

    UnloadHandler,

    /// <summary>Dialog or synchronous request while the page is being left.</summary>
    BlockedLeaving,

    /// <summary>Script that redirects or closes the window of the LMS.</summary>
    TopWindow,

    Cookie,

    DocumentDomain,

    ServiceWorker,

    Plugin,

    /// <summary>Address of type data: with more than <see cref="ContentNotes.LargeData"/> characters.</summary>
    LargeData,

    /// <summary>Text that looks like a password or a private key.</summary>
    Secret,

    /// <summary>Script that uses the document of the page around its own.</summary>
    OuterDocument,
}

internal sealed record Trait(TraitKind Kind, string Words, int Line, int Column);

/// <summary>Signs in a script of its communication with an LMS, and of limits to such a scan.</summary>
[Flags]
internal enum ScriptUse
{
    None = 0,

    /// <summary>Names of functions or elements of SCORM 1.2.</summary>
    Api12 = 1,

    /// <summary>Names of the object or elements of SCORM 2004.</summary>
    Api2004 = 2,

    /// <summary>Member called API, or the name of a known wrapper.</summary>
    Wrapper = 4,

    Score = 8,
    Verdict = 16,
    Completed = 32,

    /// <summary>The script creates other scripts at run time.</summary>
    WritesScripts = 64,

    /// <summary>Lines as long as a minifier writes them; names may be lost.</summary>
    Minified = 128,

    /// <summary>The script could not be read to its end.</summary>
    Unreadable = 256,

    CannotTell = WritesScripts | Minified | Unreadable,
}

/// <summary>Encoding of a text, judged by its bytes.</summary>
internal enum TextForm
{
    Utf8,
    MarkedUtf8,
    Utf16,

    /// <summary>UTF-16 without a byte-order mark.</summary>
    BareUtf16,

    /// <summary>Not UTF-8: a code page that the bytes alone do not reveal.</summary>
    Other,

    /// <summary>Not text.</summary>
    Binary,
}

/// <summary>Declarations of a page about itself.</summary>
/// <param name="IsPage">True for a complete page, false for a fragment.</param>
/// <param name="Charset">Character set in lower case; null when none is declared.</param>
/// <param name="Base">Address of its base element; empty for none.</param>
internal sealed record PageHead(
    bool IsPage,
    bool HasDoctype,
    string? Charset,
    bool HasLanguage,
    bool HasTitle,
    string Base
);

/// <summary>References and traits of one file of web content, found without running it.</summary>
/// <param name="Mentions">Names of scripts and pages that occur as strings in its scripts.</param>
/// <param name="HasMore">True when more addresses were found than are kept.</param>
/// <param name="Page">Head of the page; null for a file that is not HTML.</param>
internal sealed record ContentScan(
    IReadOnlyList<Reference> References,
    IReadOnlyList<Trait> Traits,
    ScriptUse Uses,
    IReadOnlyList<string> Mentions,
    bool HasMore,
    PageHead? Page,
    TextForm Form
)
{
    /// <summary>Approximate memory use, as a number of items.</summary>
    [JsonIgnore]
    public int Weight => References.Count + Traits.Count + Mentions.Count + 1;
}
