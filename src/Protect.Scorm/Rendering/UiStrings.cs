using Protect.Scorm.Diagnostics;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Rendering;

/// <summary>
/// Texts of the player in one language: <c>page</c> for templates, <c>program</c> for the browser program.
/// </summary>
internal sealed record UiStrings(IReadOnlyDictionary<string, string> Page, IReadOnlyDictionary<string, string> Program)
{
    private const string Reference = "strings/en.yaml";

    /// <summary>
    /// Reads the strings of a language or its base language (pt for pt-BR). Reports it and returns null when there are
    /// none.
    /// </summary>
    public static UiStrings? Read(Theme theme, Located<string> language, DiagnosticBag bag)
    {
        string[] wanted = [language.Value, language.Value.Split('-')[0]];
        if (wanted.FirstOrDefault(tag => theme.Languages.Contains(tag)) is not { } found)
        {
            bag.Add(RenderingRules.NoUiStrings, language.Span, language.Value, string.Join(", ", theme.Languages));
            return null;
        }
        UiStrings? complete = ReadFile(theme, Reference, bag),
            strings = ReadFile(theme, $"strings/{found}.yaml", bag);
        if (complete is null || strings is null)
            return null;
        SourceSpan start = SourceFile
            .WithoutText(theme.FolderOf($"strings/{found}.yaml").Display($"strings/{found}.yaml"))
            .Start;
        ReportMissing("page", PluralForms.Keys(complete.Page.Keys, found).Except(strings.Page.Keys), start, bag);
        ReportMissing(
            "program",
            PluralForms.Keys(complete.Program.Keys, found).Except(strings.Program.Keys),
            start,
            bag
        );
        return strings;
    }

    private static void ReportMissing(string group, IEnumerable<string> keys, SourceSpan place, DiagnosticBag bag)
    {
        string[] missing = [.. keys.Order(StringComparer.Ordinal)];
        if (missing.Length == 0)
            return;
        string named = string.Join(", ", missing.Take(10)) + (missing.Length > 10 ? ", …" : "");
        bag.Add(RenderingRules.MissingString, place, missing.Length, group, named);
    }

    private static UiStrings? ReadFile(Theme theme, string path, DiagnosticBag bag)
    {
        if (theme.Yaml.Read(theme.FolderOf(path), path, bag) is not YamlMap root)
            return null;
        return new UiStrings(Map(root, "page", bag), Map(root, "program", bag));
    }

    private static Dictionary<string, string> Map(YamlMap root, string name, DiagnosticBag bag)
    {
        var strings = new Dictionary<string, string>(StringComparer.Ordinal);
        if (root.Find(name)?.Value is not YamlMap map)
        {
            bag.AddMissingField("A file of strings", root, name, "a group of texts.");
            return strings;
        }
        foreach (YamlEntry entry in map.Entries)
        {
            if (entry.Value is YamlScalar text)
            {
                TextLoss.Check(text, isMarkdown: false, bag);
                strings[entry.Key.Value] = text.Value;
            }
            else
                bag.AddWrongType(entry.Value.Span, entry.Key.Value, "text", entry.Value.Noun);
        }
        return strings;
    }
}
