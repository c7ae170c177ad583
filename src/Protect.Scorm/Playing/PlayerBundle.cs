using System.Security.Cryptography;
using System.Text;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Playing;

/// <summary>
/// Joins the pieces of the browser program that a course uses, and writes the security policy that allows them.
/// </summary>
internal static class PlayerBundle
{
    private static readonly SourceFolder Pieces = SourceFolder.Embedded("bundle");

    /// <summary>Returns the kinds that occur in the course, in table order.</summary>
    public static IReadOnlyList<BlockKind> KindsOf(Course course)
    {
        var slugs = BlockParts.Blocks(course).Select(block => block.Slug).ToHashSet(StringComparer.Ordinal);
        return [.. BlockKinds.All.Where(kind => slugs.Contains(kind.Slug))];
    }

    /// <summary>Returns the kinds that a package of this size does not replace by a text alternative.</summary>
    public static IReadOnlyList<BlockKind> ActiveKindsOf(Course course)
    {
        var slugs = BlockParts
            .Blocks(course)
            .Where(block => block is Question || !TextAlternatives.Is(block, course.Size))
            .Select(block => block.Slug)
            .ToHashSet(StringComparer.Ordinal);
        return [.. BlockKinds.All.Where(kind => slugs.Contains(kind.Slug))];
    }

    /// <summary>
    /// Files not needed to read the first page: the program, what it loads when the first page is shown or with the
    /// module of the assessment, and its style.
    /// </summary>
    public const string ProgramFile = "program.js",
        LaterProgramFile = "later.js",
        AssessmentProgramFile = "assessment.js",
        LaterStyleFile = "later.css";

    /// <summary>
    /// Returns the script of index.html, which shows the first page to new learners and loads the program.
    /// </summary>
    public static string Boot(Course course, bool severalLanguages) =>
        Piece("boot.js")
        + $"\nboot.start(\"{ProgramFile}\",\"{course.Id.Value}\",{(severalLanguages ? "false" : "true")});";

    /// <summary>Returns the kinds on the first page.</summary>
    public static IReadOnlyList<BlockKind> FirstKindsOf(Course course)
    {
        var slugs = BlockParts
            .Blocks(course.Pages.First())
            .Select(block => block.Slug)
            .ToHashSet(StringComparer.Ordinal);
        return [.. BlockKinds.All.Where(kind => slugs.Contains(kind.Slug))];
    }

    /// <summary>Returns true when the first page has a block with a script, such as a question.</summary>
    private static bool IsFirstPageActive(Course course) => FirstKindsOf(course).Any(kind => PieceOf(kind) is not null);

