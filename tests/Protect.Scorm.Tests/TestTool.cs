using System.IO.Compression;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Tests;

/// <summary>A course with one tool, in memory, which each test changes.</summary>
internal static class TestTool
{
    public const string Tool = """
        title: Note of facts
        audience: Everybody who saw or heard something.
        when: The same day.
        does_not_replace: It does not replace the call.
        fields:
          - {id: when-seen, label: Date and hour, example: "Tuesday, 6 p.m."}
          - {id: words, label: The exact words, lines: 3, example: "first line\nsecond line"}
          - {id: name-1, label: "Name, person 1"}
        sheets:
          - format: page
            title: The note
            parts:
              - title: People and hours
                body: |
                  [[when-seen]]

                  - [ ] I wrote it **today**.
                  - [x] I told somebody: {{ organisation.safeguarding_lead }}

                  1. [[words]]
                  2. Read [the rules](https://example.org/rules).

                  | Person | Told | Hour |
                  |---|---|---|
                  | [[name-1]] | [ ] | [[]] |

                  Helpline: {{ country.child_helpline }}
          - format: poster
            title: The poster
            parts:
              - body: Talk to somebody.
          - format: cards
            title: The cards
            parts:
              - {title: One, body: First card.}
              - {title: Two, body: Second card.}
              - {title: Three, body: Third card.}
              - {title: Four, body: Fourth card.}
              - {title: Five, body: Fifth card.}
          - format: slides
            title: The slides
            parts:
              - {title: A, body: First slide.}

        """;

    public static Dictionary<string, byte[]> Files(string tool = Tool, string blocks = "")
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(TestCourse.Course + TestCourse.Countries + "tools: [note]\n");
        files["tools/note.yaml"] = TestCourse.Utf8(tool);
        files["modules/one.yaml"] = TestCourse.Utf8(
            TestCourse.Module + (blocks.Length > 0 ? blocks : "      - {type: tool, tool: note}\n")
        );
        return files;
    }

    public static CompileResult Compile(IReadOnlyDictionary<string, byte[]> files, CompileOptions? options = null) =>
        TestCourse.Compile(files, (options ?? new CompileOptions()) with { Toolbox = true });

    /// <summary>Returns the files of a toolbox, or of a document, by name.</summary>
    public static Dictionary<string, byte[]> Unzip(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using Stream stream = entry.Open();
                var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                return bytes.ToArray();
            }
        );
    }

    /// <summary>Returns the files of the only toolbox of a compilation.</summary>
    public static Dictionary<string, byte[]> Box(CompileResult result)
    {
        Assert.Empty(result.Diagnostics.Where(finding => finding.IsError).Select(DiagnosticText.Format));
        return Unzip(Assert.Single(result.Toolboxes).Zip);
    }

    public static IDocument Page(IReadOnlyDictionary<string, byte[]> files, string name) =>
        new HtmlParser().ParseDocument(Encoding.UTF8.GetString(files[name]));

    /// <summary>Returns the page of the only tool.</summary>
    public static IDocument PageOf(string tool, CompileOptions? options = null) =>
        Page(Box(Compile(Files(tool), options)), "01-note-of-facts.html");
}
