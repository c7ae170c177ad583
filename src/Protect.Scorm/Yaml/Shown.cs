namespace Protect.Scorm.Yaml;

/// <summary>Form in which a template sees a value.</summary>
internal enum Shown
{
    /// <summary>Text, escaped where it is printed.</summary>
    Text,

    /// <summary>Finished HTML, such as the author's Markdown or the output of another template.</summary>
    Html,

    Number,

    /// <summary>True or false.</summary>
    Flag,

    List,

    /// <summary>Names below a name: <c>page.title</c>.</summary>
    Group,
}
