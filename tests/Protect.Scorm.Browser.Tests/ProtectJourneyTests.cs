using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Protect.Scorm.Model;
using Protect.Scorm.Translating;

namespace Protect.Scorm.Browser.Tests;

/// <summary>
/// Journeys through the course we ship, in the packages of a release. <c>PROTECT_JOURNEYS=1</c> plays all of them:
/// complete and core, in French and English for France and the United Kingdom, in Polish, Turkish and Greek for a
/// country of each language, and in the mirrored pseudo-language.
/// </summary>
public sealed class ProtectJourneyTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private const int MostAttempts = 150;

    private static readonly LaunchOptions Still = new() { ReducedMotion = ReducedMotion.Reduce };

    /// <summary>Edition, language, country. The sample has every page in the two languages it is written in.</summary>
    public static TheoryData<string?, string, string> Packages
    {
        get
        {
            var all = new TheoryData<string?, string, string>();
            if (Environment.GetEnvironmentVariable("PROTECT_JOURNEYS") is null)
            {
                all.Add(null, "fr", "FR");
                all.Add(null, "en", "GB");
                all.Add("core", "en", "FR");
                return all;
            }
            foreach (string? edition in (string?[])[null, "core"])
            {
                foreach (string language in (string[])["fr", "en"])
                foreach (string country in (string[])["FR", "GB"])
                    all.Add(edition, language, country);
                all.Add(edition, "pl", "PL");
                all.Add(edition, "tr", "TR");
                all.Add(edition, "el", "CY");
                all.Add(edition, PseudoLanguage.Mirrored, "FR");
            }
            return all;
        }
    }

    [Theory(
        DisplayName = "From the cover to the pass and the card, each question of Protect is answered wrong and right, "
            + "and each story is played to each ending (PROTECT_JOURNEYS=1: in every package)"
    )]
    [MemberData(nameof(Packages))]
    public async Task CoverToCard(string? edition, string language, string country)
    {
        AnswerKey keys = AnswerKey.Of("protect", edition);
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.For("protect", edition, language, country),
            Still
        );
        CoursePage course = launch.Course;
        Assert.Equal(language, await course.Frame.EvaluateAsync<string>("document.documentElement.lang"));
        int clicks = 0;
        for (; await course.Article.Locator("form[data-question]").CountAsync() == 0; clicks++)
            await course.Next.ClickAsync();
        Assert.InRange(clicks, 1, 3);

        // The first answer to these stays: those that are right in French are wrong in English.
        Dictionary<string, bool?> once = keys
            .Once.Select((item, at) => (item.Id, IsRight: at % 2 == 0 == (language == "fr")))
            .ToDictionary(item => item.Id, item => (bool?)item.IsRight);
        Assert.Equal(16, once.Count);
        var faults = new List<string>();
        int kept = 0,
            compared = 0;
        foreach (string page in keys.Pages.Where(page => page != keys.AssessmentPage))
        {
            await course.GoTo(page);
            kept += await course.Frame.EvaluateAsync<int>(KeepAll);
            foreach (Answers item in keys.All.Where(item => item.Page == page))
                faults.AddRange(await AnswersOf(launch, item.Question, once.GetValueOrDefault(item.Id)));
            if (await course.Article.Locator("[data-before]").CountAsync() > 0)
                compared += await course.Article.Locator("[data-before] table").CountAsync();
        }
        Assert.Equal([], faults);
        Assert.InRange(kept, 10, 30);
        Assert.Equal(1, compared);

        var attempts = new Attempts(launch, keys);
        await attempts.HandIn((await attempts.Begin()).Select(item => Plan.Of(item.Question, right: true)));
        await Assertions.Expect(course.Results).ToHaveAttributeAsync("data-passed", "true");
        Assert.Equal(
            ("passed", "100"),
            (await launch.Stored("cmi.core.lesson_status"), await launch.Stored("cmi.core.score.raw"))
        );
        await course.GoTo(keys.CardPage);
        await Assertions.Expect(course.Article.Locator("[data-card-item]:visible")).ToHaveCountAsync(kept);
        await Assertions.Expect(course.Article.Locator("[data-card-print]")).ToBeVisibleAsync();
        await Assertions
            .Expect(course.Article.Locator(".country h2").First)
            .ToContainTextAsync(NameOf(country, language));
        Assert.DoesNotContain(
            await launch.Calls(),
            call => call.Args.Any(IsInteraction) || call.Args.Contains("failed")
        );
        await launch.NoErrorCodes();
    }

    [Theory(
        DisplayName = "Each question of the test of Protect is answered wrong and right, and each of its stories is "
            + "played to each ending; the test closes until pages are read again, and never sends “failed” "
            + "(PROTECT_JOURNEYS=1: in every package)"
    )]
    [MemberData(nameof(Packages))]
    public async Task WholeBank(string? edition, string language, string country)
    {
        AnswerKey keys = AnswerKey.Of("protect", edition);
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.For("protect", edition, language, country),
            Still
        );
        var attempts = new Attempts(launch, keys);
        var open = keys.Items.ToDictionary(item => item.Id, item => new Queue<Plan>(Plan.AllOf(item.Question)));
        var faults = new List<string>();
        for (int attempt = 0; open.Values.Any(left => left.Count > 0) && attempt < MostAttempts; attempt++)
        {
            IReadOnlyList<Answers> asked = await attempts.Begin();
            // One critical answer is always wrong, so that the test goes on.
            string[] critical = [.. asked.Where(item => item.Question.Core.IsCritical).Select(item => item.Id)];
            string wrong = critical[attempt % critical.Length];
            Plan[] plans =
            [
                .. asked.Select(item =>
                    item.Id != wrong && open[item.Id].TryDequeue(out Plan? next)
                        ? next
                        : Plan.Of(item.Question, right: item.Id != wrong)
                ),
            ];
            foreach ((Plan plan, Reply reply) in plans.Zip(await attempts.HandIn(plans)))
                faults.AddRange(reply.Faults(plan));
            await Assertions.Expect(launch.Course.Results).ToHaveAttributeAsync("data-passed", "false");
            Assert.Equal("incomplete", await launch.Stored("cmi.core.lesson_status"));
        }
        Assert.Equal([], faults);
        Assert.InRange(attempts.Closed, 1, MostAttempts);
        Assert.Equal([], open.Where(left => left.Value.Count > 0).Select(left => left.Key));
        Assert.DoesNotContain(
            await launch.Calls(),
            call => call.Args.Any(IsInteraction) || call.Args.Contains("failed")
        );
        await launch.NoErrorCodes();
    }

    /// <summary>Gives the answers to a question of a page, and returns the faults of the replies.</summary>
    /// <param name="launch">The launch.</param>
    /// <param name="question">The question.</param>
    /// <param name="once">Whether the only answer is the right one; null to give all answers.</param>
    private static async Task<IEnumerable<string>> AnswersOf(Launch launch, Question question, bool? once)
    {
        var faults = new List<string>();
        foreach (Plan plan in once is { } right ? [Plan.Of(question, right)] : Plan.AllOf(question))
        {
            Reply reply = (await QuickAnswers.Give(launch.Course, [plan])).Single();
            faults.AddRange(reply.Faults(plan));
            if (plan.Sure > 0 && reply.Remarks == 0)
                faults.Add($"{reply.Id} says nothing about the learner's confidence");
        }
        return faults;
    }

    private static string NameOf(string country, string language) =>
        (country, language) switch
        {
            ("FR", _) => "France",
            ("PL", _) => "Polska",
            ("TR", _) => "Türkiye",
            ("CY", _) => "Κύπρος",
            (_, "fr") => "Royaume-Uni",
            _ => "United Kingdom",
        };

    private const string KeepAll = """
        () => {
          const buttons = [...document.querySelectorAll("article:not([hidden]) [data-keep-button]")];
          for (const button of buttons) button.click();
          return buttons.length;
        }
        """;

    private static bool IsInteraction(string argument) => Regex.IsMatch(argument, @"^cmi\.interactions\.\d");
}
