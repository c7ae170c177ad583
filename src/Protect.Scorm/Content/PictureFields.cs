using System.Text.Json.Nodes;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>The fields of a picture, common to pictures, galleries, labelled pictures, questions and covers.</summary>
internal static class PictureFields
{
    public static Field<T, AssetRef> Source<T>(string name, Func<T, AssetRef?> get) =>
        new(name, CourseValues.Asset, get, "The picture: SVG, PNG, JPEG, GIF or WebP, from the course folder.")
        {
            Required = true,
        };

    public static Field<T, Located<string>> Alt<T>(Func<T, Located<string>?> get, bool isRequired) =>
        new("alt", Values.Text(400), get, "A text alternative, for people who cannot see the picture.")
        {
            Required = isRequired,
        };

    public static Field<T, bool> Decorative<T>(Func<T, bool> get) =>
        new("decorative", Values.Boolean, get, "True when the picture adds nothing to the text; then no alt is needed.")
        {
            Default = false,
        };

    public static Field<T, Located<string>> Credit<T>(Func<T, Located<string>?> get) =>
        new("credit", Values.Text(300), get, "The author and licence of the picture.");

    /// <summary>A field with a picture in a part of a question.</summary>
    public static Field<T, Picture> Of<T>(string name, Func<T, Picture?> get, string summary, bool isSecret = false) =>
        new(name, new PictureType(), get, summary) { IsSecret = isSecret };

    /// <summary>A name under which a template sees a picture as finished HTML.</summary>
    public static View<T> Picture<T>(this View<T> view, string name, Func<T, Picture?> get, string summary) =>
        view.Add(new(name, Shown.Html, summary), get);

    /// <summary>Looks for a wrong type of file, and for a text alternative that is missing or too much.</summary>
    public static void Check(AssetRef src, Located<string>? alt, bool isDecorative, DiagnosticBag bag)
    {
        AssetRules.CheckType(src, "a picture", AssetRules.Pictures, bag);
        AssetRules.CheckAlt(alt, src, bag);
        if (alt is null && !isDecorative)
            bag.Add(ContentRules.ImageWithoutAlt, src.Span, src.Path);
        if (alt is not null && isDecorative)
            bag.Add(ContentRules.AltOnDecorative, alt.Span);
    }

    private static readonly Field<Picture, Located<PictureHeight>> Size = new(
        "size",
        Values.OneOf(("small", PictureHeight.Small), ("medium", PictureHeight.Medium), ("large", PictureHeight.Large)),
        p => p.Size,
        "The largest height: small, medium or large. Left out: large with a prompt or feedback, medium in an option, "
            + "small in a pair."
    );

    private static readonly Field<Picture, AssetRef> Src = Source<Picture>("src", p => p.Src);

    private static readonly Field<Picture, Located<string>> AltText = Alt<Picture>(p => p.Alt, isRequired: false);

    private static readonly Field<Picture, bool> IsDecorative = Decorative<Picture>(p => p.IsDecorative);

    private static readonly Field<Picture, Located<string>> CreditLine = Credit<Picture>(p => p.Credit);

    /// <summary>A picture in a part of a question.</summary>
    public static Shape<Picture> InQuestion { get; } =
        new(
            "question-picture",
            "A picture of a question, an option, an item, or a feedback.",
            [Src, AltText, IsDecorative, Size, CreditLine],
            v => new Picture(v.Need(Src), v.Get(AltText), v.Get(IsDecorative))
            {
                Size = v.Get(Size),
                Credit = v.Get(CreditLine),
            }
        )
        {
            HasOwnEntry = true,
            Noun = "picture",
        };

    /// <summary>A group of fields that templates see as finished HTML.</summary>
    private sealed class PictureType : ValueType<Picture>
    {
        private static readonly ValueType<Picture> Group = Values.Nested(InQuestion);

        public override string Noun => "a group of fields";

        public override Shown Shown => Shown.Html;

        public override IReadOnlyList<string> InnerNames => Group.InnerNames;

        public override string ExampleOf(string text) => Group.ExampleOf(text);

        public override bool TryRead(YamlNode node, string field, DiagnosticBag bag, out Picture value) =>
            Group.TryRead(node, field, bag, out value);

        public override YamlNode Rewrite(YamlNode node, string address, string about, TextRewriter rewrite) =>
            Group.Rewrite(node, address, about, rewrite);

        public override JsonObject Schema(JsonObject definitions) => Group.Schema(definitions);
    }
}
