using System.Text.Json;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Firefox, in the independent LMS runtime.</summary>
public sealed class FirefoxTests(FirefoxVisit visit) : IClassFixture<FirefoxVisit>
{
    private string Text(params string[] path) =>
        path.Aggregate(visit.Outcome, (one, name) => one.GetProperty(name)).ToString();

    [Fact(DisplayName = "In Firefox a course launches on its first page, and an answer is marked")]
    public void Launched()
    {
        Assert.Equal("first", Text("launched", "page"));
        Assert.Equal("", Text("launched", "verdict"));
        Assert.Equal("last", Text("answered", "page"));
        Assert.Equal("right", Text("answered", "verdict"));
    }

    [Fact(DisplayName = "In Firefox an answer given just before the tab is closed reaches the LMS")]
    public void Closed()
    {
        Assert.Equal("0", Text("answered", "chosen"));
        Assert.Equal("last", Text("atClose", "cmi.core.lesson_location"));
        Assert.Equal("1", Text("resumed", "chosen"));
    }

    [Fact(DisplayName = "In Firefox leaving for another page ends the session with LMSFinish, and no call fails")]
    public void Left()
    {
        Assert.Equal("LMSFinish", Calls()[^1].GetProperty("name").GetString());
        Assert.All(Calls(), call => Assert.Equal("0", call.GetProperty("error").GetString()));
    }

    [Fact(DisplayName = "In Firefox a course resumes from the LMS alone: page, answers and a word of welcome")]
    public void Resumed()
    {
        Assert.Equal("last", Text("resumed", "page"));
        Assert.Equal("right", Text("back", "verdict"));
        Assert.Contains("Welcome back", Text("resumed", "notices"), StringComparison.Ordinal);
    }

    private JsonElement[] Calls() => [.. visit.Outcome.GetProperty("calls").EnumerateArray()];
}
