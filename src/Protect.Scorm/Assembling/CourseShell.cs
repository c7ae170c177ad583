using Protect.Scorm.Content;
using Protect.Scorm.Inspecting.Scanning;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;
using Protect.Scorm.Playing;
using Protect.Scorm.Rendering;

namespace Protect.Scorm.Assembling;

/// <summary>
/// Script and style sheet of a course, split into what index.html contains, what loads after the first page, and what
/// printable pages use.
/// </summary>
internal sealed class CourseShell
{
    private readonly bool _inline,
        _atOnce;
    private readonly string _program,
        _laterProgram,
        _style,
        _laterStyle,
        _fullStyle;

    public CourseShell(Course course, Theme theme, IReadOnlyList<StateMap> earlier, bool severalLanguages)
    {
        IReadOnlyList<BlockKind> all = PlayerBundle.KindsOf(course),
            first = PlayerBundle.FirstKindsOf(course);
        string own = course.Organisation is { } organisation ? OrganisationFiles.Style(organisation) : "";
        _inline = course.Package.Inline;
        // Not inlined, so fetched anyway: emit one script and one style sheet.
        _atOnce = !_inline || PlayerBundle.IsNeededAtOnce(course);
        (_program, _laterProgram) = PlayerBundle.Program(course, earlier, severalLanguages, _atOnce);
        (string early, _laterStyle) = (
            theme.Style(course, first, severalLanguages),
            theme.LaterStyle(course, all.Except(first))
        );
        _fullStyle = early + _laterStyle + own;
        _style = _atOnce ? _fullStyle : early + own;
    }

    /// <summary>Returns the frame of the package's pages.</summary>
    /// <param name="data">The course data as JSON; null when they are in a separate file.</param>
    public PageFrame Frame(string? data)
    {
        string dataElement = data is null
            ? ""
            : $"<script type=\"application/json\" id=\"{PlayerData.BlockId}\">{data}</script>";
        // Without JavaScript, nothing would load the later style sheet.
        string late = _atOnce
            ? ""
            : $"<noscript><link rel=\"stylesheet\" href=\"{PlayerBundle.LaterStyleFile}\"></noscript>";
        return Frame(
            _inline ? $"<style>{_style}</style>{late}" : "<link rel=\"stylesheet\" href=\"player.css\">",
            dataElement + (_inline ? $"<script>{_program}</script>" : "<script src=\"player.js\"></script>"),
            _inline
        );
    }

    /// <summary>Returns the frame of a booklet, a self-contained HTML file.</summary>
    public PageFrame BookletFrame() => Frame("", "", inline: true);

    private PageFrame Frame(string style, string program, bool inline) =>
        new(
            new Html(style),
            new Html(inline ? $"<style>{_fullStyle}</style>" : "<link rel=\"stylesheet\" href=\"player.css\">"),
            new Html(program),
            PlayerBundle.SecurityPolicy(
                inline ? PlayerBundle.OnlyProgram(_program) : PlayerBundle.FilesOfPackage,
                inline ? _style : null
            ),
            PlayerBundle.SecurityPolicy(PlayerBundle.NoProgram, inline ? _fullStyle : null)
        );

    /// <summary>Returns true for the script that <see cref="Frame(string?)"/> adds to index.html.</summary>
    public bool Wrote(ActivePart part) => _inline ? part.Script == _program : part.Source == "player.js";

    /// <summary>Returns the script and style files to ship next to index.html.</summary>
    public IEnumerable<PackageFile> Files() =>
        (_inline, _atOnce) switch
        {
            (false, _) => [PackageFile.OfText("player.js", _program), PackageFile.OfText("player.css", _fullStyle)],
            (true, true) => [],
            _ =>
            [
                PackageFile.OfText(PlayerBundle.LaterProgramFile, _laterProgram),
                PackageFile.OfText(PlayerBundle.LaterStyleFile, _laterStyle),
            ],
        };
}
