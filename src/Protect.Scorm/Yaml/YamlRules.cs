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
        "This is not valid YAML: {0}", "Look at the indentation, the colons and the quotation marks here and on the line before.");

    public static readonly DiagnosticRule Unclosed = new("yaml-unclosed", Error,
        "This “{0}” is never closed.", "Add the matching “{1}”, or put the text in quotation marks if the bracket is part of it.");

    public static readonly DiagnosticRule Tab = new("yaml-tab", Error,
        "This line is indented with a tab.", "YAML is indented with spaces: replace the tab by two spaces.");

    public static readonly DiagnosticRule DuplicateKey = new("duplicate-key", Error,
        "“{0}” is written twice here; it was first on line {1}.", "Keep one of the two.");

    public static readonly DiagnosticRule Alias = new("yaml-alias", Error,
        "“*{0}” repeats another part of the file; courses do not use YAML aliases.", "Write the text out here.");

    public static readonly DiagnosticRule Tag = new("yaml-tag", Error,
        "“{0}” is a YAML tag; courses do not use them.", "Remove the tag.");

    public static readonly DiagnosticRule TooDeep = new("yaml-too-deep", Error,
        "This is nested more than {0} levels deep.", "Check the indentation: a course needs about eight levels.");

    public static readonly DiagnosticRule SeveralDocuments = new("yaml-several-documents", Error,
        "A second document starts here (“---”); a file holds one.", "Move what follows into a file of its own.");

    public static readonly DiagnosticRule ComplexKey = new("yaml-complex-key", Error,
        "The name of a field must be a plain word.", "Write it as “name: value”.");

    public static readonly DiagnosticRule EmptyFile = new("empty-file", Error,
        "This file is empty.", "Start from the example in courses/hello, or remove the file.");

    public static readonly DiagnosticRule UnknownField = new("unknown-field", Error,
        "{0} has no field “{1}”.{2}", "Known fields: {3}.");

    public static readonly DiagnosticRule MissingField = new("missing-field", Error,
        "{0} needs “{1}”: {2}", "Add a line “{1}: …” here.");

    public static readonly DiagnosticRule WrongType = new("wrong-type", Error,
        "“{0}” should be {1}, but is {2}.", "Write {1}.");

    public static readonly DiagnosticRule UnknownValue = new("unknown-value", Error,
        "“{0}” is not a value of “{1}”.{2}", "Write one of: {3}.");

    public static readonly DiagnosticRule OutOfRange = new("out-of-range", Error,
        "“{0}” is {1}; it must be between {2} and {3}.", "Choose a number between {2} and {3}.");

    public static readonly DiagnosticRule TooLong = new("too-long", Error,
        "“{0}” has {1} characters; {2} fit.", "Shorten it to {2} characters: LMSs cut or refuse what is longer.");

    public static readonly DiagnosticRule MalformedId = new("malformed-id", Error,
        "“{0}” cannot be an id.", "Use small letters a-z, digits and hyphens, starting with a letter, at most {1} characters: for example “{2}”.");

    public static readonly IReadOnlyList<DiagnosticRule> All =
    [
        NotUtf8, FileTooLarge, Syntax, Unclosed, Tab, DuplicateKey, Alias, Tag, TooDeep, SeveralDocuments, ComplexKey, EmptyFile,
        UnknownField, MissingField, WrongType, UnknownValue, OutOfRange, TooLong, MalformedId,
    ];
}
