using System.Text;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Packaging;

/// <summary>
/// Writes the three legal files of a package: <c>credits.txt</c>, <c>licence.txt</c> and <c>notices.txt</c>. Headings
/// are French for a French course and English for any other; licence texts stay in their legally binding language.
/// </summary>
internal static class LegalFiles
{
    public const string Credits = "credits.txt",
        Licence = "licence.txt",
        Notices = "notices.txt";

    /// <param name="course">Course with its authors, credits and licence.</param>
    /// <param name="notices">Notices of third-party programs in the package; may be empty.</param>
    public static IReadOnlyList<PackageFile> Write(Course course, string notices)
    {
        LegalWords words = LegalWords.For(course.Language.Value);
        return
        [
            Text(Credits, CreditsOf(course, words)),
            Text(Licence, LicenceOf(course, words)),
            Text(Notices, string.IsNullOrWhiteSpace(notices) ? words.NoNotices : notices),
        ];
    }

    /// <summary>Writes credits and licence of a course's content, without those of the player.</summary>
    public static IReadOnlyList<PackageFile> OfContent(Course course)
    {
        LegalWords words = LegalWords.For(course.Language.Value);
        return [Text(Credits, CreditsOf(course, words)), Text(Licence, ContentLicenceOf(course, words))];
    }

    private static string CreditsOf(Course course, LegalWords words)
    {
        string authors = string.Join('\n', course.Authors.Select(author => "- " + PlainText.Line(author.Value)));
        string[] credits = [.. course.Credits.Select(credit => "- " + PlainText.Of(credit))];
        string[] sections =
        [
            $"{PlainText.Line(course.Title.Value)}\n{words.Version} {PlainText.Line(course.Version.Value)}",
            $"{words.Authors}\n{authors}",
            credits.Length == 0 ? "" : $"{words.Credits}\n{string.Join('\n', credits)}",
            $"{words.Licence}\n{ContentLicence.Named(course.Licence.Value)}",
        ];
        return string.Join("\n\n", sections.Where(section => section.Length > 0));
    }

    private static string LicenceOf(Course course, LegalWords words) =>
        $"{ContentLicenceOf(course, words)}\n\n{words.Program}\n\n{ProgramLicence()}";

    private static string ContentLicenceOf(Course course, LegalWords words)
    {
        string licence = course.Licence.Value;
        string named = $"{words.Content}\n{PlainText.Line(course.Title.Value)} – {ContentLicence.Named(licence)}";
        if (ContentLicence.Address(licence) is { } address)
            named += $"\n{words.Notice}\n{address}";
        return named;
    }

    /// <summary>Returns the LICENSE file of this program.</summary>
    private static string ProgramLicence() => Encoding.UTF8.GetString(SourceFolder.Embedded("bundle").Read("LICENSE"));

    private static PackageFile Text(string name, string text) =>
        new(name, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n"), IsText: true);
}
