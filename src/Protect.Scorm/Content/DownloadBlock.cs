using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

internal sealed record DownloadBlock(AssetRef Src, Located<string> Label, RichText? About, SourceSpan Span)
    : Block(Span)
{
    public override string Slug => "download";
}

internal sealed class DownloadKind() : BlockKind<DownloadBlock>(Fields, Additions)
{
    private static readonly Field<DownloadBlock, AssetRef> Src = new(
        "src",
        CourseValues.Asset,
        b => b.Src,
        "The file: PDF, office document, text or picture."
    )
    {
        Required = true,
    };

    private static readonly Field<DownloadBlock, Located<string>> Label = new(
        "label",
        Values.Text(200),
        b => b.Label,
        "The text of the link."
    )
    {
        Required = true,
    };

    private static readonly Field<DownloadBlock, RichText> About = new(
        "about",
        CourseValues.Line,
        b => b.About,
        "A description of its content."
    );

    private static View<DownloadBlock> Additions { get; } = new View<DownloadBlock>().Download(block => block.Src);

    private static Shape<DownloadBlock> Fields { get; } =
        new(
            "download",
            "A file that the learner can download.",
            [Src, Label, About],
            v => new DownloadBlock(v.Need(Src), v.Need(Label), v.Get(About), v.Span)
        )
        {
            Discriminator = "type",
        };

    protected override bool CanBeKept => false;

    public override string Example =>
        """
            type: download
            src: media/card.pdf
            label: The golden card
            """;

    protected override void CheckBlock(DownloadBlock block, DiagnosticBag bag) =>
        AssetRules.CheckType(block.Src, "a download", AssetRules.Downloads, bag);
}
