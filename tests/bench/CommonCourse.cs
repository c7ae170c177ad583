using System.Text;

namespace Protect.Scorm.Bench;

/// <summary>
/// The course of all measurements: 6 modules of 8 pages, 245 words per page, 12 pictures of 1.35 MB together, 18
/// questions in modules and 12 in a final assessment with a pass mark of 80. A scale of n has n times the modules,
/// their pictures and questions. Beyond 50 a module has twice the pages, because a menu of 600 modules would be too
/// large for a first page. The same scale gives the same bytes.
/// </summary>
internal sealed class CommonCourse(int scale)
{
    private const int WordsOfText = 215;

    private static readonly string[] PageTitles =
    [
        "Pourquoi ce module",
        "Regarder d’abord",
        "Les premiers gestes",
        "Les erreurs qui coûtent",
        "Le matériel de l’atelier",
        "Un mercredi à l’atelier",
        "Une sortie le samedi",
        "Ce que l’on retient",
    ];

    /// <summary>The three kinds of question that each module asks, in turn.</summary>
    private static readonly int[][] Asked =
    [
        [0, 1, 2],
        [3, 4, 0],
        [1, 2, 3],
        [0, 4, 2],
        [1, 3, 0],
        [2, 1, 4],
    ];

    private readonly Dice _dice = new(20261125);
    private readonly StringBuilder _yaml = new();

    /// <summary>Number of times that a module repeats its eight pages.</summary>
    private int Rounds => scale > 50 ? 2 : 1;

    public int Modules => 6 * scale / Rounds;

    public int Pages => 8 * 6 * scale;

    public int Pictures => 2 * 6 * scale;

    public int Questions => 3 * 6 * scale + 12;

    /// <summary>Number of words in the pages' texts and lists, counted while they are written.</summary>
    public int Words { get; private set; }

    /// <summary>Writes the folder of the course.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "modules"));
        Directory.CreateDirectory(Path.Combine(folder, "media"));
        for (int module = 0; module < Modules; module++)
            Save(folder, $"modules/{ModuleId(module)}.yaml", () => Module(module));
        Save(folder, "modules/final.yaml", Final);
        Save(folder, "course.yaml", Course);
        for (int picture = 1; picture <= Pictures; picture++)
            File.WriteAllBytes(
                Path.Combine(folder, "media", PictureName(picture)),
                picture % 3 == 0 ? Drawing.Png(picture) : Drawing.Jpeg(picture)
            );
    }

    private static string ModuleId(int module) => $"m{module + 1:000}";

    private static string PictureName(int picture) => $"photo-{picture:000}.{(picture % 3 == 0 ? "png" : "jpg")}";

    private void Save(string folder, string name, Action write)
    {
        _yaml.Clear();
        write();
        File.WriteAllText(Path.Combine(folder, name), _yaml.ToString());
    }

    private void Course()
    {
        string modules = string.Join(", ", Enumerable.Range(0, Modules).Select(ModuleId).Append("final"));
        Line(
            0,
            $$"""
            id: atelier-velo
            version: 1.0.0
            language: fr
            title: L’atelier vélo de la maison des jeunes
            description: Un cours neutre, qui sert à mesurer.
            duration: 120
            licence: CC-BY-SA-4.0
            authors: [Les contributrices et contributeurs de Protect.Scorm]
            modules: [{{modules}}]
            tracking: {completed_by: [pages, assessment], score: assessment}
            """
        );
    }

    private void Module(int module)
    {
        Theme theme = Theme.All[module % 6];
        string id = ModuleId(module);
        Line(
            0,
            $"id: {id}\ntitle: {Quoted(module < 6 ? theme.Title : $"{theme.Title}, niveau {module / 6 + 1}")}\npages:"
        );
        for (int at = 0; at < PageTitles.Length * Rounds; at++)
        {
            int page = at % PageTitles.Length,
                round = at / PageTitles.Length;
            Line(2, $"- id: {id}-p{at + 1}\n  title: {Quoted(PageTitles[page])}\n  blocks:");
            Line(6, "- type: text\n  body: |");
            Line(10, Body(theme));
            if (page is 1 or 4)
                Picture((module * Rounds + round) * 2 + (page == 1 ? 1 : 2), PageTitles[page], theme);
            if (page < PageTitles.Length - 1)
                continue;
            for (int question = 0; question < 3; question++)
                Question(6, $"{id}-q{round * 3 + question + 1}", Asked[module % 6][question], theme);
        }
    }

    private string Body(Theme theme)
    {
        var text = new StringBuilder();
        for (int words = 0; words < WordsOfText; )
        {
            string paragraph = string.Join(
                ' ',
                _dice.Shuffled(Theme.Sentences).Take(3).Select(sentence => sentence(theme, _dice))
            );
            words += Count(paragraph);
            text.Append(paragraph).Append("\n\n");
        }
        foreach (string point in _dice.Shuffled(theme.Points).Take(4))
            text.Append("- ").Append(point).Append('\n');
        Words += Count(text.ToString());
        return text.ToString();
    }

    private void Picture(int picture, string title, Theme theme) =>
        Line(
            6,
            $"- type: image\n  src: media/{PictureName(picture)}\n"
                + "  alt: "
                + $"{Quoted($"Illustration {picture} : {title.ToLowerInvariant()}, {theme.Title.ToLowerInvariant()}")}"
        );

    private void Final()
    {
        Line(0, "id: final\ntitle: Évaluation finale\npages:");
        Line(
            2,
            "- id: final-questions\n  title: Douze questions\n  blocks:\n    - type: text\n"
                + "      body: Prenez votre temps. Il faut quatre-vingts pour cent de bonnes réponses.\n  assessment:\n"
                + "    pass_mark: 80\n    questions:"
        );
        for (int question = 0; question < 12; question++)
            Question(8, $"final-{question + 1:00}", question % 5, Theme.All[(question * 5 + 1) % 6]);
    }

    private void Question(int indent, string id, int kind, Theme theme) =>
        Line(indent, CommonQuestions.Yaml(id, kind, theme));

    private void Line(int indent, string text)
    {
        foreach (string line in text.Split('\n'))
            _yaml.Append(line.Length == 0 ? "" : new string(' ', indent)).Append(line).Append('\n');
    }

    private static string Quoted(string text) => $"\"{text}\"";

    private static int Count(string text) =>
        text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Count(word => word != "-");
}

/// <summary>A random number generator with the same sequence on every machine.</summary>
internal sealed class Dice(uint seed)
{
    private uint _state = seed;

    /// <summary>Returns a number from 0 to <paramref name="sides"/> - 1.</summary>
    public int Throw(int sides)
    {
        _state = _state * 1664525 + 1013904223;
        return (int)((ulong)_state * (uint)sides >> 32);
    }

    public T Pick<T>(IReadOnlyList<T> all) => all[Throw(all.Count)];

    public IReadOnlyList<T> Shuffled<T>(IReadOnlyList<T> all)
    {
        T[] order = [.. all];
        for (int left = order.Length; left > 1; left--)
        {
            int other = Throw(left);
            (order[left - 1], order[other]) = (order[other], order[left - 1]);
        }
        return order;
    }
}
