using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

internal sealed record VideoBlock(
    Located<string> Title,
    AssetRef Src,
    AssetRef Captions,
    RichText Transcript,
    AssetRef? Poster,
    SourceSpan Span
) : Block(Span)
{
    public override string Slug => "video";
}

internal sealed class VideoKind() : BlockKind<VideoBlock>(Fields, Additions)
{
    private static readonly Field<VideoBlock, Located<string>> Title = new(
        "title",
        Values.Text(200),
        b => b.Title,
        "The title of the video, also the name of the player and the transcript."
    )
    {
        Required = true,
    };

    private static readonly Field<VideoBlock, AssetRef> Src = new(
        "src",
        CourseValues.Asset,
        b => b.Src,
        "The video: MP4 or WebM."
    )
    {
        Required = true,
    };

    private static readonly Field<VideoBlock, AssetRef> Captions = new(
        "captions",
        CourseValues.Asset,
        b => b.Captions,
        "A WebVTT file (.vtt) with what is said and heard."
    )
    {
        Required = true,
    };

    private static readonly Field<VideoBlock, RichText> Transcript = new(
        "transcript",
        CourseValues.RichText,
        b => b.Transcript,
        "The complete video as text, both speech and images."
    )
    {
        Required = true,
    };

    private static readonly Field<VideoBlock, AssetRef> Poster = new(
        "poster",
        CourseValues.Asset,
        b => b.Poster,
        "A still picture shown before it plays."
    );

    private static View<VideoBlock> Additions { get; } =
        new View<VideoBlock>().Measures(block => [block.Src, block.Poster]).Cues(block => block.Captions);

    private static Shape<VideoBlock> Fields { get; } =
        new(
            "video",
            "A video with captions and transcript.",
            [Title, Src, Captions, Transcript, Poster],
            v => new VideoBlock(v.Need(Title), v.Need(Src), v.Need(Captions), v.Need(Transcript), v.Get(Poster), v.Span)
        )
        {
            Discriminator = "type",
        };

    protected override bool CanBeKept => false;

    public override string Example =>
        """
            type: video
            title: A quiet corner
            src: media/corner.webm
            captions: media/corner.vtt
            transcript: |
              A worker moves two chairs to a quiet corner where both can be seen.
            """;

    protected override void CheckBlock(VideoBlock block, DiagnosticBag bag)
    {
        AssetRules.CheckType(block.Src, "a video", AssetRules.Videos, bag);
        AssetRules.CheckType(block.Captions, "captions", AssetRules.Captions, bag);
        if (block.Poster is not null)
            AssetRules.CheckType(block.Poster, "a picture", AssetRules.Pictures, bag);
    }
}
