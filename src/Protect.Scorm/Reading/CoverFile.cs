using System.Text.Json.Nodes;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>The shape of a cover: a page of one picture and one sentence.</summary>
internal static class CoverFile
{
    private static readonly Field<Page, Located<bool>> Type = new(
        "type",
        Values.OneOf(("cover", true)),
        p => new Located<bool>(p.Sentence is not null, p.Id.Span),
        "Makes the page a cover."
    )
    {
        Required = true,
    };

    private static readonly Field<Page, Located<string>> Title = new(
        "title",
        Values.Text(Scorm12Limits.Title),
        p => p.Title,
        "The heading of the cover."
    )
    {
        Required = true,
    };

    private static readonly Field<Page, AssetRef> Picture = PictureFields.Source<Page>(
        "picture",
        p => PictureOf(p)?.Src
    );

    private static readonly Field<Page, Located<string>> Alt = PictureFields.Alt<Page>(
        p => PictureOf(p)?.Alt,
        isRequired: false
    );

    private static readonly Field<Page, bool> Decorative = PictureFields.Decorative<Page>(p =>
        PictureOf(p)?.IsDecorative ?? false
    );

    private static readonly Field<Page, Located<string>> Credit = PictureFields.Credit<Page>(p => PictureOf(p)?.Credit);

    private static readonly Field<Page, Located<string>> Sentence = new(
        "sentence",
        Values.Text(200),
        p => p.Sentence,
        "One sentence under the title."
    )
    {
        Required = true,
    };

    private static readonly Field<Page, IReadOnlyList<Requirement>> Requires = new(
        "requires",
        Values.ListOf(Values.Nested(GateFile.Requirement)),
        p => p.Requires,
        "Requirements to meet before the cover opens."
    );

    public static Shape<Page> Fields { get; } =
        new(
            "cover",
            "The first page of a module as one picture, one sentence and a button to start. It has no blocks.",
            [Type, PageFile.Id, Title, Picture, Alt, Decorative, Credit, Sentence, Requires, PageFile.Allow],
            v => new Page
            {
                Id = v.Need(PageFile.Id),
                Title = v.Need(Title),
                Sentence = v.Need(Sentence),
                Requires = v.Get(Requires) ?? [],
                Allow = v.Get(PageFile.Allow) ?? [],
                Blocks =
                [
                    new ImageBlock(v.Need(Picture), v.Get(Alt), v.Get(Decorative), null, v.Span)
                    {
                        Credit = v.Get(Credit),
                    },
                ],
            }
        )
        {
            HasOwnEntry = true,
            BeginsAddress = true,
        };

    /// <summary>Value type of a page of a module: a cover or a page of blocks.</summary>
    public static ValueType<Page> AnyPage { get; } = new PageType();

    private static ImageBlock? PictureOf(Page page) => page.Blocks.OfType<ImageBlock>().FirstOrDefault();

    /// <summary>Group of fields whose optional <c>type:</c> selects the shape.</summary>
    private sealed class PageType : ValueType<Page>
    {
        private readonly ValueType<Page> _page = Values.Nested(PageFile.Fields),
            _cover = Values.Nested(Fields);

        public override string Noun => _page.Noun;

        public override Shown Shown => _page.Shown;

        public override IReadOnlyList<FieldDescription> Inner => _page.Inner;

        public override IReadOnlyList<string> InnerNames => _page.InnerNames;

        public override string ExampleOf(string text) => _page.ExampleOf(text);

        public override object? Show(Page value) => _page.Show(value);

        public override bool TryRead(YamlNode node, string field, DiagnosticBag bag, out Page value)
        {
            if ((node as YamlMap)?.Find("type")?.Value is YamlScalar { IsEmpty: false } type && !IsCover(node))
            {
                bag.AddUnknownValue(type, "type", null, ["cover"]);
                value = null!;
                return false;
            }
            return ShapeOf(node).TryRead(node, field, bag, out value);
        }

        public override YamlNode Rewrite(YamlNode node, string address, string about, TextRewriter rewrite) =>
            ShapeOf(node).Rewrite(node, address, about, rewrite);

        public override JsonObject Schema(JsonObject definitions) =>
            new()
            {
                ["if"] = new JsonObject
                {
                    ["required"] = new JsonArray("type"),
                    ["properties"] = new JsonObject { ["type"] = new JsonObject { ["const"] = "cover" } },
                },
                ["then"] = _cover.Schema(definitions),
                ["else"] = _page.Schema(definitions),
            };

        private ValueType<Page> ShapeOf(YamlNode node) => IsCover(node) ? _cover : _page;

        private static bool IsCover(YamlNode node) =>
            (node as YamlMap)?.Find("type")?.Value is YamlScalar { Value: "cover" };
    }
}
