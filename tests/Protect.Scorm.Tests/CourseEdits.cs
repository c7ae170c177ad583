using System.Text;

namespace Protect.Scorm.Tests;

/// <summary>A course under work: a sequence of valid and broken edits, the same for each seed.</summary>
internal sealed class CourseEdits(string course, int seed)
{
    private readonly Random _random = new(seed);
    private readonly string _folder = Repository.At("courses", course);

    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>The course as in the repository.</summary>
    public CourseEdits Start()
    {
        Files.Clear();
        foreach (string file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
            Files[Path.GetRelativePath(_folder, file).Replace('\\', '/')] = File.ReadAllBytes(file);
        foreach (string bank in Directory.EnumerateFiles(Repository.At("courses", "banks"), "*.yaml"))
            Files[$"banks/{Path.GetFileName(bank)}"] = File.ReadAllBytes(bank);
        return this;
    }

    /// <summary>Changes one or more files and returns a description of the edit.</summary>
    public string Next()
    {
        string[] modules =
        [
            .. Files
                .Keys.Where(name => name.StartsWith("modules/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        string module = modules[_random.Next(modules.Length)];
        switch (_random.Next(10))
        {
            case 0:
                return Replace("course.yaml", "title: ", $"title: {_random.Next(100)} ");
            case 1:
                return Replace(module, "    title: ", $"    title: {_random.Next(100)} ");
            case 2:
                return Replace(module, "- text: ", $"- text: {_random.Next(100)} ");
            case 3:
                return Replace(
                    module,
                    "blocks:\n",
                    "blocks:\n      - {type: text, body: \"One more, with a [link](page:welcome) and *weight*.\"}\n"
                );
            case 4:
                return Replace(module, "feedback: ", "feedbak: ");
            case 5:
                return Whole(module);
            case 6:
                return Media();
            case 7:
                return Theme();
            case 8:
                return Replace(module, "\n  - id: ", $"\n  - id: x{_random.Next(100)}-");
            default:
                return Whole("course.yaml");
        }
    }

    /// <summary>Restores the course of the repository.</summary>
    private string Whole(string name)
    {
        Files[name] = File.ReadAllBytes(Path.Combine(_folder, name));
        return $"{name} as it was";
    }

    private string Replace(string name, string old, string by)
    {
        string text = Encoding.UTF8.GetString(Files[name]);
        int[] places =
        [
            .. Enumerable.Range(0, text.Length).Where(at => string.CompareOrdinal(text, at, old, 0, old.Length) == 0),
        ];
        if (places.Length == 0)
            return "nothing";
        int place = places[_random.Next(places.Length)];
        Files[name] = Encoding.UTF8.GetBytes(text[..place] + by + text[(place + old.Length)..]);
        return $"{name} {place}: {by}";
    }

    private string Media()
    {
        string[] media =
        [
            .. Files
                .Keys.Where(name => name.StartsWith("media/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        string name = media[_random.Next(media.Length)];
        if (_random.Next(2) == 0 && name.EndsWith(".svg", StringComparison.Ordinal))
            return Replace(name, "viewBox=\"0 0 ", $"viewBox=\"0 0 {_random.Next(1, 9)}");
        if (!Files.Remove($"media/more-{name[6..]}"))
            Files[$"media/more-{name[6..]}"] = Files[name];
        return $"another {name}";
    }

    private string Theme()
    {
        const string name = "own/blocks/text.html";
        if (!Files.Remove(name))
            Files[name] = Encoding.UTF8.GetBytes($"<p class=\"n{_random.Next(100)}\"></p>{{{{ block.body }}}}\n");
        string text = Encoding.UTF8.GetString(Files["course.yaml"]);
        if (!text.Contains("\ntheme: own", StringComparison.Ordinal))
            Files["course.yaml"] = Encoding.UTF8.GetBytes(text + "\ntheme: own\n");
        return "the theme of the course";
    }
}
