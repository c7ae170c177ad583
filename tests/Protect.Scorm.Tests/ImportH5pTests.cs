using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Protect.Scorm.Importing;

namespace Protect.Scorm.Tests;

/// <summary>Packages of H5P that cannot be fixtures: hostile zips and JSON, and choices of a person.</summary>
public sealed class ImportH5pTests
{
    private const string About = "{\"title\":\"T\",\"language\":\"en\",\"mainLibrary\":\"H5P.Column\"}";

    private static readonly string[] s_json =
    [
        "\"",
        "\\",
        "\\ud800",
        "null",
        "[",
        "]",
        "{}",
        "[]",
        "*",
        "**",
        "*a/b:c*",
        "\\\\+yes",
        "\"library\":\"H5P.Column 1.0\",",
        "\"library\":\"H5P.QuestionSet 1.0\",",
        "\"params\":{\"content\":[",
        "\"text\":\"<p>*x*</p>\",",
        "images/../../x",
        "H5P.Blanks",
        "H5P.DragText",
        "\"passPercentage\":-1,",
        "\"passPercentage\":1e99,",
        "\"from\":-5,",
    ];

    private static string Fixtures => Repository.At("tests", "fixtures", "import", "h5p");

    [Theory(DisplayName = "A hostile package of H5P is refused with a reason, quickly and without a crash")]
    [InlineData("no-content", "content/content.json")]
    [InlineData("no-about", "h5p.json")]
    [InlineData("deep", "levels")]
    [InlineData("no-json", "no JSON")]
    [InlineData("list", "no group of fields")]
    [InlineData("huge", "content/content.json")]
    [InlineData("path", "outside")]
    [InlineData("half", "")]
    public void Hostile(string kind, string words)
    {
        // Random names, because a zip that shrinks to almost nothing is refused for that.
        string deep = string.Concat(Incompressible(300_000).Chunk(6).Select(name => $"{{\"{new string(name)}\":"));
        byte[] bytes = kind switch
        {
            "no-content" => ImportTests.Zip(("h5p.json", About)),
            "no-about" => ImportTests.Zip(("content/content.json", "{}")),
            "deep" => ImportTests.Zip(("h5p.json", About), ("content/content.json", deep)),
            "no-json" => ImportTests.Zip(("h5p.json", About), ("content/content.json", "{'a': 1}")),
            "list" => ImportTests.Zip(("h5p.json", About), ("content/content.json", "[]")),
            "huge" => ImportTests.Zip(("h5p.json", About), ("content/content.json", Incompressible(17_000_000))),
            "path" => ImportTests.Zip(("h5p.json", About), ("content/content.json", "{}"), ("../outside.json", "{}")),
            _ => ImportTests.Zip(("h5p.json", About), ("content/content.json", "{}"))[..70],
        };
        var clock = Stopwatch.StartNew();
        ImportPlan plan = ImportTests.Plan("package.h5p", bytes);
        Assert.Equal("import-unreadable", Assert.Single(plan.Losses).Rule.Slug);
        Assert.Contains(words, plan.Losses[0].Message);
        Assert.Empty(plan.Files);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{clock.Elapsed}");
    }

    [Fact(DisplayName = "A package of H5P with too many contents is refused")]
    public void TooMany()
    {
        string all = string.Join(
            ',',
            Incompressible((ImportLimits.MostItems + 1) * 40)
                .Chunk(40)
                .Select(text =>
                    $"{{\"content\":{{\"library\":\"H5P.Text 1.1\",\"params\":{{\"text\":\"{new string(text)}\"}}}}}}"
                )
        );
        ImportPlan plan = ImportTests.Plan(
            "package.h5p",
            ImportTests.Zip(("h5p.json", About), ("content/content.json", $"{{\"content\":[{all}]}}"))
        );
        Assert.Equal("import-too-large", plan.Losses[^1].Rule.Slug);
        Assert.True(plan.HasErrors);
    }

