using System.Text;

namespace Protect.Scorm.Browser.Tests;

/// <summary>A long course: modules of several pages, with and without minutes.</summary>
internal static class Chapters
{
    public const int Modules = 10,
        Pages = 6;

    public static Dictionary<string, string> Files(string more = "")
    {
        var files = new Dictionary<string, string>
        {
            ["course.yaml"] = $"""
                id: chapters
                version: 1.0.0
                language: en
                title: Chapters
                description: A long course.
                duration: 100
                licence: CC-BY-SA-4.0
                authors: [Nobody]
                modules: [{string.Join(", ", Enumerable.Range(1, Modules).Select(number => $"m{number}"))}]
                {more}
                """,
            ["media/door.svg"] =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 600\">"
                + "<text x=\"9\" y=\"99\">Door</text></svg>",
        };
        for (int number = 1; number <= Modules; number++)
            files[$"modules/m{number}.yaml"] = Module(number);
        return files;
    }

    private static string Module(int number)
    {
        var text = new StringBuilder(
            $"""
            id: m{number}
            title: Chapter {number}
            takeaway: Sentence {number} to remember.
            {(number % 2 == 1 ? "duration: 10" : "summary: Without minutes.")}
            pages:

            """
        );
        if (number == 2)
            text.Append(
                """
                  - type: cover
                    id: m2-cover
                    title: The second part
                    picture: media/door.svg
                    alt: An open door.
                    sentence: One step after the other.

                """
            );
        for (int page = 1; page <= Pages; page++)
            text.Append(
                $"""
                  - id: m{number}-{page}
                    title: Page {number}.{page}
                    blocks:
                      - type: text
                        body: One line of text.

                """
            );
        return text.ToString();
    }
}
