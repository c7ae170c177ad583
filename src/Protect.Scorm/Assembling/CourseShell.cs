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
        _hasAssessment,
        _hasFonts;
    private readonly string _boot,
        _program,
        _laterProgram,
        _style,
        _laterStyle,
        _fullStyle;

    /// <param name="course">The course in the first language.</param>
    /// <param name="data">The course data in the first language.</param>
    /// <param name="theme">The look of the course.</param>
    /// <param name="values">The style of the values in theme.yaml.</param>
    /// <param name="earlier">Layouts of earlier releases.</param>
    /// <param name="severalLanguages">True when the learner can choose a language.</param>
    public CourseShell(
        Course course,
        CourseData data,
        Theme theme,
        ThemeStyle values,
        IReadOnlyList<StateMap> earlier,
        bool severalLanguages
    )
    {
        IReadOnlyList<BlockKind> all = PlayerBundle.KindsOf(course),
            first = PlayerBundle.FirstKindsOf(course);
        string own = course.Organisation is { } organisation ? OrganisationFiles.Style(organisation) : "";
        (_inline, _hasAssessment) = (course.Package.Inline, course.AssessmentPage is not null);
        _hasFonts = values.Fonts.Count > 0;
        // Not inlined, so fetched anyway: emit one program and one style sheet.
        (_program, _laterProgram) = PlayerBundle.Program(course, data, earlier, severalLanguages, atOnce: !_inline);
        _boot = PlayerBundle.Boot(course, severalLanguages);
        (string early, _laterStyle) = (
            theme.Style(course, first, severalLanguages, values.Css),
            theme.LaterStyle(course, all.Except(first))
        );
        _fullStyle = early + _laterStyle + own;
        _style = early + own;
    }

    /// <summary>Returns the frame of the package's pages.</summary>
    public PageFrame Frame()
    {
        // Without JavaScript, nothing would load the later style sheet.
        string late = $"<noscript><link rel=\"stylesheet\" href=\"{PlayerBundle.LaterStyleFile}\"></noscript>";
        return Frame(
            _inline ? $"<style>{_style}</style>{late}" : "<link rel=\"stylesheet\" href=\"player.css\">",
            _inline ? $"<script>{_boot}</script>" : "<script src=\"player.js\"></script>",
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
                inline ? PlayerBundle.OnlyProgram(_boot) : PlayerBundle.FilesOfPackage,
                inline ? _style : null,
                _hasFonts
            ),
            PlayerBundle.SecurityPolicy(PlayerBundle.NoProgram, inline ? _fullStyle : null, _hasFonts)
        );

    /// <summary>Returns true for the script that <see cref="Frame()"/> adds to index.html.</summary>
    public bool Wrote(ActivePart part) => _inline ? part.Script == _boot : part.Source == "player.js";

    /// <summary>Returns the script and style files to ship next to index.html.</summary>
    public IEnumerable<PackageFile> Files()
    {
        yield return PackageFile.OfText(PlayerBundle.ProgramFile, _program);
        if (!_inline)
        {
            yield return PackageFile.OfText("player.js", _boot);
            yield return PackageFile.OfText("player.css", _fullStyle);
            yield break;
        }
        yield return PackageFile.OfText(PlayerBundle.LaterProgramFile, _laterProgram);
        if (_hasAssessment)
            yield return PackageFile.OfText(PlayerBundle.AssessmentProgramFile, PlayerBundle.AssessmentProgram);
        yield return PackageFile.OfText(PlayerBundle.LaterStyleFile, _laterStyle);
    }
}
