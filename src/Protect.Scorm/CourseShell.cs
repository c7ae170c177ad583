using Protect.Scorm.Content;
using Protect.Scorm.Inspecting;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;
using Protect.Scorm.Playing;
using Protect.Scorm.Rendering;

namespace Protect.Scorm;

/// <summary>Program and style of a course: what stands in index.html, what comes in files after its first page, what pages to print have.</summary>
internal sealed class CourseShell
{
    private readonly bool _inline,
        _atOnce;
    private readonly string _program,
        _laterProgram,
        _style,
        _laterStyle,
        _wholeStyle;

    public CourseShell(Course course, Theme theme, IReadOnlyList<StateMap> earlier, bool severalLanguages)
    {
        IReadOnlyList<BlockKind> all = PlayerBundle.KindsOf(course),
            first = PlayerBundle.FirstKindsOf(course);
        string own = course.Organisation is { } organisation ? OrganisationFiles.Style(organisation) : "";
        _inline = course.Package.Inline;
        // Files of their own are asked for anyway: then there is one of each.
        _atOnce = !_inline || PlayerBundle.IsNeededAtOnce(course);
        (_program, _laterProgram) = PlayerBundle.Program(course, earlier, severalLanguages, _atOnce);
        (string early, _laterStyle) = (
            theme.Style(course, first, severalLanguages),
            theme.LaterStyle(course, all.Except(first))
        );
        _wholeStyle = early + _laterStyle + own;
        _style = _atOnce ? _wholeStyle : early + own;
    }

    /// <summary>The frame of the pages of a package; <paramref name="data"/> is null where the program loads them from a file.</summary>
    public PageFrame Frame(string? data)
    {
        string dataElement = data is null
            ? ""
            : $"<script type=\"application/json\" id=\"course-data\">{data}</script>";
        // Without a program, what would come later is asked for at once.
        string late = _atOnce
            ? ""
            : $"<noscript><link rel=\"stylesheet\" href=\"{PlayerBundle.LaterStyleFile}\"></noscript>";
        return Frame(
            _inline ? $"<style>{_style}</style>{late}" : "<link rel=\"stylesheet\" href=\"player.css\">",
            dataElement + (_inline ? $"<script>{_program}</script>" : "<script src=\"player.js\"></script>"),
            _inline
        );
    }

    /// <summary>The frame of a booklet, which stands alone.</summary>
    public PageFrame BookletFrame() => Frame("", "", inline: true);

    private PageFrame Frame(string style, string program, bool inline) =>
        new(
            new Html(style),
            new Html(inline ? $"<style>{_wholeStyle}</style>" : "<link rel=\"stylesheet\" href=\"player.css\">"),
            new Html(program),
            PlayerBundle.SecurityPolicy(
                inline ? PlayerBundle.OnlyProgram(_program) : PlayerBundle.FilesOfPackage,
                inline ? _style : null
            ),
            PlayerBundle.SecurityPolicy(PlayerBundle.NoProgram, inline ? _wholeStyle : null)
        );

    /// <summary>True for the program that <see cref="Frame(string?)"/> puts into index.html.</summary>
    public bool Wrote(ActivePart part) => _inline ? part.Script == _program : part.Source == "player.js";

    /// <summary>The files of program and style that stand beside index.html.</summary>
    public IEnumerable<PackageFile> Files() =>
        (_inline, _atOnce) switch
        {
            (false, _) => [PackageFile.OfText("player.js", _program), PackageFile.OfText("player.css", _wholeStyle)],
            (true, true) => [],
            _ =>
            [
                PackageFile.OfText(PlayerBundle.LaterProgramFile, _laterProgram),
                PackageFile.OfText(PlayerBundle.LaterStyleFile, _laterStyle),
            ],
        };
}
