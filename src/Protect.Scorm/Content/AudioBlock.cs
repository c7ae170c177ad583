using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

internal sealed record AudioBlock(
    Located<string> Title,
    AssetRef Src,
    AssetRef Captions,
    RichText Transcript,
    SourceSpan Span
) : Block(Span)
{
    public override string Slug => "audio";
}

internal sealed class AudioKind() : BlockKind<AudioBlock>(Fields, Additions)
{
    private static readonly Field<AudioBlock, Located<string>> Title = new(
        "title",
        Values.Text(200),
        b => b.Title,
        "The title of the recording."
    )
    {
        Required = true,
    };

    private static readonly Field<AudioBlock, AssetRef> Src = new(
        "src",
        CourseValues.Asset,
        b => b.Src,
        "The recording: MP3, Ogg or WAV."
    )
    {
        Required = true,
    };

    private static readonly Field<AudioBlock, AssetRef> Captions = new(
        "captions",
        CourseValues.Asset,
        b => b.Captions,
        "A WebVTT file (.vtt) with what is said, shown as it plays."
    )
    {
        Required = true,
    };

    private static readonly Field<AudioBlock, RichText> Transcript = new(
        "transcript",
        CourseValues.RichText,
        b => b.Transcript,
        "The complete recording as text."
    )
    {
        Required = true,
    };

    private static View<AudioBlock> Additions { get; } = new View<AudioBlock>().Cues(block => block.Captions);

    private static Shape<AudioBlock> Fields { get; } =
        new(
            "audio",
            "A recording with captions and transcript.",
            [Title, Src, Captions, Transcript],
            v => new AudioBlock(v.Need(Title), v.Need(Src), v.Need(Captions), v.Need(Transcript), v.Span)
        )
        {
            Discriminator = "type",
        };

    protected override bool CanBeKept => false;

    public override string Example =>
        """
            type: audio
            title: A welcome
            src: media/welcome.mp3
            captions: media/welcome.vtt
            transcript: |
              Welcome. Take the time you need.
            """;

    protected override void CheckBlock(AudioBlock block, DiagnosticBag bag)
    {
        AssetRules.CheckType(block.Src, "a recording", AssetRules.Recordings, bag);
        AssetRules.CheckType(block.Captions, "captions", AssetRules.Captions, bag);
    }
}
