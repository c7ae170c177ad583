using Protect.Scorm.Cli;
using Protect.Scorm.Cli.Arguments;
using Xunit;

namespace Protect.Scorm.Tests;

public sealed class ProgressTests
{
    private static string Said(int? width, bool isPlain, Action<Progress> use)
    {
        var to = new StringWriter { NewLine = "\n" };
        using (var progress = new Progress(to, width, isPlain))
            use(progress);
        return to.ToString();
    }

    private static void Work(Progress progress)
    {
        progress.Say("1 of 2: a long name");
        progress.EndDelay();
        progress.Say("2 of 2: b");
        progress.Clear();
    }

    [Fact(DisplayName = "Progress is not printed if a program reads the output")]
    public void Silent() => Assert.Equal("", Said(null, isPlain: false, Work));

    [Fact(DisplayName = "In CI each step is a plain line")]
    public void Plain() => Assert.Equal("1 of 2: a long name\n2 of 2: b\n", Said(null, isPlain: true, Work));

    [Fact(DisplayName = "On a terminal one line is overwritten and cleared, without escapes and within its width")]
    public void Terminal()
    {
        Assert.Equal("\r1 of 2: a long name\r2 of 2: b          \r         \r", Said(80, isPlain: false, Work));
        Assert.All(Said(12, isPlain: true, Work).Split('\r'), line => Assert.True(line.Length < 12, line));
        Assert.DoesNotContain("\u001b", Said(12, isPlain: false, Work));
    }

    [Fact(DisplayName = "A short step prints nothing on a terminal")]
    public void Moment() => Assert.Equal("", Said(80, isPlain: false, progress => progress.Say("1 of 1: quick")));
}
