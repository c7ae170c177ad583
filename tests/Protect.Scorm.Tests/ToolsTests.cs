using System.Text;
using AngleSharp.Dom;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Model;

namespace Protect.Scorm.Tests;

/// <summary>Tests tools to print and fill in: reading, pages, packages and zips.</summary>
public sealed class ToolsTests
{
    // One pixel.
    private const string Png =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Fact(DisplayName = "A toolbox has a start page, and a page and a document of each tool, named after its title")]
    public void Contents()
    {
        CompileResult result = TestTool.Compile(TestTool.Files());
        Assert.Empty(result.Diagnostics.Select(DiagnosticText.Format));
        Assert.Equal("spec-toolbox-en.zip", Assert.Single(result.Toolboxes).FileName);
        Dictionary<string, byte[]> files = TestTool.Box(result);
        Assert.Equal(
            ["01-note-of-facts.docx", "01-note-of-facts.html", "credits.txt", "index.html", "licence.txt"],
            files.Keys
        );
        IDocument start = TestTool.Page(files, "index.html");
        Assert.Contains("Everybody who saw or heard something.", start.Body!.TextContent);
        Assert.Equal(
            ["01-note-of-facts.html", "01-note-of-facts.docx"],
            start.QuerySelectorAll("a").Select(link => link.GetAttribute("href"))
        );
    }

    [Theory(DisplayName = "Files of a tool have ASCII names: the title where it has Latin letters, else its id")]
    [InlineData("L’échange d’équipe : où ?", "01-l-echange-d-equipe-ou")]
    [InlineData("Σημείωμα", "01-note")]
    [InlineData("سجل", "01-note")]
    [InlineData("!!!", "01-note")]
    public void Names(string title, string name)
    {
        Dictionary<string, byte[]> files = TestTool.Files(
            TestTool.Tool.Replace("title: Note of facts", $"title: \"{title}\"")
        );
        Assert.Contains(name + ".docx", TestTool.Box(TestTool.Compile(files)).Keys);
    }

    [Fact(DisplayName = "Every field, blank and box of a tool's page has a name, and ids are unique")]
    public void FieldsAreNamed()
    {
        IDocument page = TestTool.PageOf(TestTool.Tool);
        string[] names =
        [
            .. page.QuerySelectorAll(".side input, .side textarea")
                .Select(control =>
                    control.GetAttribute("aria-label")
                    ?? (
                        control.Closest("label") ?? page.QuerySelector($"label[for='{control.Id}']")
                    )!.TextContent.Trim()
                ),
        ];
        Assert.Equal(
            [
                "Date and hour",
                "I wrote it today.",
                "I told somebody:",
                "Contact for concerns",
                "The exact words",
                "Name, person 1",
                "Row 1, Told",
                "Row 1, Hour",
                "Helpline",
            ],
            names
        );
        string[] ids = [.. page.QuerySelectorAll("[id]").Select(element => element.Id!)];
        Assert.Equal(ids.Distinct(), ids);
        string[] keys = [.. page.QuerySelectorAll("[name]:not(meta)").Select(one => one.GetAttribute("name")!)];
        Assert.Equal(keys.Distinct(), keys);
        Assert.Equal("3", page.QuerySelector("textarea")!.GetAttribute("rows"));
        Assert.All(page.QuerySelectorAll("thead th"), head => Assert.Equal("col", head.GetAttribute("scope")));
    }

    [Fact(DisplayName = "A table's first column is its row headers if all its cells are words; they name the blanks")]
    public void RowHeaders()
    {
        IDocument page = TestTool.PageOf(
            TestTool.Tool.Replace("| [[name-1]] | [ ] | [[]] |", "| Door | [[name-1]] | [[]] |")
        );
        IElement head = page.QuerySelector("tbody th")!;
        Assert.Equal(("row", "Door"), (head.GetAttribute("scope"), head.TextContent));
        Assert.NotNull(page.QuerySelector("input[aria-label='Door, Hour']"));
    }

    [Fact(DisplayName = "The filled example repeats only sheets with examples, shows their lines, and has no controls")]
    public void Example()
    {
        IDocument page = TestTool.PageOf(TestTool.Tool);
        IElement[] sides = [.. page.QuerySelectorAll(".side")];
        IElement example = sides[^1];
        Assert.Equal("Filled example: The note", example.QuerySelector("h2")!.TextContent);
        Assert.Empty(example.QuerySelectorAll("input, textarea"));
        Assert.Equal(
            ["Tuesday, 6 p.m.", "first line<br>second line"],
            example.QuerySelectorAll(".filled").Select(words => words.InnerHtml)
        );
        Assert.Contains("☐  I wrote it today.", example.TextContent);
        Assert.Contains("☑  I told somebody", example.TextContent);
        // Page, poster, two sides of cards, a slide, and the example.
        Assert.Equal(
            ["page", "poster", "cards", "cards", "slides", "page"],
            sides.Select(side => side.ClassList.First(name => name is not ("side" or "roomy" or "dense")))
        );
        Assert.Null(TestTool.PageOf(NoExamples()).QuerySelector(".filled, .unfilled"));
    }

    private static string NoExamples() =>
        TestTool
            .Tool.Replace(", example: \"Tuesday, 6 p.m.\"", "")
            .Replace(", example: \"first line\\nsecond line\"", "");

    [Fact(DisplayName = "The course's notice and licence are on each card, slide and page of a tool")]
    public void Notice()
    {
        Dictionary<string, byte[]> files = TestTool.Files();
        files["course.yaml"] = [.. files["course.yaml"], .. TestCourse.Utf8("notice: Nobody has reviewed this.\n")];
        Dictionary<string, byte[]> box = TestTool.Box(TestTool.Compile(files));
        IHtmlCollection<IElement> leaves = TestTool.Page(box, "01-note-of-facts.html").QuerySelectorAll(".leaf");
        Assert.Equal(9, leaves.Length);
        Assert.All(leaves, leaf => Assert.Contains("Nobody has reviewed this.", leaf.TextContent));
        Assert.All(leaves, leaf => Assert.Contains("CC-BY-SA-4.0", leaf.TextContent));
        Assert.Contains("Nobody has reviewed this.", TestTool.Page(box, "index.html").Body!.TextContent);
    }

    [Fact(DisplayName = "A discreet sheet shows nothing about the course, on its page and in its document")]
    public void Discreet()
    {
        string tool = TestTool.Tool.Replace("title: The note\n", "title: The note\n    discreet: true\n");
        Dictionary<string, byte[]> files = TestTool.Files(tool);
        files["course.yaml"] = [.. files["course.yaml"], .. TestCourse.Utf8("notice: Nobody has reviewed this.\n")];
        Dictionary<string, byte[]> box = TestTool.Box(TestTool.Compile(files));
        IDocument page = TestTool.Page(box, "01-note-of-facts.html");
        Assert.Equal("Note of facts", page.Title);
        string[] known = ["Spec", "CC-BY-SA-4.0", "Nobody has reviewed", "Everybody who saw", "The same day"];
        IElement[] leaves = [.. page.QuerySelectorAll(".leaf")];
        Assert.All(known, words => Assert.DoesNotContain(words, leaves[0].TextContent));
        Assert.All(known, words => Assert.DoesNotContain(words, leaves[^1].TextContent)); // its example
        Assert.Contains("CC-BY-SA-4.0", leaves[1].TextContent);
        // The person who prints it still reads what it is for: on the screen.
        Assert.Contains("Everybody who saw", page.QuerySelector(".about.hint")!.TextContent);
        Dictionary<string, byte[]> document = TestTool.Unzip(box["01-note-of-facts.docx"]);
        Assert.All(
            document.Where(part => part.Key.EndsWith(".xml", StringComparison.Ordinal)),
            part => Assert.All(known, words => Assert.DoesNotContain(words, Encoding.UTF8.GetString(part.Value)))
        );
        Assert.Contains("Nobody has reviewed this.", TestTool.Page(box, "index.html").Body!.TextContent);
    }

    [Fact(
        DisplayName = "Posters, cards and slides show audience and moment on the screen only, never in place of a card"
    )]
    public void Introduced()
    {
        string tool = TestTool.Tool[..TestTool.Tool.IndexOf("  - format: page", StringComparison.Ordinal)];
        foreach (string format in (string[])["poster", "cards", "slides"])
        {
            IDocument page = TestTool.PageOf(
                tool
                    + $"  - format: {format}\n    parts:\n"
                    + "      - {title: One, body: \"[[when-seen]] [[words]] [[name-1]]\"}\n"
            );
            Assert.Single(page.QuerySelectorAll(".side:not(.example) .leaf"));
            Assert.DoesNotContain("Everybody who saw", page.QuerySelector(".side")!.TextContent);
            Assert.Contains("Everybody who saw", page.QuerySelector(".about.hint")!.TextContent);
            Assert.Equal("Note of facts", Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        }
    }

    [Fact(DisplayName = "A blank at the end of a line reaches the margin; in a sentence it stays short")]
    public void Stretched()
    {
        IDocument page = TestTool.PageOf(
            TestTool.Tool.Replace(
                "body: Talk to somebody.",
                "body: \"From: {{ organisation.name }}\\n\\nBy {{ organisation.contact }} today.\""
            )
        );
        IElement[] rows = [.. page.QuerySelectorAll(".row")];
        Assert.Equal(
            ["Helpline:", "From:"],
            rows.Where(row => row.ParentElement!.LocalName == "p")
                .Select(row => row.FirstElementChild!.TextContent.Trim())
        );
        Assert.All(rows, row => Assert.True(row.LastElementChild!.ClassList.Contains("blank")));
        Assert.DoesNotContain(rows, row => row.TextContent.Contains("today"));
    }

    [Fact(DisplayName = "Only a checked entry of a country fills its slot in a tool; else a blank has the slot's name")]
    public void CountrySlots()
    {
        Dictionary<string, byte[]> files = TestTool.Files();
        string Entry(string check) =>
            "country: FR\nname: France\nlanguage: en\nentries:\n  - slot: child_helpline\n    name: The line\n"
            + $"    number: \"000\"\n    source: {{title: T}}\n    confidence: known\n{check}";
        files["countries/FR.yaml"] = TestCourse.Utf8(Entry(""));
        var options = new CompileOptions { Country = "FR" };
        string Page() =>
            TestTool.Page(TestTool.Box(TestTool.Compile(files, options)), "01-note-of-facts.html").Body!.InnerHtml;
        Assert.Contains("aria-label=\"Helpline\"", Page());
        Assert.DoesNotContain("The line", Page());
        files["countries/FR.yaml"] = TestCourse.Utf8(
            Entry("    checked_on: \"2026-11-01\"\n    checked_by: Somebody\n")
        );
        Assert.DoesNotContain("aria-label=\"Helpline\"", Page());
        Assert.Contains("The line, <a href=\"tel:000\">000</a>", Page());
        Assert.Equal("spec-toolbox-en-fr.zip", TestTool.Compile(files, options).Toolboxes[0].FileName);
    }

    [Fact(DisplayName = "Name, contacts, policy and logo of the organisation are filled in, as text and not as markup")]
    public void Organisation()
    {
        string tool = TestTool.Tool.Replace(
            "body: Talk to somebody.",
            "body: \"{{ organisation.name }}; {{ organisation.contact }}; {{ organisation.policy }}\""
        );
        string blank = TestTool.PageOf(tool).Body!.InnerHtml;
        Assert.Contains("aria-label=\"Name of the organisation\"", blank);
        Assert.Contains("aria-label=\"Safeguarding policy\"", blank);
        var organisation = SourceFolder.InMemory(
            new Dictionary<string, byte[]>
            {
                ["ours.yaml"] = TestCourse.Utf8(
                    "name: The *Club* <b>\nlogo: logo.png\ncontact: club@example.org\n"
                        + "safeguarding_lead: Ana\npolicy: https://example.org/policy\n"
                ),
                ["logo.png"] = Convert.FromBase64String(Png),
            }
        );
        CompileResult result = TestTool.Compile(
            TestTool.Files(tool),
            new CompileOptions { Organisation = new OrganisationSource(organisation, "ours.yaml") }
        );
        Assert.Empty(result.Diagnostics.Select(DiagnosticText.Format));
        Dictionary<string, byte[]> box = TestTool.Box(result);
        IDocument page = TestTool.Page(box, "01-note-of-facts.html");
        Assert.Contains("The *Club* <b>; club@example.org; https://example.org/policy", page.Body!.TextContent);
        Assert.Contains("I told somebody: Ana", page.Body.TextContent);
        Assert.Equal("organisation-logo.png", page.QuerySelector("img")!.GetAttribute("src"));
        Assert.Contains("organisation-logo.png", box.Keys);
        Assert.Contains("word/media/logo.png", TestTool.Unzip(box["01-note-of-facts.docx"]).Keys);
        Assert.Equal("spec-toolbox-en-the-club-b.zip", result.Toolboxes[0].FileName);
    }

    [Fact(DisplayName = "A package carries page and document of the tools that its pages offer, and of no others")]
    public void InPackages()
    {
        string second = TestTool.Tool.Replace("Note of facts", "Second tool");
        Dictionary<string, byte[]> files = TestTool.Files();
        files["course.yaml"] = TestCourse.Utf8(
            TestCourse.Course
                + TestCourse.Countries
                + "tools: [note, other]\nallow:\n"
                + "  - {rule: tool-not-offered, because: a test}\n"
        );
        files["tools/other.yaml"] = TestCourse.Utf8(second);
        string[] Carried() =>
            [
                .. TestTool
                    .Compile(files)
                    .Package!.Files.Select(file => file.Name)
                    .Where(name => name.StartsWith("tool-", StringComparison.Ordinal)),
            ];
        Assert.Equal(["tool-01-note-of-facts.html", "tool-01-note-of-facts.docx"], Carried());
        files["modules/one.yaml"] = TestCourse.Utf8(TestCourse.Module + "      - {type: tools, title: Tools}\n");
        Assert.All(Carried(), name => Assert.Matches("note-of-facts|second-tool", name));
        Assert.Equal(4, Carried().Length);
    }

    [Fact(DisplayName = "The block of a tool links to its page in a new tab, and to its document as a download")]
    public void Block()
    {
        CompileResult result = TestTool.Compile(TestTool.Files());
        string index = Specs.TextOf(result.Package!, "index.html");
        Assert.Contains("href=\"tool-01-note-of-facts.html\" target=\"_blank\"", index);
        Assert.Contains("href=\"tool-01-note-of-facts.docx\" download=\"tool-01-note-of-facts.docx\"", index);
        Assert.Contains("01-note-of-facts.html", Specs.TextOf(result.Package!, "print.html"));
    }

    [Fact(DisplayName = "A course without tools has the same package, and no toolbox, with --as toolbox and without")]
    public void WithoutTools()
    {
        CompileResult plain = TestCourse.Compile(TestCourse.Files()),
            boxed = TestTool.Compile(TestCourse.Files());
        Assert.Empty(boxed.Toolboxes);
        Assert.Equal(plain.Zip, boxed.Zip);
        Assert.All(
            plain.Package!.Files,
            file => Assert.DoesNotContain(".toolbox", Encoding.UTF8.GetString(file.Bytes.Span))
        );
        // A tool that no page offers adds nothing either.
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(TestCourse.Course + TestCourse.Countries);
        byte[] without = TestCourse.Compile(files).Zip!;
        files["course.yaml"] = TestCourse.Utf8(TestCourse.Course + TestCourse.Countries + "tools: [note]\n");
        files["tools/note.yaml"] = TestCourse.Utf8(TestTool.Tool);
        Assert.Equal(without, TestCourse.Compile(files).Zip);
    }

    [Fact(DisplayName = "An edition's toolbox has the tools that the pages of the edition offer")]
    public void Editions()
    {
        Dictionary<string, byte[]> files = TestTool.Files();
        files["course.yaml"] =
        [
            .. files["course.yaml"],
            .. TestCourse.Utf8("editions:\n  - {id: short, modules: [two]}\n"),
        ];
        files["modules/two.yaml"] = TestCourse.Utf8(
            "id: two\ntitle: Two\npages:\n  - {id: end, title: End, blocks: [{type: text, body: Bye.}]}\n"
        );
        var options = new CompileOptions { Edition = "short" };
        Assert.Empty(TestTool.Compile(files, options).Toolboxes);
        files["modules/two.yaml"] = TestCourse.Utf8(
            "id: two\ntitle: Two\npages:\n  - {id: end, title: End, blocks: [{type: tool, tool: note}]}\n"
        );
        Assert.Equal("spec-short-toolbox-en.zip", TestTool.Compile(files, options).Toolboxes[0].FileName);
    }

    [Fact(DisplayName = "Titles, labels, examples and texts of tools are translated; each keeps its address")]
    public void Addresses()
    {
        var source = new CourseSource(SourceFolder.InMemory(TestTool.Files()));
        string[] addresses = [.. source.Places.Select(place => place.Address)];
        Assert.Equal(addresses.Distinct(), addresses);
        Assert.Superset(
            new HashSet<string>
            {
                "tool.note.title",
                "tool.note.audience",
                "tool.note.when",
                "tool.note.does_not_replace",
                "tool.note.fields.words.label",
                "tool.note.fields.words.example",
                "tool.note.sheets.1.title",
                "tool.note.sheets.1.parts.1.title",
                "tool.note.sheets.1.parts.1.body",
            },
            addresses.ToHashSet()
        );
        Assert.All(source.Places, place => Assert.NotEmpty(place.About));
    }

    [Theory(DisplayName = "A translation that loses a field, an empty cell, a box or a slot of a tool is refused")]
    [InlineData("[[words]]", "words")]
    [InlineData("[[]]", "")]
    [InlineData("[ ] I wrote", "I wrote")]
    [InlineData("{{ country.child_helpline }}", "")]
    public void LostFields(string code, string instead)
    {
        Dictionary<string, byte[]> files = Translated(text => text.Replace(code, instead));
        CompileResult result = TestTool.Compile(files, new CompileOptions { Language = "fr" });
        Assert.Contains("lost-placeholder", result.Diagnostics.Select(finding => finding.Rule.Slug));
        Assert.DoesNotContain(result.Diagnostics, finding => finding.Rule.Slug == "added-placeholder");
    }

    [Fact(DisplayName = "A toolbox in another language has its texts, names and words of the player")]
    public void Languages()
    {
        Dictionary<string, byte[]> files = Translated(text => text.Replace("Note of facts", "Note de faits"));
        CompileResult result = TestTool.Compile(files, new CompileOptions { Language = "fr" });
        Assert.Equal("spec-toolbox-fr.zip", result.Toolboxes[0].FileName);
        IDocument page = TestTool.Page(TestTool.Box(result), "01-note-de-faits.html");
        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Exemple rempli", page.Body!.TextContent);
        CompileResult both = TestTool.Compile(files, new CompileOptions { MoreLanguages = ["fr"] });
        Assert.Equal(
            ["spec-toolbox-en.zip", "spec-toolbox-fr.zip"],
            both.Toolboxes.Select(toolbox => toolbox.FileName)
        );
        Assert.Contains("tool-fr-01-note-de-faits.docx", both.Package!.Files.Select(file => file.Name));
    }

    /// <summary>Returns the course with a French translation: each text, changed.</summary>
    private static Dictionary<string, byte[]> Translated(Func<string, string> change)
    {
        Dictionary<string, byte[]> files = TestTool.Files();
        var source = new CourseSource(SourceFolder.InMemory(files));
        string units = string.Concat(
            source.Places.Select(place =>
                $"<trans-unit id=\"{place.Address}\"><source>{Xml(place.Text)}</source>"
                + $"<target state=\"translated\">{Xml(change(place.Text))}</target></trans-unit>\n"
            )
        );
        files["languages/fr.xlf"] = TestCourse.Utf8(
            "<?xml version=\"1.0\"?>\n<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">"
                + "<file source-language=\"en\" target-language=\"fr\" datatype=\"plaintext\" original=\"course\">"
                + $"<body>\n{units}</body></file></xliff>\n"
        );
        return files;
    }

    private static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;");

    [Fact(DisplayName = "A toolbox has the same bytes in every run, culture and time zone")]
    public void SameBytes()
    {
        byte[] first = TestTool.Compile(TestTool.Files()).Toolboxes[0].Zip;
        Assert.Equal(first, TestTool.Compile(TestTool.Files()).Toolboxes[0].Zip);
        using var command = new CommandLine();
        foreach ((string path, byte[] bytes) in TestTool.Files())
            command.Write($"mine/{path}", Encoding.UTF8.GetString(bytes));
        (string Zone, string Culture)[] places = [("Pacific/Auckland", "tr_TR"), ("America/Los_Angeles", "fa_IR")];
        foreach ((string zone, string culture) in places)
        {
            command.RunIn(
                "",
                new()
                {
                    ["TZ"] = zone,
                    ["LC_ALL"] = culture,
                    ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0",
                },
                "build",
                "mine",
                "--as",
                "toolbox",
                "--out",
                "out",
                "--no-cache"
            );
            Assert.Equal(first, File.ReadAllBytes(Path.Combine(command.Folder, "out", "spec-toolbox-en.zip")));
        }
    }

    [Fact(DisplayName = "SHA256SUMS and the cache know the toolbox: it is made again only if it is gone or changed")]
    public void Cache()
    {
        using var command = new CommandLine();
        foreach ((string path, byte[] bytes) in TestTool.Files())
            command.Write($"mine/{path}", Encoding.UTF8.GetString(bytes));
        string zip = Path.Combine(command.Folder, "dist", "spec-toolbox-en.zip"),
            sums = Path.Combine(command.Folder, "dist", "SHA256SUMS");
        Assert.Equal(0, Build("workbook,toolbox").Code);
        string listed = File.ReadAllText(sums);
        Assert.Contains("  spec-toolbox-en.zip\n", listed);
        Assert.Contains("  spec-toolbox-en/01-note-of-facts.docx\n", listed);
        DateTime made = File.GetLastWriteTimeUtc(zip);
        Build("workbook,toolbox");
        Assert.Equal(made, File.GetLastWriteTimeUtc(zip));
        Assert.Equal(listed, File.ReadAllText(sums));
        File.WriteAllText(zip, "damaged");
        Build("workbook,toolbox");
        Assert.True(new FileInfo(zip).Length > 1000);
        Assert.Equal(listed, File.ReadAllText(sums));
        Assert.Contains("is not facilitator, workbook, toolbox", Build("toolbox,poster").Errors);

        (int Code, string Output, string Errors) Build(string what) => command.Run("build", "mine", "--as", what);
    }

    [Fact(DisplayName = "A tool with 10,000 fields, and texts of 20,000 characters, are read and printed in seconds")]
    public void ManyFields()
    {
        string fields = string.Concat(Enumerable.Range(0, 10_000).Select(n => $"  - {{id: f{n}, label: Field {n}}}\n"));
        string parts = string.Concat(
            Enumerable
                .Range(0, 10)
                .Select(part =>
                    "      - body: |\n"
                    + string.Concat(Enumerable.Range(part * 1000, 1000).Select(n => $"          [[f{n}]]\n\n"))
                )
        );
        IDocument page = TestTool.PageOf(
            $"title: Note of facts\naudience: A\nwhen: W\nfields:\n{fields}"
                + $"sheets:\n  - format: page\n    parts:\n{parts}"
        );
        Assert.Equal(10_000, page.QuerySelectorAll("input").Length);
        string cells = string.Concat(Enumerable.Repeat("[[]]|", 3_990));
        IDocument wide = TestTool.PageOf(
            "title: Note of facts\naudience: A\nwhen: W\nsheets:\n  - format: page\n    parts:\n      - body: |\n"
                + $"          |a|\n          |--|\n          |{cells}\n"
        );
        Assert.NotEmpty(wide.QuerySelectorAll("input"));
    }

    [Fact(DisplayName = "Markup in titles, labels and examples is shown as typed, and private characters do no harm")]
    public void Markup()
    {
        const string hostile = "<script>alert(1)</script> & \\\"quotes\\\" \uE101 \uE000 \u0001";
        IDocument page = TestTool.PageOf(
            TestTool
                .Tool.Replace("label: The exact words", $"label: \"{hostile}\"")
                .Replace("first line\\nsecond line", hostile)
                .Replace("body: Talk to somebody.", "body: \"Talk \uE101 to \uE100 somebody \uE000.\"")
                .Replace("\u0001", "\\u0001")
        );
        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Contains("<script>alert(1)</script>", page.QuerySelector("label[for='f-words']")!.TextContent);
        Assert.Contains("Talk \uFFFD to \uFFFD somebody \uFFFD.", page.Body!.TextContent);
    }

    [Fact(DisplayName = "A tool in a language from right to left has pages and documents in that direction")]
    public void RightToLeft()
    {
        Dictionary<string, byte[]> files = TestTool.Files(
            """
            title: سجل الوقائع
            audience: كل من رأى أو سمع شيئا.
            when: في اليوم نفسه.
            fields: [{id: name, label: الاسم}]
            sheets:
              - format: page
                parts:
                  - title: من ومتى
                    body: |
                      نكتب هنا ما رأيناه.

                      [[name]]

                      | الاسم | الساعة |
                      |---|---|
                      | [[]] | [ ] |

            """
        );
        files["course.yaml"] = TestCourse.Utf8(
            Encoding.UTF8.GetString(files["course.yaml"]).Replace("language: en", "language: ar")
        );
        Dictionary<string, byte[]> box = TestTool.Box(TestTool.Compile(files));
        Assert.Equal("rtl", TestTool.Page(box, "01-note.html").DocumentElement.GetAttribute("dir"));
        string document = Encoding.UTF8.GetString(TestTool.Unzip(box["01-note.docx"])["word/document.xml"]);
        Assert.Contains("<w:bidiVisual", document);
        Assert.Contains("<w:rtl", document);
        Assert.True(document.Split("<w:bidi />").Length > 8, document);
    }
}
