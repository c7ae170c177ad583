using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>
/// File names of one language in a package: <c>print.html</c>, or <c>print-en.html</c> for a further language.
/// </summary>
/// <param name="Suffix">Empty for the language that the package opens in.</param>
internal sealed record FileNames(string Suffix)
{
    public static FileNames Main { get; } = new("");

    public static FileNames ForLanguage(string language) => new("-" + language.ToLowerInvariant());

    /// <summary>The start of the names of tools.</summary>
    public string Tools => $"tool{Suffix}-";

    /// <summary>Returns the page of a tool.</summary>
    /// <param name="course">The course in this language.</param>
    /// <param name="tool">One of its tools.</param>
    public string ToolPage(Course course, Tool tool) => $"{Tools}{ToolNames.Of(course, tool)}.html";

    /// <summary>Returns the document of a tool, for word processors.</summary>
    /// <param name="course">The course in this language.</param>
    /// <param name="tool">One of its tools.</param>
    public string ToolDocument(Course course, Tool tool) => $"{Tools}{ToolNames.Of(course, tool)}.docx";

    public string Print => $"print{Suffix}.html";

    public string Glossary => $"glossary{Suffix}.html";

    public string Resources => $"resources{Suffix}.html";

    /// <summary>The printable sheet of the country.</summary>
    public string Country => $"country{Suffix}.html";

    public string Search => $"search{Suffix}.js";

    /// <summary>The file with shell and first module of a further language.</summary>
    public string Language => $"language{Suffix}.js";

    public string Of(Module module) => $"module-{module.Id.Value}{Suffix}.js";
}

/// <summary>Names of languages in their own language.</summary>
internal static class LanguageNames
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["ar"] = "العربية",
        ["bg"] = "Български",
        ["cs"] = "Čeština",
        ["da"] = "Dansk",
        ["de"] = "Deutsch",
        ["el"] = "Ελληνικά",
        ["en"] = "English",
        ["es"] = "Español",
        ["et"] = "Eesti",
        ["fi"] = "Suomi",
        ["fr"] = "Français",
        ["ga"] = "Gaeilge",
        ["hr"] = "Hrvatski",
        ["hu"] = "Magyar",
        ["it"] = "Italiano",
        ["lt"] = "Lietuvių",
        ["lv"] = "Latviešu",
        ["mt"] = "Malti",
        ["nl"] = "Nederlands",
        ["pl"] = "Polski",
        ["pt"] = "Português",
        ["ro"] = "Română",
        ["sk"] = "Slovenčina",
        ["sl"] = "Slovenščina",
        ["sv"] = "Svenska",
        ["tr"] = "Türkçe",
        ["uk"] = "Українська",
    };

    /// <summary>Returns the name of a language; the tag itself when the table has none.</summary>
    public static string Of(string language) =>
        Names.GetValueOrDefault(language) ?? Names.GetValueOrDefault(language.Split('-')[0]) ?? language;
}