    [Fact(
        DisplayName = "A question set is an assessment with its pass mark, or knowledge checks when these are asked for"
    )]
    public void QuestionSet()
    {
        byte[] bytes = Packed(Path.Combine(Fixtures, "question-set", "package.h5p"));
        ImportPlan Plan(QuestionPlace? place)
        {
            ImportSource source = ImportSource.OfFile("package.h5p", bytes);
            var options = new ImportOptions { Questions = place };
            return new ImportPlanner(source, Importers.Of(source)!, options).New("imported");
        }

        string usual = ImportTests.Modules(Plan(null)),
            checks = ImportTests.Modules(Plan(QuestionPlace.Checks)),
            assessed = ImportTests.Modules(Plan(QuestionPlace.Assessment));
        Assert.Contains("pass_mark: 70\n", usual);
        Assert.Contains("pass_mark: 70\n", assessed);
        Assert.DoesNotContain("assessment:", checks);
        ImportTests.Compiles(Plan(QuestionPlace.Checks));
        ImportTests.Compiles(Plan(QuestionPlace.Assessment));
    }

    [Fact(DisplayName = "A package of H5P is recognised by its content, whatever its name")]
    public void IsRecognised()
    {
        byte[] bytes = Packed(Path.Combine(Fixtures, "drag-text", "package.h5p"));
        Assert.Equal("h5p", Importers.Of(ImportSource.OfFile("download.zip", bytes))?.Name);
        Assert.NotEqual("h5p", Importers.Of(ImportSource.OfFile("x.zip", ImportTests.Zip(("a.txt", "a"))))?.Name);
    }

    /// <summary>Packs a folder into a zip, with the same bytes each time.</summary>
    internal static byte[] Packed(string folder) => Zip(Files(folder));

    /// <summary>Damages a package: the text of a JSON file, or the bytes of the zip.</summary>
    internal static byte[] Bent(Random random, IReadOnlyList<string> scraps)
    {
        string[] folders =
        [
            .. Directory
                .EnumerateDirectories(Fixtures)
                .Order(StringComparer.Ordinal)
                .Select(folder => Path.Combine(folder, "package.h5p")),
        ];
        Dictionary<string, byte[]> files = Files(folders[random.Next(folders.Length)]);
        int choice = random.Next(8);
        if (choice > 0)
        {
            string name = choice == 1 ? "h5p.json" : "content/content.json",
                text = Encoding.UTF8.GetString(files[name]);
            files[name] = Encoding.UTF8.GetBytes(
                choice > 4 ? Within(text, random, scraps) : FuzzRuns.Damaged(text, random, [.. scraps, .. s_json])
            );
            return Zip(files);
        }
        byte[] bytes = Zip(files);
        for (int times = random.Next(1, 6); times > 0; times--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(6) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    /// <summary>Inserts scraps as text behind letters, so that the JSON stays sound and its texts are read.</summary>
    private static string Within(string text, Random random, IReadOnlyList<string> scraps)
    {
        for (int times = random.Next(1, 8); times > 0; times--)
        {
            int start = text.IndexOf("<p>", random.Next(text.Length), StringComparison.Ordinal);
            if (start < 0)
                continue;
            string words = scraps[random.Next(scraps.Count)].Replace("\uD800", "?");
            string scrap = System.Text.Json.JsonEncodedText.Encode(words).ToString();
            text = text.Insert(start + 3, random.Next(3) == 0 ? $"*{scrap}*" : scrap);
        }
        return text;
    }

    private static Dictionary<string, byte[]> Files(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes);

    private static byte[] Zip(Dictionary<string, byte[]> files)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach ((string name, byte[] bytes) in files)
            {
                ZipArchiveEntry entry = zip.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using Stream part = entry.Open();
                part.Write(bytes);
            }
        return stream.ToArray();
    }

    private static string Incompressible(int length)
    {
        var random = new Random(5);
        return new string([.. Enumerable.Range(0, length).Select(_ => (char)random.Next('a', 'z'))]);
    }
}
