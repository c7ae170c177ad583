using Protect.Scorm.Diagnostics;
using static Protect.Scorm.Diagnostics.Severity;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>
/// Table of reasons not to open a zip: it would harm the computer that unpacks it, or readers differ on its content.
/// </summary>
internal static class ZipRules
{
    public static readonly DiagnosticRule Unreadable = new("zip-unreadable", Error,
        "This zip cannot be read: {0}", "Make the package again, and copy it in binary mode and completely.");

    public static readonly DiagnosticRule Encrypted = new("zip-encrypted", Error,
        "“{0}” is encrypted.", "Zip the package without a password; an LMS cannot ask for one.");

    public static readonly DiagnosticRule OutsidePath = new("zip-outside-path", Error,
        "“{0}” leads out of the folder it is unpacked into.", "Zip the content of the course's folder, with names that begin in it.");

    public static readonly DiagnosticRule Backslash = new("zip-backslash", Error,
        "“{0}” has a backslash, which many LMSs treat as part of the name.", "Zip with a tool that writes “/” between folders.");

    public static readonly DiagnosticRule SpecialEntry = new("zip-special-entry", Error,
        "“{0}” is a link or a device, not a file.", "Put the file itself into the package.");

    public static readonly DiagnosticRule SameName = new("zip-same-name", Error,
        "“{0}” and “{1}” are the same file on some systems.", "Keep one of them.");

    public static readonly DiagnosticRule TooMany = new("zip-too-many-entries", Error,
        "The zip has {0} entries; at most {1} are allowed.", "Split the course, or take out what it does not need.");

    public static readonly DiagnosticRule TooLarge = new("zip-too-large", Error,
        "“{0}” would unpack to more than {1} MB.", "Take the large file out, or link to where it is played.");

    public static readonly DiagnosticRule Bomb = new("zip-bomb", Error,
        "“{0}” unpacks to {1} times its size, as zip bombs do.", "Make the package again from its sources.");

    public static readonly DiagnosticRule WrongSize = new("zip-wrong-size", Error,
        "“{0}” differs from its description in the zip: {1}", "Make the package again, and copy it in binary mode and completely.");

    public static readonly IReadOnlyList<DiagnosticRule> All = [Unreadable, Encrypted, OutsidePath, Backslash, SpecialEntry, SameName, TooMany, TooLarge, Bomb, WrongSize];
}
