using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Tests;

/// <summary>The course we ship: its texts and facts.</summary>
public sealed partial class ProtectTests
{
    public static TheoryData<string?, string, string?> Packages =>
        new()
        {
            { null, "fr", "FR" },
            { null, "en", "GB" },
            { "core", "fr", "GB" },
            { "core", "en", "FR" },
            { null, "fr", null },
            { "core", "en", null },
        };

    [Theory(
        DisplayName = "Protect builds without a warning in both editions, and every link and picture in it resolves"
    )]
    [MemberData(nameof(Packages))]
    public void LinksResolve(string? edition, string language, string? country)
    {
        CompileResult result = CourseCompiler.Compile(
            SourceFolder.Course(Repository.At("courses", "protect"), "protect"),
            new CompileOptions
            {
                Edition = edition,
                Language = language,
                Country = country,
            }
        );
        Assert.DoesNotContain(result.Diagnostics, finding => finding.Rule.Severity != Severity.Note);
        Package package = result.Package!;
        HashSet<string> files = [.. package.Files.Select(file => file.Name)];
        var parser = new HtmlParser();
        var documents = package
            .Files.Where(file => file.Name.EndsWith(".html", StringComparison.Ordinal))
            .Select(file => (file.Name, parser.ParseDocument(Specs.TextOf(package, file.Name))))
            .Concat(
                files
                    .Where(name => name.StartsWith("module-", StringComparison.Ordinal))
                    .Select(name => (name, parser.ParseDocument(ModuleHtml(Specs.TextOf(package, name)))))
            )
            .ToList();
        HashSet<string> pages =
        [
            .. documents
                .Where(document =>
                    document.Item1 == "index.html" || document.Item1.StartsWith("module-", StringComparison.Ordinal)
                )
                .SelectMany(document => document.Item2.QuerySelectorAll("[data-page]"))
                .Select(page => "#p-" + page.GetAttribute("data-page")),
        ];
        var dead = new List<string>();
        foreach ((string name, IDocument document) in documents)
        {
            HashSet<string> ids = [.. document.QuerySelectorAll("[id]").Select(element => "#" + element.Id)];
            foreach (
                string address in document
                    .QuerySelectorAll("a[href],img[src],use[href]")
                    .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
            )
            {
                bool good = address.StartsWith('#')
                    ? ids.Contains(address)
                        || pages.Contains(address)
                        || address.StartsWith("#i-", StringComparison.Ordinal)
                    : Regex.IsMatch(address, "^(https?://[^ ]+|tel:[0-9+]+|mailto:)")
                        || files.Contains(Uri.UnescapeDataString(address.Split('#')[0]));
                if (!good)
                    dead.Add($"{name}: {address}");
            }
        }
        Assert.Empty(dead);
        Assert.InRange(pages.Count, edition is null ? 140 : 85, 300);
    }

    private static string ModuleHtml(string script) =>
        JsonDocument
            .Parse(script[(script.IndexOf('(') + 1)..script.LastIndexOf(')')])
            .RootElement.GetProperty("html")
            .GetString()!;

    /// <summary>The modules and the bank of the assessment.</summary>
    private static string[] Prose =>
        [
            .. Directory.EnumerateFiles(Repository.At("courses", "protect", "modules")),
            Repository.At("courses", "banks", "protect-test.yaml"),
        ];

    [Fact(
        DisplayName = "The French of Protect uses no-break spaces before punctuation, typographic apostrophes, no "
            + "midpoints"
    )]
    public void FrenchTypography()
    {
        string[] files = [Repository.At("courses", "protect", "course.yaml"), .. Prose];
        Assert.Empty(
            files
                .SelectMany(file =>
                    File.ReadLines(file)
                        .Select((line, index) => (line, Where: $"{Path.GetFileName(file)}:{index + 1} {line.Trim()}"))
                )
                .Where(item =>
                    !item.line.TrimStart().StartsWith('#')
                    && !item.line.Contains("language: en", StringComparison.Ordinal)
                    && BadFrench().IsMatch(item.line)
                )
                .Select(item => item.Where)
        );
    }

    [Fact(DisplayName = "The prose of Protect contains no phone number except 112")]
    public void NoNumbersInProse()
    {
        Assert.DoesNotContain(
            Prose.SelectMany(file =>
                Numbers().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}")
            ),
            found => !found.EndsWith(": tel:112", StringComparison.Ordinal)
        );
    }

    [GeneratedRegex(@"(?<=[\p{L}\p{N})»*]) [;?!»](?!\w)|« |(?<=\p{L})'(?=\p{L})|\p{L}·\p{L}|\d %")]
    private static partial Regex BadFrench();

    [GeneratedRegex(@"tel:[0-9+]+|\b(?:119|3018|3919|116 ?\d{3}|999|0800[0-9 ]+|\+\d{2}[0-9 ]{6,})\b")]
    private static partial Regex Numbers();
}