    /// <summary>
    /// Returns the program of a course in two parts: the pieces needed at the start, and the rest, which may be empty.
    /// The part that runs an assessment is a file of its own.
    /// </summary>
    /// <param name="course">The course in the first language.</param>
    /// <param name="data">The course data in the first language.</param>
    /// <param name="earlier">Layouts of earlier releases.</param>
    /// <param name="severalLanguages">True when the learner can choose a language.</param>
    /// <param name="atOnce">True for one file with all pieces.</param>
    public static (string First, string Later) Program(
        Course course,
        CourseData data,
        IReadOnlyList<StateMap> earlier,
        bool severalLanguages,
        bool atOnce
    )
    {
        bool draws =
            course.AssessmentPage?.Assessment is { Draws.Count: > 0 } || earlier.Any(map => map.Draws.Count > 0);
        bool locks = course.HasRequirements;
        BlockKind[] kinds = [.. ActiveKindsOf(course).Where(kind => PieceOf(kind) is not null)];
        var early = new List<(string Piece, string Member)>();
        if (draws)
            early.Add(("extra-decks", "deal:x_decks.deal"));
        if (earlier.Count > 0)
            early.Add(("extra-migrate", "layouts:x_migrate"));
        if (locks)
            early.Add(("extra-locks", "locks:x_locks.lockOf"));
        if (severalLanguages)
            early.Add(("extra-languages", "languages:x_languages,openNotes:x_languages.openNotes"));
        var rest = new List<(string Piece, string Member)> { ("extra-later", "") };
        string later = "x_later.later";
        if (CardBlock.PageOf(course) is { } card)
        {
            rest.Add(("extra-card", ""));
            later = $"x_card.withCard({later},\"{card.Id.Value}\")";
        }
        if (course.AssessmentPage?.Assessment?.ReviewAfter is not null)
        {
            rest.Add(("extra-review", ""));
            later = $"x_review.withReview({later})";
        }
        bool compares = BeforeAfterBlock.Of(course).Any();
        if (compares)
            later = $"x_before_after.withComparison({later})";
        if (course.Package.ReadAloud)
        {
            rest.Add(("extra-aloud", ""));
            later = $"x_aloud.withVoice({later})";
        }
        rest.Add(("", $"later:{later},openNotes:x_later.openNotes"));
        if (course.Questions.Any())
            rest.Add(("extra-checks", "checks:x_checks.prepareChecks,openJournal:x_checks.openJournal"));
        if (compares)
            rest.Add(("extra-before-after", ""));
        if (course.AssessmentPage is not null && atOnce)
            rest.Add(Assessing);
        if (course.HasSearch)
            rest.Add(("extra-search", "search:x_search.search"));
        if (kinds.Any(kind => kind.IsDragged))
            rest.Add(("extra-drag", ""));
        foreach (BlockKind kind in kinds)
            rest.Add((PieceOf(kind)!, ""));
        string[] special =
        [
            .. course
                .Questions.Select(item => item.Question)
                .Where(question => BlockKinds.Of(question).Key(question).IsSpecial)
                .Select(question => question.Slug)
                .Distinct(),
        ];
        if (special.Length > 0)
            rest.Add(("extra-special", ""));
        if (BlockParts.HasFormulas(course))
            rest = [.. rest.Select(part => part with { Piece = WithFormulas(part.Piece) })];
        string members =
            $"questions:{Table('q', kinds.Where(kind => kind is IQuestionKind), special)},"
            + $"blocks:{Table('b', kinds.Where(kind => kind is not IQuestionKind), [])}";
        return atOnce
            ? (Start(Core(early.Concat(rest)), Members(members, early.Concat(rest)), data), "")
            : InTwo(early, rest, members, IsFirstPageActive(course) ? ",waits:true" : "", data);
    }

    /// <summary>Splits the program, with the texts that each part shows.</summary>
    private static (string First, string Later) InTwo(
        IReadOnlyList<(string Piece, string Member)> early,
        IReadOnlyList<(string Piece, string Member)> rest,
        string kinds,
        string waits,
        CourseData data
    )
    {
        string core = Core(early);
        ILookup<bool, KeyValuePair<string, string>> words = data.Strings.ToLookup(word =>
            ProgramWords.IsNamed(word.Key, core)
        );
        return (
            Start(
                core,
                Members($"questions:{{}},blocks:{{}}{waits}", early),
                data with
                {
                    Strings = words[true].ToDictionary(),
                }
            ),
            $"{Joined(rest)}protect.later({Members($"{kinds},strings:{PlayerData.Words(words[false])}", rest)});"
        );
    }

    private static readonly (string Piece, string Member) Assessing = (
        "extra-assessment",
        "assessment:x_assessment.prepareAssessment"
    );

    /// <summary>Returns the part of the program that runs an assessment.</summary>
    public static string AssessmentProgram => $"{Joined([Assessing])}protect.assessment({{{Assessing.Member}}});";

    private static string Start(string pieces, string members, CourseData data) =>
        $"{pieces}{PlayerData.Statement(data)}protect.start({members},protectCourse);";

    private static string Core(IEnumerable<(string Piece, string Member)> parts) =>
        $"{Piece("core.js")}\n{Joined(parts)}";

    private static string Joined(IEnumerable<(string Piece, string Member)> parts) =>
        string.Concat(parts.Where(part => part.Piece.Length > 0).Select(part => Piece(part.Piece + ".js") + "\n"));

