using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Translating;

namespace Protect.Scorm.Tests;

/// <summary>The notice of a translation that no native speaker of the field has reviewed.</summary>
public sealed class TranslationNoticeTests : IDisposable
{
    private const string Said = "Tego tłumaczenia nie sprawdziła jeszcze osoba pracująca w tej dziedzinie",
        Notice = "No professional has reviewed this course yet.";

    private readonly CommandLine _command = new();

    public void Dispose() => _command.Dispose();

    [Fact(
        DisplayName = "Cover, print, guide, sheet and review list of a translation say that it is not reviewed, until "
            + "a reviewer has read all texts"
    )]
    public void EveryDocument()
    {
        foreach ((int unreviewed, bool says) in new[] { (int.MaxValue, true), (1, true), (0, false) })
        {
            Dictionary<string, byte[]> files = Course(unreviewed);
            CompileResult result = TestCourse.Compile(
                files,
                new CompileOptions { Language = "pl", Booklets = [Rendering.Booklet.Workbook] }
            );
            Assert.NotNull(result.Package);
            string review = new CourseSession(SourceFolder.InMemory(files)).Review().Markdown!;
            string workbook = result.Booklets.Single().Html;
            foreach (
                string text in (string[])
                    [
                        Specs.TextOf(result.Package, "index.html"),
                        Specs.TextOf(result.Package, "print.html"),
                        workbook,
                        review.Split("\n## ")[0],
                    ]
            )
                Assert.Equal(says, text.Contains(Said));
            Assert.Contains("pl:" + Notice, Specs.TextOf(result.Package, "index.html"));
        }
    }

    [Fact(DisplayName = "The language of the source never has the notice of a translation")]
    public void Source()
    {
        CompileResult result = TestCourse.Compile(Course(int.MaxValue), new CompileOptions { MoreLanguages = ["pl"] });
        Assert.DoesNotContain(Said, Specs.TextOf(result.Package!, "index.html"));
        Assert.Contains(Said, Specs.TextOf(result.Package!, "language-pl.js"));
        Assert.Contains(Said, Specs.TextOf(result.Package!, "print-pl.html"));
    }

    [Fact(DisplayName = "The sheet for coordinators has the notices in its language")]
    public void Sheet()
    {
        var source = new CourseSource(SourceFolder.InMemory(Course(int.MaxValue)));
        Model.Course course = source.Read(new DiagnosticBag())!;
        Assert.Equal(Notice, CourseNotices.In(source, course, "en"));
        Assert.Equal(Notice, CourseNotices.In(source, course, "de"));
        string polish = CourseNotices.In(source, course, "pl")!;
        Assert.StartsWith("pl:" + Notice + " " + Said, polish);
        foreach ((string path, byte[] bytes) in Course(int.MaxValue, "fr"))
            _command.Write("mine/" + path, System.Text.Encoding.UTF8.GetString(bytes));
        (int code, string output, _) = _command.Run("targets", "moodle", "--for", "mine", "--language", "fr");
        Assert.Equal(0, code);
        Assert.Contains($"\n**fr:{Notice} Traduction pas encore relue par une personne du métier", output);
    }

    /// <summary>Returns a course with a cover and a complete translation.</summary>
    private static Dictionary<string, byte[]> Course(int unreviewed, string language = "pl")
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(TestCourse.Course + $"notice: {Notice}\n");
        files["modules/one.yaml"] = TestCourse.Utf8(
            TestCourse.Module.Replace(
                "pages:\n",
                "pages:\n  - {type: cover, id: cover, title: Door, picture: media/a.svg, decorative: true, "
                    + "sentence: One step.}\n"
            )
        );
        files["media/a.svg"] = TestCourse.Utf8("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>");
        var bag = new DiagnosticBag();
        Translation translation = CourseTranslation.Read(
            new CourseSource(SourceFolder.InMemory(files)),
            language,
            bag,
            mayBeNew: true
        )!;
        int left = unreviewed;
        foreach (TranslationUnit unit in translation.File.Units)
        {
            bool isReviewed = left-- <= 0;
            translation = translation.With(
                unit with
                {
                    Target = $"{language}:{unit.Source}",
                    State = isReviewed ? TranslationState.Reviewed : TranslationState.Translated,
                    Review = isReviewed ? "Somebody, 2026-11-24" : null,
                }
            );
        }
        files[$"languages/{language}.xlf"] = TestCourse.Utf8(XliffFile.Write(translation.File, "course.yaml"));
        return files;
    }
}
