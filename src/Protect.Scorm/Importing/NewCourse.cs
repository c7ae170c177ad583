using System.Text;
using Protect.Scorm.Reading;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Importing;

/// <summary>Writes the files of a new course for a draft.</summary>
internal static class NewCourse
{
    /// <summary>Returns the files by path, without the manifest of the import.</summary>
    /// <param name="draft">The draft, with ids.</param>
    /// <param name="id">The id of the course.</param>
    /// <param name="source">The name of the file or folder that was imported.</param>
    /// <param name="language">The language that a person chose; null for that of the source.</param>
    public static Dictionary<string, string> Files(DraftCourse draft, string id, string source, string? language)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["course.yaml"] = Course(draft, id, source, language),
            ["course.schema.json"] = CourseSchema.Write(),
        };
        foreach (DraftModule module in draft.Modules)
            files[$"modules/{module.Id}.yaml"] = DraftYaml.Module(module);
        return files;
    }

    private static string Course(DraftCourse draft, string id, string source, string? language)
    {
        string name = DraftCheck.Title(source, id);
        var yaml = new StringBuilder("# yaml-language-server: $schema=course.schema.json\n");
        yaml.Append($"id: {id}\nversion: 0.1.0\n");
        if (language is null && draft.Language is null)
            yaml.Append("# decide: the source names no language\n");
        yaml.Append($"language: {language ?? draft.Language ?? "en"}\n");
        yaml.Append($"title: {YamlText.Line(DraftCheck.Title(draft.Title ?? name, id))}\n");
        if (draft.Description is null)
            yaml.Append("# decide: one plain paragraph about the course, for catalogues\n");
        yaml.Append(
            $"description: {YamlText.Line(DraftCheck.Title(draft.Description ?? $"Imported from {name}.", id))}\n"
        );
        if (draft.Licence is null)
            yaml.Append("# decide: the licence of texts and pictures; the source names none\n");
        yaml.Append($"licence: {YamlText.Line(DraftCheck.Title(draft.Licence ?? "Not stated in the source", id))}\n");
        if (draft.Authors.Count == 0)
            yaml.Append("# decide: the authors; the source names none\n");
        yaml.Append("authors:\n");
        foreach (string author in draft.Authors.Count > 0 ? draft.Authors : [$"The authors of {name}"])
            yaml.Append($"  - {YamlText.Line(DraftCheck.Title(author, name))}\n");
        yaml.Append("modules:\n");
        foreach (DraftModule module in draft.Modules)
            yaml.Append($"  - {module.Id}\n");
        return yaml.ToString();
    }
}
