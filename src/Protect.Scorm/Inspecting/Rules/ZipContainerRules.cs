using static Protect.Scorm.Diagnostics.Severity;
using static Protect.Scorm.Inspecting.Rules.RuleSource;

namespace Protect.Scorm.Inspecting.Rules;

/// <summary>Table of rules Z: the zip as a file.</summary>
internal static class ZipContainerRules
{
    private const string Pif = "CAM 1.2, package interchange file; PKZIP 2.04g";

    public static readonly PackageRule
        Unreadable = new("Z01", Error, Standard, Pif, "The file opens as one zip, and its directory agrees with its data.",
            "The zip is not valid: {0}", "Make the package again, and copy it in binary mode and completely."),
        NoManifest = new("Z02", Error, Standard, Pif, "imsmanifest.xml is at the root of the zip.",
            "There is no imsmanifest.xml at the root of the zip{0}.", "Export the course as a SCORM package again; this zip is not one."),
        ManifestCase = new("Z03", Error, Standard, Pif + "; code of Moodle", "The manifest is called imsmanifest.xml, in lower case.",
            "The manifest is called “{0}”; LMSs look for “imsmanifest.xml”.", "Rename it, in lower case, and zip again."),
        Nested = new("Z04", Error, Practice, "seen on Moodle; TalentLMS's documentation", "The manifest is not in a folder of the zip.",
            "The package is in the folder “{0}” of the zip, so an LMS does not find it.", "Zip the content of the folder “{0}”, not the folder itself."),
        Method = new("Z05", Error, Standard, "PKZIP 2.04g", "Files are stored or deflated, nothing else.",
            "“{0}” is compressed with {1}, which many LMSs cannot unpack.", "Zip again with the ordinary method (deflate)."),
        Zip64 = new("Z06", Error, Standard, "PKZIP 2.04g; cmi5 allows it", "The zip has no 64-bit records.",
            "The zip uses 64-bit records{0}, which SCORM's zip format does not have.", "Zip again with another tool, or without streaming; below 4 GB none are needed."),
        Encrypted = new("Z07", Error, Standard, "PKZIP 2.04g", "No file is encrypted.",
            "“{0}” is encrypted.", "Zip the package without a password; an LMS cannot ask for one."),
        Split = new("Z08", Error, Standard, "PKZIP 2.04g", "The zip is one file, not one of several parts.",
            "The zip is one part of several.", "Zip again into one file."),
        Backslash = new("Z09", Error, Practice, "APPNOTE 4.4.17", "Names of files have “/” between folders.",
            "“{0}” has a backslash, which many LMSs treat as part of the name.", "Zip the package with a tool that writes “/” between folders."),
        Outside = new("Z10", Error, Practice, "safety: path traversal", "No name leads out of the folder the zip is unpacked into.",
            "“{0}” leads out of the folder it is unpacked into, or is not a possible path of a file.", "Do not upload this package. Make it again, with names that begin in the folder of the course."),
        Special = new("Z11", Error, Practice, "safety: links", "The zip contains only files and folders.",
            "“{0}” is a link or a device, not a file.", "Put the file itself into the package."),
        Bomb = new("Z12", Error, Practice, "safety: limits of this tool", "The zip unpacks to at most 2 GB and 20,000 files, and no file of more than 10 MB to 100 times its packed size.",
            "{0}", "Do not upload this package before you know why. A real course can be split, or can leave out its large files."),
        SameName = new("Z13", Error, Practice, "extractors differ in which one stays", "No name is used twice.",
            "“{0}” is in the zip twice; it depends on the LMS which of them a learner sees.", "Keep one of them."),
        SameOnSome = new("Z14", Error, Practice, "Windows and macOS servers; ADL's rules for SCORM 2004", "No two names differ only in upper and lower case, or in the encoding of an accent.",
            "“{0}” and “{1}” are the same file on some servers.", "Rename one of them, also where it is referred to."),
        NotAscii = new("Z15", Warning, Practice, "extractors of LMSs", "Names are ASCII, or are UTF-8 and marked as such.",
            "The name “{0}” has letters beyond ASCII{1}, and some LMSs will not find the file.", "Rename the file with a-z, 0-9, “-”, “_” and “.”."),
        Letters = new("Z16", Warning, Practice, "SAP SuccessFactors's documentation; addresses of web servers", "Names are made of A-Z, a-z, 0-9, “.”, “_”, “-” and “/”.",
            "{0} [name has|names have] blanks, or characters with a meaning in addresses: {1}.", "Rename [the file|the files] with a-z, 0-9, “-”, “_” and “.”."),
        Reserved = new("Z17", Warning, Practice, "Windows: reserved names", "No name is reserved for devices by Windows, and none ends with a dot or a blank.",
            "“{0}” cannot be written by a server on Windows.", "Rename the file, also where other files refer to it."),
        LongPath = new("Z18", Warning, Practice, "Windows: 260 characters with the server's own folder", "Paths have at most 180 characters, 100 in one part, 10 folders.",
            "{0} [name is|names are] so long, or in so many folders, that some servers cannot unpack [it|them]: {1}.", "Use shorter names and fewer folders."),
        Junk = new("Z19", Warning, Practice, "ADL: excess baggage", "The zip contains no leftovers of operating systems and editors.",
            "The zip contains {0} [leftover|leftovers] of an operating system or an editor: {1}.", "Leave [this file|these files] out when you zip the package."),
        Hidden = new("Z20", Warning, Practice, "Docebo's documentation", "No file or folder begins with a dot.",
            "The name “{0}” begins with a dot; some LMSs refuse a package that has such a name.", "Leave the file out, or rename it."),
        Script = new("Z21", Error, Practice, "Docebo's documentation; safety", "No file is a program for a server.", // a warning for programs that no web server runs by itself
            "“{0}” is a program for a server or a computer, which a course in a browser cannot use; some LMSs refuse the package for it.", "Leave the file out."),
        Archive = new("Z22", Warning, Practice, "Tovuti's documentation", "No archives and no packed files are inside.",
            "The zip contains {0} [archive or packed file|archives or packed files], for which some LMSs refuse a package: {1}.", "Leave [it|them] out, or put [its|their] content into the package."),
        Large = new("Z23", Note, Practice, "limits for uploads", "The zip has at most 50 MB, and never more than 200 MB.",
            "The zip has {0} MB. Largest: {1}.", "Ask the people who run the LMS whether it accepts uploads of this size, or make videos and pictures smaller."),
        Empty = new("Z24", Note, Practice, "broken exports", "Files are not empty.",
            "{0} [file is|files are] empty: {1}.", "Check that the export was complete."),
        Clock = new("Z25", Note, Practice, "repeatable packages", "The times of files are between 1980 and now.",
            "{0} [file has a time that is|files have times that are] invalid, or in the future: {1}.", "Set the clock of the computer that makes packages. Learners notice nothing."),
        Around = new("Z26", Warning, Standard, Pif, "Nothing precedes or follows the zip in its file.",
            "{0} [byte {1}s|bytes {1}] the zip. Readers of zips skip [it|them], but a file that was copied badly can look like this.", "Make the package again, and copy it in binary mode and completely."),
        ZipInZip = new("Z27", Error, Practice, "importers do not open a zip inside a zip", "The package is the zip itself, not a zip inside another zip.",
            "The file is a zip around {0}; an LMS does not look inside.", "Upload {0} itself.");

    public static readonly IReadOnlyList<PackageRule> All =
    [
        Unreadable, NoManifest, ManifestCase, Nested, Method, Zip64, Encrypted, Split, Backslash, Outside, Special, Bomb, SameName, SameOnSome, NotAscii, Letters, Reserved,
        LongPath, Junk, Hidden, Script, Archive, Large, Empty, Clock, Around, ZipInZip,
    ];
}
