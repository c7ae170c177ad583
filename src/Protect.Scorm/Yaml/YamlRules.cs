using Protect.Scorm.Diagnostics;
using static Protect.Scorm.Diagnostics.Severity;

namespace Protect.Scorm.Yaml;

/// <summary>Diagnostics about YAML files and the types of values.</summary>
internal static class YamlRules
{
    public static readonly DiagnosticRule NotUtf8 = new("not-utf8", Error,
        "This file is not UTF-8 text: byte {0} cannot be read.", "Save it again with the encoding UTF-8.");

    public static readonly DiagnosticRule FileTooLarge = new("file-too-large", Error,
        "This file is {0} MB; a YAML file of a course may have up to {1} MB.", "Split it into several modules, and keep pictures and videos in media/.");

    public static readonly DiagnosticRule Syntax = new("yaml-syntax", Error,
        "This line cannot be read. {0}", "{1}");

    public static readonly DiagnosticRule Unclosed = new("yaml-unclosed", Error,
        "This “{0}” is never closed.", "Add the matching “{1}”, or put the whole text in quotation marks if the “{0}” is part of it.{2}");

    public static readonly DiagnosticRule Tab = new("yaml-tab", Error,
        "This line is indented with a tab.", "YAML is indented with spaces: replace the tab by two spaces.");

    public static readonly DiagnosticRule DuplicateKey = new("duplicate-key", Error,
        "“{0}” is written twice here; it was first on line {1}.", "Keep one of the two.");

    public static readonly DiagnosticRule Alias = new("yaml-alias", Error,
        "This text starts with “*”, which is not read as text here.", "Put the whole text in quotation marks{0}.");

    public static readonly DiagnosticRule Tag = new("yaml-tag", Error,
        "This text starts with “!”, which is not read as text here.", "Put the whole text in quotation marks{0}.");

    public static readonly DiagnosticRule TooDeep = new("yaml-too-deep", Error,
        "This is nested more than {0} levels deep.", "Check the indentation: a course needs about eight levels.");

    public static readonly DiagnosticRule SeveralDocuments = new("yaml-several-documents", Error,
        "A second document starts here (“---”); a file holds one.", "Move what follows into a file of its own.");

    public static readonly DiagnosticRule ComplexKey = new("yaml-complex-key", Error,
        "This line cannot be read. {0}", "{1}");

    public static readonly DiagnosticRule EmptyFile = new("empty-file", Error,
        "This file is empty.", "Start from the example in courses/hello, or remove the file.");

    public static readonly DiagnosticRule UnknownField = new("unknown-field", Error,
        "{0} has no field “{1}”.{2}", "Known fields: {3}.");

    public static readonly DiagnosticRule LostAfterHash = new("lost-after-hash", Warning,
        "“{0}” is lost: “#” after a space starts a comment.", "Put the whole text in quotation marks; write a comment on a line of its own.{1}");

    public static readonly DiagnosticRule JoinedLines = new("joined-lines", Error,
        "This line is joined to the one before it, as one text: “{0}”.", "Indent it like the line that it belongs to, or start it with “- ”. For a list in a text, write “|” after the name of the field, and the text below it.");

    public static readonly DiagnosticRule JoinedParagraphs = new("joined-paragraphs", Warning,
        "The empty line does not start a new paragraph here: the texts before and after it are joined.", "Write “|” after the name of the field, and the text below it.");

    public static readonly DiagnosticRule Escape = new("escape-in-text", Warning,
        "“{0}” in double quotation marks is not read as text: it becomes a special character.", "Put the text in single quotation marks ('…'), or write each backslash twice.");

    public static readonly DiagnosticRule MissingField = new("missing-field", Error,
        "{0} needs “{1}”{3}: {2}", "{4}");

    public static readonly DiagnosticRule WrongType = new("wrong-type", Error,
        "“{0}” should be {1}, but is {2}.", "{3}");

    public static readonly DiagnosticRule UnknownValue = new("unknown-value", Error,
        "“{0}” is not a value of “{1}”.{2}", "Write one of: {3}.");

    public static readonly DiagnosticRule OutOfRange = new("out-of-range", Error,
        "“{0}” is {1}; it must be between {2} and {3}.", "Choose a number between {2} and {3}.");

    public static readonly DiagnosticRule TooLong = new("too-long", Error,
        "“{0}” has {1} characters; {2} fit.", "Shorten it to {2} characters: LMSs cut or refuse what is longer.");

    public static readonly DiagnosticRule MalformedId = new("malformed-id", Error,
        "“{0}” cannot be an id.{3}", "Use small letters a-z, digits and hyphens, starting with a letter, at most {1} characters: for example “{2}”.");

    public static readonly IReadOnlyList<DiagnosticRule> All =
    [
        NotUtf8, FileTooLarge, Syntax, Unclosed, Tab, DuplicateKey, Alias, Tag, TooDeep, SeveralDocuments, ComplexKey, EmptyFile,
        UnknownField, LostAfterHash, JoinedLines, JoinedParagraphs, Escape, MissingField, WrongType, UnknownValue, OutOfRange, TooLong, MalformedId,
    ];
}
