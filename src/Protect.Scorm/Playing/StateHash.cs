using System.Security.Cryptography;
using System.Text;
using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Playing;

/// <summary>
/// Computes the hash that names a state layout. It depends on the ids, order, widths and option counts of pages and
/// questions.
/// </summary>
internal static class StateHash
{
    /// <summary>Returns four characters of <c>A-Za-z0-9_-</c>.</summary>
    public static string Of(Course course)
    {
        var layout = new StringBuilder();
        foreach (Page page in course.Pages)
            layout.Append("p ").Append(page.Id.Value).Append('\n');
        foreach ((_, Question question, bool assessed) in course.KeptQuestions)
            layout
                .Append(assessed ? "a " : "q ")
                .Append(question.Id.Value)
                .Append(' ')
                .Append(question.Slug)
                .Append(' ')
                .Append(StateLayout.ResponseBits(question))
                .Append(' ')
                .Append(BlockKinds.Of(question).Options(question))
                .Append(' ')
                .Append(BlockKinds.Of(question).Parts(question))
                .Append('\n');
        foreach (Draw draw in course.AssessmentPage?.Assessment?.Draws ?? [])
            layout.Append("d ").Append(draw.Count).Append(' ').AppendJoin(',', draw.Of).Append('\n');
        if (course.AssessmentPage?.Assessment?.ReviewAfter is not null)
            layout.Append("r\n");
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(layout.ToString()));
        return Convert.ToBase64String(hash, 0, 3).Replace('+', '-').Replace('/', '_');
    }
}
