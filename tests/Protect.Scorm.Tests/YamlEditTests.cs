using System.Text;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Tests;

public sealed class YamlEditTests
{
    private static readonly string[] Pieces =
    [
        "word",
        "Łódź",
        "héhé",
        "🙂",
        "👩‍👩‍👧",
        "日本語",
        "العربية",
        ": ",
        ":",
        " # ",
        "#",
        "\"",
        "'",
        "\\",
        "- ",
        "-",
        "? ",
        "| ",
        "> ",
        "&a",
        "*a",
        "!tag ",
        "%",
        "@",
        "`",
        "[",
        "]",
        "{",
        "}",
        ",",
        "---",
        "...",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        " ",
        "  ",
        "\u00A0",
        "\u0085",
        "\u2028",
        "\uFEFF",
        "\u0001",
        "\u007F",
        "true",
        "null",
        "~",
        "3.5",
        "2026-01-01",
        "key: value",
    ];

    private static readonly string[] Texts =
    [
        "",
        " ",
        "\n",
        "\n\n",
        "true",
        "No",
        "null",
        "~",
        "0",
        "-5",
        "1e3",
        "0x1F",
        "12:30",
        "2026-01-01",
        ".inf",
        "<<",
        "=",
        "- item",
        "-",
        "a: b",
        "a #b",
        "a:",
        "#a",
        " leading",
        "trailing ",
        "\ttab",
        "tab\t",
        "it's",
        "\"quoted\"",
        "a\\nb",
        "one\ntwo",
        "one\ntwo\n",
        "one\n\n\ntwo\n\n",
        "\none",
        "  one\ntwo",
        "one\n  two\nthree",
        "one \ntwo\t\n",
        "one\n \n",
        "one\r\ntwo",
        "---\n...\n",
        "# one\n# two",
        "%YAML 1.2\n---",
    ];