    private static string Members(string kinds, IEnumerable<(string Piece, string Member)> parts) =>
        $"{{{string.Join(',', parts.Select(part => part.Member).Where(member => member.Length > 0).Prepend(kinds))}}}";

    /// <param name="letter">The letter of the pieces of these kinds.</param>
    /// <param name="kinds">The kinds.</param>
    /// <param name="special">Slugs of the kinds that the piece about special answers extends.</param>
    private static string Table(char letter, IEnumerable<BlockKind> kinds, string[] special)
    {
        return $"{{{string.Join(',', kinds.Select(kind => $"\"{kind.Slug}\":{Value(kind)}"))}}}";

        string Value(BlockKind kind)
        {
            string own = $"{letter}_{kind.Slug.Replace('-', '_')}.kind";
            return special.Contains(kind.Slug) ? $"x_special.special({own})" : own;
        }
    }

    /// <summary>
    /// Returns the piece that reads formulas as lines of text, if this one takes texts from the page.
    /// </summary>
    private static string WithFormulas(string piece) =>
        Pieces.Exists(piece + FormulasEnding + ".js") ? piece + FormulasEnding : piece;

    // See scripts.mjs.
    private const string FormulasEnding = "-formulas";

    /// <summary>Returns the piece of a kind; null for a kind that needs no program.</summary>
    private static string? PieceOf(BlockKind kind) =>
        (kind is IQuestionKind ? "question-" : "block-") + kind.Slug is var piece && Pieces.Exists(piece + ".js")
            ? piece
            : null;

    /// <summary>Small file that the program requests to check whether the server is reachable (see host.ts).</summary>
    public const string ProbeFile = "probe.txt",
        ProbeText = "protect-scorm\n";

    /// <summary>Notices of third-party code in the program.</summary>
    public static string Notices => Piece("notices.txt");

    /// <summary>Scripts of a page without a program: none.</summary>
    public const string NoProgram = "'none'";

    /// <summary>
    /// Scripts of a page whose program is a file (package: inline: false, for LMSs that refuse inline scripts): any
    /// script file of the package, because a policy in a page cannot name a single file.
    /// </summary>
    public const string FilesOfPackage = "'self'";

    /// <summary>
    /// Scripts of a page with an inline program: this program, and the files it loads itself ('strict-dynamic', CSP
    /// level 3).
    /// A script element in the page is refused, also one that names a file of the package. Browsers of CSP level 2 take
    /// 'self' instead, which newer ones ignore.
    /// </summary>
    public static string OnlyProgram(string inlineScript) => $"'sha256-{Hash(inlineScript)}' 'strict-dynamic' 'self'";

    /// <summary>Returns the policy of a page: nothing from other sites, no inline style except the given one.</summary>
    /// <param name="scripts">One of <see cref="NoProgram"/>, <see cref="FilesOfPackage"/> and
    /// <see cref="OnlyProgram"/>.</param>
    /// <param name="inlineStyle">Text of the style element; null when styles are files.</param>
    /// <param name="hasFonts">True when the theme has font files.</param>
    public static string SecurityPolicy(string scripts, string? inlineStyle, bool hasFonts) =>
        string.Join(
            "; ",
            [
                "default-src 'none'",
                $"script-src {scripts}",
                inlineStyle is null ? "style-src 'self'" : $"style-src 'self' 'sha256-{Hash(inlineStyle)}'",
                "img-src 'self' data:",
                "media-src 'self'",
                .. hasFonts ? (string[])["font-src 'self'"] : [],
                "connect-src 'self'",
                // The course shows its other pages in a frame where the LMS forbids new windows.
                .. scripts == NoProgram ? (string[])[] : ["frame-src 'self'"],
                "base-uri 'none'",
                "form-action 'none'",
            ]
        );

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Piece(string name) => Pieces.Text(name)!.Text.ReplaceLineEndings("\n").Trim();
}
