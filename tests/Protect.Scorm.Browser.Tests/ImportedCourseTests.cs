using System.Text;
using Microsoft.Playwright;
using Protect.Scorm.Importing;

namespace Protect.Scorm.Browser.Tests;

/// <summary>A question bank that was imported, in a strict LMS.</summary>
public sealed class ImportedCourseTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private const int Questions = 200;

    [Fact(DisplayName = "A GIFT file of 200 questions becomes a course that builds and passes in a strict LMS")]
    public async Task BankPasses()
    {
        ImportSource source = ImportSource.OfFile("bank.gift", Encoding.UTF8.GetBytes(Bank()));
        ImportPlan plan = new ImportPlanner(source, Importers.Of(source)!, new ImportOptions()).New("bank");
        Assert.Equal(("gift", Questions), (Importers.Of(source)!.Name, plan.Questions));
        Assert.Empty(plan.Losses);
        string folder = Directory.CreateTempSubdirectory("protect-scorm-").FullName;
        try
        {
            foreach ((string path, byte[] bytes) in plan.Files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
                await File.WriteAllBytesAsync(Path.Combine(folder, path), bytes);
            }
            AnswerKey keys = AnswerKey.In(folder);
            CompileResult course = Courses.Made(
                plan.Files.ToDictionary(f => f.Key, f => Encoding.UTF8.GetString(f.Value))
            );
            await using Launch launch = await Launch.Start(run.Browser, course);
            foreach (string page in keys.Pages.Skip(1))
                await launch.Course.GoTo(page);
            IReadOnlyList<Answers> asked = await launch.Course.Asked(keys);
            Assert.Equal(Questions, asked.Count);
            foreach (Answers item in asked)
                await launch.Course.Answer(item.Question, right: true);
            await launch.Course.HandIn();
            await Assertions.Expect(launch.Course.Results).ToHaveAttributeAsync("data-passed", "true");
            Assert.Equal(
                ("passed", "100"),
                (await launch.Stored("cmi.core.lesson_status"), await launch.Stored("cmi.core.score.raw"))
            );
            await launch.NoErrorCodes();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Returns questions of every kind that GIFT marks, in five categories.</summary>
    private static string Bank()
    {
        var gift = new StringBuilder();
        for (int n = 1; n <= Questions; n++)
        {
            if (n % 40 == 1)
                gift.Append($"$CATEGORY: $course$/top/Unit {(n / 40) + 1}\n\n");
            gift.Append($"::Question {n}:: ");
            gift.Append(
                (n % 6) switch
                {
                    0 => $"How much is {n} times two? {{#{2 * n}:0#Right.####Double the tens first.}}",
                    1 => $"How much is {n} plus one? {{={n + 1}#Yes. ~{n}#One is missing. ~{n + 2}}}",
                    2 => $"Which are greater than {n}? {{~%50%{n + 1} ~%50%{n + 5} ~{n - 1}#It is smaller.}}",
                    3 => $"{n} is divisible by three. {{TRUE#Add up its digits.#The sum of its digits tells.}}",
                    4 => $"Match the doubles. {{={n} -> {2 * n} ={n + 1} -> {2 * n + 2} = -> {2 * n + 1}}}",
                    _ => $"Which word follows “{n}” in “{n} hours”? {{=hours =the word hours}}",
                }
            );
            gift.Append("\n\n");
        }
        return gift.ToString();
    }
}