    [Fact(DisplayName = "An edit changes one value of a YAML file and no byte outside it, for any text")]
    public void Random()
    {
        var random = new Random(20);
        byte[][] files =
        [
            .. ((string[])["showcase", "protect"])
                .SelectMany(course =>
                    Directory.EnumerateFiles(Repository.At("courses", course), "*.yaml", SearchOption.AllDirectories)
                )
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllBytes),
        ];
        Assert.True(files.Length > 20);
        for (int turn = 0; turn < 600; turn++)
        {
            byte[] bytes = Variant(files[random.Next(files.Length)], random);
            YamlScalar[] scalars = [.. Scalars(Parse(bytes)!).Where(scalar => !scalar.Place.IsKey)];
            YamlScalar scalar = scalars[random.Next(scalars.Length)];
            Holds(bytes, scalar, turn < Texts.Length * 3 ? Texts[turn % Texts.Length] : Text(random));
        }
    }

    [Fact(DisplayName = "An edit works for every style of scalar, with every difficult text")]
    public void Styles()
    {
        string[] documents =
        [
            "a: word # comment\nb: 2\n",
            "a: 'word' # comment\nb: 2\n",
            "a: \"word\" # comment\nb: 2\n",
            "a: two\n  lines\nb: 2\n",
            "a: 'two\n\n  lines'\nb: 2\n",
            "a: \"two\\\n  lines\"\nb: 2\n",
            "a: | # comment\n    one\n   \n    two  \n\n\n# comment\nb: 2\n",
            "a: >-\n  one\n  two\n",
            "a: |2-\n    one\n   two\nb: 2\n",
            "a: |+\n  one\n\n\nb: 2\n",
            "a: |\nb: 2\n",
            "a: |\n  one",
            "a:\nb: 2\n",
            "a:  # comment\nb: 2\n",
            "a: ~\nb: null\n",
            "a: [word, 'word', \"word\", two words]\nb: {c: word, d: , e: [f]}\n",
            "- word\n- 'word'\n-\n- |\n  one\n- - deep\n  - |-\n    one\n",
            "a:\n- word\n- b: word\n  c: |\n    one\n\n    two\n- last",
            "a:\n    b:\n        - c: word\n",
        ];
        foreach (string document in documents)
        {
            foreach (byte[] bytes in (byte[][])[Bytes(document), Bytes("\uFEFF" + document.Replace("\n", "\r\n"))])
            {
                foreach (YamlScalar scalar in Scalars(Parse(bytes)!))
                {
                    foreach (string text in Texts.Where(text => !scalar.Place.IsKey || text.Length > 0))
                        Holds(bytes, scalar, text);
                }
            }
        }
    }

    [Theory(DisplayName = "An edit keeps the author's style where the new text allows it")]
    [InlineData("a: word # why\n", "other", "a: other # why\n")]
    [InlineData("a: word\n", "a: b", "a: \"a: b\"\n")]
    [InlineData("a: word\n", "12", "a: \"12\"\n")]
    [InlineData("a: 80\n", "85", "a: 85\n")]
    [InlineData("a: true\n", "false", "a: false\n")]
    [InlineData("a: 'word'\n", "it's", "a: 'it''s'\n")]
    [InlineData("a: 'word'\n", "a\tb", "a: \"a\\tb\"\n")]
    [InlineData("a: \"word\"\n", "other", "a: \"other\"\n")]
    [InlineData("a:\nb: 2\n", "word", "a: word\nb: 2\n")]
    [InlineData("a: word\nb: 2\n", "one\ntwo\n", "a: |\n  one\n  two\nb: 2\n")]
    [InlineData("- a: word\r\n", "one\n\ntwo", "- a: |-\r\n    one\r\n\r\n    two\r\n")]
    [InlineData("a: | # why\n    one\n\n# next\nb: 2\n", "two\n", "a: | # why\n    two\n\n# next\nb: 2\n")]
    [InlineData("a: >\n   one\n   two\n", "three", "a: |-\n   three\n")]
    [InlineData("a: |\n  one\n", " one\n", "a: |2\n   one\n")]
    [InlineData("a: [b, c]\n", "d, e", "a: [\"d, e\", c]\n")]
    [InlineData("a: [b, c]\n", "d\ne", "a: [\"d\\ne\", c]\n")]
    public void Style(string before, string value, string after)
    {
        byte[] bytes = Bytes(before);
        YamlScalar first = Scalars(Parse(bytes)!).First(scalar => !scalar.Place.IsKey);
        Assert.Equal(after, Encoding.UTF8.GetString(YamlEdit.Replace(bytes, first, value, out _)!));
    }

    [Fact(DisplayName = "An edit refuses a file that changed since it was read, a duplicate key and half a character")]
    public void Refusals()
    {
        byte[] bytes = Bytes("a: word\nb: word\n");
        YamlScalar[] scalars = [.. Scalars(Parse(bytes)!)];
        Assert.Null(YamlEdit.Replace(Bytes("a:  word\nb: word\n"), scalars[1], "x", out string changed));
        Assert.Null(YamlEdit.Replace(bytes, scalars[1], "x\uD83D", out string half));
        Assert.Null(YamlEdit.Replace(bytes, scalars[0], "b", out string doubled));
        Assert.Null(YamlEdit.Replace([0xFF], scalars[0], "b", out _));
        Assert.Equal(
            [
                "The file has changed since it was read.",
                "The text contains half of a character (an unpaired surrogate).",
                "The text cannot be written at this place.",
            ],
            [changed, half, doubled]
        );
    }

    private static void Holds(byte[] bytes, YamlScalar scalar, string text)
    {
        byte[]? made = YamlEdit.Replace(bytes, scalar, text, out string why);
        string shown = $"{scalar.Span}: {System.Text.Json.JsonSerializer.Serialize(text)}: {why}";
        Assert.True(made is not null, shown);
        YamlScalar[] before = [.. Scalars(Parse(bytes)!)];
        YamlNode? tree = Parse(made!);
        Assert.True(tree is not null, shown);
        IEnumerable<string> expected = before.Select(one => one.Place == scalar.Place ? text : one.Value);
        Assert.Equal(expected, Scalars(tree!).Select(one => one.Value));
        Assert.Equal(Shape(Parse(bytes)!), Shape(tree!));
        string old = Encoding.UTF8.GetString(bytes),
            now = Encoding.UTF8.GetString(made!);
        int mark = old.StartsWith('\uFEFF') ? 1 : 0;
        Assert.StartsWith(old[..(scalar.Place.Start + mark)], now, StringComparison.Ordinal);
        Assert.EndsWith(old[(scalar.Place.End + mark)..], now, StringComparison.Ordinal);
    }

    private static byte[] Variant(byte[] bytes, Random random)
    {
        string text = Encoding.UTF8.GetString(bytes);
        if (random.Next(3) == 0)
            text = text.ReplaceLineEndings("\r\n");
        if (random.Next(3) == 0)
            text = text.TrimEnd();
        return Bytes((random.Next(3) == 0 ? "\uFEFF" : "") + text);
    }

    private static string Text(Random random) =>
        random.Next(40) == 0
            ? string.Concat(Enumerable.Repeat("very long ", 1000))
            : string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static YamlNode? Parse(byte[] bytes) => YamlDocument.Read("file.yaml", bytes, new DiagnosticBag());

    private static string Shape(YamlNode node) =>
        node switch
        {
            YamlList list => $"[{string.Join(',', list.Items.Select(Shape))}]",
            YamlMap map => $"{{{string.Join(',', map.Entries.Select(entry => Shape(entry.Value)))}}}",
            _ => "s",
        };

    private static IEnumerable<YamlScalar> Scalars(YamlNode node) =>
        node switch
        {
            YamlScalar scalar => [scalar],
            YamlList list => list.Items.SelectMany(Scalars),
            YamlMap map => map.Entries.SelectMany(entry => Scalars(entry.Value).Prepend(entry.Key)),
            _ => [],
        };
}
