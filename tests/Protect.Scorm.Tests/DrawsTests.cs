using Protect.Scorm.Model;

namespace Protect.Scorm.Tests;

/// <summary>Pools that an assessment draws from. tests/player/pools.test.ts has the player's part.</summary>
public sealed class DrawsTests
{
    private sealed record Item(string Id, string[] Tags, bool IsCritical);

    private sealed record Rule(int Count, string? Tag);

    private static readonly string[] Names = ["story", "law", "one", "two"];

    private static CompileResult Compile(IEnumerable<Rule> rules, IEnumerable<Item> items)
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["modules/one.yaml"] = TestCourse.Utf8(
            "id: one\ntitle: One\npages:\n  - id: start\n    title: Start\n    assessment:\n      draw:\n"
                + string.Concat(
                    rules.Select(rule =>
                        $"        - {{count: {rule.Count}{(rule.Tag is { } tag ? $", tag: {tag}" : "")}}}\n"
                    )
                )
                + "      questions:\n"
                + string.Concat(
                    items.Select(item =>
                        $"        - {{type: true-false, id: {item.Id}, prompt: A concern is enough., answer: true, "
                        + $"difficulty: easy{Tagged(item.Tags)}{(item.IsCritical ? ", critical: true" : "")}}}\n"
                    )
                )
        );
        return TestCourse.Compile(files);
    }

    private static string Tagged(string[] tags) => tags.Length == 0 ? "" : $", tags: [{string.Join(", ", tags)}]";

    private static string[] Errors(CompileResult result) =>
        [.. result.Diagnostics.Where(found => found.IsError).Select(found => found.Rule.Slug)];

    [Fact(
        DisplayName = "Every attempt has the critical questions of each rule, and as many questions as the rule says"
    )]
    public void Law()
    {
        var random = new Random(26);
        int drawn = 0;
        for (int round = 0; round < 60; round++)
        {
            // Questions with several tags; a rule per tag in any order, and a last one for the rest.
            string[] tags = [.. Names.OrderBy(_ => random.Next())];
            Item[] items =
            [
                .. Enumerable
                    .Range(0, 8 + random.Next(14))
                    .Select(index => new Item(
                        $"q{index}",
                        [.. tags.Where(_ => random.Next(3) == 0)],
                        random.Next(4) == 0
                    )),
            ];
            var pools = tags.Append(null)
                .Select(tag => (Tag: tag, Of: PoolOf(items, tags, tag)))
                .Where(pool => pool.Of.Length > 0)
                .ToArray();
            Rule[] rules = [.. pools.Select(pool => new Rule(1 + random.Next(pool.Of.Length), pool.Tag))];
            (int Count, int[] Of, int[] Critical)[] wanted =
            [
                .. pools.Zip(
                    rules,
                    (pool, rule) => (rule.Count, pool.Of, pool.Of.Where(index => items[index].IsCritical).ToArray())
                ),
            ];
            CompileResult result = Compile(rules, items);
            bool isTooSmall = wanted.Any(pool =>
                pool.Critical.Length > 0
                && pool.Count < pool.Critical.Length + (pool.Critical.Length < pool.Of.Length ? 1 : 0)
            );
            Assert.Equal(isTooSmall ? ["critical-fill-draw"] : [], Errors(result).Distinct());
            if (isTooSmall)
                continue;
            drawn++;
            IReadOnlyList<Draw> draws = result.StateMap!.Draws;
            Assert.Equal(Enumerable.Range(0, items.Length), draws.SelectMany(draw => draw.Of).Order());
            Assert.All(draws, draw => Assert.InRange(draw.Count, 1, draw.Of.Count));
            foreach ((int count, int[] of, int[] critical) in wanted)
            {
                Draw[] own = [.. draws.Where(draw => draw.Of.All(of.Contains))];
                Assert.Equal(of, own.SelectMany(draw => draw.Of).Order());
                Assert.Equal(count, own.Sum(draw => draw.Count));
                // A critical question is in a pool of which every attempt draws all.
                Assert.All(
                    critical,
                    index => Assert.Contains(own, draw => draw.Of.Contains(index) && draw.Count == draw.Of.Count)
                );
                if (critical.Length == 0)
                    Assert.Single(own);
            }
        }
        Assert.InRange(drawn, 10, 50);
    }

    /// <summary>The questions of a rule, which no rule before it has.</summary>
    private static int[] PoolOf(Item[] items, string[] tags, string? tag) =>
        [
            .. Enumerable
                .Range(0, items.Length)
                .Where(index => tags.FirstOrDefault(one => items[index].Tags.Contains(one)) == tag),
        ];

    [Fact(DisplayName = "A question with the tags of two rules is drawn by the first of them only")]
    public void FirstRule()
    {
        Item[] items =
        [
            new("a", ["law", "one"], false),
            new("b", ["law"], false),
            new("c", ["one"], false),
            new("d", ["one"], false),
        ];
        static string[] Draws(CompileResult result) =>
            [.. result.StateMap!.Draws.Select(draw => $"{draw.Count} of {string.Join(',', draw.Of)}")];
        Assert.Equal(["2 of 0,1", "1 of 2,3"], Draws(Compile([new(2, "law"), new(1, "one")], items)));
        Assert.Equal(["1 of 0,2,3", "1 of 1"], Draws(Compile([new(1, "one"), new(1, "law")], items)));
    }

    [Fact(DisplayName = "A draw by number asks the critical questions too, and names the smallest number that does")]
    public void ByNumber()
    {
        Item[] items = [new("a", [], true), new("b", [], false), new("c", [], true), new("d", [], false)];
        CompileResult result = Compile([new(3, null)], items);
        Assert.Equal(
            ["1 of 1,3", "2 of 0,2"],
            result.StateMap!.Draws.Select(draw => $"{draw.Count} of {string.Join(',', draw.Of)}")
        );
        CompileResult small = Compile([new(2, null)], items);
        Assert.Equal(["critical-fill-draw"], Errors(small));
        Assert.StartsWith("Draw 3 or more", small.Diagnostics.Single(found => found.IsError).Help);
    }
}
